"""Answers on a pair, as tables and beside each other: all that somebody said is there."""

from __future__ import annotations

from dataclasses import replace

from claims.services import Case
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS
from workbench import wording
from workbench.shown import dispute, said


def _answered(opened: OpenCase, *, sure: bool) -> Case:
    """A pair on which two people part; the first one says how sure they are and comments, or not."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    key = case.review.queue()[0].key
    comment, confidence = ("ask the monitor", 0.7) if sure else ("", None)
    case.review.decide(key, relation="agree", by="ana", comment=comment, confidence=confidence)
    case.review.decide(key, relation="unsure", by="ben")
    return case


def _fields(case: Case) -> list[tuple[str, list[str]]]:
    words = wording.of("en")
    (one,) = case.adjudication.queue()
    shown = dispute.dispute(one, case.pairs.get(one.key), [str(one.key)], None, words)
    fields = shown["fields"]
    assert isinstance(fields, list)
    return [(field["name"], field["said"]) for field in fields]


def test_who_settles_reads_how_sure_each_was_and_what_they_commented(opened: OpenCase) -> None:
    """Beside the answers; a dash where one of them said nothing."""
    fields = _fields(_answered(opened, sure=True))
    assert fields[-2:] == [("How sure", ["70%", "–"]), ("Comment", ["ask the monitor", "–"])]


def test_what_nobody_said_takes_no_row(opened: OpenCase) -> None:
    """Neither of both, where nobody commented or said how sure they are."""
    names = {name for name, _ in _fields(_answered(opened, sure=False))}
    assert not names & {"How sure", "Comment"}
    assert "Reason" in names


def test_every_answer_stands_with_its_comment(opened: OpenCase) -> None:
    """In the table below the pair, also of an answer that was taken back."""
    case = _answered(opened, sure=True)
    rows = case.review.history(case.adjudication.queue()[0].key)
    undone = replace(rows[0], id=max(row.id for row in rows) + 1, mark=None)
    table = said.history((*rows, undone), wording.of("en"))
    told = [[cell["text"] for cell in row["cells"]] for row in table["rows"]]
    assert told[0][4:6] == ["–", "–"]
    assert sorted(row[4:6] for row in told[1:]) == [["ask the monitor", "70%"], ["–", "–"]]
