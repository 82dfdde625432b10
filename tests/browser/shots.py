"""Write a picture of every screen in both languages, to be looked at.

``python -m tests.browser.shots FOLDER [--dark]`` serves the sample case and writes ``VIEW-LANGUAGE.png`` at
1366 by 768, with a conflict taken so that every screen has something to show.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from claims.services import Settings, open_case
from tests.browser.addresses import VIEWS, address
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.served import Served

SIZE = {"width": 1366, "height": 768}


def main() -> None:
    """Serve, look, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        served = Served(Path(name) / "case.db", Path(name), ("--demo",))
        served.start()
        try:
            query = prepare(served)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                for language in ("ar", "en"):
                    shoot(browser, served, language, query, chosen.folder, dark=chosen.dark)
        finally:
            served.stop()


def prepare(served: Served) -> str:
    """Take one decision; the address of a claim to read."""
    with open_case(Settings(case=str(served.case)), actor="ana") as case:
        item = case.review.queue()[0]
        case.review.decide(item.key, relation="conflict", slots=["target"], reason="not the same")
        claim = case.review.queue()[0].left.claim
    return f"?document={claim.document}&claim={claim.id}"


def shoot(
    browser: Browser, served: Served, language: str, query: str, folder: Path, *, dark: bool
) -> None:
    """A picture of each screen in one language."""
    context = browser.new_context(viewport=SIZE, color_scheme="dark" if dark else "light")  # type: ignore[arg-type]
    cookies = {"claims_language": language, "claims_reviewer": "ana"}
    context.add_cookies([{"name": n, "value": v, "url": served.url} for n, v in cookies.items()])
    page = context.new_page()
    for view in VIEWS:
        screen, rest = address(view, served.case)
        path = "" if screen == "overview" else screen + (query if view == "reading" else rest)
        page.goto(f"{served.url}/{path}")
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        page.locator(".st-key-gathering").wait_for(state="detached")
        page.wait_for_timeout(1000)
        page.screenshot(path=folder / f"{view}-{language}{'-dark' if dark else ''}.png")
    context.close()


if __name__ == "__main__":
    main()
