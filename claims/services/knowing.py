"""Who had answers in hand that they were not to see yet, and which answers therefore were not blind.

A whole copy of a case holds hidden answers too, and whoever takes in a colleague's file has what stands in it. Neither is
refused: a case must be carried away from a broken machine, and a colleague's work must come in. But it is an act of the
record, so that what this person answers afterwards, on pairs of which they had another's answer, is in no figure of agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Self

from claims.model import Decision, PairKey
from claims.model.plain import Plain
from claims.review.blindness import (
    CLOSED,
    KNOWING,
    Look,
    Round,
    knowing,
    round_of,
    visible,
)
from claims.services.concluded import claims_of, seen_by
from claims.services.desk import Desk
from claims.services.numbering import REVIEWERS
from claims.services.policy import reviewers_of, waiting
from claims.store import adjudications, audit, conclusions, decisions, groupings, pairs, remarks
from claims.store.audit import Act
from claims.store.engine import Reader
from claims.store.moments import moments
from claims.store.store import Store
from claims.store.writer import Writer

IN_HAND: Final = "in_hand"
"""What the record says of a file that was taken in: the pairs of which it held hidden answers of others."""

_REASONS: Final = (KNOWING, CLOSED)
"""And which decisions in it were no blind answers, by why."""


@contextmanager
def looking(desk: Desk, verb: str) -> Iterator[None]:
    """While somebody makes a whole copy of the case: the record says so, when answers are hidden in it.

    It says so before, so that the copy knows of it too, and once more where others wrote meanwhile.
    """
    _note(desk, verb)
    try:
        yield
    finally:
        _note(desk, verb)


def _note(desk: Desk, verb: str) -> None:
    note(desk.store, Act(desk.who(), verb, desk.store.title, desk.now(), desk.program))


def note(store: Store, look: Act) -> None:
    """Let the record of a case say that somebody has a whole copy of it, when answers are hidden in it."""
    with store.reading() as connection:
        newest = audit.newest(connection)
        if newest and (newest.actor, newest.action) == (look.actor, look.action):
            return
        if not waiting(connection):
            return
    with store.writing(look) as writer:
        writer.alone = True


def _noted(connection: Reader, who: str) -> bool:
    """Whether the newest act of the record is a look of theirs: nothing can have come since."""
    found = audit.newest(connection)
    return found is not None and found.actor == who and found.action in audit.LOOKS


def take_note(
    writer: Writer, who: str, theirs: Reader, *, empty: bool, refused: bool = False
) -> None:
    """Let the record say what whoever takes in a file had in hand by it, before anything of it is written.

    Args:
        writer: the open transaction of the act that takes it in.
        who: acts.
        theirs: the case in the file.
        empty: whether the case here holds nothing yet, and will have the record of the other one.
        refused: whether the file was refused, which tells more: of whatever it says in the name of others, whether they said
            otherwise here.
    """
    if empty and _noted(theirs, who):
        return
    reviewers = reviewers_of(theirs if empty else writer.connection)
    rows = decisions.all_rows(theirs, live=False)
    seen = {row.id for row in visible(rows, reviewers=reviewers, asker=who)}
    found = {str(row.key) for row in rows if row.id not in seen}
    found |= _concluded(theirs, who, reviewers, refused=refused)
    if refused:
        found |= {str(key) for _, key in adjudications.since(theirs, 0)}
        found |= {str(key) for by, key in remarks.on_pairs(theirs) if by != who}
        if any(word.by != who for word in groupings.all_rows(theirs)):
            found |= {str(key) for key in pairs.live_keys(theirs)}
    told = sorted(found)
    if told:
        writer.alone = True
        writer.detail = {**writer.detail, IN_HAND: list[Plain](told)}


def _concluded(theirs: Reader, who: str, reviewers: int, *, refused: bool) -> set[str]:
    """The pairs of claims on which a file holds conclusions of others that are hidden; of a file that was refused, all of others."""
    seen = seen_by(theirs, who, reviewers)
    acts = (act for act in conclusions.acts(theirs) if act["settler"] != who)
    about = {claim for act in acts if refused or not seen(act) for claim in claims_of(act)}
    if not about:
        return set()
    return {str(key) for key in pairs.live_keys(theirs) if {key.left, key.right} & about}


@dataclass(frozen=True, slots=True)
class Taken:
    """What came with a file: its decisions that were no blind answers, each by its line and its place in it, with why."""

    places: Mapping[tuple[PairKey, str, int], str]

    @classmethod
    def of(cls, theirs: Reader) -> Self:
        """As the record of the case in the file has it."""
        rows = decisions.all_rows(theirs, live=False)
        aside, places = _Told.of(theirs, rows).aside, _places(rows)
        return cls({places[number]: why for number, why in aside.items() if number in places})

    def note(self, writer: Writer, before: int) -> None:
        """Let the record say which of the decisions that came are these, once they are written.

        Args:
            writer: the open transaction of the act that takes them in.
            before: the highest number of a decision that was there already.
        """
        if not self.places:
            return
        places = _places(decisions.all_rows(writer.connection, live=False))
        came = [number for number in places if number > before]
        for reason in _REASONS:
            told = [number for number in came if self.places.get(places[number]) == reason]
            if told:
                writer.detail = {**writer.detail, reason: list[Plain](told)}


def _places(rows: Iterable[Decision]) -> Mapping[int, tuple[PairKey, str, int]]:
    """The line and the place in it of each row, by its number."""
    count: defaultdict[tuple[PairKey, str], int] = defaultdict(int)
    found = {}
    for row in rows:
        count[row.key, row.by] += 1
        found[row.id] = row.key, row.by, count[row.key, row.by]
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What the record tells of decisions.

    Attributes:
        said: the rows of each pair, in the order they were stored, each with the number of the act that wrote it.
        asked: how many people were asked, by the number of the act from which on.
        aside: the rows that are no blind answers by their numbers, and why.
    """

    said: Mapping[PairKey, Sequence[tuple[int, Decision]]]
    asked: Mapping[int, int]
    aside: Mapping[int, str]

    @classmethod
    def of(cls, connection: Reader, rows: Iterable[Decision]) -> Self:
        """Of these rows, as the record has it."""
        when = moments(connection, REVIEWERS)
        said: defaultdict[PairKey, list[tuple[int, Decision]]] = defaultdict(list)
        for row in rows:
            said[row.key].append((when.decisions.get(row.id, 0), row))
        looks = []
        aside = dict.fromkeys(when.closed, CLOSED)
        for seq, who, action, detail in when.looks:
            plain = detail if isinstance(detail, dict) else {}
            pairs = frozenset(map(str, _list(plain.get(IN_HAND))))
            looks.append(Look(seq, who, pairs if action == audit.TAKEN_IN else None))
            for reason in _REASONS:
                aside |= {n: reason for n in _list(plain.get(reason)) if isinstance(n, int)}
        for rows_on_pair in said.values():
            aside |= dict.fromkeys(knowing(rows_on_pair, looks), KNOWING)
        return cls(said, when.asked, aside)


def rounds(connection: Reader, rows: Iterable[Decision]) -> dict[PairKey, Round]:
    """What was said of each pair, parted where blindness ended on it.

    Args:
        connection: an open transaction.
        rows: every row on the pairs that are wanted, in the order they were stored.
    """
    told = _Told.of(connection, rows)
    return {key: round_of(said, told.asked, told.aside) for key, said in told.said.items()}


def _list(plain: Plain | None) -> list[Plain]:
    return plain if isinstance(plain, list) else []
