"""One day put together from its parts, in whatever order they stand: weekday, part of the day, *yesterday*, date, clock.

فجر اليوم الثلاثاء 3 نيسان 2018 · الثلاثاء 03/أبريل/2018 - 12:11 م · on the morning of Friday, 17 March.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.slots.time.calendar import calendar
from claims.slots.time.clock import Clock, clock, hour_before, stated_time
from claims.slots.time.lexicon import ALWAYS, Word, guards, names_what_follows
from claims.slots.time.line import Item, Line
from claims.slots.time.numeric import numeric
from claims.slots.time.overnight import last_night, part_only
from claims.slots.time.spec import Calendar
from claims.slots.time.time_group import time_group
from claims.slots.time.today import trusted

_UNSAID = Calendar()
_MOST_PIECES = 8
_MOST_HEADS = 4
_HEADING = frozenset({"day", "of", "colon"})
_ACROSS_MARKS = frozenset(
    {
        ("shift", "weekday"),
        ("shift", "date"),
        ("shift", "clock"),
        ("weekday", "date"),
        ("weekday", "clock"),
        ("weekday", "part"),
        ("part", "date"),
        ("part", "weekday"),
        ("date", "clock"),
        ("date", "part"),
        ("date", "weekday"),
        ("clock", "date"),
        ("clock", "weekday"),
        ("clock", "shift"),
    }
)
_NEVER_FOLLOW = frozenset({("date", "shift"), ("weekday", "shift")})
_MARKS = frozenset({"comma", "dash", "open", "bullet", "dot", "slash", "colon"})
_MARKS_OR_DAY = _MARKS | {"day"}
_DATED = frozenset({"month", "year"})
_KNOWN_WORDS = 16_384


class Moment(NamedTuple):
    """A day with what is said of its hours.

    Attributes:
        says: the day.
        time: clock time or part of the day.
        start: offset of its first character in the shadow.
        end: index of the item behind it.
    """

    says: Calendar
    time: str
    start: int
    end: int


@dataclass(slots=True)
class _Draft:
    """What has been read so far; every part that is read is entered here."""

    part: str = ""
    clock: Clock | None = None
    shift: int | None = None
    weekday: int | None = None
    bearing: str = ""
    week: str = ""
    date: Calendar | None = None
    last: str = ""
    headed: bool = False
    weak: bool = False
    start: int | None = None


_Reader = Callable[[Line, int, _Draft], int]
"""Reads one part: enters it and gives the index behind it, or leaves the draft alone and gives 0."""


def moment(line: Line, index: int) -> Moment | None:
    """The day that begins at item ``index``, or None."""
    items = line.items
    draft, place, end = _Draft(), index, index
    for _ in range(_MOST_PIECES):
        end_of_piece = _piece(line, place, draft)
        if not end_of_piece:
            break
        end = end_of_piece
        place = _bridged(line, end, draft)
    if end == index or not (_stands(draft) or line.before(items[index]) == "on"):
        return None
    end = _closed(line, index, end)
    start = items[index].start if draft.start is None else draft.start
    if draft.clock is None and items[index].word.part and index and items[index - 1].token >= 0:
        told = hour_before(line, index)
        if told is not None:
            draft.clock, start = told[0], items[told[1]].start
    return Moment(_says(draft), stated_time(draft.clock, draft.part), start, end)


def _stands(draft: _Draft) -> bool:
    if draft.date is not None:
        return True
    if draft.shift is not None:
        return True
    if draft.weekday is None:
        return False
    return not draft.weak or draft.headed or bool(draft.part)


def _says(draft: _Draft) -> Calendar:
    date = draft.date or _UNSAID
    if draft.weekday is None and draft.shift is None:
        return date
    bearing, bound = date.bearing, date.bound
    if draft.bearing:
        bearing, bound = draft.bearing, "weekday"
        if date.month is not None and date.bearing:
            bearing, bound = date.bearing, date.bound
    return date._replace(
        weekday=draft.weekday,
        shift=draft.shift,
        bearing=bearing,
        bound=bound,
        week_bearing=draft.week,
    )


def _piece(line: Line, index: int, draft: _Draft) -> int:
    item = line.items[index]
    if item.token < 0 or (draft.last and item.prefix.startswith(("و", "ف"))):
        return 0
    for read in _FIGURES if item.digits else _readers(item.word):
        end = read(line, index, draft)
        if end:
            return end
    return 0


@lru_cache(maxsize=_KNOWN_WORDS)
def _readers(word: Word) -> tuple[_Reader, ...]:
    """The parts of a day that can begin with a word."""
    article, roles = "article" in word.roles, word.roles
    dated = word.month or word.hijri or word.ordinal or word.cardinal or word.bearing
    opening: tuple[tuple[_Reader, object], ...] = (
        (_clock_piece, "clock" in roles),
        (_part_piece, word.part),
        (_shift_piece, word.shift is not None),
        (_head_piece, "day" in roles),
        (_weekday_piece, word.weekday or word.bearing),
        (_date_piece, dated or article or roles & _DATED or word.unit in ("day", "month")),
    )
    return tuple(read for read, opens in opening if opens)


def _clock_piece(line: Line, index: int, draft: _Draft) -> int:
    found = clock(line, index) if draft.clock is None else None
    if found is None or not _allowed(line, index, draft, "clock"):
        return 0
    draft.clock, draft.last = found[0], "clock"
    return found[1]


def _part_piece(line: Line, index: int, draft: _Draft) -> int:
    item = line.items[index]
    word = item.word
    if (
        not word.part
        or (word.shift is not None and not part_only(line, index))
        or draft.part
        or not _allowed(line, index, draft, "part")
    ):
        return 0
    if draft.last in ("weekday", "date", "shift") and _opens_another(line, index + 1, draft):
        return 0
    draft.part, draft.last = word.part, "part"
    return index + 1


def _opens_another(line: Line, index: int, draft: _Draft) -> bool:
    """Whether a part of the day belongs to the day behind it instead of the one before."""
    items = line.items
    if items[index].has("of") or items[index].has("on"):
        index += 1
    if items[index].has("article") or items[index].has("day"):
        index += 1
    word = items[index].word
    if items[index].prefix:
        return False
    return bool(
        (word.weekday and draft.weekday is not None)
        or (word.shift is not None and (draft.shift is not None or draft.date or draft.weekday))
    )


def _shift_piece(line: Line, index: int, draft: _Draft) -> int:
    item = line.items[index]
    word = item.word
    if word.shift is None or draft.shift is not None or not _allowed(line, index, draft, "shift"):
        return 0
    sure = last_night if word.part and word.shift else trusted
    if word.guarded and not draft.headed and not sure(line, index):
        return 0
    draft.shift, draft.part, draft.last = word.shift, draft.part or word.part, "shift"
    return index + 1


def _head_piece(line: Line, index: int, draft: _Draft) -> int:
    items = line.items
    if not items[index].has("day") or (draft.last and items[index].prefix):
        return 0
    if line.before(items[index]) in guards()["habitual"]:
        return 0
    place = index + 1
    while place < index + _MOST_HEADS and items[place].word.roles & _HEADING:
        place += 1
    following = items[place]
    if following.token < 0 or following.prefix:
        return 0
    before, draft.headed = draft.headed, True
    for read in (_shift_piece, _weekday_piece, _date_piece):
        end = read(line, place, draft)
        if end:
            return end
    draft.headed = before
    return 0


def _weekday_piece(line: Line, index: int, draft: _Draft) -> int:
    items = line.items
    bearing, place = "", index
    if items[place].word.bearing and items[place + 1].word.weekday and not line.arabic(place):
        bearing, place = items[place].word.bearing, place + 1
    item = items[place]
    if not item.word.weekday or draft.weekday is not None:
        return 0
    if not _allowed(line, index, draft, "weekday") or (
        not draft.last and _named(line, item, draft)
    ):
        return 0
    weak = item.word.need != ALWAYS
    end = place + 1
    if weak and draft.last == "date" and line.arabic(place):
        return 0
    if weak and not line.arabic(place):
        if not line.capital(item):
            return 0
        end += 1 if items[end].has("dot") and items[end].glued else 0
    behind = items[end]
    if behind.word.bearing and not behind.prefix and line.arabic(end):
        bearing, end = behind.word.bearing, end + 1
    draft.week, end = _week(line, end)
    draft.weekday, draft.bearing, draft.weak = item.word.weekday, bearing, weak
    draft.last = "weekday"
    return end


def _named(line: Line, item: Item, draft: _Draft) -> bool:
    before = line.before(item)
    if _prayed(line, item):
        return False
    if names_what_follows(before) or before in guards()["habitual"]:
        return True
    if line.after(item) in guards()["weekday-named"] and (
        before == "the" or _written_large(line, item)
    ):
        return True
    return not draft.headed and item.word.weekday in (1, 7) and before in guards()["counted-before"]


def _written_large(line: Line, item: Item) -> bool:
    """Whether the word behind a weekday has a capital (Sunday *Telegraph*)."""
    return line.source.initial(item.token + 1).isupper()


def _prayed(line: Line, item: Item) -> bool:
    """Whether a prayer says when: بعد صلاة الجمعة is on Friday, صلاة الجمعة alone is a prayer."""
    words, place = line.source.words, item.token
    return place > 1 and words[place - 1] == "صلاه" and words[place - 2] in guards()["prayed"]


def _week(line: Line, index: int) -> tuple[str, int]:
    """``من الأسبوع الماضي`` / ``of last week`` behind a weekday."""
    items = line.items
    place = index + 1 if items[index].has("of") else index
    item, behind = items[place], items[place + 1]
    if item.prefix:
        return "", index
    if item.word.unit == "week" and behind.word.bearing and line.arabic(place + 1):
        return behind.word.bearing, place + 2
    if (item.word.before or item.word.bearing) and behind.word.unit == "week":
        return item.word.before or item.word.bearing, place + 2
    return "", index


def _date_piece(line: Line, index: int, draft: _Draft) -> int:
    if draft.date is not None or not _allowed(line, index, draft, "date"):
        return 0
    group = None if draft.last else time_group(line, index)
    if group is not None:
        draft.date, draft.last, draft.start = group[0], "date", group[2]
        return group[1]
    found = numeric(line, index) or calendar(line, index)
    if found is None:
        return 0
    date, end = found
    if draft.last and date.day is None:
        return 0
    twin = _twin(line, end, date)
    if twin is not None:
        date, end = twin
    draft.date, draft.last = date, "date"
    return end


def _twin(line: Line, index: int, date: Calendar) -> tuple[Calendar, int] | None:
    """The same day by the other calendar behind a date; the Gregorian one is kept."""
    items = line.items
    place = index
    while place < index + 2 and items[place].any_of(_MARKS_OR_DAY):
        place += 1
    if place == index or date.day is None:
        return None
    found = numeric(line, place) or calendar(line, place)
    if found is None or found[0].hijri == date.hijri or found[0].day is None:
        return None
    other, end = found
    return (date if other.hijri else other), end


_FIGURES: tuple[_Reader, ...] = (_clock_piece, _date_piece)


def _allowed(line: Line, index: int, draft: _Draft, kind: str) -> bool:
    if not draft.last:
        return True
    if (draft.last, kind) in _NEVER_FOLLOW or (
        draft.last == "date" and draft.date is not None and draft.date.day is None
    ):
        return False
    before = line.items[index - 1]
    return not before.any_of(_MARKS) or before.has("dot") or (draft.last, kind) in _ACROSS_MARKS


def _bridged(line: Line, index: int, draft: _Draft) -> int:
    """The index behind what may stand between two parts of one day."""
    items = line.items
    item = items[index]
    if item.prefix:
        return index
    if item.any_of(_MARKS):
        closes = draft.last in ("part", "shift") or not item.glued
        if item.has("dot") and closes:
            return index
        index += 1
        return index + 1 if items[index].has("dash") or items[index].has("open") else index
    behind = items[index + 1]
    hours = draft.last in ("part", "clock") or bool(behind.word.part or items[index + 2].word.part)
    hours = hours or (behind.has("clock") and line.arabic(index + 1))
    if hours and (item.has("of") or item.has("on") or item.has("in")):
        index += 1
    at = items[index].has("clock") and line.source.words[items[index].token] == "at"
    about = index + at
    if items[about].has("approximate") and clock(line, about + 1):
        return about + 1
    if at:
        return index + 1 if items[index + 1].word.part else index
    return index + 1 if items[index].has("article") and items[index + 1].word.part else index


def _closed(line: Line, index: int, end: int) -> int:
    """One further when a bracket opened inside the date closes right behind it."""
    if not line.items[end].has("close"):
        return end
    inside = line.items[index:end]
    opened = sum(item.has("open") for item in inside) - sum(item.has("close") for item in inside)
    return end + 1 if opened > 0 else end
