"""The first frame."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit

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


def test_hashes_are_those_of_the_installed_inline_scripts() -> None:
    """Another Streamlit brings other scripts; the policy follows."""
    installed = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.*?)</script>", installed, re.DOTALL)
    assert len(inline) == len(frame.script_hashes()) > 0
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert frame.script_hashes()[0] == f"'sha256-{digest}'"
    assert inline[0] in frame.page("ar").decode()


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
