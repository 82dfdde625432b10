"""How a case is read, on the command line: parties, places, checks, reading again."""

from __future__ import annotations

import pytest

from .program import call
from .test_case import accounts, key, valid

__all__ = ["accounts", "key"]

pytestmark = pytest.mark.usefixtures("key")


def test_a_party_and_a_place_are_added_listed_and_taken_out() -> None:
    """Each line is of its form; what is wrong is refused."""
    added = valid(call("party", "Raad Battalion", "--alias", "كتيبة الرعد", "--json"), "party")
    assert added.lines[0]["id"] == "own-raad-battalion"
    assert "documents read again: 0" in added.err
    assert "Raad Battalion" in call("party").out
    assert call("party", "X", "--kind", "sort").code == 2
    within = call("place", "Red Plateau", "--within", "admin1:SY-raqqa", "--json")
    assert valid(within, "place").lines[0]["within"] == ["admin1:SY-raqqa"]
    assert call("place", "X", "--lat", "1").code == 2
    assert call("party", "--remove").code == 2
    assert call("party", "--remove", "--id", "own-raad-battalion", "--json").lines == []


def test_checks_are_listed_and_switched() -> None:
    """Off and on again; a name and a switch go together."""
    before = valid(call("checks", "--json"), "check").lines
    assert all(each["on"] for each in before)
    off = call("checks", "weekday", "--off", "--json").lines
    assert [each["id"] for each in off if not each["on"]] == ["weekday"]
    assert call("checks", "weekday").code == 2
    assert "weekday" in call("checks", "weekday", "--on").out


def test_documents_are_read_again() -> None:
    """All of them or one; the same engine changes nothing."""
    (line,) = valid(call("reread", "--json"), "reread").lines
    assert (line["changed"], line["revised"], line["questions"]) == ([], 0, 0)
    assert line["documents"] > 0
    assert call("reread", "no-such").code == 2
    assert "documents read again" in call("reread").out
