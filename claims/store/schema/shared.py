"""What all tables share: how names are made, how keys are sorted, which migrations there are."""

from __future__ import annotations

from typing import Final

from sqlalchemy import MetaData, Text

REVISIONS: Final = tuple(f"{number:04}" for number in range(1, 13))
"""Every migration, oldest first."""

HEAD: Final = REVISIONS[-1]
"""The newest one; a case at any other is brought here when it is opened, or refused when it is newer."""

DUMPED: Final = "0012"
"""The newest migration that changed a table of which dumps have rows."""

BROUGHT: Final = {
    "0001": ("documents", "id"),
    "0002": ("audit", "seq"),
    "0003": ("edits", "id"),
    "0004": ("remarks", "id"),
    "0005": ("conclusions", "id"),
    "0006": ("groupings", "id"),
    "0007": ("traits", "document"),
    "0008": ("descriptions", "id"),
    "0009": ("audit", "salt"),
    "0010": ("leases", "given_back"),
    "0011": ("findable", "headline"),
    "0012": ("pairs", "anew"),
}
"""A table and column that each migration brought, by which it is known whether it ran."""

ID_LENGTH: Final = 16
HASH_LENGTH: Final = 64

Key: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is sorted and paged by: in the order of code points, whatever the language of the server."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
