"""Mending claims on the reading screen, with mouse and keyboard."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from claims.model import Lineage
from claims.services import Settings, open_case
from tests.browser.conftest import NewVisit, Visit
from tests.browser.served import Served
from tests.browser.test_reading import reading

expect.set_options(timeout=20_000)
"""The first edit after a start brings in what reads texts, which takes a moment."""

SELECT = """([first, last]) => {
  const hosts = [...document.querySelectorAll('*')].map((host) => host.shadowRoot).filter(Boolean);
  const text = hosts.map((root) => root.querySelector('.reading .text')).find(Boolean);
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = '';
  while (walk.nextNode()) {
    nodes.push([walk.currentNode, whole.length]);
    whole += walk.currentNode.data;
  }
  const at = (place) => {
    const [node, start] = nodes.findLast((one) => one[1] < place || one[1] === 0);
    return [node, place - start];
  };
  const start = whole.indexOf(first);
  const range = [...at(start + 1), ...at(whole.indexOf(last, start) + last.length)];
  window.getSelection().setBaseAndExtent(range[0], range[1] - 1, range[2], range[3]);
}"""
"""Marks the words from the first string to the end of the second, as a mouse would."""


def selected(page: Page, first: str, last: str) -> None:
    """Mark the words from ``first`` to the end of ``last``."""
    page.evaluate(SELECT, [first, last])
    expect(page.locator(".marked q")).to_contain_text(first)


def count(page: Page) -> int:
    """How many claims stand on the screen."""
    return int(page.locator(".steps .count").inner_text().split("/")[-1])


def edits(window: Visit) -> list[str]:
    """What this window's reader changed, as stored."""
    with open_case(Settings(case=str(window.served.case))) as case:
        found = [e for head in case.documents.list().items for e in case.claims.edits(head.id)]
    return [edit.kind.value for edit in found if edit.by == window.reviewer]


