"""What was said of each pair, parted where blindness ended on it, as the record tells it here and in the copies that were taken in.

A copy of a case tells the case it comes to which of its answers were not blind, and of which pairs whoever worked in it had others'
answers in hand: a figure of agreement is the same one wherever an answer was given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Self

from claims.model import Decision, PairKey
from claims.model.plain import Plain
from claims.review.blindness import CLOSED, FORMER, KNOWING, Look, Round, knowing, round_of
from claims.review.edits import families
from claims.services.numbering import REVIEWERS
from claims.store import audit, decisions, edits
from claims.store.engine import Reader
from claims.store.moments import moments
from claims.store.writer import Writer

IN_HAND: Final = "in_hand"
"""What the record says of a file that was taken in: the pairs of which it held hidden answers of others."""

ELSEWHERE: Final = "in_hand_elsewhere"
"""And of which pairs those who worked in the copy it is from had others' answers in hand there, by person."""

_REASONS: Final = (KNOWING, CLOSED, FORMER)
"""And which decisions in it were no blind answers, by why."""

InHand = Mapping[str, frozenset[str]]
"""The pairs of which people had others' answers in hand that they were not to see yet, by person; nobody with none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What comes with a copy: its decisions that were no blind answers, each by its line and its place in it, with why."""

    places: Mapping[tuple[PairKey, str, int], str]

    @classmethod
    def of(cls, theirs: Reader) -> Self:
        """As the record of that copy has it; who answered or changed an answer with others' in sight did so knowing them."""
        rows = decisions.all_rows(theirs, live=False)
        told = _Told.of(theirs, rows)
        aside = dict(told.aside)
        for key, one in told.rounds().items():
            seen = {row.id: KNOWING for row in (*one.later, *one.surplus) if _others(one, row)}
            aside = {**seen, **told.by_other_forms(key), **aside}
        places = _places(rows)
        return cls({places[number]: why for number, why in aside.items() if number in places})

    def note(self, writer: Writer, before: int) -> None:
        """Let the record say which of the decisions that came are these, once they are written.

        Args:
            writer: the open transaction of the act that brings them.
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


def _others(one: Round, row: Decision) -> bool:
    """Whether somebody else's mark stood when blindness ended."""
    return any(stood.by != row.by for stood in one.stood)


def _places(rows: Iterable[Decision]) -> Mapping[int, tuple[PairKey, str, int]]:
    """The line and the place in it of each row, by its number."""
    count: defaultdict[tuple[PairKey, str], int] = defaultdict(int)
    found = {}
    for row in rows:
        count[row.key, row.by] += 1
        found[row.id] = row.key, row.by, count[row.key, row.by]
    return found


Said = Mapping[PairKey, Sequence[tuple[int, Decision]]]
"""The rows of each pair, in the order they were stored, each with the number of the act that wrote it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the record tells of decisions.

    Attributes:
        said: the rows of each pair.
        asked: how many people were asked, by the number of the act from which on.
        aside: the rows that are no blind answers by their numbers, and why; without those that are none by other forms of a pair.
        looks: who had which answers in hand when.
        others: the pairs on which the same was asked in another form, before or after an edit; no pair of which there are none.
    """

    said: Said
    asked: Mapping[int, int]
    aside: Mapping[int, str]
    looks: Sequence[Look]
    others: Mapping[PairKey, Sequence[PairKey]]

    @classmethod
    def of(cls, connection: Reader, rows: Iterable[Decision]) -> Self:
        """Of these rows, as the record has it."""
        when = moments(connection, REVIEWERS)
        said: defaultdict[PairKey, list[tuple[int, Decision]]] = defaultdict(list)
        for row in rows:
            said[row.key].append((when.decisions.get(row.id, 0), row))
        looks: list[Look] = []
        aside = dict.fromkeys(when.closed, CLOSED)
        for seq, who, action, detail in when.told:
            plain = detail if isinstance(detail, dict) else {}
            looks += _looks(seq, who, action, plain)
            for reason in _REASONS:
                aside |= {n: reason for n in _list(plain.get(reason)) if isinstance(n, int)}
        for rows_on_pair in said.values():
            aside |= dict.fromkeys(knowing(rows_on_pair, looks), KNOWING)
        return cls(said, when.asked, aside, looks, _other_forms(connection, said))

    def round(self, key: PairKey) -> Round:
        """What was said of one pair, parted where blindness ended on it."""
        return round_of(self.said[key], self.asked, {**self.by_other_forms(key), **self.aside})

    def rounds(self) -> dict[PairKey, Round]:
        """The same of each pair."""
        return {key: self.round(key) for key in self.said}

    def by_other_forms(self, key: PairKey) -> dict[int, str]:
        """The rows on a pair whose authors could see what others said of the same in another form."""
        found = {}
        for other in self.others.get(key, ()):
            one = round_of(self.said[other], self.asked, self.aside)
            for when, row in self.said[key]:
                if one.ended and when > one.ended and _others(one, row):
                    found[row.id] = FORMER
        return found


