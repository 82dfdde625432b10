"""Going from one screen to another. The address of a screen with its query opens the same view again."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from workbench import shelved, state


def go(name: str, **query: str) -> NoReturn:
    """Leave for another screen; never from a callback.

    Args:
        name: of the screen, as in its address.
        **query: what it is to show, kept in the address.
    """
    st.switch_page(state.current().screens[name], query_params=in_case(**query))


def in_case(**query: str) -> dict[str, str]:
    """What stands in the address of a screen of the case at hand."""
    case = state.current().case
    return {shelved.CASE: case, **query} if case else query
