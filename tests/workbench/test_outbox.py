"""Decisions on their way from the browser to the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.model import Claim, Comparison, Relation, Slot
from claims.services import Case, InHand, InputError, Locked, Refused, Stale, open_case
from tests.stages import STAGES
from workbench import outbox, wording
from workbench.outbox import Entry, Flush, Outbox, Returned, Settled, Slip, look, mark_of
from workbench.shown.desk import data


def a_flush(*entries: Entry, page: str = "p", request: int = 1, answered: int = 0) -> Flush:
    """What a page sends."""
    return Flush(
        page=page,
        request=request,
        answered=answered,
        case="",
        reviewer="ana",
        outboxes=(Outbox(id=page, entries=tuple(Slip(**one.model_dump()) for one in entries)),),
    )


def settle(flush: Flush, before: Settled, case: Case) -> Settled:
    """What becomes of a flush of a page of this case."""
    return outbox.settle(flush.model_copy(update={"case": mark_of(case)}), before, case)


def an_entry(case: Case, seq: int = 1, **fields: Any) -> Entry:
    """A word on the first pair of the queue: not comparable, unless said otherwise."""
    item = case.review.queue(reviewer="ana")[0]
    plain: dict[str, Any] = {"do": "decide", "key": str(item.key), "seen": item.version}
    values = plain | {"relation": "not_comparable", "same_event": "no"} | fields
    return Entry(seq=seq, **values)


def stored(case: Case) -> list[tuple[str, Relation]]:
    """Keys and relations of the decisions that stand, in order."""
    return [(str(d.key), d.mark.relation) for d in case.review.decisions() if d.mark]


def test_a_decision_is_stored_as_it_was_taken(case: Case) -> None:
    """Relation, gate, slots, kind, reason, comment and how sure one is arrive; the version seen goes with them."""
    entry = an_entry(
        case,
        relation="conflict",
        same_event="yes",
        slots=("target",),
        reason="not the same",
        comment="ask the monitor",
        confidence=0.7,
    )
    settled = settle(a_flush(entry), Settled(), case)
    assert settled == Settled({"p": 1})
    (decision,) = case.review.decisions()
    assert decision.mark is not None
    assert decision.mark.slots == (Slot.TARGET,)
    assert decision.mark.reason == "not the same"
    assert (decision.mark.comment, decision.mark.confidence) == ("ask the monitor", 0.7)
    assert (decision.by, decision.seen, decision.token) == ("ana", 1, "p:1")


def test_what_is_sent_again_is_stored_once(case: Case) -> None:
    """By the same tab, which remembers, and after a restart, which does not."""
    entry = an_entry(case)
    flush = a_flush(entry)
    settled = settle(flush, Settled(), case)
    settle(flush, settled, case)
    settle(flush, Settled(), case)
    assert len(case.review.history(entry.key)) == 1


@hypothesis_settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(cuts=st.lists(st.integers(0, 6), max_size=6), forgets=st.lists(st.booleans(), max_size=6))
def test_any_cutting_and_repeating_of_the_outbox_gives_the_same_record(
    case: Case, cuts: list[int], forgets: list[bool]
) -> None:
    """However often and in whatever pieces entries arrive, each is stored once and in order."""
    keys = [str(item.key) for item in case.pairs.list().items]
    entries = [
        Entry(seq=n, do="decide", key=keys[n % len(keys)], seen=1, reason=f"word {n}")
        for n in range(1, 7)
    ]
    page = f"page {cuts} {forgets}"
    settled = Settled()
    for cut, forget in zip([*cuts, 6], [*forgets, False, *[False] * 6], strict=False):
        upto = tuple(entries[:cut])
        settled = settle(a_flush(*upto, page=page), Settled() if forget else settled, case)
    rows = [
        row.mark.reason
        for key in keys
        for row in case.review.history(key)
        if row.mark and row.token.startswith(page + ":")
    ]
    assert sorted(rows) == [f"word {n}" for n in range(1, 7)]


def test_taking_back_gives_the_pair_back(case: Case) -> None:
    """The newest decision goes; its pair comes to the screen again and is no longer decided."""
    entry = an_entry(case)
    settled = settle(a_flush(entry), Settled(), case)
    back = settle(a_flush(entry, Entry(seq=2, do="undo"), request=2), settled, case)
    assert stored(case) == []
    (returned,) = back.returned
    assert returned.item is not None
    assert str(returned.item.key) == entry.key
    assert returned.error is None


def test_taking_back_twice_because_the_answer_was_lost_takes_back_once(case: Case) -> None:
    """An undo is stored once, like a decision; the one before stays."""
    first = an_entry(case)
    settle(a_flush(first), Settled(), case)
    second = an_entry(case, seq=2)
    undo = Entry(seq=3, do="undo")
    settle(a_flush(first, second, undo), Settled(), case)
    settle(a_flush(first, second, undo), Settled(), case)
    assert stored(case) == [(first.key, Relation.NOT_COMPARABLE)]


def test_taking_back_when_there_is_nothing_says_so(case: Case) -> None:
    """No pair comes back, and no error."""
    settled = settle(a_flush(Entry(seq=1, do="undo")), Settled(), case)
    assert settled.returned == (Returned("p:1", 1, None),)


def _compared_anew(case: Case) -> None:
    """Let another comparison of the same claims be less sure of every pair."""

    def surer_of_none(claims: Sequence[Claim], **told: Any) -> tuple[Comparison, ...]:
        return tuple(replace(pair, confidence=0.5) for pair in STAGES.compare_all(claims, **told))

    with open_case(case.settings, stages=replace(STAGES, compare_all=surer_of_none)) as again:
        again.pairs.compare()


def test_a_pair_that_changed_comes_back_with_the_reason(case: Case) -> None:
    """Nothing is written on what was not on the screen."""
    entry = an_entry(case)
    _compared_anew(case)
    assert case.pairs.get(entry.key).version == entry.seen + 1
    settled = settle(a_flush(entry), Settled(), case)
    assert stored(case) == []
    assert settled.acknowledged == {"p": 1}
    (returned,) = settled.returned
    assert isinstance(returned.error, Stale)
    assert returned.item is not None
    assert str(returned.item.key) == entry.key


def test_what_was_said_of_a_version_that_is_not_there_comes_back_too(case: Case) -> None:
    """As where an older backup was brought back while somebody worked on."""
    entry = an_entry(case)
    settled = settle(a_flush(entry.model_copy(update={"seen": 7})), Settled(), case)
    assert stored(case) == []
    (returned,) = settled.returned
    assert isinstance(returned.error, Refused)
    assert returned.item is not None
    assert str(returned.item.key) == entry.key


def test_a_pair_that_was_answered_in_another_tab_comes_back(case: Case) -> None:
    """The newer answer stands; what this tab sent is told, and the pair is shown as it stands."""
    entry = an_entry(case).model_copy(update={"answer": 0})
    case.review.decide(entry.key, relation="unsure", by="ana")
    settled = settle(a_flush(entry), Settled(), case)
    assert stored(case) == [(entry.key, Relation.UNSURE)]
    (returned,) = settled.returned
    assert isinstance(returned.error, Stale)
    assert returned.item is not None
    assert returned.item.mine is not None


def test_a_pair_in_the_hands_of_another_comes_back_and_is_answered_knowingly(case: Case) -> None:
    """The page is told who has it; the answer that follows is stored."""
    for name, role in (("ana", "admin"), ("ben", "reviewer")):
        case.people.put(name, role)
    entry = an_entry(case, reason="two days are told", comment="ask", confidence=0.4)
    assert case.review.take(entry.key, reviewer="ben")
    settled = settle(a_flush(entry), Settled(), case)
    assert stored(case) == []
    (returned,) = settled.returned
    assert isinstance(returned.error, InHand)
    assert (returned.key, returned.reason) == (entry.key, entry.reason)
    assert (returned.comment, returned.confidence) == ("ask", 0.4)
    again = entry.model_copy(update={"seq": 2, "knowingly": True})
    settle(a_flush(again), settled, case)
    assert [key for key, _ in stored(case)] == [entry.key]


def test_a_broken_rule_comes_back_and_the_rest_goes_on(case: Case) -> None:
    """A conflict without a slot is refused; the decision after it is stored."""
    bad = an_entry(case, relation="conflict", same_event="yes")
    other = case.review.queue(reviewer="ana")[1]
    good = an_entry(case, seq=2, key=str(other.key))
    settled = settle(a_flush(bad, good), Settled(), case)
    assert isinstance(settled.returned[0].error, Refused)
    assert stored(case) == [(good.key, Relation.NOT_COMPARABLE)]


def test_a_pair_that_is_gone_comes_back_without_itself(case: Case) -> None:
    """The reader is told; there is nothing to show."""
    settled = settle(a_flush(an_entry(case, key=f"{'0' * 16}~{'1' * 16}")), Settled(), case)
    assert settled.returned[0].item is None
    assert settled.returned[0].error is not None


def test_what_came_back_is_kept_until_it_has_arrived(case: Case) -> None:
    """An answer that was lost is given again; one that arrived is not."""
    undo = a_flush(Entry(seq=1, do="undo"))
    settled = settle(undo, Settled(), case)
    assert len(settle(replace_request(undo, 2, answered=0), settled, case).returned) == 1
    assert settle(replace_request(undo, 2, answered=1), settled, case).returned == ()


def replace_request(flush: Flush, request: int, answered: int) -> Flush:
    """The same outbox sent by a later flush."""
    return flush.model_copy(update={"request": request, "answered": answered})


def test_a_locked_case_leaves_the_entry_for_later(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be written now is not acknowledged, and nothing after it overtakes it."""

    def locked(*_: object, **__: object) -> None:
        raise Locked("The case is held by another writer.")

    first = an_entry(case)
    second = an_entry(case, seq=2, key=str(case.review.queue(reviewer="ana")[1].key))
    with monkeypatch.context() as patch:
        patch.setattr(case.review, "decide", locked)
        waiting = settle(a_flush(first, second), Settled(), case)
    assert waiting.acknowledged == {}
    assert isinstance(waiting.waiting, Locked)
    assert settle(a_flush(first, second), waiting, case) == replace(
        waiting, acknowledged={"p": 2}, waiting=None
    )
    assert [key for key, _ in stored(case)] == [first.key, second.key]


