"""What to look at next, whose turn it is, and by what one can ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from claims.errors import ClaimsError
from claims.model import PairKey, Slot, Status, Wanted
from claims.services import Case
from claims.store.engine import writing
from claims.store.schema import leases
from tests.clock import Clock
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def clock() -> Clock:
    """A clock in the test's hand."""
    return Clock()


@pytest.fixture
def timed(opened: OpenCase, clock: Clock) -> Case:
    """Three open pairs, and a clock that stands."""
    case = opened(clock=clock)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    return case


def _key(case: Case, who: str) -> PairKey | None:
    item = case.review.next(reviewer=who)
    return None if item is None else item.key


def test_two_people_never_get_one_pair(timed: Case) -> None:
    """Each has their own until nothing is left; who has one gets it again."""
    keys = [_key(timed, who) for who in ("ana", "ben", "eve")]
    assert len(set(keys)) == 3
    assert _key(timed, "hana") is None
    assert [_key(timed, who) for who in ("ana", "ben", "eve")] == keys
    assert timed.review.held(reviewer="ben") == (keys[1],)


@pytest.mark.parametrize("reviewers", [2, 3])
def test_as_many_get_one_pair_as_the_case_asks_for(timed: Case, reviewers: int) -> None:
    """And no more: the next one is given when as many hold the first."""
    timed.review.require(reviewers)
    given = [_key(timed, str(who)) for who in range(3 * reviewers)]
    assert Counter(given) == dict.fromkeys(given, reviewers)
    assert len(set(given)) == 3
    assert _key(timed, "late") is None


def test_a_lease_returns_when_it_ran_out_or_is_given_back_or_decided(
    timed: Case, clock: Clock
) -> None:
    """To whoever asks next."""
    key = _key(timed, "ana")
    assert key is not None
    assert _key(timed, "ben") != key
    clock.go(9.9)
    assert _key(timed, "eve") not in {key, None}
    clock.go(0.2)
    assert _key(timed, "hana") == key
    assert timed.review.release(key, reviewer="hana")
    assert not timed.review.release(key, reviewer="hana")
    assert _key(timed, "rami") == key
    timed.review.decide(key, relation="agree", by="rami")
    assert timed.review.held(reviewer="rami") == ()
    assert _key(timed, "hana") != key


@pytest.mark.parametrize("minutes", [1, 10, 240])
def test_a_lease_runs_until_its_own_end_whatever_others_ask_for(
    timed: Case, clock: Clock, minutes: int
) -> None:
    """Who asks for fewer minutes does not get what another holds for more."""
    held = timed.review.next(reviewer="ana", minutes=30)
    assert held is not None
    for waited in (0.0, 29.9):
        clock.go(waited)
        other = timed.review.next(reviewer="ben", minutes=minutes)
        assert other is not None
        assert other.key != held.key
    assert timed.review.held(reviewer="ana") == (held.key,)
    clock.go(0.2)
    after = timed.review.next(reviewer="eve", minutes=minutes)
    assert after is not None
    assert after.key == held.key


def test_the_time_is_read_when_it_is_ones_turn_to_write(opened: OpenCase, clock: Clock) -> None:
    """Who waited for another writer would otherwise take leases for ones that begin later than now."""
    read = Event()

    def told() -> str:
        read.set()
        return clock()

    case = opened(clock=told)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    read.clear()
    with ThreadPoolExecutor(1) as pool:
        with case._desk.store.passing():
            asked = pool.submit(_key, case, "ben")
            assert not read.wait(0.3)
        assert asked.result() is not None
    assert read.is_set()


def test_a_clock_that_was_set_back_keeps_no_pair(timed: Case, clock: Clock) -> None:
    """A lease that would run for a day is none that was given."""
    key = _key(timed, "ana")
    clock.go(-24 * 60)
    assert _key(timed, "ben") == key


