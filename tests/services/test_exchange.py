"""A case leaves as lines and comes back as it was, or merges, or is refused whole."""

from __future__ import annotations

import base64
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import Corrupt, InputError, Refused
from claims.model.plain import dumps
from claims.services import Case, Settings, open_case
from claims.store.audit import START, digest_of, key_of, sealed
from claims.store.schema import DUMPED, metadata
from tests.stages import STAGES, TWO_ACCOUNTS


def _work_on(case: Case) -> None:
    """A superseded and an undone decision, two reviewers, a problem, people."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.documents.add_bytes("nothing claimed: \x00 ا\n".encode(), name="b.txt")
    case.pairs.compare()
    first, second, third = (item.key for item in case.pairs.list().items)
    case.review.decide(first, relation="agree", reason="at first")
    case.review.decide(first, relation="conflict", slots=["target"], token="t")  # noqa: S106
    case.review.decide(second, relation="unsure", by="ben")
    case.review.decide(third, relation="agree")
    case.review.undo()
    case.review.undo(by="ben")
    case.people.put("ana", "admin")
    case.people.put("ben", "reviewer")


@pytest.fixture
def worked_on(case: Case) -> Case:
    """A case in which something of everything was done, on each database."""
    _work_on(case)
    return case


@pytest.fixture
def worked_file(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """Such a case in a file."""
    path = shutil.copy(blank_file, tmp_path / "worked.db")
    with open_case(path, actor="ana", stages=STAGES) as case:
        _work_on(case)
        yield case


@pytest.fixture
def other(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """An empty case in a file, wherever the first one is."""
    path = shutil.copy(blank_file, tmp_path / "other.db")
    with open_case(path, actor="ana", stages=STAGES) as case:
        yield case


def _dump(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream)
    return stream.getvalue()


def _load(case: Case, text: str) -> Any:
    return case.load(io.StringIO(text), knowingly=True)


def test_a_case_that_went_through_lines_is_the_same_byte_by_byte(
    worked_on: Case, other: Case
) -> None:
    """Superseded rows, undone rows, the audit chain and the originals included."""
    text = _dump(worked_on)
    report = _load(other, text)
    assert report.restored
    assert (report.documents, report.pairs, report.decisions) == (2, 3, 6)
    assert _dump(other) == text
    assert other.audit.verify(head=worked_on.audit.head()) == ()
    assert other.review.decisions(live=False) == worked_on.review.decisions(live=False)
    for head in other.documents.list().items:
        assert other.documents.original(head.id) == worked_on.documents.original(head.id)


def test_a_case_can_be_moved_to_the_other_database(worked_on: Case, made: Settings) -> None:
    """From a file or a server to a file, and the dump is the same again."""
    text = _dump(worked_on)
    folder = made.originals or Path(made.case)
    with open_case(folder.parent / "moved" / "case.db", actor="ana") as moved:
        _load(moved, text)
        assert _dump(moved) == text


def test_lines_are_sorted_json_without_anything_of_this_machine(worked_on: Case) -> None:
    """Each line is canonical: keys in order, no spaces, letters as they are."""
    text = _dump(worked_on)
    lines = text.splitlines()
    plain = [json.loads(line) for line in lines]
    for line, value in zip(lines, plain, strict=True):
        assert line == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert plain[0] == {"dump": 1, "tables": DUMPED}
    assert plain[-1] == {"end": len(lines) - 1}
    assert worked_on.path not in text


def test_undo_goes_on_after_a_restoration(worked_on: Case, other: Case) -> None:
    """What could be taken back in the first case can be taken back in the second."""
    _load(other, _dump(worked_on))
    undone = other.review.undo(by="ana")
    assert undone is not None
    assert undone.mark is not None
    assert undone.mark.reason == "at first"


def test_a_dump_of_what_is_there_already_changes_nothing(worked_on: Case) -> None:
    """Loading one's own dump writes no row, not even one of the chain."""
    text = _dump(worked_on)
    report = _load(worked_on, text)
    assert (report.restored, report.documents, report.pairs, report.decisions) == (False, 0, 0, 0)
    assert _dump(worked_on) == text


