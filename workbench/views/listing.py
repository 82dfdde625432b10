"""Drawing a plain table, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import streamlit as st

from workbench import address, components
from workbench.shown.tables import Table

T = TypeVar("T")

PAGE: Final = 50
"""Rows on a page."""


def page(items: Sequence[T], said: str = "") -> Sequence[T]:
    """The page of ``items`` that the address names; buttons appear when there is more than one, after what is ``said``."""
    number = pages(len(items), said)
    return items[(number - 1) * PAGE : number * PAGE]


def pages(total: int, said: str = "") -> int:
    """The number of the page that the address names, of a list of so many rows; buttons for the others, after what is ``said``."""
    count = max(1, -(-total // PAGE))
    number = min(max(1, address.number(address.PAGE)), count)
    if count > 1:
        _buttons(count, number, address.PAGE, said)
    return number


def across(items: Sequence[T], size: int, said: str) -> Sequence[T]:
    """The columns that the address names, so many at a time; buttons appear when there are more, after what is ``said``."""
    pages = -(-len(items) // size)
    if pages < 2:  # noqa: PLR2004
        return items
    number = min(max(1, address.number("across")), pages)
    _buttons(pages, number, "across", said)
    return items[(number - 1) * size : number * size]


def _buttons(count: int, number: int, name: str, said: str) -> None:
    kept = address.field(name, number, otherwise=1)
    if not said:
        st.pagination(count, **kept)
        return
    told, buttons = st.columns([1, 8], vertical_alignment="center")
    told.text(said)
    with buttons:
        st.pagination(count, **kept)


def draw(table: Table, key: str, opening: Callable[[], None] = lambda: None) -> str:
    """Draw the table.

    Args:
        table: what to show.
        key: unique among the elements of the screen.
        opening: told when a row is opened, before anything is drawn; the session has its id under ``key`` as ``opened``.

    Returns:
        The id of the row that was just opened, "" when none was.
    """
    result = components.renderer("listing")(key=key, data=dict(table), on_opened_change=opening)
    return str(result.opened or "")
