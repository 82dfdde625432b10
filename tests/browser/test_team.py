"""Two of a team at the compare screen at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewVisit, Visit, steered
from tests.browser.served import Served
from tests.browser.test_compare import decisions, key_on_screen, ready, saved
from tests.stages import TWO_ACCOUNTS


@pytest.fixture
def few(tmp_path: Path) -> Iterator[Served]:
    """A server with three pairs."""
    served = Served(tmp_path / "case.db", tmp_path)
    with steered(served) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
    served.start()
    yield served
    served.stop()


def _name(served: Served, *windows: Visit) -> None:
    with steered(served) as case:
        case.people.put("ana", "admin")
        for window in windows:
            case.people.put(window.reviewer, "reviewer")


def test_two_of_a_team_judge_different_pairs(many_of_my_own: Served, visit: NewVisit) -> None:
    """However fast both go on, no pair is judged twice in a case for one."""
    huda, omar = visit(many_of_my_own), visit(many_of_my_own)
    _name(many_of_my_own, huda, omar)
    pages = [ready(huda), ready(omar)]
    assert key_on_screen(pages[0]) != key_on_screen(pages[1])
    for _ in range(12):
        for page in pages:
            page.locator(".compare:not([data-key=''])").wait_for()
            page.keyboard.press("KeyX")
    for page in pages:
        saved(page)
    mine, theirs = ({str(one.key) for one in decisions(window)} for window in (huda, omar))
    assert len(mine) == len(theirs) == 12
    assert not mine & theirs


def test_the_compare_screen_is_asked_for_some_pairs_only(few: Served, visit: NewVisit) -> None:
    """By what stands in the address and in the fields below; when they are done it says so, and all others are there without."""
    window = visit(few, "en")
    page = window.open("compare", "?slot=target")
    for _ in range(2):
        page.locator(".compare:not([data-key=''])").wait_for()
        page.keyboard.press("KeyX")
    expect(page.locator(".empty")).to_contain_text("None of the pairs", timeout=30_000)
    saved(page)
    assert {one.mark.slots for one in decisions(window) if one.mark} == {()}
    assert len(decisions(window)) == 2
    page.get_by_label("Speaker").fill("Nobody at all")
    page.get_by_label("Speaker").press("Enter")
    page.get_by_text("No claim of the case has this speaker or place").wait_for()
    assert key_on_screen(ready(window))


def test_who_may_not_decide_is_told_and_looks_on(few: Served, visit: NewVisit) -> None:
    """The answers are no buttons for a reader, and keys answer nothing: the pair stays on the screen."""
    reader = visit(few, "en")
    with steered(few) as case:
        case.people.put("ana", "admin")
        case.people.put(reader.reviewer, "reader")
    page = ready(reader)
    expect(page.locator(".notice")).to_contain_text("You look on here")
    expect(page.locator("[data-do=agree]")).to_be_disabled()
    first = key_on_screen(page)
    page.keyboard.press("KeyX")
    page.keyboard.press("KeyV")
    expect(page.locator(".compare.opened")).to_be_visible()
    assert key_on_screen(page) == first


def test_who_is_not_of_the_case_is_not_told_that_nothing_waits(
    few: Served, visit: NewVisit
) -> None:
    """They are told that they do not work on it; what waits is not known of them."""
    with steered(few) as case:
        case.people.put("ana", "admin")
    page = visit(few, "en").open("compare")
    expect(page.get_by_text("does not work on this case")).to_be_visible()
    expect(page.locator(".empty")).to_have_count(0)


def test_who_finds_all_in_other_hands_is_told_and_gets_what_comes_back(
    few: Served, visit: NewVisit
) -> None:
    """The screen says so, and asks again by itself."""
    huda, omar = visit(few, "en"), visit(few, "en")
    _name(few, huda, omar)
    first = key_on_screen(ready(huda))
    page = omar.open("compare")
    expect(page.locator(".empty")).to_contain_text("in the hands of others")
    with steered(few) as case:
        case.review.release(first, reviewer=huda.reviewer)
    page.locator(f".compare[data-key='{first}']").wait_for(timeout=40_000)
