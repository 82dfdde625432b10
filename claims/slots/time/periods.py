"""Periods, seasons and decades as EDTF.

Conventions, wide on purpose so that no date is called different by them alone:

* *the past days, weeks, months* are up to ten of them, as Arabic plurals count three to ten: ``2018-03-24~/2018-04-03``;
* a week, month or year *ago* is approximate (``2018-03~``); days ago are exact unless the words say otherwise;
* *last week* is the calendar week before, its sides approximate.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

from claims.slots.time.day import months_away, week_start
from claims.slots.time.edtf import interval
from claims.slots.time.known import Known, Resolved
from claims.slots.time.spec import Decade, Period, Season, Told

_STEPS = {"last": -1, "before-last": -2, "this": 0, "recent": 0, "next": 1}
_DAYS = {"day": 1, "week": 7, "weekend": 7}
_SHORT = ("hour", "minute")
_WINTER, _SEASON_MONTHS, _FIRST_SEASON = 24, 3, 21
_DAY_HOURS = 24
_HALF_YEAR = 6
_SATURDAY = 6


def period(says: Period, known: Known) -> Resolved | None:
    """A period by its distance from publication."""
    if known.reference is None:
        return None
    if says.mode == "whole":
        return _whole(says, known)
    today = known.today
    if says.mode in ("sooner", "later"):
        return _within(says, today, known) if today else None
    if says.unit in ("month", "year", "decade") and today is None:
        today = known.reference.last
    if today is None or says.unit in ("weekend", "century"):
        return None
    if says.mode == "ago":
        return _ago(says, today)
    return _window(says, today)


def _whole(says: Period, known: Known) -> Resolved | None:
    step = _STEPS.get(says.bearing)
    if step is None or known.reference is None:
        return None
    today = known.reference.last
    if says.unit == "year":
        return Resolved(f"{_year(today.year + step):04}", "relative-period")
    if says.unit == "month" and known.reference.first.month == today.month:
        return Resolved("{:04}-{:02}".format(*months_away(today, step)), "relative-period")
    if says.unit == "decade":
        return Resolved(f"{(today.year // 10 + step):03}X", "relative-period")
    if says.unit == "century":
        return Resolved(f"{(today.year // 100 + step):02}XX", "relative-period")
    return _week(says, step, known) if known.today else None


def _within(says: Period, today: date, known: Known) -> Resolved | None:
    whole = _whole(says, known)
    days = interval(whole.edtf) if whole else None
    if days is None:
        return None
    sides = (days[0], today) if says.mode == "sooner" else (today, days[1])
    return Resolved(f"{sides[0]}/{sides[1]}", "relative-period")


def _week(says: Period, step: int, known: Known) -> Resolved | None:
    today = known.reference.last if known.reference else date.min
    if says.unit == "week":
        first = week_start(today, known) + timedelta(days=7 * step)
        return Resolved(f"{first}~/{first + timedelta(days=6)}~", "relative-period")
    if says.unit == "weekend":
        saturday = _saturday(today, says.bearing)
        return Resolved(f"{saturday}/{saturday + timedelta(days=1)}", "relative-period")
    return Resolved((today + timedelta(days=step)).isoformat(), "relative")


def _saturday(today: date, bearing: str) -> date:
    """The Saturday of last, this or next weekend, or of the most recent one, today's included."""
    back = (today.isoweekday() - _SATURDAY) % 7
    inside = back <= 1
    weeks = {"last": -inside, "before-last": -inside - 1, "this": not inside, "next": 1}
    return today + timedelta(days=7 * weeks.get(bearing, 0) - back)


def _year(year: int) -> int:
    return min(max(year, MINYEAR), MAXYEAR)


