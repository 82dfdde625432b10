"""The matrix: from a source that nobody has named to its name."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewVisit
from tests.browser.served import Served


def test_who_published_a_document_is_said_from_the_matrix(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Its head says that nobody is named, leads to the open card of the document, and bears the name after that."""
    window = visit(seeds_of_my_own, "en")
    page = window.open("matrix")
    head = page.get_by_role("columnheader", name="004_5b07cba05907d8b9.txt")
    expect(head).to_contain_text("no publisher given")
    head.get_by_role("button").click()
    publisher = page.get_by_role("textbox", name="Publisher")
    expect(publisher).to_be_visible()
    publisher.fill("Deir Press")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_text("Kept.").first).to_be_visible(timeout=60_000)
    page = window.open("matrix")
    expect(page.get_by_role("columnheader", name="Deir Press")).to_be_visible()


def test_the_name_of_a_file_stands_on_one_line(seeds: Served, visit: NewVisit) -> None:
    """In the head of the matrix, in either direction of writing: of a document without a headline it is all that tells it."""
    for language in ("ar", "en"):
        page = visit(seeds, language).open("matrix")
        names = page.locator(".matrix thead :is(.name, .file)")
        names.first.wait_for()
        for name in names.all():
            assert name.evaluate("one => one.getClientRects().length") == 1
            assert name.evaluate(
                "one => one.scrollHeight <= 1.9 * parseFloat(getComputedStyle(one).fontSize)"
            )


def test_a_point_reads_latitude_first_from_right_to_left_too(
    seeds: Served, visit: NewVisit
) -> None:
    """What is typed and what is shown as an example keep their order."""
    page = visit(seeds, "ar").open("words", "?tab=places")
    field = page.get_by_placeholder("35.95, 39.01")
    expect(field).to_be_visible()
    assert field.evaluate("one => getComputedStyle(one).direction") == "ltr"
