"""What is long to work out and the same for everybody, kept for as long as the case stays as it is.

The state of a case is named by what whoever asks may see of it (`Audit.state`), which checks their role too; what is kept here
must not depend on who that is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar, cast

import streamlit as st

from claims.services import Case

T = TypeVar("T")

_KEPT: Final = 32


def of(case: Case, what: str, make: Callable[[], T], *, as_of: str = "") -> T:
    """What ``make`` gives for the case as it is now, made once for all tabs.

    Args:
        case: the case.
        what: names the thing among all that are kept.
        make: works it out.
        as_of: the state of the case before anything was asked that ``what`` or ``make`` hold; "" for the one it has now.
    """
    return cast("T", _made(case.path, as_of or case.audit.state(), what, make))


def last(case: Case, what: str, empty: Callable[[], T]) -> T:
    """What was worked out for any state of the case, to be taken up where it still holds: begins as ``empty``."""
    return cast("T", _last(case.path, what, empty))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _last(path: str, what: str, _empty: Callable[[], object]) -> object:  # noqa: ARG001
    return _empty()


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _made(
    path: str,  # noqa: ARG001
    state: str,  # noqa: ARG001
    what: str,  # noqa: ARG001
    _make: Callable[[], object],
) -> object:
    """All arguments but the function, which has no identity of its own, are the key."""
    return _make()
