"""Periods: last week, three days ago, the past months, summer 2014, the nineties, mid-March, the next day."""

from __future__ import annotations

from dataclasses import replace

from claims.slots.time.calendar import calendar, year_bearing
from claims.slots.time.lexicon import guards
from claims.slots.time.line import Line
from claims.slots.time.month import month
from claims.slots.time.numerals import count, day_of_month, whole, year
from claims.slots.time.spec import Calendar, Decade, Period, Season, Section, Told, When

_BACK = frozenset({"last", "before-last"})
_CALENDAR_UNITS = frozenset({"day", "week", "weekend", "month", "year", "decade", "century"})
_LONG_UNITS = frozenset({"week", "weekend", "month", "year", "decade", "century"})
_PLAIN = ("last", "next")
Found = tuple[When, int] | None


def period(line: Line, index: int) -> Found:
    """A period by its distance from publication or from the last date told, and the index behind it."""
    for read in (_ago, _behind, _ahead, _window, _numbered_window, _told_later):
        found = read(line, index)
        if found is not None:
            return found
    return None


def _ago(line: Line, index: int) -> Found:
    """قبل ثلاثة أيام, منذ نحو شهرين, two weeks ago."""
    items = line.items
    if items[index].has("back"):
        found = _amount(line, index + 1)
        if found is None:
            return None
        span, end = found
        if items[index].has("since") and span.bound:
            return None
        if items[end].word.bearing == "last" and _arabic(line, end):
            end += 1
        if not items[index].has("since") and items[end].has("of") or _counts_on(line, index, end):
            return None
        return replace(span, mode="ago"), end
    if not items[index].digits and not items[index].word.cardinal and not items[index].word.roles:
        if items[index].word.vague is None:
            return None
    found = _amount(line, index)
    if found is None:
        return None
    span, end = found
    if items[end].has("ago"):
        return replace(span, mode="ago"), end + 1
    step = {True: 1, False: -1}
    if (items[end].has("later") or items[end].has("sooner")) and span.low == span.high:
        return Told(span.unit, span.low * step[items[end].has("later")]), end + 1
    return None


def _counts_on(line: Line, index: int, end: int) -> bool:
    """Whether قبل عام is the start of قبل عام 2011, or of a date."""
    item = line.items[end]
    return end == index + 2 and (bool(item.digits) or item.word.month > 0 or item.word.weekday > 0)


def _amount(line: Line, index: int) -> tuple[Period, int] | None:
    """How many of which unit: ثلاثة أيام, شهرين, نحو أسبوع, a few weeks, عام ونصف."""
    items = line.items
    bound, approximate = "", False
    for _ in range(2):
        item = items[index]
        if item.has("over") or item.has("under"):
            bound = "over" if item.has("over") else "under"
            index += 1
        elif item.has("approximate"):
            approximate, index = True, index + 1
    counted = _counted(line, index)
    if counted is None:
        return None
    low, high, unit, end = counted
    if items[end].has("half-more") and low == high:
        low, high, unit, end = _and_a_half(low, unit, end)
    if items[end].has("approximate") and _arabic(line, end):
        approximate, end = True, end + 1
    return Period(unit, "ago", low=low, high=high, bound=bound, approximate=approximate), end


def _and_a_half(number: int, unit: str, end: int) -> tuple[int, int, str, int]:
    smaller = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24)}
    name, size = smaller.get(unit, (unit, 1))
    total = number * size + size // 2
    return total, total, name, end + 1


def _counted(line: Line, index: int) -> tuple[int, int, str, int] | None:
    items = line.items
    item = items[index]
    if item.word.unit and item.word.count and not item.has("one") and not item.prefix:
        units = item.word.count
        behind = items[index + 1]
        if behind.has("one") and _arabic(line, index + 1):
            return units, units, item.word.unit, index + 2
        if not _arabic(line, index):
            return None
        return units, units, item.word.unit, index + 1
    if item.word.unit and item.word.count == 0 and not item.prefix and _arabic(line, index):
        few = items[index + 1]
        end = index + 2 if few.word.vague and _arabic(line, index + 1) else index + 1
        return 3, 10, item.word.unit, end
    if item.word.vague and items[index + 1].word.unit:
        low, high = item.word.vague
        return low, high, items[index + 1].word.unit, index + 2
    if item.has("one") and items[index + 1].word.unit and items[index + 1].word.count == 1:
        return 1, 1, items[index + 1].word.unit, index + 2
    number = count(line, index)
    if number is None or not items[number[1]].word.unit or items[number[1]].prefix:
        return None
    return number[0], number[0], items[number[1]].word.unit, number[1] + 1