def test_a_claim_is_rejected_by_keyboard_and_taken_back(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """X, a reason, Enter; Z brings it back; the record keeps both with the reason."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    before = count(page)
    page.keyboard.press("KeyJ")
    expect(page.locator(".steps .count")).to_contain_text("1 /")
    page.keyboard.press("KeyX")
    expect(page.locator("form .main")).to_be_focused()
    page.locator("form .reason").fill("no claim")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_have_text("The claim was rejected.")
    assert count(page) == before - 1
    page.locator(".reading .text").focus()
    page.keyboard.press("KeyZ")
    expect(page.locator(".said")).to_have_text("Your last edit was taken back.")
    assert count(page) == before
    expect(page.locator(".reading .claim.chosen").first).to_be_visible()
    assert edits(window) == ["reject", "undo"]


def test_marked_words_become_a_claim(seeds_of_my_own: Served, visit: NewVisit) -> None:
    """What the engine left out: its quote is what was marked, to the letter."""
    window = visit(seeds_of_my_own, "ar")
    page = reading(window)
    before = count(page)
    selected(page, "وعرف من بين القتلى", "وسط سوريا")
    page.keyboard.press("KeyA")
    page.locator("form select").select_option("casualties")
    page.locator("form .speaker").fill("شهود عيان")
    page.locator("form .main").click()
    expect(page.locator(".said")).to_be_visible()
    assert count(page) == before + 1
    with open_case(Settings(case=str(window.served.case))) as case:
        (made,) = next(
            edit.made for head in case.documents.list().items for edit in case.claims.edits(head.id)
        )
    assert made.quote.startswith("وعرف من بين القتلى")
    assert made.quote.endswith("وسط سوريا")
    assert made.kind == "casualties"
    assert made.speaker.lineage is Lineage.EYEWITNESS


def test_a_figure_is_marked_whole(seeds: Served, visit: NewVisit) -> None:
    """A mouse that stops inside of a figure between Arabic words marks all of it; of an Arabic word only what is marked."""
    page = reading(visit(seeds, "ar"))
    selected(page, "إصابة نحو 1", "إصابة نحو 1")
    expect(page.locator(".marked q")).to_have_text("إصابة نحو 15")


def test_a_claim_begins_with_its_kind_and_what_people_did(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Seen in the text, not copied with it; of a claim whose kind is corrected the new one, with the sign that somebody did."""
    page = reading(visit(seeds_of_my_own, "en"))
    page.keyboard.press("KeyJ")
    chosen = page.locator(".reading .claim.chosen").first
    expect(chosen).to_have_attribute("data-tag", "strike")
    said = chosen.inner_text()
    page.keyboard.press("Digit7")
    page.locator("form select").select_option("announcement")
    page.locator("form .main").click()
    expect(page.locator(".said")).to_have_text("The claim was corrected.")
    expect(chosen).to_have_attribute("data-tag", "announcement ✎")
    shown = chosen.evaluate("(one) => getComputedStyle(one, '::before').content")
    assert shown == '"announcement ✎"'
    assert chosen.inner_text() == said


def test_words_are_marked_by_keyboard_alone_and_read_as_a_slot(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """B begins at the chosen claim, arrows narrow it, and the finder reads what is marked."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyJ")
    expect(page.locator(".steps .count")).to_contain_text("2 /")
    page.keyboard.press("KeyB")
    for _ in range(8):
        page.keyboard.press("Shift+ArrowLeft")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".marked q")).to_have_text("عدة نقاط ارتكاز لقوات")


def test_a_value_that_cannot_be_read_is_refused_and_stays_in_its_field(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Nothing is changed, nothing typed is lost."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    page.keyboard.press("KeyJ")
    page.locator(".statement").wait_for()
    page.keyboard.press("Digit1")
    page.locator("form .first").fill("yesterday")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("yesterday")
    assert page.locator("form .first").input_value() == "yesterday"
    assert edits(window) == []


def test_a_claim_is_split_at_marked_parts_and_merged_again(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """S takes each part; both stand in the text; M makes one of them again."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    before = count(page)
    page.locator(".claim", has_text="للعمليات في الداخل السوري").first.click()
    page.locator(".chosen").first.wait_for()
    selected(page, "عاد تنظيم", "مرة أخرى")
    page.keyboard.press("KeyS")
    expect(page.locator("form .main")).to_be_disabled()
    selected(page, "بعد حالة", "الداخل السوري")
    page.keyboard.press("KeyS")
    expect(page.locator("form li")).to_have_count(2)
    page.locator("form .main").click()
    expect(page.locator(".said")).to_have_text("The claim was split.")
    assert count(page) == before + 1
    page.locator(".reading .text").focus()
    page.keyboard.press("KeyM")
    page.locator("form .main").click()
    expect(page.locator(".said")).to_have_text("The claims were merged.")
    assert count(page) == before


def test_enter_is_for_the_form_and_not_for_a_button_left_behind(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """After a merge form was left, its button keeps the focus: Enter on an open split form splits, and no part is lost."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    before = count(page)
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyM")
    expect(page.locator("form .main")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-do=merge]")).to_be_focused()
    quote = page.locator(".reading .claim.chosen").first.inner_text().split()
    selected(page, quote[0], quote[1])
    page.keyboard.press("KeyS")
    expect(page.locator("form li")).to_have_count(1)
    selected(page, quote[-2], quote[-1])
    page.keyboard.press("KeyS")
    expect(page.locator("form li")).to_have_count(2)
    page.locator("[data-do=merge]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_be_visible()
    assert count(page) == before + 1


def test_escape_leaves_the_reason_and_not_the_form(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """As the list of keys says: what was typed stays, and Enter does it; a second Escape leaves the form."""
    window = visit(seeds_of_my_own, "en")
    page = reading(window)
    page.keyboard.press("KeyJ")
    page.keyboard.press("KeyX")
    page.keyboard.press("KeyR")
    page.keyboard.type("no claim")
    page.keyboard.press("Escape")
    expect(page.locator("form .reason")).to_have_value("no claim")
    expect(page.locator("form .main")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_have_text("The claim was rejected.")
    page.keyboard.press("KeyX")
    expect(page.locator("form .main")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("form .main")).to_have_count(0)


def test_two_readers_who_change_one_claim_do_not_overwrite_each_other(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """The second is told what happened meanwhile, and nothing of the first is lost."""
    first, second = visit(seeds_of_my_own, "en"), visit(seeds_of_my_own, "en")
    pages = [reading(window) for window in (first, second)]
    for page in pages:
        page.keyboard.press("KeyJ")
        page.locator(".statement").wait_for()
        page.wait_for_url("**claim=**")
    pages[1].keyboard.press("Digit1")
    pages[0].keyboard.press("KeyX")
    pages[0].locator("form .main").click()
    expect(pages[0].locator(".said")).to_be_visible()
    pages[1].locator("form .first").fill("2018-03-01")
    pages[1].keyboard.press("Enter")
    expect(pages[1].locator(".notice")).to_contain_text("does not stand")
    assert edits(second) == []


def test_a_form_is_about_the_claim_it_was_opened_on(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Also when that claim goes away before the form is sent: no other one is changed in its place."""
    first, second = visit(seeds_of_my_own, "en"), visit(seeds_of_my_own, "en")
    pages = [reading(window) for window in (first, second)]
    before = count(pages[1])
    pages[0].keyboard.press("KeyJ")
    pages[0].locator(".statement").wait_for()
    pages[0].keyboard.press("KeyX")
    pages[0].locator("form .main").click()
    expect(pages[0].locator(".said")).to_be_visible()
    pages[1].keyboard.press("KeyJ")
    pages[1].keyboard.press("Digit1")
    expect(pages[1].locator(".steps .count")).to_contain_text(str(before - 1))
    pages[1].locator("form .first").fill("2018-03-01")
    pages[1].keyboard.press("Enter")
    expect(pages[1].locator(".notice")).to_contain_text("does not stand")
    assert edits(second) == []
