"""The screens by keyboard alone: nothing is out of reach, one sees where one stands, and stays there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import VIEWS, address
from tests.browser.conftest import NewVisit
from tests.browser.served import Served
from tests.browser.walking import TOOLS, walked


@pytest.mark.parametrize(
    ("view", "language"), [(view, ("ar", "en")[index % 2]) for index, view in enumerate(VIEWS)]
)
def test_all_of_a_view_is_reached_by_tab_and_the_focus_is_seen(
    seeds: Served, visit: NewVisit, view: str, language: str
) -> None:
    """Over the whole page and out of it again; half of the views in Arabic, half in English."""
    page = visit(seeds, language).open(*address(view, seeds.case))
    page.wait_for_timeout(200)
    walk = walked(page)
    assert walk.unseen == ()
    assert walk.missed == ()
    assert walk.ends


def at(page: Page) -> str:
    """What has the focus, by its name."""
    page.evaluate(TOOLS)
    return str(page.evaluate("() => window.standing() ? window.called(window.standing()) : ''"))


def test_who_opens_a_screen_by_enter_stands_at_its_title(seeds: Served, visit: NewVisit) -> None:
    """Not at the top of the frame, with the whole navigation to go through again."""
    page = visit(seeds, "en").open("documents")
    page.get_by_role("button", name="هل يوفر التحالف الدولي المناخ المناسب").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reading?**")
    expect(page.locator("h1")).to_be_focused()


def test_the_button_that_was_pressed_keeps_the_focus_over_a_run(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Also where the answer is drawn above it."""
    page = visit(seeds_of_my_own, "en").open("people")
    button = page.get_by_role("button", name="Name or give this role")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stAlert]")).to_be_visible()
    expect(button).to_be_focused()


def test_the_next_claim_can_be_asked_for_again_and_again(seeds: Served, visit: NewVisit) -> None:
    """The buttons beside the text are painted anew with each claim, and the one that was pressed stays under the finger."""
    page = visit(seeds, "en").open(*address("reading", seeds.case))
    page.locator(".reading [data-do=next]").focus()
    for number in (1, 2, 3):
        page.keyboard.press("Enter")
        expect(page.locator(".steps .count")).to_contain_text(f"{number} /")
        expect(page.locator(".reading [data-do=next]")).to_be_focused()


def test_a_form_that_is_left_gives_the_focus_back(seeds: Served, visit: NewVisit) -> None:
    """To the button that opened it."""
    page = visit(seeds, "en").open(*address("reading", seeds.case))
    page.locator(".reading .claim").first.wait_for()
    page.keyboard.press("KeyJ")
    page.locator(".reading [data-do=place]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".reading form .first")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".reading [data-do=place]")).to_be_focused()


def test_typing_goes_on_while_something_comes_from_the_case(seeds: Served, visit: NewVisit) -> None:
    """What claims say comes a moment after one stands at them: no letter may fall out of the field and act as a key."""
    page = visit(seeds, "en").open(*address("reading", seeds.case))
    page.locator(".reading [data-do=next]").wait_for()
    page.keyboard.press("KeyJ")
    expect(page.locator(".detail .statement")).to_be_visible()
    page.keyboard.press("KeyJ")
    page.keyboard.press("Digit4")
    typed = "jxjxjx all of it stays here jxjxjx"
    page.keyboard.type(typed, delay=30)
    expect(page.locator(".reading form .first")).to_have_value(
        re.compile(f"{typed}$"), timeout=2_000
    )


def test_a_claim_is_chosen_by_space_and_the_focus_stays_on_it(
    seeds: Served, visit: NewVisit
) -> None:
    """In the list of an incident's claims, which is painted anew when one is chosen."""
    page = visit(seeds, "en").open(*address("incident", seeds.case))
    box = page.locator(".claims input").nth(1)
    box.focus()
    name = at(page)
    page.keyboard.press("Space")
    expect(page.locator(".claims input").nth(1)).to_be_checked()
    assert at(page) == name


def test_the_key_map_opens_on_every_screen(seeds: Served, visit: NewVisit) -> None:
    """That of what stands on the screen; where it has no keys of its own, those that act everywhere. Enter closes it."""
    opened = visit(seeds, "en")
    for view, row in (("documents", "Tick a box"), ("matrix", "The next conflict")):
        page = opened.open(view)
        expect(page.get_by_test_id("stSidebar").get_by_role("button", name="Keys")).to_be_visible()
        expect(page.locator("dialog.keys tr").filter(has_text=row)).to_be_attached()
        page.keyboard.press("Shift+Slash")
        expect(page.locator("dialog[open]")).to_have_count(1)
        expect(page.locator("dialog[open]")).to_contain_text(row)
        page.keyboard.press("Enter")
        expect(page.locator("dialog[open]")).to_have_count(0)
    page.get_by_test_id("stSidebar").get_by_role("button", name="Keys").click()
    expect(page.locator("dialog[open]")).to_contain_text("The next conflict")
    page.keyboard.press("Escape")
    page.get_by_role("textbox").first.focus()
    page.keyboard.press("Shift+Slash")
    expect(page.locator("dialog[open]")).to_have_count(0)
