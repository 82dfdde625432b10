"""Incidents as a list, and one of them as a picture."""

from __future__ import annotations

from dataclasses import replace

from claims.comparison import sheet
from claims.model import (
    Account,
    Attribution,
    Claim,
    DocumentHead,
    Incident,
    IncidentSheet,
    Level,
    Lineage,
    PairKey,
    Party,
    QueueItem,
    Side,
    Slot,
    SlotComparison,
    Span,
    Stated,
    Toll,
)
from claims.model.sheet import Voice
from tests.factories import a_claim, a_comparison, a_message
from workbench import wording
from workbench.shown import incident as picture
from workbench.shown import incidents, regrouping, timeline, told
from workbench.shown.incidents import Asked, Gist
from workbench.shown.voices import Called

EN, AR = wording.of("en"), wording.of("ar")


def a_source(name: str, number: int, target: str = "depot") -> Claim:
    """A claim of a source."""
    claim = a_claim(
        f"{name} said a strike hit a {target}",
        targets=(Party(target, "", "infrastructure", target, Span(0, len(target))),),
        attribution=(Attribution(name, Lineage.UNKNOWN),),
    )
    return replace(claim, id=f"{number:016x}")


ONE, TWO, THREE = (a_source(name, n) for n, name in enumerate(("One", "Two", "Three"), 1))
CLAIMS = {claim.id: claim for claim in (ONE, TWO, THREE)}


def account(claim: Claim, *, alone: bool = False) -> Account:
    """A source that states a target."""
    stated = (Stated(Slot.TARGET, (claim.id,), alone),)
    return Account(claim.speaker.source, Lineage.UNKNOWN, (claim.id,), stated)


def an_incident(
    *accounts: Account, first: str = "2018-03-23", last: str = "2018-03-23"
) -> Incident:
    """An incident of these accounts."""
    ids = tuple(sorted(name for each in accounts for name in each.claims))
    toll = Toll("killed", "civilian", 3, 11, ("One",), ())
    return Incident(ids[0], ids, first, last, accounts, len(accounts), (toll,))


def an_item(left: Claim, right: Claim, level: Level) -> QueueItem:
    """A pair that was compared on the target."""
    slots = (SlotComparison(Slot.TARGET, level, a_message()),)
    comparison = a_comparison(left.id, right.id, slots=slots)
    head = DocumentHead("d" * 16, "a.txt", "0" * 64, "en", None, "", "", "", 40, 1, 0)
    sides = (Side(left, head, "", ""), Side(right, head, "", ""))
    return QueueItem(PairKey(left.id, right.id), 1, *sides, comparison, a_message())


def a_sheet(incident: Incident, items: list[QueueItem]) -> IncidentSheet:
    """The incident in full."""
    claims = [CLAIMS[name] for name in incident.claims]
    return sheet(incident, claims, [item.comparison for item in items])


def gist(incident: Incident) -> Gist:
    """Its gist."""
    return incidents.gist(incident, [CLAIMS[name] for name in incident.claims])


def test_a_source_that_others_contradict_stands_alone_and_it_is_said_against_whom() -> None:
    """By a sign and a word; the others agree with each other and not with it."""
    incident = an_incident(account(ONE), account(TWO), account(THREE, alone=True))
    items = [
        an_item(ONE, TWO, Level.EQUAL),
        an_item(ONE, THREE, Level.DIFFERENT),
        an_item(TWO, THREE, Level.DIFFERENT),
    ]
    shown = picture.picture(a_sheet(incident, items), CLAIMS, items, Called({}, EN), EN)
    rows = shown["sources"]
    assert isinstance(rows, list)
    cells = [row["cells"][list(Slot).index(Slot.TARGET)] for row in rows]
    assert [row["name"] for row in rows] == ["One", "Three", "Two"]
    assert [cell["sign"] for cell in cells] == ["±", "≠", "±"]
    assert "Three" in cells[0]["other"]
    assert cells[1]["word"] == "stands alone"
    assert [value["claim"] for value in cells[1]["values"]] == [THREE.id]
    assert rows[0]["cells"][0]["word"] == "not stated"


