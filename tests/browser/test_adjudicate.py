"""Settling disputes in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from claims.model import Ground, Relation
from tests.browser.conftest import NewVisit, steered
from tests.browser.served import Served
from tests.browser.test_screens import barriers
from tests.stages import TWO_ACCOUNTS


@pytest.fixture
def disputed(tmp_path: Path) -> Iterator[Served]:
    """A case in which two reviewers part on two pairs."""
    served = Served(tmp_path / "case.db", tmp_path)
    with steered(served) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        case.review.require(2)
        for item in case.review.queue(reviewer="ana")[:2]:
            case.review.decide(item.key, relation="conflict", slots=["target"])
            case.acting_as("هدى").review.decide(item.key, relation="not_comparable")
    served.start()
    yield served
    served.stop()


def test_disputes_are_settled_by_keyboard_with_a_reason_and_taken_back(
    disputed: Served, visit: NewVisit
) -> None:
    """In Arabic: an answer is taken over, a reason written, the pair settled; then one's own ruling; then undo."""
    window = visit(disputed)
    page = window.open("adjudicate")
    desk = page.locator(".dispute")
    expect(desk.locator(".answers tbody tr")).to_have_count(5)
    assert barriers(page) == {}
    first = desk.get_attribute("data-key")
    page.keyboard.press("Enter")
    expect(desk.locator(".notice")).to_contain_text("العلاقة")
    page.keyboard.press("KeyG")
    expect(desk.locator("[data-do=not_comparable]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("KeyR")
    page.keyboard.type("حدثان")
    page.keyboard.press("Enter")
    expect(desk).not_to_have_attribute("data-key", first or "")
    expect(desk.locator(".said")).to_contain_text("Z")
    page.keyboard.press("Digit4")
    expect(desk.locator("[data-do=conflict]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    page.get_by_text("لا شيء ينتظر الفصل").wait_for()
    with steered(disputed) as case:
        one, other = case.adjudication.rulings()
        assert str(one.key) == first
        assert one.ruling is not None
        assert (one.ruling.ground, one.ruling.note) == (Ground.OTHER_ADOPTED, "حدثان")
        assert other.ruling is not None
        assert other.ruling.mark.relation is Relation.CONFLICT
        assert {one.by, other.by} == {window.reviewer}
    page.keyboard.press("KeyZ")
    expect(desk).to_have_attribute("data-key", str(other.key))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_address_names_the_pair_that_is_to_be_settled(
    disputed: Served, visit: NewVisit
) -> None:
    """A link opens the same pair for somebody else, also the first one; once it is settled, the next one stands there."""
    page = visit(disputed).open("adjudicate")
    desk = page.locator(".dispute")
    page.wait_for_url("**pair=**")
    page.keyboard.press("KeyK")
    first = desk.get_attribute("data-key") or ""
    expect(desk).not_to_have_attribute("data-key", first)
    key = desk.get_attribute("data-key") or ""
    page.wait_for_function(
        "key => new URL(location.href).searchParams.get('pair') === key", arg=key
    )
    other = visit(disputed, "en").page
    other.goto(page.url)
    expect(other.locator(".dispute")).to_have_attribute("data-key", key)
    page.keyboard.press("KeyG")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "key => new URL(location.href).searchParams.get('pair') === key", arg=first
    )
    page.reload()
    expect(desk).to_have_attribute("data-key", first)


def test_enter_on_a_link_follows_it_and_settles_nothing(disputed: Served, visit: NewVisit) -> None:
    """A ruling is ready, but the focus is on an entry of the sidebar."""
    window = visit(disputed)
    page = window.open("adjudicate")
    page.locator(".dispute .answers tbody tr").first.wait_for()
    page.keyboard.press("KeyG")
    page.locator("a[data-testid=stSidebarNavLink]", has_text="المشكلات").press("Enter")
    expect(page).to_have_url(re.compile("/problems"))
    with steered(disputed) as case:
        assert case.adjudication.rulings() == ()
