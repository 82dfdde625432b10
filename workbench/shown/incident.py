"""One incident: who says what of each slot, how that stands to the others, who counts how many, which copies count once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypedDict

from claims.model import (
    Claim,
    Incident,
    IncidentSheet,
    QueueItem,
    SheetCell,
    SheetRow,
    Slot,
    Toll,
    Voice,
)
from claims.services import sign_words, toll_caption, voice_words
from workbench.shown import names, values
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import direction, visible
from workbench.shown.voices import Called
from workbench.wording import Words, isolate, mark

KEYS: Final[tuple[Key, ...]] = (
    Key("next", "KeyJ", "J", "ت", mark("Next claim")),
    Key("previous", "KeyK", "K", "ن", mark("Previous claim")),
    Key("read", "Enter", "⏎", "", mark("Read the claim in its document")),
    Key("compare", "KeyC", "C", "ؤ", mark("Compare: open the claim's first pair")),
    Key("choose", "KeyX", "X", "ء", mark("Choose the claim, to split it off from the others")),
    Key("split", "KeyS", "S", "س", mark("Split the chosen claims off as an incident of their own")),
    Key("merge", "KeyM", "M", "ة", mark("Merge with another incident")),
    Key("undo", "KeyZ", "Z", "ئ", mark("Take back your last merge or split")),
    Key("list", "KeyB", "B", "لا", mark("Back to the list of incidents")),
    Key("back", "Escape", "Esc", "", mark("One step back")),
    Key("help", "Slash", "?", "؟", mark("This list")),
)

_LABELS: Final[Mapping[str, str]] = {
    "picture": mark("Who says what"),
    "source": mark("Source"),
    "counts": mark("Counts"),
    "noCounts": mark("Nobody counts people here."),
    "claims": mark("Claims"),
    "pairs": mark("Pairs"),
    "noPairs": mark("No two sources of this incident were compared."),
    "mine": mark("Your word"),
    "choose": mark("Choose"),
    "split": mark("Split off"),
    "merge": mark("Merge"),
    "undo": mark("Undo"),
    "mergeWith": mark("Merge with"),
    "mergeIt": mark("Merge both"),
    "splitOff": mark("Claims to be split off:"),
    "splitIt": mark("Split them off"),
    "chooseSome": mark(
        "Choose some of the claims first, not all of them: X chooses the claim at hand."
    ),
    "noOthers": mark("There is no other incident around these days."),
    "reason": mark("Reason, in your words"),
    "cancel": mark("Cancel"),
    "saving": mark("Saving …"),
    "history": mark("What was changed here"),
    "read": mark("Read"),
    "compare": mark("Compare"),
    "list": mark("All incidents"),
    "notStated": mark("not stated"),
    "next": mark("Next claim"),
    "previous": mark("Previous claim"),
    "keyMap": mark("Keys"),
    "byPlace": mark("Keys go by their place on the keyboard, so they work on an Arabic layout."),
    "singleKeys": mark("Single keys act"),
    "close": mark("Close"),
}


class Reading(values.Value):
    """A value with the claim that states it."""

    claim: str


class Cell(TypedDict):
    """What one source says of one slot, how that stands to the others, from whom it differs and who says so."""

    sign: str
    word: str
    other: str
    values: list[Reading]


class Source(TypedDict):
    """One row of the picture."""

    name: str
    dir: str
    lineage: str
    once: str
    cells: list[Cell]


class Count(TypedDict):
    """A range of counts and who says which."""

    range: str
    said: list[dict[str, str]]


class Told(TypedDict):
    """A claim of the incident."""

    id: str
    source: str
    statement: str
    dir: str
    lang: str
    pair: str


class Pair(TypedDict):
    """Two of its claims, held side by side."""

    key: str
    left: str
    right: str
    sign: str
    word: str
    slots: str
    mine: str


def picture(
    sheet: IncidentSheet,
    claims: Mapping[str, Claim],
    items: Sequence[QueueItem],
    called: Called,
    words: Words,
) -> dict[str, object]:
    """Everything that is shown of an incident.

    Args:
        sheet: the incident in full, as the engine has it.
        claims: its claims, by id.
        items: the pairs among them.
        called: what each source is called.
        words: of the reader's language.
    """
    once = {
        name: [other for other in each.sources if other != name]
        for each in sheet.lineages
        for name in each.sources
    }
    return {
        "id": sheet.incident.id,
        "slots": [{"id": slot.value, "name": words(names.SLOTS[slot])} for slot in Slot],
        "sources": [_source(row, once.get(row.source, ()), called, words) for row in sheet.rows],
        "counts": [_count(toll, called, words) for toll in sheet.incident.tolls],
        "claims": [
            _told(claims[name], items, called)
            for row in sheet.rows
            for name in row.claims
            if name in claims
        ],
        "pairs": [_pair(item, called, words) for item in items],
        "labels": {
            **{name: words(text) for name, text in _LABELS.items()},
            "keys": labelled(KEYS, words),
        },
    }


def facts(incident: Incident, words: Words) -> str:
    """How many sources, how many of these have an origin of their own, and claims."""
    said = [
        words.many("{count} source", "{count} sources", len(incident.accounts)),
        words.many("{count} of separate origin", "{count} of separate origins", incident.lineages),
        words.many("{count} claim", "{count} claims", len(incident.claims)),
    ]
    return " · ".join(said)


def _source(row: SheetRow, once: Sequence[str], called: Called, words: Words) -> Source:
    return Source(
        **called.voice(row.source),
        lineage=words(names.LINEAGES[row.lineage]),
        once=words("counts once together with {names}", names=_named(once, called, words))
        if once
        else "",
        cells=[_cell(cell, called, words) for cell in row.cells],
    )


def _cell(cell: SheetCell, called: Called, words: Words) -> Cell:
    sign, told_in_words = sign_words(cell.sign)
    found: dict[tuple[str, str], Reading] = {}
    for said in cell.said:
        value = values.said(said, words)
        found.setdefault((value["raw"], value["read"]), Reading(**value, claim=said.claim))
    return Cell(
        sign=sign,
        word=told_in_words.within(words.language),
        other=words("; ").join(_against(cell, called, words)),
        values=list(found.values()),
    )


def _against(cell: SheetCell, called: Called, words: Words) -> Iterator[str]:
    """From whom it differs, and whose word that is where it is no mere suggestion."""
    if cell.differing:
        yield words("differs from {names}", names=_named(cell.differing, called, words))
    if cell.voice is not Voice.SUGGESTED:
        yield voice_words(cell.voice).within(words.language)


def _named(sources: Iterable[str], called: Called, words: Words) -> str:
    return words(", ").join(isolate(called(source)) for source in sources)


def _count(toll: Toll, called: Called, words: Words) -> Count:
    """A range, and the words of each count in it."""
    said = []
    for one in toll.counts:
        raw = visible(one.text)
        said.append(
            {"source": called(one.source), "raw": raw, "dir": direction(raw), "claim": one.claim}
        )
    return Count(range=toll_caption(toll, words.language), said=said)


def _told(claim: Claim, items: Sequence[QueueItem], called: Called) -> Told:
    statement = visible(claim.statement)
    pair = next((item.key for item in items if claim.id in {item.key.left, item.key.right}), "")
    way = direction(statement)
    return Told(
        id=claim.id,
        source=called(claim.speaker.source),
        statement=statement,
        dir=way,
        lang="ar" if way == "rtl" else "en",
        pair=str(pair),
    )


def _pair(item: QueueItem, called: Called, words: Words) -> Pair:
    left, right = (called(side.claim.speaker.source) for side in (item.left, item.right))
    said = item.mine.mark if item.mine and item.mine.counts else None
    relation = item.comparison.relation
    return Pair(
        key=str(item.key),
        left=left,
        right=right,
        sign=names.RELATION_SIGNS[relation],
        word=words(names.RELATIONS[relation]),
        slots=words(", ").join(words(names.SLOTS[slot]) for slot in item.comparison.conflicting),
        mine=f"{names.RELATION_SIGNS[said.relation]} {words(names.RELATIONS[said.relation])}"
        if said
        else "",
    )
