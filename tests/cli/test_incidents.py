"""``claims incidents`` and ``claims matrix``."""

from __future__ import annotations

from pathlib import Path

import pytest

from .program import call
from .test_case import valid

ACCOUNTS = {
    "official": "The defence ministry said aircraft of the Coalition struck a depot of ISIS in Raqqa on 3 May 2019.",
    "local": "Local networks said the Coalition struck a checkpoint of the Syrian army in Raqqa on 3 May 2019.",
}


@pytest.fixture
def told(folder: Path) -> Path:
    """A case with two accounts of one strike, compared."""
    for name, text in ACCOUNTS.items():
        (folder / f"{name}.txt").write_text(text)
        call("add", folder / f"{name}.txt")
    call("compare")
    return folder


@pytest.mark.usefixtures("told")
def test_incidents_come_as_lines_of_their_form() -> None:
    """One event, two sources that are two lineages."""
    found = valid(call("incidents", "--sources", "2", "--json"), "incident")

    [incident] = found.lines
    assert (incident["first"], incident["lineages"], len(incident["accounts"])) == (
        "2019-05-03",
        2,
        2,
    )


@pytest.mark.usefixtures("told")
def test_the_matrix_needs_a_person_where_there_is_a_conflict() -> None:
    """Exit code 1, and the slot on which both part."""
    found = valid(call("--exit-code", "matrix", "--json"), "matrix")

    [row] = found.lines
    assert [cell["conflicting"] for cell in row["cells"]] == [["target"], ["target"]]
    assert found.code == 1


@pytest.mark.usefixtures("told")
def test_a_person_reads_what_the_accounts_part_on_in_their_words() -> None:
    """The date, each source with what it says, and against whom."""
    shown = " ".join(call("matrix").out.split())

    assert "3 May 2019" in shown
    assert "aircraft of the Coalition struck a depot of ISIS" in shown
    assert "target" in shown
    assert shown.index("depot of ISIS") < shown.index("checkpoint of the Syrian army")


@pytest.mark.parametrize(
    ("language", "title", "part"),
    [("en", "strike · \u2068Raqqa\u2069 · 3 May 2019", "✗ target"), ("ar", "الرقة", "✗ الهدف")],
)
@pytest.mark.usefixtures("told")
def test_an_incident_is_told_in_words(language: str, title: str, part: str) -> None:
    """What, where, when; on what the accounts part, both sides quoted; no machine's date."""
    shown = call("incidents", "--sources", "2", "--lang", language).out

    assert title in shown
    assert part in shown
    assert "depot of ISIS»" in shown
    assert "checkpoint of the Syrian army»" in shown
    assert "9999" not in shown
    assert "2019-05-03" not in shown


@pytest.mark.usefixtures("told")
def test_an_open_date_is_said_in_words(folder: Path) -> None:
    """*Since September 2014* has no last day."""
    text = "The monitors said the Coalition has bombed Raqqa since September 2014."
    (folder / "since.txt").write_text(text)
    call("add", folder / "since.txt")

    assert "9999" not in call("incidents").out
    lines = valid(call("incidents", "--json"), "incident").lines
    assert not any("9999" in one["last"] + one["latest"] for one in lines)
