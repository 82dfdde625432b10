"""Publication bounds what a claim does not say: never its date, an upper bound and weak evidence of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.comparison import compare, incidents
from claims.comparison.told import gap, told_apart
from claims.model import Claim, SameEvent

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


def test_the_day_of_publication_is_never_taken_for_the_date() -> None:
    """Two accounts of a town published on one day meet, and stay in doubt."""
    left, right = _told(1, "", "2018-03-11"), _told(2, "", "2018-03-11")

    assert gap(left, right) == 0
    assert compare(left, right).same_event is SameEvent.UNSURE


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
