"""Several cases at one server: what is said in one never reaches the other."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from claims.model import Decision
from claims.services import Settings, open_case
from tests.browser.conftest import NewVisit, Visit, steered
from tests.browser.served import Served
from tests.browser.test_compare import saved, shown_at_press, words
from tests.browser.test_screens import barriers
from tests.stages import STAGES


def twin(served: Served) -> None:
    """Lay a copy of the case beside it: the same documents, so the same pairs under the same keys and versions."""
    with steered(served) as case:
        case.backup(served.case.with_name("twin.db"))


def stored(window: Visit, name: str) -> list[Decision]:
    """The decisions of this window in a case that stand, in the order they were stored."""
    path = window.served.case.with_name(f"{name}.db")
    with open_case(Settings(case=str(path)), actor="ana", stages=STAGES) as case:
        return [one for one in case.review.decisions() if one.by == window.reviewer]


def comparing(window: Visit, name: str) -> Page:
    """The compare screen of a case with a pair on it."""
    page = window.open("compare", f"?case={name}")
    page.locator(".compare:not([data-key=''])").wait_for()
    return page


def test_two_tabs_have_two_cases_open(many_of_my_own: Served, visit: NewVisit) -> None:
    """By turns in one browser, under one name, on pairs of the same keys: each word is stored where it was said."""
    twin(many_of_my_own)
    first = visit(many_of_my_own)
    second = first.again()
    one, other = comparing(first, "case"), comparing(second, "twin")
    for _ in range(5):
        one.keyboard.press("KeyA")
        other.keyboard.press("KeyX")
        other.keyboard.press("KeyS")
    saved(one)
    saved(other)
    assert words(stored(first, "case")) == shown_at_press(one)
    assert words(stored(first, "twin")) == shown_at_press(other)
    assert len(stored(first, "twin")) == 10


def test_decisions_that_wait_in_the_browser_wait_for_their_case(
    many_of_my_own: Served, visit: NewVisit
) -> None:
    """A tab closed while the server was gone: the other case, opened next, gets none of them; their own gets all."""
    twin(many_of_my_own)
    window = visit(many_of_my_own)
    page = comparing(window, "case")
    many_of_my_own.kill()
    for code in ("KeyA", "KeyX", "KeyS"):
        page.keyboard.press(code)
    expected = shown_at_press(page)
    page.close()
    many_of_my_own.start()
    other = window.again()
    saved(comparing(other, "twin"))
    assert stored(window, "twin") == []
    saved(comparing(window.again(), "case"))
    assert words(stored(window, "case")) == expected
    assert stored(window, "twin") == []


def test_a_case_is_laid_out_opened_and_left_by_links(seeds_alone: Served, visit: NewVisit) -> None:
    """The address names the case on every screen, also in links that are opened in another tab, and without barriers."""
    window = visit(seeds_alone, "en")
    page = window.open("cases")
    page.get_by_text("New case").click()
    page.get_by_label("Name of the case").first.fill("الرقة 2017")
    page.get_by_role("button", name="Lay out").click()
    expect(page).to_have_title("Overview · الرقة 2017 · Claim workbench")
    link = page.locator("[data-testid=stSidebarNavLink]", has_text="Cases")
    expect(link).to_have_attribute("href", re.compile("case=%D8%A7%D9%84"))
    link.click()
    expect(page.locator(".listing tr.chosen")).to_contain_text("الرقة 2017\u2069 (open)")
    assert barriers(page) == {}
    page.get_by_role("link", name="case", exact=True).click()
    expect(page).to_have_title("Overview · Claim workbench")
    page.go_back()
    expect(page).to_have_title("Cases · الرقة 2017 · Claim workbench")
    assert "case=" in page.url


def test_a_link_to_a_case_that_is_gone_opens_no_other(seeds: Served, visit: NewVisit) -> None:
    """It is said, in the reader's language, and the list of cases is one step away."""
    page = visit(seeds).open("documents", "?case=gone")
    expect(page.get_by_test_id("stAlert")).to_contain_text("لا قضية هنا باسم")
    page.locator("[data-testid=stSidebarNavLink]", has_text="القضايا").click()
    expect(page.locator(".listing")).to_contain_text("case")
