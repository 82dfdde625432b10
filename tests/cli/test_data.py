"""Data of a case from the command line, there and back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims.report.exports import commas
from claims.report.exports.formats import DATA_FORMATS

from .program import call
from .test_case import LOCAL, OFFICIAL, valid


@pytest.fixture
def filled(folder: Path) -> Path:
    """A folder with a case of two accounts that were compared."""
    for name, text in (("official", OFFICIAL), ("local", LOCAL)):
        (folder / f"{name}.txt").write_text(text)
        call("add", folder / f"{name}.txt")
    call("compare")
    return folder


@pytest.mark.parametrize("name", DATA_FORMATS)
def test_every_format_is_written_and_receipted(filled: Path, name: str) -> None:
    """With its size, its hash, and what is not in it."""
    found = valid(call("export", name, "--out", filled / "out", "--json"), "export")

    assert (found.code, found.lines[0]["faults"]) == (0, [])
    assert (filled / "out").stat().st_size == found.lines[0]["size"]


@pytest.mark.usefixtures("filled")
def test_an_unknown_format_is_wrong_use() -> None:
    """With the formats there are."""
    found = call("export", "odt")

    assert found.code == 2
    assert "xlsx" in found.err


def test_a_table_is_filled_in_shown_and_recorded(filled: Path) -> None:
    """Nothing is recorded before it was asked for."""
    path = filled / "pairs.csv"
    call("export", "pairs.csv", "--out", path)
    row = next(commas.read(io.BytesIO(path.read_bytes())))
    with path.open("wb") as stream:
        commas.write_rows(tuple(row), [row | {"my_relation": "agree"}], stream)

    shown = valid(call("import", path, "--json"), "read-back")
    assert (shown.code, shown.lines[0]["applied"]) == (0, False)
    assert shown.lines[0]["changes"][0]["after"]["relation"] == "agree"
    assert valid(call("import", path, "--apply", "--json"), "read-back").lines[0]["applied"]
    again = call("import", path)
    assert (again.code, again.err) == (0, "")
    assert "as it is: 1" in again.out


def test_a_row_that_cannot_be_used_needs_a_person(filled: Path) -> None:
    """It is named, with what to do."""
    path = filled / "pairs.csv"
    call("export", "pairs.csv", "--out", path)
    row = next(commas.read(io.BytesIO(path.read_bytes())))
    with path.open("wb") as stream:
        commas.write_rows(tuple(row), [row | {"my_relation": "conflict"}], stream)
    found = call("import", path)

    assert found.code == 1
    assert "Row 2 of the table pairs" in found.err
    assert "at least one slot" in found.err


def test_a_package_is_made_here_and_checked_without_the_case(filled: Path) -> None:
    """The printed key is all that is needed."""
    made = valid(call("package", filled / "case.zip", "--json"), "packed")
    (filled / "case.db").unlink()
    key = made.lines[0]["key"]

    found = valid(call("verify", filled / "case.zip", "--key", key, "--json"), "checked")
    assert (found.code, found.lines[0]["holds"], found.lines[0]["known"]) == (0, True, True)
    other = call("verify", filled / "case.zip", "--key", "ab" * 32)
    assert other.code == 1
    assert "signature" in other.out
    assert not (filled / "case.db").exists()


def test_what_a_package_goes_without_is_said(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And where to read why; a whole one says nothing of the kind."""
    assert "without" not in call("package", filled / "whole.zip").err
    monkeypatch.setattr("claims.services.packaging.PAPER_IN_PACKAGE", 1)
    said = call("package", filled / "case.zip").err
    assert "without report.pdf: README.md in the package says why" in said


def test_what_a_table_brings_is_shown_in_its_words_and_obeyed_by_no_terminal(filled: Path) -> None:
    """The reason and the note that would be recorded are there to be read; what would turn the line is not."""
    path = filled / "pairs.csv"
    call("export", "pairs.csv", "--out", path)
    row = next(commas.read(io.BytesIO(path.read_bytes())))
    words = {"my_relation": "agree", "my_reason": "same \u202e day", "my_note": "look \u202e here"}
    with path.open("wb") as stream:
        commas.write_rows(tuple(row), [row | words], stream)
    shown = call("import", path).out

    assert "same <U+202E> day" in shown
    assert "look <U+202E> here" in shown
    assert "\u202e" not in shown
