"""Taking documents in from the fields of the documents screen, and how far that is.

The work itself is a `workbench.job.Job`: it goes on while the reader looks at another screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from claims.model import Source
from claims.services import Case, LoadReport
from workbench import state
from workbench.job import About, File, Job, TakingIn
from workbench.plainly import plainly

_PASTED: Final = ("pasted_name", "pasted_text")
_NAME: Final = 60
"""Characters of the name of a pasted text that nobody named."""
_FEW: Final = 6
"""Lines that are shown as they are; of more, those that went well stand behind one."""
_MANY: Final = 20
"""Lines on what went wrong that are shown as they are; more stand behind one."""
_TEXT: Final = ".txt"
"""How the names of files end that are taken in of a folder, as `claims add` does."""
_SECONDS: Final = 0.4
"""How often the screen looks at a job."""


def add_files() -> None:
    """Begin to take in the chosen files; a callback."""
    _begin([File(file.name, file.getvalue()) for file in st.session_state.uploaded or ()])


def add_folder() -> None:
    """Begin to take in the text files of the chosen folder, and say which of its files are left out; a callback."""
    chosen = st.session_state.uploaded_folder or ()
    _begin(
        [File(file.name, file.getvalue()) for file in chosen if _is_text(file.name)],
        [file.name for file in chosen if not _is_text(file.name)],
    )


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
    words, wrong = current.words, [f"✗ {line}" for line in current.wrong]
    for line in wrong[:_MANY]:
        st.text(line)
    rest = wrong[_MANY:]
    _folded(words.many("{count} more file", "{count} more files", len(rest)), "close", rest)
    fine = [line for line in current.notices if line not in current.wrong]
    summary = words.many("{count} file went through", "{count} files went through", len(fine))
    _folded(summary, "check", fine)


def _folded(summary: str, sign: str, lines: Sequence[str]) -> None:
    if lines:
        with st.expander(summary, icon=f":material/{sign}:"):
            st.text("\n".join(lines))


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
    _told(job.lines[-_FEW:], job.wrong[-_MANY:])


def _is_text(name: str) -> bool:
    return name.lower().endswith(_TEXT)


def take_in(case: Case, load: Callable[[], LoadReport]) -> None:
    """Begin to take in what another case has more, and draw the screen anew with how far that is; not while this tab has other work."""
    current = state.current()
    if current.job is None:
        current.notices, current.wrong = (), ()
        current.job = TakingIn(case, load, current.words)
        st.rerun()


def _begin(files: list[File], left_out: Sequence[str] = ()) -> bool:
    """Whether a job was begun: not while another one of this tab runs, nor with nothing to do."""
    current = state.current()
    if not (files or left_out) or current.job is not None:
        return False
    publisher = st.session_state.publisher.strip()
    about = About(st.session_state.published.strip(), Source(publisher) if publisher else None)
    current.notices = ()
    current.job = Job(state.case(), files, about, current.words, left_out)
    return True
