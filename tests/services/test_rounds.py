"""A figure of agreement is the same one wherever an answer was given: a copy tells how its answers came to be."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims.model import PairKey
from claims.services import Case, Settings, open_case
from claims.store import audit
from tests.stages import STAGES


@pytest.fixture
def keys(compared: Case) -> list[PairKey]:
    """The pairs of a case for two, ana and ben."""
    compared.review.require(2)
    return [item.key for item in compared.pairs.list().items]


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


@contextmanager
def _at_home(case: Case, folder: Path, who: str = "ben") -> Iterator[Case]:
    """A copy of what somebody may see, in their own hands."""
    settings = Settings(case=str(folder / f"{who}.db"), actor=who)
    with open_case(settings, stages=STAGES) as home:
        home.load(io.StringIO(_mine(case.acting_as(who))))
        yield home


def _blind(case: Case, key: PairKey) -> list[tuple[str, str]]:
    return sorted(
        (row.by, row.mark.relation.value) for row in case.agreement.blind(key) if row.mark
    )


def _left_out(case: Case) -> dict[str, int]:
    return {each.code: each.count for each in case.agreement.measure().left_out}


def test_who_had_a_colleagues_answer_in_hand_at_home_was_not_blind_there(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben takes in what ana sent him, answers, and hands on what he may see; his other answer was blind."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="conflict", slots=["target"])
        home.load(io.StringIO(_mine(compared)), sender="ana")
        home.review.decide(keys[0], relation="conflict", slots=["target"])
        home.review.decide(keys[1], relation="agree")
        back = _mine(home)
    compared.review.decide(keys[1], relation="agree")
    compared.acting_as("ben").load(io.StringIO(back))
    assert _blind(compared, keys[0]) == [("ana", "conflict")]
    assert _blind(compared, keys[1]) == [("ana", "agree"), ("ben", "agree")]
    assert _left_out(compared)["knowing"] == 1
    assert compared.audit.verify() == ()


def test_a_mind_that_was_changed_at_home_counts_as_it_was_before(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben answers, sees what ana said, and says the same; both cases, and a part of a part, have his first word in their figures."""
    with _at_home(compared, tmp_path) as home:
        home.review.decide(keys[0], relation="agree")
        compared.review.decide(keys[0], relation="conflict", slots=["target"])
        home.load(io.StringIO(_mine(compared)), sender="ana")
        home.review.decide(keys[0], relation="conflict", slots=["target"])
        there = _blind(home, keys[0])
        back = _mine(home)
    compared.load(io.StringIO(back), sender="ben")
    assert there == _blind(compared, keys[0]) == [("ana", "conflict"), ("ben", "agree")]
    assert _left_out(compared)["later"] == 1
    with _at_home(compared, tmp_path, "cay") as further:
        assert _blind(further, keys[0]) == there


def test_a_mind_that_was_changed_alone_at_home_counts_as_it_was_last(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Nobody's answer was there to be seen, also not in a copy that asks for one."""
    with _at_home(compared, tmp_path) as home:
        home.people.put("ben", "admin")
        home.review.require(1, knowingly=True)
        home.review.decide(keys[0], relation="unsure")
        home.review.decide(keys[0], relation="agree")
        back = _mine(home)
    compared.review.decide(keys[0], relation="agree")
    compared.load(io.StringIO(back), sender="ben")
    assert _blind(compared, keys[0]) == [("ana", "agree"), ("ben", "agree")]


def test_what_was_closed_at_home_at_once_is_in_no_figure(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """As what was closed here."""
    compared.claims.reject(keys[0].left)
    with _at_home(compared, tmp_path) as home:
        closed = home.review.close_former()
        back = _mine(home)
    assert closed == compared.review.close_former() > 0
    compared.load(io.StringIO(back), sender="ben")
    assert _blind(compared, keys[0]) == []
    assert (compared.agreement.measure().items, _left_out(compared)["closed"]) == (0, 2 * closed)


def test_what_somebody_had_in_hand_at_home_they_have_in_hand_here(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben takes in what ana sent, answers nothing at home, and here only afterwards; told once, it is not told again."""
    with _at_home(compared, tmp_path) as home:
        compared.review.decide(keys[0], relation="agree")
        home.load(io.StringIO(_mine(compared)), sender="ana")
        back = _mine(home)
    ben = compared.acting_as("ben")
    ben.load(io.StringIO(back))
    with compared._desk.reading() as connection:
        acts = audit.head(connection).seq
    ben.load(io.StringIO(back))
    with compared._desk.reading() as connection:
        assert audit.head(connection).seq == acts
    ben.review.decide(keys[0], relation="agree")
    ben.review.decide(keys[1], relation="agree")
    compared.review.decide(keys[1], relation="agree")
    assert _blind(compared, keys[0]) == [("ana", "agree")]
    assert len(_blind(compared, keys[1])) == 2


def _edited(case: Case, key: PairKey) -> PairKey:
    """The pair that is asked in the place of one, once a claim of it was edited."""
    before = {item.key for item in case.pairs.list().items}
    case.claims.correct(key.left, "modality", "denied")
    case.pairs.compare()
    (new,) = (
        item.key
        for item in case.pairs.list().items
        if item.key not in before and key.right in (item.key.left, item.key.right)
    )
    return new


def test_after_the_answers_to_the_former_pair_nobody_is_blind_on_the_new_one(
    compared: Case, keys: list[PairKey]
) -> None:
    """Whether ana closed the former pair to read what ben said, or both had answered it."""
    ben = compared.acting_as("ben")
    ben.review.decide(keys[0], relation="conflict", slots=["target"])
    new = _edited(compared, keys[0])
    compared.review.close_former()
    compared.review.decide(new, relation="conflict", slots=["target"])
    ben.review.decide(new, relation="conflict", slots=["target"])
    assert _blind(compared, new) == []
    assert _left_out(compared)["former"] == 2
    assert compared.agreement.measure().items == 0


def test_nor_on_the_former_pair_after_the_answers_to_the_new_one(
    compared: Case, keys: list[PairKey]
) -> None:
    """Ben answered the former pair before the edit, blindly; ana answers it when she can see what he says of the new one."""
    ben = compared.acting_as("ben")
    ben.review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    compared.review.decide(new, relation="agree")
    ben.review.decide(new, relation="agree")
    compared.review.decide(keys[0], relation="agree", former=True)
    assert len(_blind(compared, new)) == 2
    assert _blind(compared, keys[0]) == [("ben", "agree")]
    assert compared.agreement.measure().items == 1


def test_answers_that_nobody_saw_on_the_former_pair_leave_the_new_one_blind(
    compared: Case, keys: list[PairKey]
) -> None:
    """Ben alone had answered it."""
    compared.acting_as("ben").review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    for who in ("ana", "ben"):
        compared.acting_as(who).review.decide(new, relation="agree")
    assert len(_blind(compared, new)) == 2


def test_a_copy_tells_which_answers_followed_those_to_a_former_pair(
    compared: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Both had answered before the edit; ben answers the new pair at home."""
    for who in ("ana", "ben"):
        compared.acting_as(who).review.decide(keys[0], relation="agree")
    new = _edited(compared, keys[0])
    with _at_home(compared, tmp_path) as home:
        home.review.decide(new, relation="agree")
        back = _mine(home)
    compared.load(io.StringIO(back), sender="ben")
    compared.review.decide(new, relation="agree")
    assert _blind(compared, new) == []
    assert len(_blind(compared, keys[0])) == 2
