"""How many documents have no day of publication, why that matters, and the way to where it is said."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from workbench import navigation, remembered
from workbench.wording import Words

ASKED: Final = {"state": "undated", "edit": "1"}
"""What stands in the address of the documents screen when days are asked for."""


def draw(case: Case, words: Words) -> None:
    """Draw the notice and the button; nothing where every document has a date."""
    count = remembered.of(case, "undated", case.documents.undated)
    if not count:
        return
    told = words.many(
        "{count} document has no day of publication",
        "{count} documents have no day of publication",
        count,
    )
    why = words(
        "Without it “today”, “on Friday” and days without a year have no date, and accounts of one event may stay apart."
    )
    label = words("Say when they were published")
    with st.container(border=True):
        line, button = st.columns([4, 1.6], vertical_alignment="center")
        line.markdown(f"**{told}.** {why}")
        if button.button(label, icon=":material/event:", key="say_days"):
            navigation.go("documents", **ASKED)


def own_day(case: Case, document: str, words: Words) -> None:
    """What a document without a date says of it itself; nothing is taken from that."""
    hints = case.documents.day_hints([document]).get(document, ())
    if hints:
        st.caption(words("What the text itself says of its day"))
        for one in hints:
            st.text(one.why.within(words.language))
