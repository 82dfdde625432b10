"""What a reviewer does is kept, in order, and can be taken back."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from claims.errors import InputError, NotFound, Refused, Stale
from claims.model import Apparent, Mark, PairKey, Relation, SameEvent, Slot
from claims.services import Case
from tests.conftest import OpenCase, ticking
from tests.stages import TWO_ACCOUNTS


def _keys(case: Case) -> list[PairKey]:
    return [item.key for item in case.pairs.list().items]


def test_a_decision_is_stored_as_it_was_given(compared: Case) -> None:
    """Relation, gate, slots, kind, reason, confidence, who, when and what was seen."""
    item = compared.review.queue()[0]
    decision = compared.review.decide(
        str(item.key),
        relation="conflict",
        same_event="unsure",
        slots=["target", Slot.DATE, "target"],
        apparent="time_window",
        reason="الجيش، لا التنظيم\x00",
        confidence=0.7,
        seen=item.version,
    )
    mark = decision.mark
    assert mark is not None
    assert (mark.relation, mark.same_event) == (Relation.CONFLICT, SameEvent.UNSURE)
    assert (mark.slots, mark.apparent) == ((Slot.TARGET, Slot.DATE), Apparent.TIME_WINDOW)
    assert (mark.reason, mark.confidence) == ("الجيش، لا التنظيم\ufffd", 0.7)
    assert (decision.by, decision.seen, decision.live, decision.supersedes) == (
        "ana",
        1,
        True,
        None,
    )
    assert decision.at.startswith("2018-04-03T12:")
    assert decision.at.endswith("+00:00")
    assert compared.review.history(item.key) == (decision,)


@pytest.mark.parametrize(
    ("relation", "gate"),
    [("agree", "yes"), ("partial", "yes"), ("not_comparable", "no"), ("unsure", "unsure")],
)
def test_the_gate_follows_from_the_relation_when_it_is_not_answered(
    compared: Case, relation: str, gate: str
) -> None:
    """Who says that two claims agree says that they speak of one event."""
    mark = compared.review.decide(_keys(compared)[0], relation=relation).mark
    assert mark is not None
    assert mark.same_event == gate


def test_a_mark_that_is_recorded_as_it_is_keeps_to_the_same_rules(compared: Case) -> None:
    """Accounts that agree have no kind of apparent conflict, by whatever way the word comes in."""
    mark = Mark(_keys(compared)[0], SameEvent.YES, Relation.AGREE, apparent=Apparent.TIME_WINDOW)
    with pytest.raises(Refused, match="do not seem to conflict"):
        compared.review.record(mark, seen=1)
    assert compared.review.decisions() == ()


@pytest.mark.parametrize(
    "said",
    [
        {"relation": "conflict"},
        {"relation": "agree", "slots": ["date"]},
        {"relation": "agree", "same_event": "no"},
        {"relation": "agree", "confidence": 1.5},
        {"relation": "agree", "confidence": float("nan")},
        {"relation": "quarrel"},
        {"relation": "conflict", "slots": ["weather"]},
        {"relation": "agree", "apparent": "none"},
        {"relation": "agree", "by": " "},
        {"relation": "agree", "by": "x" * 201},
        {"relation": "agree", "token": "x" * 201},
        {"relation": "agree", "seen": 2},
    ],
)
def test_what_the_rules_do_not_allow_is_refused_and_nothing_is_stored(
    compared: Case, said: dict[str, Any]
) -> None:
    """Every refusal says what to do instead."""
    head = compared.audit.head()
    with pytest.raises((Refused, InputError, Stale)) as caught:
        compared.review.decide(_keys(compared)[0], **said)
    assert caught.value.next_step
    assert compared.review.decisions(live=False) == ()
    assert compared.audit.head() == head


def test_a_pair_that_the_case_does_not_hold_cannot_be_decided(compared: Case) -> None:
    """Nor has it a history."""
    with pytest.raises(NotFound, match="a~b"):
        compared.review.decide("a~b", relation="agree")
    with pytest.raises(NotFound, match="a~b"):
        compared.review.history("a~b")


def test_a_changed_mind_supersedes_and_erases_nothing(compared: Case) -> None:
    """The history has both, the newer one is live."""
    key = _keys(compared)[0]
    first = compared.review.decide(key, relation="agree", reason="at first")
    second = compared.review.decide(key, relation="unsure", reason="on second thoughts")
    history = compared.review.history(key)
    assert [row.live for row in history] == [False, True]
    assert [row.supersedes for row in history] == [None, first.id]
    assert history[0].mark == first.mark
    assert compared.review.decisions() == (second,)


def test_each_reviewer_has_their_own_decision(compared: Case) -> None:
    """Two people on one pair do not touch each other's word."""
    key = _keys(compared)[0]
    mine = compared.review.decide(key, relation="agree", by="ana")
    theirs = compared.review.decide(key, relation="unsure", by="ben")
    assert compared.review.decisions() == (mine, theirs)
    assert compared.review.undo(by="ben") is not None
    assert compared.review.decisions() == (mine,)


