"""Whoever settled a pair does not answer it, a ruling stands on the very answers it was given on, and no file brings another."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import NotAllowed, Refused, Stale
from claims.model import (
    Answer,
    Apparent,
    Ground,
    Mark,
    PairKey,
    Relation,
    Ruling,
    SameEvent,
    Status,
    Wanted,
)
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.services.marks import mark_of
from claims.store import adjudications, decisions, line_rows, lines
from claims.store.schema import adjudications as table
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS

TEAM = {
    "adm": "admin",
    "ana": "reviewer",
    "ben": "reviewer",
    "eve": "adjudicator",
    "zoe": "adjudicator",
}
LATER = "2026-01-01T00:00:00.000000+00:00"


@pytest.fixture
def frozen(opened: OpenCase) -> Case:
    """A team of two reviewers whose clock stands still; they part on every pair."""
    case = opened("adm", clock=lambda: "2018-04-03T12:00:00.000000+00:00")
    for name, role in TEAM.items():
        case.people.put(name, role)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    for key in (item.key for item in case.pairs.list().items):
        case.review.decide(key, relation="agree", by="ana")
        case.review.decide(key, relation="unsure", by="ben")
    return case


@pytest.fixture
def keys(frozen: Case) -> list[PairKey]:
    """Its pairs."""
    return [item.key for item in frozen.pairs.list().items]


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


def _undo(case: Case, who: str, times: int) -> None:
    for _ in range(times):
        case.acting_as(who).review.undo()


def test_whoever_settled_a_pair_does_not_answer_it_afterwards(
    frozen: Case, keys: list[PairKey]
) -> None:
    """They know everybody's answer; nor is it given to them to answer, though it waits again, and though they took the ruling back."""
    frozen.adjudication.settle(keys[0], relation="agree", ground="evidence")
    _undo(frozen, "ben", len(keys))
    for taken_back in (False, True):
        if taken_back:
            frozen.adjudication.undo()
        with pytest.raises(NotAllowed, match="adm settled pair"):
            frozen.review.decide(keys[0], relation="agree")
        given = [frozen.review.next(after=""), *frozen.review.hand(), *frozen.review.queue()]
        assert keys[0] not in {item.key for item in given if item}
        assert {item.key for item in frozen.review.queue()} == set(keys[1:])
    assert frozen.review.queue(reviewer="ben")
    frozen.claims.reject(keys[0].left)
    frozen.pairs.compare()
    assert frozen.review.close_former() == 0
    assert frozen.review.queue(wanted=Wanted(status=Status.FORMER)) == ()
    assert "adm" not in {row.by for row in frozen.review.decisions(live=False)}


def test_a_ruling_falls_with_the_answer_it_was_given_on_though_the_clock_stands_still(
    frozen: Case, keys: list[PairKey]
) -> None:
    """All answers bear the very same time; they are told apart by their place in the line."""
    eve = frozen.acting_as("eve").adjudication
    (shown,) = (each for each in eve.queue() if each.key == keys[0])
    seen = [Answer(row.by, row.at, row.place) for row in shown.decisions]
    frozen.review.decide(keys[0], relation="partial", slots=["date"], by="ben")
    with pytest.raises(Stale, match="has changed"):
        eve.settle(keys[0], relation="unsure", ground="evidence", seen=seen)
    eve.settle(keys[0], relation="unsure", ground="evidence")
    assert [each.key for each in eve.rulings()] == [keys[0]]
    frozen.review.decide(keys[0], relation="agree", by="ben")
    assert eve.rulings() == ()
    frozen.review.decide(keys[0], relation="conflict", slots=["target"], by="ben")
    assert keys[0] in {each.key for each in eve.queue()}


def test_a_ruling_of_an_earlier_program_stands_unless_nobody_can_tell_on_what(
    frozen: Case, keys: list[PairKey]
) -> None:
    """It names answers by their time alone; where two of a person bear the same one, the pair waits for another ruling."""
    frozen.review.decide(keys[1], relation="unsure", by="ben")
    rows = {key: frozen.review.history(key) for key in keys[:2]}
    with frozen._desk.writing(Action.ADJUDICATE, "settle pair", "both", by="eve") as writer:
        for key in keys[:2]:
            given = tuple(Answer(who, rows[key][0].at) for who in ("ana", "ben"))
            ruling = Ruling(mark_of(key, relation="unsure"), Ground.EVIDENCE)
            said = {"adjudicator": "eve", "settled_at": LATER, "token": ""}
            adjudications.append(writer, key, ruling, (given, given[1:]), said)
    assert [each.key for each in frozen.adjudication.rulings()] == [keys[0]]
    assert keys[1] in {each.key for each in frozen.adjudication.queue()}
    assert frozen.audit.verify() == ()


Forge = Callable[[Case, PairKey, tuple[Answer, ...]], None]


def _write(case: Case, key: PairKey, body: line_rows.Ruled, undoes: int | None = None) -> None:
    columns = line_rows.adjudication_columns(key, body.ruling, body.originals, body.adopted)
    with case._desk.writing(Action.ADJUDICATE, "settle pair", str(key)) as writer:
        line = {"left_claim": key.left, "right_claim": key.right}
        said = {"adjudicator": "eve", "settled_at": LATER, "token": "", "undoes": undoes}
        lines.append(writer, table, line, {"body": columns["body"], **said})


