"""What was gathered from the whole case as it stands, kept until it changes.

With another state of the case, only what changed is read again, and what is made of the same things as before stays.

What is kept here is shared by all who work on the open case: whatever depends on who asks must be named by what that person sees,
not by who, and nothing may depend on more than the state names.
A transaction that writes may ask before it writes anything, and not afterwards: then the record is behind what was written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar, cast

from claims.model import Claim, Comparison
from claims.store import rows
from claims.store.bodies import Bodies

if TYPE_CHECKING:
    from claims.comparison.beside import Beside

T = TypeVar("T")

_MOST: Final = 16
"""So many things of one state are kept; who asks for one more lets go of the one that was made first."""

_READING: Final = 0.5
_TYING: Final = 0.35
"""How much of the time goes into reading claims and pairs, and into what documents tell together; the rest into incidents."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """What was made, and all that it was made from; None where that was not told."""

    made: object
    given: object


@dataclass(slots=True)
class Kept:
    """Things made from one state of a case; a newer state lets go of them all.

    Attributes:
        state: of the case, as everybody may see it, that they were made from.
        things: by their names, each with what it was made from.
        former: those of the state before.
        claims: what claims were read as; only whoever makes a thing goes over them.
        comparisons: what comparisons were read as.
        lock: whoever reads, makes or lets go of one holds it, so that each is made once.
    """

    state: str = ""
    things: dict[Hashable, _Thing] = field(default_factory=dict)
    former: dict[Hashable, _Thing] = field(default_factory=dict)
    claims: Bodies[Claim] = field(default_factory=lambda: Bodies(rows.claim_of))
    comparisons: Bodies[Comparison] = field(default_factory=lambda: Bodies(rows.comparison_of))
    lock: Lock = field(default_factory=Lock)
    _beside: Beside | None = None

    def beside(self) -> Beside:
        """What claims of one document tell together, known from the last time; only whoever makes a thing asks it."""
        if self._beside is None:
            from claims.comparison.beside import Beside

            self._beside = Beside()
        return self._beside

    def begin(self) -> None:
        """Go over the whole case: for whoever makes a thing."""
        self.claims.begin()
        self.comparisons.begin()
        self.beside().met = 0

    def share(self, *, documents: int, claims: int, pairs: int) -> float:
        """How much of a case of this size was gone over since that began, about, from 0 to less than 1; whoever waits for it may ask.

        What is made anew because of words that are hidden from others makes no difference, nor what nobody makes now.
        """
        if not self.lock.locked():
            return _READING + _TYING
        read = (self.claims.met + self.comparisons.met) / max(1, claims + pairs)
        tied = 0 if self._beside is None else self._beside.met / max(1, documents)
        return _READING * min(1.0, read) + _TYING * min(1.0, tied)

    def of(self, state: str, name: Hashable, make: Callable[[], T], *, given: object = None) -> T:
        """The thing of that name as the case stands in an open transaction.

        Args:
            state: names how it stands there, as `claims.services.seen.state_for` gives it for everybody.
            name: of the thing; two that may differ in one state of the case have two names.
            make: makes it, and asks for nothing that is kept here.
            given: all that it is made from, if that is at hand: the same as in the state before gives the same thing.
        """
        with self.lock:
            if self.state != state:
                self.state, self.former, self.things = state, self.things, {}
            if name not in self.things:
                before = self.former.pop(name, None)
                if before is None or given is None or before.given != given:
                    before = _Thing(make(), given)
                if len(self.things) >= _MOST:
                    del self.things[next(iter(self.things))]
                self.things[name] = before
            return cast("T", self.things[name].made)
