"""Figures of agreement, against the examples that were published with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.review.agreement import (
    Answers,
    Table,
    Undefined,
    cohen,
    figure,
    fleiss,
    krippendorff,
    parted,
    percent,
    table,
)

COHEN_1960 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""Two judges on 200 subjects (Cohen 1960, the example of kappa): kappa 0.492."""

FLEISS = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip
"""Fourteen raters, ten subjects, five categories: the worked example of Fleiss' kappa in Wikipedia, 0.210."""

FLEISS_1971 = (
    (0, 0, 0, 6, 0), (0, 3, 0, 0, 3), (0, 1, 4, 0, 1), (0, 0, 0, 0, 6), (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0), (0, 0, 4, 0, 2), (2, 0, 3, 1, 0), (2, 0, 0, 4, 0), (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0), (1, 1, 0, 4, 0), (0, 3, 3, 0, 0), (1, 0, 0, 5, 0), (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1), (3, 0, 0, 1, 2), (5, 1, 0, 0, 0), (0, 2, 0, 4, 0), (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6), (0, 1, 0, 5, 0), (0, 2, 0, 1, 3), (2, 0, 0, 4, 0), (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0), (4, 0, 0, 0, 2), (0, 2, 0, 4, 0), (1, 0, 5, 0, 0), (0, 0, 0, 0, 6),
)  # fmt: skip
"""Six psychiatrists, thirty patients, five diagnoses (Fleiss 1971, table 1): kappa 0.430, observed 0.556, chance 0.220."""