def test_a_version_that_never_was_cannot_have_been_seen(opened: OpenCase) -> None:
    """It is no older comparison (`test_matching`), and not called one; nothing is stored."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    case.pairs.compare()
    key = _keys(case)[0]
    with pytest.raises(Refused, match="never had a version 2: it is at 1") as caught:
        case.review.decide(key, relation="agree", seen=2)
    assert "Nothing was stored" in caught.value.next_step
    assert case.review.decide(key, relation="agree", seen=1).seen == 1


def test_a_submission_that_comes_twice_is_stored_once(compared: Case) -> None:
    """The same token gives the same decision, after others too, and from many threads at once."""
    one, other, *_ = _keys(compared)
    first = compared.review.decide(one, relation="agree", token="t1")
    compared.review.decide(other, relation="agree")
    again = compared.review.decide(one, relation="agree", token="t1", seen=1)
    assert again == first
    with ThreadPoolExecutor(5) as pool:
        many = list(
            pool.map(
                lambda _: compared.review.decide(other, relation="unsure", token="t2"), range(5)
            )
        )
    assert len(set(many)) == 1
    assert len(compared.review.decisions(live=False)) == 3


def test_a_token_of_another_submission_is_refused(compared: Case) -> None:
    """Nothing is answered with a decision that says something else than what was submitted."""
    one, other, *_ = _keys(compared)
    compared.review.decide(one, relation="agree", token="t1")
    with pytest.raises(Refused, match="stored before"):
        compared.review.decide(one, relation="unsure", token="t1")
    with pytest.raises(Refused, match="stored before"):
        compared.review.decide(other, relation="agree", token="t1")
    assert len(compared.review.decisions(live=False)) == 1
    assert compared.review.decide(one, relation="unsure", token="t1", by="ben").by == "ben"


def test_the_queue_holds_what_one_has_not_decided_conflicts_first(compared: Case) -> None:
    """Each item says why it is next, in both languages."""
    items = compared.review.queue()
    assert [item.comparison.relation for item in items] == ["conflict", "conflict", "agree"]
    assert items[0].why.en == "Likely conflict on the target"
    assert items[0].why.ar == "تعارض مرجَّح في الهدف"
    compared.review.decide(items[0].key, relation="agree")
    assert [item.key for item in compared.review.queue()] == [item.key for item in items[1:]]
    assert [item.key for item in compared.review.queue(limit=1)] == [items[1].key]


def test_what_is_at_hand_already_is_skipped(compared: Case) -> None:
    """A face that holds items ahead asks for the ones after."""
    first, second, third = _keys(compared)
    assert [item.key for item in compared.review.queue(skip=[first, str(third)])] == [second]
    assert compared.review.queue(skip=[first, second, third]) == ()


def test_the_queue_shows_nobody_anothers_answer(compared: Case) -> None:
    """Neither the order nor an item changes by what another decided."""
    before = compared.review.queue(reviewer="ben")
    for key in _keys(compared):
        compared.review.decide(key, relation="unsure", by="ana")
    assert compared.review.queue(reviewer="ben") == before
    assert compared.review.queue(reviewer="ana") == ()
    assert {item.mine for item in compared.pairs.list(reviewer="ben").items} == {None}


def test_one_sees_ones_own_decision_on_a_pair(compared: Case) -> None:
    """The pair shows what one said last, and nothing once it was taken back."""
    key = _keys(compared)[0]
    decision = compared.review.decide(key, relation="agree")
    assert compared.pairs.get(key).mine == decision
    assert compared.pairs.get(key, reviewer="ben").mine is None
    compared.review.undo()
    assert compared.pairs.get(key).mine is None


def test_undo_takes_back_the_newest_decision_and_then_the_one_before(compared: Case) -> None:
    """Over all pairs, by rows of its own, until nothing is left."""
    for key in _keys(compared):
        compared.review.decide(key, relation="agree")
    keys = [compared.review.undo(), compared.review.undo(), compared.review.undo()]
    assert [row.key for row in keys if row is not None] == list(reversed(_keys(compared)))
    assert [row.mark for row in keys if row is not None] == [None, None, None]
    assert compared.review.undo() is None
    assert compared.review.decisions() == ()
    assert len(compared.review.decisions(live=False)) == 6
    assert len(compared.review.queue()) == 3


def test_undoing_a_changed_mind_brings_the_earlier_word_back(compared: Case) -> None:
    """First what was said before stands again, then nothing."""
    key = _keys(compared)[0]
    first = compared.review.decide(key, relation="agree", reason="at first")
    compared.review.decide(key, relation="unsure")
    restored = compared.review.undo()
    assert restored is not None
    assert restored.mark == first.mark
    assert compared.review.decisions() == (restored,)
    gone = compared.review.undo()
    assert gone is not None
    assert gone.mark is None
    assert compared.review.undo() is None


def test_undo_works_over_twenty_decisions_and_after_restarts(opened: OpenCase) -> None:
    """What was said twenty decisions ago stands again, though the program was restarted each time."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    case.pairs.compare()
    keys = _keys(case)
    marks = []
    for number in range(21):
        key = keys[number % 3]
        decision = case.review.decide(key, relation="unsure", reason=str(number))
        marks.append((key, decision.mark))
    case.close()
    for number in reversed(range(1, 21)):
        with opened() as again:
            undone = again.review.undo()
            assert undone is not None
            assert undone.key == keys[number % 3]
            before = [mark for key, mark in marks[:number] if key == undone.key]
            assert undone.mark == (before[-1] if before else None)