def test_a_clock_that_was_set_back_changes_no_order(timed: Case, clock: Clock) -> None:
    """Order, undo and the chain follow numbers; the times are as the clock said."""
    keys = [item.key for item in timed.pairs.list().items]
    first = timed.review.decide(keys[0], relation="agree")
    clock.go(-24 * 60)
    second = timed.review.decide(keys[0], relation="unsure")
    third = timed.review.decide(keys[1], relation="agree")
    assert [row.id for row in timed.review.history(keys[0])] == [first.id, second.id]
    assert second.at < first.at
    undone = timed.review.undo()
    assert undone is not None
    assert undone.key == third.key
    undone = timed.review.undo()
    assert undone is not None
    assert undone.mark == first.mark
    assert timed.audit.verify() == ()


def test_the_database_itself_refuses_a_second_lease_of_a_seat(timed: Case) -> None:
    """Whoever writes it."""
    key = _key(timed, "ana")
    assert key is not None
    row = {"left_claim": key.left, "right_claim": key.right, "seat": 0, "holder": "x"}
    with (
        pytest.raises(IntegrityError, match=r"(?i)unique"),
        writing(timed._desk.store.engine) as connection,
    ):
        connection.execute(insert(leases), row | {"until": "2018", "given_back": False})


def test_twenty_threads_and_ten_pairs(opened: OpenCase, clock: Clock) -> None:
    """Ten get one each, ten get none; after a while another ten do."""
    case = opened(clock=clock)
    text = "".join(
        f"{who}: day{day} target{day}\n"
        for who in ("A (official)", "B (monitor)")
        for day in range(10)
    )
    case.documents.add_bytes(text.encode(), name="ten.txt")
    assert case.pairs.compare().pairs == 10
    for _ in range(2):
        with ThreadPoolExecutor(20) as pool:
            found = list(pool.map(partial(_key, case), map(str, range(20))))
        given = [key for key in found if key is not None]
        assert len(given) == len(set(given)) == 10
        clock.go(11)


def test_pages_go_on_behind_one_another(compared: Case) -> None:
    """By place and key, without gap or overlap."""
    whole = [item.key for item in compared.review.queue()]
    found, after = [], ""
    for _ in whole:
        (item,) = compared.review.queue(limit=1, after=after)
        found.append(item.key)
        after = item.after
    assert found == whole
    assert compared.review.queue(after=after) == ()
    for wrong in ("x", "1~a", "~", "--1~a~b"):
        with pytest.raises(ClaimsError):
            compared.review.queue(after=wrong)


def test_one_asks_by_source_slot_and_status(compared: Case) -> None:
    """Names as they are said, whatever their capitals."""
    keys = [item.key for item in compared.review.queue()]

    def asked(**wanted: object) -> list[PairKey]:
        found = compared.review.queue(wanted=Wanted(**wanted))  # type: ignore[arg-type]
        return [item.key for item in found]

    assert asked(source="DEPARTMENT") == asked(source="network") == keys
    assert asked(source="nobody") == asked(place="Raqqa") == asked(since="2018-01-01") == []
    assert asked(slot=Slot.TARGET) == [
        key for key in keys if compared.pairs.get(key).comparison.conflicting
    ]
    compared.review.decide(keys[1], relation="agree", by="ben")
    compared.review.decide(keys[0], relation="agree")
    assert asked() == keys[1:]
    assert asked(status=Status.DECIDED) == keys[:1]
    assert sorted(map(str, asked(status=Status.SETTLED))) == sorted(map(str, keys[:2]))
    assert len(asked(status=Status.ALL)) == 3
    assert asked(status=Status.DISPUTED) == []
    compared.review.decide(keys[1], relation="conflict", slots=["target"])
    compared.review.decide(keys[0], relation="agree", by="ben")
    assert asked(status=Status.DISPUTED) == [keys[1]]
    assert asked(status=Status.DISPUTED, source="nobody") == []
    eve = compared.acting_as("eve")
    eve.adjudication.settle(keys[1], relation="agree", ground="misread")
    assert asked(status=Status.DISPUTED) == []
    with pytest.raises(ClaimsError, match="no day"):
        asked(since="2018-02-30")


