"""The way through a case: add, compare, queue, decide, undo, verdicts, report, record, dump."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claims.report.schemas import schema_of

from .program import Run, call, process

OFFICIAL = "The defence ministry said a strike hit a depot in Raqqa on 3 May 2019."
LOCAL = "Local networks said a strike hit a school in Raqqa on 3 May 2019."


def valid(found: Run, form: str) -> Run:
    """The call, after every line of it was checked against the schema of a form."""
    validator = Draft202012Validator(schema_of(form))
    for line in found.lines:
        validator.validate(line)
    return found


@pytest.fixture
def accounts(folder: Path) -> Path:
    """A folder with two accounts of one strike."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "official.txt").write_text(OFFICIAL)
    (texts / "local.txt").write_text(LOCAL)
    return texts


@pytest.fixture
def key(accounts: Path) -> str:
    """The pair of a case that was filled and compared."""
    call("add", accounts)
    call("compare")
    (pair,) = call("queue", "--json").lines
    return str(pair["key"])


def test_adding_a_folder_makes_the_case(accounts: Path, folder: Path) -> None:
    """Each file is a line with its document."""
    found = valid(call("add", accounts, "--json", "--published", "2019-05-04"), "added")

    assert found.code == 0
    assert [(line["status"], line["name"]) for line in found.lines] == [
        ("added", "local.txt"),
        ("added", "official.txt"),
    ]
    assert {line["document"]["published"] for line in found.lines} == {"2019-05-04"}
    assert (folder / "case.db").is_file()


def test_adding_the_same_bytes_again_changes_nothing(accounts: Path) -> None:
    """They are told of as present."""
    call("add", accounts)

    found = valid(call("add", accounts, "--json"), "added")

    assert {line["status"] for line in found.lines} == {"present"}
    assert found.code == 0


def test_a_file_that_is_refused_does_not_keep_the_others_out(accounts: Path) -> None:
    """Its line says why, and the exit code is 2."""
    (accounts / "empty.txt").write_bytes(b"")

    found = valid(call("add", accounts, "--json"), "added")

    assert found.code == 2
    (refused,) = [line["name"] for line in found.lines if line["status"] == "refused"]
    assert refused.endswith("empty.txt")
    assert [line["status"] for line in found.lines].count("added") == 2
    assert "empty.txt is empty" in found.err


def test_whoever_adds_by_name_also_looks_at_what_was_read(accounts: Path, folder: Path) -> None:
    """Where the actor of the settings does not work on the case, one who does adds, and nothing fails behind it."""
    call("add", accounts)
    call("people", "boss", "--role", "admin", "--by", "boss")
    (folder / "more.txt").write_text(OFFICIAL.replace("3 May", "4 May"))

    added = call("add", "more.txt", "--by", "boss")

    assert (added.code, "does not work" in added.err) == (0, False)


def test_what_a_check_noticed_is_in_the_case_and_in_its_report(folder: Path) -> None:
    """A weekday that cannot be needs a person: exit code 1 when asked for, and the report tells it."""
    (folder / "a.txt").write_text(OFFICIAL.replace("3 May", "Saturday 3 May"))

    assert call("--exit-code", "add", "a.txt").code == 1
    call("report", "--out", "r.html", "--language", "en")
    assert "The checks noticed nothing" not in (folder / "r.html").read_text("utf-8")


def test_what_is_said_of_the_publisher_is_kept(accounts: Path) -> None:
    """Name, kind and address."""
    found = call(
        "add", accounts / "local.txt", "--json", "--publisher", "River News",
        "--lineage", "local network", "--address", "https://example.org/1",
    )  # fmt: skip

    (line,) = found.lines
    assert line["document"]["publisher"] == {"name": "River News", "lineage": "local network"}
    assert line["document"]["address"] == "https://example.org/1"


def test_comparing_the_case_tells_what_is_new(accounts: Path) -> None:
    """And a second time that nothing is."""
    call("add", accounts)
    first = valid(call("--exit-code", "compare", "--json"), "compared")
    second = valid(call("--exit-code", "compare", "--json"), "compared")

    assert (first.lines, first.code) == (
        [{"pairs": 1, "new": 1, "changed": 0, "gone": 0, "passed_over": 0, "changed_answered": 0}],
        1,
    )
    assert (second.lines, second.code) == (
        [{"pairs": 1, "new": 0, "changed": 0, "gone": 0, "passed_over": 0, "changed_answered": 0}],
        0,
    )


@pytest.mark.usefixtures("key")
def test_the_queue_shows_both_claims_and_why_the_pair_is_next() -> None:
    """All is well while something waits; exit code 1 for whoever asks."""
    assert call("queue").code == 0
    found = valid(call("--exit-code", "queue", "--json"), "queue")

    (pair,) = found.lines
    assert found.code == 1
    assert pair["mine"] is None
    assert pair["why"]["en"]
    assert {slot["slot"]: slot["level"] for slot in pair["comparison"]["slots"]}["target"] == (
        "DIFFERENT"
    )


