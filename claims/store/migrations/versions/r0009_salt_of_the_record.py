"""Every row of the audit chain has salt from here on, so that its hash tells nothing of the rows before it.

Rows that are there stay as they are, without any, and so do their hashes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column, empty in every row there is."""
    op.add_column("audit", sa.Column("salt", sa.Text))
