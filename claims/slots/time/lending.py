"""What dates that stand in a row lend each other: a year, a month, a bearing said once for several."""

from __future__ import annotations

from claims.slots.time.edtf import interval
from claims.slots.time.known import Known
from claims.slots.time.resolve import resolve
from claims.slots.time.spec import Calendar, Mention
from claims.text.tokens import Tokens

_LED = 3
_LEADING = frozenset({"on", "في", "وفي", "يوم", "صباح", "مساء", "فجر"})


def lent(found: list[Mention], source: Tokens) -> list[Mention]:
    """The mentions of a text with what those beside them lend."""
    return _headed(_shared(found, source), source)


def _shared(found: list[Mention], source: Tokens) -> list[Mention]:
    """Year and bearing said once for several dates in a row: 3 آذار و5 نيسان 2015, شهري نيسان وأيار الماضيين."""
    folded = source.shadow.text
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place], found[place + 1]
        if isinstance(left.says, Calendar) and isinstance(right.says, Calendar):
            between = folded[left.end : right.start].strip(" ,،و&").removesuffix("and").strip()
            if not between and right.start - left.end < 8:  # noqa: PLR2004 - ", and " and spaces
                found[place] = left._replace(says=_said_once(left.says, right.says))
    return found


def _headed(found: list[Mention], source: Tokens) -> list[Mention]:
    """A year right before a day that has none is its year: *In 1991, on Wednesday 13 February*, «عام 1991، فجر 13 شباط»."""
    for place in range(1, len(found)):
        head, day = found[place - 1], found[place]
        says, year = day.says, head.says
        if not isinstance(says, Calendar) or not isinstance(year, Calendar) or year.month:
            continue
        open_day = says.month and says.day and says.year is None and not says.hijri
        if year.year is None or not open_day or says.bearing or says.year_bearing:
            continue
        between = source.shadow.text[head.end : day.start].replace("،", ",").split()
        if between[:1] == [","] and len(between) <= _LED and _LEADING.issuperset(between[1:]):
            dated = says._replace(year=year.year)
            resolved = resolve(dated, Known())
            days = interval(resolved.edtf) if resolved else None
            if days and says.weekday in (None, days[0].isoweekday()):
                found[place] = day._replace(says=dated)
    return found


def _said_once(left: Calendar, right: Calendar) -> Calendar:
    if (
        left.year is not None
        or left.bearing
        or left.year_bearing
        or left.shift is not None
        or left.hijri != right.hijri
    ):
        return left
    if left.month is not None and right.month is not None:
        alike = (left.day is None) == (right.day is None)
        if not alike or (left.month, left.day or 0) > (right.month, right.day or 0):
            return left
        borne = right.bound == "month"
        return left._replace(
            year=right.year,
            year_bearing=right.year_bearing,
            bearing=right.bearing if borne else "",
            bound=right.bound if borne else "",
        )
    if (
        left.weekday
        and right.weekday
        and left.month is None
        and right.month is None
        and right.bound == "weekday"
    ):
        return left._replace(bearing=right.bearing, bound="weekday")
    return left
