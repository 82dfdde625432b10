"""The day of publication that relative dates are counted from: the one given, the one in a date line, or the one the text calls today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import MINYEAR, date, timedelta
from typing import NamedTuple

from claims.errors import InputError
from claims.slots.time.called_today import CalledToday, called_today, of_lead
from claims.slots.time.edtf import Days, interval, valid
from claims.slots.time.known import Known
from claims.slots.time.lexicon import guards
from claims.slots.time.resolve import resolve
from claims.slots.time.spec import Calendar, Mention
from claims.text.tokens import Tokens

_WEEK = 7
_TAKEN_OVER = 2
"""Days within which a page takes a report over, so that *today* in it is not the day of the page."""
_HEAD = 600
_HEAD_WORDS = 7


class Publication(NamedTuple):
    """What is known of the day from which a text speaks.

    Attributes:
        days: the day (or month, or year), None when unknown.
        by: id of the reason for what leans on it where the text itself states it: ``dateline`` or ``called-today``; "" elsewhere.
        called: what the text says of the day that it calls today, where ``days`` is unknown.
    """

    days: Days | None
    by: str = ""
    called: CalledToday = CalledToday()


def publication(found: list[Mention], source: Tokens, reference: str | date) -> Publication:
    """The day from which a text speaks.

    Args:
        found: its dates.
        source: its tokens.
        reference: the day of publication as given, "" when unknown.

    Raises:
        InputError: when ``reference`` is no EDTF date.
    """
    given = _published(reference)
    if given is not None:
        if given.first != given.last:
            return Publication(given)
        return Publication(_own_day(found, given.first) or _near(_date_line(found, source), given))
    line = _date_line(found, source)
    if line is not None:
        return Publication(line, "dateline")
    called = called_today(found)
    day = called.date
    if day is not None:
        return Publication(Days(day, day), "called-today")
    unsaid = called == CalledToday()
    return Publication(None, "", of_lead(found, source.shadow.text) if unsaid else called)


def _published(reference: str | date) -> Days | None:
    if isinstance(reference, date):
        day = date(reference.year, reference.month, reference.day)
        return Days(day, day)
    if not reference:
        return None
    found = interval(reference.partition("T")[0])
    if found is None or found[0] == date.min or found[1] == date.max:
        raise InputError(
            f"{reference!r} is no date of publication.",
            next_step="Give a day, month or year as EDTF, such as 2018-04-03, or nothing.",
        )
    return Days(*found)


def _own_day(found: Sequence[Mention], published: date) -> Days | None:
    """The day that the text itself calls today (اليوم الأربعاء), where that is shortly before its day of publication.

    Pages take a report over on the next day, and *today* in it is still the report's own. Where it names several such days, none is.
    """
    if published.year == MINYEAR:  # no day stands before it
        return None
    named = {day for mention in found if (day := _called_today(mention, published)) is not None}
    day = named.pop() if len(named) == 1 else published
    return Days(day, day) if 0 < (published - day).days <= _TAKEN_OVER else None


def _called_today(mention: Mention, published: date) -> date | None:
    """The day of a mention of *today* that names its weekday or its day and month."""
    says = mention.says
    if not isinstance(says, Calendar) or says.shift != 0 or says.hijri:
        return None
    if says.month is not None and says.day is not None:
        year = says.year or published.year - (says.month > published.month)
        return date(year, says.month, says.day) if valid(year, says.month, says.day) else None
    if says.weekday is None:
        return None
    return published - timedelta((published.isoweekday() - says.weekday) % _WEEK)


def _near(found: Days | None, published: Days) -> Days:
    """The day that a date line bears where it is shortly before the day of publication, else that day."""
    if found is None or not 0 < (published.first - found.first).days <= _TAKEN_OVER:
        return published
    return found


def _date_line(found: Sequence[Mention], source: Tokens) -> Days | None:
    """The day of publication where the text itself bears it: alone in a line near its head."""
    folded = source.shadow.text
    for mention in found:
        if mention.start > _HEAD:
            return None
        says = mention.says
        if not isinstance(says, Calendar) or not (says.year and says.month and says.day):
            continue
        if says.hijri or not _alone(mention, folded):
            continue
        resolved = resolve(says, Known())
        days = interval(resolved.edtf) if resolved else None
        if days is not None and days[0] == days[1]:
            return Days(*days)
    return None


def _alone(mention: Mention, folded: str) -> bool:
    """Whether a date stands in a line of its own, as a date line does and a sentence does not."""
    start = folded.rfind("\n", 0, mention.start) + 1
    stop = folded.find("\n", mention.end)
    before = folded[start : mention.start].split()
    after = folded[mention.end : stop if stop >= 0 else mention.end + _HEAD].split()
    if "·" in (*before[-1:], *after[:1]):
        return True
    words = [word for word in (*before, *after) if any(map(str.isalpha, word))]
    if any(word.strip(":") in guards()["published"] for word in before):
        return len(words) <= _HEAD_WORDS
    spoken = bool(before) and before[-1] in guards()["in-sentence"]
    ended = bool(after) and after[-1].endswith((".", "؟", "!", "?"))
    return len(words) <= _HEAD_WORDS and (start > 0 or stop >= 0) and not spoken and not ended
