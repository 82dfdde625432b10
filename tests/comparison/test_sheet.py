"""One incident in full: the table of sources and slots, counts with who says which, copies, places."""

from __future__ import annotations

from dataclasses import replace

from claims.comparison import compare_all, incidents, sheet, timeline
from claims.model import (
    CellState,
    Claim,
    IncidentSheet,
    Mark,
    Modality,
    Relation,
    SameEvent,
    SheetCell,
    Sign,
    Slot,
    Spoken,
    Voice,
)

from .accounts import read_all
from .test_candidates import a_raid

EVERY = read_all()


def _sheet(claims: tuple[Claim, ...] = EVERY) -> IncidentSheet:
    compared = compare_all(claims)
    raid = max(incidents(claims, compared), key=lambda one: len(one.accounts))
    return sheet(raid, [claim for claim in claims if claim.id in raid.claims], compared)


def _cells(found: IncidentSheet, slot: Slot) -> dict[str, SheetCell]:
    return {row.source: cell for row in found.rows for cell in row.cells if cell.slot is slot}


def test_every_value_is_quoted_to_the_letter() -> None:
    """The words of a cell stand in the sentence of its claim, and each source has all five slots."""
    quotes = {claim.id: claim for claim in EVERY}

    for row in _sheet().rows:
        assert [cell.slot for cell in row.cells] == list(Slot)
        for cell in row.cells:
            assert (cell.sign is Sign.SILENT) == (not cell.said)
            for said in cell.said:
                assert said.document == quotes[said.claim].document
                assert len(said.text) == len(said.span)


def test_signs_say_who_agrees_and_who_stands_alone() -> None:
    """All say the day; the ministry's target is nobody else's, and the pair that says so is named."""
    found = _sheet()

    assert {cell.sign for cell in _cells(found, Slot.DATE).values()} == {Sign.AGREES}
    alone = [cell for cell in _cells(found, Slot.TARGET).values() if cell.sign is Sign.ALONE]
    assert alone
    assert all(cell.differing and not cell.agreeing for cell in alone)
    assert any(cell.conflicts for cell in alone)


def test_what_nobody_else_says_is_no_lone_stand() -> None:
    """One source alone differs from nobody."""
    [row] = _sheet(read_all("other")).rows

    assert {cell.sign for cell in row.cells} <= {Sign.ONLY, Sign.SILENT}
    assert row.alone == ()


def test_a_range_says_who_gives_which_count() -> None:
    """From the least to the most; a source's earlier, lower count is shown and does not widen the range."""
    [killed] = [toll for toll in _sheet().incident.tolls if toll.unit == "killed"]

    assert {(one.low, one.last) for one in killed.counts} == {(9, True), (11, True)}
    assert {one.source for one in killed.counts} == set(killed.sources)
    assert all(one.claim in killed.claims and one.text for one in killed.counts)


def test_places_carry_coordinates_where_they_are_known() -> None:
    """The town, named by all."""
    [spot, *_] = _sheet().spots

    assert spot.place.name == "Raqqa"
    assert spot.place.lat is not None
    assert len(spot.sources) >= 3


def test_copies_count_once_and_the_pair_that_shows_it_is_named() -> None:
    """Two papers that print one sentence are one lineage."""
    one = next(claim for claim in read_all("network") if claim.kind == "strike")
    (link,) = one.attribution
    links = [replace(link, source=name, span=None) for name in ("one paper", "another paper")]
    copies = tuple(
        replace(one, id=str(number), document=f"{number:016x}", attribution=(each,))
        for number, each in enumerate(links)
    )

    [lineage] = _sheet(copies).lineages

    assert (lineage.sources, lineage.reason) == (("another paper", "one paper"), "copy")
    assert len(lineage.pairs) == 1


def test_the_spread_of_the_dates_is_told_beside_the_days_all_allow() -> None:
    """One says the 10th, one the days from the 9th to the 11th."""
    exact, loose = a_raid(1, "2018-03-10"), a_raid(2, "2018-03-09/2018-03-11")
    [found] = incidents([exact, loose], compare_all([exact, loose]))

    assert (found.first, found.last) == ("2018-03-10", "2018-03-10")
    assert (found.earliest, found.latest) == ("2018-03-09", "2018-03-11")


def test_the_timeline_goes_by_days_and_names_conflicts() -> None:
    """What nobody dates stands apart."""
    undated = replace(a_raid(9, "2018-03-10"), date=None)
    every = (*EVERY, undated)
    compared = compare_all(every)

    found = timeline(incidents(every, compared), compared)

    days = [entry.incident.first for entry in found.dated]
    assert days == sorted(days)
    assert all(entry.incident.first == "" for entry in found.undated)
    assert len(found.undated) == 1
    [parted] = [entry for entry in found.dated if entry.state is CellState.CONFLICT]
    assert Slot.TARGET in parted.conflicting


def test_who_denies_a_deed_does_not_agree_with_who_tells_it() -> None:
    """On the day of it they may; on who was hit and how many no denial is agreement, for either side."""
    compared = compare_all(EVERY)
    raid = max(incidents(EVERY, compared), key=lambda one: len(one.accounts))
    first, *others = [claim for claim in EVERY if claim.id in raid.claims]
    same = replace(
        first, id="~", document="~", attribution=others[0].attribution, modality=Modality.DENIED
    )
    denier = replace(same.speaker, source="the denier")
    denied = replace(same, attribution=(denier,))

    def cells(one: Claim, slot: Slot) -> set[Sign]:
        found = sheet(raid, [first, one], ())
        return {cell.sign for row in found.rows for cell in row.cells if cell.slot is slot}

    assert cells(replace(denied, modality=Modality.ASSERTED), Slot.TARGET) == {Sign.AGREES}
    assert cells(denied, Slot.DATE) == {Sign.AGREES}
    for slot in (Slot.ACTOR, Slot.TARGET, Slot.QUANTITY):
        assert not cells(denied, slot) & {Sign.AGREES, Sign.COMPATIBLE}


def test_where_reviewers_are_unsure_nobody_says_that_others_agree() -> None:
    """No word of theirs stands on a slot, and what the suggestion parts on is in conflict still."""
    compared = compare_all(EVERY)
    raid = max(incidents(EVERY, compared), key=lambda one: len(one.accounts))
    told = [claim for claim in EVERY if claim.id in raid.claims]
    said = {
        each.key: Spoken((Mark(each.key, SameEvent.YES, Relation.UNSURE),)) for each in compared
    }
    found, before = sheet(raid, told, compared, said), sheet(raid, told, compared)

    every = [cell for row in found.rows for cell in row.cells]
    assert {cell.voice for cell in every} == {Voice.SUGGESTED}
    conflicting = [cell for row in before.rows for cell in row.cells if cell.conflicts]
    assert conflicting
    assert [cell.conflicts for cell in every if cell.conflicts] == [
        cell.conflicts for cell in conflicting
    ]
    agreeing = {Sign.AGREES, Sign.COMPATIBLE}
    assert not [cell for cell in every if cell.conflicts and cell.sign in agreeing]
