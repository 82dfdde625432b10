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
