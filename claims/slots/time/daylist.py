"""Several days that share a month: 28 و27 و26 مارس, 5-9 أيلول 2016, March 23, 24 and 26, 2018.

Every day of a list is a mention of its own; a range of days is one. The last mention of a list covers the month and
year, the others only their number (in English, where the month may stand first, the first covers the month).
"""

from __future__ import annotations

from typing import NamedTuple

from claims.slots.time.calendar import calendar, tail
from claims.slots.time.line import Item, Line
from claims.slots.time.numerals import day_of_month
from claims.slots.time.numeric import begins_date, numeric
from claims.slots.time.spec import Calendar, Mention, Stretch, When

_LONGEST_LIST = 31
_PAIR = 2
_PARTING = frozenset({"and", "comma", "dash", "slash", "to"})
_LEADS = frozenset({"of", "month", "slash", "dash", "dot"})


class _Entry(NamedTuple):
    """One entry of a list: a day or a range of days.

    Attributes:
        first: the day, or the first day of the range.
        last: the last day of the range, 0 for a single day.
        start: offset of its first character in the shadow.
        stop: index of the item behind it.
        token: index of its first token.
    """

    first: int
    last: int
    start: int
    stop: int
    token: int


Days = tuple[list[Mention], int] | None


def days(line: Line, index: int) -> Days:
    """The days of a list or range that begins at ``index`` and the index behind; a single day is none."""
    items = line.items
    if items[index].word.month:
        return _month_first(line, index)
    place = index
    while place < index + _PAIR and items[place].has("day"):
        place += 1
    day = day_of_month(line, place)
    fits = day is not None and _goes_on(items[day[1]]) and begins_date(line, items[place])
    return _month_last(line, place) if fits else None


def _goes_on(item: Item) -> bool:
    """Whether what stands behind the first day can begin a list or a range."""
    return bool(item.word.roles & _PARTING) or item.prefix == "و"


def _month_last(line: Line, index: int) -> Days:
    dashed = _dashed(line, index)
    if dashed is not None:
        return dashed
    entries: list[_Entry] = []
    place, joined = index, False
    for _ in range(_LONGEST_LIST):
        read = _entry(line, place)
        if read is None:
            return None
        entry, date = read
        entries.append(entry)
        if date is not None:
            plain = len(entries) == 1 and not entry.last
            doubtful = len(entries) == _PAIR and not joined and not entries[0].last
            return None if plain or doubtful else (_made(line, entries, date, -1), entry.stop)
        place, conjunction = _parted(line, entry.stop)
        if place < 0:
            return None
        joined = joined or conjunction
    return None


def _dashed(line: Line, index: int) -> Days:
    """Three days or more with dashes between them are a list: 3-5-9 شباط."""
    items = line.items
    entries: list[_Entry] = []
    place = index
    for _ in range(_LONGEST_LIST):
        day = day_of_month(line, place) if items[place].digits else None
        if day is None:
            return None
        number, stop = day
        item = items[place]
        date = (
            _dated(line, place, stop)
            if len(entries) >= _PAIR and not items[stop].has("dash")
            else None
        )
        entries.append(_Entry(number, 0, item.start, date[1] if date else stop, item.token))
        if date is not None:
            return _made(line, entries, date[0], -1), date[1]
        if not items[stop].has("dash"):
            return None
        place = stop + 1
    return None


def _may_range(mark: Item, first: int, last: int) -> bool:
    """Whether two days are the sides of a range: a slash parts one from the next, *to* leads onward; dashes are written both ways."""
    if mark.has("slash"):
        return last == first + 1
    return not mark.has("to") or last > first


def _entry(line: Line, index: int) -> tuple[_Entry, Calendar | None] | None:
    """A day or range of days, and the date that closes the list when the month stands behind it."""
    item = line.items[index]
    day = day_of_month(line, index)
    if day is None:
        return None
    number, stop = day
    date = _dated(line, index, stop)
    if date is not None:
        return _Entry(number, 0, item.start, date[1], item.token), date[0]
    mark = line.items[stop]
    if mark.has("dash") or mark.has("slash") or (mark.has("to") and not mark.prefix):
        place = stop + (2 if line.items[stop + 1].has("day") else 1)
        other = day_of_month(line, place)
        fits = other is not None and _may_range(mark, number, other[0])
        if other is not None and fits:
            date = _dated(line, place, other[1], continued=begins_date(line, item))
            end = date[1] if date else other[1]
            return _Entry(number, other[0], item.start, end, item.token), date[0] if date else None
    return _Entry(number, 0, item.start, stop, item.token), None


