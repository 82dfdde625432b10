"""Dates written in figures: 25-3-2018, 2018/3/25, 25.3.2018, 4/7/18, 23/3 beside a weekday, 03/2018."""

from __future__ import annotations

from claims.slots.time.lexicon import guards, named_figures
from claims.slots.time.line import Item, Line
from claims.slots.time.numerals import GREGORIAN, HIJRI, of_short
from claims.slots.time.spec import Calendar

_MONTHS, _DAYS = 12, 31
_YEAR_DIGITS, _SHORT = 4, 2
_LUNAR = 1425
"""Hijri years from here on (2004) are taken for lunar ones in figures without an era."""
_SEPARATORS = ("slash", "dash", "dot")
_ANNOUNCING = frozenset(
    {"in", "on", "of", "since", "until", "from", "between", "head", "day", "open", "window", "back"}
)


_LEADING = frozenset({"in", "on", "since", "until", "day"})
_SHARED = frozenset({"of", "من"})
_LINE_ENDS = frozenset({"", "\n"})


def numeric(line: Line, index: int, *, continued: bool = False) -> tuple[Calendar, int] | None:
    """A date in figures and the index behind it; ``continued`` when it ends a range, so that a dash may be glued before it.

    ``swapped`` is set where both readings of day and month are possible; the order read here is day first.
    """
    item = line.items[index]
    if not item.digits or not (continued or begins_date(line, item)):
        return None
    found = _dotted(line, index) if "." in item.digits else _separated(line, index)
    if found is None or _runs_on(line, found[1]):
        return None
    return found


def begins_date(line: Line, item: Item) -> bool:
    """Whether figures may open a date: no *number* before them, and nothing that they continue."""
    return line.before(item) not in guards()["numbered"] and not _inside(line, item)


def _dotted(line: Line, index: int) -> tuple[Calendar, int] | None:
    """Figures parted by points; whoever writes these puts the day first (or the year)."""
    parts = line.items[index].digits.split(".")
    three = 3
    if len(parts) != three or not all(part.isdecimal() for part in parts):
        return None
    padded = all(len(part) == _SHORT for part in parts) and not line.items[index].glued
    date = _triple(parts, announced=_announced(line, index) or padded)
    return _with_era(line, index + 1, date._replace(swapped=False) if date else None)


def _separated(line: Line, index: int) -> tuple[Calendar, int] | None:
    items = line.items
    if items[index + 1].digits and items[index + 2].digits:
        return _underscored(line, index)
    mark = next((name for name in _SEPARATORS if items[index + 1].has(name)), "")
    second = items[index + 2] if mark else items[index]
    if not mark or not second.digits.isdecimal():
        return None
    third = items[index + 4] if items[index + 3].has(mark) else None
    announced = _announced(line, index)
    if third is not None and mark == "slash" and _alone(line, index, index + 5):
        announced = int(items[index].digits) > _MONTHS if items[index].digits.isdecimal() else False
    if third is not None and third.digits.isdecimal():
        parts = [items[index].digits, second.digits, third.digits]
        date = _triple(parts, announced=announced and mark != "dot")
        return _with_era(line, index + 5, date)
    if mark == "dot" or not announced or items[index + 3].word.month:
        return None
    beside = _beside_weekday(line, index) or (mark == "slash" and _day_of_month(line, index))
    beside = beside or (mark == "slash" and _either(line, index))
    pair = _pair(items[index].digits, second.digits, beside=beside)
    return (pair, index + 3) if pair else None


def _underscored(line: Line, index: int) -> tuple[Calendar, int] | None:
    """3_4_2018, as in hashtags; the shadow has spaces there."""
    items, shadow = line.items, line.source.shadow
    three = items[index : index + 3]
    if "_" not in shadow.quote(three[0].start, three[2].end) or not all(
        item.digits.isdecimal() for item in three
    ):
        return None
    date = _triple([item.digits for item in three], announced=False)
    return (date, index + 3) if date else None


def _triple(parts: list[str], *, announced: bool) -> Calendar | None:
    if len(parts[0]) == _YEAR_DIGITS:
        parts = [*reversed(parts)]
        first_year = True
    else:
        first_year = False
    day, month, year = (int(part) for part in parts)
    if len(parts[0]) > _SHORT or len(parts[1]) > _SHORT:
        return None
    if len(parts[2]) == _SHORT:
        if not announced:
            return None
        year = of_short(year)
    elif len(parts[2]) != _YEAR_DIGITS or (year not in GREGORIAN and year not in HIJRI):
        return None
    return _ordered(day, month, year, fixed=first_year)


