"""Which case a tab is about: its name stands in the address, and the last ones opened in a cookie of the browser.

A page belongs to one case for as long as it is open: another case is another page, loaded anew, so that nothing that
was begun in one (a decision on its way, a text in a field, a file half taken in) can end in the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote, urlencode

import streamlit as st

from claims.services import Shelf

CASE: Final = "case"
"""Its name in the address."""
COOKIE: Final = "claims_cases"
MOST: Final = 8
"""Cases that a browser remembers as last opened."""


def recent(cookies: Mapping[str, str]) -> tuple[str, ...]:
    """The cases last opened in this browser, the newest first."""
    names = unquote(cookies.get(COOKIE, "")).split("\n")
    return tuple(filter(None, names))[:MOST]


def chosen(asked: str, cookies: Mapping[str, str], shelf: Shelf) -> str:
    """The case to open: the one of the address, whether it is there or not, else the last one, else the first of all."""
    if asked:
        return asked
    last = next(iter(recent(cookies)), "")
    return last if last and shelf.holds(last) else shelf.home


def address(name: str, screen: str = "") -> str:
    """Where a screen of a case is found on this server; "" for the first screen."""
    return f"/{screen}?{urlencode({CASE: name})}"


def elsewhere(name: str) -> bool:
    """Whether the address names another case than that of the page: it was edited, or led back to."""
    return bool(name) and st.query_params.get(CASE, name) != name


def stay(name: str) -> None:
    """Keep the name of the case in the address, from which a change of screens takes it away."""
    if name and st.query_params.get(CASE) != name:
        st.query_params[CASE] = name
