"""Dates of a running text as values: the grammar's findings, resolved in order of reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import cache
from typing import NamedTuple

from claims.model.quick import quick
from claims.model.values import DateValue, Slot, Unread
from claims.slots.time.called_today import plainly_shifted
from claims.slots.time.edtf import Days, interval, valid
from claims.slots.time.known import Known, Resolved, Told
from claims.slots.time.lending import lent
from claims.slots.time.lexicon import guards
from claims.slots.time.line import line
from claims.slots.time.mention import mentions
from claims.slots.time.named import named_day
from claims.slots.time.publication import Publication, publication
from claims.slots.time.resolve import resolve
from claims.slots.time.spec import Calendar, Mention, Section, Stretch, When
from claims.text.tokens import Tokens, tokens

_made = quick(DateValue)
_FORWARD_REACH = 9
_SENTENCE_REACH = 40
_SCRIPT_REACH = 12
_NEXT_TO = 6
_MONTH = 31
_SOON = 60
"""Days within which an *until* without a year looks ahead rather than back."""
_ENDS = frozenset(".!?؟\n؛;")
_LINES = frozenset("\n")
_STOPS = _ENDS | frozenset("،,")


class Dates(NamedTuple):
    """What a text says about time.

    Attributes:
        read: the dates, in order.
        unread: words that state a date which cannot be had: *yesterday* without a day of publication, 31 April,
            two names of a month that disagree.
    """

    read: tuple[DateValue, ...]
    unread: tuple[Unread, ...]


def find_dates(
    text: str | Tokens, *, reference: str | date = "", language: str = ""
) -> tuple[DateValue, ...]:
    """The dates of a text as EDTF, in order, none overlapping another.

    A span covers the words that state the date: weekday, part of the day, clock, day, month, year and what
    binds them (*last*, *since*, *between … and*), and no preposition or conjunction before them. Of a list of days that
    share a month every day is a value: the span of the one beside the month covers the month and what follows it, the
    others only their number. Clock times, ages and durations are no dates.

    Args:
        text: raw text, or its tokens where they exist already.
        reference: day of publication: a `datetime.date`, or EDTF (day, month or year); "" when unknown. Then a date line at the head of the
            text serves, and for days and months without a year the last full date before them where they follow
            it in time; a year is never invented (``XXXX-03-27``). Such a line, or what the text calls today (*today, Wednesday*), serves as
            well where it is one or two days before ``reference``.
        language: ``ar`` or ``en`` when the text is known to be of one language; decides whether figures like
            4/7/2018 are day first. "" looks at the words around.

    Raises:
        InputError: when ``reference`` is no EDTF date.
    """
    return read_dates(text, reference=reference, language=language).read


def find_unread_dates(
    text: str | Tokens, *, reference: str | date = "", language: str = ""
) -> tuple[Unread, ...]:
    """Words of a text that state a date which could not be had; see `find_dates` for the arguments."""
    return read_dates(text, reference=reference, language=language).unread


def read_dates(text: str | Tokens, *, reference: str | date = "", language: str = "") -> Dates:
    """Both of `find_dates` and `find_unread_dates` in one pass."""
    source = tokens(text)
    found = lent(mentions(line(source)), source)
    if not found and not reference:
        return Dates((), ())
    return _Reader(source, language, publication(found, source, reference)).read(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Resolves the mentions of one text in order."""

    source: Tokens
    language: str
    publication: Publication

    def read(self, found: list[Mention]) -> Dates:
        base = Known(reference=self.publication.days, years=_years(found), order=_order(found))
        stated: tuple[date, int] | None = None
        dated: tuple[date, int] | None = None
        told: Told | None = None
        read: list[DateValue] = []
        unread: list[Unread] = []
        for place, mention in enumerate(found):
            if self._said_again(mention, found[place + 1 : place + 2]):
                continue
            around = self._around(mention, base, told, stated)
            if dated is not None and self._since(dated[1], mention.token, _ENDS):
                around = around._replace(dated=dated[0])
            resolved, weekday = self._resolved(mention, around), mention.weekday
            if resolved is None:
                resolved, weekday = self._called(mention)
            span = self.source.shadow.span(mention.start, mention.end)
            words = span.of(self.source.shadow.raw)
            if resolved is None:
                unread.append(Unread(Slot.DATE, words, span))
                continue
            reason = self._reason(resolved, mention)
            read.append(_made(resolved.edtf, words, span, reason, mention.time, weekday))
            spoken = _of_today(mention) or self._of_saying(mention)
            told = told if told and spoken else _told(resolved.edtf) or told
            stated = self._stated(mention, resolved) or stated
            dated = _dated(mention, resolved) or dated
        return Dates(tuple(read), tuple(unread))

    def _resolved(self, mention: Mention, known: Known) -> Resolved | None:
        words, starts = self.source.words, self.source.starts
        behind = bisect_left(starts, mention.end, lo=mention.token)
        before = words[mention.token - 1] if mention.token else ""
        named = named_day(mention, before, words[behind] if behind < len(words) else "", known)
        if named is None:
            return resolve(mention.says, known)
        open_ended = isinstance(mention.says, Stretch)
        return Resolved(f"{named}/.." if open_ended else f"{named}", "named-day")

    def _called(self, mention: Mention) -> tuple[Resolved | None, int | None]:
        """The day and weekday of a bare *today* or *yesterday* in a text that names the day elsewhere."""
        shift = plainly_shifted(mention)
        if shift is None:
            return None, None
        found, weekday = self.publication.called.shifted(shift)
        if found is not None and weekday is None and isinstance(mention.says, Stretch):
            return found._replace(edtf=f"{found.edtf}/.."), None
        return found, weekday

    def _of_saying(self, mention: Mention) -> bool:
        """Whether a mention stands right behind an English verb of saying (*said on Tuesday*): no day is counted from it."""
        words, at = self.source.words, mention.token - 1
        at -= at > 0 and words[at] in _SPOKEN_ON
        return at >= 0 and words[at] in guards()["said"]

    def _around(
        self, mention: Mention, base: Known, told: Told | None, stated: tuple[date, int] | None
    ) -> Known:
        """What is known at one mention; the words around are read only where its own leave something open."""
        says = mention.says
        open_year = not isinstance(says, Calendar) or says.year is None
        lent = stated if open_year else None
        near = lent[0] if lent and self._since(lent[1], mention.token, _ENDS) else None
        before = lent[0] if lent and self._since(lent[1], mention.token, _LINES) else None
        by_script = not isinstance(says, Calendar) or says.swapped or says.week_bearing
        return Known(
            reference=base.reference,
            arabic=self._arabic(mention.token) if by_script else True,
            order=base.order,
            forward=open_year
            and (self._forward(mention.token) or _awaited(says, self.publication.days)),
            years=base.years,
            told=told,
            near=near,
            stated=before,
        )

    def _reason(self, resolved: Resolved, mention: Mention) -> str:
        if mention.shared and resolved.reason == "stated":
            return "shared"
        leaning = resolved.reason in _LEANING
        return self.publication.by if self.publication.by and leaning else resolved.reason

    def _forward(self, token: int) -> bool:
        ahead = _ahead()
        back = self.source.words[max(token - _FORWARD_REACH, 0) : token]
        if ahead.isdisjoint(back):
            return False
        for word in reversed(back):
            if word in _STOPS:
                return False
            if word in ahead:
                return True
        return False

    def _said_again(self, mention: Mention, following: list[Mention]) -> bool:
        """Whether a weekday that nothing dates is the one of the date right behind it: الأربعاء الدامي: 21 آب 2013."""
        says = mention.says
        if (
            self.publication.days
            or not following
            or not isinstance(says, Calendar)
            or not says.weekday
        ):
            return False
        date_behind = following[0].says
        if says.day or says.shift is not None or not isinstance(date_behind, Calendar):
            return False
        if not date_behind.day or not self._since(mention.token, following[0].token, _ENDS):
            return False
        resolved = resolve(date_behind, Known())
        days = interval(resolved.edtf) if resolved else None
        near = following[0].token - mention.token <= _NEXT_TO
        return bool(near and days and days[0] == days[1] and days[0].isoweekday() == says.weekday)

    def _since(self, earlier: int, token: int, ends: frozenset[str]) -> bool:
        """Whether not too many words and none of ``ends`` stand between two places."""
        if not 0 <= token - earlier <= _SENTENCE_REACH:
            return False
        return ends.isdisjoint(self.source.words[earlier:token])

    def _stated(self, mention: Mention, resolved: Resolved) -> tuple[date, int] | None:
        """The day of a mention that states its year and may lend it to those behind it."""
        says = mention.says.whole if isinstance(mention.says, Section) else mention.says
        if not isinstance(says, Calendar) or says.year is None or says.month is None:
            return None
        if self._background(mention.token):
            return None
        found = interval(resolved.edtf)
        return (found[0], mention.token) if found and (found[1] - found[0]).days <= _MONTH else None

    def _background(self, token: int) -> bool:
        """Whether the words before a date in its sentence say that it tells of something earlier."""
        past = guards()["background"]
        back = self.source.words[max(token - _FORWARD_REACH, 0) : token]
        if past.isdisjoint(back):
            return False
        for word in reversed(back):
            if word in _ENDS or word in past:
                return word in past
        return False

    def _arabic(self, token: int) -> bool:
        if self.language:
            return self.language == "ar"
        around = self.source.words[max(token - _SCRIPT_REACH, 0) : token + _SCRIPT_REACH]
        letters = [word for word in around if word[0].isalpha()]
        return 2 * sum(map(str.isascii, letters)) <= len(letters)


