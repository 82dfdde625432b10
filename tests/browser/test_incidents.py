"""Incidents in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.addresses import address
from tests.browser.conftest import NewVisit
from tests.browser.served import Served


def test_from_the_list_to_an_incident_its_claims_and_pairs_by_keyboard(
    seeds: Served, visit: NewVisit
) -> None:
    """A search stands in the address; J walks over the claims, C opens a pair, Enter a claim in its text."""
    window = visit(seeds, "en")
    page = window.open("incidents", "?search=hajin")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("hajin")
    page = window.open("incidents")
    page.locator(".listing button").first.press("Enter")
    incident = page.locator(".incident")
    expect(incident.get_by_role("columnheader")).to_have_count(6)
    assert "incident=" in page.url
    page.keyboard.press("j")
    page.keyboard.press("j")
    chosen = incident.locator(".claims li.at")
    expect(chosen).to_have_count(1)
    expect(chosen.locator(".statement")).to_be_focused()
    page.keyboard.press("?")
    expect(incident.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    statement = chosen.locator(".statement").inner_text()
    chosen.locator(".statement").press("Enter")
    expect(page.locator(".reading .detail .statement")).to_have_text(statement)
    page.go_back()
    page.locator(".incident .claims").wait_for()
    key = page.locator(".incident .pairs button").count()
    assert key > 0
    page.keyboard.press("c")
    expect(page.locator(".compare")).not_to_have_attribute("data-key", "")
    pair = page.url.partition("pair=")[2]
    expect(page.locator(".compare")).to_have_attribute("data-key", pair.replace("%7E", "~"))


def test_the_entry_of_a_screen_leads_from_one_thing_on_it_to_all(
    seeds: Served, visit: NewVisit
) -> None:
    """By mouse or key; with Ctrl the browser opens its own tab."""
    window = visit(seeds)
    page = window.open(*address("incident", seeds.case))
    page.locator(".incident").wait_for()
    page.locator("a[data-testid=stSidebarNavLink][aria-current=page]").press("Enter")
    page.locator(".listing button").first.wait_for()
    assert "incident=" not in page.url


def test_the_list_of_incidents_fits_a_narrow_window(seeds: Served, visit: NewVisit) -> None:
    """At 200 % zoom nothing but tables scrolls sideways, in either direction of writing."""
    window = visit(seeds)
    window.page.set_viewport_size({"width": 683, "height": 384})
    page = window.open(*address("incident", seeds.case))
    page.locator(".incident .claims li").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_matrix_is_walked_by_keyboard_and_a_cell_leads_to_claims_and_pairs(
    seeds: Served, visit: NewVisit
) -> None:
    """N goes to the next conflict, arrows go by what is seen also from right to left, Enter opens, a pair follows."""
    window = visit(seeds)
    page = window.open("matrix", "?kind=several")
    page.locator(".matrix td button").first.wait_for()
    page.keyboard.press("n")
    first = page.locator(".matrix td button:focus")
    expect(first).to_have_attribute("data-state", "conflict")
    before = first.bounding_box()
    page.keyboard.press("ArrowLeft")
    after = page.locator(".matrix td button:focus").bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] < before["x"]
    page.keyboard.press("Enter")
    expect(page.locator(".listing")).to_have_count(2)
    assert "date=" in page.url
    page.locator(".listing").last.get_by_role("button").first.click()
    expect(page.locator(".compare")).not_to_have_attribute("data-key", "")
    page.go_back()
    expect(page.locator(".listing")).to_have_count(2)


def test_timeline_and_map_are_walked_by_keyboard_and_open_what_they_show(
    seeds: Served, visit: NewVisit
) -> None:
    """The words of a mark are shown where it is; a place of the map narrows the list, a day opens its incident."""
    window = visit(seeds, "en")
    page = window.open("incidents", "?view=map&sources=1")
    page.locator(".drawing .mark").first.wait_for()
    page.keyboard.press("j")
    place = page.locator(".drawing .told").inner_text().partition(" · ")[0]
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Only {place}")).to_be_visible()
    page = window.open("incidents", "?view=timeline")
    page.locator(".drawing .mark").first.wait_for()
    page.keyboard.press("j")
    expect(page.locator(".drawing .told")).to_contain_text("March 2018")
    page.keyboard.press("Enter")
    page.locator(".incident .claims").wait_for()
    assert window.complaints == []


def test_claims_are_split_off_and_brought_back_by_keyboard(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """In Arabic: two claims are chosen, split off with a reason, and one key takes that back; not all can be chosen."""
    window = visit(seeds_of_my_own)
    page = window.open(*address("incident", seeds_of_my_own.case))
    claims = page.locator(".incident .claims li")
    whole = claims.count()
    page.keyboard.press("KeyS")
    expect(page.locator(".incident .notice")).to_be_visible()
    page.keyboard.press("Escape")
    for _ in range(2):
        page.keyboard.press("KeyJ")
        page.keyboard.press("KeyX")
    page.keyboard.press("KeyS")
    expect(page.locator(".incident form input")).to_be_focused()
    page.keyboard.type("حدث آخر")
    page.keyboard.press("Enter")
    expect(page.locator(".incident .said-done")).to_be_visible()
    shown = claims.count()
    assert shown in {2, whole - 2}
    expect(page.locator(".incident details")).to_contain_text("حدث آخر")
    page.keyboard.press("KeyZ")
    expect(claims).to_have_count(whole)
    page.keyboard.press("KeyM")
    expect(page.locator(".incident form select")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".incident form")).to_have_count(0)
    assert window.complaints == []


def test_keys_act_where_a_box_was_just_ticked(seeds: Served, visit: NewVisit) -> None:
    """A claim is ticked with the mouse, and S opens the form to split it off."""
    page = visit(seeds, "en").open(*address("incident", seeds.case))
    page.locator(".incident .claims input[type=checkbox]").first.check()
    page.keyboard.press("KeyS")
    expect(page.locator(".incident form input")).to_be_focused()