def test_a_decision_is_recorded_and_leaves_the_queue(key: str) -> None:
    """With who, what and why."""
    found = valid(
        call(
            "decide", key, "--relation", "conflict", "--slot", "target", "--reason", "school, not depot",
            "--by", "ana", "--confidence", "0.9", "--json",
        ),
        "decision",
    )  # fmt: skip

    (row,) = found.lines
    assert found.code == 0
    assert (row["key"], row["by"], row["live"]) == (key, "ana", True)
    assert row["mark"]["slots"] == ["target"]
    assert row["mark"]["reason"] == "school, not depot"
    assert call("queue", "--by", "ana").code == 0
    assert call("--exit-code", "queue", "--by", "ben").code == 1


def test_undo_takes_the_newest_decision_back(key: str) -> None:
    """Once; then there is nothing to undo."""
    call("decide", key, "--relation", "unsure", "--by", "ana")

    found = valid(call("undo", "--by", "ana", "--json"), "decision")

    assert found.lines[0]["mark"] is None
    assert call("--exit-code", "queue", "--by", "ana").code == 1
    again = call("undo", "--by", "ana")
    assert again.code == 2
    assert "ana" in again.err


def test_a_conflict_without_a_slot_is_refused(key: str) -> None:
    """The model says so; nothing is recorded."""
    before = call("dump").out

    found = call("decide", key, "--relation", "conflict")

    assert found.code == 2
    assert "names at least one slot" in found.err
    assert key in found.err
    assert call("dump").out == before


@pytest.mark.parametrize("wrong", ["nonsense", "0000000000000000~1111111111111111", "a~a"])
@pytest.mark.usefixtures("key")
def test_a_pair_that_is_not_there_is_refused_by_its_key(wrong: str) -> None:
    """With what a key looks like or where to find one."""
    found = call("decide", wrong, "--relation", "agree")

    assert found.code == 2
    assert wrong in found.err


def test_a_decision_on_an_older_version_is_refused(key: str) -> None:
    """Who saw another comparison looks again."""
    found = call("decide", key, "--relation", "agree", "--seen", "7")

    assert found.code == 2
    assert key in found.err


def test_verdicts_follow_from_decisions(key: str) -> None:
    """Exit code 1 while pairs are undecided."""
    before = valid(call("--exit-code", "verdicts", "--json"), "verdict")
    call("decide", key, "--relation", "conflict", "--slot", "target")
    after = valid(call("--exit-code", "verdicts", "--json"), "verdict")

    assert (before.code, after.code) == (1, 0)
    assert {line["label"] for line in before.lines} == {"not_enough_evidence"}
    assert before.lines != after.lines


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_report_is_written_with_its_hash_told(key: str, folder: Path, language: str) -> None:
    """The file is the page."""
    call("decide", key, "--relation", "conflict", "--slot", "target", "--reason", "<b>school</b>")

    found = valid(call("report", "--out", "r.html", "--language", language, "--json"), "report")

    page = (folder / "r.html").read_text("utf-8")
    assert found.code == 0
    assert found.lines[0]["size"] == len(page.encode())
    assert f'<html lang="{language}"' in page
    assert "&lt;b&gt;school&lt;/b&gt;" in page


def test_a_format_nobody_writes_is_refused(key: str, folder: Path) -> None:
    """By its ending."""
    found = call("report", "--out", f"{key[:4]}.docx2")

    assert found.code == 2
    assert ".docx2" in found.err
    assert not list(folder.glob("*.docx2"))


def test_problems_are_listed(accounts: Path) -> None:
    """Exit code 1 when there are some, with document and kind."""
    (accounts / "odd.txt").write_text(OFFICIAL + " \u202e")
    call("add", accounts)

    found = valid(call("--exit-code", "problems", "--json"), "problem")

    assert found.code == 1
    assert "direction-overridden" in {line["code"] for line in found.lines}
    document = found.lines[0]["document"]
    assert call("problems", "--document", document, "--json").lines
    assert call("problems", "--document", "odd.txt", "--json").lines == found.lines
    assert call("problems", "--document", "no-such-file").code == 2
    assert call("problems", "--code", "no-such-kind").code == 0


@pytest.mark.usefixtures("key")
def test_the_record_holds_and_says_its_head() -> None:
    """The head may be handed back later."""
    found = valid(call("verify", "--json"), "record")

    (record,) = found.lines
    assert (found.code, record["holds"], record["faults"]) == (0, True, [])
    assert call("verify", "--head", f"{record['seq']}:{record['hash']}").code == 0
    assert call("verify", "--head", f"{record['seq']}:{record['hash'][::-1]}").code == 1


