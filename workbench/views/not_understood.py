"""Below a text that is read: what was not understood in it, each passage a way to its words."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.model import Extraction
from workbench import state
from workbench.shown import outcomes
from workbench.views import listing
from workbench.wording import Words

_KEY: Final = "not_understood"


def draw(extraction: Extraction, words: Words) -> None:
    """Draw them, folded up; nothing where all was understood."""
    if extraction.problems:
        said = words("What was not understood here")
        with st.expander(f"{said} ({len(extraction.problems)})", icon=":material/help:"):
            listing.draw(outcomes.within(extraction, words), _KEY, _opened)


def _opened() -> None:
    """Lead to the words; a callback."""
    asked = st.session_state[_KEY].opened
    if asked:
        st.query_params["words"] = asked
        state.current().pointed += 1
