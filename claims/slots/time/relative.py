"""Periods by their distance: last week, three days ago, the past months, the next day."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from claims.slots.time.amount import amount, counted
from claims.slots.time.lexicon import Word, guards
from claims.slots.time.line import Item, Line
from claims.slots.time.month import month
from claims.slots.time.numerals import count, year
from claims.slots.time.spec import Calendar, Decade, Period, Told

_CALENDAR_UNITS = frozenset({"day", "week", "weekend", "month", "year", "decade", "century"})
_LONG_UNITS = _CALENDAR_UNITS - {"day"}
_TO_DATE_UNITS = frozenset({"week", "month", "year"})
_MODES = {"last": "window", "next": "ahead"}
_ROLLING = ("past", "coming")
"""English words that count back from today instead of naming the calendar unit before."""
_OVER = ("over", "during", "on", "at")
_DECADE = 10
_SEVERAL = (3, 10)
_ENDS = frozenset({".", ";", "\n", ":", "!", "?"})
_PAST_REACH = 14
_YESTERDAY_AND = ("yesterday", "and")
_CLOSES = frozenset({"", "\n", ",", ".", ";", ")", ":", "in", "near", "at", "when", "and"})
Found = tuple[Calendar | Period | Decade | Told, int] | None


def period(line: Line, index: int) -> Found:
    """A period by its distance from publication or from the last date told, and the index behind it."""
    item = line.items[index]
    for read in _FIGURES if item.digits else _readers(item.word):
        found = read(line, index)
        if found is not None:
            return found
    return None


def _over_the_weekend(line: Line, index: int) -> Found:
    """Over the weekend: the most recent one."""
    items = line.items
    if not items[index].has("article") or items[index + 1].word.unit != "weekend":
        return None
    over = line.before(items[index]) in _OVER
    return (Period("weekend", "whole", "recent"), index + 2) if over else None


def _within_this(line: Line, index: int) -> Found:
    """Earlier this month, later this week: from its beginning to publication, from publication to its end."""
    items = line.items
    mode = "sooner" if items[index].has("sooner") else "later" if items[index].has("later") else ""
    if not mode or items[index + 1].word.bearing != "this":
        return None
    unit = items[index + 2].word
    if unit.unit not in _TO_DATE_UNITS or unit.count != 1:
        return None
    return Period(unit.unit, mode, "this"), index + 3


def _back(line: Line, index: int) -> Found:
    """قبل ثلاثة أيام, منذ نحو شهرين; منذ أكثر من عام is a duration, قبل يومين من الهجوم counts from something else."""
    items = line.items
    if not items[index].has("back"):
        return None
    found = amount(line, index + 1)
    if found is None:
        return None
    span, end = found
    since = items[index].has("since")
    if (since and span.bound) or (end == index + 2 and _goes_on(items[end])):
        return None
    if items[end].word.bearing == "last" and line.arabic(end):
        end += 1
    if not since and items[end].has("of"):
        return None
    return span._replace(mode="ago"), end


def _goes_on(item: Item) -> bool:
    """Whether قبل عام is only the beginning of قبل عام 2011."""
    return bool(item.digits or item.word.month or item.word.weekday)


def _ago(line: Line, index: int) -> Found:
    """Two weeks ago, a few days ago; two days later, a week earlier."""
    found = amount(line, index) if not line.arabic(index) else None
    if found is None:
        return None
    span, end = found
    item = line.items[end]
    if item.has("ago"):
        return span._replace(mode="ago"), end + 1
    if (item.has("later") or item.has("sooner")) and span.low == span.high:
        return Told(span.unit, span.low if item.has("later") else -span.low), end + 1
    if item.has("on") and line.after(item) == "," and span.low == span.high:
        opens = line.before(line.items[index]) in _ENDS or not line.items[index].token
        return (Told(span.unit, span.low), end + 1) if opens else None
    return None


def _bearing_behind(line: Line, index: int) -> Found:
    """الأسبوع الماضي, الشهر الجاري, اليوم التالي, العام نفسه, الأيام الثلاثة الماضية."""
    items = line.items
    word = items[index].word
    if not word.unit or not line.arabic(index):
        return None
    place = index + 1
    number = count(line, place) if word.count == 0 and not items[place].prefix else None
    if number is not None:
        place = number[1]
    elif items[place].word.vague and not items[place].prefix:
        place += 1
    behind = items[place]
    if behind.prefix or not line.arabic(place):
        return None
    if word.count == 1:
        return _one_unit(line, index, behind, place + 1)
    low, high = (number[0], number[0]) if number else (2, 2) if word.count else _SEVERAL
    return _rolling(word.unit, behind.word.bearing, (low, high), place + 1)


def _one_unit(line: Line, index: int, behind: Item, end: int) -> Found:
    unit, told = line.items[index].word.unit, _neighbour(behind)
    if unit not in _CALENDAR_UNITS or _general(line, line.items[index]):
        return None
    if told:
        return Told(unit, told), end
    return _whole(line, index, behind.word.bearing, end) if behind.word.bearing else None


def _general(line: Line, item: Item) -> bool:
    """Whether العام is "general" and no year: الأمين العام الحالي."""
    return item.word.unit == "year" and line.before(item) in guards()["general"]


def _neighbour(item: Item) -> int:
    """1 for *following*, -1 for *previous*, else 0."""
    return item.has("following") - item.has("preceding")


def _rolling(unit: str, bearing: str, many: tuple[int, int], end: int) -> Found:
    mode = _MODES.get(bearing)
    return (Period(unit, mode, low=many[0], high=many[1]), end) if mode else None


def _whole(line: Line, index: int, bearing: str, end: int) -> Found:
    """One whole unit by its bearing, with the number or name that may stand in apposition."""
    item = line.items[index]
    unit = item.word.unit
    if unit == "day" and bearing in _MODES:
        return None
    if bearing == "same":
        return Told(unit, 0), end
    if unit == "century" and bearing == "last":
        return Decade("19XX"), end
    if unit == "decade" and bearing == "last":
        return Period("year", "window", low=_DECADE, high=_DECADE, approximate=True), end
    return _apposed(line, Period(unit, "whole", bearing), end)


def _apposed(line: Line, found: Period, end: int) -> Found:
    """العام الجاري 2018, الشهر الماضي (آذار)."""
    items = line.items
    place = end + 1 if items[end].has("open") or items[end].has("comma") else end
    closes = items[end].has("open")
    if items[place].prefix:
        return found, end
    stated = year(line, place) if found.unit == "year" and not items[end].has("comma") else None
    named = month(line, place) if found.unit == "month" else None
    if stated is not None:
        after = stated[2]
        said = Calendar(year=stated[0], hijri=stated[1])
    elif named is not None:
        after = named[1]
        said = Calendar(month=named[0].number, bearing=found.bearing, bound="month")
    else:
        return found, end
    return said, after + 1 if closes and items[after].has("close") else after


def _bearing_before(line: Line, index: int) -> Found:
    """This week, last year, هذا العام, نفس اليوم, the next day, the week before last."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item, noun = items[place], items[place + 1]
    if item.word.unit in _LONG_UNITS and noun.word.bearing == "before-last":
        return Period(item.word.unit, "whole", "before-last"), place + 2
    unit = noun.word.unit
    if unit not in _CALENDAR_UNITS or noun.word.count != 1 or noun.prefix:
        return None
    arabic = line.arabic(place)
    told = 0 if arabic else _neighbour(item)
    if not arabic and unit == "day" and item.word.bearing == "next":
        told = 1
    if told:
        return Told(unit, told), place + 2
    definite = line.source.words[noun.token].startswith("ال")
    bearing = item.word.before * definite if arabic else item.word.bearing
    if not bearing or arabic != line.arabic(place + 1) or (arabic and bearing == "last"):
        return None
    counts_back = line.source.words[item.token] in _ROLLING or place > index
    if counts_back and bearing in _MODES:
        rolls = unit != "day" or _past_day(line, index)
        return _rolling(unit, bearing, (1, 1), place + 2) if rolls else None
    return _whole(line, place + 1, bearing, place + 2)


