"""Taking documents in from the fields of the documents screen.

Both functions run as callbacks: nothing is drawn between two writes, so that no second click can come between.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from claims.model import Source
from claims.services import AddReport, ClaimsError
from workbench import context, state
from workbench.shown import documents as shown
from workbench.shown.errors import explain

_PASTED: Final = ("pasted_name", "pasted_text")


def add_files() -> None:
    """Take in the chosen files; the state keeps a line on each."""
    _add([(file.name, file.getvalue()) for file in st.session_state.uploaded or ()])


def add_text() -> None:
    """Take in the pasted text and empty its fields."""
    name, text = (st.session_state[field].strip() for field in _PASTED)
    if text:
        _add([(name or state.current().words("Pasted text"), text.encode())])
        st.session_state.update(dict.fromkeys(_PASTED, ""))


def _add(files: list[tuple[str, bytes]]) -> None:
    """Take the files in and compare again."""
    current, case = state.current(), context.case()
    publisher = st.session_state.publisher.strip()
    source = Source(publisher) if publisher else None
    reports: list[AddReport] = []
    faults: list[str] = []
    for name, data in files:
        try:
            published = st.session_state.published.strip()
            reports.append(
                case.documents.add_bytes(data, name=name, published=published, publisher=source)
            )
        except ClaimsError as error:
            faults.append(f"{name}: {explain(error, current.words)}")
    lines = [line for report in reports for line in shown.notices(report, current.words)]
    current.notices = (*lines, *faults)
    if any(report.added for report in reports):
        try:
            case.pairs.compare()
        except ClaimsError as error:
            current.notices = (*current.notices, explain(error, current.words))