def _behind(line: Line, index: int) -> Found:
    """The bearing behind its noun: الأسبوع الماضي, الشهر الجاري, اليوم التالي, العام نفسه; and the past days."""
    items = line.items
    item = items[index]
    word = item.word
    if word.unit not in _CALENDAR_UNITS and word.unit != "hour" or not _arabic(line, index):
        return None
    place = index + 1
    number = count(line, place) if word.count == 0 else None
    if number is not None and not items[place].prefix:
        place = number[1]
    if items[place].word.vague and not items[place].prefix:
        place += 1
    behind = items[place]
    if word.count == 1 and behind.has("following") and place == index + 1:
        return Told(word.unit, 1), place + 1
    if not behind.word.bearing or behind.prefix or not _arabic(line, place):
        return None
    if word.count == 1:
        return _whole(line, index, behind.word.bearing, place + 1)
    low, high = (number[0], number[0]) if number else (2, 2) if word.count else (3, 10)
    return _stretch(word.unit, behind.word.bearing, low, high, place + 1)


def _stretch(unit: str, bearing: str, low: int, high: int, end: int) -> Found:
    if bearing in ("last", "next"):
        mode = "window" if bearing == "last" else "ahead"
        return Period(unit, mode, low=low, high=high), end
    return None


def _whole(line: Line, index: int, bearing: str, end: int) -> Found:
    """One whole unit by its bearing, with the number or name that may stand in apposition."""
    item = line.items[index]
    unit = item.word.unit
    if unit == "hour" or (unit == "day" and bearing in ("last", "next")):
        return None
    if unit == "year" and line.before(item) in guards()["general"]:
        return None
    if bearing == "same":
        return Told(unit, 0), end
    if unit == "century" and bearing == "last":
        return Decade("19XX"), end
    if unit == "decade" and bearing == "last":
        return Period("year", "window", low=10, high=10, approximate=True), end
    return _apposed(line, Period(unit, "whole", bearing), end)


def _apposed(line: Line, found: Period, end: int) -> Found:
    items = line.items
    if items[end].prefix:
        return found, end
    if found.unit == "year":
        place = end + 1 if items[end].has("open") else end
        stated = year(line, place)
        if stated is not None:
            after = stated[2] + 1 if place > end and items[stated[2]].has("close") else stated[2]
            return Calendar(year=stated[0], hijri=stated[1]), after
    if found.unit == "month":
        place = end + 1 if items[end].has("comma") or items[end].has("open") else end
        named = month(line, place)
        if named is not None and not items[place].prefix:
            return Calendar(month=named[0].number, bearing=found.bearing, bound="month"), named[1]
    return found, end


def _ahead(line: Line, index: int) -> Found:
    """The bearing before its noun: this week, last year, هذا العام, نفس اليوم, the next day, the week before last."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item = items[place]
    noun = items[place + 1]
    if noun.word.unit and noun.word.count == 1 and items[place + 2].word.bearing == "before-last":
        return None
    if item.word.unit in _LONG_UNITS and items[place + 1].word.bearing == "before-last":
        return Period(item.word.unit, "whole", "before-last"), place + 2
    bearing = item.word.before or ("" if _arabic(line, place) else item.word.bearing)
    if item.has("following") and noun.word.unit and noun.word.count == 1 and not _arabic(line, place):
        return Told(noun.word.unit, 1), place + 2
    if not bearing or noun.prefix or noun.word.unit not in _CALENDAR_UNITS or noun.word.count != 1:
        return None
    if _arabic(line, place) != _arabic(line, place + 1):
        return None
    unit = noun.word.unit
    if bearing == "next" and unit == "day":
        return Told("day", 1), place + 2
    if item.word.before == "last" or (unit == "day" and bearing == "last"):
        return None
    if bearing == "same":
        return Told(unit, 0), place + 2
    if place > index and bearing in _PLAIN or line.source.words[item.token] in ("past", "coming"):
        return _stretch(unit, bearing, 1, 1, place + 2)
    return _whole(line, place + 1, bearing, place + 2)


def _window(line: Line, index: int) -> Found:
    """The past three weeks, recent days, آخر 24 ساعة, the last few months."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item = items[place]
    if item.word.vague == (3, 10) and items[place + 1].word.unit and not _arabic(line, place):
        if line.source.words[item.token] != "recent" or items[place + 1].word.count:
            return None
        return Period(items[place + 1].word.unit, "window", low=3, high=10), place + 2
    bearing = item.word.before if item.word.before == "last" else item.word.bearing
    if bearing not in _PLAIN or (_arabic(line, place) and item.word.before != "last"):
        return None
    unit = items[place + 1].word
    if unit.unit and unit.count == 0 and not _arabic(line, place):
        return _stretch(unit.unit, bearing, 3, 10, place + 2)
    counted = _counted(line, place + 1)
    if counted is None or counted[3] == place + 2 and counted[0] == 1:
        return None
    return _stretch(counted[2], bearing, counted[0], counted[1], counted[3])