@cache
def _ahead() -> frozenset[str]:
    """Words that look to the future, bare and behind a written-on *and*."""
    words = guards()["forward"]
    return words | {f"و{word}" for word in words}


def _awaited(says: When | Stretch, published: Days | None) -> bool:
    """Whether *until* a day without a year names one soon to come: "extended until 11 May", written on 2 May."""
    end = says.end if isinstance(says, Stretch) and says.start is None else None
    if not isinstance(end, Calendar) or published is None or end.hijri or end.bearing:
        return False
    if end.year is not None or end.month is None or end.day is None:
        return False
    today = published.last
    ahead = [
        (date(year, end.month, end.day) - today).days
        for year in (today.year, today.year + 1)
        if year <= MAXYEAR and valid(year, end.month, end.day)
    ]
    return any(0 < days <= _SOON for days in ahead)


_SPOKEN_ON = frozenset({"on", "late", "early"})
_LEANING = frozenset(
    {
        "looks-back", "looks-forward", "weekday-fits", "last-month", "this-month", "year-relative", "of-month", "of-week",
        "last-weekday", "relative", "relative-period", "ago", "hours-ago", "vague-ago", "window", "vague-window",
    }
)  # fmt: skip


def _calendars(found: list[Mention]) -> Iterator[tuple[Mention, Calendar]]:
    for mention in found:
        sides = mention.says
        if isinstance(sides, Stretch):
            for side in (sides.start, sides.end):
                if isinstance(side, Calendar):
                    yield mention, side
        elif isinstance(sides, Calendar):
            yield mention, sides


