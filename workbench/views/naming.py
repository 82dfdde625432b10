"""How people are called in what leaves the case: a rule of the case, chosen beside the people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from claims.services import Case, NamedBy
from workbench.plainly import plainly
from workbench.wording import Words, mark

_WAYS: Final[Mapping[NamedBy, str]] = {
    NamedBy.NAMES: mark("by their names"),
    NamedBy.INITIALS: mark("by their initials"),
    NamedBy.NEITHER: mark("by numbers, without names"),
}


def draw(case: Case, words: Words) -> None:
    """Draw the rule and the form that changes it."""
    chosen = case.report.people()
    with st.form("naming"):
        st.radio(
            words("People in reports, data and packages"),
            list(_WAYS),
            index=list(_WAYS).index(chosen),
            format_func=lambda way: words(_WAYS[way]),
            key="naming_way",
        )
        st.caption(
            words(
                "What people wrote themselves is cleared of each other's full names too. What documents say stays as it is, and so does the dump of the whole case."
            )
        )
        kept = st.form_submit_button(words("Call people so"))
    if kept:
        with plainly():
            case.report.people(st.session_state["naming_way"])
            st.rerun()
