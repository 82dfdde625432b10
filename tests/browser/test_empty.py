"""Every screen of a case that holds nothing, in both languages: what a person sees who opens the workbench without articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import TITLES
from tests.browser.conftest import NewVisit
from tests.browser.served import Served, standing
from tests.browser.test_screens import barriers, strange

WRONG = "[data-testid=stException], [data-testid=stAlertContentError]"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a case without documents."""
    folder = tmp_path_factory.mktemp("empty")
    with standing(Served(folder / "case.db", folder)) as served:
        yield served


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_screen_of_an_empty_case_is_whole(
    empty: Served, visit: NewVisit, language: str
) -> None:
    """Drawn without a fault or a barrier, in one language, from one screen to the next; in English in the dark."""
    window = visit(empty, language)
    window.page.emulate_media(color_scheme="dark" if language == "en" else "light")
    for screen in TITLES:
        page = window.open(screen)
        page.wait_for_timeout(200)
        assert page.locator(WRONG).count() == 0, screen
        assert strange(page, language, window.reviewer) == set(), screen
        assert barriers(page) == {}, screen
    assert window.complaints == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_case_begins_with_adding(empty: Served, visit: NewVisit, language: str) -> None:
    """From every screen that shows what stands in documents one button leads to open fields, without filters of nothing."""
    window = visit(empty, language)
    begin = "ابدأ: أضف وثائق" if language == "ar" else "Begin: add documents"
    for screen in (
        *("overview", "reading", "compare", "adjudicate", "incidents", "matrix", "verdicts"),
        "problems",
    ):
        page = window.open(screen)
        assert page.locator("[data-testid=stSelectbox], [data-testid=stButtonGroup]").count() == 0
        page.get_by_role("button", name=begin).click()
        expect(page.locator("[data-testid=stFileUploaderDropzone]").first).to_be_visible()
        assert page.locator("[data-testid=stSelectbox]").count() == 0


def test_the_screens_of_a_pasted_account_are_there_at_once(visit: NewVisit, tmp_path: Path) -> None:
    """The first document of all is pasted, read, and listed, and the fields fold."""
    with standing(Served(tmp_path / "case.db", tmp_path)) as served:
        page = visit(served, "en").open("documents")
        page.get_by_role("tab", name="Pasted text").click()
        page.get_by_role("textbox", name="Name, or nothing").fill("first")
        page.get_by_role("textbox", name="Text", exact=True).fill(
            "Coalition aircraft bombed a school in Raqqa on 3 May 2017, killing 4 civilians."
        )
        page.get_by_role("button", name="Add the text").click()
        expect(page.get_by_text("1 document", exact=True)).to_be_visible(timeout=20_000)
