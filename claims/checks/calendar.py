"""Days that no calendar has: 31 April, 29 February of a common year, month 13, two months for one day.

The time slot gives such words as `Unread`; here the grammar says once more what they say, and why that cannot be. What
stays open (*yesterday* without a day of publication, the lengths of Hijri months) is silent.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator

from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import message, pattern, words
from claims.model import DateValue, Extraction, Message, Role, Slot, Span
from claims.slots.time import edtf_words
from claims.slots.time.line import line
from claims.slots.time.mention import mentions
from claims.slots.time.spec import Calendar, Stretch
from claims.text.shadow import fold
from claims.text.tokens import tokens

_LEAP, _COMMON, _FEBRUARY = 2000, 2001, 2
_MONTHS, _DAYS = 12, 31
_YEARS = range(1900, 2101)
_FIGURES = re.compile(r"(\d{2})([/\-])(\d{2})\2(\d{4})(?![\d/\-])(?<![\d/.\-].{10})")
_NUMBER_BEFORE = re.compile(r"(?<![\d/.,:\-])(\d{2})\s{0,2}(?:من\s(?:شهر\s)?|of\s)?$")
_CUE_REACH = 24
_MONTH = "YYYY-MM"


def impossible_dates(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each date of the text that no calendar has."""
    seen: set[Span] = set()
    for claim in extraction.claims:
        for unread in claim.unread:
            reason = _reason(unread.text) if unread.slot is Slot.DATE else None
            if reason is not None and unread.span not in seen:
                seen.add(unread.span)
                yield _noticed(extraction, reason, unread.span)
        if claim.date is not None and claim.date.span not in seen:
            seen.add(claim.date.span)
            yield from _uncounted_day(extraction, claim.date)
    yield from _no_such_month(extraction)


def _noticed(extraction: Extraction, told: Message, span: Span) -> Noticed:
    return notice("calendar", told, span, about(extraction, span))


def _reason(quote: str) -> Message | None:
    """Why the words of a date that could not be had cannot be; None where that is not the reason."""
    for mention in mentions(line(tokens(quote))):
        sides = (
            (mention.says.start, mention.says.end)
            if isinstance(mention.says, Stretch)
            else (mention.says,)
        )
        for side in sides:
            found = _impossible(side, quote) if isinstance(side, Calendar) else None
            if found is not None:
                return found
    return None


def _impossible(says: Calendar, quote: str) -> Message | None:
    if says.hijri:
        return None
    if says.month is None or says.day is None:
        return None
    if says.conflict:
        return message("calendar-two-months", quote=words(quote))
    if says.day > monthrange(_LEAP, says.month)[1]:
        days = monthrange(_LEAP, says.month)[1]
        return message(
            "calendar-month-length", quote=words(quote), month=_month(says.month), days=str(days)
        )
    common = says.year is not None and not isleap(says.year)
    if common and says.month == _FEBRUARY and says.day > monthrange(_COMMON, _FEBRUARY)[1]:
        days = monthrange(_COMMON, _FEBRUARY)[1]
        return message(
            "calendar-no-leap-year", quote=words(quote), year=str(says.year), days=str(days)
        )
    return None


def _month(number: int) -> Message:
    """The name of a month without a year."""
    ar, en = (
        edtf_words(f"{_LEAP}-{number:02}", language).replace(str(_LEAP), "").strip()
        for language in ("ar", "en")
    )
    return Message(ar, en)


def _uncounted_day(extraction: Extraction, date: DateValue) -> Iterator[Noticed]:
    """A number right before a month that is more than any month has days: *on 45 March 2017*."""
    if len(date.edtf) != len(_MONTH) or date.time or date.weekday:
        return
    text = extraction.document.text
    before = text[max(0, date.span.start - _CUE_REACH) : date.span.start]
    figure = _NUMBER_BEFORE.search(before)
    if figure is None or int(figure[1]) <= _DAYS:
        return
    cue = fold(before[: figure.start()]).split()
    if not cue or pattern("day-cue").fullmatch(cue[-1]) is None:
        return
    start = date.span.start - len(before) + figure.start()
    span = Span(start, date.span.end)
    told = message("calendar-no-day", quote=words(span.of(text)), figure=str(int(figure[1])))
    yield _noticed(extraction, told, span)


def _no_such_month(extraction: Extraction) -> Iterator[Noticed]:
    """A date in figures where neither of the first two can be a month, behind a word that announces a day."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        if sentence.role is Role.CHROME:
            continue
        for found in _FIGURES.finditer(text, sentence.span.start, sentence.span.end):
            day, month, year = (int(found[group]) for group in (1, 3, 4))
            if not (_MONTHS < day <= _DAYS and month > _MONTHS and year in _YEARS):
                continue
            before = fold(
                text[max(sentence.span.start, found.start() - _CUE_REACH) : found.start()]
            )
            if before.split() and pattern("day-cue").fullmatch(before.split()[-1]):
                span = Span(*found.span())
                told = message("calendar-no-month", quote=words(found[0]), figure=str(month))
                yield _noticed(extraction, told, span)
