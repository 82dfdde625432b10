"""Names and words: parties and places of the case, its checks, and what the words of the workbench mean."""

from __future__ import annotations

import streamlit as st

from claims.services import Case
from workbench import address, intake, rewording, state
from workbench.shown import wordlist as shown
from workbench.views import entries, listing
from workbench.wording import Words


def show() -> None:
    """Draw the screen."""
    current = state.current()
    words, case = current.words, state.case()
    st.title(words("Names and words"), anchor=False)
    intake.refill()
    intake.progress()
    intake.told()
    parties, places, checks, glossary = address.tabs(
        "tab",
        {
            "parties": words("Parties"),
            "places": words("Places"),
            "checks": words("Checks"),
            "glossary": words("Glossary"),
        },
    )
    own = case.wordlist.get()
    with parties:
        entries.parties(case, own.parties, words)
    with places:
        entries.places(case, own.places, words)
    with checks:
        _checks(case, words)
    if address.asked("tab") == "glossary":
        with glossary:
            _glossary(words)


def _glossary(words: Words) -> None:
    """What words mean, drawn when it is looked at: nothing is written here that could be lost."""
    for title, table in shown.glossary(words).items():
        st.header(title, anchor=False)
        listing.draw(table, f"glossary-{title}")


def _checks(case: Case, words: Words) -> None:
    found = case.wordlist.checks()
    listing.draw(shown.checks(found, words), "checks")
    by_id = {one.id: one for one in found}
    with st.form("checks"):
        st.multiselect(
            words("Checks that the case uses"),
            list(by_id),
            default=[one.id for one in found if one.on],
            format_func=lambda one: by_id[one].name.within(words.language),
            key="checks_used",
        )
        st.form_submit_button(
            words("Use these checks"),
            on_click=rewording.use_checks,
            disabled=state.current().job is not None,
        )
