"""What the next pair tells of others where reviewers are blind: of one nothing at all, of several that they hold it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import PairKey
from claims.services import Case, open_case
from claims.services.queueing import IN_HAND
from tests.clock import Clock
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def clock() -> Clock:
    """A clock in the test's hand."""
    return Clock()


@pytest.fixture
def blind(opened: OpenCase, clock: Clock) -> Case:
    """Three open pairs in a case for two, and a clock that stands."""
    case = opened(clock=clock)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    return case


def _key(case: Case, who: str) -> PairKey | None:
    item = case.review.next(reviewer=who)
    return None if item is None else item.key


@pytest.mark.parametrize("does", ["nothing", "takes", "answers", "goes on"])
def test_a_colleague_is_given_the_same_whatever_one_did(blind: Case, does: str) -> None:
    """One person alone takes no pair from anybody where two are asked: nothing tells that they are there."""
    keys = [item.key for item in blind.review.queue()]
    for _ in range({"nothing": 0, "takes": 1, "answers": 1, "goes on": 2}[does]):
        taken = _key(blind, "ana")
        assert taken is not None
        if does != "takes":
            blind.review.decide(taken, relation="agree", by="ana")
    if does == "goes on":
        assert _key(blind, "ana") == keys[2]
    given = []
    for key in keys:
        given.append(_key(blind, "eve"))
        blind.review.decide(key, relation="agree", by="eve")
    assert given == keys


@pytest.mark.parametrize("answers", [True, False])
def test_a_seat_that_was_answered_is_none_that_ran_out(
    blind: Case, clock: Clock, answers: bool
) -> None:
    """Ben and hana hold other pairs; what eve gets, now and when ana's lease has ended, is the same whatever ana did with hers."""
    keys = [item.key for item in blind.review.queue()]
    assert _key(blind, "ana") == _key(blind, "ben") == keys[0]
    if answers:
        blind.review.decide(keys[0], relation="agree", by="ana")
    first = blind.review.queue(reviewer="eve")[0].after
    for who in ("ben", "hana"):
        second = blind.review.next(reviewer=who, after=first, minutes=240)
        assert second is not None
        assert second.key == keys[1]
    found = []
    for waited in (0.0, 5.0, 4.9, 0.2, 60.0):
        clock.go(waited)
        found.append(_key(blind, "eve"))
        if found[-1] is not None:
            blind.review.release(found[-1], reviewer="eve")
    assert found == [keys[2], keys[2], keys[2], keys[0], keys[0]]


@pytest.mark.parametrize("back", [True, False])
def test_who_gives_a_pair_back_has_it_no_more_and_nobody_else_sees_it(
    blind: Case, clock: Clock, back: bool
) -> None:
    """The seat is free when the lease would have ended; otherwise one could tell those who answered from those who did not."""
    held = _key(blind, "ana")
    assert held is not None
    assert _key(blind, "rami") == held
    if back:
        assert blind.review.release(held, reviewer="ana")
        assert not blind.review.release(held, reviewer="ana")
        assert blind.review.held(reviewer="ana") == ()
    others = [_key(blind, who) for who in ("ben", "eve")]
    assert held not in others
    clock.go(10.1)
    assert _key(blind, "hana") == held


def test_who_answered_holds_nothing_until_they_take_it_back(blind: Case) -> None:
    """And then only for as long as their lease would have run."""
    held = _key(blind, "ana")
    assert held is not None
    blind.review.decide(held, relation="agree", by="ana")
    assert blind.review.held(reviewer="ana") == ()
    assert not blind.review.release(held, reviewer="ana")
    blind.review.undo(by="ana")
    assert blind.review.held(reviewer="ana") == (held,)


def test_those_who_come_together_begin_with_different_pairs(opened: OpenCase) -> None:
    """Ana answered all alone and went home: ben and eve are given other pairs, though neither is told what she did or the other does."""
    case = opened()
    text = "".join(f"{who}: day{day} t{who[0]}\n" for who in ("A (official)", "B (monitor)") for day in range(40))  # fmt: skip
    case.documents.add_bytes(text.encode(), name="accounts.txt")
    case.pairs.compare()
    for name in ("ana", "ben", "eve"):
        case.people.put(name, "admin" if name == "ana" else "reviewer")
    case.review.require(2)
    for item in case.review.queue(reviewer="ana", limit=40):
        case.review.decide(item.key, relation="agree", by="ana")
    ben, eve = ({item.key for item in case.review.hand(reviewer=who)} for who in ("ben", "eve"))
    assert len(ben) == len(eve) == IN_HAND
    assert not ben & eve
    assert {item.key for item in case.review.hand(reviewer="ben")} == ben


Step = tuple[str, str, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.sampled_from(["ana", "ben", "hana"]), st.integers(1, 12)),
        st.tuples(st.just("answer"), st.just("ana"), st.integers(0, 4)),
        st.tuples(st.just("wait"), st.just(""), st.integers(1, 12)),
        st.tuples(st.sampled_from(["look", "back"]), st.just("eve"), st.just(0)),
    ),
    max_size=30,
)


@settings(max_examples=30)
@given(STEPS)
def test_what_is_given_to_one_does_not_depend_on_what_another_answered(steps: list[Step]) -> None:
    """Whatever is taken, held and waited for: eve sees the same whether or not ana, the only one who answers, does so.

    Ana answers what she took, and goes on behind it. That somebody took a pair and another one after it is told by leases.
    """
    assert _seen_by_eve(steps, answering=True) == _seen_by_eve(steps, answering=False)


def _seen_by_eve(steps: Iterable[Step], *, answering: bool) -> list[object]:
    """What eve, who works in a case for two, is given, step by step."""
    clock, seen = Clock(), list[object]()
    with tempfile.TemporaryDirectory() as folder:
        case = _fresh(Path(folder) / "case.db", clock)
        with case:
            keys = [item.key for item in case.review.queue()]
            begin, taken = dict.fromkeys(("ana", "ben", "hana"), ""), list[PairKey]()
            for what, who, number in steps:
                if what == "take":
                    item = case.review.next(reviewer=who, after=begin[who], minutes=number)
                    begin[who] = begin[who] if item is None else item.after
                    taken += [item.key] if item and who == "ana" else []
                elif what == "wait":
                    clock.go(number)
                elif what != "answer":
                    seen.append(_eve(case, what))
                elif answering and keys[number % len(keys)] in taken:
                    case.review.decide(keys[number % len(keys)], relation="agree", by=who)
    return seen


def _eve(case: Case, what: str) -> object:
    held = case.review.held(reviewer="eve")
    if what == "back":
        return [case.review.release(key, reviewer="eve") for key in held]
    return held, _key(case, "eve")


_WHOLE: dict[str, bytes] = {}


def _fresh(file: Path, clock: Clock) -> Case:
    """A case for two with five pairs, made once."""
    if "db" not in _WHOLE:
        text = "".join(f"{who}: day{day} t{who[0]}\n" for who in ("A (official)", "B (monitor)") for day in range(5))  # fmt: skip
        with open_case(file, actor="ana", stages=STAGES) as case:
            case.documents.add_bytes(text.encode(), name="a.txt")
            case.pairs.compare()
            case.review.require(2)
        _WHOLE["db"] = file.read_bytes()
    file.write_bytes(_WHOLE["db"])
    return open_case(file, actor="ana", stages=STAGES, clock=clock)
