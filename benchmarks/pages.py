"""Every screen of a case of ten thousand documents: how long the reader waits for it, and what that costs the server.

``python -m benchmarks.pages CASE`` walks over a case that is there; it is changed by one decision.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import Text
from claims.model import Lineage, Source
from claims.services import Case, Settings, open_case

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.served import Served

DOCUMENTS: Final = 10_000
ROUNDS: Final = 5
_PLACES: Final = (
    ("الرقة", "Raqqa"),
    ("دير الزور", "Deir ez-Zor"),
    ("البوكمال", "Al-Bukamal"),
    ("منبج", "Manbij"),
    ("حلب", "Aleppo"),
    ("إدلب", "Idlib"),
    ("حمص", "Homs"),
    ("الموصل", "Mosul"),
    ("الفلوجة", "Fallujah"),
    ("الرمادي", "Ramadi"),
)
_HIT: Final = (
    ("مدرسة", "a school"),
    ("مستشفى", "a hospital"),
    ("سوقا", "a market"),
    ("مستودع ذخيرة", "an ammunition depot"),
)
_MONTHS: Final = (("شباط", "February"), ("آذار", "March"), ("حزيران", "June"), ("آب", "August"))
_DRAWN: Final = """(title) => document.title.startsWith(title) && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning' && !document.querySelector('[data-stale=true]')"""


def pages(_texts: Sequence[Text]) -> Iterable[str]:
    """The table: screen by screen, in both languages; once more after a decision, while the whole is gathered anew."""
    with tempfile.TemporaryDirectory() as name:
        with open_case(Settings(case=f"{name}/case.db"), actor="ana") as case:
            fill(case, DOCUMENTS)
        yield from walk(Path(name) / "case.db")


def fill(case: Case, count: int) -> None:
    """Short accounts of strikes by sixty sources, some of one event, in both languages."""
    chance, kinds = random.Random(7), list(Lineage)  # noqa: S311 - made-up texts
    for number in range(count):
        source = Source(f"Network {number % 60}", kinds[number % len(kinds)])
        text, name = _account(chance, number), f"account{number}.txt"
        case.documents.add_bytes(text.encode(), name=name, publisher=source)
    case.pairs.compare()


def _account(chance: random.Random, number: int) -> str:
    place, hit, month = chance.choice(_PLACES), chance.choice(_HIT), chance.choice(_MONTHS)
    day, year, dead = chance.randint(1, 28), chance.randint(2015, 2018), chance.randint(2, 40)
    if number % 5 < 3:
        return f"قصف طيران التحالف الدولي {hit[0]} في مدينة {place[0]} يوم {day} {month[0]} {year}، ما أدى إلى مقتل {dead} مدنيا.\nرقم {number}"
    return f"Coalition aircraft bombed {hit[1]} in {place[1]} on {day} {month[1]} {year}, killing {dead} civilians.\nNumber {number}"


def walk(path: Path) -> Iterator[str]:
    """Serve a case and go over all screens."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM, FLAGS
    from tests.browser.served import Served

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        served = Served(path, Path(name))
        served.start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            for language in ("ar", "en"):
                context = browser.new_context(viewport={"width": 1366, "height": 768})
                context.add_cookies(
                    [{"name": "claims_language", "value": language, "url": served.url}]
                )
                yield from _table(context.new_page(), served, language)
                context.close()
        finally:
            browser.close()
            served.stop()


def _table(page: Page, served: Served, language: str) -> Iterator[str]:
    from tests.browser.addresses import TITLES

    titles = {name: both[language == "en"] for name, both in TITLES.items()}
    page.set_default_timeout(300_000)
    page.goto(served.url)
    page.wait_for_function(_DRAWN, arg=titles["overview"])
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in titles}
    for _ in range(ROUNDS):
        for name, title in titles.items():
            found[name].append(_change(page, served, title))
    _decide(served)
    yield f"{language}: wait and server in ms, median of {ROUNDS}; then once while all is gathered anew (load {os.getloadavg()[0]:.1f})"
    for name, title in titles.items():
        wait, cost = (median(each) for each in zip(*found[name], strict=True))
        anew, _ = _change(page, served, title)
        yield f"  {name:<12} {wait:6.0f} {cost:6.0f} {anew:8.0f}"


def _decide(served: Served) -> None:
    with open_case(Settings(case=str(served.case)), actor="ben") as case:
        for item in case.review.queue(limit=1):
            case.review.decide(item.key, relation="agree")


def _change(page: Page, served: Served, title: str) -> tuple[float, float]:
    """Go to a screen by the sidebar: milliseconds until it is drawn, and of the server's processors meanwhile."""
    began, spent = perf_counter(), _processor(served)
    page.locator("a[data-testid=stSidebarNavLink]", has_text=title).first.click()
    page.wait_for_function(_DRAWN, arg=title)
    return 1000 * (perf_counter() - began), 1000 * (_processor(served) - spent)


def _processor(served: Served) -> float:
    if served.process is None:
        return 0.0
    told = Path(f"/proc/{served.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    for line in walk(Path(sys.argv[1])):
        print(line, flush=True)
