"""Whatever is wrong with a call: a message with its name and the next step, exit code 2, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from .program import Run, call, process

TEXT = "A strike hit a depot in Raqqa on 3 May 2019."
NEEDS_A_CASE = [
    ("compare",),
    ("queue",),
    ("decide", "a~b", "--relation", "agree"),
    ("undo",),
    ("verdicts",),
    ("report",),
    ("problems",),
    ("verify",),
    ("dump",),
    ("backup", "copy.db"),
]


def refused(found: Run, *said: str) -> bool:
    """Whether a call was refused in these words, with nothing on standard output and no traceback."""
    told = all(words in found.err for words in said)
    return (found.code, found.out) == (2, "") and "Traceback" not in found.err and told


@pytest.mark.parametrize("words", NEEDS_A_CASE, ids=lambda words: words[0])
def test_a_case_that_is_not_there_is_not_made_by_asking(
    words: tuple[str, ...], folder: Path
) -> None:
    """Only ``add``, ``load`` and ``serve`` make one; the message says how."""
    assert refused(call(*words), "There is no case file 'case.db'", "claims add")

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t", "holds no text"),
        (bytes(range(256)) * 9, "not a text file"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"<html><p>x", "marked-up"),
    ],
    ids=["empty", "blank", "binary", "pdf", "html"],
)
def test_a_file_without_usable_text_is_refused(data: bytes, said: str, folder: Path) -> None:
    """By name, with what to do."""
    (folder / "a.txt").write_bytes(data)

    assert refused(call("extract", "a.txt", "--json"), "a.txt", said)


def test_a_file_that_is_not_there_is_refused() -> None:
    """By name, with what to do."""
    assert refused(
        call("extract", "a.txt", "--json"), "a.txt cannot be read: No such file", "Check"
    )


def test_a_folder_is_refused_where_files_are_wanted(folder: Path) -> None:
    """With the way to name what is in it."""
    (folder / "texts").mkdir()

    assert refused(call("extract", "texts", "--json"), "texts is a folder", "texts/*.txt")


@pytest.mark.parametrize("date", ["yesterday", "2018-02-30", "03/04/2018"])
def test_a_date_of_publication_that_is_none_is_refused(date: str, folder: Path) -> None:
    """Before any file is read."""
    (folder / "a.txt").write_text(TEXT)

    assert refused(call("extract", "a.txt", "--published", date), "--published", date)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract",), "FILE..."),
        (("extract", "a.txt", "--jsn"), "--jsn"),
        (("extrct", "a.txt"), "extrct"),
        (("mentions", "--json"), "--kind"),
        (("mentions", "--kind", "person"), "person"),
        (("queue", "--limit", "0"), "--limit"),
        (("queue", "--limit", "many"), "--limit"),
        (("decide", "a~b"), "--relation"),
        (("decide", "a~b", "--relation", "agrees"), "agrees"),
        (("decide", "a~b", "--relation", "conflict", "--slot", "weapon"), "weapon"),
        (("report", "--language", "fr"), "fr"),
        (("schema", "clam"), "clam"),
        (("add", "missing"), "missing"),
        (("add", "a.txt", "--lineage", "official"), "--publisher"),
        (("verify", "--head", "12"), "12"),
        (("load", "missing.jsonl"), "missing.jsonl"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(
    words: tuple[str, ...], said: str, folder: Path
) -> None:
    """And says what it did not understand."""
    (folder / "a.txt").write_text(TEXT)

    assert refused(call(*words), said)

    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_setting_that_is_not_known_is_refused(folder: Path) -> None:
    """With the nearest one that is."""
    (folder / "a.txt").write_text(TEXT)

    assert refused(
        process("extract", "a.txt", "--json", folder=folder, CLAIMS_LANGAUGE="ar"),
        "CLAIMS_LANGAUGE",
        "CLAIMS_LANGUAGE",
    )


def test_a_file_that_is_too_large_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being read whole."""
    (folder / "a.txt").write_text(TEXT)
    monkeypatch.setenv("CLAIMS_MAX_BYTES", "10")

    assert refused(
        call("extract", "a.txt", "--json"), "a.txt is longer than 10 bytes", "CLAIMS_MAX_BYTES"
    )


def test_an_endless_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """At its limit."""
    monkeypatch.setenv("CLAIMS_MAX_BYTES", "1000")

    assert refused(call("extract", "/dev/zero", "--json"), "/dev/zero")


def test_a_file_that_is_no_case_is_refused_and_left_alone(folder: Path) -> None:
    """It is somebody's file."""
    (folder / "case.db").write_text("shopping list")

    assert refused(call("queue"), "case.db")

    assert (folder / "case.db").read_text() == "shopping list"


def test_a_name_that_is_not_utf8_is_told_all_the_same(folder: Path) -> None:
    """Bytes of a name never stop a message."""
    found = process(b"extract".decode(), folder / "\udcff.txt", "--json", folder=folder)

    assert refused(found, "\ufffd.txt cannot be read")
