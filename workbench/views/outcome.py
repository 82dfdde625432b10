"""One outcome: what is proposed, how it came to that, what would change it, and the form that concludes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claims.model import Outcome, Scale, Term, Vocabulary
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
    with st.form("conclusion"):
        _terms(words("What holds"), "term", found, vocabulary.terms, words)
        if found.proposal.parted:
            ways = case.verdicts.vocabulary(Scale.RESOLUTION).terms
            _terms(words("How the disagreement was resolved"), "resolution", found, ways, words)
        st.text_area(words("Reason"), key=concluding.key("reason", found))
        st.caption(words("Whoever says something else than what is proposed says why."))
        st.form_submit_button(
            words("Conclude"), type="primary", on_click=concluding.conclude, args=(found,)
        )
    concluding.tell()
    mine = case.verdicts.newest()
    if mine is not None:
        st.button(words("Take back my newest conclusion"), on_click=concluding.undo)
        if (mine.matter, mine.of) != (found.proposal.matter, _line(found)):
            st.caption(shown.elsewhere(mine, words))


def _terms(label: str, name: str, found: Outcome, terms: Sequence[Term], words: Words) -> None:
    """The words that one chooses from, each with what it means."""
    ids = [one.id for one in terms]
    st.radio(
        label,
        ids,
        index=shown.begins_at(found, ids) if name == "term" else None,
        format_func=lambda one: terms[ids.index(one)].name.within(words.language),
        captions=[one.definition.within(words.language) for one in terms],
        key=concluding.key(name, found),
    )