def _dated(
    line: Line, index: int, stop: int, *, continued: bool = False
) -> tuple[Calendar, int] | None:
    """The full date at ``index`` when a month follows the day that ends at ``stop``; ``continued`` closes a range."""
    behind = line.items[stop]
    if not (
        behind.word.month or behind.word.hijri or behind.word.roles & _LEADS or behind.token < 0
    ):
        return None
    found = numeric(line, index, continued=continued) or calendar(line, index)
    if found is None or found[0].day is None:
        return None
    return found if found[0].month is not None or found[0].bound == "day" else None


def _parted(line: Line, index: int) -> tuple[int, bool]:
    """The index behind what parts two days of a list and whether it is an *and*; -1 when nothing does."""
    items = line.items
    if items[index].prefix == "و" and (items[index].word.ordinal or items[index].has("article")):
        return index, True
    if items[index].has("comma"):
        return (index + 2, True) if items[index + 1].has("and") else (index + 1, False)
    return (index + 1, True) if items[index].has("and") else (-1, False)


def _made(line: Line, entries: list[_Entry], date: Calendar, whole: int) -> list[Mention]:
    """One mention per entry; ``whole`` is the place in the list of the entry that the month belongs to."""
    made: list[Mention] = []
    full = entries[whole]
    for entry in entries:
        says: When | Stretch = (
            date if entry is full else date._replace(day=entry.first, swapped=False)
        )
        if entry.last:
            first = date._replace(day=entry.first, swapped=False)
            says = Stretch(first, first._replace(day=entry.last), backwards=True)
        end = line.items[entry.stop - 1].end
        made.append(Mention(says, entry.start, end, entry.token, shared=entry is not full))
    return made


def _month_first(line: Line, index: int) -> Days:
    items = line.items
    if items[index].word.naming != "english":
        return None
    head = calendar(line, index)
    if head is None or head[0].day is None or head[0].year is not None:
        return None
    date, stop = head
    entries = [_Entry(date.day or 0, 0, items[index].start, stop, items[index].token)]
    joined = False
    for _ in range(_LONGEST_LIST):
        following = _following(line, stop, entries[-1])
        if following is None:
            break
        entry, conjunction = following
        if entry.first == entries[-1].first and entry.last:
            entries.pop()
        entries.append(entry)
        joined, stop = joined or conjunction, entry.stop
    if not joined or (len(entries) == 1 and not entries[0].last):
        return None
    date, stop = tail(line, stop, date)
    entries[-1] = entries[-1]._replace(stop=stop)
    return _made(line, entries, date, 0), stop


def _following(line: Line, stop: int, before: _Entry) -> tuple[_Entry, bool] | None:
    """The next day behind ``March 23``, or that entry again as a range when a dash or *to* follows."""
    items = line.items
    ranged = items[stop].has("dash") or items[stop].has("to")
    place, conjunction = (stop + 1, True) if ranged else _parted(line, stop)
    day = day_of_month(line, place) if place >= 0 and items[place].digits else None
    if day is None or (before.last and ranged) or _otherwise(line, items[day[1] - 1], day[1]):
        return None
    if ranged:
        return before._replace(last=day[0], stop=day[1]), True
    item = items[place]
    return _Entry(day[0], 0, item.start, day[1], item.token), conjunction


def _otherwise(line: Line, item: Item, stop: int) -> bool:
    """Whether a number is a count or belongs to the next date."""
    behind = line.items[stop]
    counted = line.counts(item)
    return (
        counted
        or bool(behind.word.month)
        or behind.has("colon")
        or behind.has("slash")
        or behind.has("am")
        or behind.has("pm")
    )