def _ruling(key: PairKey, relation: str, ground: Ground) -> Ruling:
    return Ruling(mark_of(key, relation=relation), ground)


def _no_such_answer(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    made_up = (given[0], replace(given[1], place=7))
    _write(case, key, line_rows.Ruled(_ruling(key, "not_comparable", Ground.EVIDENCE), made_up, ()))


def _on_nothing(case: Case, key: PairKey, _given: tuple[Answer, ...]) -> None:
    _write(case, key, line_rows.Ruled(_ruling(key, "not_comparable", Ground.EVIDENCE), (), ()))


def _adopts_nobody(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    body = line_rows.Ruled(_ruling(key, "not_comparable", Ground.EVIDENCE), given, given[:1])
    _write(case, key, body)


def _ground_that_does_not_fit(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    body = line_rows.Ruled(_ruling(key, "unsure", Ground.FIRST_ADOPTED), given, given[1:])
    _write(case, key, body)


def _of_another_pair(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    other = PairKey.of(key.left, "f" * 16)
    _write(case, key, line_rows.Ruled(_ruling(other, "agree", Ground.EVIDENCE), given, given[:1]))


def _words_of_another(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    """Takes her own ruling back, and puts another into the mouth of whoever ruled before."""
    _write(case, key, line_rows.Ruled(_ruling(key, "not_comparable", Ground.EVIDENCE), given, ()))
    own = case.adjudication.history(key)[-1].id
    words = _ruling(key, "agree", Ground.EVIDENCE)
    with case._desk.store.reading() as connection:
        (stored,) = (row.id for row, _ in adjudications.line(connection, key) if row.by == "eve")
    assert own
    _write(case, key, line_rows.Ruled(words, given, given[:1]), stored)


def _not_her_own(case: Case, key: PairKey, given: tuple[Answer, ...]) -> None:
    _write(case, key, line_rows.Ruled(None, given, ()), 1)


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        (_no_such_answer, "on answers that are not there"),
        (_on_nothing, "on answers that are not there"),
        (_of_another_pair, "on answers that are not there"),
        (_adopts_nobody, "does not adopt the answers that it says"),
        (_ground_that_does_not_fit, "The ground is first_adopted"),
        (_words_of_another, "puts another one in its place"),
        (_not_her_own, "that they did not give"),
    ],
)
def test_a_file_brings_no_ruling_that_could_not_be_given_here(
    frozen: Case, keys: list[PairKey], tmp_path: Path, forge: Forge, said: str
) -> None:
    """Knowingly or not; nothing is changed, and her rulings that could be given are taken in."""
    frozen.acting_as("zoe").adjudication.settle(keys[0], relation="unsure", ground="evidence")
    with open_case(tmp_path / "home.db", actor="eve", stages=STAGES) as home:
        home.load(io.StringIO(_mine(frozen.acting_as("eve"))))
        home.adjudication.settle(keys[1], relation="unsure", ground="other_adopted")
        fine = _mine(home)
        given = frozen.acting_as("zoe").adjudication.history(keys[0])[0].originals
        forge(home, keys[0], given)
        forged = _mine(home)
    for knowingly in (False, True):
        with pytest.raises(Refused, match=said):
            frozen.load(io.StringIO(forged), sender="eve", knowingly=knowingly)
    assert [each.by for each in frozen.adjudication.rulings()] == ["zoe"]
    assert frozen.load(io.StringIO(fine), sender="eve").further == 1
    assert [each.by for each in frozen.adjudication.rulings()] == ["zoe", "eve"]
    assert frozen.audit.verify() == ()


def test_a_file_brings_no_answer_of_whoever_settled_the_pair(
    frozen: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """At home nobody knew of the ruling; it is refused as an answer given here would be."""
    with open_case(tmp_path / "home.db", actor="adm", stages=STAGES) as home:
        home.load(io.StringIO(_mine(frozen)))
        home.review.decide(keys[0], relation="agree")
        text = _mine(home)
    frozen.adjudication.settle(keys[0], relation="agree", ground="evidence")
    with pytest.raises(Refused, match=r"an answer of adm on pair .*, which they settled"):
        frozen.load(io.StringIO(text))
    assert {row.by for row in frozen.review.history(keys[0])} == {"ana", "ben"}


@pytest.mark.parametrize("stands", [True, False])
def test_a_file_brings_no_answer_that_could_not_be_given_here(
    frozen: Case, keys: list[PairKey], tmp_path: Path, *, stands: bool
) -> None:
    """That accounts agree and seem to conflict; one that was superseded since is kept as it was said."""
    odd = Mark(keys[0], SameEvent.YES, Relation.AGREE, apparent=Apparent.TIME_WINDOW)
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(frozen.acting_as("ana"))))
        with home._desk.writing(Action.DECIDE, "decide pair", str(keys[0])) as writer:
            decisions.append(writer, keys[0], odd, decisions.Said("ana", LATER, 1))
        if not stands:
            home.review.decide(keys[0], relation="partial", slots=["date"])
        text = _mine(home)
    if stands:
        with pytest.raises(Refused, match="could not be given here"):
            frozen.load(io.StringIO(text), sender="ana", knowingly=True)
    else:
        frozen.load(io.StringIO(text), sender="ana")
    rows = frozen.acting_as("ana").review.history(keys[0])
    assert (odd in [row.mark for row in rows]) is not stands
    assert frozen.audit.verify() == ()
