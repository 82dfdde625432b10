"""Options that several commands share, each said once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

FINE: Final = 0
FINDINGS: Final = 1
WRONG_USE: Final = 2

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?")
_SEASONS = range(21, 42)


def publication(value: str) -> str:
    """Check a date of publication: EDTF of one day, month, season or year (``2018-04-03``, ``2018-04``, ``2018~``).

    Raises:
        typer.BadParameter: the text is no such date, or no calendar holds it.
    """
    text = value.strip()
    match = _DAY.fullmatch(text)
    if match is None or not match.group().isascii() or not _exists(*match.groups()):
        raise typer.BadParameter(
            f"{value!r} is no date. Write a day as 2018-04-03, or less of it: 2018-04, 2018."
        )
    return text


def _exists(year: str, month: str | None, day: str | None) -> bool:
    if month is not None and day is None and int(month) in _SEASONS:
        return True
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _published(value: str | None) -> str | None:
    return None if value is None else publication(value)


Json = Annotated[
    bool, typer.Option("--json", help="Write JSON lines to stdout (see `claims schema`).")
]
Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Documents of one set; `-` reads standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=_published,
        help="Date of publication of every FILE, as ISO 8601 (2018-04-03) or EDTF (2018-04).",
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="ar|en", help="Language of messages and of the report."),
]
