"""Maha (TRoboto), Arabic dates and numerals."""

from __future__ import annotations

import importlib
from datetime import datetime
from typing import Protocol

from benchmarks.peers import DATE, NUMBER
from benchmarks.peers.serve import plain, serve

_parse = importlib.import_module("maha.parsers.functions").parse_dimension


class _Time(Protocol):
    """What Maha gives for a time; a range of times has a start and an end instead."""

    start: _Time
    end: _Time

    def __radd__(self, moment: datetime) -> datetime: ...
    def is_days_set(self) -> bool: ...
    def is_hours_set(self) -> bool: ...
    def is_am_pm_set(self) -> bool: ...
    def is_months_set(self) -> bool: ...
    def is_years_set(self) -> bool: ...


def _dates(text: str, moment: datetime) -> list[str]:
    return [_edtf(found.value, moment) for found in _parse(text, time=True)]


def _edtf(value: _Time, moment: datetime) -> str:
    if hasattr(value, "start"):
        first, last = _edtf(value.start, moment), _edtf(value.end, moment)
        return first if first == last else f"{first}/{last}"
    day = (moment + value).date().isoformat()
    if value.is_days_set() or value.is_hours_set() or value.is_am_pm_set():
        return day
    if value.is_months_set():
        return day[:7]
    return day[:4] if value.is_years_set() else day


def _numbers(text: str, _moment: datetime) -> list[str]:
    return [plain(found.value) for found in _parse(text, numeral=True)]


if __name__ == "__main__":
    serve({DATE: _dates, NUMBER: _numbers})