def _past_day(line: Line, index: int) -> bool:
    """Whether English words speak of the day and night up to the report (over *the past day*)."""
    words, token = line.source.words, line.items[index].token
    past = token + (words[token] == "the")
    alone = words[past + 2 : past + 3] != ("or",)
    return words[past : past + 2] == ("past", "day") and words[past - 1] == "the" and alone


def _day_beside(line: Line, index: int) -> Found:
    """The day before, the day after, where no event follows that it is counted from; the next morning, the previous night."""
    items = line.items
    if not items[index].has("article"):
        return None
    near, behind = items[index + 1], items[index + 2]
    if near.word.unit == "day" and near.word.count == 1:
        if behind.has("before") and line.after(behind) != "yesterday":
            token = items[index].token
            if line.source.words[max(0, token - 2) : token] == _YESTERDAY_AND:
                return Calendar(shift=-2), index + 3
        step = behind.has("after") - behind.has("before")
        alone = step and line.after(behind) in _CLOSES and _opens_or_past(line, items[index])
        return (Told("day", step), index + 3) if alone and not line.arabic(index + 1) else None
    step = _neighbour(near) or int(near.word.bearing == "next")
    part = behind.word.part and behind.word.shift is None and not line.arabic(index + 2)
    return (Told("day", step), index + 3) if step and part else None


