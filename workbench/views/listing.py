"""Drawing a plain table, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

import streamlit as st

from workbench import components
from workbench.shown.tables import Table

T = TypeVar("T")

_PAGE: Final = 50


def page(items: Sequence[T], key: str) -> Sequence[T]:
    """The page of ``items`` that the reader chose; buttons appear when there is more than one.

    Args:
        items: all of them.
        key: names the list; another list begins at its first page.
    """
    pages = -(-len(items) // _PAGE)
    if pages < 2:  # noqa: PLR2004 - one page needs no buttons
        return items
    number = st.pagination(pages, key=f"page-{key}")
    return items[(number - 1) * _PAGE : number * _PAGE]


def draw(table: Table, key: str) -> str:
    """Draw the table.

    Args:
        table: what to show.
        key: unique among the elements of the screen.

    Returns:
        The id of the row that was just opened, "" when none was.
    """
    result = components.renderer("listing")(
        key=key, data=dict(table), on_opened_change=lambda: None
    )
    return str(result.opened or "")
