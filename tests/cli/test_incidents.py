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
def test_a_person_reads_signs_and_names() -> None:
    """The date, then each source."""
    shown = call("matrix").out

    assert "2019-05-03" in shown
    assert shown.count("✗") == 2
