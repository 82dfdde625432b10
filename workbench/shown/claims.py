"""A single claim as the reading screen and the verdict list show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from claims.model import (
    Attribution,
    Claim,
    Document,
    DocumentHead,
    Edit,
    LiveClaim,
    Part,
    Party,
    Place,
    Polarity,
    Quantity,
    Slot,
)
from claims.services import source_caption
from workbench.shown import edits, names, values
from workbench.shown.marks import slot_marks
from workbench.shown.passage import direction, visible
from workbench.wording import Words


class Speaker(TypedDict):
    """One link of the chain of who says it, outermost first.

    ``name`` is what the text calls the source, ``known`` its name in the lexicon ("" when that is the same).
    """

    name: str
    known: str
    lineage: str
    cue: str
    dir: str


class SlotValues(TypedDict):
    """The values of one slot."""

    slot: str
    name: str
    values: list[values.Value]


class Detail(TypedDict):
    """A claim with its slots, speakers and findings.

    ``given`` holds, by the name of each part that can be corrected, what a field for it begins with; ``maker`` says who
    made the claim, ``marks`` where its slots and speakers stand in the text, ``history`` what was changed about it, a line
    each.
    """

    id: str
    statement: str
    dir: str
    kind: str
    manner: str
    speakers: list[Speaker]
    slots: list[SlotValues]
    findings: list[str]
    given: dict[str, str]
    marks: list[tuple[int, int, str]]
    maker: str
    history: list[str]


def detail(live: LiveClaim, history: Sequence[Edit], words: Words, nameless: str = "") -> Detail:
    """Everything that is shown beside a chosen claim.

    Args:
        live: the claim with who made it.
        history: every edit that it comes from or goes into.
        words: of the reader's language.
        nameless: as in `speakers`.
    """
    claim = live.claim
    return Detail(
        id=claim.id,
        statement=visible(claim.statement),
        dir=direction(claim.statement),
        kind=words(names.KINDS.get(claim.kind, claim.kind)),
        manner=manner(claim, words),
        speakers=speakers(claim, words, nameless),
        slots=[
            SlotValues(slot=slot.value, name=words(names.SLOTS[slot]), values=found)
            for slot in Slot
            if (found := values.of(claim, slot, words))
        ],
        findings=[finding.message.within(words.language) for finding in claim.findings],
        given=_given(claim, nameless),
        marks=[(one.span.start, one.span.end, one.mark) for one in slot_marks(claim)],
        maker=edits.maker(live, words),
        history=edits.history(history, words),
    )


def _given(claim: Claim, nameless: str) -> dict[str, str]:
    """What a field for each part begins with; "" where several values, none, or only the name of a file stand there."""
    source = claim.speaker.source
    return {
        Part.DATE.value: claim.date.edtf if claim.date else "",
        Part.PLACE.value: _only(claim.places),
        Part.ACTOR.value: _only(claim.actors),
        Part.TARGET.value: _only(claim.targets),
        Part.QUANTITY.value: _only(claim.quantities),
        Part.SPEAKER.value: claim.speaker.text or ("" if source == nameless else source),
        Part.KIND.value: claim.kind,
        Part.MODALITY.value: claim.modality.value,
        Part.POLARITY.value: claim.polarity.value,
        Part.STATEMENT.value: claim.statement,
    }


def _only(values: Sequence[Party | Place | Quantity]) -> str:
    return values[0].text if len(values) == 1 else ""


def speakers(claim: Claim, words: Words, nameless: str = "") -> list[Speaker]:
    """Who says it, outermost first; the raw words of the source where the text names one.

    Args:
        claim: the claim.
        words: of the reader's language.
        nameless: what stands for the publisher of its document where nobody has said who that is; what the document is called
            stands beside on the screen.
    """
    return [_speaker(link, words, nameless) for link in claim.attribution]


def _speaker(link: Attribution, words: Words, nameless: str) -> Speaker:
    known = source_caption(link.source, words.language)
    if not link.text and link.source == nameless:
        known = words("no publisher given")
    return Speaker(
        name=visible(link.text or known),
        known="" if link.text in {"", link.source} else known,
        lineage=words(names.LINEAGES[link.lineage]),
        cue=visible(link.cue),
        dir=direction(link.text or known),
    )


def nameless(document: Document | DocumentHead) -> str:
    """What stands for the publisher of a document where nobody has said who that is, else ""."""
    return document.name if document.publisher is None else ""


def manner(claim: Claim, words: Words) -> str:
    """How the words stand to the fact: asserted, denied … and whether it can be checked."""
    parts = [words(names.MODALITIES[claim.modality])]
    if claim.polarity is Polarity.NEGATED:
        parts.append(words("negated"))
    if not claim.checkable:
        parts.append(words("cannot be checked"))
    if claim.unchecked == "pronoun":
        parts.append(words("it is not clear whom or what a word points to"))
    return " · ".join(parts)
