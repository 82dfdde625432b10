"""The fifth sample article: two sources about the same days, held against each other as a person would."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import claims
from claims.model import Apparent, Claim, Comparison, Relation, SameEvent, Slot

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def every() -> dict[str, Claim]:
    """All claims of the sample articles by id."""
    return {
        claim.id: claim
        for path in sorted(SEEDS.glob("*.txt"))
        for claim in claims.extract(claims.read(path.read_bytes(), name=path.name)).claims
    }


@cache
def suggested() -> tuple[tuple[Comparison, Claim, Claim], ...]:
    """All suggested pairs of the sample articles with both claims."""
    pairs = claims.compare_all(tuple(every().values()))
    return tuple((pair, every()[pair.key.left], every()[pair.key.right]) for pair in pairs)


def of_day(day: str, kind: str = "strike") -> list[tuple[Comparison, set[str]]]:
    """The pairs of one kind and one day, each with its speakers."""
    return [
        (pair, {left.speaker.source, right.speaker.source})
        for pair, left, right in suggested()
        if {left.kind, right.kind} == {kind}
        and {one.date.edtf for one in (left, right) if one.date} == {day}
    ]


def test_on_three_days_the_department_and_the_networks_name_other_targets() -> None:
    """The 23rd, 27th and 28th of March: the organisation here, the army and its allies there."""
    for day in ("2018-03-23", "2018-03-27", "2018-03-28"):
        found = [
            (pair.conflicting, pair.apparent)
            for pair, speakers in of_day(day)
            if "US Department of Defense" in speakers and pair.relation is Relation.CONFLICT
        ]

        assert found
        assert set(found) == {((Slot.TARGET,), Apparent.CONTRADICTION)}


def test_days_of_which_one_source_tells_alone_have_no_pair() -> None:
    """The 24th and the 26th are told by the department only."""
    assert not of_day("2018-03-24")
    assert not of_day("2018-03-26")


def test_no_conflict_is_suggested_but_those_on_the_target() -> None:
    """About 60 states and 69 states, strikes in all and one strike: other times, looked at, not shouted about."""
    loud = [pair for pair, _, _ in suggested() if pair.relation is Relation.CONFLICT]

    assert loud
    assert all(pair.conflicting == (Slot.TARGET,) for pair in loud)


def test_two_counts_of_the_members_at_two_times_are_unsure() -> None:
    """The likely kind says why: another time."""
    [one, other] = [
        claim
        for claim in every().values()
        if {figure.unit for figure in claim.quantities} == {"states"}
    ]
    pair = claims.compare(one, other)

    assert pair.same_event is SameEvent.UNSURE
    assert pair.relation is Relation.UNSURE
    assert pair.apparent is Apparent.TIME_WINDOW
