"""Write a picture of every screen in both languages, to be looked at.

``python -m tests.browser.shots FOLDER [--dark] [--size 768x1024] [--empty | --case CASE]`` serves the sample case and writes
``VIEW-LANGUAGE.png`` at 1366 by 768, with a conflict taken so that every screen has something to show; or an empty
case, or a copy of one that exists, as they are.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from claims.services import Settings, open_case
from tests.browser.addresses import TITLES, VIEWS, address
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.served import Served

SIZE = "1366x768"
PATIENCE_MS = 120_000


def main() -> None:
    """Serve, look, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default=SIZE)
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--case", type=Path)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        served = laid_out(Path(name), chosen.case, empty=chosen.empty)
        served.start()
        try:
            query = "" if chosen.empty or chosen.case else prepare(served)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                for language in ("ar", "en"):
                    shoot(browser, served, language, query, chosen)
        finally:
            served.stop()


def laid_out(folder: Path, original: Path | None, *, empty: bool) -> Served:
    """A server of the sample case, of a copy of another, or of an empty one."""
    if original is not None:
        with open_case(Settings(case=str(original))) as case:
            case.backup(folder / "case.db")
    return Served(folder / "case.db", folder, () if empty or original else ("--demo",))


def prepare(served: Served) -> str:
    """Take one decision; the address of a claim to read."""
    with open_case(Settings(case=str(served.case)), actor="ana") as case:
        item = case.review.queue()[0]
        case.review.decide(item.key, relation="conflict", slots=["target"], reason="not the same")
        claim = case.review.queue()[0].left.claim
    return f"?document={claim.document}&claim={claim.id}"


def shoot(
    browser: Browser, served: Served, language: str, query: str, chosen: argparse.Namespace
) -> None:
    """A picture of each screen in one language."""
    width, height = map(int, chosen.size.split("x"))
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if chosen.dark else "light",
    )
    cookies = {"claims_language": language, "claims_reviewer": "ana"}
    context.add_cookies([{"name": n, "value": v, "url": served.url} for n, v in cookies.items()])
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    for view in TITLES if chosen.empty else VIEWS:
        screen, rest = (view, "") if chosen.empty else address(view, served.case)
        path = (
            ""
            if screen == "overview"
            else screen + ((query or rest) if view == "reading" else rest)
        )
        page.goto(f"{served.url}/{path}")
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        page.locator(".st-key-gathering").wait_for(state="detached")
        page.wait_for_timeout(1000)
        page.screenshot(
            path=chosen.folder / f"{view}-{language}{'-dark' if chosen.dark else ''}.png"
        )
    context.close()


if __name__ == "__main__":
    main()