def test_a_colleagues_file_adds_their_decisions(worked_on: Case, other: Case) -> None:
    """Two people work on copies; the one takes over what the other said, and undo is of what each did here."""
    _load(other, _dump(worked_on))
    third = worked_on.pairs.list().items[2].key
    other.review.decide(third, relation="partial", by="ben", reason="theirs")
    other.review.decide(third, relation="agree", by="ben")
    other.review.undo(by="ben")
    mine = worked_on.review.decide(third, relation="unsure", by="ana", reason="mine")
    report = _load(worked_on, _dump(other))
    assert (report.restored, report.decisions) == (False, 3)
    live = {
        row.by: row.mark.reason
        for row in worked_on.review.decisions()
        if row.mark and row.key == third
    }
    assert live == {"ana": "mine", "ben": "theirs"}
    assert mine in worked_on.review.decisions()
    entry = worked_on.audit.list(limit=100).items[-1]
    assert (entry.action, entry.detail["hash"]) == ("load dump", other.audit.head().hash)
    undone = worked_on.review.undo(by="ben")
    assert undone is None
    mine_undone = worked_on.review.undo(by="ana")
    assert mine_undone is not None
    assert mine_undone.key == third
    assert worked_on.audit.verify() == ()


def test_a_colleagues_file_adds_their_documents_and_pairs(worked_on: Case, other: Case) -> None:
    """With claims, problems and originals, under the numbers that come next here."""
    _load(other, _dump(worked_on))
    data = b"Paper (agency): friday depot\nodd\n"
    head = other.documents.add_bytes(data, name="paper.txt").added[0]
    other.pairs.compare()
    worked_on.documents.add_bytes(b"Mine (monitor): sunday bridge\n", name="mine.txt")
    report = _load(worked_on, _dump(other))
    assert (report.documents, report.pairs) == (1, 2)
    assert worked_on.documents.original(head.id) == data
    assert worked_on.documents.extraction(head.id) == other.documents.extraction(head.id)
    assert worked_on.pairs.count().total == 5
    assert worked_on.audit.verify() == ()


def test_reviewers_who_went_different_ways_are_not_merged(worked_on: Case, other: Case) -> None:
    """When both cases say something else of one reviewer and pair, nothing is taken over, and the pair is named."""
    _load(other, _dump(worked_on))
    third = worked_on.pairs.list().items[2].key
    other.review.decide(third, relation="partial", by="ben")
    worked_on.review.decide(third, relation="unsure", by="ben")
    before = _dump(worked_on)
    with pytest.raises(Refused, match=f"{third} of ben") as caught:
        _load(worked_on, _dump(other))
    assert "Nothing was changed" in caught.value.next_step
    assert _dump(worked_on) == before


def test_documents_that_were_read_differently_are_not_merged(worked_on: Case, other: Case) -> None:
    """Another program may have read other claims in the same bytes."""
    data = TWO_ACCOUNTS.encode()
    other.documents.add_bytes(data, name="accounts.txt", published="2018-04-03")
    text = _dump(other)
    before = _dump(worked_on)
    changed = text.replace("monday hideout", "monday  hideout")
    with pytest.raises((Refused, InputError)):
        _load(worked_on, changed)
    assert _dump(worked_on) == before


def test_a_file_of_another_case_is_taken_in_only_when_that_is_said(
    worked_on: Case, other: Case
) -> None:
    """No document is in both: most likely it is the wrong file; nothing is changed until somebody says that it is not."""
    other.documents.add_bytes(b"Paper (agency): friday depot\n", name="paper.txt")
    text = _dump(other)
    before = _dump(worked_on)
    with pytest.raises(Refused, match="is of another case") as caught:
        worked_on.load(io.StringIO(text), knowingly=True)
    assert "--other-case" in caught.value.next_step
    assert _dump(worked_on) == before
    assert worked_on.load(io.StringIO(text), other_case=True).documents == 1
    assert worked_on.audit.verify() == ()


