"""Data of a case for other programs, and what people filled in in a table."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from claims.errors import (
    ClaimsError,
    InputError,
    Refused,
    StoreError,
    UnknownFormat,
    UnreadableFile,
)
from claims.model import Claim, Document, Note, Relation, Tag, Thing, Topic
from claims.report.exports import commas
from claims.report.exports.formats import DATA_FORMATS
from claims.services import Case, open_case
from claims.store import document_rows, rows
from claims.store.audit import Row
from tests.report.of_content import OfContent
from tests.stages import STAGES


@pytest.fixture
def decided(compared: Case) -> Case:
    """A case with one decision of the actor."""
    first = compared.pairs.list().items[0].key
    compared.review.decide(first, relation="conflict", slots=["target"], reason="=not the army")
    return compared


@pytest.fixture(params=["csv", "xlsx"])
def table(request: pytest.FixtureRequest, decided: Case, tmp_path: Path) -> Path:
    """The pairs of the case as a table."""
    name = {"csv": "pairs.csv", "xlsx": "xlsx"}[request.param]
    return decided.exports.write(name, tmp_path / f"pairs.{request.param}").path


def filled(path: Path, cells: dict[str, str], *, row: int) -> Path:
    """The table with cells of one row filled in, as a person would."""
    if path.suffix == ".csv":
        found = list(commas.read(io.BytesIO(path.read_bytes())))
        found[row] |= cells
        with path.open("wb") as stream:
            commas.write_rows(tuple(found[0]), found, stream)
        return path
    book = openpyxl.load_workbook(path)
    sheet = book["pairs"]
    columns = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(row + 2, columns.index(name) + 1, value).data_type = "s"
    book.save(path)
    return path


def columns_of(sheet: Worksheet) -> list[object]:
    """What its columns are called."""
    return [cell.value for cell in sheet[1]]


@pytest.mark.parametrize("name", DATA_FORMATS)
def test_every_format_is_what_the_content_of_the_report_gives(
    decided: Case, tmp_path: Path, name: str
) -> None:
    """Walked over a claim at a time, a case says the same as held in memory at once."""
    found = decided.exports.write(name, tmp_path / "out", language="en")
    content = decided.report.content()
    stream = io.BytesIO()
    made = json.loads(decided.report._desk.now().join(['"', '"']))
    count = DATA_FORMATS[name][1](
        OfContent(replace(content, made_at=made), decided.actor), stream, "en"
    )

    assert (found.count, found.faults) == (count, ())
    if name not in {"annotations", "xlsx"}:
        assert found.path.read_bytes() == stream.getvalue()


def test_progress_is_told_document_by_document(decided: Case, tmp_path: Path) -> None:
    """How many are done, of how many."""
    seen: list[tuple[int, int]] = []
    decided.exports.write(
        "jsonl", tmp_path / "a", watch=lambda done, total, _: seen.append((done, total))
    )

    assert seen
    assert seen[-1][0] == seen[-1][1]


def test_progress_is_told_pair_by_pair(decided: Case, tmp_path: Path) -> None:
    """A table of nothing but pairs looks through no documents, and takes as long as one that does."""
    seen: list[tuple[int, int]] = []
    made = decided.exports.write(
        "pairs.csv", tmp_path / "a", watch=lambda done, total, _: seen.append((done, total))
    )

    assert seen == [(number, made.count) for number in range(1, made.count + 1)]


def test_what_cannot_be_read_is_listed_and_the_rest_is_written(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row that was changed behind the program's back stops nothing."""
    bad = decided.claims.list().items[1].id
    whole = decided.exports.write("claims.csv", tmp_path / "a").count
    sound = rows.claim_of

    def broken(row: Row) -> object:
        if row["id"] == bad:
            raise InputError("Not a Claim.", next_step="Verify.")
        return sound(row)

    monkeypatch.setattr("claims.store.rows.claim_of", broken)
    found = decided.exports.write("claims.csv", tmp_path / "a")

    assert found.count == whole - 1
    assert [fault.name for fault in found.faults] == [f"claim {bad}"]


