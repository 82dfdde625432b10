"""How far the reviewers of a case agree, field by field, all together and two by two.

A figure rests on the answers that ended blindness on a pair, as they stood at that moment, though later ones may have
superseded them: whoever answers afterwards, or changes their mind, could see what the others said. Such answers are
kept, and verdicts rest on them; no figure does, and how many they are is told. So a figure does not rise by taking back
the answers in which people part: a pair that waits again counts as it ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claims.model import Decision, Message, PairKey
from claims.review.adjudication import FIELDS, by_pair, names
from claims.review.agreement import (
    METHOD,
    Answers,
    Figure,
    Table,
    cohen,
    figure,
    fleiss,
    krippendorff,
    parted,
    percent,
)
from claims.services.damage import Damage
from claims.services.desk import Desk, held
from claims.services.numbering import decided
from claims.services.policy import settled_on, words_on_pairs
from claims.services.rounds import round_on, rounds, waiting_again
from claims.services.sides import key_of
from claims.store import decisions, pairs
from claims.store.engine import Reader
from claims.store.rows import LeftOut as Unread

MEASURES: Final[Mapping[str, Callable[[Table], float]]] = {
    "percent": percent,
    "cohen": cohen,
    "fleiss": fleiss,
    "krippendorff": krippendorff,
}
"""The figures, by name."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pairs, or answers, that no figure rests on, or that one figure does not rest on.

    Attributes:
        code: of pairs ``unanswered``, ``single``, ``aside`` (several answered, and fewer than two of these answers count) or ``versions``; of answers ``knowing``, ``closed``, ``former``, ``alike``, ``later`` or ``surplus``;
            of the pairs of one figure ``absent`` (fewer than two of its people answered) or ``unsaid`` (nobody of them named a slot or kind).
        count: how many.
        why: why, in words.
    """

    code: str
    count: int
    why: Message


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of agreement on one field.

    Attributes:
        field: same_event, relation, slots or apparent.
        people: the two people it is of; empty: of all.
        measure: percent, cohen, fleiss or krippendorff.
        items: how many pairs it rests on.
        figure: the figure with its interval.
        why: why it is undefined, None when it is not.
        left_out: the other pairs that the figures of the case rest on, by why this one does not; with ``items`` they are all of them.
        no_interval: why it has no interval though it is there, else None; ``figure.bare`` is its code.
    """

    field: str
    people: tuple[str, ...]
    measure: str
    items: int
    figure: Figure
    why: Message | None
    left_out: tuple[LeftOut, ...] = ()
    no_interval: Message | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers of a case agree.

    Attributes:
        items: pairs that the figures rest on; each tells which of them it leaves out.
        left_out: what no figure rests on, by why.
        method: how the intervals are made.
        figures: by field; first of all reviewers, then two by two.
    """

    items: int
    left_out: tuple[LeftOut, ...]
    method: str
    figures: tuple[Measured, ...]

    @property
    def once(self) -> tuple[Measured, ...]:
        """The figures, each one time: where two people are all, theirs stand for both."""
        pairs = {each.people for each in self.figures if each.people}
        return tuple(each for each in self.figures if each.people or len(pairs) != 1)


class Agreeing:
    """The agreement of the reviewers of a case; only on pairs that all who were asked have answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def measure(self) -> Agreement:
        """Percent, Cohen's and Fleiss' kappa and Krippendorff's alpha for each field, with what they rest on."""
        with self._desk.reading() as connection:
            return agreement_in(connection)

    def blind(self, key: PairKey | str) -> tuple[Decision, ...]:
        """The answers on a pair that were given with nobody else's in sight, as they stood when the last of those who were asked came.

        Later answers of the same people may have superseded them since. Left out are those of further people, of whoever had others'
        answers in hand or looks like somebody who answered before, those given to former pairs all at once, and those given when others' were
        there to be seen on the same claims in another form. None while
        answers are missing, also where one was taken back. Figures rest on them where two or more were given on one version of the pair.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted = key_of(key)
        with self._desk.reading() as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            if not settled_on(connection, wanted):
                return ()
            return decided(connection, round_on(connection, wanted).blind)


def agreement_in(connection: Reader, left_out: Unread | None = None) -> Agreement:
    """As `Agreeing.measure`, in a transaction that is open.

    ``left_out`` is told of each pair of which an answer, an earlier one too, cannot be read; no figure rests on it.
    """
    damage = Damage(left_out)
    marks, _ = words_on_pairs(connection, damage)
    suggested = pairs.live_keys(connection)
    said = rounds(connection, decisions.all_rows(connection, live=False, left_out=damage))
    answered = {key for key in by_pair(marks) if not damage.touches(key)}
    again = waiting_again(connection, damage)
    found = {key: said[key] for key in answered} | {
        key: one for key, one in again.items() if not damage.touches(key)
    }
    several = {key: one for key, one in found.items() if len(one.blind) > 1}
    items = {
        key: one.blind for key, one in several.items() if len({row.seen for row in one.blind}) == 1
    }
    fewer = [one for key, one in found.items() if key not in several]
    aside = sum(len(one.stood) > 1 for one in fewer)
    counts = {
        "unanswered": len(suggested - found.keys()),
        "single": len(fewer) - aside,
        "aside": aside,
        "versions": len(several) - len(items),
        **Counter(why for one in found.values() for _, why in one.aside),
        "later": sum(len(one.later) for one in found.values()),
        "surplus": sum(len(one.surplus) for one in found.values()),
    }
    return Agreement(len(items), _told(counts), METHOD, tuple(_figures(items)))


def _told(counts: Mapping[str, int]) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(code, count, names().left_out[code]) for code, count in counts.items() if count
    )


def _figures(items: Mapping[PairKey, Sequence[Decision]]) -> Iterable[Measured]:
    people = sorted({row.by for rows in items.values() for row in rows})
    groups = [(), *combinations(people, 2)] if len(people) > 1 else [()]
    for field in FIELDS:
        for group in groups:
            answers, without = parted(_answers(items, field, group))
            left_out = _told(without)
            for name, measure in MEASURES.items():
                if name == "cohen" and not group and len(people) != len(("one", "other")):
                    continue
                found = figure(measure, answers)
                why = names().undefined[found.why] if found.why else None
                bare = names().no_interval[found.bare] if found.bare else None
                size = sum(answers.values())
                yield Measured(field, group, name, size, found, why, left_out, bare)


def _answers(
    items: Mapping[PairKey, Sequence[Decision]], field: str, people: tuple[str, ...]
) -> Iterable[Answers]:
    """The values of one field that these people, or all, gave of each pair."""
    for rows in items.values():
        yield {
            row.by: FIELDS[field](row.mark)
            for row in rows
            if row.mark is not None and (not people or row.by in people)
        }
