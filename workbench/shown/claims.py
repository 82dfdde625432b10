"""A single claim as the reading screen and the verdict list show it."""

from __future__ import annotations

from typing import TypedDict

from claims.model import Claim, Polarity, Slot
from claims.services import source_caption
from workbench.shown import names, values
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
    """A claim with its slots, speakers and findings."""

    id: str
    statement: str
    dir: str
    kind: str
    manner: str
    speakers: list[Speaker]
    slots: list[SlotValues]
    findings: list[str]


def detail(claim: Claim, words: Words) -> Detail:
    """Everything that is shown beside a chosen claim."""
    return Detail(
        id=claim.id,
        statement=visible(claim.statement),
        dir=direction(claim.statement),
        kind=words(names.KINDS.get(claim.kind, claim.kind)),
        manner=manner(claim, words),
        speakers=speakers(claim, words),
        slots=[
            SlotValues(slot=slot.value, name=words(names.SLOTS[slot]), values=found)
            for slot in Slot
            if (found := values.of(claim, slot, words))
        ],
        findings=[finding.message.within(words.language) for finding in claim.findings],
    )


def speakers(claim: Claim, words: Words) -> list[Speaker]:
    """Who says it, outermost first; the raw words of the source where the text names one."""
    return [
        Speaker(
            name=visible(link.text or source_caption(link.source, words.language)),
            known=""
            if link.text in {"", link.source}
            else source_caption(link.source, words.language),
            lineage=words(names.LINEAGES[link.lineage]),
            cue=visible(link.cue),
            dir=direction(link.text or link.source),
        )
        for link in claim.attribution
    ]


def manner(claim: Claim, words: Words) -> str:
    """How the words stand to the fact: asserted, denied … and whether it can be checked."""
    parts = [words(names.MODALITIES[claim.modality])]
    if claim.polarity is Polarity.NEGATED:
        parts.append(words("negated"))
    if not claim.checkable:
        parts.append(words("cannot be checked"))
    return " · ".join(parts)
