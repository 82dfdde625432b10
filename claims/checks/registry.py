"""Every automatic check with its id, its name and what it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from claims.checks.calendar import impossible_dates
from claims.checks.headline import headline_against_body
from claims.checks.lists import wrong_lists
from claims.checks.measures import differing_units
from claims.checks.noticed import Noticed
from claims.checks.parts import exceeding_parts
from claims.checks.publication import after_publication
from claims.checks.repeated import two_figures
from claims.checks.sums import wrong_sums
from claims.checks.weekday import wrong_weekdays
from claims.checks.wording import load
from claims.model import Extraction, Message


@dataclass(frozen=True, slots=True)
class Check:
    """An automatic check over one extraction.

    Attributes:
        id: as in `Finding.check`.
        name: for people.
        describes: what it looks for, in one line.
        run: the check itself.
    """

    id: str
    name: Message
    describes: Message
    run: Callable[[Extraction], Iterable[Noticed]]


def _totals(extraction: Extraction) -> Iterator[Noticed]:
    yield from exceeding_parts(extraction)
    yield from wrong_sums(extraction)
    yield from wrong_lists(extraction)


_RUN = MappingProxyType(
    {
        "weekday": wrong_weekdays,
        "calendar": impossible_dates,
        "publication": after_publication,
        "total": _totals,
        "unit": differing_units,
        "headline": headline_against_body,
        "figures": two_figures,
    }
)


@cache
def checks() -> tuple[Check, ...]:
    """All checks, in the order of ``checks.toml``, which is the order they run in."""
    return tuple(
        Check(
            name,
            Message(row["ar"], row["en"]),
            Message(row["describes_ar"], row["describes_en"]),
            _RUN[name],
        )
        for name, row in load("checks.toml").items()
    )
