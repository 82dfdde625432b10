"""A slow or broken road to the server, and two browsers of one person: what was on the screen is stored, once."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from claims.model import Note, Thing, Topic
from tests.browser.conftest import NewVisit, steered
from tests.browser.road import Road
from tests.browser.served import Served
from tests.browser.test_compare import decisions, key_on_screen, ready, saved, shown_at_press, words


def test_a_slow_road_that_breaks_keeps_each_word_and_their_order(
    many: Served, visit: NewVisit
) -> None:
    """Presses while answers take a second each way; the road is cut under way and the words go again."""
    with Road(many.port).laid() as road:
        window = visit(replace(many, port=road.port))
        page = ready(window)
        road.delay = 1.0
        for number in range(24):
            page.keyboard.press(("KeyA", "KeyP", "KeyS", "KeyX")[number % 4])
            page.wait_for_timeout(40)
            if number == 16:
                road.cut()
        road.delay = 0.1
        saved(page)
        assert len(shown_at_press(page)) == 24
        assert words(decisions(window)) == shown_at_press(page)


def test_two_browsers_of_one_person_lose_nothing(many: Served, visit: NewVisit) -> None:
    """Both show the same pair, and neither hears of the other: the second word comes back as the next pair, and then replaces the first one knowingly."""
    first = visit(many)
    one = ready(first)
    other = ready(visit(many, reviewer=first.reviewer))
    key = key_on_screen(one)
    assert key == key_on_screen(other)
    one.keyboard.press("KeyA")
    saved(one)
    other.keyboard.press("KeyX")
    saved(other)
    assert words(decisions(first)) == [(key, "agree")]
    other.keyboard.press("KeyK")
    assert key_on_screen(other) == key
    other.keyboard.press("KeyX")
    saved(other)
    assert words(decisions(first)) == [(key, "not_comparable")]
    with steered(many) as case:
        said = case.acting_as(first.reviewer).review.history(key, reviewer=first.reviewer)
    own = [one for one in said if one.by == first.reviewer]
    assert words(own) == [(key, "agree"), (key, "not_comparable")]


def test_a_remark_that_is_half_typed_outlives_the_server(
    many_of_my_own: Served, visit: NewVisit
) -> None:
    """Killed and started anew, with the page left open or loaded again: the words stand in their field; once kept they are gone from the browser."""
    window = visit(many_of_my_own, "en")
    page = ready(window)
    key = key_on_screen(page)
    query = f"?pair={key}"
    page.locator("summary", has_text="Notes, tags and links").click()
    field = page.get_by_role("textbox", name="Note")
    field.fill("half a thought")
    field.press("Tab")
    window.settle()
    for loaded_again in (False, True):
        many_of_my_own.kill()
        many_of_my_own.start()
        if loaded_again:
            page = window.open("compare", query)
            page.locator("summary", has_text="Notes, tags and links").click()
        else:
            page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]").wait_for()
        expect(page.get_by_role("textbox", name="Note")).to_have_value(
            "half a thought", timeout=30_000
        )
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("textbox", name="Note")).to_have_value("")
    page.wait_for_function(
        "() => !Object.keys(localStorage).some((name) => name.startsWith('claims/draft/'))"
    )
    with steered(many_of_my_own) as case:
        (kept,) = case.remarks.of(Topic(Thing.PAIR, key))
        assert kept.content == Note("half a thought")


def test_a_remark_is_there_again_whose_page_was_left_with_the_hand_in_its_field(
    many_of_my_own: Served, visit: NewVisit
) -> None:
    """No server had heard of it; after a restart too."""
    window = visit(many_of_my_own, "en")
    page = ready(window)
    query = f"?pair={key_on_screen(page)}"
    page.locator("summary", has_text="Notes, tags and links").click()
    page.get_by_role("textbox", name="Note").press_sequentially("seen by")
    for restarted in (False, True):
        if restarted:
            field = page.get_by_role("textbox", name="Note")
            field.press("End")
            field.press_sequentially(" two")
            many_of_my_own.kill()
            many_of_my_own.start()
        page = window.open("compare", query)
        page.locator("summary", has_text="Notes, tags and links").click()
        said = "seen by two" if restarted else "seen by"
        expect(page.get_by_role("textbox", name="Note")).to_have_value(said, timeout=30_000)
