"""Long gathering beside the screen: the page is there at once, says what it waits for, and draws itself when that is there.

A screen that shows the whole case at a glance (incidents, matrix, outcomes) works it out once for each state of the case; with
ten thousand documents that takes many seconds. It goes on while the reader looks at another screen. What was gathered is handed out at once from
then on: to wait for a thread that only looks it up costs a busy server more than all else of the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from threading import Lock
from typing import Final, TypeVar, cast

import streamlit as st
from babel.numbers import format_percent

from claims.services import Case
from workbench import state, sweeps
from workbench.plainly import plainly

T = TypeVar("T")
_Key = tuple[str, str, str, str]

PATIENCE: Final = 0.3
"""Seconds that a screen waits before it says that it waits; small cases are gathered within."""
_SECONDS: Final = 0.5
"""How often a screen that waits looks again."""
_MOST: Final = 32
"""Things that are gathered, or are kept because somebody may ask for them again."""

_workers = ThreadPoolExecutor(2, thread_name_prefix="gathering")
_begun: dict[_Key, Future[object]] = {}
_turn = Lock()


def gathered(case: Case, what: str, make: Callable[[], T], said: str, *, stay: bool = False) -> T:
    """What ``make`` gives; the rest of the screen is not drawn while that takes long.

    Args:
        case: in the hands of whoever asks; the role is checked before anything else.
        what: names the thing among all that are gathered.
        make: works it out in a thread of its own, so it draws nothing; what it gives follows from the state of the case.
        said: what the reader is told meanwhile.
        stay: leave what stands on the screen there and wait, because the reader just did something to it.
    """
    key = (case.path, case.actor, what, case.audit.state())
    future = _of(key, make)
    try:
        with st.spinner(said) if stay else nullcontext():
            found = future.result(timeout=None if stay else PATIENCE)
    except TimeoutError:
        _wait(future, said, case)
        st.stop()
    finally:
        if future.done() and future.exception() is not None:
            _forget(key)
    return cast("T", found)


def _of(key: _Key, make: Callable[[], object]) -> Future[object]:
    with _turn:
        if key not in _begun:
            done = [each for each, future in _begun.items() if future.done()]
            for old in done[: max(0, len(_begun) - _MOST)]:
                del _begun[old]
            _begun[key] = _workers.submit(_made, make)
        return _begun[key]


def _made(make: Callable[[], object]) -> object:
    with sweeps.put_off():
        return make()


def _forget(key: _Key) -> None:
    with _turn:
        _begun.pop(key, None)


def _wait(future: Future[object], said: str, case: Case) -> None:
    @st.fragment(run_every=_SECONDS)
    @plainly()
    def look() -> None:
        if future.done():
            st.rerun()
        with st.container(key="gathering"):
            st.info(said, icon=":material/hourglass_empty:")
            share, words = case.incidents.progress(), state.current().words
            told = format_percent(share, locale=words.language)
            st.progress(share, text=words("About {share} of the case was gone over", share=told))
            st.caption(
                words(
                    "With many documents this takes a while, and again when the case has changed. Other screens can be used meanwhile."
                )
            )

    look()
