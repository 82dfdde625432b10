"""One incident: who says what of each slot, how that stands to the others, who counts how many, which copies count once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypedDict

from claims.model import Account, Claim, Incident, Level, QueueItem, Slot, Stated, Toll
from claims.services import source_caption
from workbench.shown import names, told, values
from workbench.shown.keys import Key, labelled
from workbench.shown.passage import direction, visible
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

ALIKE: Final = mark("others agree")
ALONE: Final = mark("stands alone")
DIVIDED: Final = mark("some agree, some differ")
ONLY: Final = mark("nobody else was compared")
_STANDINGS: Final[Mapping[str, str]] = {ALIKE: "=", ALONE: "≠", DIVIDED: "±", ONLY: "·"}
"""A sign beside each word, so that colour is never alone."""
_LIKE: Final = frozenset({Level.EQUAL, Level.COMPATIBLE})


class Reading(values.Value):
    """A value with the claim that states it."""

    claim: str


class Cell(TypedDict):
    """What one source says of one slot, how that stands to the others, and from whom it differs; no values: not stated."""

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
    incident: Incident,
    claims: Mapping[str, Claim],
    items: Sequence[QueueItem],
    lineages: Sequence[Sequence[str]],
    words: Words,
) -> dict[str, object]:
    """Everything that is shown of an incident.

    Args:
        incident: the incident.
        claims: its claims, by id.
        items: the pairs among them.
        lineages: its sources, those together that count once.
        words: of the reader's language.
    """
    return {
        "id": incident.id,
        "slots": [{"id": slot.value, "name": words(names.SLOTS[slot])} for slot in Slot],
        "sources": [
            _source(account, claims, items, lineages, words) for account in incident.accounts
        ],
        "counts": [_count(toll, claims, words) for toll in incident.tolls],
        "claims": [
            _told(claims[name], items, words)
            for account in incident.accounts
            for name in account.claims
            if name in claims
        ],
        "pairs": [_pair(item, words) for item in items],
        "labels": {
            **{name: words(text) for name, text in _LABELS.items()},
            "keys": labelled(KEYS, words),
        },
    }


def facts(incident: Incident, words: Words) -> str:
    """How many sources, independent ones and claims."""
    said = [
        words.many("{count} source", "{count} sources", len(incident.accounts)),
        words.many("{count} independent", "{count} independent ones", incident.lineages),
        words.many("{count} claim", "{count} claims", len(incident.claims)),
    ]
    return " · ".join(said)


def _source(
    account: Account,
    claims: Mapping[str, Claim],
    items: Sequence[QueueItem],
    lineages: Sequence[Sequence[str]],
    words: Words,
) -> Source:
    shown = visible(source_caption(account.source, words.language))
    stated = {said.slot: said for said in account.stated}
    return Source(
        name=shown,
        dir=direction(shown),
        lineage=words(names.LINEAGES[account.lineage]),
        once=_once(account.source, lineages, words),
        cells=[
            _cell(account, stated[slot], claims, items, words)
            if slot in stated
            else Cell(sign="–", word=words("not stated"), other="", values=[])
            for slot in Slot
        ],
    )


def _once(source: str, lineages: Sequence[Sequence[str]], words: Words) -> str:
    """With whom a source counts once, "" when it counts by itself."""
    others = [other for group in lineages if source in group for other in group if other != source]
    if not others:
        return ""
    return words("counts once together with {names}", names=_named(others, words))


def _cell(
    account: Account,
    stated: Stated,
    claims: Mapping[str, Claim],
    items: Sequence[QueueItem],
    words: Words,
) -> Cell:
    met = _met(stated, account, items)
    differing = [other for other, levels in met.items() if not levels & _LIKE]
    found: dict[tuple[str, str], Reading] = {}
    for name in stated.claims:
        for value in values.of(claims[name], stated.slot, words) if name in claims else ():
            found.setdefault((value["raw"], value["read"]), Reading(**value, claim=name))
    standing = _standing(stated, len(met), len(differing))
    return Cell(
        sign=_STANDINGS[standing],
        word=words(standing),
        other=words("differs from {names}", names=_named(differing, words)) if differing else "",
        values=list(found.values()),
    )


def _named(sources: Iterable[str], words: Words) -> str:
    shown = (visible(source_caption(source, words.language)) for source in sources)
    return words(", ").join(map(isolate, shown))


def _met(
    stated: Stated, account: Account, items: Sequence[QueueItem]
) -> dict[str, frozenset[Level]]:
    """How what a source says of a slot stands to each other source that it was compared with, by that one's name."""
    found: dict[str, frozenset[Level]] = {}
    for item in items:
        left, right = item.left.claim, item.right.claim
        mine, other = (left, right) if left.speaker.source == account.source else (right, left)
        levels = {
            one.level
            for one in item.comparison.slots
            if one.slot is stated.slot and one.level is not Level.ABSENT
        }
        if mine.id in stated.claims and other.speaker.source != account.source and levels:
            source = other.speaker.source
            found[source] = found.get(source, frozenset()) | levels
    return found


def _standing(stated: Stated, met: int, differing: int) -> str:
    if stated.alone:
        return ALONE
    if not met:
        return ONLY
    if not differing:
        return ALIKE
    return ALONE if differing == met else DIVIDED


def _count(toll: Toll, claims: Mapping[str, Claim], words: Words) -> Count:
    """A range, and the words of each claim that counts the same."""
    said = []
    for name in toll.claims:
        claim = claims.get(name)
        for one in claim.quantities if claim else ():
            if claim and (one.unit, one.of) == (toll.unit, toll.of):
                source = visible(source_caption(claim.speaker.source, words.language))
                raw = visible(one.text)
                said.append({"source": source, "raw": raw, "dir": direction(raw), "claim": name})
    return Count(range=told.toll(toll, words), said=said)


def _told(claim: Claim, items: Sequence[QueueItem], words: Words) -> Told:
    statement = visible(claim.statement)
    pair = next((item.key for item in items if claim.id in {item.key.left, item.key.right}), "")
    way = direction(statement)
    return Told(
        id=claim.id,
        source=visible(source_caption(claim.speaker.source, words.language)),
        statement=statement,
        dir=way,
        lang="ar" if way == "rtl" else "en",
        pair=str(pair),
    )


def _pair(item: QueueItem, words: Words) -> Pair:
    left, right = (
        visible(source_caption(side.claim.speaker.source, words.language))
        for side in (item.left, item.right)
    )
    said = item.mine.mark if item.mine else None
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