def test_an_original_that_was_touched_is_found(accounts: Path, folder: Path) -> None:
    """Exit code 1 and its name."""
    call("add", accounts)
    (original, *_) = sorted(
        path for path in (folder / "case.originals").rglob("*") if path.is_file()
    )
    original.chmod(0o644)
    original.write_bytes(b"something else")

    found = valid(call("verify", "--json"), "record")

    assert found.code == 1
    (fault, *_) = found.lines[0]["faults"]
    assert fault["where"]
    assert fault["message"]["ar"]
    assert fault["message"]["en"] in found.err


def test_a_dump_loaded_elsewhere_is_the_same_case(key: str, folder: Path) -> None:
    """Line by line, decisions included."""
    call("decide", key, "--relation", "conflict", "--slot", "target")
    call("dump", "--out", "case.jsonl")
    dumped = (folder / "case.jsonl").read_text("utf-8")

    found = valid(call("load", "case.jsonl", "--case", "other.db", "--json"), "loaded")

    assert found.lines[0]["restored"] is True
    assert list(found.lines[0]["answers"].values()) == [1]
    assert call("dump", "--case", "other.db").out == dumped
    assert all(json.loads(line) for line in dumped.splitlines())
    assert [path.name for path in folder.glob(".case.jsonl*")] == []


def test_a_dump_is_read_from_standard_input_too(key: str) -> None:
    """From one case into another without a file between."""
    assert key
    found = call("load", "-", "--case", "other.db", "--json", stdin=call("dump").out)

    assert found.code == 0


def test_what_both_sides_said_differently_is_left_out_as_the_refusal_says(key: str) -> None:
    """The command that it names is the one that works, and says how much was left out."""
    call("dump", "--mine", "--out", "sent.jsonl")
    call("load", "sent.jsonl", "--case", "home.db")
    call("decide", key, "--relation", "unsure")
    call("decide", key, "--relation", "agree", "--case", "home.db")
    call("dump", "--mine", "--out", "back.jsonl", "--case", "home.db")
    refused = call("load", "back.jsonl")
    assert refused.code == 2
    assert f"`claims dump --mine --without {key}`" in refused.err

    written = call("dump", "--mine", "--without", key, "--out", "back.jsonl", "--case", "home.db")

    assert f"left out of pair {key}: 1" in written.err
    assert call("load", "back.jsonl").code == 0
    assert "left out" not in call("dump", "--mine").err
    assert call("dump", "--mine", "--without", "nothing").code == 2


def test_a_load_says_whose_answers_came(key: str) -> None:
    """By name, for a file may hold answers in anybody's."""
    call("decide", key, "--relation", "unsure", "--by", "cay")

    found = call("load", "-", "--case", "other.db", stdin=call("dump").out)

    assert "decisions of \u2068cay\u2069: 1" in found.err + found.out


@pytest.mark.parametrize("data", [b"no json\n", b"\xff\xfe", b'{"a": 1}\n'])
def test_what_is_no_dump_is_refused(data: bytes, key: str, folder: Path) -> None:
    """And the case stays as it was."""
    assert key
    before = call("dump").out
    (folder / "wrong.jsonl").write_bytes(data)

    found = call("load", "wrong.jsonl")

    assert found.code == 2
    assert "Traceback" not in found.err
    assert call("dump").out == before


def test_a_backup_is_a_case(key: str) -> None:
    """It opens and holds the same."""
    assert key
    found = valid(call("backup", "copy.db", "--json"), "backup")

    assert found.code == 0
    assert call("dump", "--case", "copy.db").out == call("dump").out


def test_settings_are_told_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password in the address of a database is masked."""
    monkeypatch.setenv("CLAIMS_CASE", "postgresql://ana:secret@localhost/case")

    found = valid(call("config", "--json"), "setting")

    assert {line["name"]: line["value"] for line in found.lines}["case"].startswith(
        "postgresql://ana:"
    )
    assert "secret" not in found.out + call("config").out


def test_the_case_is_named_by_option_before_variable_before_default(
    accounts: Path, folder: Path
) -> None:
    """The nearest word counts."""
    process("add", accounts, "--case", "one.db", folder=folder, CLAIMS_CASE="two.db")
    process("add", accounts, folder=folder, CLAIMS_CASE="two.db")
    process("add", accounts, folder=folder)

    assert {path.name for path in folder.glob("*.db")} == {"one.db", "two.db", "case.db"}


def test_a_person_sees_queue_decision_and_verdicts_in_words(key: str) -> None:
    """Without ``--json``."""
    queue = call("queue", "--language", "ar")
    decided = call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ana")
    verdicts = call("verdicts", "--language", "en")

    assert "تعارض" in queue.out
    assert key in queue.out
    assert "conflict" in decided.out
    assert "depot" in verdicts.out