def test_what_is_said_of_a_cell_is_parted_by_the_signs_of_the_language() -> None:
    """From whom it differs and whose word that is: an Arabic semicolon in Arabic."""
    incident = an_incident(account(ONE), account(THREE, alone=True))
    items = [an_item(ONE, THREE, Level.DIFFERENT)]
    whole = a_sheet(incident, items)
    place = list(Slot).index(Slot.TARGET)
    row = whole.rows[0]
    cell = row.cells[place]
    facing = tuple(replace(one, voice=Voice.REVIEWERS) for one in cell.facing)
    cells = (*row.cells[:place], replace(cell, facing=facing), *row.cells[place + 1 :])
    decided = replace(whole, rows=(replace(row, cells=cells), *whole.rows[1:]))
    told_of = {}
    for words in (AR, EN):
        rows = picture.picture(decided, CLAIMS, items, Called({}, words), words)["sources"]
        assert isinstance(rows, list)
        told_of[words.language] = rows[0]["cells"][place]["other"]
    assert "؛ " in told_of["ar"]
    assert ";" not in told_of["ar"]
    assert "; " in told_of["en"]


def test_copies_count_once_and_it_is_said_with_whom() -> None:
    """Of two sources that lead back to one."""
    copied = replace(an_item(ONE, TWO, Level.ABSENT).comparison, dependence="copy")
    item = replace(an_item(ONE, TWO, Level.ABSENT), comparison=copied)
    incident = an_incident(account(ONE), account(TWO))
    shown = picture.picture(a_sheet(incident, [item]), CLAIMS, [item], Called({}, EN), EN)
    rows = shown["sources"]
    assert isinstance(rows, list)
    assert "Two" in rows[0]["once"]
    assert rows[0]["cells"][list(Slot).index(Slot.TARGET)]["word"] == "not compared"


def test_incidents_are_found_by_words_and_days_and_by_who_stands_alone() -> None:
    """Several words are all to be found; a day meets a stretch that holds it; no day meets what has none."""
    early = gist(an_incident(account(ONE)))
    late = gist(an_incident(account(TWO, alone=True), first="2018-04-01", last="2018-04-30"))
    never = gist(an_incident(account(THREE), first="", last=""))
    every = [early, late, never]
    assert incidents.asked_for(every, Asked()) == every
    assert incidents.asked_for(every, Asked(text="two DEPOT")) == [late]
    assert incidents.asked_for(every, Asked(since="2018-04-10", until="2018-04-12")) == [late]
    assert incidents.asked_for(every, Asked(until="2018-03-31")) == [early]
    assert incidents.asked_for(every, Asked(parted=True)) == [late]
    assert incidents.asked_for(every, Asked(order="newest"))[0] == late


def test_a_row_says_when_how_many_and_who_stands_alone() -> None:
    """In the reader's words; a stretch of days as a stretch."""
    one = gist(an_incident(account(ONE), account(THREE, alone=True)))
    row = incidents.listing([one], EN)["rows"][0]
    assert row["cells"][0]["text"] == "23 March 2018"
    assert row["cells"][5]["text"] == "3 to 11 civilians killed"
    assert row["cells"][6] == {"text": "Target", "sign": "≠"}
    assert told.when(an_incident(account(ONE), first="", last=""), AR) == "اليوم غير معروف"
    stretch = an_incident(account(ONE), first="2018-04-01", last="2018-04-30")
    assert told.when(stretch, EN) == "1 April 2018 to 30 April 2018"


def test_an_incident_without_a_first_or_a_last_day_is_told_found_and_offered() -> None:
    """An open stretch of days breaks no screen."""
    open_ended = gist(an_incident(account(ONE), first="2018-04-01", last=""))
    day = gist(an_incident(account(TWO)))
    assert told.when(open_ended.incident, EN) == "since 1 April 2018"
    assert incidents.asked_for([open_ended, day], Asked(since="2018-05-01")) == [open_ended]
    assert [one["id"] for one in regrouping.others(day, [open_ended, day], EN)] == [ONE.id]
    assert timeline.timeline([open_ended], EN) is None
