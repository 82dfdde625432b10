"""A small case behind the workbench, and screens run without a browser."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from claims.services import Case, Settings, Shelf, open_case
from tests.conftest import ticking
from tests.stages import STAGES, TWO_ACCOUNTS
from workbench import aside, context, state, wording

APP = Path(context.__file__).parent / "app.py"

Screen = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens without a browser wait for what they gather, however busy the machine is."""
    monkeypatch.setattr(aside, "PATIENCE", 60.0)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """An empty case that the workbench serves."""
    with open_case(
        Settings(case=str(tmp_path / "case.db"), actor="ana"),
        actor="ana",
        clock=ticking(),
        stages=STAGES,
    ) as opened:
        serve(opened, monkeypatch)
        yield opened


def serve(opened: Case, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Let the workbench serve an open case, and others of its folder."""
    shelf = Shelf(opened.settings, STAGES)
    shelf._open[shelf.home] = opened
    monkeypatch.setattr(context, "shelf", lambda: shelf)
    return shelf


@pytest.fixture
def case(empty: Case) -> Case:
    """A case of one document with six claims and three pairs: two conflicts, one agreement."""
    empty.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt", published="2018-04-03")
    empty.pairs.compare()
    return empty


@pytest.fixture
def screen(empty: Case) -> Screen:
    """Opens a screen by its name in the address."""
    assert empty

    def opened(
        name: str,
        language: wording.Language = "en",
        reviewer: str = "ana",
        at: str = "",
        **query: str,
    ) -> AppTest:
        running = AppTest.from_file(APP, default_timeout=60)
        running.session_state["state"] = state.State(wording.of(language), reviewer, at)
        running._page_hash = calc_hash(name)
        for key, value in query.items():
            running.query_params[key] = value
        return running.run()

    return opened


def finished(running: AppTest) -> AppTest:
    """The screen after the job that a click began has come to its end."""
    job = running.session_state["state"].job
    if job is not None:
        job.result()
        running.run()
    return running


def opened_tab(running: AppTest) -> int:
    """Which of the tabs of a screen is open, from 0."""
    (tabs,) = running.get("tab_container")
    return int(tabs.proto.tab_container.default_tab_index)


def document_id() -> str:
    """Id of the document of `case`."""
    return hashlib.sha256(TWO_ACCOUNTS.encode()).hexdigest()[:16]
