"""The screen on which disputes are settled."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.testing.v1 import AppTest

from claims.services import Case
from tests.workbench.conftest import Screen
from tests.workbench.views.test_screens import component
from workbench import settling, wording
from workbench.shown import dispute

EN = wording.of("en")


@pytest.fixture
def disputed(case: Case) -> Case:
    """Two reviewers part wholly on one pair and on a slot of another; the third waits for the second reviewer."""
    case.review.require(2)
    keys = [item.key for item in case.review.queue(reviewer="ana")]
    ben = case.acting_as("ben")
    for key in keys:
        case.review.decide(key, relation="conflict", slots=["target"], reason="secret till then")
    ben.review.decide(keys[0], relation="not_comparable")
    ben.review.decide(keys[1], relation="conflict", slots=["target", "date"])
    return case


def shown(running: Any) -> dict[str, Any]:
    """What the component is given."""
    told: dict[str, Any] = json.loads(component(running).json)
    return told


def ask(told: dict[str, Any], **fields: Any) -> settling.Ask:
    """A ruling on the pair that is shown."""
    seen = [{"by": one["by"], "at": one["at"]} for one in told["given"]]
    return settling.Ask.model_validate(
        {"token": "t", "do": "settle", "key": told["key"], "seen": seen, **fields}
    )


def test_least_agreement_comes_first_with_all_answers_side_by_side(
    disputed: Case, screen: Screen
) -> None:
    """And it is said on what they part; a pair that waits for an answer is not shown at all."""
    told = shown(screen("adjudicate", reviewer="eve"))
    assert [one["by"] for one in told["given"]] == ["ana", "ben"]
    relation = next(field for field in told["fields"] if field["name"] == "Relation")
    assert relation["parts"]
    assert relation["said"] == ["✗ Conflict", "∅ Not comparable"]
    last = shown(screen("adjudicate", reviewer="eve", pair=told["next"]))
    assert last["next"] == told["key"]
    assert {told["key"], last["key"]} == {str(one.key) for one in disputed.adjudication.queue()}


def test_a_ruling_is_stored_once_and_taken_back(disputed: Case, screen: Screen) -> None:
    """The same submission again is the same ruling; what was taken back waits again."""
    told = shown(screen("adjudicate", reviewer="eve"))
    eve = disputed.acting_as("eve")
    wanted = ask(told, relation="not_comparable", same_event="no", ground="other_adopted")
    done = [settling.perform(wanted, eve) for _ in range(2)]
    assert done[0].ruling == done[1].ruling
    assert len(disputed.adjudication.rulings()) == 1
    assert "settled" in dispute.answer(done[0], EN)["said"]
    undone = settling.perform(settling.Ask.model_validate({"token": "u", "do": "undo"}), eve)
    assert "taken back" in dispute.answer(undone, EN)["said"]
    assert disputed.adjudication.rulings() == ()


def test_an_answer_that_changed_meanwhile_is_told_and_nothing_is_stored(
    disputed: Case, screen: Screen
) -> None:
    """What is ruled on is what was on the screen."""
    told = shown(screen("adjudicate", reviewer="eve"))
    disputed.acting_as("ben").review.decide(told["key"], relation="unsure")
    done = settling.perform(
        ask(told, relation="agree", same_event="yes"), disputed.acting_as("eve")
    )
    assert done.ruling is None
    assert "has changed" in dispute.answer(done, EN)["error"]
    assert disputed.adjudication.rulings() == ()


def test_nobody_sees_answers_before_all_have_given_theirs(case: Case, screen: Screen) -> None:
    """While a pair waits for the second reviewer, the screen knows of no dispute."""
    case.review.require(2)
    case.review.decide(
        case.review.queue(reviewer="ana")[0].key, relation="unsure", reason="secret till then"
    )
    told = shown(screen("adjudicate", reviewer="eve"))
    assert told["key"] == ""
    assert "given" not in told
    assert "secret" not in json.dumps(told)


def tables(running: AppTest) -> dict[str, list[list[str]]]:
    """The words of every plain table on the screen, by its caption."""
    assert not running.exception
    assert not running.error
    protos = [node.proto for node in running.get("bidi_component")]
    told = [json.loads(proto.json) for proto in protos if isinstance(proto, BidiComponent)]
    return {
        one["caption"]: [[cell["text"] for cell in row["cells"]] for row in one["rows"]]
        for one in told
        if "caption" in one
    }


def test_what_was_settled_is_listed_until_it_is_taken_back(disputed: Case, screen: Screen) -> None:
    """With both statements, ground and reason in words, whose answer was adopted, and that an answer changed since."""
    first, second = (one.key for one in disputed.adjudication.queue())
    eve = disputed.acting_as("eve").adjudication
    eve.settle(
        first, relation="not_comparable", ground="other_adopted", note="two towns of one name"
    )
    eve.settle(second, relation="conflict", slots=["target"], ground="evidence")
    (other, one) = tables(screen("adjudicate", reviewer="eve"))["Settled"]
    statements = disputed.claims.several([first.left, first.right])
    assert one[:2] == [statements[first.left].statement, statements[first.right].statement]
    assert one[2:5] == ["Not comparable", "Another reviewer is right", "two towns of one name"]
    assert one[5:7] == ["\u2068ben\u2069", "eve"]
    assert (one[-1], other[-1], other[2]) == ("in force", "in force", "Conflict (Target)")
    disputed.acting_as("ben").review.decide(first, relation="unsure")
    running = screen("adjudicate", reviewer="eve")
    assert "Settled" not in tables(running), "closed while something waits"
    running.session_state["settled"] = True
    (_, fallen) = tables(running.run())["Settled"]
    assert fallen[-1] == "not in force: an answer changed since, or is missing"


def test_who_may_not_settle_is_told_before_they_try(disputed: Case, screen: Screen) -> None:
    """By their role; who works alone, or settles here, is told nothing of the kind."""
    assert not screen("adjudicate").info
    disputed.people.put("ana", "admin")
    disputed.people.put("eve", "adjudicator", by="ana")
    disputed.people.put("kim", "reader", by="ana")
    settling_here = [disputed.acting_as(name).adjudication.settles for name in ("eve", "kim")]
    assert settling_here == [True, False]
    disputed.people.put("dan", "admin", by="ana")
    disputed.people.put("ana", "reader", by="dan")
    (told,) = screen("adjudicate").info
    assert told.value.startswith("You look on here")


def test_nothing_settled_is_said(case: Case, screen: Screen) -> None:
    """Where nothing waits and nothing was settled."""
    assert case
    assert "nothing was settled yet" in screen("adjudicate").info[0].value


def test_the_history_of_a_pair_tells_its_rulings(disputed: Case, screen: Screen) -> None:
    """Beside the answers on the compare screen: the one in force, and those before it."""
    key = disputed.adjudication.queue()[0].key
    eve = disputed.acting_as("eve").adjudication
    eve.settle(key, relation="unsure", ground="compromise", note="first look")
    eve.settle(key, relation="not_comparable", ground="other_adopted", note="two towns")
    running = screen("compare", reviewer="ben", pair=str(key))
    running.session_state["remarks"] = True
    newest, before = tables(running.run())["Rulings on this pair"]
    assert newest[:3] == ["Not comparable", "Another reviewer is right", "two towns"]
    assert (newest[-1], before[2], before[-1]) == ("in force", "first look", "replaced")


def test_answers_stand_newest_first_in_a_case_for_several(disputed: Case, screen: Screen) -> None:
    """There the numbers of rows tell nothing, and give no order."""
    key = disputed.adjudication.queue()[0].key
    ben = disputed.acting_as("ben").review
    for number in range(5):
        ben.decide(key, relation="unsure", reason=f"{number}")
    running = screen("compare", reviewer="ben", pair=str(key))
    running.session_state["remarks"] = True
    answers = tables(running.run())["Answers on this pair"]
    assert [row[3] for row in answers[:5]] == ["4", "3", "2", "1", "0"]


def test_rulings_on_a_pair_that_waits_again_are_hidden(disputed: Case, screen: Screen) -> None:
    """An answer was taken back: what was settled would tell what the others said."""
    key = disputed.adjudication.queue()[1].key
    disputed.acting_as("eve").adjudication.settle(key, relation="unsure", ground="compromise")
    disputed.acting_as("ben").review.undo()
    running = screen("adjudicate", reviewer="eve")
    running.session_state["settled"] = True
    assert "Settled" not in tables(running.run())
    assert "nothing was settled yet" in running.info[0].value
