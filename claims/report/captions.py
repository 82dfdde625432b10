"""Values of slots in a report: the raw words in their own direction, and what they were understood to mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from claims.model import (
    Claim,
    DateValue,
    Edit,
    Modality,
    Part,
    Party,
    Place,
    Polarity,
    Quantity,
    Said,
    Slot,
)
from claims.report.value import Foreign, Piece, Words
from claims.report.wording import Wording, wording
from claims.slots.party import caption as party_caption
from claims.slots.party.names import name_in
from claims.slots.place import caption as place_caption
from claims.slots.quantity import caption as quantity_caption
from claims.slots.time import caption as date_caption
from claims.text.language import language_of

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(?:\+00:00|Z)$")


def words_of(text: str, *, quoted: bool = False) -> Foreign:
    """Words of a source or a person, in the language of their letters."""
    return Foreign(text, language_of(text), quoted)


def slot_pieces(claim: Claim, slot: Slot, words: Wording) -> tuple[Piece, ...]:
    """What a claim says in one slot; "not stated" when it says nothing there."""
    stated = [_said(*value) for value in slot_values(claim, slot, words.language)]
    stated.extend(
        (words_of(each.text, quoted=True), Words(" (?)"))
        for each in claim.unread
        if each.slot is slot
    )
    if not stated:
        return (Words(words.text("not_stated")),)
    return words.listed(stated, by="semicolon")


def stance_pieces(claim: Claim, words: Wording) -> tuple[Piece, ...]:
    """How the words of a claim stand to the fact, where that is more than a plain statement: *negated*, *doubted*; else nothing."""
    said: list[tuple[Piece, ...]] = []
    if claim.polarity is not Polarity.AFFIRMED:
        said.append((words.mark("polarity", claim.polarity),))
    if claim.modality is not Modality.ASSERTED:
        said.append((words.mark("modality", claim.modality),))
    return words.listed(said)


def told_as(claim: Claim, edit: Edit | None = None) -> str:
    """Id of the words without which those of a claim would stand for what it denies or doubts; "" where they need none.

    Who denies is told apart from what is denied by words outside of the quote. A negation is within it, unless a person
    gave it.
    """
    by_hand = edit is not None and Part.POLARITY in edit.given
    if claim.modality is Modality.DENIED or (by_hand and claim.polarity is Polarity.NEGATED):
        return "as_denied"
    return "as_doubted" if claim.modality is Modality.DOUBTED else ""


def told_text(text: str, claim: Claim, edit: Edit | None = None) -> str:
    """Words of a claim where they stand for it in another program: as a denial or doubt where it is one, in their language."""
    key = told_as(claim, edit)
    language = "ar" if language_of(text) == "ar" else "en"
    return wording(language).text(key, words=text) if key else text


def told_pieces(
    claim: Claim, words: Wording, edit: Edit | None = None, *, quoted: bool = False
) -> tuple[Piece, ...]:
    """The statement of a claim where a verdict is told of it: as a denial or doubt where it is one."""
    key, statement = told_as(claim, edit), words_of(claim.statement, quoted=quoted)
    return words.pieces(key, words=statement) if key else (statement,)


def said_pieces(said: Said, language: str) -> tuple[Piece, ...]:
    """One value of an incident's sheet: what it was understood to mean, and its raw words."""
    if said.value is None:
        return (words_of(said.text, quoted=True), Words(" (?)"))
    match said.value:
        case DateValue():
            caption = date_caption(said.value, language)
        case Place():
            caption = place_caption(said.value, language)
        case Quantity():
            caption = quantity_caption(said.value, language)
        case Party():
            caption = party_caption(said.value, language)
    return _said(caption, said.text)


def slot_values(claim: Claim, slot: Slot, language: str) -> Iterable[tuple[str, str]]:
    """The values of one slot: what each was understood to mean, in ``language``, and its raw words."""
    if slot is Slot.DATE:
        return [(date_caption(claim.date, language), claim.date.text)] if claim.date else []
    if slot is Slot.PLACE:
        return ((place_caption(each, language), each.text) for each in claim.places)
    if slot is Slot.QUANTITY:
        return ((quantity_caption(each, language), each.text) for each in claim.quantities)
    parties = claim.actors if slot is Slot.ACTOR else claim.targets
    return ((party_caption(each, language), each.text) for each in parties)


def source_caption(name: str, language: str) -> str:
    """A source in ``language`` where the lexicon of parties knows it by its English name, else as it is."""
    return name_in(name, language)


def kind_caption(kind: str, language: str) -> str:
    """What a kind of claim is called; one that is not known, as it is."""
    # Imported here: commands that tell no kind do without the lexicon.
    from claims.extraction.lexicon import kinds

    known = kinds().get(kind)
    return kind if known is None else known.caption.within(language)


def moment(at: str) -> str:
    """A time of the record (ISO 8601 in UTC) to the minute, ``2018-04-03 09:30 UTC``; what is none, as it is."""
    found = _MOMENT.match(at)
    return f"{found[1]} {found[2]} UTC" if found else at


def _said(caption: str, text: str) -> tuple[Piece, ...]:
    """What a value was understood to mean, and its raw words."""
    raw = words_of(text, quoted=True)
    return (raw,) if caption == text else (words_of(caption), Words(" "), raw)