def _years(found: list[Mention]) -> dict[tuple[int, int], int]:
    """The year stated for a month and day; left out where the text states several."""
    years: dict[tuple[int, int], int] = {}
    doubtful: set[tuple[int, int]] = set()
    for _, says in _calendars(found):
        if says.year and says.month and says.day and not says.hijri and not says.swapped:
            key = (says.month, says.day)
            if years.setdefault(key, says.year) != says.year:
                doubtful.add(key)
    return {key: year for key, year in years.items() if key not in doubtful}


def _order(found: list[Mention]) -> str:
    orders = {says.figures for _, says in _calendars(found) if says.figures}
    return orders.pop() if len(orders) == 1 else ""


def _of_today(mention: Mention) -> bool:
    """Whether a mention is *today*, the day of the report: no day is counted from it once another was told."""
    return isinstance(mention.says, Calendar) and mention.says.shift == 0


def _dated(mention: Mention, resolved: Resolved) -> tuple[date, int] | None:
    """The day of a mention that names its month, and where it stands."""
    says = mention.says
    if not isinstance(says, Calendar) or says.month is None or says.day is None or says.hijri:
        return None
    days = interval(resolved.edtf)
    return (days[0], mention.token) if days and days[0] == days[1] else None


def _told(edtf: str) -> Told | None:
    if ".." in edtf:
        return None
    head = edtf.partition("/")[0].rstrip("~")
    if not head[:4].isdecimal():
        return None
    parts = [int(part) for part in head.split("-")]
    month = parts[1] if len(parts) > 1 and parts[1] <= 12 else None  # noqa: PLR2004 - seasons
    return Told(parts[0], month, parts[2] if len(parts) > 2 else None)  # noqa: PLR2004 - a day