def _numbered_window(line: Line, index: int) -> Found:
    """The number before its noun and the bearing behind: الـ 24 ساعة الماضية, الثلاثة أيام الأخيرة."""
    items = line.items
    number = count(line, index)
    if number is None:
        return None
    place = number[1]
    unit, behind = items[place], items[place + 1]
    if not unit.word.unit or unit.prefix or behind.word.bearing not in _PLAIN or behind.prefix:
        return None
    if not _arabic(line, place + 1):
        return None
    return _stretch(unit.word.unit, behind.word.bearing, number[0], number[0], place + 2)


def _told_later(line: Line, index: int) -> Found:
    """A day later."""
    items = line.items
    if not items[index].has("one") or items[index + 1].word.unit not in _CALENDAR_UNITS:
        return None
    return (Told(items[index + 1].word.unit, 1), index + 3) if items[index + 2].has("later") else None


def season(line: Line, index: int) -> Found:
    """صيف العام 2014, الصيف الماضي, the summer of 2014, last winter; a season alone is none."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    ahead = items[place].word.before or items[place].word.bearing
    if ahead and items[place + 1].word.season and not items[place].word.season:
        return Season(items[place + 1].word.season, bearing=ahead), place + 2
    item = items[place]
    if not item.word.season:
        return None
    place += 1
    behind = items[place]
    if behind.word.bearing and not behind.prefix and _arabic(line, place):
        return Season(item.word.season, bearing=behind.word.bearing), place + 1
    of_year = year_bearing(line, place)
    if of_year is not None:
        return Season(item.word.season, year_bearing=of_year[0]), of_year[1]
    for mark in ("of", "article", "year", "article"):
        if items[place].has(mark) and not items[place].prefix.startswith("و"):
            place += 1
    stated = None if items[place].prefix else year(line, place)
    if stated is None or stated[1]:
        return None
    if not _arabic(line, index) and line.after(items[stated[2] - 1]) in guards()["counted-after"]:
        return None
    return Season(item.word.season, year=stated[0]), stated[2]


def decade(line: Line, index: int) -> Found:
    """التسعينيات, تسعينيات القرن الماضي, the 1990s, القرن الماضي."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item = items[place]
    if item.has("past-century"):
        return Decade("19XX"), place + 1
    if item.word.decade:
        end = place + 1
        if items[end].has("past-century"):
            return Decade(item.word.decade), end + 1
        definite = line.source.words[item.token].startswith("ال") or place > index
        return (Decade(item.word.decade), end) if definite and not _of_life(line, end) else None
    tens = item.digits
    if len(tens) == 4 and tens.endswith("0") and tens[:2] in ("18", "19", "20"):  # noqa: PLR2004
        if line.after(item) == "s" and line.source.starts[item.token + 1] == item.end:
            return Decade(tens[:3] + "X"), place + 1
    return None


def _of_life(line: Line, end: int) -> bool:
    """``في التسعينيات من عمره``: an age."""
    token = line.items[end].token if line.items[end].has("of") else -2
    words = line.source.words
    return 0 <= token + 1 < len(words) and words[token + 1].startswith(("عمر", "العمر"))


def section(line: Line, index: int) -> Found:
    """A part of a period: منتصف آذار, أواخر العام الماضي, mid-2014, the first half of March, the first week of May."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    position = items[place].word.position
    if position:
        place += 1
    else:
        weekly = _week_of_month(line, place)
        if weekly is None:
            return None
        position, place = weekly
    if items[place].has("dash"):
        place += 1
    if items[place].has("of"):
        place += 1
    if items[place].prefix.startswith(("و", "ف")):
        return None
    whole_period = _sectioned(line, place)
    if whole_period is None:
        return None
    found, end = whole_period
    if isinstance(found, Calendar) and (found.day is not None or found.weekday is not None):
        return None
    return Section(found, position), end  # type: ignore[arg-type]


def _sectioned(line: Line, place: int) -> Found:
    found = season(line, place) or decade(line, place) or period(line, place) or calendar(line, place)
    if found is not None:
        if isinstance(found[0], Period) and found[0].mode != "whole":
            return None
        return found
    stated = year(line, place + 1 if line.items[place].has("article") else place)
    return (Calendar(year=stated[0], hijri=stated[1]), stated[2]) if stated else None


def _week_of_month(line: Line, index: int) -> tuple[str, int] | None:
    """الأسبوع الأول من آذار, the first week of March."""
    items = line.items
    if items[index].word.unit == "week" and items[index].word.count == 1:
        number, place = day_of_month(line, index + 1), index + 1
    else:
        number, place = None, index
        if items[index].word.ordinal and items[index + 1].word.unit == "week":
            number = items[index].word.ordinal, index + 2
    if number is None or not 1 <= number[0] <= 4 or whole(items[place]) is not None:  # noqa: PLR2004
        return None
    return (f"week-{number[0]}", number[1]) if items[number[1]].has("of") else None


def _arabic(line: Line, index: int) -> bool:
    token = line.items[index].token
    return token >= 0 and not line.source.words[token].isascii()
