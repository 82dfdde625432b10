"""The first steps on the overview: each leads to its screen and is checked off by what the case holds."""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.services import Case
from workbench import navigation, remembered, state
from workbench.shown import first_steps as shown
from workbench.wording import Words

_KEY: Final = "first_steps"
_COLUMNS: Final = 2


def draw(case: Case, documents: int, decided: int, words: Words) -> None:
    """Draw the switch that shows and hides the steps, and the steps while they are shown."""
    current = state.current()
    done = remembered.of(case, f"done {case.actor}", case.audit.done)
    steps = shown.steps(documents, done, previewed=current.guide.previewed, words=words)
    st.session_state[_KEY] = (
        shown.helpful(steps, decided) if current.guide.shown is None else current.guide.shown
    )
    if not st.toggle(words("First steps"), key=_KEY, on_change=_turned):
        return
    each = -(-len(steps) // _COLUMNS)
    with st.container(border=True):
        for place, column in enumerate(st.columns(_COLUMNS, gap="large")):
            with column:
                for number in range(place * each, min(len(steps), (place + 1) * each)):
                    _link(case, number + 1, steps[number], words)


def _turned() -> None:
    state.guide(shown=st.session_state[_KEY])


def _link(case: Case, number: int, step: shown.Step, words: Words) -> None:
    """A step with its sign, leading to where it is done; reading opens the first document."""
    values = {"number": number, "step": step.text}
    todo, done = words("{number}: {step}", **values), words("{number}: {step} (done)", **values)
    heads = case.documents.list(limit=1).items if step.screen == "reading" else ()
    st.page_link(
        state.current().screens[step.screen],
        label=done if step.done else todo,
        icon=":material/check_circle:" if step.done else ":material/radio_button_unchecked:",
        query_params=navigation.in_case(**({"document": heads[0].id} if heads else {})),
    )
