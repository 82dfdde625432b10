"""The first frame."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from streamlit.elements.exception import _GENERIC_UNCAUGHT_EXCEPTION_TEXT

from workbench import frame


def test_the_page_comes_in_the_readers_direction() -> None:
    """Right-to-left stands in the first byte that is sent, not in a script that runs later."""
    assert b'<html lang="ar" dir="rtl"' in frame.page("ar")
    assert b'<html lang="en" dir="ltr"' in frame.page("en")
    assert "منضدة الادعاءات" in frame.page("ar").decode()


def test_the_page_names_nothing_outside() -> None:
    """No address but our own, and the icon travels inside."""
    assert re.findall(r'(?:src|href)="(?:https?:)?//', frame.page("ar").decode()) == []
    assert b"data:image/svg+xml" in frame.page("en")


def test_hashes_are_those_of_the_inline_scripts() -> None:
    """Another Streamlit brings other scripts, and ours changes too; the policy follows."""
    inline = re.findall(r"<script>(.*?)</script>", frame.page("ar").decode(), re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inline]
    assert [f"'sha256-{one}'" for one in hashes] == list(frame.script_hashes())
    assert len(hashes) > 1


def test_streamlits_own_words_come_in_the_readers_language() -> None:
    """Names that only screen readers meet are Arabic too; a fault of the program is ours to tell in both."""
    page = frame.page("ar").decode()
    [table] = re.findall(r'<script id="streamlit-words"[^>]*>(.*?)</script>', page)
    assert json.loads(table)["Collapse sidebar"] == "طي الشريط الجانبي"
    assert json.loads(table)["Page {}"] == "الصفحة {}"
    [english] = re.findall(
        r'<script id="streamlit-words"[^>]*>(.*?)</script>', frame.page("en").decode()
    )
    assert "What was stored is safe" in json.loads(english)[_GENERIC_UNCAUGHT_EXCEPTION_TEXT]


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        ("en", "ar", "en"),
        ("ar", "en-GB,en;q=0.9", "ar"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "fr-FR,fr;q=0.9,ar-SY;q=0.8,en;q=0.7", "ar"),
        ("", "", "ar"),
        ("xx", "de", "ar"),
    ],
)
def test_the_language_is_the_readers_choice_else_the_browsers(
    cookie: str, accepted: str, language: str
) -> None:
    """Cookie, then what the browser prefers among ours, then Arabic."""
    assert frame.preferred(cookie, accepted) == language


def test_the_reviewers_name_survives_its_cookie() -> None:
    """Arabic names are percent-encoded there; an empty one falls back."""
    assert frame.reviewer("%D9%87%D8%AF%D9%89", "root") == "هدى"
    assert frame.reviewer("  ", "root") == "root"
    assert len(frame.reviewer("x" * 500, "root")) == 80
