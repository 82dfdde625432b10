"""What was gathered from the whole case as it stands, kept until it changes.

Every change of a case adds a row to its record, so the hash of the newest row names its state. What is kept here is
shared by all who work on the open case: whatever depends on who asks must be named by what that person sees, not by who.
Only readings may ask: inside of a transaction that writes, the record is behind what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, TypeVar, cast

from claims.store import audit
from claims.store.engine import Reader

T = TypeVar("T")

_MOST: Final = 16
"""So many things of one state are kept; who asks for one more lets go of the one that was made first."""


@dataclass(slots=True)
class Kept:
    """Things made from one state of a case; a newer state lets go of them all.

    Attributes:
        state: hash of the newest row of the record that they were made from.
        things: by their names.
        lock: whoever reads, makes or lets go of one holds it, so that each is made once.
    """

    state: str = ""
    things: dict[Hashable, object] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def of(self, connection: Reader, name: Hashable, make: Callable[[], T]) -> T:
        """The thing of that name as the case stands in this transaction.

        Args:
            connection: an open transaction that only reads.
            name: of the thing; two that may differ in one state of the case have two names.
            make: makes it, and asks for nothing that is kept here.
        """
        state = audit.head(connection).hash
        with self.lock:
            if self.state != state:
                self.state, self.things = state, {}
            if name not in self.things:
                made = make()
                if len(self.things) >= _MOST:
                    del self.things[next(iter(self.things))]
                self.things[name] = made
            return cast("T", self.things[name])
