"""Values of slots in a report: the raw words in their own direction, and what they were understood to mean."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Claim, DateValue, Party, Place, Quantity, Slot
from claims.report.value import Code, Foreign, Piece, Words
from claims.report.wording import Wording
from claims.text.language import language_of


def words_of(text: str, *, quoted: bool = False) -> Foreign:
    """Words of a source or a person, in the language of their letters."""
    return Foreign(text, language_of(text), quoted)


def slot_pieces(claim: Claim, slot: Slot, words: Wording) -> tuple[Piece, ...]:
    """What a claim says in one slot; "not stated" when it says nothing there."""
    stated = list(_values(claim, slot))
    unread = [
        (words_of(each.text, quoted=True), Words(" (?)"))
        for each in claim.unread
        if each.slot is slot
    ]
    if not stated and not unread:
        return (Words(words.text("not_stated")),)
    return words.listed([*stated, *unread], by="semicolon")


def bounds(quantity: Quantity) -> str:
    """The bounds of a quantity in signs: ``12``, ``200–250``, ``> 5``, ``≥ 20``, ``< 10``, ``≈ 60``."""
    low, high = quantity.low, quantity.high
    about = "≈ " if quantity.approximate else ""
    if low is not None and low == high:
        return f"{about}{low:,}"
    if low is not None and high is not None and not (quantity.low_open or quantity.high_open):
        return f"{about}{low:,}–{high:,}"
    least = f"{'>' if quantity.low_open else '≥'} {low:,}" if low is not None else ""
    most = f"{'<' if quantity.high_open else '≤'} {high:,}" if high is not None else ""
    return about + (", ".join(filter(None, (least, most))) or "?")


def _values(claim: Claim, slot: Slot) -> Iterable[tuple[Piece, ...]]:
    if slot is Slot.DATE:
        return [] if claim.date is None else [_date(claim.date)]
    if slot is Slot.PLACE:
        return map(_place, claim.places)
    if slot is Slot.QUANTITY:
        return map(_quantity, claim.quantities)
    return map(_party, claim.actors if slot is Slot.ACTOR else claim.targets)


def _date(date: DateValue) -> tuple[Piece, ...]:
    return (Code(f"{date.edtf} {date.time}".strip()), Words(" "), words_of(date.text, quoted=True))


def _place(place: Place) -> tuple[Piece, ...]:
    return _named(place.name, place.text)


def _party(party: Party) -> tuple[Piece, ...]:
    return _named(party.name, party.text)


def _named(name: str, text: str) -> tuple[Piece, ...]:
    raw = words_of(text, quoted=True)
    return (raw,) if name in {text, ""} else (words_of(name), Words(" "), raw)


def _quantity(quantity: Quantity) -> tuple[Piece, ...]:
    measured = " ".join(filter(None, (bounds(quantity), quantity.unit, quantity.of)))
    return (Code(measured), Words(" "), words_of(quantity.text, quoted=True))
