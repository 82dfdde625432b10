"""The first steps in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewVisit
from tests.browser.served import Served
from tests.browser.test_screens import barriers


def test_a_step_leads_to_its_screen_and_the_steps_can_be_hidden(
    seeds: Served, visit: NewVisit
) -> None:
    """In Arabic, without barriers; the switch lies within its frame on the side where the words begin."""
    window = visit(seeds)
    page = window.open("overview")
    steps = page.locator("[data-testid=stPageLink]")
    expect(steps).to_have_count(6)
    assert barriers(page) == {}
    track, knob = (
        page.locator(f"[data-testid=stCheckbox] {part}").first.bounding_box()
        for part in ("label > span + div", "label > span + div > div")
    )
    assert track is not None
    assert knob is not None
    assert track["x"] <= knob["x"] <= track["x"] + track["width"] - knob["width"]
    page.get_by_text("الخطوات الأولى").click()
    expect(steps).to_have_count(0)
    page.get_by_text("الخطوات الأولى").click()
    steps.nth(1).get_by_role("link").click()
    expect(page.locator(".reading .text")).to_be_visible()


def test_steps_that_were_hidden_stay_hidden_in_the_next_tab(seeds: Served, visit: NewVisit) -> None:
    """For the person who hid them; who comes with another name to another browser sees them."""
    window = visit(seeds, "en")
    page = window.open("overview")
    page.get_by_text("First steps").click()
    expect(page.locator("[data-testid=stPageLink]")).to_have_count(0)
    window.settle()
    beside = window.again().open("overview")
    expect(beside.get_by_text("First steps")).to_be_visible()
    expect(beside.locator("[data-testid=stPageLink]")).to_have_count(0)
