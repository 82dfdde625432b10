"""Pairs for a screen: in a team nobody is shown what somebody else has in hand."""

from __future__ import annotations

import pytest

from claims.errors import InHand, InputError, NotFound
from claims.model import PairKey, Slot, Status, Wanted
from claims.services import Case
from claims.services.queueing import IN_HAND, ON_SCREEN
from tests.clock import Clock
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS

_TEAM = {"ana": "admin", "ben": "reviewer", "eve": "reviewer", "rik": "reader"}


@pytest.fixture
def clock() -> Clock:
    """A clock in the test's hand."""
    return Clock()


@pytest.fixture
def team(opened: OpenCase, clock: Clock) -> Case:
    """Three open pairs in a case for one, worked on by a team."""
    case = opened(clock=clock)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    for name, role in _TEAM.items():
        case.people.put(name, role)
    return case


def _keys(
    case: Case, who: str, limit: int = 20, at_hand: tuple[PairKey, ...] = ()
) -> list[PairKey]:
    return [item.key for item in case.review.hand(reviewer=who, limit=limit, at_hand=at_hand)]


def test_two_people_are_not_shown_one_pair(team: Case, clock: Clock) -> None:
    """What ana has in hand ben does not get, until she has answered or her time is up."""
    keys = [item.key for item in team.review.queue()]
    assert _keys(team, "ana", 2) == keys[:2]
    assert _keys(team, "ben") == keys[2:]
    assert _keys(team, "eve") == []
    team.review.decide(keys[2], relation="agree", by="ben")
    assert _keys(team, "ben") == []
    clock.go(ON_SCREEN + 1)
    assert _keys(team, "eve") == keys[:2]


def test_a_screen_may_ask_for_some_pairs_only(team: Case) -> None:
    """By speaker, slot or day; nothing else is held, and who only looks on is shown the same."""
    hand, agreeing = team.review.hand, [item.key for item in team.review.queue()][-1]
    parting = hand(reviewer="ana", wanted=Wanted(slot=Slot.TARGET, status=Status.ALL))
    assert parting
    assert agreeing not in {item.key for item in parting}
    assert set(team.review.held(reviewer="ana")) == {item.key for item in parting}
    seen = hand(reviewer="rik", wanted=Wanted(slot=Slot.TARGET))
    assert [item.key for item in seen] == [item.key for item in parting]
    assert hand(reviewer="ben", wanted=Wanted(source="nobody")) == ()
    with pytest.raises(InputError):
        hand(reviewer="ben", wanted=Wanted(since="soon"))


def test_who_comes_back_gets_the_same_pairs_again(team: Case) -> None:
    """A page that is loaded anew holds nothing, and its reviewer still has the pairs in hand."""
    first = _keys(team, "ana", 2)
    assert _keys(team, "ana", 2) == first
    assert team.review.held(reviewer="ana") == tuple(sorted(first, key=str))


def test_a_screen_that_holds_enough_gets_no_more(team: Case) -> None:
    """So that one person does not sit on the whole queue."""
    keys = [item.key for item in team.review.queue()]
    many = tuple(PairKey(f"{number:032x}", f"{number + 1:032x}") for number in range(IN_HAND - 1))
    assert _keys(team, "ana", at_hand=many) == keys[:1]
    assert _keys(team, "ana", at_hand=(*many, keys[0])) == []


def test_where_two_are_asked_both_get_it(team: Case) -> None:
    """What one holds the other is given all the same; what two hold is given to nobody else."""
    team.review.require(2)
    keys = [item.key for item in team.review.queue()]
    first = _keys(team, "ana", 2)
    assert sorted(_keys(team, "ben"), key=str) == sorted(keys, key=str)
    assert set(_keys(team, "eve")) == set(keys) - set(first)
    assert _keys(team, "rik") == keys


def test_who_only_reads_holds_nothing(team: Case) -> None:
    """A reader looks on, and takes nothing from anybody."""
    keys = [item.key for item in team.review.queue()]
    assert _keys(team, "rik") == keys
    assert _keys(team, "ben") == keys


def test_who_works_alone_has_the_whole_queue(opened: OpenCase) -> None:
    """Without people there is nobody to hold anything from."""
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    keys = [item.key for item in case.review.queue()]
    assert _keys(case, "ana") == _keys(case, "ben") == keys
    assert case.review.held(reviewer="ana") == ()


def test_a_pair_that_is_asked_for_by_name_is_taken_in_hand(team: Case, clock: Clock) -> None:
    """When nobody has it; whoever comes second is told, may look and answer, and holds nothing."""
    keys = [item.key for item in team.review.queue()]
    assert team.review.take(keys[0], reviewer="ana")
    assert _keys(team, "ben") == keys[1:]
    assert not team.review.take(keys[0], reviewer="eve")
    assert team.review.held(reviewer="eve") == ()
    assert team.review.take(keys[0], reviewer="ana")
    assert team.review.take(keys[0], reviewer="rik")
    team.review.decide(keys[0], relation="agree", by="eve", knowingly=True)
    assert team.review.take(keys[0], reviewer="ana")
    clock.go(ON_SCREEN + 1)
    assert team.review.held(reviewer="ana") == ()


def test_a_pair_in_the_hands_of_another_is_answered_only_knowingly(
    team: Case, clock: Clock
) -> None:
    """One answer is asked for, and somebody works on it: who else answers is told who, and may all the same."""
    keys = [item.key for item in team.review.queue()]
    assert team.review.take(keys[0], reviewer="ana")
    with pytest.raises(InHand, match="in the hands of ana"):
        team.review.decide(keys[0], relation="agree", by="ben")
    assert team.review.decisions() == ()
    given = team.review.decide(keys[0], relation="agree", by="ben", knowingly=True)
    assert team.review.decide(keys[0], relation="unsure", by="ben").supersedes == given.id
    assert team.review.decide(keys[0], relation="agree", by="ana").live
    assert team.review.take(keys[1], reviewer="ana")
    clock.go(ON_SCREEN + 1)
    assert team.review.decide(keys[1], relation="agree", by="ben").live


def test_where_two_are_asked_nobody_is_told_who_holds_a_pair(team: Case) -> None:
    """A lease would tell who is at work on what."""
    team.review.require(2)
    key = team.review.queue()[0].key
    for who in ("ana", "ben"):
        assert team.review.take(key, reviewer=who)
    assert team.review.decide(key, relation="agree", by="eve").live


def test_where_two_are_asked_a_third_is_told_the_same_whoever_has_answered(team: Case) -> None:
    """Leases tell of nobody's answer: they run on, and a pair is settled for all at one moment."""
    team.review.require(2)
    key = team.review.queue()[0].key
    assert team.review.take(key, reviewer="ana")
    assert team.review.take(key, reviewer="ben")
    assert not team.review.take(key, reviewer="eve")
    team.review.decide(key, relation="agree", by="ben")
    assert not team.review.take(key, reviewer="eve")
    team.review.decide(key, relation="agree", by="ana")
    assert team.review.take(key, reviewer="eve")
    assert team.review.held(reviewer="eve") == ()


def test_a_pair_that_is_asked_no_more_is_only_looked_at(team: Case) -> None:
    """Nobody is given it, so nobody holds it; one that there is not is said to be none."""
    first, second, *_ = (item.key for item in team.review.queue())
    team.claims.reject(first.left)
    assert team.review.take(first, reviewer="ben")
    assert team.review.held(reviewer="ben") == ()
    with pytest.raises(NotFound):
        team.review.take(PairKey(second.left, "zzz"), reviewer="ben")
