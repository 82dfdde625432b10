"""The parties and places of the case: a table of each, and a form that adds, changes or takes out one."""

from __future__ import annotations

import streamlit as st

from claims.model import CaseParty, CasePlace, Lineage
from claims.services import Case
from workbench import rewording
from workbench.shown import wordlist as shown
from workbench.views import listing
from workbench.wording import Words


def parties(case: Case, own: tuple[CaseParty, ...], words: Words) -> None:
    """Draw the parties."""
    kinds = {one.id: one.name.within(words.language) for one in case.wordlist.kinds()}
    if own:
        chosen = listing.draw(shown.parties(own, kinds, words), "parties")
        rewording.take(next((one for one in own if one.id == chosen), None))
    else:
        st.info(
            words(
                "The case adds no party yet. Name a group that no lexicon knows, or a new name for one."
            )
        )
    with st.form("party"):
        first, second = st.columns(2)
        first.text_input(words("Name"), key="party_name")
        second.text_input(
            words("Id, or nothing"),
            key="party_id",
            help=words(
                "Leave it empty: a name that the lexicon knows adds the others to that party, any other makes a new one."
            ),
        )
        first.selectbox(
            words("Kind of party"), list(kinds), format_func=kinds.__getitem__, key="party_kind"
        )
        second.selectbox(
            words("Kind of source"),
            list(Lineage),
            index=list(Lineage).index(Lineage.UNKNOWN),
            format_func=lambda one: shown.lineage(one, words),
            key="party_lineage",
        )
        st.text_area(words("Other names, one on each line, in any language"), key="party_aliases")
        rewording.buttons("party", rewording.put_party, words)


def places(case: Case, own: tuple[CasePlace, ...], words: Words) -> None:
    """Draw the places."""
    if own:
        chosen = listing.draw(shown.places(own, case.wordlist.whereabouts(), words), "places")
        rewording.take(next((one for one in own if one.id == chosen), None))
    else:
        st.info(
            words(
                "The case adds no place yet. Name a village, a street or a site that no map knows, or a new name for a place that one knows."
            )
        )
    with st.form("place"):
        first, second = st.columns(2)
        first.text_input(words("Name"), key="place_name")
        second.text_input(
            words("Id, or nothing"),
            key="place_id",
            help=words(
                "Leave it empty: a name that the map knows adds the others to that place, any other makes a new one."
            ),
        )
        first.text_input(words("Lies in (name or id)"), key="place_within")
        second.text_input(
            words("Latitude, longitude"), key="place_point", placeholder="35.95, 39.01"
        )
        st.text_area(words("Other names, one on each line, in any language"), key="place_aliases")
        rewording.buttons("place", rewording.put_place, words)
