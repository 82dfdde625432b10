"""Stretches of time: from … to, between … and, since, until, before, after, and the night between two days.

What is said once for both sides (month, year, *last*) is lent to the other side here; what neither says is left to
`claims.slots.time.resolve`.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.slots.time.clock import clock
from claims.slots.time.daylist import days
from claims.slots.time.lexicon import guards
from claims.slots.time.line import Item, Line
from claims.slots.time.numerals import day_of_month
from claims.slots.time.simple import Simple, next_year, simple, year_of_range
from claims.slots.time.spec import Calendar, Mention, Period, Section, Stretch, When

_NIGHT_MARKS = frozenset({"dash", "slash", "to", "and", "comma", "onto"})
_NIGHT_HEADS = frozenset({"of", "article", "day"})
_HEADS = 2
_WEEK = 7
Mentions = tuple[list[Mention], int] | None


def single_mention(line: Line, found: Simple, item: Item) -> Mention:
    """The mention of one date that begins at ``item``."""
    says = found.says
    weekday = says.weekday if isinstance(says, Calendar) else None
    if isinstance(says, Section) and says.position.startswith("weekday-"):
        weekday = int(says.position.split("-")[1])
    behind = line.items[found.end - 1].end
    return Mention(says, found.start, behind, item.token, found.time, weekday)


def dashed_range(line: Line, index: int, found: Simple) -> Mentions:
    """5 آذار - 9 آذار 2018, Sept–Dec 2014, 2014-2016, Friday to Sunday, 5/3/2018 إلى 9/3/2018."""
    items = line.items
    mark = items[found.end]
    says = found.says
    if not isinstance(says, Calendar) or says.shift is not None:
        return None
    night = mark.has("onto") and _night(found)
    slashed = mark.has("slash") and _may_slash(line, found)
    if not (mark.has("dash") or mark.has("to") or slashed or night):
        return None
    behind = _endpoint(line, found.end + 1, says)
    if behind is None or not _same_kind(says, behind.says):
        return None
    weekdays = says.weekday is not None and says.month is None
    if weekdays and not (_night(found) or _night(behind) or mark.has("to")):
        return None
    return _ranged(line, (items[index], found.start), found, behind)


def _may_slash(line: Line, found: Simple) -> bool:
    """Whether a slash can part two sides: a night (الخميس/الجمعة), two months, a year and the next (2019/2020)."""
    says = found.says
    months = isinstance(says, Calendar) and says.month is not None and says.day is None
    years = isinstance(says, Calendar) and says.month is None and says.day is None
    return months or (years and next_year(line, found.end - 1)) or _night(found)


def _night(found: Simple) -> bool:
    return found.time in ("night", "midnight")


def _same_kind(one: When, other: When) -> bool:
    if not isinstance(other, Calendar) or not isinstance(one, Calendar):
        return False
    if one.weekday and other.weekday and one.month is None and other.month is None:
        return True
    return all(
        (getattr(one, name) is None) == (getattr(other, name) is None) for name in ("day", "month")
    )


def _ranged(
    line: Line, begin: tuple[Item, int], first: Simple, second: Simple
) -> tuple[list[Mention], int]:
    start, end = _completed(first.says, second.says)
    time = first.time or second.time
    behind = line.items[second.end - 1].end
    return [Mention(Stretch(start, end), begin[1], behind, begin[0].token, time)], second.end


def _completed(start: When, end: When) -> tuple[When, When]:
    """Both sides of a range with what is said once for both."""
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return start, end
    if start.month is None and start.day is not None and end.month is not None:
        start = start._replace(month=end.month, year=start.year or end.year, hijri=end.hijri)
        start = start._replace(bearing=end.bearing, bound=end.bound, year_bearing=end.year_bearing)
    elif end.month is None and end.day is not None and start.month is not None:
        end = end._replace(month=start.month, year=end.year or start.year, hijri=start.hijri)
        end = end._replace(bearing=start.bearing, bound=start.bound)
    elif start.day is not None and end.bound == "day" and not start.bound and start.month is None:
        start = start._replace(bearing=end.bearing, bound="day")
    return start, end


def stretch(line: Line, index: int) -> Mentions:
    """Since, until, from … to, between … and, before, after."""
    item = line.items[index]
    for role, read in _READERS if item.word.roles & _OPENING else ():
        if item.has(role):
            found = read(line, index)
            if found is not None:
                return found
    if item.word.part in ("night", "midnight"):
        return _night_of(line, index)
    return None


def _endpoint(line: Line, index: int, start: When | None = None) -> Simple | None:
    """One side of a range: a date, or a bare day or year that the other side completes."""
    items = line.items
    headed = index
    while headed < index + 2 and (items[headed].has("day") or items[headed].has("article")):
        headed += 1
    found = simple(line, index)
    if found is not None:
        return found
    if items[headed].word.part and items[headed + 1].has("of"):
        headed += 2
    day = day_of_month(line, headed)
    if day is not None and line.counts(items[day[1] - 1]):
        return None
    if day is not None:
        return Simple(Calendar(day=day[0]), "", items[index].start, day[1])
    place = index + 1 if items[index].has("year") else index
    if items[place].has("month"):
        return simple(line, place + 1)
    value = year_of_range(items[place])
    if value is None or (isinstance(start, Calendar) and start.month is not None):
        return None
    return Simple(Calendar(year=value), "", items[index].start, place + 1)


def _since(line: Line, index: int) -> Mentions:
    items = line.items
    if items[index].has("back"):
        ago = simple(line, index)
        if ago is not None:
            return [single_mention(line, ago, items[index])], ago.end
    place = _past_edge(line, index + 1, "early")
    begin = _endpoint(line, place) or _this_period(line, index + 1)
    if begin is None or _lacks_month(begin.says):
        return None
    until = _closing(line, begin)
    if until is not None:
        return _ranged(line, (items[index], items[index].start), begin, until)
    return _open(line, index, begin, since=True)


def _closing(line: Line, begin: Simple) -> Simple | None:
    """The other side behind *since X*: ``حتى Y``, ``to Y``."""
    items = line.items
    if not (items[begin.end].has("until") or items[begin.end].has("to")):
        return None
    end = _endpoint(line, _past_edge(line, begin.end + 1, "late"), begin.says)
    if end is None or not isinstance(end.says, type(begin.says) | Calendar):
        return None
    return None if _lacks_month(end.says) and _has_no_day(begin.says) else end


def _has_no_day(says: When) -> bool:
    """Whether no bare day can close what this begins: a weekday, the beginning of a year."""
    return not isinstance(says, Calendar) or says.day is None


def _past_edge(line: Line, index: int, edge: str) -> int:
    """Behind *the beginning of* after since, *the end of* after until: the edge itself is meant."""
    items = line.items
    place = index + 1 if items[index].has("article") and items[index + 1].word.position else index
    if items[place].word.position != edge or simple(line, place) is None:
        return index
    place += 1
    return place + 1 if items[place].has("of") else place


def _this_period(line: Line, index: int) -> Simple | None:
    """Behind since or until: بداية العام, the end of the month, without a bearing: the one of publication."""
    items = line.items
    place = index + 1 if items[index].has("article") else index
    if items[place].word.position not in ("early", "late"):
        return None
    place += 1
    definite = items[place].has("article") or line.source.words[items[place].token].startswith("ال")
    place += 1 if items[place].has("article") else 0
    unit = items[place].word
    if not definite or unit.unit not in ("month", "year") or unit.count != 1:
        return None
    return Simple(Period(unit.unit, "whole", "this"), "", items[index].start, place + 1)


def _begun(line: Line, index: int) -> Mentions:
    """*Since dawn*, ``منذ الفجر``: of the day named right behind, else of the day of publication."""
    item = line.items[index]
    place = index + 1 + (line.items[index + 1].has("on") or line.items[index + 1].has("of"))
    named = simple(line, place)
    if named is not None and isinstance(named.says, Calendar):
        return _open(line, index, named._replace(time=item.word.part), since=True)
    today = Simple(Calendar(shift=item.word.shift), item.word.part, item.start, index + 1)
    return _open(line, index, today, since=True)


def _lacks_month(says: When) -> bool:
    return (
        isinstance(says, Calendar)
        and says.day is not None
        and says.month is None
        and not says.bearing
    )


def _open(line: Line, index: int, found: Simple, *, since: bool) -> tuple[list[Mention], int]:
    item = line.items[index]
    says = Stretch(found.says, None) if since else Stretch(None, found.says)
    end = found.end
    weekday = found.says.weekday if isinstance(found.says, Calendar) else None
    behind = line.items[end - 1].end
    return [Mention(says, item.start, behind, item.token, found.time, weekday)], end


def _until(line: Line, index: int) -> Mentions:
    place = _past_edge(line, index + 1, "late")
    found = _endpoint(line, place) or _this_period(line, index + 1)
    if found is None or _lacks_month(found.says):
        return None
    return _open(line, index, found, since=False)


def _from(line: Line, index: int) -> Mentions:
    """From X to Y; from X alone is none."""
    items = line.items
    begin = _endpoint(line, _past_edge(line, index + 1, "early"))
    if begin is None or begin.end >= len(items):
        return None
    mark = items[begin.end]
    if mark.has("onwards") and not mark.prefix and isinstance(begin.says, Calendar):
        found, end = _open(line, index, begin, since=True)
        return [found[0]._replace(end=mark.end)], end + 1
    if not (mark.has("to") or mark.has("until") or mark.has("dash")):
        return None
    end_of = _endpoint(line, _past_edge(line, begin.end + 1, "late"), begin.says)
    return _pair(line, index, begin, end_of)


def _between(line: Line, index: int) -> Mentions:
    """Between X and Y."""
    items = line.items
    begin = _endpoint(line, index + 1)
    if begin is None:
        return None
    place = begin.end + 1 if items[begin.end].has("and") else begin.end
    joined = items[place].prefix == "و" or place > begin.end or items[begin.end].has("to")
    if not joined and not items[begin.end].has("dash"):
        return None
    if place == begin.end and (items[place].has("to") or items[place].has("dash")):
        place += 1
    return _pair(line, index, begin, _endpoint(line, place, begin.says))


def _pair(line: Line, index: int, begin: Simple, end: Simple | None) -> Mentions:
    if end is None:
        return None
    start, stop = _completed(begin.says, end.says)
    if _lacks_month(start) or _lacks_month(stop) or _backwards(begin.says, end.says):
        return None
    item = line.items[index]
    return _ranged(line, (item, item.start), begin, end)


def _backwards(start: When, end: When) -> bool:
    """Whether a bare day is later than the day of the month it would share: from 27 to the 2nd of May."""
    if not isinstance(start, Calendar) or not isinstance(end, Calendar) or start.month:
        return False
    return bool(start.day and end.day and end.month and not start.bearing and start.day > end.day)


def _beside(line: Line, index: int) -> Mentions:
    """Before X, after X: open, the day itself kept in, since the words rarely exclude it."""
    found = simple(line, index + 1) or _this_period(line, index + 1)
    own = simple(line, index)
    if own is not None and (found is None or own.end >= found.end):
        return None
    if found is None or not isinstance(found.says, Calendar | Section | Period):
        return None
    says = found.says
    if isinstance(says, Period) and says.mode != "whole":
        return None
    if _of_event(line, index + 1, found):
        return [single_mention(line, found, line.items[index + 1])], found.end
    if isinstance(says, Calendar) and says.shift is not None:
        return None
    return _open(line, index, found, since=line.items[index].has("after"))


def _of_event(line: Line, index: int, found: Simple) -> bool:
    """Whether a date behind *before* or *after* is that of an event or of an hour, not an end of the time: after Saturday's raid, after 7 pm on ….

    Not a day that is counted from (two days after Saturday's raid), nor one by which times are told (after the September 11 attacks).
    """
    if clock(line, index) is not None:
        return True
    ahead = line.items[index - 2] if index > 1 else None
    weekday = isinstance(found.says, Calendar) and found.says.month is None
    if not weekday or (ahead is not None and ahead.token >= 0 and ahead.word.unit):
        return False
    last = line.items[found.end - 1].token
    behind = line.source.words[last + 1 : last + 2]
    owned = line.source.words[last].endswith("'s")
    return owned or (behind != () and guards()["events"].issuperset(behind))


def _night_of(line: Line, index: int) -> Mentions:
    """ليلة 8-9 آذار, ليل الخميس الجمعة, the night of 8 to 9 March."""
    items = line.items
    night, place = items[index], index + 1
    spanned = _between(line, place) if items[place].has("between") else None
    if spanned is not None:
        mention = spanned[0][0]._replace(start=night.start, token=night.token)
        return [mention._replace(time=night.word.part)], spanned[1]
    while place <= index + _HEADS and items[place].word.roles & _NIGHT_HEADS:
        place += 1
    found = days(line, place)
    if found is not None and len(found[0]) == 1 and isinstance(found[0][0].says, Stretch):
        mention = found[0][0]._replace(start=night.start, token=night.token)
        return [mention._replace(time=night.word.part)], found[1]
    numbered = _onto(line, index, place)
    if numbered is not None:
        return numbered
    first = items[place].word.weekday
    mark = place + (2 if items[place + 1].word.roles & _NIGHT_MARKS else 1)
    second = items[mark].word.weekday
    if not first or second != first % _WEEK + 1 or items[mark].prefix not in ("", "و"):
        return None
    dated = simple(line, mark + 1)
    if dated is not None and isinstance(dated.says, Calendar) and dated.says.month is not None:
        behind = line.items[dated.end - 1].end
        return [Mention(dated.says, night.start, behind, night.token, night.word.part)], dated.end
    says = Stretch(Calendar(weekday=first), Calendar(weekday=second))
    return [Mention(says, night.start, items[mark].end, night.token, night.word.part)], mark + 1


def _onto(line: Line, index: int, place: int) -> Mentions:
    """ليلة الثاني على الثالث من كانون الثاني 2020: the night between a day and the next."""
    items = line.items
    day = day_of_month(line, place)
    if day is None or not items[day[1]].has("onto"):
        return None
    end = simple(line, day[1] + 1)
    if end is None or not isinstance(end.says, Calendar) or end.says.day != day[0] + 1:
        return None
    says = Stretch(end.says._replace(day=day[0]), end.says)
    night, behind = items[index], items[end.end - 1].end
    return [Mention(says, night.start, behind, night.token, night.word.part)], end.end


_READERS: tuple[tuple[str, Callable[[Line, int], Mentions]], ...] = (
    ("begun", _begun),
    ("since", _since),
    ("from", _from),
    ("between", _between),
    ("until", _until),
    ("before", _beside),
    ("after", _beside),
)
_OPENING = frozenset(role for role, _ in _READERS)
