"""Reading a document, and text that would be more than text."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.addresses import address
from tests.browser.conftest import NewVisit, Visit, steered
from tests.browser.served import Served
from tests.browser.texts import hostile_lines

IN_VIEW = """(words) => {
  const [lit] = CSS.highlights.get('marked') || [];
  if (!lit) return false;
  const box = lit.getBoundingClientRect();
  return lit.toString().trim() === words.trim() && box.top >= 0 && box.bottom <= innerHeight;
}"""
"""Whether these words are the ones that are marked in the text, and in view."""


def reading(window: Visit) -> Page:
    """The fifth article on the reading screen, with its claims marked."""
    page = window.open(*address("reading", window.served.case))
    page.locator(".claim").first.wait_for()
    return page


def test_a_click_on_a_claim_tells_what_it_says(seeds: Served, visit: NewVisit) -> None:
    """Slots and speaker beside the text; the address leads back to the same claim."""
    window = visit(seeds, "en")
    page = reading(window)
    claim = page.locator(".claim").first
    claim.click()
    expect(page.locator(".chosen").first).to_be_visible()
    expect(page.locator(".detail .statement")).not_to_be_empty()
    expect(page.locator(".detail dl")).to_contain_text("Says")
    page.wait_for_url("**claim=*")
    statement = page.locator(".detail .statement").inner_text()
    page.reload()
    expect(page.locator(".detail .statement")).to_have_text(statement)


def test_the_text_stands_in_its_own_direction_in_either_interface(
    seeds: Served, visit: NewVisit
) -> None:
    """An Arabic article reads from the right on an English screen too."""
    for language in ("ar", "en"):
        text = reading(visit(seeds, language)).locator(".reading .text")
        expect(text).to_have_attribute("lang", "ar")
        assert text.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_a_problem_opens_at_its_words(seeds: Served, visit: NewVisit) -> None:
    """They are marked in the text and in view, and the address leads back to them."""
    page = visit(seeds, "en").open("problems")
    row = page.locator(".listing tbody tr").first
    words = row.locator("td").nth(1).inner_text()
    row.locator("a, button").first.click()
    page.wait_for_url("**words=*")
    marked = page.locator(".detail .marked, .detail .words").first
    marked.wait_for()
    assert words.split()[0] in page.locator(".detail").inner_text()
    lit = "() => { const [one] = CSS.highlights.get('marked'); const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    assert page.evaluate(lit)


def test_what_was_not_understood_leads_to_its_words(seeds: Served, visit: NewVisit) -> None:
    """Below the text each passage is a button; pressed again after one looked elsewhere, it leads there again."""
    page = reading(visit(seeds, "en"))
    page.locator("summary", has_text="What was not understood here").click()
    last = page.locator(".listing tbody button").last
    for _ in range(2):
        last.click()
        page.wait_for_function(IN_VIEW, arg=last.inner_text())
        page.locator(".reading .text").evaluate("one => { one.scrollTop = 0; }")
    expect(page).to_have_url(re.compile("words=[0-9]+-[0-9]+"))


def test_keys_go_from_claim_to_claim(seeds: Served, visit: NewVisit) -> None:
    """J goes on, K goes back."""
    page = reading(visit(seeds, "en"))
    page.keyboard.press("KeyJ")
    expect(page.locator(".steps .quiet")).to_contain_text("1 /")
    page.keyboard.press("KeyJ")
    expect(page.locator(".steps .quiet")).to_contain_text("2 /")
    page.keyboard.press("KeyK")
    expect(page.locator(".steps .quiet")).to_contain_text("1 /")


def test_a_pair_leads_to_its_documents(seeds: Served, visit: NewVisit) -> None:
    """F on the compare screen opens the first claim in its document."""
    window = visit(seeds, "en")
    page = window.open("compare")
    page.locator(".compare:not([data-key=''])").wait_for()
    page.keyboard.press("KeyF")
    page.wait_for_url("**/reading?*claim=*")
    expect(page.locator(".chosen").first).to_be_visible()


def test_text_of_a_document_is_never_more_than_text(tmp_path: Path, visit: NewVisit) -> None:
    """Markup, scripts, links and overrides are shown as they are written, on every screen."""
    served = Served(tmp_path / "case.db", tmp_path)
    with steered(served) as case:
        (head,) = case.documents.add_bytes(
            hostile_lines().encode(), name="<img src=x onerror=document.title=1>.txt"
        ).added
        case.pairs.compare()
    served.start()
    try:
        for language in ("ar", "en"):
            window = visit(served, language)
            for screen in ("overview", "documents", "compare", "verdicts", "problems"):
                page = window.open(screen)
                page.wait_for_timeout(300)
                assert page.title() != "1"
            page = window.open("reading", f"?document={head.id}")
            expect(page.locator(".reading .text")).to_contain_text("<img src=x onerror=")
            expect(page.locator(".reading .text")).to_contain_text("‹U+202E›")
            assert page.locator(".reading .text a, .reading .text img").count() == 0
            assert page.title() != "1"
            assert [url for url in window.asked if "evil" in url or url.endswith("/x")] == []
            assert window.complaints == []
    finally:
        served.stop()
