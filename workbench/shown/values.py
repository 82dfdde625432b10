"""Slot values of a claim as a table cell shows them: the raw words, and what they were understood to mean."""

from __future__ import annotations

from typing import TypedDict

from babel.numbers import format_decimal

from claims.model import Claim, DateValue, Party, Place, Quantity, Slot
from workbench.shown import dates
from workbench.shown.passage import direction, visible
from workbench.wording import Words


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


def quantity(value: Quantity, words: Words) -> str:
    """A quantity's bounds, unit and of whom, in words: ``more than 5 strikes``."""
    of_whom = " · ".join(part for part in (value.unit, value.of) if part)
    spoken = _bounds(value, words)
    if value.approximate:
        spoken = words("about {number}", number=spoken)
    return f"{spoken} ({of_whom})" if of_whom else spoken


def _understood(claim: Claim, slot: Slot, words: Words) -> list[Value]:
    if slot is Slot.DATE:
        return [_date(claim.date, words)] if claim.date else []
    if slot is Slot.PLACE:
        return [_place(place) for place in claim.places]
    if slot is Slot.QUANTITY:
        return [_value(one.text, quantity(one, words)) for one in claim.quantities]
    return [_party(party) for party in (claim.actors if slot is Slot.ACTOR else claim.targets)]


def _date(value: DateValue, words: Words) -> Value:
    spoken = dates.caption(value.edtf, words)
    return _value(value.text, f"{spoken} {value.time}".strip())


def _place(place: Place) -> Value:
    return _value(place.text, place.name)


def _party(party: Party) -> Value:
    return _value(party.text, party.name)


def _value(raw: str, read: str) -> Value:
    return Value(raw=visible(raw), dir=direction(raw), read="" if read == raw else read)


def _bounds(value: Quantity, words: Words) -> str:
    low, high = _number(value.low, words), _number(value.high, words)
    if value.low == value.high and value.low is not None:
        return low
    if value.high is None:
        pattern = words("more than {number}", number=low) if value.low_open else ""
        return pattern or words("at least {number}", number=low)
    if value.low is None:
        pattern = words("fewer than {number}", number=high) if value.high_open else ""
        return pattern or words("at most {number}", number=high)
    return words("{first} to {last}", first=low, last=high)


def _number(value: float | None, words: Words) -> str:
    return "" if value is None else format_decimal(value, locale=words.language)
