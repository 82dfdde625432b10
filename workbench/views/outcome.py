"""One outcome: what is proposed, how it came to that, what would change it, and the form that concludes."""

from __future__ import annotations

import streamlit as st

from claims.model import Outcome, Scale, Vocabulary
from claims.services import Case
from workbench import concluding, state
from workbench.shown import conclusions as shown
from workbench.views import grounds, listing, remarks
from workbench.wording import Words


def show(case: Case, found: Outcome, named: tuple[str, str], scale: Scale) -> None:
    """Draw the outcome of an incident or a claim."""
    words = state.current().words
    vocabulary = case.verdicts.vocabulary(scale)
    st.header(named[0], anchor=False)
    st.text(named[1])
    st.text(shown.proposal(found, words))
    if standing := shown.standing(found, words):
        st.info(standing, icon=":material/gavel:")
    for change in found.stale:
        st.warning(change.within(words.language))
    concluding.tell()
    reasons, form = st.columns([3, 2], gap="large")
    with reasons:
        st.subheader(words("How it came to this"), anchor=False)
        listing.draw(shown.trace(found, words), "trace")
        if found.proposal.changes:
            st.subheader(words("What would change it"), anchor=False)
            listing.draw(shown.changes(found, vocabulary, words), "changes")
    with form:
        _form(case, found, vocabulary, words)
    grounds.draw(case, found, words)
    said = case.verdicts.history(found.proposal.matter, _line(found))
    if said:
        st.subheader(words("Conclusions"), anchor=False)
        listing.draw(shown.history(said, words), "conclusions")
        remarks.on_conclusion(found.proposal.matter, _line(found))


def _line(found: Outcome) -> str:
    return found.conclusion.of if found.conclusion else found.proposal.id


def _form(case: Case, found: Outcome, vocabulary: Vocabulary, words: Words) -> None:
    ids = [one.id for one in vocabulary.terms]
    with st.form("conclusion"):
        st.selectbox(
            words("What holds"),
            ids,
            index=shown.begins_at(found, ids),
            placeholder=words("Choose"),
            format_func=lambda one: shown.term(vocabulary.terms[ids.index(one)], words),
            key=concluding.key("term", found),
        )
        if found.proposal.parted:
            ways = {one.id: one for one in case.verdicts.vocabulary(Scale.RESOLUTION).terms}
            st.selectbox(
                words("How the disagreement was resolved"),
                list(ways),
                index=None,
                placeholder=words("Choose"),
                format_func=lambda one: shown.term(ways[one], words),
                key=concluding.key("resolution", found),
            )
        st.text_area(words("Reason"), key=concluding.key("reason", found))
        st.caption(words("Whoever says something else than what is proposed says why."))
        st.form_submit_button(
            words("Conclude"), type="primary", on_click=concluding.conclude, args=(found,)
        )
    st.button(words("Take back my newest conclusion"), on_click=concluding.undo)
