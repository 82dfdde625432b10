"""Dates by the calendar in words: 17 آذار/مارس 2018, the 23rd of the month, March 23, 2018, عام 2014."""

from __future__ import annotations

from claims.slots.time.cued import cued
from claims.slots.time.lexicon import ALWAYS, BESIDE, guards, names_what_follows
from claims.slots.time.line import GAP, Item, Line
from claims.slots.time.month import Month, misspelt_month, month, numbered_month
from claims.slots.time.numerals import day_of_month, two_figures, year, year_in_words
from claims.slots.time.spec import Calendar

_MARKS = frozenset({"slash", "dash", "dot"})
_BEFORE_YEAR = _MARKS | {"comma", "of"}
_WITHIN = ("in", "during", "throughout")
_OWNING = ("'s", "’s")
_DAY_DIGITS, _LAST_DAY, _MONTHS = 2, 31, 12


def calendar(line: Line, index: int) -> tuple[Calendar, int] | None:
    """A day, month or year in words and the index behind it."""
    items = line.items
    item = items[index]
    article = item.has("article")
    ahead = index + 1 if article and not items[index + 1].digits else index
    word = items[ahead].word
    if item.digits or article or word.ordinal or word.cardinal or word.unit == "day":
        found = _day_first(line, index) or _bare_day(line, index) or _year_first(line, index)
        if found is not None:
            return found
    if word.month or word.hijri or "month" in word.roles:
        return _month_first(line, ahead) or _ordinal_month(line, index)
    if word.bearing:
        return _borne_month(line, ahead)
    return _ordinal_month(line, index) if word.unit == "month" else _year_only(line, index)


def _borne_month(line: Line, index: int) -> tuple[Calendar, int] | None:
    """Last March, next May: in English the bearing stands before the month."""
    bearing, named = line.items[index].word.bearing, line.items[index + 1]
    if bearing not in ("last", "next", "this") or named.word.naming != "english":
        return None
    found = month(line, index + 1)
    if found is None or found[0].need > BESIDE:
        return None
    return Calendar(month=found[0].number, bearing=bearing, bound="month"), found[1]


def _ordinal_month(line: Line, index: int) -> tuple[Calendar, int] | None:
    """الشهر الثاني من العام الجاري, الشهر الثالث من عام 2018."""
    items = line.items
    number = items[index + 1].word.ordinal
    if items[index].word.unit != "month" or not 1 <= number <= _MONTHS or items[index + 1].prefix:
        return None
    date, end = tail(line, index + 2, Calendar(month=number))
    return (date, end) if date.year is not None or date.year_bearing else None


def _day_first(line: Line, index: int) -> tuple[Calendar, int] | None:
    items = line.items
    if items[index].word.unit == "day" and items[index + 1].word.ordinal:
        index += 1
    day = _cardinal_day(line, index) or day_of_month(line, index)
    named = _month_behind(line, day[1]) if day else None
    if day is None or named is None:
        return None
    found, end = named
    bare = date = Calendar(
        month=found.number,
        day=day[0],
        hijri=found.hijri,
        conflict=found.conflict,
        misspelt=found.misspelt,
    )
    if found.naming == "english" and _day_and_year(line, end):
        return None
    date, end = tail(line, end, date)
    if found.naming == "english" and date == bare:
        dashed = items[end].has("dash") and items[end].glued and items[end + 1].glued
        short = two_figures(line, end + dashed)
        date, end = (date._replace(year=short[0]), short[1]) if short else (date, end)
    return (date, end) if _stands(line, (index, end), found, date) else None


