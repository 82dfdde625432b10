"""Real servers, a real browser, and pages that may not leave this machine."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from claims.services import Case, Settings, open_case
from tests.browser.served import Served, standing
from tests.browser.texts import many_pairs
from tests.stages import STAGES

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RECORD_KEYS = """
window.pressed = [];
window.addEventListener('keydown', (event) => {
  const found = [...document.querySelectorAll('*')].map((host) => host.shadowRoot && host.shadowRoot.querySelector('.compare')).find(Boolean);
  if (found) window.pressed.push([event.code, found.dataset.key, event.repeat]);
}, true);
"""
"""Notes which pair stood on the screen when a key went down; runs before any of our own scripts."""


@dataclass
class Visit:
    """A browser window at a server: its page, and what it asked of whom.

    Attributes:
        served: the server.
        reviewer: the name under which this window decides.
        context: cookies and storage.
        page: the open page.
        asked: address of every request, also of those that were stopped.
        complaints: errors that the page's scripts met.
    """

    served: Served
    reviewer: str
    context: BrowserContext
    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, screen: str, query: str = "") -> Page:
        """Open a screen by its address and wait until it is drawn."""
        path = "" if screen == "overview" else screen
        if self.served.name:
            query = f"{query}{'&' if query else '?'}case={self.served.name}"
        self.page.goto(f"{self.served.url}/{path}{query}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the server has nothing more to draw."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        self.page.locator(".st-key-gathering").wait_for(state="detached")
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")

    def again(self) -> Visit:
        """A new page in the same browser, with the same cookies and storage."""
        return _visit(self.served, self.reviewer, self.context)


NewVisit = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with the five sample articles, as a newcomer starts it; tests only look."""
    folder = tmp_path_factory.mktemp("seeds")
    with standing(Served(folder / "case.db", folder, ("--demo",))) as served:
        yield served


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a folder in which tests put down cases of their own: it is started, and learns to read texts, once."""
    folder = tmp_path_factory.mktemp("shelf")
    with standing(Served(folder / "case.db", folder)) as served:
        yield served


@pytest.fixture
def seeds_of_my_own(seeds: Served, shelf: Served) -> Served:
    """A copy of the sample case that a test may decide on; its server has others beside it and is not to be stopped."""
    name = f"seeds-{uuid.uuid4().hex[:8]}"
    with open_case(Settings(case=str(seeds.case))) as case:
        case.backup(shelf.folder / f"{name}.db")
    return replace(shelf, case=shelf.folder / f"{name}.db", name=name)


@pytest.fixture
def seeds_alone(seeds: Served, tmp_path: Path) -> Iterator[Served]:
    """A server of a copy of the sample case and no other."""
    with open_case(Settings(case=str(seeds.case))) as case:
        case.backup(tmp_path / "case.db")
    with standing(Served(tmp_path / "case.db", tmp_path)) as served:
        yield served


@pytest.fixture(scope="session")
def many(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a hundred and twenty pairs in two languages, some with spans of sixty words.

    Tests share it: each of them works under a reviewer's name of its own.
    """
    yield from _many(untouched, tmp_path_factory.mktemp("many"))


@pytest.fixture
def many_of_my_own(untouched: Path, tmp_path: Path) -> Iterator[Served]:
    """The same for one test alone, which may stop it."""
    yield from _many(untouched, tmp_path)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of those pairs, compared once and copied for each server."""
    file = tmp_path_factory.mktemp("untouched") / "case.db"
    with open_case(Settings(case=str(file)), actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(many_pairs().encode(), name="accounts.txt")
        case.pairs.compare()
    return file


def _many(untouched: Path, folder: Path) -> Iterator[Served]:
    served = Served(folder / "case.db", folder, settings={"CLAIMS_LOCK_TIMEOUT": "1"})
    with open_case(Settings(case=str(untouched)), actor="ana", stages=STAGES) as case:
        case.backup(served.case)
    with standing(served):
        yield served


def steered(served: Served) -> Case:
    """The case of a server, opened beside it with the steerable stages."""
    return open_case(Settings(case=str(served.case)), actor="ana", stages=STAGES)


@pytest.fixture
def visit(browser: Browser) -> Iterator[NewVisit]:
    """Opens a window at a server: ``visit(served, "en")``; each in a browser and, unless one is given, under a name of its own."""
    contexts: list[BrowserContext] = []

    def opened(served: Served, language: str = "ar", reviewer: str = "") -> Visit:
        reviewer = reviewer or f"reviewer {uuid.uuid4()}"
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        contexts.append(context)
        cookies = {"claims_language": language, "claims_reviewer": quote(reviewer)}
        context.add_cookies(
            [{"name": name, "value": value, "url": served.url} for name, value in cookies.items()]
        )
        context.add_init_script(RECORD_KEYS)
        return _visit(served, reviewer, context)

    yield opened
    for context in contexts:
        context.close()


def _visit(served: Served, reviewer: str, context: BrowserContext) -> Visit:
    visit = Visit(served, reviewer, context, context.new_page())

    def asked(request: Request) -> None:
        visit.asked.append(request.url)

    def complained(text: str) -> None:
        # Streamlit's page probes for its services below a screen's address first, and is told 404.
        if "404" not in text:
            visit.complaints.append(text)

    visit.page.on("request", asked)
    visit.page.on("websocket", lambda socket: visit.asked.append(socket.url))
    visit.page.on("pageerror", lambda error: complained(str(error)))
    visit.page.on(
        "console", lambda message: complained(message.text) if message.type == "error" else None
    )
    return visit