def test_what_is_no_entry_is_not_read() -> None:
    """A browser can send anything; only our form is taken."""
    with pytest.raises(ValidationError):
        Flush.model_validate({"page": "p", "request": 1, "reviewer": "ana", "sql": "drop"})
    with pytest.raises(ValidationError):
        Entry.model_validate({"seq": 1, "do": "erase"})


def test_an_entry_that_an_older_program_left_does_not_block_the_rest(case: Case) -> None:
    """It comes back as unreadable; what stands beside it is stored."""
    good = an_entry(case, seq=2)
    odd = Outbox.model_validate(
        {"id": "p", "entries": [{"seq": 1, "verdict": "A"}, good.model_dump(mode="json")]}
    )
    settled = settle(a_flush().model_copy(update={"outboxes": (odd,)}), Settled(), case)
    assert isinstance(settled.returned[0].error, InputError)
    assert settled.acknowledged == {"p": 2}
    assert stored(case) == [(good.key, Relation.NOT_COMPARABLE)]


def test_only_pairs_that_the_browser_does_not_hold_are_sent(case: Case) -> None:
    """Nothing travels twice."""
    first, second, third = (str(item.key) for item in look("ana", None, case).items)
    held = a_flush().model_copy(update={"held": (first, third)})
    waiting = look("ana", held, case)
    assert [str(item.key) for item in waiting.items] == [second]
    assert waiting.progress is not None
    assert waiting.progress.left == 3