def test_a_decision_after_an_undo_is_undone_first(compared: Case) -> None:
    """Undo goes back along what was decided, never to and fro between undos."""
    one, other, *_ = _keys(compared)
    compared.review.decide(one, relation="agree")
    compared.review.decide(other, relation="agree")
    compared.review.undo()
    compared.review.decide(other, relation="unsure")
    undone = [compared.review.undo(), compared.review.undo(), compared.review.undo()]
    assert [row.key if row else None for row in undone] == [other, one, None]


def test_an_undo_that_comes_twice_is_done_once(compared: Case) -> None:
    """A double click takes back one decision."""
    one, other, *_ = _keys(compared)
    compared.review.decide(one, relation="agree")
    compared.review.decide(other, relation="agree")
    assert compared.review.undo(token="u1") == compared.review.undo(token="u1")
    assert [decision.key for decision in compared.review.decisions()] == [one]


def test_progress_counts_what_stands(compared: Case) -> None:
    """By relation, and nothing that was superseded or taken back."""
    one, other, *_ = _keys(compared)
    compared.review.decide(one, relation="agree")
    compared.review.decide(one, relation="unsure")
    compared.review.decide(other, relation="agree")
    compared.review.undo()
    progress = compared.review.progress()
    assert (progress.pairs, progress.decided, progress.left) == (3, 1, 2)
    assert {name: count for name, count in progress.by_relation.items() if count} == {"unsure": 1}
    assert compared.review.progress("ben").decided == 0


def test_order_follows_the_numbers_when_the_clock_is_set_back(opened: OpenCase) -> None:
    """History, undo and the audit chain do not depend on the time of day."""
    case = opened(clock=ticking("2018-04-03T12:00:00+00:00"))
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    case.pairs.compare()
    key = _keys(case)[0]
    case.review.decide(key, relation="agree")
    case.close()
    with opened(clock=ticking("2018-04-02T12:00:00+00:00")) as earlier:
        earlier.review.decide(key, relation="unsure")
        history = earlier.review.history(key)
        assert [row.live for row in history] == [False, True]
        assert history[0].at > history[1].at
        undone = earlier.review.undo()
        assert undone is not None
        assert undone.mark is not None
        assert undone.mark.relation is Relation.AGREE
        assert earlier.audit.verify() == ()


