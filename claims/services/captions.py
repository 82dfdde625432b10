"""What slot values and sources are called in the reader's language."""

from __future__ import annotations

from claims.model import DateValue, Party, Place, Quantity
from claims.report.captions import source_caption
from claims.slots.party import caption as party_caption
from claims.slots.place import caption as place_caption
from claims.slots.quantity import caption as quantity_caption
from claims.slots.time import caption as date_caption

__all__ = ["caption", "source_caption"]


def caption(value: DateValue | Party | Place | Quantity, language: str) -> str:
    """A slot's value in ``language`` (``ar`` or ``en``); a name that no lexicon knows stays as it is."""
    match value:
        case DateValue():
            return date_caption(value, language)
        case Party():
            return party_caption(value, language)
        case Place():
            return place_caption(value, language)
        case Quantity():
            return quantity_caption(value, language)
