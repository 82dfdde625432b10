"""All dates of a text, in order: single days, lists of days that share a month, ranges, since and until."""

from __future__ import annotations

from claims.slots.time.daylist import days
from claims.slots.time.lexicon import guards
from claims.slots.time.line import PADDING, Item, Line
from claims.slots.time.ranges import Mentions, dashed_range, single_mention, stretch
from claims.slots.time.simple import Simple, simple, year_of_range
from claims.slots.time.spec import Calendar, Mention

_LONGEST_LIST = 31
_YEAR_DIGITS = 4
_LONGEST_FIGURES = 40
"""Items of a row of short numbers and marks beyond which it is a table and no list of days."""


def mentions(line: Line) -> list[Mention]:
    """Every date of the text, in order, none overlapping another."""
    items, source = line.items, line.source.words
    found: list[Mention] = []
    index, live, last = 0, 0, len(items) - PADDING
    while index < last:
        item = items[index]
        if item.token < 0 or not _may_begin(item):
            index += 1
            continue
        if index >= live:
            stop = _run(items, index)
            if not _speaks(items, index, stop):
                index = stop
                continue
            live = stop
        read = _articled(line, index) if source[item.token] == "the" else _read(line, index)
        if read is None:
            index += 1
            continue
        new, index = read
        found += new
    return found


def _run(items: list[Item], index: int) -> int:
    """The index behind the items that stand together, up to the next gap."""
    while items[index].token >= 0:
        index += 1
    return index


def _speaks(items: list[Item], index: int, stop: int) -> bool:
    """Whether any of them can carry a date; most numbers and prepositions stand alone and need no reading.

    One unknown word between a day and a year may be a misspelt month, so a run that is followed by four digits
    stays.
    """
    several = stop - index > 1
    table = stop - index > _LONGEST_FIGURES
    for item in items[index:stop]:
        word = item.word
        if word.month or word.hijri or word.weekday or word.shift is not None or word.decade:
            return True
        if several and (word.unit or word.season or word.ordinal or word.part):
            return True
        if item.digits and (len(item.digits) >= _YEAR_DIGITS or (several and not table)):
            return True
        if "past-century" in word.roles:
            return True
    return len(items[stop + 1].digits) == _YEAR_DIGITS


def _read(line: Line, index: int) -> Mentions:
    return stretch(line, index) or days(line, index) or _single(line, index)


def _articled(line: Line, index: int) -> Mentions:
    """A date behind *the*, which belongs to it: *the night of 8 to 9 March*."""
    own, behind = _read(line, index), None
    if line.items[index].word == line.items[index + 1].word or line.items[index + 1].token < 0:
        return own
    behind = _read(line, index + 1)
    if behind is None or (own is not None and own[1] >= behind[1]):
        return own
    first = behind[0][0]
    if first.start != line.items[index + 1].start:
        return behind
    return [first._replace(start=line.items[index].start), *behind[0][1:]], behind[1]


def _may_begin(item: Item) -> bool:
    roles = item.word.roles
    return not roles or not roles <= _NEVER


_NEVER = frozenset(
    {
        "comma", "slash", "dash", "open", "close", "dot", "colon", "bullet", "apostrophe", "of", "in", "and",
        "to", "window", "teen", "nth", "half", "quarter", "third", "minus", "minute", "am", "pm",
        "common-era", "hijri-era", "thereof", "on", "half-more", "onwards", "onto", "ago", "following",
    }
)  # fmt: skip


def _single(line: Line, index: int) -> Mentions:
    found = simple(line, index)
    if found is None or _recurs(line, found):
        return None
    dashed = dashed_range(line, index, found)
    if dashed is not None:
        return dashed
    first = single_mention(line, found, line.items[index])
    years, end = _more_years(line, found)
    return [first, *years], end


def _recurs(line: Line, found: Simple) -> bool:
    """Whether it is said of every year: في نيسان من كل عام."""
    place = found.end + 1 if line.items[found.end].has("of") else found.end
    return line.after(line.items[place - 1]) in guards()["recurring"]


def _more_years(line: Line, found: Simple) -> tuple[list[Mention], int]:
    """عامي 2014 و2015: further years behind a stated one."""
    says, end = found.says, found.end
    more: list[Mention] = []
    if not isinstance(says, Calendar) or says.year is None or says.month is not None:
        return more, end
    items = line.items
    while len(more) < _LONGEST_LIST and (items[end].has("and") or items[end].has("comma")):
        value = year_of_range(items[end + 1])
        if value is None or line.counts(items[end + 1]):
            break
        item = items[end + 1]
        more.append(Mention(Calendar(year=value), item.start, item.end, item.token))
        end += 2
    return more, end
