"""Values of slots in a report: the raw words in their own direction, and what they were understood to mean."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Claim, DateValue, Party, Place, Quantity, Slot
from claims.report.value import Foreign, Piece, Words
from claims.report.wording import Wording
from claims.slots.quantity import caption as quantity_caption
from claims.slots.time import caption as date_caption
from claims.text.language import language_of


def words_of(text: str, *, quoted: bool = False) -> Foreign:
    """Words of a source or a person, in the language of their letters."""
    return Foreign(text, language_of(text), quoted)


def slot_pieces(claim: Claim, slot: Slot, words: Wording) -> tuple[Piece, ...]:
    """What a claim says in one slot; "not stated" when it says nothing there."""
    stated = list(_values(claim, slot, words.language))
    unread = [
        (words_of(each.text, quoted=True), Words(" (?)"))
        for each in claim.unread
        if each.slot is slot
    ]
    if not stated and not unread:
        return (Words(words.text("not_stated")),)
    return words.listed([*stated, *unread], by="semicolon")


def _values(claim: Claim, slot: Slot, language: str) -> Iterable[tuple[Piece, ...]]:
    if slot is Slot.DATE:
        return [] if claim.date is None else [_date(claim.date, language)]
    if slot is Slot.PLACE:
        return map(_place, claim.places)
    if slot is Slot.QUANTITY:
        return (_quantity(each, language) for each in claim.quantities)
    return map(_party, claim.actors if slot is Slot.ACTOR else claim.targets)


def _date(date: DateValue, language: str) -> tuple[Piece, ...]:
    return (Words(date_caption(date, language)), Words(" "), words_of(date.text, quoted=True))


def _place(place: Place) -> tuple[Piece, ...]:
    return _named(place.name, place.text)


def _party(party: Party) -> tuple[Piece, ...]:
    return _named(party.name, party.text)


def _named(name: str, text: str) -> tuple[Piece, ...]:
    raw = words_of(text, quoted=True)
    return (raw,) if name in {text, ""} else (words_of(name), Words(" "), raw)


def _quantity(quantity: Quantity, language: str) -> tuple[Piece, ...]:
    said = Words(quantity_caption(quantity, language))
    return (said, Words(" "), words_of(quantity.text, quoted=True))
