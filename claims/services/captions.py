"""What slot values and sources are called in the reader's language."""

from __future__ import annotations

from claims.model import DateValue, Message, Party, Place, Quantity, Sign, Toll, Voice
from claims.report.captions import source_caption
from claims.slots.party import caption as party_caption
from claims.slots.place import caption as place_caption
from claims.slots.quantity import caption as quantity_caption
from claims.slots.time import caption as date_caption

__all__ = ["caption", "sign_words", "source_caption", "toll_caption", "voice_words", "warm"]


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


def warm() -> None:
    """Load the lexicons behind captions now, so that nobody waits a second or two for them when the first pair is shown."""
    from claims.slots.party.lexicon import lexicon
    from claims.slots.place.gazetteer import gazetteer

    lexicon()
    gazetteer()


def toll_caption(toll: Toll, language: str) -> str:
    """A range of counts in ``language``: "3 to 11 civilians killed"."""
    from claims.comparison.tolls import toll_caption as said

    return said(toll, language)


def sign_words(sign: Sign) -> tuple[str, Message]:
    """How what a source says stands to the others: a sign, and the same in words."""
    from claims.comparison.signs import sign_words as said

    found = said(sign)
    return found.sign, found.message


def voice_words(voice: Voice) -> Message:
    """Who says how two sources stand to each other."""
    from claims.comparison.signs import voice_words as said

    return said(voice)
