"""Verify the record of a case and show it.

While pairs of a case for several wait for answers, the record is shown without what others did for the review, and
without anything that would tell that something is left out: numbers, and hashes of the rows before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from claims.model.plain import Plain
from claims.services.bad_rows import read_beside
from claims.services.breaches import breaches
from claims.services.desk import Desk, page_size, place
from claims.services.policy import waiting
from claims.services.results import Page
from claims.services.seen import seen_rows, state_for
from claims.store import audit
from claims.store.audit import LOOKS, Entry, Head
from claims.store.engine import Reader
from claims.store.verify import Fault, verify

WITHHELD: Final = 0
"""Stands in the place of the number of a row that would tell how many others there are."""


class Audit:
    """The audit chain of a case: every change one row, each bound to the one before by its hash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self, *, head: tuple[int, str] | None = None) -> tuple[Fault, ...]:
        """Check the chain, every row and every original against it; empty when all is as it was written.

        Of a record that holds, what the services would let nobody say is named as well (`claims.services.breaches`).

        Args:
            head: number and hash of a row that was noted elsewhere, such as in a report; the number may be 0, where it
                was withheld. A chain whose end was cut off cannot be told from a younger one without it.

        Beside a bad row stands what it says now, of what and in whose name, where that can be read and the actor may know it.

        Whoever can open the case may verify it, in every role: people may have been tampered with too.
        """
        noted = None if head is None else Head(*head)
        store = self._desk.store
        with store.reading() as connection:
            faults = verify(connection, store.originals, head=noted)
            who = self._desk.who()
            return read_beside(connection, faults, who) or tuple(breaches(connection, who))

    def head(self) -> Head:
        """Number and hash of the newest row; ``(0, "")`` while there is none.

        While pairs of a case for several wait for answers, the number is withheld (0), and the hash is blinded: it is another
        one each time, so that neither tells whether others wrote. To `verify` it says that the record, hidden rows
        included, was whole up to the row that was the newest then.
        """
        with self._desk.reading() as connection:
            return head_for(connection)

    def state(self) -> str:
        """What is another text after every change that the actor may see, and the same one after any other; for caches."""
        with self._desk.reading() as connection:
            return state_for(connection, self._desk.who())

    def done(self) -> frozenset[str]:
        """What the actor did in this case so far, as the actions of its record; nothing of what others did."""
        with self._desk.reading() as connection:
            return audit.actions(connection, self._desk.who())

    def list(self, *, after: str = "", limit: int = 50) -> Page[Entry]:
        """One page of the chain, oldest first.

        While pairs of a case for several wait for answers, what the others decided, settled, concluded or wrote is left out, also
        of pairs that all have answered; only the answers to these are told, not that one was taken back. Rows are then numbered as the actor sees them, and nothing
        tells what is between them.
        """
        size, begin = page_size(limit), place(after)
        with self._desk.reading() as connection:
            if not waiting(connection):
                found = audit.entries(connection, after=begin, limit=size + 1)
                return Page.of([(entry.seq, entry) for entry in found], size)
            seen = sorted(seen_rows(connection, self._desk.who()))[begin : begin + size + 1]
            rows = audit.some(connection, seen)
        shown = (_plain(entry, number) for number, entry in enumerate(rows, begin + 1))
        return Page.of([(entry.seq, entry) for entry in shown], size)


def head_for(connection: Reader) -> Head:
    """Number and hash of the newest row; while pairs wait for answers, without the number, and blinded."""
    if not waiting(connection):
        return audit.head(connection)
    return Head(WITHHELD, audit.blinded_head(connection))


def newest_for(connection: Reader, who: str) -> Entry | None:
    """The newest row that somebody may see, None while there is none."""
    if not waiting(connection):
        return audit.newest(connection)
    return next(iter(audit.some(connection, [next(seen_rows(connection, who), 0)])), None)


def _plain(entry: Entry, number: int) -> Entry:
    """A row without what binds it to rows that are not shown, its own hash included, and without numbers of rows.

    The hash is over the one before, and so over hidden rows: who guesses one of them could see that it fits.
    """
    return replace(entry, seq=number, prev_hash="", hash="", changes=(), detail=_told(entry))


def _told(entry: Entry) -> Mapping[str, Plain]:
    return {} if entry.action in LOOKS else entry.detail
