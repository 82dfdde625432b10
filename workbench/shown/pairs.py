"""A pair as the compare component shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypedDict

from claims.model import (
    Claim,
    Level,
    Message,
    QueueItem,
    ScorePart,
    Side,
    Slot,
    SlotComparison,
    Span,
)
from workbench.shown import claims, dates, names, values
from workbench.shown.marks import slot_marks
from workbench.shown.passage import Marked, Piece, direction, pieces, visible
from workbench.wording import Words


class SideCard(TypedDict):
    """One claim with its surroundings."""

    claim: str
    document: str
    title: str
    published: str
    speakers: list[claims.Speaker]
    dir: str
    lang: str
    before: list[Piece]
    quote: list[Piece]
    after: list[Piece]
    notes: list[str]


class SlotRow(TypedDict):
    """One row of the slot table."""

    slot: str
    name: str
    level: str
    sign: str
    word: str
    why: str
    left: list[values.Value]
    right: list[values.Value]


class Part(TypedDict):
    """One named summand of the score."""

    name: str
    value: str


class Card(TypedDict):
    """A pair to look at."""

    key: str
    version: int
    left: SideCard
    right: SideCard
    rows: list[SlotRow]
    parts: list[Part]
    score: str
    suggestion: str
    suggested: list[str]
    dependence: str
    mine: str
    answer: int
    why: str


_NO_REASON: Final = Message("–", "–")


def card(item: QueueItem, words: Words) -> Card:
    """Everything that the compare screen shows of ``item``, in the reader's language."""
    comparison = item.comparison
    left, right = item.left.claim, item.right.claim
    return Card(
        key=str(item.key),
        version=item.version,
        left=_side(item.left, words),
        right=_side(item.right, words),
        rows=[_row(compared, left, right, words) for compared in _every_slot(comparison.slots)],
        parts=[
            Part(name=_summand(part, words), value=_signed(part.value, words))
            for part in comparison.parts
        ],
        score=words.number(comparison.score),
        suggestion=words(names.RELATIONS[comparison.relation]),
        suggested=[slot.value for slot in comparison.conflicting],
        dependence=words(names.DEPENDENCE[comparison.dependence]) if comparison.dependence else "",
        mine=_word_so_far(item, words),
        answer=item.mine.id if item.mine else 0,
        why=item.why.within(words.language),
    )


def _side(side: Side, words: Words) -> SideCard:
    claim, document = side.claim, side.document
    start = claim.span.start - len(side.before)
    passage = f"{side.before}{claim.quote}{side.after}"
    marks = [
        Marked(one.span.shifted(-start), one.mark)
        for one in slot_marks(claim)
        if one.span.start >= start
    ]
    opens, closes = len(side.before), len(side.before) + len(claim.quote)
    language = document.language if document.language != "und" else ""
    return SideCard(
        claim=claim.id,
        document=document.id,
        title=visible(_titled(side)),
        published=dates.caption(document.published, words)
        if document.published
        else words("no day of publication"),
        speakers=claims.speakers(claim, words, claims.nameless(document)),
        dir=direction(passage),
        lang=language,
        before=pieces(passage, marks, Span(0, opens)),
        quote=pieces(passage, marks, Span(opens, closes)),
        after=pieces(passage, marks, Span(closes, len(passage))),
        notes=[finding.message.within(words.language) for finding in claim.findings],
    )


def _titled(side: Side) -> str:
    """Who published the document; where that is who speaks, or nobody says, what the document is called."""
    publisher = side.document.publisher
    if publisher is not None and publisher.name != side.claim.speaker.source:
        return publisher.name
    return side.document.title or side.headline or side.document.name


def _every_slot(compared: tuple[SlotComparison, ...]) -> Iterator[SlotComparison]:
    """One comparison for each slot in the order of their keys; a slot nobody compared is absent."""
    found = {one.slot: one for one in compared}
    for slot in Slot:
        yield found.get(slot) or SlotComparison(slot, Level.ABSENT, _NO_REASON)


def _row(compared: SlotComparison, left: Claim, right: Claim, words: Words) -> SlotRow:
    slot = compared.slot
    return SlotRow(
        slot=slot.value,
        name=words(names.SLOTS[slot]),
        level=compared.level.value.lower(),
        sign=names.SIGNS[compared.level],
        word=_level(compared, left, right, words),
        why=compared.message.within(words.language),
        left=values.of(left, slot, words),
        right=values.of(right, slot, words),
    )


def _level(compared: SlotComparison, left: Claim, right: Claim, words: Words) -> str:
    """The level's word; a slot that only one side states is named so."""
    if compared.level is Level.ABSENT:
        stated = [bool(values.of(claim, compared.slot, words)) for claim in (left, right)]
        if any(stated):
            return words("only one side") if not all(stated) else words("not understood")
    return words(names.LEVELS[compared.level])


def _signed(value: float, words: Words) -> str:
    spoken = words.number(abs(value), "0.##")
    return f"+{spoken}" if value >= 0 else f"−{spoken}"


def _summand(part: ScorePart, words: Words) -> str:
    """A slot by its name (the table says why), anything else in its own words."""
    slot = next((slot for slot in Slot if slot == part.name), None)
    return words(names.SLOTS[slot]) if slot else part.message.within(words.language)


def _word_so_far(item: QueueItem, words: Words) -> str:
    mark = item.mine.mark if item.mine else None
    if mark is None:
        return ""
    said = words(names.RELATIONS[mark.relation])
    if item.mine is not None and item.mine.outdated:
        return words("Compared anew since you said {relation}: you are asked again", relation=said)
    if item.mine is not None and item.mine.overtaken:
        return words(
            "You said {relation} before a claim changed: it counts, on what both said then",
            relation=said,
        )
    return words("Your word so far: {relation}", relation=said)