def _point(unit: str, number: int, today: date) -> tuple[str, bool]:
    """The EDTF of ``number`` units from today at the precision of the unit, and whether it is exact."""
    if unit in _SHORT:
        return _moved(today, -(-number // _DAY_HOURS)), False
    if unit in _DAYS:
        return _moved(today, number * _DAYS[unit]), unit == "day"
    if unit == "month":
        return "{:04}-{:02}".format(*months_away(today, number)), False
    return f"{_year(today.year + number * (10 if unit == 'decade' else 1)):04}", False


def _moved(today: date, days: int) -> str:
    try:
        return (today + timedelta(days=days)).isoformat()
    except OverflowError:
        return today.isoformat()


def _ago(says: Period, today: date) -> Resolved | None:
    if says.unit in _SHORT:
        return _hours_ago(says, today)
    far, exact = _point(says.unit, -says.high, today)
    near, _ = _point(says.unit, -says.low, today)
    if says.bound == "over":
        return Resolved(f"../{near}~", "ago")
    if says.bound == "under":
        return Resolved(f"{far}/{_point(says.unit, 0, today)[0]}", "ago")
    if says.low != says.high:
        return Resolved(f"{far}~/{near}~", "vague-ago")
    mark = "" if exact and not says.approximate else "~"
    return Resolved(f"{far}{mark}", "ago")


def _hours_ago(says: Period, today: date) -> Resolved | None:
    if says.unit == "minute" or says.high <= _DAY_HOURS // 2:
        return Resolved(f"{today}~" if says.unit == "hour" else today.isoformat(), "hours-ago")
    days = -(-says.high // _DAY_HOURS)
    return Resolved(f"{_moved(today, -days)}~", "hours-ago")


def _window(says: Period, today: date) -> Resolved | None:
    sign = -1 if says.mode == "window" else 1
    unit, number = says.unit, says.high
    if unit in _SHORT:
        number = max(1, -(-number // _DAY_HOURS)) if unit == "hour" else 0
        unit = "day"
    far, _ = _point(unit, sign * number, today)
    here = today.isoformat() if unit in _DAYS else _point(unit, 0, today)[0]
    vague = says.low != says.high or says.approximate
    far = f"{far}~" if vague else far
    edtf = f"{far}/{here}" if sign < 0 else f"{here}/{far}"
    return Resolved(edtf, "vague-window" if vague else "window")


def season(says: Season, known: Known) -> Resolved | None:
    """A season of a year, or the last, this or next one."""
    if says.year is not None:
        if says.split and says.number == _WINTER:
            return Resolved(f"{says.year:04}-12/{says.year + 1:04}-02", "stated")
        return Resolved(f"{says.year:04}-{says.number}", "stated")
    if says.year_bearing == "same":
        return (
            Resolved(f"{known.told.year:04}-{says.number}", "same-as-told") if known.told else None
        )
    if known.reference is None:
        return None
    today = known.reference.last
    if says.year_bearing:
        year = today.year + _STEPS[says.year_bearing]
        return Resolved(f"{year:04}-{says.number}", "relative-period")
    return _borne_season(says, today)


def _borne_season(says: Season, today: date) -> Resolved | None:
    if says.bearing not in _STEPS:
        return None
    first = 3 * (says.number - _FIRST_SEASON) + 3
    passed = (today.month - first) % 12
    inside = passed < _SEASON_MONTHS
    start = months_away(today, -passed)
    step = _STEPS[says.bearing]
    if says.bearing == "this" and not inside:
        step = int(passed > _HALF_YEAR)
    elif step < 0 and not inside:
        step += 1
    year = start[0] + step
    if says.number == _WINTER:
        return Resolved(f"{year:04}-12/{year + 1:04}-02", "relative-period")
    return Resolved(f"{year:04}-{says.number}", "relative-period")


def decade(says: Decade) -> Resolved:
    """A decade or century by name."""
    return Resolved(says.digits, "stated")


def told(says: Told, known: Known) -> Resolved | None:
    """The next day, the same month: counted from the date last mentioned."""
    base = known.told
    if base is None or says.unit in _SHORT:
        return None
    if says.unit == "year":
        return Resolved(f"{_year(base.year + says.step):04}", "same-as-told")
    if base.month is None:
        return None
    if says.unit == "month":
        found = months_away(date(base.year, base.month, 1), says.step)
        return Resolved("{:04}-{:02}".format(*found), "same-as-told")
    if base.day is None or says.unit not in _DAYS or (says.unit != "day" and not says.step):
        return None
    day = _moved(date(base.year, base.month, base.day), says.step * _DAYS[says.unit])
    return Resolved(day if says.unit == "day" else f"{day}~", "same-as-told")
