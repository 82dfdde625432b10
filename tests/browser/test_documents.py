"""Taking documents in by a browser."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FilePayload, expect

from claims.services import Settings, open_case
from tests.browser.conftest import NewVisit
from tests.browser.served import Served

LOCAL = "أفادت شبكة محلية أن طيران التحالف قصف حاجزا للجيش في مدينة الرقة يوم 5 حزيران 2017."


def test_from_an_empty_case_to_documents(tmp_path: Path, visit: NewVisit) -> None:
    """The first minute: an empty overview, two files of which one is broken, a line on each."""
    served = Served(tmp_path / "case.db", tmp_path)
    served.start()
    try:
        window = visit(served, "en")
        page = window.open("overview")
        page.get_by_role("button", name="Begin: add documents").click()
        page.locator("input[type=file]").first.set_input_files(
            [
                FilePayload(name="local.txt", mimeType="text/plain", buffer=LOCAL.encode()),
                FilePayload(name="broken.txt", mimeType="text/plain", buffer=b"\x00\x01" * 50),
            ]
        )
        page.get_by_role("button", name="Add the files").click()
        expect(page.get_by_text("local.txt").first).to_be_visible()
        expect(page.get_by_text("not added")).to_contain_text("broken.txt", timeout=60_000)
        expect(page.locator(".listing")).to_contain_text("local.txt", timeout=60_000)
        page.get_by_role("button", name="local.txt").click()
        expect(page.locator(".reading .text")).to_have_text(LOCAL)
        with open_case(Settings(case=str(served.case))) as case:
            assert [head.name for head in case.documents.list().items] == ["local.txt"]
    finally:
        served.stop()


def test_the_upload_speaks_the_readers_language(seeds: Served, visit: NewVisit) -> None:
    """Streamlit's own words are English only; the reader sees ours."""
    page = visit(seeds).open("documents")
    page.get_by_text("إضافة وثائق").click()
    zone = page.locator("[data-testid=stFileUploaderDropzone]").first
    expect(zone).to_be_visible()
    shown = zone.evaluate("one => one.innerText")
    assert not re.search(
        "[a-z]", shown.strip().removeprefix("upload")
    )  # the sign is a letter of its font
    expect(zone.locator("button")).to_have_accessible_name("اختر ملفات")


UNDATED = {
    "a.txt": "قتل مدنيان بقصف استهدف مدينة الرقة صباح اليوم الجمعة 29 تشرين الثاني.",
    "b.txt": "Aircraft struck a depot of ISIS in Raqqa yesterday, killing four civilians.",
    "c.txt": "قصفت طائرات مدينة الرقة اليوم.",
}


def test_days_and_publishers_of_several_documents_are_said_by_keyboard(
    tmp_path: Path, visit: NewVisit
) -> None:
    """A suggestion is taken by a press and kept by another; Enter goes down; Z takes all of it back; what is refused stays in its field, also of a page that is loaded again."""
    served = Served(tmp_path / "case.db", tmp_path)
    with open_case(Settings(case=str(served.case))) as case:
        for name, text in UNDATED.items():
            case.documents.add_bytes(text.encode(), name=name)
    served.start()
    try:
        window = visit(served, "en", "ana")
        page = window.open("documents", "?state=undated&edit=1")
        days = page.locator(".dating input[data-field=published]")
        page.get_by_role("button", name="29 November 2024").press("Enter")
        expect(days.nth(0)).to_have_value("2024-11-29")
        expect(days.nth(0)).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.type("2999-11-29")
        expect(page.locator(".dating .warn").nth(1)).to_have_text("This day is still to come.")
        days.nth(1).fill("2024-11-30")
        page.keyboard.press("Enter")
        page.keyboard.type("soon")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Keep (3)")).to_be_focused()
        with open_case(Settings(case=str(served.case))) as case:
            assert case.documents.undated() == 3
        page.keyboard.press("Enter")
        expect(page.get_by_text("Kept of 2 documents")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("not kept.")).to_be_visible()
        expect(days).to_have_count(1)
        expect(days.first).to_have_value("soon")
        with open_case(Settings(case=str(served.case))) as case:
            found = {head.name: head.published for head in case.documents.list().items}
        assert found == {"a.txt": "2024-11-29", "b.txt": "2024-11-30", "c.txt": ""}
        page.keyboard.press("z")
        expect(page.get_by_text("Taken back of 2 documents")).to_be_visible(timeout=60_000)
        expect(days).to_have_count(3)
        page.reload()
        expect(days.nth(2)).to_have_value("soon", timeout=60_000)
        assert window.complaints == []
    finally:
        served.stop()
