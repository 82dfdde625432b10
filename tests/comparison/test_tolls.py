"""Ranges of counts: from the least to the most, with what each end rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.comparison.tolls import toll_caption, tolls
from claims.model import Attribution, Claim, Lineage, Quantity, Span, Toll
from tests.factories import a_claim


def _count(low: int | None, high: int | None, *, more_than: bool = False) -> Quantity:
    return Quantity(low, high, more_than, False, False, "killed", "civilian", "so many", Span(0, 7))


def _toll(*counts: Quantity) -> Toll:
    """The range of what sources of their own say."""
    claims: list[Claim] = []
    for number, one in enumerate(counts):
        said = a_claim(quantities=(one,), attribution=(Attribution(f"s{number}", Lineage.UNKNOWN),))
        claims.append(replace(said, id=f"{number:016x}"))
    [found] = tolls(claims)
    return found


@pytest.mark.parametrize(
    ("counts", "low", "high", "more", "said"),
    [
        ([_count(3, 3), _count(11, 11)], 3, 11, False, "3 to 11 civilians killed"),
        ([_count(7, None), _count(11, 11)], 7, 11, False, "7 to 11 civilians killed"),
        ([_count(5, 5), _count(9, None)], 5, 9, True, "5 to 9 civilians killed, or more"),
        ([_count(9, 9), _count(9, None)], 9, 9, False, "9 civilians killed"),
        ([_count(20, None)], 20, 20, True, "at least 20 civilians killed"),
        ([_count(5, None, more_than=True)], 6, 6, True, "at least 6 civilians killed"),
    ],
)
def test_an_open_count_hides_no_figure(
    counts: list[Quantity], low: int, high: int, more: bool, said: str
) -> None:
    """*At least* leaves the end open only where nobody gives a figure as high; of more than five the least is six."""
    found = _toll(*counts)

    assert (found.low, found.high, found.open) == (low, high, more)
    assert toll_caption(found, "en") == said
    assert toll_caption(found, "ar") != said


def test_what_only_bounds_a_count_from_above_is_no_end_of_a_range() -> None:
    """*Fewer than ten* are not ten, and may be none: beside a figure it moves no end, alone it makes no range."""
    found = _toll(_count(None, 10), _count(7, 7))
    alone = a_claim(quantities=(_count(None, 10),))

    assert (found.low, found.high, found.open) == (7, 7, False)
    assert tolls([alone]) == ()


def test_both_ends_say_who_gives_them() -> None:
    """By source and claim."""
    found = _toll(_count(3, 3), _count(7, None), _count(11, 11))

    assert [one.source for one in found.lowest] == ["s0"]
    assert [one.source for one in found.highest] == ["s2"]
