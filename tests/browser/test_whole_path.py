"""The way of a case through the screens, by three people: from files to a report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Page, expect

from claims.services import Case, Settings, open_case
from tests.browser.conftest import NewVisit, Visit
from tests.browser.served import Served
from tests.browser.test_compare import ready, saved

DAYS = 20
PLACES = ("Raqqa", "Mosul", "Palmyra", "Al Bukamal", "Al Mayadin", "Deir ez-Zor")
TELLERS = {
    "department.txt": ("The US Department of Defense", "a hideout of ISIS"),
    "network.txt": ("Euphrates Post", "a checkpoint of the Syrian army"),
    "monitor.txt": ("The Syrian Observatory for Human Rights", "a depot of ISIS"),
}
WAIT = 60_000


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server with an empty case."""
    server = Served(tmp_path / "case.db", tmp_path)
    server.start()
    yield server
    server.stop()


def account(who: str, what: str) -> str:
    """One strike a day, told by one source."""
    return "\n\n".join(
        f"{who} said that coalition aircraft struck {what} near {PLACES[day % len(PLACES)]} on {day + 1} March 2018."
        for day in range(DAYS)
    )


def stored(served: Served) -> Case:
    """The case, to be looked at beside the screens."""
    return open_case(Settings(case=str(served.case)))


def test_from_files_to_a_report(served: Served, visit: NewVisit) -> None:
    """Import, read, correct, fifty decisions by keyboard each, undo, settle, conclude, export; in both languages.

    Neither the browsers nor the server ask anybody else on all of that way.
    """
    huda, ana, omar = visit(served, "ar"), visit(served, "en"), visit(served, "ar")
    imported(huda)
    corrected(huda)
    two_for_each_pair(huda)
    decided(huda, ["KeyS", "KeyX"])
    taken_back(huda)
    decided(ana, ["KeyX", "KeyS", "KeyX"])
    settled(omar)
    concluded(omar)
    exported(omar)
    with stored(served) as case:
        assert case.audit.verify() == ()
    at_home = {"127.0.0.1", "localhost", "::1"}
    assert {line.split()[1] for line in served.reached} <= at_home
    for window in (huda, ana, omar):
        asked = [url for url in window.asked if not url.startswith(("data:", "blob:"))]
        assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}
        assert window.complaints == []


def imported(window: Visit) -> None:
    """Three files are taken in and compared."""
    page = window.open("documents")
    page.locator("input[type=file]").first.set_input_files(
        [
            FilePayload(name=name, mimeType="text/plain", buffer=account(*told).encode())
            for name, told in TELLERS.items()
        ]
    )
    page.get_by_role("button", name="إضافة الملفات").click()
    for name in TELLERS:
        expect(page.locator(".listing")).to_contain_text(name, timeout=WAIT)
    with stored(window.served) as case:
        assert len(case.pairs.list(limit=1000).items) >= 3 * DAYS


def corrected(window: Visit) -> None:
    """A reader opens a text, goes to a claim by keyboard and corrects its date."""
    page = window.page
    page.get_by_role("button", name="department.txt").click()
    page.locator(".claim").first.wait_for()
    page.keyboard.press("KeyJ")
    page.locator(".statement").wait_for()
    page.keyboard.press("Digit1")
    page.locator("form .first").fill("2018-03-31")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_be_visible(timeout=WAIT)
    expect(page.locator(".statement")).to_contain_text("[31 March 2018]")


def two_for_each_pair(window: Visit) -> None:
    """The case asks two people on each pair."""
    page = window.open("people")
    page.locator("[data-testid=stRadio] label", has_text="2").click()
    page.get_by_role("button", name="حفظ هذه القاعدة").click()
    window.settle()
    page.wait_for_timeout(500)
    with stored(window.served) as case:
        assert case.review.reviewers == 2


def decided(window: Visit, codes: list[str]) -> None:
    """Fifty decisions by keyboard, one after the other."""
    page = ready(window)
    for number in range(50):
        page.keyboard.press(codes[number % len(codes)])
        page.wait_for_timeout(40)
    saved(page)
    assert len(own(window)) == 50


def own(window: Visit) -> list[str]:
    """The pairs that the person of a window has decided."""
    with stored(window.served) as case:
        found = case.acting_as(window.reviewer).review.decisions()
    return [str(one.key) for one in found if one.by == window.reviewer]


def taken_back(window: Visit) -> None:
    """The last one is undone and said anew."""
    page = window.page
    page.keyboard.press("KeyZ")
    saved(page)
    assert len(own(window)) == 49
    page.keyboard.press("KeyS")
    saved(page)
    assert len(own(window)) == 50


def settled(window: Visit) -> None:
    """Somebody who did not review settles the first dispute with a reason, by keyboard."""
    page = window.open("adjudicate")
    desk = page.locator(".dispute")
    expect(desk.locator(".answers tbody tr").first).to_be_visible()
    first = desk.get_attribute("data-key") or ""
    page.keyboard.press("KeyG")
    page.keyboard.press("KeyR")
    page.keyboard.type("حدثان")
    page.keyboard.press("Enter")
    expect(desk).not_to_have_attribute("data-key", first)
    with stored(window.served) as case:
        (row,) = case.adjudication.rulings()
        assert (str(row.key), row.by) == (first, window.reviewer)


def concluded(window: Visit) -> None:
    """A proposal is confirmed as it stands."""
    page = window.open("verdicts", "?about=claim")
    page.locator(".listing button").first.click()
    page.get_by_role("button", name="تسجيل الاستنتاج").click()
    window.settle()
    expect(page.locator(".listing", has_text=window.reviewer)).to_be_visible(timeout=WAIT)


def exported(window: Visit) -> None:
    """The report in Arabic is taken along."""
    page: Page = window.open("verdicts")
    page.get_by_role("button", name="أنشئ الملف").click()
    page.get_by_role("link", name="تنزيل").wait_for(timeout=WAIT)
    with page.expect_download(timeout=WAIT) as download:
        page.get_by_role("link", name="تنزيل").click()
    text = download.value.path().read_text("utf-8")
    assert '<html lang="ar"' in text
    assert "Al Bukamal" in text or "البوكمال" in text
