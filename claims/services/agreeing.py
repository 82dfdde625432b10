"""How far the reviewers of a case agree, field by field, all together and two by two."""

from __future__ import annotations

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
    percent,
    table,
)
from claims.services.desk import Desk
from claims.services.policy import settled
from claims.store import pairs

MEASURES: Final[Mapping[str, Callable[[Table], float]]] = {
    "percent": percent,
    "cohen": cohen,
    "fleiss": fleiss,
    "krippendorff": krippendorff,
}
"""The figures, by name."""


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
    """

    field: str
    people: tuple[str, ...]
    measure: str
    items: int
    figure: Figure
    why: Message | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pairs that no figure rests on.

    Attributes:
        code: unanswered, single or versions.
        count: how many.
        why: why, in words.
    """

    code: str
    count: int
    why: Message


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the reviewers of a case agree.

    Attributes:
        items: pairs that the figures rest on.
        left_out: the other ones, by why they are left out.
        method: how the intervals are made.
        figures: by field; first of all reviewers, then two by two.
    """

    items: int
    left_out: tuple[LeftOut, ...]
    method: str
    figures: tuple[Measured, ...]


class Agreeing:
    """The agreement of the reviewers of a case; only on pairs that all who were asked have answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def measure(self) -> Agreement:
        """Percent, Cohen's and Fleiss' kappa and Krippendorff's alpha for each field, with what they rest on."""
        with self._desk.reading() as connection:
            answered = by_pair(settled(connection))
            suggested = pairs.live_keys(connection)
        several = {key: rows for key, rows in answered.items() if len(rows) > 1}
        items = {key: rows for key, rows in several.items() if len({r.seen for r in rows}) == 1}
        counts = {
            "unanswered": len(suggested - answered.keys()),
            "single": len(answered) - len(several),
            "versions": len(several) - len(items),
        }
        left_out = tuple(
            LeftOut(code, count, names().left_out[code]) for code, count in counts.items() if count
        )
        return Agreement(len(items), left_out, METHOD, tuple(_figures(items)))


def _figures(items: Mapping[PairKey, Sequence[Decision]]) -> Iterable[Measured]:
    people = sorted({row.by for rows in items.values() for row in rows})
    groups = [(), *combinations(people, 2)] if len(people) > 1 else [()]
    for field in FIELDS:
        for group in groups:
            answers = table(_answers(items, field, group))
            for name, measure in MEASURES.items():
                if name == "cohen" and not group and len(people) != len(("one", "other")):
                    continue
                found = figure(measure, answers)
                why = names().undefined[found.why] if found.why else None
                yield Measured(field, group, name, sum(answers.values()), found, why)


def _answers(
    items: Mapping[PairKey, Sequence[Decision]], field: str, people: tuple[str, ...]
) -> Iterable[Answers]:
    """The values of one field, of these people or of all."""
    for rows in items.values():
        yield {
            row.by: FIELDS[field](row.mark)
            for row in rows
            if row.mark is not None and (not people or row.by in people)
        }
