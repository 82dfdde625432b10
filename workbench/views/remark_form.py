"""Where something is remarked: of which kind, and its fields.

No form of Streamlit's: that would hold back what is typed until it is sent, and empty it though it was refused.
"""

from __future__ import annotations

import streamlit as st

from claims.model import RemarkKind, Thing, Topic
from workbench.shown import remarks as shown
from workbench.views import remark_fields as fields
from workbench.wording import Words


def draw(about: Topic, words: Words) -> None:
    """Draw it for a thing."""
    offered = [k for k in shown.KINDS if k is not RemarkKind.MARK or about.thing is Thing.CLAIM]
    kind = st.radio(
        words("What to write"),
        offered,
        format_func=lambda one: words(shown.KINDS[one]),
        horizontal=True,
        key=f"remark_kind_{about.thing.value}",
    )
    with st.container(border=True):
        fields.draw(about, kind, words)
        st.button(words("Keep it"), key="remark_keep", on_click=fields.keep, args=(about, kind))
