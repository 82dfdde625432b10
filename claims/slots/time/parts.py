"""Parts of a resolved period as EDTF.

Conventions: *early*, *mid*, *late* are the thirds of a month (1–10, 11–20, 21–end), of a year (four months each), of a
decade (four, three and three years) or of any other stretch, the inner sides approximate: ``2018-03-11~/2018-03-20~``.
Halves and quarters are exact; the first week of a month is its days 1 to 7, the last its last seven
(of a Hijri month, which is a stretch of days, likewise).
"""

from __future__ import annotations

from datetime import date, timedelta

from claims.slots.time.edtf import interval, last_day, stretches
from claims.slots.time.known import Resolved
from claims.slots.time.spec import LAST

_MONTHS, _MONTH_DAYS = 12, 30
_MONTH_PARTS = (2, 3)
_LUNAR = (29, 30)


def section(whole: Resolved, position: str) -> Resolved | None:
    """A part of a resolved period."""
    reason = whole.reason if whole.reason != "stated" else "part"
    if whole.edtf.startswith("XXXX"):
        return Resolved(f"{whole.edtf}~", whole.reason)
    parts = stretches(whole.edtf)
    if len(parts) != 1 or parts[0].first == date.min or parts[0].last == date.max:
        return None
    edtf = whole.edtf.rstrip("~")
    if position == "week-of":
        last = parts[0].last + timedelta(days=6)
        return (
            Resolved(f"{parts[0].first}~/{last}~", reason) if len(edtf) > len("YYYY-MM") else None
        )
    if position == "eve":
        day = parts[0].first
        return (
            Resolved((day - timedelta(days=1)).isoformat(), reason)
            if day == parts[0].last
            else None
        )
    if "-" in position:
        return _numbered(edtf, position)
    if "/" in position:
        part, of = (int(number) for number in position.split("/"))
        found = _exact(edtf, part, of)
    else:
        found = _third(edtf, ("early", "mid", "late").index(position))
    return Resolved(found, reason) if found else None


def _numbered(edtf: str, position: str) -> Resolved | None:
    """``week-2``: days 8 to 14 of a month; ``weekday-5-1``: its first Friday; ``day-9``: its last day."""
    days = interval(edtf)
    if days is None:
        return None
    kind, *numbers = position.split("-")
    number = int(numbers[-1])
    if _of_lunar_month(edtf, days) and kind == "week":
        return _week_of_stretch(days, number)
    if not _is_month(edtf):
        return None
    if kind == "day":
        return Resolved(days[1].isoformat(), "part")
    if kind == "week":
        first = days[1].day - 6 if number == LAST else 7 * number - 6
        return Resolved(f"{edtf}-{first:02}/{edtf}-{first + 6:02}", "part")
    weekday = int(numbers[0])
    opening = days[0] + timedelta(days=(weekday - days[0].isoweekday()) % 7)
    closing = days[1] - timedelta(days=(days[1].isoweekday() - weekday) % 7)
    found = min(opening + timedelta(days=7 * (number - 1)), closing)
    return Resolved(found.isoformat(), "part")


def _of_lunar_month(edtf: str, days: tuple[date, date]) -> bool:
    """Whether a stretch of days is as long as a Hijri month, which EDTF cannot name."""
    return "/" in edtf and (days[1] - days[0]).days + 1 in _LUNAR


def _week_of_stretch(days: tuple[date, date], number: int) -> Resolved:
    week = timedelta(days=7)
    first = days[1] - week + timedelta(days=1) if number == LAST else days[0] + week * (number - 1)
    return Resolved(f"{first}/{first + timedelta(days=6)}", "part")


def _is_month(edtf: str) -> bool:
    return len(edtf) == len("YYYY-MM") and edtf[5:].isdecimal() and int(edtf[5:]) <= _MONTHS


def _third(edtf: str, place: int) -> str | None:
    marks = (("", "~"), ("~", "~"), ("~", ""))[place]
    first, last = _third_sides(edtf, place)
    return f"{first}{marks[0]}/{last}{marks[1]}"


def _third_sides(edtf: str, place: int) -> tuple[str, str]:
    if edtf.endswith("X") and not edtf.endswith("XX"):
        decade_start = int(edtf[:3]) * 10
        low, high = ((0, 3), (4, 6), (7, 9))[place]
        return str(decade_start + low), str(decade_start + high)
    if len(edtf) == len("YYYY") and edtf.isdecimal():
        return f"{edtf}-{4 * place + 1:02}", f"{edtf}-{4 * place + 4:02}"
    first, last = interval(edtf) or (date.min, date.min)
    if _is_month(edtf):
        ends = (10, 20, last_day(first.year, first.month))
        return f"{edtf}-{10 * place + 1:02}", f"{edtf}-{ends[place]:02}"
    third = ((last - first).days + 1) / 3
    begin = first + timedelta(days=round(third * place))
    return begin.isoformat(), (first + timedelta(days=round(third * (place + 1)) - 1)).isoformat()


def _exact(edtf: str, part: int, of: int) -> str | None:
    if len(edtf) == len("YYYY") and edtf.isdecimal():
        size = _MONTHS // of
        return f"{edtf}-{size * (part - 1) + 1:02}/{edtf}-{size * part:02}"
    days = interval(edtf)
    if days and _is_month(edtf) and of in _MONTH_PARTS:
        size = _MONTH_DAYS // of
        end = days[1].day if part == of else size * part
        return f"{edtf}-{size * (part - 1) + 1:02}/{edtf}-{end:02}"
    return None