def _swapped(table: str) -> Callable[[list[str]], list[str]]:
    """Two rows of a table in each other's line."""

    def swap(lines: list[str]) -> list[str]:
        first, second, *_ = (n for n, line in enumerate(lines) if f'"table":"{table}"' in line)
        lines[first], lines[second] = lines[second], lines[first]
        return lines

    return swap


@pytest.mark.parametrize("table", ["audit", "decisions", "claims"])
def test_a_line_out_of_order_is_named(worked_file: Case, other: Case, table: str) -> None:
    """Neither two swapped lines nor one that stands there twice is taken in, in whatever table."""
    lines = _dump(worked_file).splitlines()
    spoilt = _swapped(table)(list(lines))
    twice = [*lines[:-1], lines[-3], json.dumps({"end": len(lines)})]
    for text, what in ((spoilt, table), (twice, "original")):
        with pytest.raises(
            InputError, match=rf"Line \d+ of the dump.*{what} \S+ stands out of order"
        ):
            _load(other, "\n".join(text))
    assert other.documents.count() == (0, 0)


def _cut(lines: list[str]) -> list[str]:
    return lines[:-1]


def _cut_in_a_line(lines: list[str]) -> list[str]:
    return [*lines[:-2], lines[-2][:40]]


def _without_a_row(lines: list[str]) -> list[str]:
    kept = [line for line in lines[:-1] if '"table":"problems"' not in line]
    return [*kept, json.dumps({"end": len(kept)})]


def _edited(lines: list[str]) -> list[str]:
    return [line.replace("at first", "at FIRST") for line in lines]


def _other_original(lines: list[str]) -> list[str]:
    data = base64.b64encode(b"other bytes").decode()
    return [
        json.dumps(json.loads(line) | {"data": data}) if '"original"' in line else line
        for line in lines
    ]


def _newer(lines: list[str]) -> list[str]:
    return ['{"dump":2,"tables":"0010"}', *lines[1:]]


@pytest.mark.parametrize(
    "spoil",
    [
        _cut,
        _cut_in_a_line,
        _without_a_row,
        _edited,
        _other_original,
        _newer,
        lambda lines: lines[1:],
        lambda lines: [*lines, lines[1]],
        lambda _: [],
        lambda _: ["{}"],
        lambda _: ["no json"],
        lambda lines: [lines[0], '{"row":{},"table":"documents"}', '{"end":2}'],
        lambda lines: [lines[0], '{"row":{},"table":"nothing"}', '{"end":2}'],
        lambda lines: [lines[0], '{"data":"***","original":"00"}', '{"end":2}'],
        lambda lines: [lines[0], "[1]", '{"end":2}'],
        lambda lines: [line.replace('"live":true', '"live":"yes"') for line in lines],
        lambda lines: [line.replace('"seen":1', f'"seen":{2**70}') for line in lines],
        lambda lines: [line.replace("accounts.txt", r"a\ud800") for line in lines],
        lambda lines: [line.replace("accounts.txt", r"a\u0000") for line in lines],
        lambda lines: [line.replace('"document":"', '"document":"x') for line in lines],
    ],
)
def test_a_dump_that_was_changed_or_cut_is_refused_whole(
    worked_file: Case, other: Case, spoil: Callable[[list[str]], list[str]]
) -> None:
    """Neither an empty case nor one in use takes anything of it; the message says to fetch it again."""
    whole = _dump(worked_file)
    text = "\n".join(spoil(whole.splitlines()))
    for case, originals in ((worked_file, 2), (other, 0)):
        before = _dump(case)
        with pytest.raises(InputError) as caught:
            _load(case, text)
        assert caught.value.next_step
        assert _dump(case) == before
        assert len(list(case._desk.store.originals.all())) == originals


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_flipped_sign_in_a_dump_goes_unnoticed(
    worked_file: Case, other: Case, data: st.DataObject
) -> None:
    """Whichever sign is another one: the dump is refused whole, or says exactly what it said."""
    text = _dump(worked_file)
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from('0a"{},: \n').filter(lambda sign: sign != text[place]))
    before = _dump(other)
    try:
        _load(other, text[:place] + sign + text[place + 1 :])
    except (InputError, Refused):
        assert _dump(other) == before
    else:
        assert _dump(other) == text


