"""What a refusal quotes of the record, of another copy or of a database is told in the reader's language, or quoted whole."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest

from claims.report import refusals
from claims.report.exports import commas

from .program import call
from .test_case import accounts, key
from .test_language import foreign

__all__ = ["accounts", "key"]

CHANGED = "عُدّل السطر من خارج البرنامج."
MISSING = "الملف الأصلي مفقود."


def _change_a_row(file: str = "case.db") -> None:
    """The reason of a decision, behind the program's back."""
    case = sqlite3.connect(file)
    guards = case.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'decisions'"
    ).fetchall()
    for name, _ in guards:
        case.execute(f'DROP TRIGGER "{name}"')
    case.execute("UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')")
    for _, made in guards:
        case.execute(made)
    case.commit()
    case.close()


def _lose_an_original() -> None:
    next(path for path in Path("case.originals").rglob("*") if path.is_file()).unlink()


def _refused(*words: str | Path) -> str:
    """What a refused command says in Arabic, on one line."""
    found = call(*words, "--language", "ar")
    told = " ".join(found.err.split())
    assert (found.code, found.out) == (2, ""), told
    assert "\u2068\u2069" not in told
    return told


@pytest.fixture
def decided(key: str) -> str:
    """A pair that somebody decided."""
    assert call("decide", key, "--relation", "agree", "--reason", "so it is").code == 0
    return key


@pytest.mark.usefixtures("decided")
@pytest.mark.parametrize(
    "words",
    [
        ("report", "--out", "r.html"),
        ("backup", "x.db"),
        ("package", "p.zip"),
        ("dump", "--mine", "--out", "p.dump"),
    ],
    ids=lambda words: words[0],
)
def test_why_nothing_leaves_a_case_is_told_in_arabic_in_one_gender_of_verb_for_all(
    words: tuple[str, ...],
) -> None:
    """The fault is the one that `claims verify` tells; how many more there are is told too."""
    _change_a_row()
    told = _refused(*words)
    assert f"\u2068decisions\u2069 \u20681\u2069: {CHANGED}" in told
    assert foreign(told) == []
    assert "فتعذّر إنشاء" in told
    _lose_an_original()
    more = _refused(*words)
    assert "(ومواضع خلل أخرى: \u20681\u2069)" in more
    assert foreign(more) == []


@pytest.mark.usefixtures("decided")
def test_that_an_original_is_missing_is_told_in_arabic() -> None:
    """Under its hash."""
    _lose_an_original()
    told = _refused("report", "--out", "r.html")
    assert MISSING in told
    assert foreign(told) == []


@pytest.mark.usefixtures("decided")
def test_why_a_backup_or_a_dump_is_not_taken_in_is_told_in_arabic() -> None:
    """Both name the first fault."""
    call("dump", "--out", "good.dump", "--knowingly")
    lines = Path("good.dump").read_text("utf-8").replace("so it is", "so it was")
    Path("bad.dump").write_text(lines, "utf-8")
    _change_a_row()
    assert call("backup", "spoilt.db", "--knowingly").code == 0
    for words in (
        ("restore", "spoilt.db", "--case", "new.db"),
        ("load", "bad.dump", "--case", "other.db"),
    ):
        told = _refused(*words)
        assert CHANGED in told
        assert foreign(told) == [], told


def test_where_two_copies_part_is_told_in_arabic(decided: str) -> None:
    """The pair and whose answer it is."""
    call("undo")
    call("dump", "--out", "empty.dump", "--knowingly")
    call("load", "empty.dump", "--case", "copy.db", "--knowingly")
    for case, relation in (("case.db", "unsure"), ("copy.db", "agree")):
        who = ("--case", case, "--by", "bob")
        assert call("decide", decided, "--relation", relation, *who).code == 0
    call("dump", "--out", "copy.dump", "--case", "copy.db", "--knowingly")
    told = _refused("load", "copy.dump")
    assert f"جواب \u2068bob\u2069 عن الزوج \u2068{decided}\u2069: افترقت القضيتان" in told
    assert foreign(told) == []


@pytest.mark.parametrize(
    "line",
    [
        "What bob wrote of pair a~b",
        "What was concluded on claim 0123456789abcdef",
        "What bob said of incidents",
        "What was said of document 0123456789abcdef",
        "Pair a~b",
    ],
)
def test_each_kind_of_line_on_which_copies_part_has_its_arabic(line: str) -> None:
    """As the engine names it; the way out is the same for all."""
    told = refusals.told_in(f"{line}: both cases went different ways.", "ar")
    assert told is not None
    assert foreign(told) == [], told


def test_what_a_database_says_is_quoted_whole_and_on_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commas part no list, and its lines are one, in either language."""
    monkeypatch.setenv("CLAIMS_ORIGINALS", str(folder / "originals"))
    address = f"postgresql://ana:secret@/none?host={folder}"
    told = call("queue", "--case", address, "--language", "ar").err
    happened, _step = told.rstrip().splitlines()
    assert happened.count("\u2068") == 2
    assert "،" not in happened
    assert "secret" not in told
    assert len(call("queue", "--case", address).err.rstrip().splitlines()) == 2


def test_a_list_in_what_another_program_says_is_not_cut() -> None:
    """Where it is known it is said in Arabic, and else stays as it is."""
    said = "The case a.db could not be written: no space, no quota, nothing."
    assert "\u2068no space, no quota, nothing\u2069" in str(refusals.told_in(said, "ar"))
    full = "The case a.db could not be written: database or disk is full."
    assert str(refusals.told_in(full, "ar")).endswith("امتلأ القرص أو القاعدة.")


@pytest.mark.usefixtures("key")
def test_a_row_of_a_table_is_told_of_no_option_of_another_command() -> None:
    """A conflict without its slots, on which the table has a column."""
    path = Path("pairs.csv")
    call("export", "pairs.csv", "--out", path)
    row = next(commas.read(io.BytesIO(path.read_bytes())))
    with path.open("wb") as stream:
        commas.write_rows(tuple(row), [row | {"my_relation": "conflict"}], stream)
    found = call("import", path, "--language", "ar")
    assert found.code == 1
    assert "حدّد خانة الخلاف: \u2068date\u2069" in found.err
    assert "--" not in found.err
    assert "من جدول الأزواج" in found.err


def test_the_label_and_the_code_of_what_is_not_comparable_are_named(key: str) -> None:
    """As they stand everywhere else."""
    told = _refused("decide", key, "--relation", "agree", "--same-event", "no")
    assert "«غير قابل للمقارنة» (\u2068not_comparable\u2069)" in told
