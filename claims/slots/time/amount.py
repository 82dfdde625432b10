"""How many of which unit: ثلاثة أيام, شهرين, نحو أسبوع, عام ونصف, a few weeks."""

from __future__ import annotations

from typing import NamedTuple

from claims.slots.time.line import Item, Line
from claims.slots.time.numerals import count
from claims.slots.time.spec import Period

_PAUCITY = (3, 10)
"""What an Arabic plural without a number counts, by grammar."""
_SMALLER = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24)}
_BEFORE = 2


class Amount(NamedTuple):
    """A number of units and where it ends.

    Attributes:
        low: how many at least.
        high: how many at most.
        unit: of which unit.
        end: index of the item behind.
    """

    low: int
    high: int
    unit: str
    end: int


def amount(line: Line, index: int) -> tuple[Period, int] | None:
    """An amount with what may stand around it (*about*, *more than*, *and a half*), and the index behind it."""
    items = line.items
    bound, approximate = "", False
    for _ in range(_BEFORE):
        item = items[index]
        if item.has("over") or item.has("under"):
            bound, index = "over" if item.has("over") else "under", index + 1
        elif item.has("approximate"):
            approximate, index = True, index + 1
    found = counted(line, index)
    if found is None:
        return None
    if items[found.end].has("half-more") and found.low == found.high:
        found = _and_a_half(found)
    end = found.end
    if items[end].has("approximate") and line.arabic(end):
        approximate, end = True, end + 1
    return Period(
        found.unit, "ago", low=found.low, high=found.high, bound=bound, approximate=approximate
    ), end


def _and_a_half(found: Amount) -> Amount:
    unit, size = _SMALLER.get(found.unit, (found.unit, 1))
    total = found.low * size + size // 2
    return Amount(total, total, unit, found.end + 1)


def counted(line: Line, index: int) -> Amount | None:
    """An amount without anything around it."""
    items = line.items
    item, behind = items[index], items[index + 1]
    if item.word.unit and not item.prefix and line.arabic(index):
        return _in_one_word(line, index)
    if item.word.vague and behind.word.unit:
        low, high = item.word.vague
        return Amount(low, high, behind.word.unit, index + 2)
    if item.has("one") and behind.word.unit and behind.word.count == 1:
        return Amount(1, 1, behind.word.unit, index + 2)
    number = count(line, index)
    if number is None or not items[number[1]].word.unit or items[number[1]].prefix:
        return None
    return Amount(number[0], number[0], items[number[1]].word.unit, number[1] + 1)


def _in_one_word(line: Line, index: int) -> Amount | None:
    """The number in the form of the word: شهر, شهر واحد, شهرين, أشهر, أشهر قليلة."""
    word: Item = line.items[index]
    behind = line.items[index + 1]
    if word.has("one"):
        return None
    end = index + 1
    if word.word.count:
        if behind.has("one") and line.arabic(end):
            end += 1
        return Amount(word.word.count, word.word.count, word.word.unit, end)
    if behind.word.vague and line.arabic(end):
        end += 1
    return Amount(*_PAUCITY, word.word.unit, end)
