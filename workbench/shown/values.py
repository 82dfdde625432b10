"""Slot values of a claim as a table cell shows them: the raw words, and what they were understood to mean."""

from __future__ import annotations

from typing import TypedDict

from claims.model import Claim, DateValue, Party, Place, Quantity, Said, Slot
from claims.services import caption
from workbench.shown.passage import direction, visible
from workbench.wording import Words

Stated = DateValue | Party | Place | Quantity


class Value(TypedDict):
    """One value of a slot.

    Keys:
        raw: the words of the document.
        dir: their direction.
        read: what they were understood to mean, in the reader's language ("" when that says no more).
    """

    raw: str
    dir: str
    read: str


def of(claim: Claim, slot: Slot, words: Words) -> list[Value]:
    """The values of one slot of a claim, what was stated but not understood included."""
    unread = [
        _value(item.text, words("not understood")) for item in claim.unread if item.slot is slot
    ]
    return [*_understood(claim, slot, words), *unread]


def said(one: Said, words: Words) -> Value:
    """One value of an incident's sheet, in the words of its document."""
    if one.value is None:
        return _value(one.text, words("not understood"))
    return _named(one.value, words)


def _understood(claim: Claim, slot: Slot, words: Words) -> list[Value]:
    if slot is Slot.DATE:
        return [_held(claim, claim.date, words)] if claim.date else []
    if slot is Slot.PLACE:
        return [_held(claim, place, words) for place in claim.places]
    if slot is Slot.QUANTITY:
        return [_held(claim, one, words) for one in claim.quantities]
    parties = claim.actors if slot is Slot.ACTOR else claim.targets
    return [_held(claim, party, words) for party in parties]


def wordless(claim: Claim, value: Stated) -> bool:
    """Whether a person gave a value without marking words for it: then it stands at the whole claim."""
    return value.span == claim.span and value.text.count(" ") > 1


def _held(claim: Claim, value: Stated, words: Words) -> Value:
    if wordless(claim, value):
        return _value("", caption(value, words.language))
    return _named(value, words)


def _named(value: Stated, words: Words) -> Value:
    return _value(value.text, caption(value, words.language))


def _value(raw: str, read: str) -> Value:
    return Value(raw=visible(raw), dir=direction(raw), read="" if read == raw else read)
