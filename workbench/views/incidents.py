"""Incidents: those that are asked for, as a list, a timeline or a map; or the one that the address names."""

from __future__ import annotations

import streamlit as st

from workbench import address, gathering, navigation, state
from workbench.shown import incidents as shown
from workbench.views import incident, listing

_LEAST = ("1", "2", "3")


def show() -> None:
    """Draw the screen."""
    if address.asked("incident"):
        incident.show(address.asked("incident"))
    else:
        _all()


def _all() -> None:
    words = state.current().words
    st.title(words("Incidents"))
    st.caption(
        words(
            "Claims that speak of one event, by suggestion and by what reviewers said. What is told here is computed, never decided."
        )
    )
    least, asked = _asked()
    gists = gathering.gists(state.case(), int(least))
    found = shown.asked_for(gists, asked)
    if not found:
        st.info(
            words("No incident fits. Ask for fewer sources or other days.")
            if gists or int(least) > 1
            else words("No claims speak of an event yet: add documents and compare them.")
        )
        return
    st.text(words.many("{count} incident", "{count} incidents", len(found)))
    opened = listing.draw(shown.listing(listing.page(found), words), "incident_rows")
    if opened:
        navigation.go("incidents", incident=opened)


def _asked() -> tuple[str, shown.Asked]:
    """The fields of what is asked for: at least so many sources; words, days, order."""
    words, field = state.current().words, address.field
    least = address.one_of("sources", _LEAST, "2")
    text, since, until, several, order, parted = st.columns(
        [3, 1.5, 1.5, 1.7, 2, 2.4], vertical_alignment="bottom"
    )
    several.selectbox(words("Sources at least"), _LEAST, **field("sources", least, otherwise="2"))
    asked = shown.Asked(
        text=text.text_input(words("Search"), **field("search", address.asked("search"))),
        since=since.text_input(
            words("From"), placeholder="2018-03-01", **field("since", address.asked("since"))
        ),
        until=until.text_input(
            words("Until"), placeholder="2018-03-31", **field("until", address.asked("until"))
        ),
        parted=parted.toggle(
            words("Somebody stands alone"),
            **field("alone", address.asked("alone") == "1", otherwise=False),
        ),
        order=order.selectbox(
            words("Order"),
            list(shown.ORDERS),
            format_func=lambda one: words(shown.ORDERS[one]),
            **field("order", address.one_of("order", shown.ORDERS, "date"), otherwise="date"),
        ),
    )
    return least, asked
