"""What one browser tab remembers between runs, in one typed object.

Everything worth keeping is in the case; this is only where the reader stands, and in which case. Beside it the session holds
what the widgets of the screens hold, and the plan of a filled-in table (`workbench.filling`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import streamlit as st

from claims.services import Case
from workbench import context, frame, guided, regrouping, settling, shelved, wording
from workbench.delivered import Delivered
from workbench.held import Held
from workbench.job import Dating, Work
from workbench.mending import Done
from workbench.outbox import Flush, Settled

_KEY: Final = "state"


@dataclass(slots=True)
class State:
    """Where the reader stands.

    Attributes:
        words: the interface's sentences in the reader's language.
        reviewer: the name under which decisions are stored.
        case: the name of the case that this tab is about, "" for the one the server was started with; it never changes.
        opened: the name of a case that was just made, to which this tab goes on; "" when none was.
        screens: every screen by its name in the address; filled by `workbench.app`.
        screen: the name of the screen in the address, "" for the first one.
        notices: what happened to files just handed in, as shown lines.
        wrong: those of them that say what went wrong.
        job: documents that are being taken in or read again, None when none are.
        when_in: what fields hold once the job at hand is in.
        when_refused: what they hold once it was refused.
        refilled: what they are to hold when they are next drawn.
        flush: what the compare component sent last, None before it did.
        settled: what became of its outboxes so far.
        held: version of the document that the reading component has.
        pointed: how often the reader asked for the words of a passage.
        done: what became of the last change to a claim, None before there was one.
        settled_pair: what became of the last ruling, None before there was one.
        dated: the last work that said of many documents when they were published, None before there was one.
        grouped: what became of the last word on incidents, None before there was one.
        guide: what the reader said of the first steps.
        delivered: the file that was made last and can be taken along, None before there was one.
        looked_at: the page of the report that is looked at, None before there was one.
    """

    words: wording.Words
    reviewer: str
    case: str = ""
    opened: str = ""
    screens: dict[str, st.Page] = field(default_factory=dict)
    screen: str = ""
    notices: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    job: Work | None = None
    when_in: dict[str, str] = field(default_factory=dict)
    when_refused: dict[str, str] = field(default_factory=dict)
    refilled: dict[str, str] = field(default_factory=dict)
    flush: Flush | None = None
    settled: Settled = field(default_factory=Settled)
    done: Done | None = None
    held: str = ""
    pointed: int = 0
    settled_pair: settling.Done | None = None
    dated: Dating | None = None
    grouped: regrouping.Done | None = None
    guide: guided.Guide = field(default_factory=guided.Guide)
    delivered: Delivered | None = None
    looked_at: Held | None = None


def current() -> State:
    """The state of this tab, made from its cookies when it is first asked for."""
    if _KEY not in st.session_state:
        cookies, shelf = st.context.cookies, context.shelf()
        name = shelved.chosen(st.query_params.get(shelved.CASE, ""), cookies, shelf)
        st.session_state[_KEY] = begin(cookies, st.context.headers, shelf.settings.actor, name)
    state: State = st.session_state[_KEY]
    return state


def arrive(screen: str) -> None:
    """The reader is on a screen: what another one told is not told there."""
    here = current()
    if here.screen != screen:
        here.screen, here.notices, here.wrong = screen, (), ()


def guide(*, shown: bool) -> None:
    """Show or hide the first steps from now on."""
    current().guide = replace(current().guide, shown=shown)


def looked() -> None:
    """The reader looks at the report."""
    current().guide = replace(current().guide, previewed=True)


def leave() -> None:
    """Forget all that this tab remembers: it is about another case from now on."""
    st.session_state.clear()


def title(screen: str) -> str:
    """What the browser calls a tab: the screen and, for all cases but the first, the case."""
    words, name = current().words, current().case
    others = () if name in {"", context.shelf().home} else (name,)
    return " · ".join((screen, *others, words("Claim workbench")))


def case() -> Case:
    """The case of this tab in the hands of the person at this browser: their role counts, and the record names them.

    Raises:
        NotFound: there is none of that name.
        StoreError: when it cannot be opened.
    """
    return context.case(current().case).acting_as(current().reviewer)


def begin(
    cookies: Mapping[str, str], headers: Mapping[str, str], actor: str, case: str = ""
) -> State:
    """A new tab's state.

    Args:
        cookies: language and reviewer's name are read from them.
        headers: ``Accept-Language`` counts where no cookie names the language.
        actor: the reviewer where no cookie names one.
        case: the name of the case that it is about.
    """
    language = frame.preferred(
        cookies.get(frame.LANGUAGE_COOKIE, ""), headers.get("Accept-Language", "")
    )
    name = frame.reviewer(cookies.get(frame.REVIEWER_COOKIE, ""), actor)
    return State(wording.of(language), name, case, guide=guided.read(cookies, name, case))
