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


def _rank(relation: str, confidence: float = 0.8) -> int:
    return rank(a_comparison(relation=Relation(relation), confidence=confidence))


def test_likely_conflicts_come_first() -> None:
    """Then what differs in part, what the program cannot tell, what agrees, what is not comparable."""
    ranks = [_rank(name) for name in FIRST_TO_LAST]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(FIRST_TO_LAST)


@given(st.floats(0.5, 1), st.floats(0.5, 1), st.sampled_from(FIRST_TO_LAST[1:]))
def test_a_likely_conflict_comes_before_all_that_is_likely_none(
    one: float, other: float, relation: str
) -> None:
    """What is likely a conflict tells much; of what is likely none, the surer tells less."""
    less, more = sorted((one, other))
    assert _rank("conflict", one) <= _rank(relation, other)
    assert _rank("agree", less) <= _rank("agree", more)
    assert _rank("not_comparable", less) <= _rank("not_comparable", more)


def test_an_uncertain_suggestion_comes_before_a_sure_one_that_is_no_conflict() -> None:
    """There a person knows more than the program."""
    assert _rank("agree", 0.55) < _rank("agree", 0.95)
    assert _rank("unsure") < _rank("agree", 0.7)
    assert _rank("conflict", 0.55) < _rank("agree", 0.55)


@given(strategies.finite, st.sampled_from(Relation))
def test_every_place_is_within_the_steps(confidence: float, relation: Relation) -> None:
    """Whatever an extractor gives as confidence."""
    assert 0 <= rank(a_comparison(relation=relation, confidence=confidence)) <= STEPS


def test_doubt_and_a_verdict_that_is_close_are_said() -> None:
    """In both languages; a sure pair with nothing around it has neither."""
    doubtful = why(a_comparison(confidence=0.5))
    assert (doubtful.en, doubtful.ar) == (
        "Likely conflict on the target; the program is in doubt",
        "تعارض مرجَّح في الهدف؛ والبرنامج غير متيقّن",
    )
    assert why(a_comparison(), lift=300).en.endswith("; a verdict on one of the claims is close")
    assert "قريب" in why(a_comparison(), lift=300).ar


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