def _year_first(line: Line, index: int) -> tuple[Calendar, int] | None:
    """2017 March 17, 2017-Mar-17: a year, an English month and a day behind it, parted by one kind of mark or by none."""
    items = line.items
    found = year(line, index) if items[index].digits else None
    if found is None or found[1]:
        return None
    place = found[2]
    marked = items[place].has("dash") or items[place].has("slash")
    place += marked
    named = month(line, place)
    if named is None or named[0].naming != "english" or named[0].need > BESIDE:
        return None
    behind = named[1]
    if marked and items[behind].word != items[place - 1].word:
        return None
    day = day_of_month(line, behind + marked)
    if day is None or not items[behind + marked].digits:
        return None
    return Calendar(year=found[0], month=named[0].number, day=day[0]), day[1]


def _stands(line: Line, place: tuple[int, int], found: Month, date: Calendar) -> bool:
    """Whether a day and the name of a month beside it are a date and no name or count."""
    index, end = place
    if date.year is not None:
        return True
    if found.need > BESIDE or _is_a_name(line, index, end):
        return False
    return not (found.hijri and found.need) or _hijri_stands(line, index, date)


def _day_and_year(line: Line, end: int) -> bool:
    """Whether the month belongs to a day and year behind it, not to the number before: ``24 November 18, 2025``."""
    day = day_of_month(line, end)
    return (
        day is not None
        and line.items[day[1]].has("comma")
        and _year_behind(line, day[1]) is not None
    )


def _cardinal_day(line: Line, index: int) -> tuple[int, int] | None:
    """A cardinal as a day (خمسة آذار): only with the month right behind it."""
    value, behind = line.items[index].word.cardinal, line.items[index + 1]
    named = behind.word.month and behind.word.need == ALWAYS and not behind.prefix
    return (value, index + 1) if named and 0 < value <= _LAST_DAY else None


def _month_behind(line: Line, place: int) -> tuple[Month, int] | None:
    """The month behind a day: ``17 آذار``, ``17 من شهر آذار``, ``17/آذار``, ``15 شهر 3``, or a misspelt name."""
    items = line.items
    if items[place].any_of(_MARKS):
        named = month(line, place + 1)
        return named if named and not items[place + 1].prefix else None
    if items[place].word.unit == "day" and items[place - 1].word.ordinal:
        place += 1
    if items[place].has("of") and not items[place].word.unit:
        place += 1
    if items[place].has("month") and not items[place].prefix:
        return month(line, place + 1) or numbered_month(line, place + 1)
    if items[place].prefix:
        return None
    return month(line, place) or misspelt_month(line, place)


def _hijri_stands(line: Line, index: int, date: Calendar) -> bool:
    if date.year is not None or date.bearing or date.year_bearing:
        return True
    if any(item.has("month") or item.word.unit == "day" for item in line.items[index : index + 3]):
        return True
    before = line.items[index - 1] if index else None
    return before is not None and bool(before.word.weekday or before.has("day"))


def _is_a_name(line: Line, index: int, end: int) -> bool:
    if names_what_follows(line.before(line.items[index])):
        return True
    return line.after(line.items[end - 1]) in guards()["named-after"]


def _month_first(line: Line, index: int) -> tuple[Calendar, int] | None:
    items = line.items
    headed = items[index].has("month")
    place = index + 1 if headed else index
    if headed and items[place].has("of"):
        place += 1
    named = month(line, place) if place == index or not items[place].prefix else None
    if named is None:
        return _headed_number(line, place) if headed else None
    found, end = named
    date = Calendar(month=found.number, hijri=found.hijri, conflict=found.conflict)
    if found.naming == "english" or items[end + 1].has("comma"):
        day = _day_behind(line, end, english=found.naming == "english")
        if day is not None and _written(line, found, items[index], day):
            dated = tail(line, day[1], date._replace(day=day[0]))
            return None if dated[0].year is None and _is_a_name(line, index, dated[1]) else dated
        if day is None and _counts(line, end) and line.before(items[index]) not in _WITHIN:
            return None
    whole_month, behind = tail(line, end, date)
    if headed or whole_month.year is not None or whole_month.bearing or whole_month.year_bearing:
        return whole_month, behind
    return (whole_month, behind) if cued(line, index, found) else None