@pytest.mark.parametrize("name", DATA_FORMATS)
@pytest.mark.parametrize("damaged", ["claim", "document"])
def test_one_damaged_thing_is_listed_and_stops_no_format(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, damaged: str
) -> None:
    """A claim that reviewers judged, or a document with all its claims: the rest is written."""
    judged = decided.claims.get(decided.review.decisions()[0].key.left)
    bad = judged.id if damaged == "claim" else judged.document
    home = {"claim": rows, "document": document_rows}[damaged]
    sound = getattr(home, f"{damaged}_of")

    def broken(row: Row) -> Claim | Document:
        found: Claim | Document = sound(row)
        if found.id == bad:
            raise InputError("The stored value is none.", next_step="Restore a backup.")
        return found

    monkeypatch.setattr(home, f"{damaged}_of", broken)
    found = decided.exports.write(name, tmp_path / "data")

    names = {fault.name for fault in found.faults}
    needed = damaged == "claim" or name not in {"airwars", "acled", "pairs.csv"}
    assert (f"{damaged} {bad}" in names) == needed
    assert all(bad in each for each in names)
    assert found.path.exists()


def test_words_that_do_not_stand_where_they_should_are_left_out(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No quote leaves the case that is not ``text[start:end]``."""
    sound = rows.claim_of
    first = decided.claims.list().items[0]

    def moved(row: Row) -> object:
        claim = sound(row)
        return replace(claim, quote="x" * len(claim.quote)) if claim.id == first.id else claim

    monkeypatch.setattr("claims.store.rows.claim_of", moved)
    found = decided.exports.write("claims.csv", tmp_path / "a")

    assert [fault.name for fault in found.faults] == [f"claim {first.id}"]
    assert first.id not in found.path.read_text("utf-8-sig")


def test_an_older_file_stays_when_the_new_one_cannot_be_written(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no half of a new one."""
    old = tmp_path / "old.csv"
    old.write_text("old")
    before = sorted(tmp_path.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        decided.exports.write("pairs.csv", old)

    assert old.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


def test_an_unknown_format_and_the_case_itself_are_refused(case: Case) -> None:
    """With the formats there are."""
    with pytest.raises(UnknownFormat) as caught:
        case.exports.write("odt")
    assert "xlsx" in caught.value.next_step
    with pytest.raises(ClaimsError, match=r"itself|cannot be written"):
        case.exports.write("jsonl", case.path)


def test_a_table_that_was_not_touched_changes_nothing(decided: Case, table: Path) -> None:
    """What was exported says what the case says."""
    plan = decided.exports.preview(table)

    assert (plan.changes, plan.faults, plan.same) == ((), (), 1)
    assert plan.empty == len(decided.pairs.list().items) - 1


def test_what_is_filled_in_is_shown_first_and_recorded_when_asked(
    decided: Case, table: Path
) -> None:
    """A preview changes nothing; applying it is a decision like any other."""
    cells = {"my_relation": "partial", "my_slots": "date | place", "my_reason": "@ see\r\n=1+1"}
    plan = decided.exports.preview(filled(table, cells, row=1))

    (change,) = plan.changes
    assert change.before is None
    assert change.after.reason == cells["my_reason"]
    assert len(decided.review.decisions()) == 1
    assert len(decided.exports.apply(plan).changes) == 1
    assert decided.review.decisions()[-1].mark == change.after
    assert decided.exports.preview(table).same == 2
    assert decided.audit.verify() == ()


def test_an_older_table_does_not_replace_a_newer_answer(decided: Case, table: Path) -> None:
    """What was answered after the table was made stands, and the row is listed."""
    first = decided.pairs.list().items[0].key
    newer = decided.review.decide(first, relation="unsure")
    done = decided.exports.apply(decided.exports.preview(table))
    assert done.changes == ()
    (fault,) = done.faults
    assert "unsure. Not stored now: conflict" in fault.message
    assert decided.review.decisions() == (newer,)
    assert len(decided.exports.apply(decided.exports.preview(table, knowingly=True)).changes) == 1


def test_an_answer_that_was_taken_back_comes_by_no_older_table(decided: Case, table: Path) -> None:
    """Nothing stands then, and the table is older all the same; so a table applied twice does not undo an undo."""
    filled(table, {"my_relation": "agree"}, row=1)
    decided.exports.apply(decided.exports.preview(table))
    undone = decided.review.undo()

    plan = decided.exports.preview(table)

    assert (plan.changes, len(plan.faults)) == ((), 1)
    assert undone is not None
    assert decided.review.history(undone.key)[-1] == undone


def test_a_table_that_does_not_tell_replaces_no_answer(decided: Case, table: Path) -> None:
    """One of an older program, or one that a spreadsheet program spoilt; pairs without an answer are answered by it."""
    for row, relation in enumerate(("unsure", "agree")):
        filled(table, {"my_relation": relation, "my_slots": "", "my_answers": "1E+14"}, row=row)

    plan = decided.exports.preview(table)

    assert ([each.after.relation for each in plan.changes], len(plan.faults)) == (["agree"], 1)
    assert "'1E+14', which is no count" in plan.faults[0].message
    assert "--knowingly" in plan.faults[0].next_step


def test_a_table_of_a_copy_at_home_is_taken_in_where_nothing_newer_stands(
    decided: Case, tmp_path: Path
) -> None:
    """What was answered in another copy of the case comes by a table of it."""
    stream = io.StringIO()
    decided.dump(stream)
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(stream.getvalue()))
        keys = [item.key for item in home.pairs.list().items]
        home.review.decide(keys[0], relation="partial", slots=["date"])
        home.review.decide(keys[1], relation="agree")
        home.remarks.note(Topic(Thing.PAIR, str(keys[0])), "seen at home")
        table = home.exports.write("pairs.csv", tmp_path / "home.csv").path

    done = decided.exports.apply(decided.exports.preview(table))

    assert ([change.key for change in done.changes], done.faults) == (keys[:2], ())
    assert [each.after for each in done.annotations] == ["seen at home"]


def test_a_row_on_a_claim_that_was_edited_is_a_fault_before_anything_is_recorded(
    decided: Case, table: Path
) -> None:
    """What the preview says will be recorded is recorded."""
    key = decided.pairs.list().items[1].key
    filled(table, {"my_relation": "agree"}, row=1)
    decided.claims.reject(key.left)

    plan = decided.exports.preview(table)

    assert (plan.changes, len(plan.faults)) == ((), 1)
    assert "one of its claims was edited" in plan.faults[0].message


def test_a_table_of_somebody_else_is_not_taken_as_ones_own(decided: Case, table: Path) -> None:
    """Their columns say whose they are; who acts as that person reads it, and who takes it as theirs does so knowingly."""
    ben = decided.acting_as("ben")
    with pytest.raises(Refused, match="holds answers of ana, not of ben"):
        ben.exports.preview(table)
    assert len(ben.exports.preview(table, knowingly=True).changes) == 1
    assert ben.acting_as("ana").exports.preview(table).same == 1


def test_a_table_that_does_not_say_whose_it_is_is_not_taken_for_granted(
    decided: Case, table: Path
) -> None:
    """Without a name, answers may be anybody's; rows that say nothing need none."""
    assert decided.exports.preview(filled(table, {"my_name": ""}, row=1)).faults == ()
    with pytest.raises(Refused, match="does not say whose"):
        decided.exports.preview(filled(table, {"my_name": ""}, row=0))


@pytest.mark.parametrize(
    ("name", "thing"),
    [("claims.csv", "claim"), ("documents.csv", "document"), ("pairs.csv", "pair")],
)
def test_notes_and_tags_are_shown_first_and_recorded_when_asked(
    decided: Case, tmp_path: Path, name: str, thing: str
) -> None:
    """By id; a second time nothing is left to change, and what is exported then says it."""
    table = decided.exports.write(name, tmp_path / name).path
    cells = {"my_note": "=see\r\nالصفحة 3", "my_tags": "زيارة | @later"}
    plan = decided.exports.preview(filled(table, cells, row=0))

    (change,) = plan.annotations
    assert (change.topic.thing, change.before, change.after) == (thing, "", cells["my_note"])
    assert change.added == ("@later", "زيارة")
    assert decided.remarks.of(change.topic) == ()
    assert decided.exports.apply(plan).annotations == (change,)
    assert decided.exports.preview(table).annotations == ()
    again = decided.exports.write(name, tmp_path / "again.csv").path
    assert decided.exports.preview(again) == decided.exports.preview(table)
    row = next(iter(commas.read(io.BytesIO(again.read_bytes()))))
    assert (row["my_note"], row["my_tags"]) == (cells["my_note"], "@later | زيارة")


def test_a_note_is_revised_and_tags_are_those_of_the_cell(decided: Case, tmp_path: Path) -> None:
    """An empty cell takes nothing back; what others wrote is theirs."""
    topic = Topic(Thing.CLAIM, decided.claims.list().items[0].id)
    decided.remarks.note(topic, "first")
    decided.remarks.tag(topic, "old")
    decided.acting_as("ben").remarks.note(topic, "of Ben")
    table = decided.exports.write("claims.csv", tmp_path / "claims.csv").path
    assert decided.exports.preview(table).annotations == ()

    plan = decided.exports.preview(filled(table, {"my_note": "second", "my_tags": "new"}, row=0))
    assert (plan.annotations[0].before, plan.annotations[0].removed) == ("first", ("old",))
    decided.exports.apply(plan)

    said = {getattr(each.content, "text", None) for each in decided.remarks.of(topic)}
    assert said == {"second", "of Ben", None}
    assert [each.content for each in decided.remarks.list(kind="tag")] == [Tag("new")]
    assert decided.audit.verify() == ()


@pytest.mark.parametrize("change", ["note", "tag", "tag taken away", "note taken away"])
def test_an_older_table_does_not_replace_newer_notes_and_tags(
    decided: Case, tmp_path: Path, change: str
) -> None:
    """Of whatever kind the newer writing was; the row is listed, and replaces them only when that is asked for."""
    topic = Topic(Thing.CLAIM, decided.claims.list().items[0].id)
    note, tag = decided.remarks.note(topic, "first"), decided.remarks.tag(topic, "old")
    table = decided.exports.write("claims.csv", tmp_path / "claims.csv").path
    filled(table, {"my_note": "of the table", "my_tags": "old | new"}, row=0)
    later = {
        "note": lambda: decided.remarks.revise(note.id, Note("second")),
        "tag": lambda: decided.remarks.tag(topic, "later"),
        "tag taken away": lambda: decided.remarks.withdraw(tag.id),
        "note taken away": lambda: decided.remarks.withdraw(note.id),
    }
    later[change]()
    stood = decided.remarks.of(topic)

    plan = decided.exports.preview(table)
    assert plan.annotations == ()
    (fault,) = plan.faults
    assert "newer than the table" in fault.message
    decided.exports.apply(plan)
    assert decided.remarks.of(topic) == stood
    decided.exports.apply(decided.exports.preview(table, knowingly=True))
    assert {each.content for each in decided.remarks.of(topic)} >= {
        Note("of the table"),
        Tag("new"),
    }


def test_notes_written_between_the_preview_and_the_record_stand(
    decided: Case, tmp_path: Path
) -> None:
    """What was previewed is recorded on what was previewed, wholly or not at all."""
    topic = Topic(Thing.CLAIM, decided.claims.list().items[0].id)
    table = decided.exports.write("claims.csv", tmp_path / "claims.csv").path
    plan = decided.exports.preview(filled(table, {"my_note": "a", "my_tags": "b"}, row=0))
    decided.remarks.note(topic, "meanwhile")

    done = decided.exports.apply(plan)

    assert (done.annotations, len(done.faults)) == ((), 1)
    assert [each.content for each in decided.remarks.of(topic)] == [Note("meanwhile")]


def test_a_table_that_does_not_say_when_it_was_made_begins_notes_and_replaces_none(
    decided: Case, tmp_path: Path
) -> None:
    """One of an older program has no such column."""
    noted, fresh = (Topic(Thing.CLAIM, each.id) for each in decided.claims.list().items[:2])
    decided.remarks.note(noted, "stands")
    table = decided.exports.write("claims.csv", tmp_path / "claims.csv").path
    for row in (0, 1):
        filled(table, {"my_note": "typed", "my_writings": ""}, row=row)

    plan = decided.exports.preview(table)

    assert [each.topic for each in plan.annotations] == [fresh]
    assert len(plan.faults) == 1


def test_a_comment_goes_out_and_comes_back(decided: Case, table: Path, tmp_path: Path) -> None:
    """And a table that has no column for it leaves the one that stands."""
    done = decided.exports.apply(
        decided.exports.preview(filled(table, {"my_comment": "ask the desk"}, row=0))
    )
    assert done.changes[0].after.comment == "ask the desk"
    older = decided.exports.write("pairs.csv", tmp_path / "older.csv").path
    rows = list(commas.read(io.BytesIO(older.read_bytes())))
    columns = tuple(each for each in rows[0] if each != "my_comment")
    rows[0] |= {"my_relation": "partial", "my_slots": "date"}
    with older.open("wb") as stream:
        commas.write_rows(columns, rows, stream)

    (change,) = decided.exports.apply(decided.exports.preview(older)).changes

    assert (change.after.relation, change.after.comment) == (Relation.PARTIAL, "ask the desk")
    assert decided.review.decisions()[-1].mark == change.after


def test_a_workbook_carries_notes_on_claims_and_documents(decided: Case, tmp_path: Path) -> None:
    """A row of something that the case does not hold is listed."""
    path = decided.exports.write("xlsx", tmp_path / "case.xlsx").path
    book = openpyxl.load_workbook(path)
    for name in ("claims", "documents"):
        book[name].cell(2, columns_of(book[name]).index("my_note") + 1, "seen")
    book["claims"].cell(3, 1, "nothing")
    book["claims"].cell(3, columns_of(book["claims"]).index("my_tags") + 1, "x")
    book.save(path)
    plan = decided.exports.preview(path)

    assert [each.topic.thing for each in plan.annotations] == [Thing.CLAIM, Thing.DOCUMENT]
    assert [fault.name for fault in plan.faults] == ["Row 3 of the table claims"]


def test_a_row_that_cannot_be_used_is_listed_and_the_rest_goes_on(
    decided: Case, table: Path
) -> None:
    """A conflict without a slot is refused in a table too."""
    filled(table, {"my_relation": "conflict"}, row=1)
    filled(table, {"my_relation": "agree"}, row=2)
    plan = decided.exports.preview(table)

    assert [fault.name for fault in plan.faults] == ["Row 3 of the table pairs"]
    assert len(plan.changes) == 1


@pytest.mark.parametrize(
    ("column", "word", "allowed"),
    [
        ("my_relation", "nonsense", "agree, conflict, partial, unsure, not_comparable"),
        ("my_same_event", "perhaps", "yes, no, unsure"),
        ("my_slots", "target, weather", "date, place, actor, target, quantity"),
        ("my_kind", "rumour", "contradiction"),
    ],
)
def test_an_unknown_word_is_told_with_its_column_and_the_words_that_are_known(
    decided: Case, table: Path, column: str, word: str, allowed: str
) -> None:
    """Whoever filled it in finds the cell, and what may stand in it."""
    cells = {"my_relation": "conflict", "my_slots": "target", column: word}
    (fault,) = decided.exports.preview(filled(table, cells, row=1)).faults

    assert fault.name == "Row 3 of the table pairs"
    assert fault.message.startswith(repr(word.rsplit(", ", maxsplit=1)[-1]))
    assert f"column {column} " in fault.message
    assert allowed in fault.next_step


@pytest.mark.parametrize(
    "cell", ["old | new", "old,new", "new; old", "old، new", "old؛new", "old\nnew"]
)
def test_tags_are_parted_as_people_part_words(decided: Case, tmp_path: Path, cell: str) -> None:
    """By commas, semicolons and lines too, also Arabic ones."""
    table = decided.exports.write("documents.csv", tmp_path / "documents.csv").path
    (change,) = decided.exports.preview(filled(table, {"my_tags": cell}, row=0)).annotations
    assert change.added == ("new", "old")


def test_a_tag_that_stands_is_one_whatever_signs_are_in_it(decided: Case, tmp_path: Path) -> None:
    """What was exported changes nothing when it comes back, and another tag comes beside it."""
    topic = Topic(Thing.DOCUMENT, decided.documents.list().items[0].id)
    decided.remarks.tag(topic, "Homs, north")
    table = decided.exports.write("documents.csv", tmp_path / "documents.csv").path
    assert decided.exports.preview(table).annotations == ()
    filled(table, {"my_tags": "Homs, north | new"}, row=0)
    assert decided.exports.preview(table).annotations[0].added == ("new",)
    assert decided.exports.preview(table).annotations[0].removed == ()

    decided.remarks.tag(topic, "a|b")
    assert (
        decided.exports.preview(decided.exports.write("documents.csv", table).path).annotations
        == ()
    )


def test_a_pipe_is_not_replaced_by_a_file(decided: Case, tmp_path: Path) -> None:
    """Nor a device: whoever names one did not mean that."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StoreError, match="device or a pipe"):
        decided.exports.write("jsonl", pipe)
    assert pipe.is_fifo()


def test_a_row_that_was_overtaken_is_refused(decided: Case, table: Path) -> None:
    """Nobody decides on a comparison that they did not see."""
    plan = decided.exports.preview(filled(table, {"my_relation": "agree", "version": "7"}, row=1))
    assert (plan.changes, [fault.name for fault in plan.faults]) == (
        (),
        ["Row 3 of the table pairs"],
    )


def test_a_pair_that_is_answered_after_the_preview_is_not_recorded(
    decided: Case, table: Path
) -> None:
    """What was previewed is recorded on what was previewed."""
    plan = decided.exports.preview(filled(table, {"my_relation": "agree"}, row=1))
    (change,) = plan.changes
    decided.review.decide(change.key, relation="unsure")

    done = decided.exports.apply(plan)

    assert (done.changes, [fault.name for fault in done.faults]) == ((), [str(change.key)])


def test_a_file_for_other_programs_is_told_from_a_table(decided: Case, tmp_path: Path) -> None:
    """Which formats are read back is said, and not which column is missing."""
    path = decided.exports.write("jsonl", tmp_path / "c.jsonl").path

    with pytest.raises(InputError, match="JSON Lines are for other programs") as caught:
        decided.exports.preview(path)
    assert "CSV or XLSX" in caught.value.next_step


@pytest.mark.parametrize("key", ["dead~beef", "dead"])
def test_a_row_of_a_pair_that_is_not_there_is_named_once(
    decided: Case, table: Path, key: str
) -> None:
    """As it stands in the table, though both an answer and a note were filled in there."""
    cells = {"key": key, "my_relation": "agree", "my_note": "n"}

    plan = decided.exports.preview(filled(table, cells, row=1))

    (fault,) = plan.faults
    assert repr(key) in fault.message


def test_another_table_is_refused(decided: Case, tmp_path: Path) -> None:
    """With what can be read back."""
    path = decided.exports.write("verdicts.csv", tmp_path / "c.csv").path
    with pytest.raises(InputError, match="no table of pairs"):
        decided.exports.preview(path)
    with pytest.raises(UnreadableFile):
        decided.exports.preview(tmp_path / "none.csv")
