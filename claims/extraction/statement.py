"""The claim in words that stand alone.

The quote is kept as it is; what a reader would have to look for elsewhere stands behind it in [square brackets]: who
did it, where, and the day, each where the quote does not say it. The day of a list stands in place of the list. What is
denied or doubted begins with who does so.
"""

from __future__ import annotations

from claims.extraction.mentions import Mentions
from claims.extraction.spread import Atom
from claims.model import DateValue, Modality, Span
from claims.slots.time import caption

_HELD_OFF = frozenset({Modality.DENIED, Modality.DOUBTED})
_SEPARATORS = {"ar": "، "}


def borrowed(mentions: Mentions, atom: Atom) -> tuple[Span, ...]:
    """Where the values stand that a claim has from outside of its quote: actors, places, the date; each span once."""
    own = mentions.span(atom.draft.tokens)
    values = (*atom.draft.actors, *atom.places, *((atom.date,) if atom.date else ()))
    return tuple(dict.fromkeys(value.span for value in values if not own.covers(value.span)))


def statement(mentions: Mentions, atom: Atom, language: str) -> str:
    """The statement of an atomic claim in the language of its sentence."""
    own = mentions.span(atom.draft.tokens)
    quote = own.of(mentions.document.text)
    quote = f"{_stance_of(atom, language)}{_dated(quote, own, atom, language)}"
    missing = [party.text for party in atom.draft.actors if not own.covers(party.span)]
    missing += [place.text for place in atom.places if not own.covers(place.span)]
    if atom.date is not None and not own.covers(atom.date.span):
        missing.append(caption(atom.date, language))
    told = _SEPARATORS.get(language, ", ").join(dict.fromkeys(missing))
    return " ".join(f"{quote} [{told}]".split()) if told else " ".join(quote.split())


def _stance_of(atom: Atom, language: str) -> str:
    """Who denies or doubts it, in brackets before the quote: without that the words would assert what was denied."""
    speaker = atom.draft.attribution[-1]
    if atom.draft.modality not in _HELD_OFF or not speaker.cue:
        return ""
    words = (speaker.cue, speaker.text) if language == "ar" else (speaker.text, speaker.cue)
    return f"[{' '.join(words).strip()}] "


def _dated(quote: str, own: Span, atom: Atom, language: str) -> str:
    """The quote with the day of a list in place of the list, or with the year of a day that states none."""
    date = atom.date
    if date is None or not own.covers(date.span):
        return quote
    words = caption(date, language)
    if atom.listed is not None and own.covers(atom.listed):
        first, last = atom.listed.start - own.start, atom.listed.end - own.start
        return f"{quote[:first]}[{words}]{quote[last:]}"
    if _states_year(date):
        return quote
    last = date.span.end - own.start
    return f"{quote[:last]} [{words}]{quote[last:]}"


def _states_year(date: DateValue) -> bool:
    year = date.edtf[:4]
    digits = "".join(str(int(letter)) if letter.isdecimal() else " " for letter in date.text)
    return not year.isdecimal() or year in digits.split()