def _counts(line: Line, index: int) -> bool:
    """Whether a number behind a month counts what follows it: In May 10 people were killed."""
    counts = line.counts(line.items[index])
    return line.items[index].digits.isdecimal() and counts and not _counted_before(line, index)


def _counted_before(line: Line, index: int) -> bool:
    """Whether what stands behind a month and its day is counted before them (*six* Aug. 7 strikes, *the* March 17 strikes, *Israel's* July 14 strikes)."""
    month = index - 1 - line.items[index - 1].has("dot")
    before = line.before(line.items[month])
    possessive = before.endswith(_OWNING) or before == "'"
    return possessive or before in guards()["counts-before"] or before.isdecimal()


def _written(line: Line, found: Month, item: Item, day: tuple[int, int]) -> bool:
    return found.need <= BESIDE or _year_behind(line, day[1]) is not None or line.capital(item)


def _day_behind(line: Line, index: int, *, english: bool) -> tuple[int, int] | None:
    """The day behind a month: ``March 23``, ``March the 23rd``; in Arabic only with comma and year."""
    items = line.items
    marked = items[index].glued and (items[index].has("dash") or items[index].has("slash"))
    place = index + 1 if marked else index
    day = day_of_month(line, place)
    if day is None or items[place].prefix or (items[place].word.ordinal and not english):
        return None
    if not english and _year_behind(line, day[1]) is None:
        return None
    counted = line.counts(items[day[1] - 1])
    return None if counted and not _counted_before(line, index) else day


def _headed_number(line: Line, place: int) -> tuple[Calendar, int] | None:
    """``شهر 8 الماضي``, ``شهر 8 2018``."""
    numbered = numbered_month(line, place)
    if numbered is None:
        return None
    date, end = tail(line, numbered[1], Calendar(month=numbered[0].number))
    return (date, end) if date.year or date.bearing or date.year_bearing else None


def tail(line: Line, index: int, date: Calendar) -> tuple[Calendar, int]:
    """What may follow a month: its bearing (الماضي), its year, or the bearing of its year."""
    items = line.items
    bearing = items[index].word.bearing
    if bearing and not items[index].prefix and not items[index].word.unit and line.arabic(index):
        date = date._replace(bearing=bearing, bound="month")
        index += 1
    found = _year_behind(line, index)
    if found is not None:
        value, hijri, end = found
        return date._replace(year=value, hijri=date.hijri or hijri), end
    of_year = year_bearing(line, index)
    if of_year is not None:
        return date._replace(year_bearing=of_year[0]), of_year[1]
    return date, index


def _year_behind(line: Line, index: int) -> tuple[int, bool, int] | None:
    """A year behind a month or day: ``2018``, ``/2018``, ``, 2018``, ``من عام 2018م``."""
    items = line.items
    item = items[index]
    if item.has("dot") and not (item.glued and items[index + 1].glued):
        return None
    if item.any_of(_BEFORE_YEAR):
        index += 1
    if items[index].has("article"):
        index += 1
    if items[index].has("year") and not items[index].prefix.startswith(("و", "ف")):
        index += 1
    if items[index].prefix:
        return None
    if items[index].word.thousand and items[index - 1].has("year"):
        spelt = year_in_words(line, index)
        return (spelt[0], False, spelt[1]) if spelt else None
    return year(line, index)


def year_bearing(line: Line, index: int) -> tuple[str, int] | None:
    """The bearing of a year behind a date: العام الماضي, من العام نفسه, of last year, this year."""
    items = line.items
    if items[index].has("of"):
        index += 1
    if items[index].has("article"):
        index += 1
    item = items[index]
    ahead = item.word.before or item.word.bearing
    if item.prefix:
        return None
    if ahead and items[index + 1].word.unit == "year" and items[index + 1].word.count == 1:
        return ahead, index + 2
    behind = items[index + 1]
    if item.word.unit == "year" and item.word.count == 1 and behind.word.bearing:
        return (behind.word.bearing, index + 2) if line.arabic(index + 1) else None
    return None


