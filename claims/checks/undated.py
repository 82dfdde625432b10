"""What a document without a day of publication itself says of that day: hints for a person, each with its ground in words.

Nothing is taken from here by itself, for a wrong date is worse than none: a stamp may be that of another article, a day in the
name of a file the one on which it was saved. Where grounds part, all of them are told. What the text calls *Friday 29 November*
speaks for the years in which that day is a Friday; a weekday alone speaks for none, for the days that a text names beside it are
as often those of years before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import MINYEAR, date
from itertools import chain, islice
from typing import NamedTuple

from claims.checks.wording import message, quoted
from claims.model import DateValue, DayGround, DayHint, Extraction, Message, Role, Span
from claims.slots.time import calls_today, edtf_words, find_dates, own_day
from claims.slots.time.edtf import valid

_FULL_DAY = len("2018-04-03")
_ASIDE = frozenset({Role.CHROME, Role.DATELINE, Role.CAPTION})
_STATED = frozenset(
    {"stated", "shared", "misspelt", "order-arabic", "order-document", "order-weekday"}
)
_MOST_YEARS = 3
"""Years that are told of a day whose weekday goes with several."""
_OLDEST = 1990
_FIGURES = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d)(?P<sign>[-_./]?)(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"
    r"|(?P<last_day>\d\d?)(?P<mark>[-_.])(?P<last_month>\d\d?)(?P=mark)(?P<last_year>(?:19|20)\d\d))(?!\d)"
)


class _Told(NamedTuple):
    """A date of the text, and what the sentence that holds it is there for."""

    date: DateValue
    role: Role


class _Yearless(NamedTuple):
    """A day of a month without a year, and its weekday where that is said, else 0."""

    month: int
    day: int
    weekday: int = 0

    def fits(self, year: int) -> bool:
        """Whether a year has that day, on that weekday."""
        if not valid(year, self.month, self.day):
            return False
        return self.weekday in (0, date(year, self.month, self.day).isoweekday())

    def of(self, year: int) -> str:
        """The day of a year."""
        return date(year, self.month, self.day).isoformat()


def day_hints(extraction: Extraction, today: date) -> tuple[DayHint, ...]:
    """What a document says of the day on which it was published, the firmest ground first; each ground once for the same days.

    Args:
        extraction: the document and its sentences.
        today: no later day is spoken for.
    """
    document = extraction.document
    told = _told(extraction)
    found = chain(
        _stamps(extraction, told),
        _today(extraction, told, today),
        _datelines(told, today),
        _figures(DayGround.NAME, document.name),
        _figures(DayGround.ADDRESS, document.address),
        _latest(told, today),
    )
    possible = (one for one in found if all(day <= today.isoformat() for day in one.days))
    once: dict[tuple[DayGround, tuple[str, ...]], DayHint] = {}
    for one in possible:
        once.setdefault((one.ground, one.days), one)
    return tuple(once.values())


def _told(extraction: Extraction) -> tuple[_Told, ...]:
    """The dates of a text, in order."""
    document = extraction.document
    language = document.language if document.language in {"ar", "en"} else ""
    parts = iter(extraction.sentences)
    part = next(parts, None)
    found: list[_Told] = []
    for one in find_dates(document.text, language=language):
        while part is not None and part.span.end <= one.span.start:
            part = next(parts, None)
        inside = part is not None and part.span.start <= one.span.start
        found.append(_Told(one, part.role if part is not None and inside else Role.BODY))
    return tuple(found)


def _stamps(extraction: Extraction, told: Iterable[_Told]) -> Iterator[DayHint]:
    """Whole days that a page wrote around its text; what it calls today is the day on which it was saved."""
    for one in told:
        words = one.date.span.of(extraction.document.text)
        if one.role in _ASIDE and _is_whole(one.date) and not calls_today(words):
            yield _hint(DayGround.STAMP, one.date.edtf, quoted(words), one.date.span)


def _today(extraction: Extraction, told: Sequence[_Told], today: date) -> Iterator[DayHint]:
    """The day that the text calls today."""
    own = own_day(extraction.document.text)
    if own is None:
        return
    quote, said = quoted(own.span.of(extraction.document.text)), own.told
    day = said.date
    if day is not None:
        yield _hint(DayGround.TODAY, day.isoformat(), quote, own.span)
    elif said.month and said.day:
        yearless = _Yearless(said.month, said.day, said.weekday or 0)
        yield _of_year(DayGround.TODAY, yearless, (quote, own.span), _years(told), today)
    else:
        yield DayHint(DayGround.TODAY, (), message("day-today-open", quote=quote), own.span)


def _datelines(told: Sequence[_Told], today: date) -> Iterator[DayHint]:
    """Days without a year in the line from which a text was written."""
    for one in told:
        edtf = one.date.edtf
        if one.role is Role.DATELINE and len(edtf) == _FULL_DAY and edtf.startswith("XXXX-"):
            month, day = map(int, edtf[5:].split("-"))
            yearless = _Yearless(month, day, one.date.weekday or 0)
            words = quoted(one.date.text), one.date.span
            yield _of_year(DayGround.DATELINE, yearless, words, _years(told), today)


def _years(told: Iterable[_Told]) -> set[int]:
    """The years that a text names."""
    heads = {one.date.edtf[:4] for one in told}
    return {int(head) for head in heads if head.isdecimal() and int(head) > MINYEAR}


def _of_year(
    ground: DayGround,
    said: _Yearless,
    words: tuple[Message, Span],
    named: set[int],
    today: date,
) -> DayHint:
    """A day without a year: that of the one year which the text names and which it fits, else those on which its weekday falls."""
    quote, span = words
    fitting = [year for year in named if said.fits(year)]
    if len(named) == 1 and fitting:
        (year,) = fitting
        why = message(f"day-{ground}-year", quote=quote, year=str(year), day=_worded(said.of(year)))
        return DayHint(ground, (said.of(year),), why, span)
    if not said.weekday:
        return DayHint(ground, (), message(f"day-{ground}-open", quote=quote), span)
    ahead = said.fits(today.year) and said.of(today.year) > today.isoformat()
    past = range(today.year - ahead, _OLDEST, -1)
    years = tuple(islice(filter(said.fits, past), _MOST_YEARS))
    why = message(f"day-{ground}-weekday", quote=quote, years=_listed(years))
    return DayHint(ground, tuple(map(said.of, years)), why, span)


def _figures(ground: DayGround, text: str) -> Iterator[DayHint]:
    """Whole days in figures that can be read in one way only, in the name of a file or an address."""
    for found in _FIGURES.finditer(text):
        edtf = _in_figures(found)
        if edtf:
            yield _hint(ground, edtf, quoted(found[0]), None)


def _in_figures(found: re.Match[str]) -> str:
    if found["year"]:
        year, month, day = (int(found[name]) for name in ("year", "month", "day"))
        glued = not found["sign"] and len(found[0]) < len("20180403")
        either = False
    else:
        year, month, day = (int(found[f"last_{name}"]) for name in ("year", "month", "day"))
        glued, either = False, day != month and valid(year, day, month)
    return (
        "" if glued or either or not valid(year, month, day) else date(year, month, day).isoformat()
    )


def _latest(told: Iterable[_Told], today: date) -> Iterator[DayHint]:
    """The latest day that the text names: it was published then or later."""
    days = [one.date for one in told if one.role not in _ASIDE and _is_whole(one.date)]
    past = (one for one in days if one.edtf <= today.isoformat())
    latest = max(past, key=lambda one: one.edtf, default=None)
    if latest is not None:
        why = message("day-latest", quote=quoted(latest.text), day=_worded(latest.edtf))
        yield DayHint(DayGround.LATEST, (), why, latest.span, latest.edtf)


def _is_whole(one: DateValue) -> bool:
    """Whether words state one whole day with its year."""
    whole = len(one.edtf) == _FULL_DAY and one.edtf.replace("-", "").isdecimal()
    return whole and one.reason in _STATED


def _hint(ground: DayGround, day: str, quote: Message, span: Span | None) -> DayHint:
    why = message(f"day-{ground}", quote=quote, day=_worded(day))
    return DayHint(ground, (day,), why, span)


def _listed(years: Iterable[int]) -> Message:
    told = tuple(map(str, years))
    return Message("، ".join(told), ", ".join(told))


def _worded(edtf: str) -> Message:
    return Message(edtf_words(edtf, "ar"), edtf_words(edtf, "en"))
