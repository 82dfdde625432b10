"""The claim in words that stand alone.

The quote is kept as it is; what a reader would have to look for elsewhere stands in [square brackets]: the day of a
list, the year of a bare day, the clause that names actor, place or day.
"""

from __future__ import annotations

from claims.extraction.mentions import Mentions, Range
from claims.extraction.spread import Atom
from claims.model import DateValue, Span
from claims.slots.time import caption

_LONGEST_LOAN = 400


def statement(mentions: Mentions, atom: Atom, language: str) -> str:
    """The statement of an atomic claim in the language of its sentence."""
    own = mentions.span(atom.draft.tokens)
    quote = own.of(mentions.document.text)
    quote = _dated(quote, own, atom, language)
    loans = _loans(mentions, atom.draft.borrowed)
    return " ".join(f"{loans} {quote}".split())


def _dated(quote: str, own: Span, atom: Atom, language: str) -> str:
    date = atom.date
    if date is None:
        return quote
    words = _words(date, language)
    if atom.listed is not None and own.covers(atom.listed):
        first, last = atom.listed.start - own.start, atom.listed.end - own.start
        return f"{quote[:first]}[{words}]{quote[last:]}"
    if not own.covers(date.span):
        return f"{quote} [{words}]"
    if _states_year(date):
        return quote
    last = date.span.end - own.start
    return f"{quote[:last]} [{words}]{quote[last:]}"


def _words(date: DateValue, language: str) -> str:
    return caption(date, language)


def _states_year(date: DateValue) -> bool:
    year = date.edtf[:4]
    digits = "".join(str(int(letter)) if letter.isdecimal() else " " for letter in date.text)
    return not year.isdecimal() or year in digits.split()


def _loans(mentions: Mentions, borrowed: tuple[Range, ...]) -> str:
    loans = (mentions.span(loan).of(mentions.document.text) for loan in borrowed)
    told = [words for words in (loan.strip(" \n،,.()") for loan in loans) if words]
    return f"[{told[0][:_LONGEST_LOAN]}]" if told else ""
