"""Incidents: those that are asked for, as a list, a timeline or a map; or the one that the address names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from workbench import address, gathering, navigation, state
from workbench.shown import incidents as shown
from workbench.shown.incidents import Gist
from workbench.views import asking, beginning, incident, listing, planes


def show() -> None:
    """Draw the screen."""
    if address.asked("incident"):
        incident.show(address.asked("incident"))
    else:
        _all()


def _all() -> None:
    words = state.current().words
    if beginning.instead(state.case(), words("Incidents")):
        return
    st.title(words("Incidents"), anchor=False)
    least, asked = asking.of_incidents()
    gists = gathering.gists(state.case(), least)
    found = shown.asked_for(gists, asked)
    view = asking.choice("view", words("View"), shown.VIEWS)
    if not found:
        st.info(
            words("No incident fits. Ask for fewer sources or other days.")
            if gists or least > 1
            else words("No claims speak of an event yet: add documents and compare them.")
        )
        return
    _place(asked.place, found)
    planes.draw(view, found)
    st.text(words.many("{count} incident", "{count} incidents", len(found)))
    opened = listing.draw(shown.listing(listing.page(found), words), "incident_rows")
    if opened:
        navigation.go("incidents", **address.rest("incident"), incident=opened)


def _place(place: str, found: Sequence[Gist]) -> None:
    """Which place was chosen on the map, and the way back to all."""
    words = state.current().words
    if place and st.button(
        words("Only {place}: show all places", place=shown.place_name(found, place, words))
    ):
        navigation.go("incidents", view="map")
