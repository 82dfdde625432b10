"""From which version of a pair on answers count: what was answered while the pair waited for others, and compared anew, is asked again.

In the pairs that are there every answer counts, whatever version it is of.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the column, empty in every row there is."""
    op.add_column("pairs", sa.Column("anew", sa.Integer))
