"""What is asked for on a screen stands in its address, so that a link opens the same view.

The address is the truth: a field shows what stands there, and a change of the field is written there before anything is
drawn. What is left at its default is left out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from workbench import shelved

PAIR: Final = "pair"
"""The pair that stands on the screen; another question begins with the first one that it asks for."""
PAGE: Final = "page"
"""Where in a list the reader stands; another question begins at the first page again."""


def asked(name: str) -> str:
    """What stands under ``name`` in the address, "" when nothing does."""
    return st.query_params.get(name, "")


def one_of(name: str, allowed: Iterable[str], otherwise: str = "") -> str:
    """What stands there if it is among ``allowed``, else ``otherwise``."""
    found = asked(name)
    return found if found in set(allowed) else otherwise


def number(name: str, otherwise: int = 1) -> int:
    """The number that stands there, else ``otherwise``."""
    found = asked(name)
    return int(found) if found.isascii() and found.isdigit() and len(found) < 10 else otherwise  # noqa: PLR2004


def rest(*names: str) -> dict[str, str]:
    """All else that stands in the address of this screen: what leads back to the view in which one of its things was opened.

    Args:
        *names: under which that thing stands there.
    """
    gone = {shelved.CASE, *names}
    return {name: value for name, value in st.query_params.items() if name not in gone}


def field(name: str, value: object, *, otherwise: object = "") -> dict[str, Any]:
    """Key and callback of a field whose value stands in the address.

    Args:
        name: in the address.
        value: what stands there now, as the field takes it.
        otherwise: the value that is left out of the address.
    """
    key = f"address-{name}"
    st.session_state[key] = value
    return {"key": key, "on_change": _changed, "args": (name, otherwise)}


def tabs(name: str, labels: Mapping[str, str]) -> Sequence[DeltaGenerator]:
    """Tabs of which the one that was opened stands in the address; all are filled, so that nothing written in one is lost.

    Args:
        name: in the address.
        labels: what the tabs are called by their names in the address, the first one open unless the address says otherwise.
    """
    key = f"address-{name}"
    st.session_state[key] = labels[one_of(name, labels, next(iter(labels)))]
    named = {label: each for each, label in labels.items()}
    return st.tabs(list(named), key=key, on_change=_opened, args=(name, named))


def _opened(name: str, named: Mapping[str, str]) -> None:
    st.query_params[name] = named[st.session_state[f"address-{name}"]]


def _changed(name: str, otherwise: object) -> None:
    value = st.session_state[f"address-{name}"]
    told = value.strip() if isinstance(value, str) else value
    if told in {None, "", otherwise}:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(int(told) if isinstance(told, bool) else told)
    if name != PAGE:
        st.query_params.pop(PAGE, None)
        st.query_params.pop(PAIR, None)
