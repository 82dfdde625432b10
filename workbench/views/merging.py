"""Taking another case of this server into the one at hand."""

from __future__ import annotations

import streamlit as st

from workbench import context, intake, state
from workbench.wording import Words, isolate


def draw(others: list[str], words: Words) -> None:
    """Draw the choice of the other case, of these, and the button."""
    with st.expander(words("Take another case into this one"), icon=":material/merge:"):
        st.caption(
            words(
                "What the other holds and this one lacks is taken in: documents, pairs, decisions. Nothing is overwritten, and the other stays as it is."
            )
        )
        with st.form("merge", border=False):
            name = st.selectbox(words("The other case"), others, format_func=isolate)
            others_too = st.checkbox(words("Take in what it holds in the name of others too"))
            busy = state.current().job is not None
            if st.form_submit_button(
                words("Take in what it has more"), type="primary", disabled=busy
            ):
                merge, case = context.shelf().merge, state.case()
                intake.take_in(case, lambda: merge(name, case, knowingly=others_too))
