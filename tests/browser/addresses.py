"""Every view that is looked at, and its address on the sample case."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from claims.services import Case, Settings, open_case

TITLES: Final = {
    "overview": ("نظرة عامة", "Overview"),
    "cases": ("القضايا", "Cases"),
    "documents": ("الوثائق", "Documents"),
    "reading": ("القراءة", "Reading"),
    "compare": ("المقارنة", "Compare"),
    "adjudicate": ("الفصل في الخلاف", "Adjudicate"),
    "incidents": ("الوقائع", "Incidents"),
    "matrix": ("المصفوفة", "Matrix"),
    "verdicts": ("النتائج والتقرير", "Verdicts and report"),
    "problems": ("المشكلات", "Problems"),
    "people": ("الأشخاص", "People"),
    "words": ("الأسماء والمصطلحات", "Names and words"),
    "settings": ("الإعدادات", "Settings"),
}
"""Each screen's title in Arabic and in English."""

VIEWS: Final = (*TITLES, "dating", "outcome", "outcomes", "incident", "timeline", "map", "cell")
"""Every screen, and what a screen shows when it is asked for one thing."""


def _document(case: Case) -> str:
    found = case.documents.list().items
    head = next((one for one in found if one.name.startswith("004")), found[0])
    return f"?document={head.id}"


def _incident(case: Case) -> str:
    found = max(case.incidents.list(), key=lambda one: (len(one.accounts), len(one.claims)))
    return f"?incident={found.id}"


def _cell(case: Case) -> str:
    row = max(case.incidents.matrix().rows, key=lambda one: len(one.cells))
    return f"?date={row.date}&source={quote(row.cells[0].source)}"


def _outcome(case: Case) -> str:
    found = max(case.verdicts.proposals("claim"), key=lambda one: len(one.proposal.decisions))
    return f"?about=claim&outcome={found.proposal.id}"


_ASKED: Final[dict[str, tuple[str, Callable[[Case], str]]]] = {
    "reading": ("reading", _document),
    "dating": ("documents", lambda _: "?edit=1"),
    "incident": ("incidents", _incident),
    "timeline": ("incidents", lambda _: "?view=timeline&sources=1"),
    "map": ("incidents", lambda _: "?view=map&sources=1"),
    "cell": ("matrix", _cell),
    "outcomes": ("verdicts", lambda _: "?about=claim"),
    "outcome": ("verdicts", _outcome),
}


@cache
def address(view: str, path: Path) -> tuple[str, str]:
    """The screen of a view and the rest of its address, on the sample case at ``path``."""
    if view not in _ASKED:
        return view, ""
    screen, query = _ASKED[view]
    with open_case(Settings(case=str(path))) as case:
        return screen, query(case)
