"""From labelled pairs to the confidence of suggestions: how often each relation was right, rising with the score.

Only pairs held out count: on those that rules were written with, suggestions are right more often than anywhere else. Scores
are pooled until the share of right suggestions never falls (pool adjacent violators, Ayer et al. 1955). A step holds
at least `LEAST` pairs and its share is taken as (right + 1) / (pairs + 2), so that a few pairs never make a certainty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claims.evaluation.pair_score import Judged
from claims.model import Relation, SameEvent

LEAST: Final = 12
"""Fewest pairs of a step: below it one label moves the share by more than 0.07."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a score on, how many pairs there were and how many were right."""

    start: float
    pairs: int
    right: int

    @property
    def share(self) -> float:
        """The share that is predicted, 0 to 1."""
        return round((self.right + 1) / (self.pairs + 2), 3)

    def joined(self, other: Step) -> Step:
        """Both as one step."""
        return Step(self.start, self.pairs + other.pairs, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Reliability:
    """One line of the reliability table: what was predicted for suggestions of a relation, and how often that was right.

    Attributes:
        held: whether the pairs are those held out.
        relation: what was suggested.
        pairs: how many suggestions.
        predicted: their mean confidence, of pairs held out as all other happenings give it.
        observed: share of them that is right.
    """

    held: bool
    relation: Relation
    pairs: int
    predicted: float
    observed: float


def calibrate(judged: Iterable[Judged]) -> dict[Relation, tuple[Step, ...]]:
    """The steps of each relation on the pairs held out; for *unsure*, how often both were one event after all."""
    told = [one for one in judged if one.found and one.held]
    return {
        relation: steps(
            (one.found.score, _right(one))
            for one in told
            if one.found and one.found.relation is relation
        )
        for relation in Relation
    }


def reliability(judged: Sequence[Judged]) -> tuple[Reliability, ...]:
    """What was predicted beside what was right, for the open pairs and for those held out, relation by relation.

    A happening that is held out gets the confidence that the other happenings held out give, never its own.
    """
    said: defaultdict[tuple[bool, Relation], list[tuple[float, bool]]] = defaultdict(list)
    without = {
        name: calibrate(one for one in judged if one.happening != name)
        for name in {one.happening for one in judged if one.held}
    }
    for one in judged:
        if one.found is None:
            continue
        found = one.found
        table = without[one.happening][found.relation] if one.held else ()
        predicted = share_at(table, found.score) if one.held else found.confidence
        said[one.held, found.relation].append((predicted, _right(one)))
    return tuple(
        Reliability(
            held,
            relation,
            len(ones),
            round(sum(value for value, _ in ones) / len(ones), 4),
            round(sum(right for _, right in ones) / len(ones), 4),
        )
        for held in (False, True)
        for relation in Relation
        if (ones := said[held, relation])
    )


def share_at(table: Sequence[Step], score: float) -> float:
    """The share that steps predict at a score: that of the last one reached, of the first below all, a half without any."""
    if not table:
        return 0.5
    reached = [step.share for step in table if score >= step.start]
    return reached[-1] if reached else table[0].share


def _right(one: Judged) -> bool:
    if one.found and one.found.relation is Relation.UNSURE:
        return one.label is not None and SameEvent.YES in one.label.same
    return one.right


def steps(outcomes: Iterable[tuple[float, bool]]) -> tuple[Step, ...]:
    """Steps of rising share over (score, right), in any order."""
    found: list[Step] = []
    for start, right in sorted(outcomes):
        found.append(Step(start, 1, int(right)))
        while len(found) > 1 and _must_join(found[-2], found[-1]):
            last = found.pop()
            found.append(found.pop().joined(last))
    while len(found) > 1 and (found[-1].pairs < LEAST or found[-1].share < found[-2].share):
        last = found.pop()
        found.append(found.pop().joined(last))
    return tuple(found)


def _must_join(lower: Step, upper: Step) -> bool:
    return lower.pairs < LEAST or upper.share < lower.share


def steps_to_toml(table: dict[Relation, tuple[Step, ...]]) -> str:
    """The tables of ``claims/comparison/data/confidence.toml``; what lies below the first score has its share."""
    lines = []
    for relation, found in table.items():
        lines.append(f"[[relation.{relation.value}]]")
        blocks = [
            f"from = {round(step.start, 2) if index else -99.0}\nright = {step.share}\n"
            f"pairs = {step.pairs}\n"
            for index, step in enumerate(found)
        ]
        lines.append(f"\n[[relation.{relation.value}]]\n".join(blocks))
    return "\n".join(lines)
