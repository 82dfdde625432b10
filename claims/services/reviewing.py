"""Queue, decide, undo, look back: what one reviewer does with the pairs of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.model import Apparent, Decision, PairKey, QueueItem, Relation, SameEvent, Slot
from claims.services.desk import Desk
from claims.services.results import Progress


class Review:
    """The review of a case. Nobody sees another's answer before the policy of the case says so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def queue(
        self, *, reviewer: str = "", limit: int = 20, skip: Collection[PairKey | str] = ()
    ) -> tuple[QueueItem, ...]:
        """The next pairs that this reviewer (the actor) has not decided, likely conflicts first.

        Args:
            reviewer: who asks; "" for the actor.
            limit: at most so many.
            skip: pairs that are at hand already.
        """
        raise NotImplementedError

    def decide(  # noqa: PLR0913
        self,
        key: PairKey | str,
        *,
        relation: Relation | str,
        same_event: SameEvent | str | None = None,
        slots: Iterable[Slot | str] = (),
        apparent: Apparent | str | None = None,
        reason: str = "",
        confidence: float | None = None,
        by: str = "",
        seen: int | None = None,
        token: str = "",
    ) -> Decision:
        """Record what a reviewer says of a pair; an earlier word of theirs on it is superseded, never erased.

        Args:
            key: the pair.
            relation: agree, conflict, partial, unsure or not_comparable.
            same_event: the gate; None: yes for agree, conflict and partial, no for not_comparable, else unsure.
            slots: on what both part; a conflict needs at least one.
            apparent: which kind of apparent conflict it is.
            reason: in the reviewer's words.
            confidence: 0 to 1.
            by: the reviewer; "" for the actor.
            seen: version of the pair that was on screen; None: do not check.
            token: one for each submission: the same token again gives the decision that is already stored.

        Raises:
            NotFound: the case holds no such pair.
            Refused: a rule of the model says no, or the token belongs to another submission.
            Stale: the comparison has changed since it was shown.
            NotAllowed: the reviewer's role does not cover it.
        """
        raise NotImplementedError

    def undo(self, *, by: str = "", token: str = "") -> Decision | None:
        """Take back the reviewer's (the actor's) newest decision that still stands, by a new row.

        Called again, it takes back the one before, over all pairs and after a restart. What the reviewer had said
        of the pair before stands again.

        Returns:
            The row that undoes: its mark is what stands again, None when nothing does. None: nothing to undo.
        """
        raise NotImplementedError

    def history(self, key: PairKey | str) -> tuple[Decision, ...]:
        """Every row on this pair that the actor may see, in the order they were stored."""
        raise NotImplementedError

    def decisions(self, *, live: bool = True) -> tuple[Decision, ...]:
        """The decisions of the case that the actor may see; with ``live`` only the marks that stand."""
        raise NotImplementedError

    def progress(self, reviewer: str = "") -> Progress:
        """How far the reviewer (the actor) has come."""
        raise NotImplementedError

    @property
    def reviewers(self) -> int:
        """How many people judge each pair before anybody sees another's answer; 1 shows everything at once."""
        raise NotImplementedError

    def require(self, reviewers: int) -> None:
        """Set how many people (1 to 3) judge each pair before anybody sees another's answer."""
        raise NotImplementedError
