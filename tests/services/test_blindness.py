"""Where a case asks for two answers, nobody sees another's before both are in: over every way of reading."""

from __future__ import annotations

import io
import json

import pytest

from claims.errors import Refused
from claims.model import VerdictLabel
from claims.services import Case
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS

ALONE = "the army, as ben alone says"


@pytest.fixture
def ben_has_answered(opened: OpenCase) -> tuple[Case, Case]:
    """A case for two reviewers, seen by ana, who has not answered, and by ben, who has."""
    ana, ben = opened("ana"), opened("ben")
    ana.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    ana.pairs.compare()
    ana.review.require(2)
    first, second, _ = ben.review.queue()
    ben.review.decide(first.key, relation="conflict", slots=["target"], reason=ALONE)
    ben.review.decide(second.key, relation="agree", reason=ALONE)
    ben.review.undo()
    return ana, ben


def test_no_way_of_reading_tells_of_an_answer_before_all_are_in(
    ben_has_answered: tuple[Case, Case],
) -> None:
    """Neither the answer, nor that it exists, nor a verdict or report that follows from it."""
    ana, _ = ben_has_answered
    keys = [item.key for item in ana.pairs.list().items]
    assert [item.mine for item in ana.review.queue()] == [None, None, None]
    assert [item.mine for item in ana.pairs.list().items] == [None, None, None]
    assert [ana.pairs.get(key).mine for key in keys] == [None, None, None]
    assert [ana.review.history(key) for key in keys] == [(), (), ()]
    assert ana.review.decisions() == ana.review.decisions(live=False) == ()
    assert (ana.pairs.count().decided, ana.review.progress().decided) == (0, 0)
    assert {verdict.label for verdict in ana.verdicts.compute()} == {
        VerdictLabel.NOT_ENOUGH_EVIDENCE
    }
    assert all(not verdict.decisions for verdict in ana.verdicts.compute())
    content = ana.report.content()
    assert content.decisions == ()
    assert ALONE not in repr(content)
    actions = [entry.action for entry in ana.audit.list().items]
    assert actions == ["add document", "compare claims", "set reviewers"]


def test_ones_own_answers_are_always_there(ben_has_answered: tuple[Case, Case]) -> None:
    """Blindness hides others, not oneself."""
    _, ben = ben_has_answered
    (mine,) = ben.review.decisions()
    assert mine.mark is not None
    assert mine.mark.reason == ALONE
    assert len(ben.review.decisions(live=False)) == 3
    assert [entry.action for entry in ben.audit.list().items][3:] == [
        "decide pair",
        "decide pair",
        "undo decision",
    ]


def test_when_all_have_answered_both_answers_are_there(
    ben_has_answered: tuple[Case, Case],
) -> None:
    """For both reviewers, on this pair only, and in verdicts and reports."""
    ana, ben = ben_has_answered
    key = ana.review.queue()[0].key
    ana.review.decide(key, relation="conflict", slots=["target"])
    assert [row.by for row in ana.review.history(key)] == ["ben", "ana"]
    assert [row.by for row in ben.review.decisions()] == ["ben", "ana"]
    assert [row.by for row in ana.report.content().decisions] == ["ben", "ana"]
    assert {verdict.label for verdict in ana.verdicts.compute() if verdict.decisions} == {
        VerdictLabel.CONFLICTING_EVIDENCE
    }


def test_answers_on_several_pairs_are_those_on_each_of_them(
    ben_has_answered: tuple[Case, Case],
) -> None:
    """Under the same numbers, in the same order; a pair whose answers are hidden is absent."""
    ana, ben = ben_has_answered
    keys = [item.key for item in ana.review.queue()]
    ana.review.decide(keys[0], relation="conflict", slots=["target"])
    for asker in (ana, ben):
        found = asker.review.histories(keys)
        assert found == {key: rows for key in keys if (rows := asker.review.history(key))}
    assert [row.by for row in ana.review.histories(keys)[keys[0]]] == ["ben", "ana"]
    assert ana.review.histories([]) == {}
    assert len(ana.review.histories(keys)) == 1


def test_an_answer_that_is_taken_back_hides_the_other_again(
    ben_has_answered: tuple[Case, Case],
) -> None:
    """A pair is complete only as long as all its answers stand."""
    ana, _ = ben_has_answered
    key = ana.review.queue()[0].key
    ana.review.decide(key, relation="unsure")
    ana.review.undo()
    assert {row.by for row in ana.review.history(key)} == {"ana"}
    assert ana.report.content().decisions == ()


@pytest.mark.parametrize("number", [0, 4, -1])
def test_no_other_number_of_reviewers_can_be_asked_for(case: Case, number: int) -> None:
    """One, two or three; the policy stays as it was."""
    with pytest.raises(Refused, match="cannot be asked for"):
        case.review.require(number)
    assert case.review.reviewers == 1


def test_the_policy_belongs_to_the_case(opened: OpenCase) -> None:
    """It is there after a restart, travels with a dump, and its change is in the audit chain."""
    opened().review.require(3)
    again = opened("ben")
    assert again.review.reviewers == 3
    (entry,) = again.audit.list().items
    assert (entry.action, dict(entry.detail)) == ("set reviewers", {"old": 1, "new": 3})
    stream = io.StringIO()
    again.dump(stream)
    rows = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {"table": "facts", "row": {"name": "reviewers", "value": "3"}} in rows
