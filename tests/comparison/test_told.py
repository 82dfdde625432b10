"""Publication bounds what a claim does not say: never its date, an upper bound and weak evidence of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import claims
from claims.comparison import compare, incidents
from claims.comparison.told import gap, one_span, told_apart, told_together
from claims.model import Claim, Level, SameEvent, Slot, Source

from .test_candidates import a_raid


def _told(number: int, day: str, published: str) -> Claim:
    claim = replace(a_raid(number, day or "2018-03-10"), published=published)
    return claim if day else replace(claim, date=None)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("", "2018-03-11"), ("", "2018-03-12"), False),
        (("", "2018-03-11"), ("", "2018-03-20"), False),
        (("", "2018-03-11"), ("", "2018-05-20"), True),
        (("2018-03-10", "2018-03-11"), ("", "2018-03-11"), False),
        (("2018-03-10", "2018-03-11"), ("", "2018-03-07"), True),
        (("2018-03-10", "2018-03-11"), ("", "2019-03-07"), True),
        (("2018-03-10", "2018-03-11"), ("", ""), False),
        (("2018-03-10", "2018-03-11"), ("2018-03-10", "2019-03-07"), False),
    ],
)
def test_nothing_is_told_before_it_happens_or_much_later_without_a_day(
    one: tuple[str, str], other: tuple[str, str], apart: bool
) -> None:
    """Where both say when, or publication is not known, it decides nothing; both ways round alike."""
    left, right = _told(1, *one), _told(2, *other)

    assert told_apart(left, right) == told_apart(right, left) == apart
    assert (compare(left, right).same_event is SameEvent.NO) == apart


SINCE = "2018-01-20/.."


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((SINCE, "2018-02-20"), ("2018-02-10", "2018-02-11"), False),
        ((SINCE, "2018-02-20"), ("2018-02-21", "2018-02-22"), False),
        ((SINCE, "2018-02-20"), ("2018-03-10", "2018-03-11"), True),
        ((SINCE, ""), ("2018-03-10", "2018-03-11"), False),
        (("../2018-01-20", "2018-02-20"), ("2018-01-10", "2018-01-11"), False),
    ],
)
def test_what_goes_on_since_a_day_ends_where_it_was_published(
    one: tuple[str, str], other: tuple[str, str], apart: bool
) -> None:
    """Nothing that happens later is part of it; where publication is not known, its end stays open."""
    left, right = _told(1, *one), _told(2, *other)

    assert told_apart(left, right) == told_apart(right, left) == apart


@pytest.mark.parametrize(
    ("published", "same"), [("2018-02-21", True), ("2018-04-20", False), ("", False)]
)
def test_sums_since_one_day_are_of_one_span_when_told_at_one_time(
    published: str, same: bool
) -> None:
    """Months later the same words sum up more."""
    left, right = _told(1, SINCE, "2018-02-20"), _told(2, SINCE, published)

    assert one_span(left, right) == one_span(right, left) == same
    assert (compare(left, right).same_event is SameEvent.YES) == same


def test_the_day_of_publication_is_never_taken_for_the_date() -> None:
    """Two accounts of a town published on one day meet, and neither of them says when."""
    left, right = _told(1, "", "2018-03-11"), _told(2, "", "2018-03-11")
    compared = compare(left, right)

    assert gap(left, right) == 0
    assert [one.level for one in compared.slots if one.slot is Slot.DATE] == [Level.ABSENT]


def test_what_publication_bounds_may_be_grouped() -> None:
    """One place, told within days and otherwise alike: one incident; told weeks apart: two."""
    near = [_told(1, "", "2018-03-11"), _told(2, "2018-03-10", "2018-03-12")]
    far = [near[0], _told(3, "2018-03-10", "2018-03-30")]
    published = {claim.document: claim.published for claim in near}

    compared = [compare(*near)]
    assert [len(one.claims) for one in incidents(near, compared, {}, published)] == [2]
    late = replace(far[0], published="2018-03-25")
    published[late.document] = "2018-03-25"
    pair = [replace(late, document="f" * 16), far[1]]
    published |= {pair[0].document: "2018-03-25", pair[1].document: "2018-03-12"}
    assert len(incidents(pair, [compare(*pair)], {}, published)) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("", "2018-03-11"), ("", "2018-03-11"), True),
        (("2018-03-10", "2018-03-11"), ("", "2018-03-11"), True),
        (("2018-03-02", "2018-03-11"), ("", "2018-03-11"), False),
        (("", "2018-03-11"), ("", "2018-03-12"), False),
        (("", "2018-03"), ("", "2018-03"), False),
        (("", ""), ("", ""), False),
        (("2018-03-10", "2018-03-11"), ("2018-03-10", "2018-03-11"), False),
    ],
)
def test_news_of_one_day_is_told_together(
    one: tuple[str, str], other: tuple[str, str], together: bool
) -> None:
    """Where a side does not say when, and what the other says lies in those days; both ways round alike."""
    left, right = _told(1, *one), _told(2, *other)

    assert told_together(left, right) == told_together(right, left) == together


def test_two_posts_of_one_day_from_one_village_are_of_one_event() -> None:
    """A day later they may be of another: a village is shelled day after day."""
    post, same, later = (_told(n, "", f"2018-03-1{d}") for n, d in ((1, 1), (2, 1), (3, 2)))

    assert compare(post, same).same_event is SameEvent.YES
    assert compare(post, later).same_event is SameEvent.UNSURE


def test_near_a_town_on_the_day_is_what_is_told_of_the_town() -> None:
    """Of two claims one of which says no day: *near* it or in it, by one doer and published on the day."""
    [one, other] = (
        next(
            claim
            for claim in claims.extract(
                claims.read(
                    text.encode(), name=name, published="2016-06-04", publisher=Source(name)
                )
            ).claims
            if claim.kind == "strike"
        )
        for name, text in (
            ("one", "The Coalition struck houses in Tal Rifaat on 4 June 2016."),
            ("other", "The Coalition struck houses near Tal Rifaat."),
        )
    )
    published = {claim.document: claim.published for claim in (one, other)}
    found = incidents([one, other], [compare(one, other)], published=published)

    assert [len(each.claims) for each in found] == [2]
