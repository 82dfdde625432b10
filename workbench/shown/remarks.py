"""What people wrote beside the flow, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from claims.model import ClaimMark, Evidence, Note, Quality, Remark, RemarkKind, Tag, Thing
from workbench.shown import names
from workbench.shown.dates import said_at
from workbench.shown.passage import visible
from workbench.wording import Words, mark

THINGS: Final[Mapping[Thing, str]] = {
    Thing.DOCUMENT: mark("Document"),
    Thing.CLAIM: mark("Claim"),
    Thing.PAIR: mark("Pair"),
    Thing.INCIDENT: mark("Incident"),
    Thing.DECISION: mark("Decision"),
    Thing.RULING: mark("Ruling"),
    Thing.CONCLUSION: mark("Conclusion"),
}

KINDS: Final[Mapping[RemarkKind, str]] = {
    RemarkKind.NOTE: mark("Note"),
    RemarkKind.TAG: mark("Tag"),
    RemarkKind.LINK: mark("Link to evidence"),
    RemarkKind.MARK: mark("How the claim was read"),
}

QUALITIES: Final[Mapping[Quality, str]] = {
    Quality.ACCURATE: mark("Accurate"),
    Quality.INACCURATE_SPLIT: mark("Split inaccurately"),
    Quality.WRONG_SLOT: mark("A slot is wrong"),
    Quality.NOT_CHECKABLE: mark("Not checkable"),
}


def line(remark: Remark, words: Words) -> str:
    """One remark: kind, what it says, who and when."""
    kind = words(KINDS[remark.kind])
    return f"{kind}: {_said(remark, words)}\n{visible(remark.by)} · {said_at(remark.at, remark.taken_in, words)}"


def _said(remark: Remark, words: Words) -> str:
    match remark.content:
        case Note(text=text):
            return visible(text)
        case Tag(name=name):
            return visible(name)
        case ClaimMark(quality=quality, slots=slots, comment=comment):
            on = words(", ").join(words(names.SLOTS[slot]) for slot in slots)
            return " · ".join(filter(None, (words(QUALITIES[quality]), on, visible(comment))))
        case Evidence() as link:
            parts = (link.address, link.archive, link.sha256, link.retrieved, link.comment)
            return " · ".join(visible(part) for part in parts if part)
        case None:
            return ""