def test_a_dump_whose_document_has_another_name_is_refused_in_words(
    worked_file: Case, other: Case
) -> None:
    """Its claims name a document that is not there."""
    text = _dump(worked_file)
    line = next(line for line in text.splitlines() if '"table":"documents"' in line)
    name = json.loads(line)["row"]["id"]
    spoilt = text.replace(line, line.replace(f'"id":"{name}', f'"id":"0{name[1:]}'), 1)
    assert spoilt != text
    with pytest.raises(InputError) as caught:
        _load(other, spoilt)
    assert caught.value.next_step


def _forged(lines: list[str], change: Callable[[dict[str, Any]], None]) -> str:
    """A dump with changed rows whose chain was computed anew, as somebody could who knows how."""
    values = [json.loads(line) for line in lines]
    rows = [value for value in values if "row" in value]
    for value in rows:
        if value["table"] != "audit":
            change(value)
    digests = {
        (value["table"], key_of(metadata.tables[value["table"]], value["row"])): digest_of(
            metadata.tables[value["table"]], value["row"]
        )
        for value in rows
    }
    previous = START
    for value in rows:
        if value["table"] == "audit":
            row = value["row"]
            changes: Any = [
                [*item[:2], digests[item[0], item[1]]] for item in json.loads(row["changes"])
            ]
            row |= {"changes": dumps(changes), "prev_hash": previous}
            previous = row["hash"] = sealed(row)
    return "\n".join(dumps(value) for value in values)


def _forge(table: str, **columns: object) -> Callable[[dict[str, Any]], None]:
    def change(value: dict[str, Any]) -> None:
        if value["table"] == table:
            value["row"] |= columns

    return change


def test_a_forged_chain_over_the_same_rows_is_taken_in(worked_file: Case, other: Case) -> None:
    """The example forges well: what is refused below is refused for its content."""
    text = _forged(_dump(worked_file).splitlines(), _forge("nothing"))
    assert _load(other, text).restored


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("claims", {"body": "{}"}),
        ("claims", {"surroundings": '["a"]'}),
        ("documents", {"body": "[]"}),
        ("documents", {"publisher": "7"}),
        ("extractions", {"body": '{"sentences":[7],"problems":[]}'}),
        ("problems", {"body": "no json"}),
        ("comparisons", {"body": '{"key":null}'}),
        ("decisions", {"mark": "{}", "relation": "agree"}),
        ("decisions", {"left_claim": "zzz"}),
    ],
)
def test_rows_that_are_no_values_are_refused_though_the_chain_says_yes(
    worked_file: Case, other: Case, table: str, columns: dict[str, object]
) -> None:
    """A stranger's file never brings in what the program could not read afterwards."""
    text = _forged(_dump(worked_file).splitlines(), _forge(table, **columns))
    with pytest.raises(InputError, match="cannot be read"):
        _load(other, text)
    assert other.audit.head() == (0, "")


def test_a_spoilt_original_stops_a_dump(worked_on: Case) -> None:
    """Nobody gets a copy that looks whole and is not."""
    head = worked_on.documents.list().items[0]
    worked_on._desk.store.originals.path(head.sha256).unlink()
    with pytest.raises(Corrupt, match=head.sha256):
        _dump(worked_on)