def test_a_case_is_shared_by_many_threads(compared: Case) -> None:
    """Thirty threads that decide and read at once: every decision is stored, and one of each stands."""
    keys = _keys(compared)

    def work(number: int) -> None:
        who = f"reviewer {number}"
        for key in keys:
            compared.review.decide(key, relation="unsure", by=who, seen=1)
            compared.review.queue(reviewer=who)
        compared.review.undo(by=who)

    with ThreadPoolExecutor(30) as pool:
        list(pool.map(work, range(30)))
    assert len(compared.review.decisions(live=False)) == 30 * 4
    assert len(compared.review.decisions()) == 30 * 2
    assert compared.audit.verify() == ()


def test_the_token_of_an_answer_undoes_nothing_and_that_of_an_undo_answers_nothing(
    compared: Case,
) -> None:
    """Whatever stands after the undo: a submission is what it was."""
    key = compared.review.queue()[0].key
    compared.review.decide(key, relation="agree", token="a")
    compared.review.decide(key, relation="unsure", token="b")
    with pytest.raises(Refused, match="stored before"):
        compared.review.undo(token="b")
    undone = compared.review.undo(token="u")
    assert compared.review.undo(token="u") == undone
    with pytest.raises(Refused, match="stored before"):
        compared.review.decide(key, relation="agree", token="u")
    assert len(compared.review.decisions(live=False)) == 3


def test_twenty_decisions_are_taken_back_over_items_and_restarts(opened: OpenCase) -> None:
    """Newest first, one after the other, each in a program of its own; what stood before each stands again."""
    days = 11
    text = "".join(
        f"{who}: day{day} target\n"
        for who in ("A (official)", "B (monitor)")
        for day in range(days)
    )
    first = opened()
    first.documents.add_bytes(text.encode(), name="accounts.txt")
    first.pairs.compare()
    keys = [item.key for item in first.pairs.list().items]
    said = [(key, relation) for relation in ("agree", "unsure") for key in keys]
    assert len(said) == 22
    for key, relation in said:
        first.review.decide(key, relation=relation, by="ben" if key == keys[3] else "")
    mine = [each for each in said if each[0] != keys[3]]
    for number, (key, relation) in enumerate(reversed(mine)):
        undone = opened().review.undo()
        assert undone is not None
        assert undone.key == key
        stands = undone.mark and undone.mark.relation.value
        assert stands == ("agree" if relation == "unsure" else None), number
    last = opened()
    assert last.review.undo() is None
    assert [row.by for row in last.review.decisions()] == ["ben"]
    assert len(last.review.decisions(live=False)) == 22 + 20
    assert last.audit.verify() == ()


def test_an_old_page_does_not_replace_a_newer_answer(compared: Case) -> None:
    """Both are told and nothing is stored; who saw the newer one replaces it."""
    key = compared.pairs.list().items[0].key
    newer = compared.review.decide(key, relation="conflict", slots=["target"], answer=0)
    with pytest.raises(
        Stale, match=r"conflict, target\. Not stored now: agree\. Your reason was: so"
    ) as caught:
        compared.review.decide(key, relation="agree", reason="so", answer=0)
    assert "Nothing was changed" in caught.value.next_step
    assert compared.review.history(key) == (newer,)
    known = compared.review.decide(key, relation="agree", answer=newer.id)
    assert known.supersedes == newer.id
    compared.review.undo()
    stands = compared.pairs.get(key).mine
    assert stands is not None
    with pytest.raises(Stale):
        compared.review.decide(key, relation="unsure", answer=newer.id)
    assert compared.review.decide(key, relation="unsure", answer=stands.id).live


def test_what_was_taken_back_elsewhere_is_told_too(compared: Case) -> None:
    """The page shows an answer that stands no more."""
    key = compared.pairs.list().items[0].key
    given = compared.review.decide(key, relation="agree")
    compared.review.undo()
    with pytest.raises(Stale, match="elsewhere: –"):
        compared.review.decide(key, relation="unsure", answer=given.id)
