"""What was ruled on pairs and concluded on incidents leaves a case with its data, as far as people may see it."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from claims.model import PairKey
from claims.report.exports import commas, sheets
from claims.services import Case, NamedBy


@pytest.fixture
def disputed(compared: Case) -> tuple[Case, Sequence[PairKey]]:
    """Two people answered two pairs, in a case that asks for two answers; on the first they part and eve ruled."""
    keys = [item.key for item in compared.pairs.list().items]
    compared.review.require(2)
    ben = compared.acting_as("ben")
    for key in keys[:2]:
        compared.review.decide(key, relation="conflict", slots=["target"], reason="army")
    ben.review.decide(keys[0], relation="agree")
    ben.review.decide(keys[1], relation="conflict", slots=["target"])
    compared.acting_as("eve").adjudication.settle(
        *(keys[0],), relation="partial", slots=["date"], ground="evidence", note="see the video"
    )
    return compared, keys


def told(case: Case, kind: str, folder: Path) -> list[dict[str, Any]]:
    """The lines of one type that leave the case."""
    path = case.exports.write("jsonl", folder / "case.jsonl").path
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line["type"] == kind]


def rulings(case: Case, folder: Path) -> dict[str, Any]:
    """The ruling of each pair in the lines."""
    return {line["key"]: line["ruling"] for line in told(case, "pair", folder)}


def test_a_pair_carries_the_ruling_beside_the_answers(
    disputed: tuple[Case, Sequence[PairKey]], tmp_path: Path
) -> None:
    """With all that was said; a pair on which nobody ruled has none."""
    case, keys = disputed
    found = rulings(case, tmp_path)
    said = found[str(keys[0])]

    assert (said["mark"]["relation"], said["mark"]["slots"]) == ("partial", ["date"])
    assert (said["mark"]["apparent"], said["ground"]) == (None, "evidence")
    assert (said["by"], said["note"], said["in_force"]) == ("eve", "see the video", True)
    assert [each["by"] for each in said["originals"]] == ["ana", "ben"]
    assert [name for name, each in found.items() if each is not None] == [str(keys[0])]
    (line,) = (each for each in told(case, "pair", tmp_path) if each["key"] == str(keys[0]))
    assert [each["mark"]["relation"] for each in line["decisions"]] == ["conflict", "agree"]


@pytest.mark.parametrize("name", ["pairs.csv", "xlsx"])
def test_a_table_of_pairs_tells_what_was_ruled_and_by_whom(
    disputed: tuple[Case, Sequence[PairKey]], tmp_path: Path, name: str
) -> None:
    """And what somebody writes over it changes nothing when the table comes back."""
    case, keys = disputed
    path = case.exports.write(name, tmp_path / name).path
    with path.open("rb") as stream:
        read = commas.read(stream) if name == "pairs.csv" else sheets.read(stream, "pairs")
        rows = {row["key"]: row for row in read}

    assert (rows[str(keys[0])]["ruling"], rows[str(keys[0])]["ruling_by"]) == ("partial", "eve")
    assert {row["ruling"] for key, row in rows.items() if key != str(keys[0])} == {""}
    for row in rows.values():
        row["ruling"], row["ruling_by"] = "unsure", "ana"
    changed = tmp_path / "changed.csv"
    with changed.open("wb") as stream:
        commas.write_rows(tuple(rows[str(keys[0])]), rows.values(), stream)
    plan = case.exports.preview(changed)
    assert (plan.changes, plan.annotations, plan.faults) == ((), (), ())


def test_a_ruling_that_holds_no_more_does_not_leave_the_case(
    disputed: tuple[Case, Sequence[PairKey]], tmp_path: Path
) -> None:
    """Once an answer is taken back the pair waits, and nothing of its ruling is told to anybody."""
    case, keys = disputed
    case.acting_as("ben").review.decide(keys[0], relation="unsure")
    assert not any(rulings(case, tmp_path).values())

    for _ in range(3):
        undone = case.acting_as("ben").review.undo()
    assert undone is not None
    assert undone.key == keys[0]
    for who in ("ana", "ben", "cay", "eve"):
        mine = case.acting_as(who)
        assert not any(rulings(mine, tmp_path).values()), who
        table = mine.exports.write("pairs.csv", tmp_path / "pairs.csv").path.read_bytes()
        assert {row["ruling"] for row in commas.read(io.BytesIO(table))} == {""}, who


def test_who_ruled_is_called_as_the_case_chooses(
    disputed: tuple[Case, Sequence[PairKey]], tmp_path: Path
) -> None:
    """In the lines and in the table."""
    case, keys = disputed
    case.report.people(NamedBy.NEITHER)
    said = rulings(case, tmp_path)[str(keys[0])]
    table = case.exports.write("pairs.csv", tmp_path / "pairs.csv").path.read_bytes()
    by = {row["ruling_by"] for row in commas.read(io.BytesIO(table))}

    assert said["by"].startswith(("person ", "الشخص "))
    assert by == {"", said["by"]}


def test_incidents_stand_in_the_lines_with_what_was_concluded(
    disputed: tuple[Case, Sequence[PairKey]], tmp_path: Path
) -> None:
    """Their claims, what is proposed and by which rules, and the word of a person with reason and resolution."""
    case, keys = disputed
    case.review.decide(keys[2], relation="agree")
    case.acting_as("ben").review.decide(keys[2], relation="agree")
    for outcome in case.verdicts.proposals("incident", keys[0].left):
        way = "pending" if outcome.proposal.parted else ""
        case.verdicts.confirm("incident", outcome.proposal.id, reason="as told", resolution=way)
    expected = {one.id: one for one in case.incidents.list()}
    found = {line["id"]: line for line in told(case, "incident", tmp_path)}

    assert {name: tuple(line["claims"]) for name, line in found.items()} == {
        name: one.claims for name, one in expected.items()
    }
    (one,) = case.verdicts.proposals("incident", keys[0].left)
    grade = found[one.proposal.id]["grade"]
    assert (grade["label"], grade["policy"]) == (one.proposal.label, one.proposal.policy)
    assert [each["en"] for each in grade["trace"]] == [s.message.en for s in one.proposal.steps]
    assert (grade["state"], grade["concluded"]["by"]) == ("current", "ana")
    assert grade["concluded"]["reason"] == "as told"


def test_what_was_concluded_while_a_pair_waits_is_told_to_nobody(
    compared: Case, tmp_path: Path
) -> None:
    """Not to whoever concluded it either: what leaves the case is what everybody may see."""
    key = compared.pairs.list().items[0].key
    compared.review.require(2)
    compared.review.decide(key, relation="conflict", slots=["target"], reason="army")
    for who in ("ana", "ben"):
        lines = told(compared.acting_as(who), "incident", tmp_path)
        assert lines
        assert {(each["grade"]["state"], tuple(each["grade"]["decisions"])) for each in lines} == {
            ("open", ())
        }
