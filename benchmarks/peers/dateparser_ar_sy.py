"""dateparser on the whole expression, locale ar-SY, looking back, day first."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from benchmarks.peers import DATE
from benchmarks.peers.serve import serve

_LENGTH = {"year": 4, "month": 7}


def dates(text: str, moment: datetime, **chosen: Sequence[str]) -> list[str]:
    """The date as EDTF, cut at the period that dateparser names; nothing where it reads none."""
    settings: Mapping[str, Any] = {
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY",
        "RELATIVE_BASE": moment,
    }
    parser = importlib.import_module("dateparser.date").DateDataParser(settings=settings, **chosen)
    found = parser.get_date_data(text)
    if found.date_obj is None:
        return []
    return [found.date_obj.date().isoformat()[: _LENGTH.get(found.period, 10)]]


if __name__ == "__main__":
    serve({DATE: lambda text, moment: dates(text, moment, locales=["ar-SY"])})
