"""Bad input of reviewers is refused in a sentence that says what to do, and nothing is stored."""

# ruff: noqa: ARG005 - not every input needs the pair

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.report.exports import commas

from .program import call, process
from .test_case import accounts, key

__all__ = ["accounts", "key"]

REFUSED: dict[str, tuple[Callable[[str], list[str]], str]] = {
    "no day": (
        lambda key: ["link", "pair", key, "https://example.org", "--retrieved", "yesterday"],
        "Write it as 2018-04-03",
    ),
    "no name": (
        lambda key: ["decide", key, "--relation", "agree", "--by", ""],
        "leave --by out",
    ),
    "blank name": (lambda key: ["queue", "--by", " "], "leave --by out"),
    "two lines": (lambda key: ["queue", "--by", "ana\nben"], "in one line"),
    "turned around": (lambda key: ["queue", "--by", "ana\u202eneb"], "signs that nobody sees"),
    "agreeing conflict": (
        lambda key: ["decide", key, "--relation", "agree", "--apparent", "scope"],
        "Leave the kind of apparent conflict out",
    ),
    "days the wrong way round": (
        lambda key: ["queue", "--since", "2019-05-04", "--until", "2019-05-03"],
        "the earlier day as since",
    ),
    "no place to go on": (lambda key: ["queue", "--after", "foo"], "Hand back the `after`"),
    "nor that": (lambda key: ["next", "--after", f"x~{key}"], "Hand back the `after`"),
    "a folder": (lambda key: ["report", "--out", "."], "Name a file in it"),
    "no package": (lambda key: ["verify", "nofile"], "There is no package nofile"),
    "not yours": (lambda key: ["settle", key, "--relation", "agree", "--ground", "evidence"], ""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_meant_is_refused_with_what_to_do(key: str, what: str) -> None:
    """Exit code 2, the sentence on standard error, the record as it was."""
    before = call("verify", "--json").lines
    words, said = REFUSED[what]
    found = call(*words(key))
    told = " ".join(found.err.split())
    assert (found.code, found.out) == (2, "")
    assert said in told.replace("│ ", "").replace(" │", "")
    assert "Traceback" not in found.err
    assert call("verify", "--json").lines == before


@pytest.mark.usefixtures("key")
def test_a_filter_that_fits_nothing_says_which() -> None:
    """Not that nothing waits."""
    for verb in ("queue", "next"):
        assert "No claim of the case has \u2068Nobody\u2069" in call(verb, "--source", "Nobody").err
        assert (
            "Leave out a filter" in call(verb, "--since", "1999-01-01", "--until", "1999-01-02").err
        )


@pytest.mark.usefixtures("key")
def test_a_table_without_its_key_is_refused(folder: Path) -> None:
    """With rows or without."""
    for rows in ([], [{"version": "1"}]):
        with (folder / "t.csv").open("wb") as stream:
            commas.write_rows(("version", "my_relation"), rows, stream)
        found = call("import", "t.csv")
        assert (found.code, "no column" in found.err) == (2, True)


@pytest.mark.usefixtures("key")
def test_bytes_beside_a_package_are_found(folder: Path) -> None:
    """Behind it and before it: no signature speaks of them."""
    call("package", "p.zip")
    whole = (folder / "p.zip").read_bytes()
    for odd in (whole + b"x" * 30, whole + b"x", b"x" * 30 + whole):
        (folder / "p.zip").write_bytes(odd)
        found = call("verify", "p.zip")
        assert found.code in {1, 2}
        told = " ".join((found.out + found.err).split())
        assert "package" in told or "is not as the program writes it" in told
    (folder / "p.zip").write_bytes(whole)
    assert call("verify", "p.zip").code == 0


@pytest.mark.usefixtures("key")
def test_a_cut_backup_is_called_a_cut_backup(folder: Path) -> None:
    """And becomes no case."""
    call("backup", "copy.db")
    whole = (folder / "copy.db").read_bytes()
    (folder / "copy.db").write_bytes(whole[: len(whole) // 2])
    found = call("restore", "copy.db", "--case", "again.db")
    assert found.code == 2
    assert "could not be written" not in found.err
    assert "another backup" in found.err or "older backup" in found.err
    assert not (folder / "again.db").exists()


def test_a_file_name_that_is_no_text_is_shown_as_one(folder: Path) -> None:
    """Its bytes that are no UTF-8 stand as U+FFFD, and its text is read."""
    name = os.fsencode(str(folder)) + b"/odd\xff.txt"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name that is no text
        file.write("The ministry said five people were killed in Homs on 3 May 2019.")
    found = process("add", os.fsdecode(name), folder=folder)
    assert found.code == 0
    assert "odd\ufffd.txt" in found.out
    assert process("verify", folder=folder).code == 0