KRIPPENDORFF_2011 = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Four observers, twelve units, values missing (Krippendorff 2011, section C): nominal alpha 0.743."""


KRIPPENDORFF_A = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
"""Two observers, ten units, two values (Krippendorff 2011, section A): alpha 0.095."""

KRIPPENDORFF_B = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
"""Two observers, twelve units, five values (Krippendorff 2011, section B): alpha 0.692."""


def _pairs(rows: Sequence[Sequence[int]]) -> list[Answers]:
    return [
        {"a": row, "b": column}
        for row, counts in enumerate(rows)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]


def _raters(counts: Sequence[int]) -> Answers:
    values = [value for value, count in enumerate(counts) for _ in range(count)]
    return {str(number): value for number, value in enumerate(values)}


def _units(rows: Sequence[str]) -> list[Answers]:
    cells = [row.split() for row in rows]
    return [
        {str(who): row[unit] for who, row in enumerate(cells) if row[unit] != "."}
        for unit in range(len(cells[0]))
    ]


def test_cohens_example() -> None:
    """Observed 0.70, expected 0.41."""
    found = table(_pairs(COHEN_1960))
    assert percent(found) == pytest.approx(0.70)
    assert cohen(found) == pytest.approx(0.492, abs=0.0005)


def test_fleiss_example() -> None:
    """Observed 0.378, expected 0.213."""
    found = table(map(_raters, FLEISS))
    assert percent(found) == pytest.approx(0.378, abs=0.0005)
    assert fleiss(found) == pytest.approx(0.210, abs=0.0005)


def test_fleiss_own_example() -> None:
    """Observed 0.556; by chance 0.220."""
    found = table(map(_raters, FLEISS_1971))
    assert percent(found) == pytest.approx(0.556, abs=0.0005)
    assert fleiss(found) == pytest.approx(0.430, abs=0.0005)


def test_krippendorffs_example_with_missing_values() -> None:
    """The unit that one observer alone answered counts for nothing."""
    found = table(_units(KRIPPENDORFF_2011))
    assert sum(found.values()) == 11
    assert krippendorff(found) == pytest.approx(0.743, abs=0.0005)
    with pytest.raises(Undefined, match="uneven"):
        fleiss(found)


@pytest.mark.parametrize(("rows", "alpha"), [(KRIPPENDORFF_A, 0.095), (KRIPPENDORFF_B, 0.692)])
def test_krippendorffs_examples_of_two_observers(rows: Sequence[str], alpha: float) -> None:
    """Two values and five; nothing missing."""
    assert krippendorff(table(_units(rows))) == pytest.approx(alpha, abs=0.0005)


def test_the_interval_of_the_percentage_is_the_textbook_one() -> None:
    """The jackknife of a mean is its standard error: for 140 of 200, 0.7 ± 1.96 * sqrt(0.7 * 0.3 / 199)."""
    found = figure(percent, table(_pairs(COHEN_1960)))
    assert found.value == pytest.approx(0.7)
    assert found.low == pytest.approx(0.7 - 1.959964 * (0.21 / 199) ** 0.5)
    assert found.high == pytest.approx(0.7 + 1.959964 * (0.21 / 199) ** 0.5)


@pytest.mark.parametrize(("size", "low"), [(2, 0.158), (10, 0.692), (100, 0.964)])
def test_few_pairs_that_all_agree_are_no_certainty(size: int, low: float) -> None:
    """The exact bound of n of n, as the tables of Clopper and Pearson have it; total disagreement is its mirror."""
    agree = figure(percent, table([{"a": 1, "b": 1}] * size))
    part = figure(percent, table([{"a": 1, "b": 2}] * size))
    assert (agree.value, agree.high, part.value, part.low) == (1.0, 1.0, 0.0, 0.0)
    assert agree.low == pytest.approx(low, abs=0.001)
    assert part.high == pytest.approx(1 - low, abs=0.001)


def test_a_figure_beyond_chance_has_no_interval_where_all_items_are_alike() -> None:
    """Nothing varies, so nothing can be said of how much it would."""
    found = figure(krippendorff, table([{"a": 1, "b": 2}] * 6))
    assert (found.low, found.high) == (None, None)


@pytest.mark.parametrize(
    ("measure", "units", "value", "why"),
    [
        (cohen, ("a a a a", "a b a b"), 0.0, "one_throughout"),
        (cohen, ("a a a a", "b b b b"), 0.0, "one_throughout"),
        (krippendorff, ("a a a a", "b b b b"), -0.75, "no_spread"),
        (fleiss, ("a a b", "b b a"), -1.0, "no_spread"),
        (krippendorff, ("a a a", "a a b"), 0.0, "hinges"),
        (cohen, ("a", "b"), 0.0, "one_item"),
        (krippendorff, ("a b a b", "a b b a"), 0.125, ""),
        (percent, ("a", "b"), 0.0, ""),
        (percent, ("a a", "a b", "b b"), 1 / 3, "no_spread"),
    ],
)
def test_a_figure_without_an_interval_says_why(
    measure: Callable[[Table], float], units: tuple[str, ...], value: float, why: str
) -> None:
    """One gave one answer throughout, it hangs on one item, nothing varies, or there is one item only; one with an interval says nothing."""
    found = figure(measure, table(_units(units)))
    assert found.value == pytest.approx(value)
    assert found.bare == why
    assert (found.low is None) == bool(why)


def test_the_interval_of_kappa_is_near_the_published_error() -> None:
    """Cohen 1960 gives for his example sigma 0.0522 by sqrt(po(1-po) / (N(1-pe)^2)), near which the jackknife lies."""
    found = figure(cohen, table(_pairs(COHEN_1960)))
    assert found.low is not None
    assert found.value is not None
    assert (found.value - found.low) / 1.959964 == pytest.approx(0.0522, abs=0.006)


@pytest.mark.parametrize("measure", [cohen, fleiss, krippendorff])
def test_one_value_only_is_no_agreement_beyond_chance(measure: object) -> None:
    """It is undefined, and said to be so; never 1 and never 0."""
    found = figure(measure, table([{"a": "x", "b": "x"}] * 9))  # type: ignore[arg-type]
    assert (found.value, found.why) == (None, "one_value")


@pytest.mark.parametrize("measure", [percent, cohen, fleiss, krippendorff])
def test_without_items_there_is_no_figure(measure: object) -> None:
    """Single answers are no items."""
    found = figure(measure, table([{"a": "x"}, {}]))  # type: ignore[arg-type]
    assert (found.value, found.why) == (None, "no_items")


def test_cohen_is_of_two_people() -> None:
    """For more there are the others."""
    items = table([{"a": 1, "b": 1}, {"b": 1, "c": 2}])
    assert figure(cohen, items).why == "more_people"


values = st.integers(0, 3)


@given(st.lists(st.lists(values, min_size=2, max_size=4, unique=True), min_size=1, max_size=20))
def test_total_disagreement_never_scores_above_zero(items: list[list[int]]) -> None:
    """Where no two people say the same of anything, no figure shows agreement."""
    found = table({str(who): value for who, value in enumerate(item)} for item in items)
    for measure in (percent, cohen, fleiss, krippendorff):
        value = figure(measure, found).value
        assert value is None or value <= 1e-12


@given(st.lists(st.lists(values, min_size=3, max_size=3), min_size=1, max_size=20))
def test_no_figure_is_beyond_full_agreement_and_the_interval_holds_it(
    items: list[list[int]],
) -> None:
    """Between -1 and 1; full agreement on more than one value is 1."""
    found = table({str(who): value for who, value in enumerate(item)} for item in items)
    for measure in (percent, fleiss, krippendorff):
        result = figure(measure, found)
        if result.value is None:
            continue
        assert -1 - 1e-9 <= result.value <= 1 + 1e-9
        if result.low is not None and result.high is not None:
            assert result.low <= result.value + 1e-9
            assert result.value <= result.high + 1e-9
        if all(len(set(item)) == 1 for item in items):
            assert result.value == pytest.approx(1)


def test_the_interval_of_a_percentage_stays_among_percentages() -> None:
    """Half of two items agreed on is no fewer than none of them."""
    found = figure(percent, table([{"a": 1, "b": 1}, {"a": 1, "b": 2}]))
    assert found.value == pytest.approx(0.5)
    assert found.low is not None
    assert found.low >= 0


_ODD = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["x", "y", "z", None]), max_size=4)


@given(st.lists(_ODD, max_size=15))
def test_whatever_is_missing_no_figure_shows_agreement_that_is_not_there(
    items: list[dict[str, str | None]],
) -> None:
    """Items that nobody, one person or some answered, one value only, no answer as a value: a figure or why there is none.

    Where no two say the same it is not above 0, and where anybody parts it is below 1.
    """
    found = table(items)
    answered = [list(item.values()) for item in items if len(item) >= 2]
    assert sum(found.values()) == len(answered)
    apart = all(len(set(said)) == len(said) for said in answered)
    parted = any(len(set(said)) > 1 for said in answered)
    for measure in (percent, cohen, fleiss, krippendorff):
        result = figure(measure, found)
        assert (result.value is None) == bool(result.why)
        if result.value is None:
            assert result.why in {"no_items", "one_value", "uneven", "more_people"}
            assert (result.low, result.high) == (None, None)
            continue
        assert -1 - 1e-9 <= result.value <= 1 + 1e-9
        assert not (apart and result.value > 1e-12)
        assert not (parted and result.value > 1 - 1e-12)


@given(st.lists(st.sampled_from("xyz"), max_size=10))
def test_one_reviewer_alone_agrees_with_nobody(said: list[str]) -> None:
    """There is no figure, and it says that there are no items."""
    found = table({"a": value} for value in said)
    assert {figure(each, found).why for each in (percent, cohen, fleiss, krippendorff)} == {
        "no_items"
    }


@given(st.lists(_ODD, max_size=15))
def test_each_item_is_measured_or_left_out_for_one_reason(
    items: list[dict[str, str | None]],
) -> None:
    """What a figure rests on and what it leaves out are all there is; of fewer than two answers nobody asks whether they are empty."""
    found, without = parted(items)
    assert sum(found.values()) + sum(without.values()) == len(items)
    assert without.get("absent", 0) == sum(len(item) < 2 for item in items)
    assert all(any(value for _, value in pattern) for pattern in found)
