"""The screens in a real browser: from key to the next thing painted, alone and while thirty others review."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import Text

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.served import Served

SIDE: Final = 317
"""Claims of each of two sources; each against each are 100,489 pairs."""
PRESSES: Final = 100
WARM: Final = 5
"""First presses that are not counted."""
COLLEAGUES: Final = 30
CLAIMS: Final = 2_000
CHARACTERS: Final = 100_000

_PAINTS: Final = """
window.paints = [];
const within = (selector) => [...document.querySelectorAll('*')].map((host) => host.shadowRoot && host.shadowRoot.querySelector(selector)).find(Boolean);
window.within = within;
window.painted = (selector, state, act) => new Promise((done) => {
  const root = within(selector);
  const before = state(root);
  let began;
  const observer = new MutationObserver(() => {
    if (state(root) === before) return;
    observer.disconnect();
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now() - began); channel.port2.postMessage(0); });
  });
  observer.observe(root.getRootNode(), { subtree: true, childList: true, attributes: true, characterData: true });
  began = performance.now();
  act(root);
});
"""
"""``painted(selector, state, act)``: milliseconds from ``act`` until what ``state`` tells of the element has changed and is painted."""
_PRESS: Final = """(code) => window.painted('.compare', (root) => root.dataset.key, () => window.dispatchEvent(new KeyboardEvent('keydown', { code, key: 'x', bubbles: true, composed: true })))"""
_NEXT: Final = """() => window.painted('.reading', (root) => root.querySelector('.chosen')?.dataset.ids, () => window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyJ', key: 'j', bubbles: true, composed: true })))"""


def screens(_texts: Sequence[Text]) -> Iterable[str]:
    """The tables: compare with 100,000 pairs, and reading a long text with many claims."""
    with tempfile.TemporaryDirectory() as name:
        yield from _compare(Path(name))
    with tempfile.TemporaryDirectory() as name:
        yield from _reading(Path(name))


@contextmanager
def _serving(folder: Path, text: str, *, compare: bool) -> Iterator[Served]:
    """A server on a case with one text of the steerable stages."""
    from tests.browser.conftest import steered
    from tests.browser.served import Served

    served = Served(folder / "case.db", folder)
    with steered(served) as case:
        case.documents.add_bytes(text.encode(), name="accounts.txt")
        if compare:
            case.pairs.compare()
    served.start()
    try:
        yield served
    finally:
        served.stop()


@contextmanager
def _page(served: Served) -> Iterator[Page]:
    """An English page at the server that can say when something was painted."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM, FLAGS

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        cookies = {"claims_language": "en", "claims_reviewer": "ana"}
        context.add_cookies(
            [{"name": n, "value": v, "url": served.url} for n, v in cookies.items()]
        )
        context.add_init_script(_PAINTS)
        yield context.new_page()
        browser.close()


def _compare(folder: Path) -> Iterable[str]:
    text = "".join(
        f"{who}: strike the target of number {number} as {who} tells of it\n"
        for who in ("A (official)", "B (monitor)")
        for number in range(SIDE)
    )
    yield f"compare, {SIDE * SIDE:,} pairs, {PRESSES} presses, from key to next pair painted, ms"
    with _serving(folder, text, compare=True) as served, _page(served) as page:
        page.goto(f"{served.url}/compare")
        page.locator(".compare:not([data-key=''])").wait_for()
        yield _line("alone", _presses(page))
        command = [sys.executable, "-m", "benchmarks.colleagues", served.url, str(COLLEAGUES), "45"]
        others = subprocess.Popen(command, stdout=subprocess.PIPE)
        page.wait_for_timeout(8_000)
        yield _line(f"{COLLEAGUES} others", _presses(page))
        waits = [1000 * wait for wait in json.loads(others.communicate()[0])]
        yield _line(f"their {len(waits)} answers", waits)


def _presses(page: Page) -> list[float]:
    beat = random.Random(1)  # noqa: S311 - a steady choice
    found = []
    for _ in range(PRESSES):
        page.wait_for_timeout(beat.randint(20, 400))
        found.append(page.evaluate(_PRESS, beat.choice(["KeyA", "KeyS", "KeyX", "KeyP"])))
    return found[WARM:]


def _reading(folder: Path) -> Iterable[str]:
    line = "Department (official): strike the target of number {:04} "
    filled = CHARACTERS // CLAIMS - 1
    text = "".join(f"{line.format(number)[:filled]:.<{filled}}\n" for number in range(CLAIMS))
    yield ""
    yield f"reading, {len(text):,} characters, {CLAIMS:,} claims, ms"
    with _serving(folder, text, compare=False) as served, _page(served) as page:
        page.goto(f"{served.url}/documents")
        page.wait_for_timeout(3_000)
        from tests.browser.conftest import steered

        with steered(served) as case:
            (document,) = case.documents.list().items
        began = page.evaluate("performance.timeOrigin + performance.now()")
        page.goto(f"{served.url}/reading?document={document.id}")
        page.locator(".claim").first.wait_for()
        opened = page.evaluate("performance.timeOrigin + performance.now()") - began
        yield f"{'open the address':<20}{opened:>10,.0f}"
        page.wait_for_timeout(1_000)
        yield _line("next claim by key", [page.evaluate(_NEXT) for _ in range(40)][WARM:])
        yield _line("frames, scrolling", page.evaluate(_SCROLL))


_SCROLL: Final = """() => new Promise((done) => {
  const box = window.within('.text');
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    box.scrollTop += 120;
    if (frames.length < 120) requestAnimationFrame(step); else done(frames.slice(5));
  };
  requestAnimationFrame(step);
})"""


def _line(name: str, found: Sequence[float]) -> str:
    ordered = sorted(found)
    median, late = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    load = os.getloadavg()[0]
    return f"{name:<20}median {median:>7,.1f}   p95 {late:>7,.1f}   load {load:.1f} on {os.cpu_count()} cores"
