"""One incident: who says what, from how many to how many, with its claims and pairs; see ``components/incident``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from claims.model import Claim
from workbench import components, gathering, navigation, state
from workbench.plainly import plainly
from workbench.shown import incident as shown
from workbench.shown import incidents

_AT_ONCE: Final = 500
"""Pairs of one incident that are shown."""


@st.fragment
@plainly()
def show(wanted: str) -> None:
    """Draw the incident of that id, or say that there is none."""
    words, case = state.current().words, state.case()
    found = next((one for one in gathering.gists(case, 1) if wanted in one.incident.claims), None)
    if found is None:
        _gone()
        return
    incident = found.incident
    claims = case.claims.several(incident.claims)
    items = case.pairs.of_claims(
        incident.claims, both=True, limit=_AT_ONCE, reviewer=state.current().reviewer
    )
    lineages = case.incidents.lineages(incident)
    st.title(incidents.name(found, words), anchor=False)
    st.caption(shown.facts(incident, words))
    result = components.renderer("incident")(
        key=f"incident-{wanted}",
        data=shown.picture(incident, claims, items, lineages, words),
        on_opened_change=lambda: None,
    )
    if result.opened:
        _open(result.opened["screen"], result.opened["name"], claims)


def _open(screen: str, name: str, claims: Mapping[str, Claim]) -> None:
    """Leave for a claim, a pair or the list."""
    if screen == "reading" and name in claims:
        navigation.go("reading", document=claims[name].document, claim=name)
    elif screen == "compare":
        navigation.go("compare", pair=name)
    else:
        navigation.go("incidents")


def _gone() -> None:
    words = state.current().words
    st.title(words("Incidents"))
    st.warning(
        words(
            "There is no such incident now: its claims were joined or parted since. Nothing is lost."
        )
    )
    if st.button(words("All incidents"), type="primary"):
        navigation.go("incidents")
