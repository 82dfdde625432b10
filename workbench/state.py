"""What one browser tab remembers between runs: one typed object, nothing else in the session.

Everything worth keeping is in the case; this is only where the reader stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from claims.services import Case
from workbench import context, frame, regrouping, settling, wording
from workbench.job import Work
from workbench.mending import Done
from workbench.outbox import Flush, Settled

_KEY: Final = "state"


@dataclass(slots=True)
class State:
    """Where the reader stands.

    Attributes:
        words: the interface's sentences in the reader's language.
        reviewer: the name under which decisions are stored.
        screens: every screen by its name in the address; filled by `workbench.app`.
        notices: what happened to files just handed in, as shown lines.
        job: documents that are being taken in or read again, None when none are.
        pasting: whether the job at hand is the pasted text, which stays in its field until it is in.
        emptied: whether the fields of the pasted text are to be emptied when they are next drawn.
        flush: what the compare component sent last, None before it did.
        settled: what became of its outboxes so far.
        held: version of the document that the reading component has.
        done: what became of the last change to a claim, None before there was one.
        settled_pair: what became of the last ruling, None before there was one.
        grouped: what became of the last word on incidents, None before there was one.
        guided: whether the first steps are to be shown, None while the reader did not say.
        previewed: whether the reader has looked at the report.
    """

    words: wording.Words
    reviewer: str
    screens: dict[str, st.Page] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    job: Work | None = None
    pasting: bool = False
    emptied: bool = False
    flush: Flush | None = None
    settled: Settled = field(default_factory=Settled)
    done: Done | None = None
    held: str = ""
    settled_pair: settling.Done | None = None
    grouped: regrouping.Done | None = None
    guided: bool | None = None
    previewed: bool = False


def current() -> State:
    """The state of this tab, made from its cookies when it is first asked for."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = begin(st.context.cookies, st.context.headers, context.case().actor)
    state: State = st.session_state[_KEY]
    return state


def case() -> Case:
    """The open case in the hands of the person at this browser: their role counts, and the record names them.

    Raises:
        StoreError: when it cannot be opened.
    """
    return context.case().acting_as(current().reviewer)


def begin(cookies: Mapping[str, str], headers: Mapping[str, str], actor: str) -> State:
    """A new tab's state.

    Args:
        cookies: language and reviewer's name are read from them.
        headers: ``Accept-Language`` counts where no cookie names the language.
        actor: the reviewer where no cookie names one.
    """
    language = frame.preferred(
        cookies.get(frame.LANGUAGE_COOKIE, ""), headers.get("Accept-Language", "")
    )
    name = frame.reviewer(cookies.get(frame.REVIEWER_COOKIE, ""), actor)
    return State(wording.of(language), name)
