"""The screens, in the order of the work.

They are functions, not files in a folder ``pages``: Streamlit would serve such a folder by itself, without the frame
of `workbench.app`, to whoever opens a screen's address before anybody opened the first one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from workbench.views import (
    adjudicate,
    cases,
    compare,
    documents,
    incidents,
    matrix,
    overview,
    problems,
    reading,
    settings,
    team,
    verdicts,
    wordlist,
)
from workbench.wording import Words, mark

_SCREENS: Final[dict[str, tuple[Callable[[], None], str, str]]] = {
    "overview": (overview.show, mark("Overview"), ":material/dashboard:"),
    "cases": (cases.show, mark("Cases"), ":material/inventory_2:"),
    "documents": (documents.show, mark("Documents"), ":material/description:"),
    "reading": (reading.show, mark("Reading"), ":material/menu_book:"),
    "compare": (compare.show, mark("Compare"), ":material/compare:"),
    "adjudicate": (adjudicate.show, mark("Adjudicate"), ":material/balance:"),
    "incidents": (incidents.show, mark("Incidents"), ":material/hub:"),
    "matrix": (matrix.show, mark("Matrix"), ":material/grid_on:"),
    "verdicts": (verdicts.show, mark("Verdicts and report"), ":material/gavel:"),
    "problems": (problems.show, mark("Problems"), ":material/help:"),
    "people": (team.show, mark("People"), ":material/group:"),
    "words": (wordlist.show, mark("Names and words"), ":material/dictionary:"),
    "settings": (settings.show, mark("Settings"), ":material/settings:"),
}
"""Name in the address: what draws it, its title, its sign."""


def names() -> tuple[str, ...]:
    """The name of every screen in the address, in the order of the work."""
    return tuple(_SCREENS)


def pages(words: Words) -> dict[str, st.Page]:
    """Every screen by its name in the address."""
    return {
        name: st.Page(
            draw, title=words(title), icon=icon, url_path=name, default=name == "overview"
        )
        for name, (draw, title, icon) in _SCREENS.items()
    }
