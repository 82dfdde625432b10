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


@pytest.mark.parametrize(
    "words",
    [
        ("extract", ""),
        ("extract", "a.txt", ""),
        ("compare", ""),
        ("add", ""),
        ("load", ""),
        ("backup", ""),
        ("dump", "--out", ""),
        ("report", "--out", ""),
    ],
)
def test_an_empty_name_is_refused(words: tuple[str, ...], folder: Path) -> None:
    """It does not mean the folder one stands in, as a variable that was not set would have it."""
    (folder / "a.txt").write_text(TEXT)

    assert refused(call(*words), "A name is empty")

    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("verb", ["extract", "compare", "add"])
def test_a_file_is_named_as_it_was_typed(verb: str, folder: Path) -> None:
    """Two files of one name in different folders are told apart, whether refused or half understood."""
    for name in ("june", "july"):
        (folder / name).mkdir()
    (folder / "june" / "a.txt").write_bytes(b"")
    (folder / "july" / "a.txt").write_bytes(
        TEXT.encode() + b" \xff\n\xe2\x80\x9cIt was\xe2\x80\x9d"
    )

    found = call(verb, "june/a.txt", "./july/a.txt", "--json")

    assert found.code == 2
    assert "error: june/a.txt is empty" in found.err
    if verb != "add":
        assert "\u2068./july/a.txt\u2069: Line 1: bytes could not be read as utf-8" in found.err


@pytest.mark.parametrize("verb", ["extract", "add"])
@pytest.mark.parametrize("name", ["loop", "n" * 5000, "a.txt/b"])
def test_a_name_that_leads_nowhere_is_refused(verb: str, name: str, folder: Path) -> None:
    """Links in a circle, names no system takes, files that are taken for folders."""
    (folder / "a.txt").write_text(TEXT)
    (folder / "loop").symlink_to("loop")

    assert refused(call(verb, name), name)

    assert {path.name for path in folder.iterdir()} == {"a.txt", "loop"}


def test_folders_that_link_to_themselves_are_read_once(folder: Path) -> None:
    """A link to a folder above is not followed."""
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT)
    (folder / "in" / "again").symlink_to(folder / "in")

    assert len(call("add", "in", "--json").lines) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "empty.txt"), "is empty"),
        (("add", "empty.txt", "missing.txt"), "missing.txt"),
        (("add", "."), "holds no *.txt"),
        (("load", "empty.txt"), "empty.txt: The dump is empty"),
        (("load", "noise.bin"), "noise.bin: Line 1 of the dump"),
        (("load", "cut.jsonl"), "cut.jsonl: Line 1 of the dump"),
        (("load", "deep.jsonl"), "deep.jsonl: Line 1 of the dump"),
        (("load", "."), "directory"),
    ],
)
def test_what_fails_leaves_no_case_behind(words: tuple[str, ...], said: str, folder: Path) -> None:
    """Neither the file, nor its originals, nor the folders that were made for it."""
    (folder / "in").mkdir()
    for name, data in {
        "empty.txt": b"",
        "noise.bin": bytes(range(256)),
        "cut.jsonl": b'{"dump":1',
        "deep.jsonl": b"[" * 100_000,
    }.items():
        (folder / "in" / name).write_bytes(data)
    named = [f"in/{word}" if "." in word and word != "." else word for word in words]
    if words == ("add", "."):
        (folder / "in" / "empty.txt").unlink()
    before = sorted(folder.rglob("*"))

    assert refused(call(*named, "--case", "new/deep/case.db"), said)

    assert sorted(folder.rglob("*")) == before


def test_what_fails_leaves_a_case_that_was_there(folder: Path) -> None:
    """Also one in which nothing was written yet."""
    (folder / "a.txt").write_text(TEXT)
    (folder / "empty.txt").write_bytes(b"")
    call("add", "a.txt")
    before = (folder / "case.db").read_bytes()

    assert refused(call("add", "empty.txt"), "is empty")
    assert refused(call("load", "empty.txt"), "is empty")

    assert (folder / "case.db").read_bytes() == before


def test_one_good_file_is_reason_enough_for_a_case(folder: Path) -> None:
    """What was refused beside it takes nothing away."""
    (folder / "a.txt").write_text(TEXT)
    (folder / "empty.txt").write_bytes(b"")

    found = call("add", "empty.txt", "a.txt", "--json")

    assert (found.code, [line["status"] for line in found.lines]) == (2, ["added", "refused"])
    assert call("verify").code == 0


@pytest.mark.parametrize("key", ["a~b\n", "a\n~b", "a~b~c", "~", "a~a", "a b"])
def test_a_key_with_more_than_two_ids_in_it_is_refused(key: str, folder: Path) -> None:
    """A line feed that a script left at its end is told, not looked up."""
    (folder / "a.txt").write_text(TEXT)
    call("add", "a.txt")

    assert refused(call("decide", key, "--relation", "agree"), "is no key of a pair")


@pytest.mark.parametrize("out", ["case.db", "other.db", "in/../case.db"])
def test_a_dump_never_takes_the_place_of_its_case(out: str, folder: Path) -> None:
    """Under whatever name it is meant."""
    (folder / "a.txt").write_text(TEXT)
    (folder / "in").mkdir()
    call("add", "a.txt")
    (folder / "other.db").hardlink_to(folder / "case.db")
    before = (folder / "case.db").read_bytes()

    assert refused(call("dump", "--out", out), "is the case itself")

    assert (folder / "case.db").read_bytes() == before


def test_a_report_never_takes_the_place_of_its_case(folder: Path) -> None:
    """A case may have any ending."""
    (folder / "a.txt").write_text(TEXT)
    call("add", "a.txt", "--case", "case.html")

    assert refused(call("report", "--case", "case.html", "--out", "case.html"), "the case itself")

    assert call("verify", "--case", "case.html").code == 0


@pytest.mark.parametrize("verb", [("add", "a.txt"), ("load", "-"), ("queue",), ("verify",)])
def test_a_case_of_an_impossible_name_is_refused(verb: tuple[str, ...], folder: Path) -> None:
    """Whether the command would make it or not."""
    (folder / "a.txt").write_text(TEXT)

    assert refused(call(*verb, "--case", "n" * 5000), "nnnn")


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


def test_options_of_verify_that_nothing_is_compared_with_are_refused(folder: Path) -> None:
    """A head beside a package, and a key without one: whoever gives them must not believe that they were checked."""
    (folder / "a.txt").write_text(TEXT)
    call("add", "a.txt")
    call("package", "p.zip")
    assert refused(call("verify", "p.zip", "--head", f"1:{'a' * 64}"), "--head")
    assert refused(call("verify", "--key", "0" * 64), "Name the package")


def test_a_package_that_does_not_hold_only_names_its_key(folder: Path) -> None:
    """Of one that is not as it was signed nothing says that it is signed."""
    (folder / "a.txt").write_text(TEXT)
    call("add", "a.txt")
    call("package", "p.zip")
    data = (folder / "p.zip").read_bytes()
    (folder / "p.zip").write_bytes(data.replace(b"report.html", b"report.htmk"))
    told = call("verify", "p.zip")
    assert told.code == 1
    assert "names the key" in told.out + told.err
    assert not any(line.startswith("signed with") for line in (told.out + told.err).splitlines())