def test_a_case_that_does_not_answer_is_told_as_a_value(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The screen stays, with everything that is not sent yet."""

    def locked(*_: object, **__: object) -> None:
        raise Locked("The case is held by another writer.")

    monkeypatch.setattr(case.review, "queue", locked)
    waiting = look("ana", None, case)
    assert isinstance(waiting.error, Locked)
    assert (waiting.items, waiting.progress) == ((), None)


def test_a_decision_of_another_case_is_not_taken(case: Case) -> None:
    """Two cases of the same documents have pairs of the same keys and versions: the mark of the case parts them."""
    flush = a_flush(an_entry(case)).model_copy(update={"case": "0" * 12})
    assert outbox.settle(flush, Settled(), case) == Settled()
    assert stored(case) == []


def test_two_of_a_team_are_given_different_pairs(case: Case) -> None:
    """Each browser holds pairs of its own, so that nobody does what a colleague is doing."""
    everything = {str(item.key) for item in case.review.queue()}
    case.people.put("ana", "admin")
    case.people.put("ben", "reviewer")
    flush = a_flush().model_copy(
        update={"held": tuple(str(n) * 32 + "~" + str(n) * 31 + "f" for n in range(1, 8))}
    )
    (mine,) = look("ana", flush, case).items
    theirs = {str(item.key) for item in look("ben", None, case).items}
    assert theirs == everything - {str(mine.key)}


def test_a_pair_from_an_address_that_others_have_in_hand_is_shown_and_says_so(case: Case) -> None:
    """It is taken when nobody has it; it comes first in both cases."""
    case.people.put("ana", "admin")
    case.people.put("ben", "reviewer")
    key = str(case.review.queue(reviewer="ana")[-1].key)
    mine = look("ana", None, case, first=key)
    assert (str(mine.items[0].key), mine.elsewhere) == (key, "")
    assert key in {str(held) for held in case.review.held(reviewer="ana")}
    theirs = look("ben", None, case, first=key)
    assert (str(theirs.items[0].key), theirs.elsewhere) == (key, key)
    assert key not in {str(held) for held in case.review.held(reviewer="ben")}
    shown = data(theirs, Settled(), None, "ben", wording.of("en"))["cards"]
    assert isinstance(shown, list)
    assert "Somebody else has this pair in hand" in shown[0]["notice"]
    assert all("notice" not in card for card in shown[1:])
