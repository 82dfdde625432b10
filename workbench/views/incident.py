"""One incident: who says what, counts, claims, pairs; merge and split; see ``components/incident``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st
from pydantic import ValidationError

from claims.model import Claim
from workbench import address, components, gathering, navigation, regrouping, state
from workbench.plainly import plainly
from workbench.shown import incident as shown
from workbench.shown import incidents
from workbench.shown import regrouping as grouped
from workbench.shown.voices import Called
from workbench.views import remarks

_AT_ONCE: Final = 500  # pairs of one incident that are shown


@st.fragment
@plainly()
def show(wanted: str) -> None:
    """Draw the incident of that id, or say that there is none."""
    words, case, me = state.current().words, state.case(), state.current().reviewer
    gists = gathering.gists(case, 1, stay=state.current().grouped is not None)
    found = next((one for one in gists if wanted in one.incident.claims), None)
    if found is None:
        _gone()
        return
    incident, claims = found.incident, case.claims.several(found.incident.claims)
    items = case.pairs.of_claims(incident.claims, both=True, limit=_AT_ONCE, reviewer=me)
    called = Called(gathering.voices(case), words)
    st.title(incidents.name(found, words), anchor=False)
    st.caption(shown.facts(incident, words))
    result = components.renderer("incident")(
        key=f"incident-{wanted}",
        data={
            **shown.picture(case.incidents.get(incident.id), claims, items, called, words),
            "others": grouped.others(found, gists, words),
            "history": grouped.history(case.incidents.history(incident.id), words),
            "answer": grouped.answer(state.current().grouped, words),
        },
        on_opened_change=lambda: None,
        on_ask_change=lambda: _asked(wanted),
    )
    remarks.on_incident(incident.id)
    if result.opened:
        _open(result.opened["screen"], result.opened["name"], claims)


def _asked(wanted: str) -> None:
    """Do what was asked for; a callback."""
    try:
        ask = regrouping.Ask.model_validate(st.session_state[f"incident-{wanted}"].ask)
    except ValidationError:
        return
    state.current().grouped = regrouping.perform(ask, state.case())


def _open(screen: str, name: str, claims: Mapping[str, Claim]) -> None:
    if screen == "reading" and name in claims:
        navigation.go("reading", document=claims[name].document, claim=name)
    if screen == "compare":
        navigation.go("compare", pair=name)
    navigation.go("incidents", **address.rest("incident"))


def _gone() -> None:
    words = state.current().words
    st.title(words("Incidents"), anchor=False)
    st.warning(
        words(
            "There is no such incident now: its claims were joined or parted since. Nothing is lost."
        )
    )
    if st.button(words("All incidents"), type="primary"):
        navigation.go("incidents")
