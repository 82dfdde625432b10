"""Verify the record of a case and show it."""

from __future__ import annotations

from typing import Final

from claims.model import RemarkKind
from claims.services.desk import Desk, page_size, place
from claims.services.policy import reviewers_of
from claims.services.results import Page
from claims.store import audit
from claims.store.audit import Entry, Head
from claims.store.verify import Fault, verify

_OF_REVIEWERS: Final = frozenset(
    {"decide pair", "undo decision", "settle pair", "undo ruling"}
    | {f"add {kind.value}" for kind in RemarkKind}
    | {f"{verb} remark" for verb in ("revise", "withdraw", "undo")}
    | {"merge incidents", "split incident", "undo grouping"}
)


class Audit:
    """The audit chain of a case: every change one row, each bound to the one before by its hash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self, *, head: tuple[int, str] | None = None) -> tuple[Fault, ...]:
        """Check the chain, every row and every original against it; empty when all is as it was written.

        Args:
            head: number and hash of a row that was noted elsewhere, such as in a report. A chain whose end was cut
                off cannot be told from a younger one without it.

        Whoever can open the case may verify it, in every role: people may have been tampered with too.
        """
        noted = None if head is None else Head(*head)
        store = self._desk.store
        with store.reading() as connection:
            return verify(connection, store.originals, head=noted)

    def head(self) -> Head:
        """Number and hash of the newest row; ``(0, "")`` while there is none."""
        with self._desk.reading() as connection:
            return audit.head(connection)

    def list(self, *, after: str = "", limit: int = 50) -> Page[Entry]:
        """One page of the chain, oldest first.

        Where a case asks for more than one reviewer, what the others decided, settled or wrote is left out: it
        would tell on which pairs they have answered.
        """
        size, who = page_size(limit), self._desk.who()
        with self._desk.reading() as connection:
            found = audit.entries(connection, after=place(after), limit=size + 1)
            blind = reviewers_of(connection) > 1
        page = Page.of([(entry.seq, entry) for entry in found], size)
        shown = (
            entry
            for entry in page.items
            if not blind or entry.actor == who or entry.action not in _OF_REVIEWERS
        )
        return Page(tuple(shown), page.next)
