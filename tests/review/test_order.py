"""Which pair comes next, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Comparison, Relation, Slot
from claims.review.order import STEPS, order, rank, why
from tests import strategies
from tests.factories import a_comparison

FIRST_TO_LAST = ["conflict", "partial", "unsure", "agree", "not_comparable"]


def test_likely_conflicts_come_first() -> None:
    """Then what differs in part, what is unsure, what agrees, what is not comparable."""
    ranks = [rank(a_comparison(relation=Relation(name))) for name in FIRST_TO_LAST]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(FIRST_TO_LAST)


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_surer_suggestion_comes_first_within_a_group(one: float, other: float) -> None:
    """A higher confidence never means a later place."""
    ranks = [rank(a_comparison(confidence=confidence)) for confidence in sorted((one, other))]
    assert ranks[0] >= ranks[1]


@given(strategies.finite, st.sampled_from(Relation))
def test_no_confidence_leads_out_of_its_group(confidence: float, relation: Relation) -> None:
    """Whatever an extractor gives as confidence, an agreement never comes before a conflict."""
    group = FIRST_TO_LAST.index(relation)
    found = rank(a_comparison(relation=relation, confidence=confidence))
    assert group * STEPS <= found < (group + 1) * STEPS


@pytest.mark.parametrize(
    ("slots", "ar", "en"),
    [
        ((Slot.TARGET,), "تعارض مرجَّح في الهدف", "Likely conflict on the target"),
        (
            (Slot.DATE, Slot.PLACE),
            "تعارض مرجَّح في التاريخ والمكان",
            "Likely conflict on the date and the place",
        ),
        ((), "تعارض مرجَّح في ما لم يُحدَّد", "Likely conflict on something not named"),
    ],
)
def test_the_reason_names_the_slots(slots: tuple[Slot, ...], ar: str, en: str) -> None:
    """In both languages, joined as each joins words."""
    reason = why(a_comparison(conflicting=slots))
    assert (reason.ar, reason.en) == (ar, en)


def test_every_relation_and_slot_is_worded() -> None:
    """The data file leaves none out."""
    assert set(order().groups) == set(Relation)
    assert set(order().slots) == set(Slot)


@given(strategies.comparisons)
def test_every_comparison_has_a_place_and_a_reason(comparison: Comparison) -> None:
    """Whatever was compared."""
    assert rank(comparison) >= 0
    assert "{" not in why(comparison).en
