"""The timeline and the map of incidents; the list beside them says the same in a table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from workbench import components, navigation, state
from workbench.shown import map as on_map
from workbench.shown import timeline
from workbench.shown.drawing import Drawing
from workbench.shown.incidents import Gist


def draw(view: str, found: Sequence[Gist]) -> None:
    """Draw the view: nothing for the list, which stands beside every view."""
    if view == "timeline":
        _timeline(found)
    elif view == "map":
        _map(found)


def _timeline(found: Sequence[Gist]) -> None:
    words = state.current().words
    drawing = timeline.timeline(found, words)
    if drawing is None:
        st.info(words("None of these incidents has a day."))
        return
    opened = _drawn(drawing, "timeline")
    _left(timeline.left_out(found, words))
    if opened:
        navigation.go("incidents", incident=opened)


def _map(found: Sequence[Gist]) -> None:
    words = state.current().words
    spots = on_map.spots(found)
    drawing = on_map.chart(spots, words)
    if drawing is None:
        st.info(words("None of these incidents names a place whose coordinates are known."))
        return
    opened = _drawn(drawing, "map")
    st.caption(
        words("Coasts and borders are those of Natural Earth, without a position on any of them.")
    )
    _left(on_map.left_out(found, spots, words))
    if opened:
        navigation.go("incidents", view="map", place=opened)


def _left(lines: Sequence[str]) -> None:
    for line in lines:
        st.caption(line)


def _drawn(drawing: Drawing, key: str) -> str:
    result = components.renderer("drawing")(
        key=key, data=dict(drawing), on_opened_change=lambda: None
    )
    return str(result.opened or "")
