"""Which case a tab is about."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from claims.services import Settings, Shelf
from workbench import shelved


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Two cases, of which the settings name the first."""
    made = Shelf(Settings(case=str(tmp_path / "home.db")))
    made.create("الرقة")
    return made


def cookies(*names: str) -> dict[str, str]:
    """What the browser sends, as ``components/person/case.js`` writes it."""
    return {shelved.COOKIE: quote("\n".join(names))}


def test_the_address_goes_before_all_else(shelf: Shelf) -> None:
    """Also where it names a case that is not there: another one in its place would mislead."""
    assert shelved.chosen("gone", cookies("الرقة"), shelf) == "gone"


def test_without_an_address_the_last_case_of_this_browser_opens(shelf: Shelf) -> None:
    """If it is still there; else the one the server was started with."""
    assert shelved.chosen("", cookies("الرقة", "home"), shelf) == "الرقة"
    assert shelved.chosen("", cookies("gone"), shelf) == "home"
    assert shelved.chosen("", {}, shelf) == "home"


def test_the_address_of_a_case_keeps_any_script(shelf: Shelf) -> None:
    """Percent-encoded, with the screen."""
    assert shelf
    assert shelved.address("a b", "documents") == "/documents?case=a+b"
    assert shelved.address("الرقة").isascii()
