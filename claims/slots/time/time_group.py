"""The date-time group of military logs: 031500Z MAY 07, or 031500ZMAY07, is the third of May 2007, 15:00 in zone Z.

Form: day, hour and minute in six figures, a letter for the time zone, month, year in two or four figures (ACP 121, *date-time
group*). The hour is left out of the date: what zone a place lies in is not known here.
"""

from __future__ import annotations

import re

from claims.slots.time.line import Line
from claims.slots.time.month import month
from claims.slots.time.numerals import of_short
from claims.slots.time.spec import Calendar

_GROUP = re.compile("(0[1-9]|[12][0-9]|3[01])(?:[01][0-9]|2[0-3])[0-5][0-9]")
_YEAR = re.compile("[0-9]{2}|[0-9]{4}")
_SHORT = 2


def time_group(line: Line, index: int) -> tuple[Calendar, int, int] | None:
    """The day of the date-time group whose month stands at ``index``, the index behind it and the offset where it begins."""
    item, following, words = line.items[index], line.items[index + 1], line.source.words
    zone, letters = item.token, item.start - line.source.starts[item.token]
    if not letters:
        zone, letters = zone - 1, len(words[zone - 1])
    if zone < 1 or letters != 1 or not "a" <= words[zone][0] <= "z":
        return None
    group, named = _GROUP.fullmatch(words[zone - 1]), month(line, index)
    year = following.digits
    if group is None or named is None or named[0].naming != "english" or not _YEAR.fullmatch(year):
        return None
    full = of_short(int(year)) if len(year) == _SHORT else int(year)
    date = Calendar(year=full, month=named[0].number, day=int(group[1]))
    return date, index + 2, line.source.starts[zone - 1]
