"""Which pairs are looked at."""

from __future__ import annotations

from dataclasses import replace

from claims.comparison import candidates
from claims.model import Attribution, Claim, DateValue, Lineage, PairKey, Place, Span

from .accounts import read

[RAID] = [claim for claim in read("other") if claim.kind == "strike"]


def a_raid(number: int, edtf: str, speaker: str = "", place: str = "p") -> Claim:
    """A made-up raid, told by a source of its own."""
    where = Place("Town", place, None, None, "in", "Town", Span(0, 4))
    said = Attribution(speaker or f"source {number}", Lineage.UNKNOWN)
    day = DateValue(edtf, "that day", Span(0, 8), "stated")
    return replace(RAID, id=f"{number:016x}", date=day, places=(where,), attribution=(said,))


def _met(one: str, other: str) -> bool:
    left, right = a_raid(1, one), a_raid(2, other)
    return candidates([left, right]) == (PairKey.of(left.id, right.id),)


def test_dates_that_overlap_meet_however_vague_they_are() -> None:
    """A day meets its month, its year, and a span of weeks that began the month before."""
    assert _met("2018-03-17", "2018-03-17")
    assert _met("2018-03-17", "2018-03")
    assert _met("2018-03-17", "2018")
    assert _met("2018-04-02", "2018-03-25/2018-04-10")


def test_days_of_different_months_do_not_meet() -> None:
    """Nothing but the place is shared."""
    assert not _met("2018-03-17", "2018-05-17")


def test_one_speaker_does_not_meet_itself() -> None:
    """Two claims of one source are no pair."""
    assert candidates([a_raid(1, "2018-03-17", "a"), a_raid(2, "2018-03-17", "a")]) == ()


def test_a_large_block_is_not_dropped() -> None:
    """Among 1,000 claims of one day those of one place still meet, and the work stays bounded."""
    crowd = [a_raid(n, "2018-03-17", place=f"p{n // 2:04}") for n in range(1000)]

    found = set(candidates(crowd))

    assert {PairKey.of(crowd[n].id, crowd[n + 1].id) for n in range(0, 1000, 2)} <= found
    assert len(found) <= 1000 * 100