def _ordered(day: int, month: int, year: int, *, fixed: bool) -> Calendar | None:
    if not 1 <= day <= _DAYS or not 1 <= month <= _DAYS:
        return None
    figures = "" if fixed or day <= _MONTHS else "day"
    if month > _MONTHS:
        if day > _MONTHS:
            return None
        day, month, figures = month, day, "month"
    swapped = not fixed and not figures and day != month
    return Calendar(
        year=year, month=month, day=day, hijri=year in HIJRI, swapped=swapped, figures=figures
    )


def _pair(first: str, second: str, *, beside: bool) -> Calendar | None:
    if len(second) == _YEAR_DIGITS and len(first) <= _SHORT and 1 <= int(first) <= _MONTHS:
        return Calendar(year=int(second), month=int(first)) if int(second) in GREGORIAN else None
    if len(first) == _YEAR_DIGITS and len(second) == _SHORT and 1 <= int(second) <= _MONTHS:
        year = int(first)
        later = year // 100 * 100 + int(second) > year
        return Calendar(year=year, month=int(second)) if year in GREGORIAN and not later else None
    if not beside or len(first) > _SHORT or len(second) > _SHORT:
        return None
    day, month = int(first), int(second)
    if not (1 <= day <= _DAYS and 1 <= month <= _MONTHS):
        return None
    return Calendar(month=month, day=day, swapped=day <= _MONTHS and day != month)


def _led_from(line: Line, index: int) -> int:
    """Where the words that lead to figures end: before the first day, where the figures close a range (on 16-18/11)."""
    items = line.items
    ranged = index > 1 and items[index - 1].has("dash") and items[index - 2].digits.isdecimal()
    return index - 2 if ranged else index


def _announced(line: Line, index: int) -> bool:
    index = _led_from(line, index)
    before = line.items[index - 1] if index else None
    if before is None:
        return False
    return bool(before.word.roles & _ANNOUNCING) or _beside_weekday(line, index)


def _day_of_month(line: Line, index: int) -> bool:
    """Whether figures behind a word that leads to a day can only be a day and a month: on 18/03, في 18/3; "in 18/20" is a share."""
    items = line.items
    first = _led_from(line, index)
    lead = items[first - 1] if first else items[index]
    led = lead.word.roles & _LEADING and line.source.words[lead.token] != "in"
    only = items[index].digits.isdecimal() and int(items[index].digits) > _MONTHS
    return bool(led) and only and not line.counts(items[index + 2])


def _either(line: Line, index: int) -> bool:
    """Whether two small figures behind a word that leads to a day are a day and a month: on 4/7, as of 5/8; "on 9/11" is a name, "on 4/5 of" a share."""
    items = line.items
    first, second = items[index].digits, items[index + 2].digits
    lead = items[index - 1] if index else items[index]
    if not lead.word.roles & _LEADING or not (first.isdecimal() and second.isdecimal()):
        return False
    if line.counts(items[index + 2]) or line.after(items[index + 2]) in _SHARED:
        return False
    return f"{first}/{second}" not in named_figures()


def _alone(line: Line, index: int, end: int) -> bool:
    """Whether figures are all that a line of the text holds."""
    first, last = line.items[index], line.items[end - 1]
    return line.before(first) in _LINE_ENDS and line.after(last) in _LINE_ENDS


def _beside_weekday(line: Line, index: int) -> bool:
    items = line.items
    place = index - 1
    if place >= 0 and (
        items[place].has("comma") or items[place].has("dash") or items[place].has("open")
    ):
        place -= 1
    if place < 0:
        return False
    word = items[place].word
    return bool(word.weekday or "day" in word.roles or word.shift is not None)


def _inside(line: Line, item: Item) -> bool:
    """Whether the figures continue something before them: an address, a telephone number, a decimal."""
    if not item.glued:
        return False
    mark = line.before(item)
    if mark in ("/", "=", "&", "?"):
        return True
    words, starts, ends = line.source.words, line.source.starts, line.source.ends
    place = item.token - 2
    joined = place >= 0 and ends[place] == starts[place + 1]
    return mark in ("-", ".", ":", "+") and joined and words[place][0].isdecimal()


def _runs_on(line: Line, index: int) -> bool:
    item = line.items[index]
    if not item.glued or not (item.has("slash") or item.has("dash") or item.has("colon")):
        return False
    following = line.items[index + 1]
    return item.has("slash") or (bool(following.digits) and following.glued)


def _with_era(line: Line, index: int, date: Calendar | None) -> tuple[Calendar, int] | None:
    """The date with the era behind it; a Hijri year before `_LUNAR` needs one, since it may be an Iranian solar year."""
    if date is None or date.year is None:
        return None
    era = line.items[index]
    named = era.has("hijri-era" if date.hijri else "common-era") and not era.prefix
    if date.hijri and not named and date.year < _LUNAR:
        return None
    return date, index + 1 if named else index
