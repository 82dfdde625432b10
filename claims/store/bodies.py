"""Values by the bodies of the rows they were read from, so that what did not change is not read again."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import Final, Generic, TypeVar

from claims.store.audit import Row

Read = TypeVar("Read")

_BYTES: Final = 16


class Bodies(Generic[Read]):
    """What reads the body of a row, and knows what the same body was read as when all rows were last gone over.

    One thread at a time goes over the rows; an equal body gives the very same value.

    Args:
        read: reads one row, of which nothing counts but its body.

    Attributes:
        met: how many rows were gone over since the first one.
    """

    def __init__(self, read: Callable[[Row], Read]) -> None:
        self._read = read
        self._former: dict[bytes, Read] = {}
        self._found: dict[bytes, Read] = {}
        self.met = 0

    def begin(self) -> None:
        """Go over all rows from the first one: what is not met until the next time is let go of."""
        self._former, self._found, self.met = self._found, {}, 0

    def __call__(self, row: Row) -> Read:
        """What the row holds."""
        digest = blake2b(row["body"].encode(), digest_size=_BYTES).digest()
        value = self._found.get(digest) or self._former.get(digest) or self._read(row)
        self._found[digest] = value
        self.met += 1
        return value
