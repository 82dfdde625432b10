"""Days by their distance from publication: yesterday, Tuesday, last Friday, the 23rd of the month."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from claims.slots.time.edtf import Days, valid
from claims.slots.time.known import Known, Resolved
from claims.slots.time.spec import Calendar

_WEEK = 7
_MONTHS = 12
_SATURDAY, _MONDAY = 6, 1


def shifted(days: int, weekday: int | None, known: Known) -> Resolved | None:
    """*Yesterday*; when a weekday is named too and the day before fits it, the text was published after midnight."""
    today = known.today
    if today is None:
        return Resolved("XXXX-XX-XX", "no-reference") if weekday else None
    found = today + timedelta(days=days)
    earlier = found - timedelta(days=1)
    if weekday and found.isoweekday() != weekday and earlier.isoweekday() == weekday:
        return Resolved(earlier.isoformat(), "weekday-fits")
    return Resolved(found.isoformat(), "relative")


def weekday_date(says: Calendar, known: Known) -> Resolved | None:
    """A weekday: the most recent one up to publication, unless its bearing or the words before say otherwise."""
    weekday = says.weekday
    if weekday is None:
        return None
    today = known.today
    if today is None:
        return Resolved("XXXX-XX-XX", "no-reference")
    if says.week_bearing:
        return _of_week(weekday, says.week_bearing, today, known)
    bearing = says.bearing if says.bound == "weekday" else ""
    if not bearing and known.forward:
        bearing = "this"
    if bearing == "same":
        return None
    days, reason = _distance(today.isoweekday() - weekday, bearing)
    return Resolved((today + timedelta(days=days)).isoformat(), reason)


def _distance(passed: int, bearing: str) -> tuple[int, str]:
    """Days from publication to a weekday that lies ``passed`` days before it in the week."""
    back, ahead = passed % _WEEK, -passed % _WEEK
    if bearing == "last":
        return -(back or _WEEK), "last-weekday"
    if bearing == "before-last":
        return -(back or _WEEK) - _WEEK, "last-weekday"
    if bearing in ("next", "this"):
        return (ahead or _WEEK) if bearing == "next" else ahead, "looks-forward"
    return -back, "looks-back"


def _of_week(weekday: int, bearing: str, today: date, known: Known) -> Resolved | None:
    steps = {"last": -1, "before-last": -2, "this": 0, "next": 1}
    if bearing not in steps:
        return None
    first = week_start(today, known) + timedelta(days=_WEEK * steps[bearing])
    day = first + timedelta(days=(weekday - first.isoweekday()) % _WEEK)
    return Resolved(day.isoformat(), "of-week")


def week_start(day: date, known: Known) -> date:
    """The first day of the week of ``day``: Saturday in Arabic text, Monday in English."""
    first = _SATURDAY if known.arabic else _MONDAY
    return day - timedelta(days=(day.isoweekday() - first) % _WEEK)


def month_of_day(says: Calendar, known: Known) -> Resolved | None:
    """A day whose month is not named: 23 من الشهر الجاري, the 23rd of the month, يوم 23."""
    day = says.day or 1
    if says.bearing == "same" and known.told is not None and known.told.month is not None:
        return _on(known.told.year, known.told.month, day, "same-month")
    following = _next_such(day, known) if not says.bearing else None
    if following is not None:
        return following
    if known.reference is None:
        return Resolved(f"XXXX-XX-{day:02}", "no-reference")
    today = known.reference.last
    steps = {"this": 0, "last": -1, "before-last": -2, "next": 1}
    if says.bearing in steps:
        year, month = months_away(today, steps[says.bearing])
        return _on(year, month, day, "of-month")
    for step in range(0, -_MONTHS, -1):
        year, month = months_away(today, step)
        if valid(year, month, day) and date(year, month, day) <= today:
            return _on(year, month, day, "looks-back")
    return None


def _next_such(day: int, known: Known) -> Resolved | None:
    """The first such day after the one told before it in the sentence: "on 28 April 2003 … at dawn on the 30th"."""
    if known.dated is None or day == known.dated.day:
        return None
    year, month = months_away(known.dated, int(day < known.dated.day))
    found = _on(year, month, day, "same-as-told")
    if found is None or (
        known.reference is not None and date(year, month, day) > known.reference.last
    ):
        return None
    return found


def _on(year: int, month: int, day: int, reason: str) -> Resolved | None:
    if not valid(year, month, day):
        return None
    return Resolved(date(year, month, day).isoformat(), reason)


def months_away(day: date, step: int) -> tuple[int, int]:
    """Year and month ``step`` months from the month of ``day``."""
    count = day.year * _MONTHS + day.month - 1 + step
    return min(max(count // _MONTHS, MINYEAR), MAXYEAR), count % _MONTHS + 1


def one_day(day: date) -> Days:
    """The stretch that is one day."""
    return Days(day, day)
