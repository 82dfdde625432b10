"""Seasons, decades and centuries: صيف العام 2014, the past winter, تسعينيات القرن الماضي, the 19th century."""

from __future__ import annotations

from claims.slots.time.calendar import year_bearing
from claims.slots.time.line import Item, Line
from claims.slots.time.numerals import day_of_month, whole, year
from claims.slots.time.spec import Decade, Season

_CENTURY = 100
_CENTURIES = range(2, 22)
_YEAR_DIGITS = 4
_OLDEST, _NEWEST = "18", "20"


def season(line: Line, index: int) -> tuple[Season, int] | None:
    """صيف العام 2014, الصيف الماضي, the summer of 2014, last winter; a season alone is none."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    word = items[place].word
    ahead, named = word.before or word.bearing, items[place + 1].word.season
    if ahead and named and not word.season:
        return Season(named, bearing=ahead), place + 2
    if not word.season:
        return None
    place += 1
    behind = items[place]
    if behind.word.bearing and not behind.prefix and line.arabic(place):
        return Season(word.season, bearing=behind.word.bearing), place + 1
    of_year = year_bearing(line, place)
    if of_year is not None:
        return Season(word.season, year_bearing=of_year[0]), of_year[1]
    return _of_a_year(line, word.season, place)


def _of_a_year(line: Line, number: int, place: int) -> tuple[Season, int] | None:
    items = line.items
    for mark in ("of", "article", "year", "article"):
        if items[place].has(mark) and not items[place].prefix.startswith("و"):
            place += 1
    stated = None if items[place].prefix else year(line, place)
    if stated is None or stated[1]:
        return None
    if line.counts(items[stated[2] - 1]):
        return None
    end = _over_two_years(line, stated[0], stated[2])
    return Season(number, year=stated[0], split=end > stated[2]), end


def _over_two_years(line: Line, first: int, index: int) -> int:
    """The index behind the second year of a winter: 2015-2016, 2015/16."""
    items = line.items
    if not (items[index].has("dash") or items[index].has("slash")):
        return index
    second = whole(items[index + 1])
    return index + 2 if second in (first + 1, (first + 1) % _CENTURY) else index


def decade(line: Line, index: int) -> tuple[Decade, int] | None:
    """التسعينيات, تسعينيات القرن الماضي, the 1990s, القرن الماضي, the 19th century."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    item = items[place]
    if item.has("past-century"):
        return Decade("19XX"), place + 1
    if item.word.unit == "decade" and item.word.count == 1 and items[place + 1].word.decade:
        place, item = place + 1, items[place + 1]
    if item.word.decade:
        return _named_decade(line, item, place, definite=place > index)
    return _tens(line, place) or _numbered_century(line, place)


def _named_decade(
    line: Line, item: Item, place: int, *, definite: bool
) -> tuple[Decade, int] | None:
    end = place + 1
    if line.items[end].has("past-century"):
        return Decade(item.word.decade), end + 1
    definite = definite or line.source.words[item.token].startswith("ال")
    return (Decade(item.word.decade), end) if definite and not _of_life(line, end) else None


def _tens(line: Line, place: int) -> tuple[Decade, int] | None:
    """1990s."""
    digits, suffix = line.items[place].digits, line.items[place + 1]
    if (
        len(digits) != _YEAR_DIGITS
        or not digits.endswith("0")
        or not _OLDEST <= digits[:2] <= _NEWEST
    ):
        return None
    return (Decade(f"{digits[:3]}X"), place + 2) if suffix.has("tens") and suffix.glued else None


def _numbered_century(line: Line, index: int) -> tuple[Decade, int] | None:
    """القرن التاسع عشر, the 19th century."""
    items = line.items
    if items[index].word.unit == "century" and line.arabic(index):
        number = day_of_month(line, index + 1)
        end = number[1] if number else 0
    else:
        number = day_of_month(line, index)
        end = number[1] + 1 if number and items[number[1]].word.unit == "century" else 0
    if number is None or not end or items[index + 1].prefix or number[0] not in _CENTURIES:
        return None
    return Decade(f"{number[0] - 1:02}XX"), end


def _of_life(line: Line, end: int) -> bool:
    """``في التسعينيات من عمره``: an age."""
    token = line.items[end].token if line.items[end].has("of") else -2
    words = line.source.words
    return 0 <= token + 1 < len(words) and words[token + 1].startswith(("عمر", "العمر"))
