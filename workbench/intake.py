"""Taking documents in from the fields of the documents screen, and how far that is.

The work itself is a `workbench.job.Job`: it goes on while the reader looks at another screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from claims.model import Source
from workbench import state
from workbench.job import About, File, Job
from workbench.plainly import plainly

_PASTED: Final = ("pasted_name", "pasted_text")
_NAME: Final = 60
"""Characters of the name of a pasted text that nobody named."""
_FEW: Final = 6
"""Lines that are shown as they are; of more, those that went well stand behind one."""
_SECONDS: Final = 0.4
"""How often the screen looks at a job."""


def add_files() -> None:
    """Begin to take in the chosen files; a callback."""
    _begin([File(file.name, file.getvalue()) for file in st.session_state.uploaded or ()])


def add_folder() -> None:
    """Begin to take in the text files of the chosen folder; a callback."""
    _begin([File(file.name, file.getvalue()) for file in st.session_state.uploaded_folder or ()])


def add_text() -> None:
    """Begin to take in the pasted text, which stays in its field until it is in; a callback."""
    name, text = (st.session_state[field].strip() for field in _PASTED)
    if text and _begin([File(name or _beginning(text), text.encode())]):
        state.current().when_in = dict.fromkeys(_PASTED, "")


def _beginning(text: str) -> str:
    """The first words of a text, by which it is told from others that were pasted without a name."""
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= _NAME else f"{line[:_NAME].rsplit(maxsplit=1)[0]} …"


def refill() -> None:
    """Empty the fields of what is in, and give back what was refused; to be called before they are drawn."""
    current = state.current()
    st.session_state.update(current.refilled)
    current.refilled = {}


def progress() -> None:
    """Draw how far the job of this tab is, if there is one, with a line on each file so far."""
    if state.current().job is not None:
        _progress()


def told() -> None:
    """Draw what became of the files of this tab: what went wrong first, and all else behind one line when it is much."""
    current = state.current()
    if len(current.notices) <= _FEW:
        _told(current.notices, current.wrong)
        return
    _told((), current.wrong)
    fine = [line for line in current.notices if line not in current.wrong]
    words = current.words
    summary = words.many("{count} file went through", "{count} files went through", len(fine))
    with st.expander(summary, icon=":material/check:"):
        st.text("\n".join(fine))


def _told(lines: Sequence[str], wrong: Sequence[str]) -> None:
    for line in wrong:
        st.text(f"✗ {line}")
    for line in lines:
        if line not in wrong:
            st.text(line)


@st.fragment(run_every=_SECONDS)
@plainly()
def _progress() -> None:
    current = state.current()
    job = current.job
    if job is None:
        return
    if job.done:
        current.job = None
        current.refilled = current.when_refused if job.refused else current.when_in
        current.when_in, current.when_refused = {}, {}
        current.notices, current.wrong = job.result(), job.wrong
        st.rerun()
    text, share = job.step
    st.progress(min(share, 1.0), text=text)
    _told(job.lines[-_FEW:], job.wrong)


def _begin(files: list[File]) -> bool:
    """Whether a job was begun: not while another one of this tab runs, nor with nothing to do."""
    current = state.current()
    if not files or current.job is not None:
        return False
    publisher = st.session_state.publisher.strip()
    about = About(st.session_state.published.strip(), Source(publisher) if publisher else None)
    current.notices = ()
    current.job = Job(state.case(), files, about, current.words)
    return True