def _looks(seq: int, who: str, action: str, detail: Mapping[str, Plain]) -> Iterable[Look]:
    if action != audit.HANDED_ON:
        pairs = frozenset(map(str, _list(detail.get(IN_HAND))))
        yield Look(seq, who, pairs if action == audit.TAKEN_IN else None)
    told = detail.get(ELSEWHERE)
    for name, had in (told if isinstance(told, dict) else {}).items():
        yield Look(seq, name, frozenset(map(str, _list(had))), elsewhere=True)


def _other_forms(connection: Reader, said: Said) -> Mapping[PairKey, Sequence[PairKey]]:
    """The pairs of the same claims in another form, of those that somebody said anything of."""
    forms = families(edits.of_claims(connection, {*chain.from_iterable(map(_claims, said))}))
    if not forms:
        return {}
    alike: defaultdict[frozenset[str], list[PairKey]] = defaultdict(list)
    for key in said:
        alike[frozenset(forms.get(claim, claim) for claim in _claims(key))].append(key)
    return {
        key: [other for other in keys if other != key]
        for keys in alike.values()
        if len(keys) > 1
        for key in keys
    }


def _claims(key: PairKey) -> tuple[str, str]:
    return key.left, key.right


def rounds(connection: Reader, rows: Iterable[Decision]) -> dict[PairKey, Round]:
    """What was said of each pair, parted where blindness ended on it.

    Args:
        connection: an open transaction.
        rows: every row of the case, in the order they were stored.
    """
    return _Told.of(connection, rows).rounds()


def round_on(connection: Reader, key: PairKey) -> Round:
    """The same of one pair; empty where nobody said anything of it."""
    left, right = (edits.forms(connection, claim) for claim in _claims(key))
    told = _Told.of(connection, decisions.between(connection, left, right))
    return told.round(key) if key in told.said else Round()


def in_hand(connection: Reader, who: str | None = None) -> InHand:
    """Of which pairs people had others' answers in hand, as the record has it; those of one person, or of everybody."""
    told = _Told.of(connection, decisions.all_rows(connection, live=False))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for look in told.looks:
        if who is not None and look.who != who:
            continue
        found[look.who] |= (look.pairs or set()) if look.elsewhere else _shown(told.said, look)
    return {name: frozenset(had) for name, had in found.items() if had}


def _shown(said: Said, look: Look) -> set[str]:
    return {
        str(key)
        for key, rows in said.items()
        if (look.pairs is None or str(key) in look.pairs) and look.shows(rows, look.who)
    }


def plainly(found: InHand) -> Plain:
    """As the record says it."""
    return {who: list[Plain](sorted(had)) for who, had in sorted(found.items())}


def _list(plain: Plain | None) -> list[Plain]:
    return plain if isinstance(plain, list) else []
