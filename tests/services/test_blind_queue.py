"""What the next pair tells of others where reviewers are blind: who holds something, never who has answered."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import PairKey
from claims.services import Case, open_case
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


@pytest.mark.parametrize("answers", [True, False])
def test_a_seat_that_was_answered_is_none_that_ran_out(
    blind: Case, clock: Clock, answers: bool
) -> None:
    """Ben holds another pair; what eve gets, now and when ana's lease has ended, is the same whatever ana did with hers."""
    keys = [item.key for item in blind.review.queue()]
    assert _key(blind, "ana") == keys[0]
    if answers:
        blind.review.decide(keys[0], relation="agree", by="ana")
    assert _key(blind, "ben") == keys[1]
    blind.review.next(reviewer="ben", minutes=240)
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


def test_nobody_is_given_a_pair_in_vain_while_there_is_another_one(
    blind: Case, clock: Clock
) -> None:
    """Ana answered alone and went home; ben and eve come together, and each is the second on a pair of their own."""
    for _ in range(3):
        key = _key(blind, "ana")
        assert key is not None
        blind.review.decide(key, relation="agree", by="ana")
    clock.go(60)
    given = [_key(blind, who) for who in ("ben", "eve", "hana")]
    assert len(set(given)) == 3
    for who, key in zip(("ben", "eve", "hana"), given, strict=True):
        assert key is not None
        blind.review.decide(key, relation="agree", by=who)
    assert _key(blind, "rami") is None
    assert {each.code for each in blind.agreement.measure().left_out} == set()


Step = tuple[str, str, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.sampled_from(["ana", "ben"]), st.integers(1, 12)),
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
            begin, taken = {"ana": "", "ben": ""}, list[PairKey]()
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