def test_one_asks_by_place_and_day(settings: object) -> None:
    """Of the claims as they were read: by any name of a place, between two days."""
    from claims.services import open_case

    official = "The defence ministry said a strike hit a depot in Raqqa on 3 May 2019."
    local = "Local networks said a strike hit a school in Raqqa on 3 May 2019."
    with open_case(settings) as case:  # type: ignore[arg-type]
        for number, text in enumerate((official, local)):
            case.documents.add_bytes(text.encode(), name=f"{number}.txt")
        case.pairs.compare()
        for wanted, count in [
            (Wanted(place="raqqa"), 1),
            (Wanted(place=" الرقة "), 1),
            (Wanted(place="Ar Raqqah"), 1),
            (Wanted(place="حلب"), 0),
            (Wanted(place="Aleppo"), 0),
            (Wanted(since="2019-05-03", until="2019-05-03"), 1),
            (Wanted(since="2019-05-04"), 0),
            (Wanted(until="2019-05-02"), 0),
            (Wanted(until="2019-06-01", place="Raqqa", slot=Slot.TARGET), 1),
        ]:
            assert len(case.review.queue(wanted=wanted)) == count


def test_a_claim_that_is_close_to_a_verdict_comes_first_and_says_so(opened: OpenCase) -> None:
    """Once one of its pairs is settled; undo puts them back."""
    case = opened()
    text = "A (official): monday depot\nB (monitor): monday hideout\nC (party): monday barracks\n"
    text += "D (agency): friday depot\nE (monitor): friday hideout\n"
    case.documents.add_bytes(text.encode(), name="a.txt")
    case.pairs.compare()
    before = [(item.key, item.why) for item in case.review.queue()]
    friday = next(key for key, _ in before if "friday" in case.claims.get(key.left).quote)
    mondays = [key for key, _ in before if key != friday]
    case.review.decide(mondays[-1], relation="agree")
    close = case.review.queue()
    assert [item.key for item in close][-1] == friday
    assert all("a verdict on one of the claims is close" in item.why.en for item in close[:-1])
    case.review.undo()
    assert [(item.key, item.why) for item in case.review.queue()] == before


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("dun"), st.sampled_from("ab"), st.integers(0, 3))))
def test_no_pair_is_ever_behind_a_cursor_and_open(steps: list[tuple[str, str, int]]) -> None:
    """Whatever is decided, undone and asked for: the next pair is the first one that is open."""
    import tempfile
    from pathlib import Path

    from claims.services import open_case

    text = "".join(f"{who}: day{day} t{who[0]}{day}\n" for who in ("A (official)", "B (monitor)", "C (party)") for day in range(2))  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        case = _copy(Path(folder), text, open_case)
        with case:
            keys = [item.key for item in case.pairs.list().items]
            for what, who, number in steps:
                if what == "d":
                    case.review.decide(keys[number], relation="agree", by=who)
                elif what == "u":
                    case.review.undo(by=who)
                else:
                    case.review.next(reviewer=who)
                for person in "ab":
                    mine = {row.key for row in case.review.decisions() if row.by == person}
                    waiting = [item.key for item in case.review.queue(reviewer=person)]
                    assert set(waiting) == set(keys) - mine


_WHOLE: dict[str, bytes] = {}


def _copy(folder: object, text: str, open_case: Callable[..., Case]) -> Case:
    """A case with these accounts, made once."""
    from pathlib import Path

    file = Path(str(folder)) / "case.db"
    if "db" not in _WHOLE:
        with open_case(file, actor="a", stages=STAGES) as case:
            case.documents.add_bytes(text.encode(), name="a.txt")
            case.pairs.compare()
        _WHOLE["db"] = file.read_bytes()
    file.write_bytes(_WHOLE["db"])
    return open_case(file, actor="a", stages=STAGES)


def test_what_somebody_holds_is_passed_over_whatever_else_they_answered(timed: Case) -> None:
    """Ben decided one pair and holds the next: Ana gets the third, not nothing."""
    first = timed.review.next(reviewer="ben")
    assert first is not None
    timed.review.decide(first.key, relation="unsure", by="ben")
    held = timed.review.next(reviewer="ben")
    other = timed.review.next(reviewer="ana")
    assert held is not None
    assert other is not None
    assert len({first.key, held.key, other.key}) == len(("decided", "held", "free"))
