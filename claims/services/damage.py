"""What of a case cannot be read, noted while it is gathered, so that nothing which rests on it goes on."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.errors import InputError, Refused
from claims.model import PairKey
from claims.store.rows import LeftOut


@dataclass(slots=True)
class Damage:
    """A `claims.store.rows.LeftOut` that remembers what it was told of, and tells whoever asked.

    Attributes:
        tell: told of each thing that cannot be read; None raises what is wrong with it.
        names: what cannot be read, such as ``pair 1f…~2c…``.
    """

    tell: LeftOut | None = None
    names: set[str] = field(default_factory=set)

    def __call__(self, name: str, error: InputError | Refused) -> None:
        """Note one thing, and tell of it."""
        if self.tell is None:
            raise error
        self.names.add(name)
        self.tell(name, error)

    def touches(self, key: PairKey) -> bool:
        """Whether a pair, or anything that is said of it, cannot be read."""
        return f"pair {key}" in self.names