def _opens_or_past(line: Line, item: Item) -> bool:
    """Whether words open a sentence, or stand behind a verb in the pluperfect: *reported the day before* dates the report."""
    words = line.source.words
    for at in range(item.token - 1, max(-1, item.token - _PAST_REACH), -1):
        if words[at] == "had":
            return True
        if words[at] in _ENDS:
            return at == item.token - 1
    return item.token == 0


def _window(line: Line, index: int) -> Found:
    """The past three weeks, recent days, the last few months, آخر 24 ساعة, الـ 24 ساعة الماضية."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item, unit = items[place], items[place + 1].word
    if line.source.words[item.token] == "recent":
        plural = unit.unit and not unit.count
        return _rolling(unit.unit, "last", _SEVERAL, place + 2) if plural else None
    arabic = line.arabic(place)
    bearing = "last" if item.word.before == "last" else "" if arabic else item.word.bearing
    if not bearing:
        return _numbered_window(line, index)
    if unit.unit and unit.count == 0 and not arabic:
        return _rolling(unit.unit, bearing, _SEVERAL, place + 2)
    many = counted(line, place + 1)
    if many is None or (many.end == place + 2 and many.low == 1):
        return None
    if arabic and many.low != many.high:
        return None
    return _rolling(many.unit, bearing, (many.low, many.high), many.end)


def _numbered_window(line: Line, index: int) -> Found:
    """The number before its noun and the bearing behind: الـ 24 ساعة الماضية, الثلاثة أيام الأخيرة."""
    items = line.items
    number = count(line, index)
    if number is None:
        return None
    unit, behind = items[number[1]], items[number[1] + 1]
    if not unit.word.unit or unit.prefix or behind.prefix or not line.arabic(number[1] + 1):
        return None
    return _rolling(unit.word.unit, behind.word.bearing, (number[0], number[0]), number[1] + 2)


_Reader = Callable[[Line, int], Found]
_FIGURES: tuple[_Reader, ...] = (_ago, _window)
_WITHIN, _NEIGHBOURS = frozenset({"sooner", "later"}), frozenset({"following", "preceding"})
_AMOUNTS = frozenset({"over", "under", "approximate", "one"})
_KNOWN_WORDS = 16_384


@lru_cache(maxsize=_KNOWN_WORDS)
def _readers(word: Word) -> tuple[_Reader, ...]:
    """The ways to read a period that can begin with a word; with an article all of them."""
    roles, borne = word.roles, bool(word.before or word.bearing)
    many = word.vague or word.cardinal
    opening: tuple[tuple[_Reader, object], ...] = (
        (_over_the_weekend, False),
        (_within_this, roles & _WITHIN),
        (_back, "back" in roles),
        (_ago, word.unit or many or roles & _AMOUNTS),
        (_bearing_behind, word.unit),
        (_day_beside, "article" in roles),
        (_bearing_before, word.unit or borne or roles & _NEIGHBOURS),
        (_window, borne or many),
    )
    return tuple(read for read, opens in opening if opens or "article" in roles)
