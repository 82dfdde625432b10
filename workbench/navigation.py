"""The screens and where they are found. The address of a screen with its query opens the same view again."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NoReturn

import streamlit as st

from workbench.wording import Words, mark

_PAGES: Final = Path(__file__).parent / "pages"
_TITLES: Final = {
    "overview": (mark("Overview"), ":material/dashboard:"),
    "documents": (mark("Documents"), ":material/description:"),
    "reading": (mark("Reading"), ":material/menu_book:"),
    "compare": (mark("Compare"), ":material/compare:"),
    "verdicts": (mark("Verdicts and report"), ":material/gavel:"),
    "problems": (mark("Problems"), ":material/help:"),
    "settings": (mark("Settings"), ":material/settings:"),
}
"""Name of each file in ``pages``: its title and its sign."""


def pages(words: Words) -> list[st.Page]:
    """Every screen, in the order of the work."""
    return [
        st.Page(
            _PAGES / f"{name}.py",
            title=words(title),
            icon=icon,
            default=name == "overview",
            url_path=name,
        )
        for name, (title, icon) in _TITLES.items()
    ]


def go(name: str, **query: str) -> NoReturn:
    """Leave for another screen; never from a callback."""
    st.switch_page(_PAGES / f"{name}.py", query_params=query)