def _year_only(line: Line, index: int) -> tuple[Calendar, int] | None:
    items = line.items
    if not items[index].has("year"):
        return None
    place = index + 2 if items[index + 1].has("article") else index + 1
    spelt = year_in_words(line, place)
    if spelt is not None:
        return Calendar(year=spelt[0]), spelt[1]
    found = year(line, place)
    if found is None or items[place].prefix:
        return None
    return Calendar(year=found[0], hijri=found[1]), found[2]


def _bare_day(line: Line, index: int) -> tuple[Calendar, int] | None:
    """A day of a month that is not named: 23 من الشهر الجاري, 27 الجاري, 15 منه, the 23rd of the month."""
    items = line.items
    day = day_of_month(line, index)
    if day is None:
        return None
    number, place = day
    item = items[place]
    if item.has("thereof") and _told_of_month(line, index, place):
        return Calendar(day=number, bearing="same", bound="day"), place + 1
    if item.has("of"):
        bound = month_bearing(line, place + 1)
        return (Calendar(day=number, bearing=bound[0], bound="day"), bound[1]) if bound else None
    if items[index].has("article") and items[place - 1].has("nth") and _alone(line, index, place):
        return Calendar(day=number), place
    short = items[place - 1].digits and len(items[place - 1].digits) <= _DAY_DIGITS
    borne = item.word.bearing in ("this", "last", "next") and line.arabic(place) and not item.prefix
    if borne and short and _announces_day(line, index):
        return Calendar(day=number, bearing=item.word.bearing, bound="day"), place + 1
    return None


def _told_of_month(line: Line, index: int, place: int) -> bool:
    """Whether a day before ``منه`` is one, in words where it is announced (ظهر الثامن عشر منه): the second *of it* may be anything.

    Before ``منها`` figures count parts of a whole (7 حوادث، 4 *منها*), and are a day only where they are announced as one.
    """
    masculine = line.source.words[line.items[place].token] == "منه"
    before = line.items[index - 1] if index else GAP
    if line.items[place - 1].digits:
        return masculine or (_announces_day(line, index) and not before.has("in"))
    return masculine and (bool(before.word.part) or _announces_day(line, index))


def _alone(line: Line, index: int, place: int) -> bool:
    """Whether *on the 23rd* is followed by nothing that it could be the 23rd of."""
    before = line.items[index - 1] if index else GAP
    return before.has("on") and line.after(line.items[place - 1]) in (
        "",
        ".",
        ",",
        ";",
        ")",
        "\n",
        ":",
    )


def _announces_day(line: Line, index: int) -> bool:
    if line.items[index].has("article"):
        return True
    before = line.items[index - 1] if index else None
    if before is None:
        return False
    return bool(before.word.weekday or before.word.roles & {"in", "day", "since", "until"})


def month_bearing(line: Line, index: int) -> tuple[str, int] | None:
    """The bearing of a month behind a day: الشهر الجاري, الشهر نفسه, this month, the month."""
    items = line.items
    if items[index].has("article"):
        index += 1
    item = items[index]
    if item.prefix:
        return None
    ahead = item.word.before or item.word.bearing
    if ahead and items[index + 1].word.unit == "month" and items[index + 1].word.count == 1:
        return ahead, index + 2
    if item.word.unit != "month" or item.word.count != 1:
        return None
    behind = items[index + 1]
    if behind.word.bearing and not behind.prefix and line.arabic(index + 1):
        return behind.word.bearing, index + 2
    if _definite(line, index):
        return "same", index + 1
    return None


def _definite(line: Line, index: int) -> bool:
    word = line.source.words[line.items[index].token]
    return word.startswith("ال") or line.items[index - 1].has("article")
