"""Clock times and parts of the day beside a date; alone they are no dates.

A clock time is kept as ``T01:30``. Hours up to twelve are settled by *am*/*pm* or by the part of the day named with
them (the hours each part admits stand in ``time_days.toml``); where nothing settles them, the time stays unsaid
rather than guessed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claims.slots.tables import data
from claims.slots.time.lexicon import guards
from claims.slots.time.line import Line
from claims.slots.time.numerals import count, whole

_HOURS, _MINUTES, _NOON = 24, 60, 12
_DIGITS = 2
_MILITARY, _HUNDRED = 4, 100
_LONGEST_HOUR = 5
_HALF, _QUARTER, _THIRD = 30, 15, 20


class Clock(NamedTuple):
    """A time as stated: hour and minute, and what settles the half of the day.

    Attributes:
        hour: 0–23.
        minute: 0–59.
        half: ``am``, ``pm``, ``24`` (written as on a 24-hour clock) or "" when open.
    """

    hour: int
    minute: int
    half: str


def clock(line: Line, index: int) -> tuple[Clock, int] | None:
    """A clock time (``12:11 م``, الساعة الواحدة والنصف, 5 pm) and the index behind it."""
    items = line.items
    announced = items[index].has("clock")
    if not announced and not items[index].digits:
        return None
    start = index + 1 if announced else index
    if items[start].has("article"):
        start += 1
    found = _digital(line, start)
    if found is None and announced:
        found = _spoken(line, start)
    if found is None:
        return _bare(line, start)
    (hour, minute), end = found
    half, end = _half(line, end)
    if items[end].has("day-hours") and not half:
        half, end = "24", end + 1
    colon = items[start + 1].has("colon") or "." in items[start].digits
    if not half and (colon or hour > _NOON):
        half = "24"
    if announced and not half and line.source.words[items[index].token] == "at":
        return None
    return Clock(hour, minute, half), end


def hour_before(line: Line, index: int) -> tuple[Clock, int] | None:
    """The hour that Arabic tells without *hour* before a part of the day, and its first item: «عند السادسة والنصف من مساء …».

    Only behind a word that leads to a time: «المرة الثالثة صباح اليوم» is the third time.
    """
    items = line.items
    stop = index - 1 if items[index - 1].has("of") else index
    for first in range(stop - 1, max(-1, stop - _LONGEST_HOUR), -1):
        if items[first].token < 0:
            return None
        if items[first].word.hour and line.before(items[first]) in guards()["before-hours"]:
            found = _spoken(line, first) if line.raw(items[first]).startswith("ال") else None
            return (Clock(*found[0], ""), first) if found and found[1] == stop else None
    return None


def _digital(line: Line, index: int) -> tuple[tuple[int, int], int] | None:
    items = line.items
    first, second = (
        whole(items[index]),
        whole(items[index + 2]) if items[index + 1].has("colon") else None,
    )
    if items[index + 1].has("day-hours") and len(items[index].digits) == _MILITARY:
        hour, minute = divmod(int(items[index].digits), _HUNDRED)
        return ((hour, minute), index + 1) if _valid(hour, minute) else None
    if first is None or second is None or not _valid(first, second):
        return None
    if len(items[index].digits) > _DIGITS or len(items[index + 2].digits) != _DIGITS:
        return None
    end = index + 3
    if items[end].has("colon") and whole(items[end + 1]) is not None:
        end += 2
    return (first, second), end


def _spoken(line: Line, index: int) -> tuple[tuple[int, int], int] | None:
    items = line.items
    item = items[index]
    hour_text, _, minute_text = item.digits.partition(".")
    if item.word.hour:
        hour, minute = item.word.hour, 0
    elif hour_text.isdecimal() and (minute_text.isdecimal() or not minute_text):
        hour, minute = int(hour_text), int(minute_text or 0)
    else:
        return None
    end = index + 1
    minus = items[end].has("minus")
    place = end + 1 if minus else end
    extra, after = _minutes(line, place, joined=not minus)
    if extra:
        hour, minute = (hour - 1 or _NOON, _MINUTES - extra) if minus else (hour, minute + extra)
        end = after
    return ((hour, minute), end) if _valid(hour, minute) else None


def _minutes(line: Line, index: int, *, joined: bool) -> tuple[int, int]:
    items = line.items
    if items[index].has("and"):
        index, joined = index + 1, False
    item = items[index]
    if joined and item.prefix != "و":
        return 0, index
    for role, minutes in (("half", _HALF), ("quarter", _QUARTER), ("third", _THIRD)):
        if item.has(role):
            return minutes, index + 1
    number = count(line, index)
    if number and items[number[1]].has("minute") and number[0] < _MINUTES:
        return number[0], number[1] + 1
    return 0, index


def _bare(line: Line, index: int) -> tuple[Clock, int] | None:
    hour = whole(line.items[index])
    if hour is None or not 1 <= hour <= _NOON or line.before(line.items[index]) == ":":
        return None
    half = line.items[index + 1]
    word = line.source.words[half.token] if half.token >= 0 else ""
    if word in ("am", "pm") or (word in ("a", "p") and (half.has("am") or half.has("pm"))):
        return Clock(hour, 0, "am" if word[0] == "a" else "pm"), index + 2
    return None


def _half(line: Line, index: int) -> tuple[str, int]:
    item = line.items[index]
    if item.word.part or item.prefix:
        return "", index
    for name in ("am", "pm"):
        if item.has(name):
            return name, index + 1
    return "", index


def _valid(hour: int, minute: int) -> bool:
    return 0 <= hour < _HOURS and 0 <= minute < _MINUTES


@lru_cache(maxsize=1)
def _hours() -> dict[str, tuple[int, int]]:
    return {row["name"]: tuple(row["hours"]) for row in data("time_days")["parts"]}


def stated_time(stated: Clock | None, part: str) -> str:
    """The time of a date: ``T01:30``, else the part of the day, else ""."""
    if stated is None:
        return part
    hour = stated.hour
    if stated.half in ("am", "pm"):
        hour = hour % _NOON + (_NOON if stated.half == "pm" else 0)
    elif part and hour <= _NOON:
        fitting = [half for half in (hour % _NOON, hour % _NOON + _NOON) if _admits(part, half)]
        if len(fitting) != 1:
            return part
        hour = fitting[0]
    elif not stated.half:
        return part
    return f"T{hour:02}:{stated.minute:02}"


def _admits(part: str, hour: int) -> bool:
    first, last = _hours()[part]
    return first <= hour <= last if first <= last else hour >= first or hour <= last
