"""A file brings no conclusion that could not be given here, and every one that could."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import Refused
from claims.model import Answered, Chosen, Matter, PairKey, Settlement
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.store import conclusions
from tests.conftest import OpenCase, ticking
from tests.stages import STAGES, TWO_ACCOUNTS
from tests.verdict.test_vocabulary import OWN

AT = "2018-04-03T12:00:00.000000+00:00"
TEAM = {"adm": "admin", "ana": "reviewer", "ben": "reviewer", "eve": "adjudicator"}


@pytest.fixture
def settled(opened: OpenCase) -> Case:
    """Both reviewers answered every pair; on the first they see a conflict."""
    case = opened("adm")
    for name, role in TEAM.items():
        case.people.put(name, role)
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    first, *others = (item.key for item in case.pairs.list().items)
    for who in ("ana", "ben"):
        case.review.decide(first, relation="conflict", slots=["target"], by=who)
        for key in others:
            case.review.decide(key, relation="agree", by=who)
    return case


@pytest.fixture
def key(settled: Case) -> PairKey:
    """The pair on which they see a conflict."""
    return next(row.key for row in settled.review.decisions() if row.mark and row.mark.slots)


@pytest.fixture
def home(settled: Case, tmp_path: Path) -> Case:
    """Eve's copy."""
    case = open_case(tmp_path / "home.db", actor="eve", clock=ticking(AT), stages=STAGES)
    case.load(io.StringIO(_mine(settled.acting_as("eve"))))
    return case


def _mine(case: Case, *without: str) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True, without=without)
    return stream.getvalue()


def _concluded(case: Case) -> list[str]:
    return [
        each.conclusion.settlement.outcome.term
        for each in case.verdicts.proposals("claim")
        if each.conclusion and each.conclusion.settlement
    ]


def _given(home: Case, name: str) -> Settlement:
    """What eve could say of a claim, taken back again."""
    found = home.verdicts.override("claim", name, "refuted", reason="seen", resolution="pending")
    home.verdicts.undo()
    assert found.settlement is not None
    return found.settlement


def _write(home: Case, matter: Matter, name: str, settlement: Settlement) -> None:
    with home._desk.writing(Action.ADJUDICATE, "conclude on claim", name) as writer:
        said = {"settler": "eve", "settled_at": AT, "token": ""}
        conclusions.append(writer, matter, name, settlement, said)


Change = Callable[[Settlement], Settlement]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda said: replace(said, resolution=None), "contradict each other"),
        (
            lambda said: replace(said, outcome=replace(said.outcome, term="so_what")),
            "has no word 'so_what'",
        ),
        (
            lambda said: replace(said, outcome=replace(said.outcome, vocabulary="made-up/9")),
            "made-up/9 is no vocabulary",
        ),
        (
            lambda said: replace(said, outcome=replace(said.outcome, name=said.resolution.name)),
            "other words than its vocabulary",
        ),
        (lambda said: replace(said, overrides=False), "other words than its vocabulary"),
        (
            lambda said: replace(said, resolution=Chosen("luck", said.outcome.name, "averitec/1")),
            "averitec/1 is no vocabulary",
        ),
        (lambda said: replace(said, proposed="supported"), "Nobody sees a contradiction"),
        (lambda said: replace(said, proposed="true"), "No policy"),
        (lambda said: replace(said, policy="guesses/1"), "No policy"),
        (
            lambda said: replace(said, basis=replace(said.basis, claims=("f" * 16,))),
            "claims that are not there",
        ),
        (
            lambda said: replace(
                said,
                basis=replace(
                    said.basis, answers=(*said.basis.answers, Answered("a~b", "ben", AT, "agree"))
                ),
            ),
            "answers that are not there",
        ),
        (
            lambda said: replace(
                said,
                basis=replace(
                    said.basis,
                    answers=tuple(replace(each, says="agree yes") for each in said.basis.answers),
                ),
            ),
            "answers that are not there",
        ),
    ],
)
@pytest.mark.parametrize("knowingly", [False, True])
def test_a_conclusion_that_could_not_be_given_here_is_refused(
    settled: Case, home: Case, key: PairKey, change: Change, why: str, *, knowingly: bool
) -> None:
    """Whether or not it is taken in knowingly; nothing is changed, and the refusal says how the rest still gets in."""
    said = change(_given(home, key.left))
    _write(home, Matter.CLAIM, key.left, said)
    with pytest.raises(Refused, match=why) as caught:
        settled.load(io.StringIO(_mine(home)), sender="eve", knowingly=knowingly)
    assert f"--without {key.left}" in caught.value.next_step
    assert _concluded(settled) == []
    settled.load(io.StringIO(_mine(home, key.left)), sender="eve", knowingly=knowingly)
    home.verdicts.undo()
    settled.load(io.StringIO(_mine(home)), sender="eve", knowingly=knowingly)
    assert _concluded(settled) == []
    assert settled.audit.verify() == ()


def test_a_grade_is_held_to_the_same(settled: Case, home: Case, key: PairKey) -> None:
    """One on an incident that says nothing of how a contradiction was resolved, where there is one."""
    name = home.verdicts.proposals("incident", key.left)[0].proposal.id
    fine = home.verdicts.confirm("incident", name, resolution="pending").settlement
    assert fine is not None
    home.verdicts.undo()
    _write(home, Matter.INCIDENT, name, replace(fine, resolution=None))
    with pytest.raises(Refused, match="contradict each other"):
        settled.load(io.StringIO(_mine(home)), sender="eve")
    _write(home, Matter.INCIDENT, name, fine)
    with pytest.raises(Refused, match="contradict each other"):
        settled.load(io.StringIO(_mine(home)), sender="eve")
    home.verdicts.undo()
    home.verdicts.undo()
    home.verdicts.confirm("incident", name, resolution="pending")
    settled.load(io.StringIO(_mine(home)), sender="eve")
    (told,) = settled.verdicts.proposals("incident", name)
    assert told.conclusion is not None
    assert told.conclusion.settlement == fine


def test_a_conclusion_on_another_matter_is_none(settled: Case, home: Case, key: PairKey) -> None:
    """A verdict is said of a claim, and of no incident."""
    _write(home, Matter.INCIDENT, key.left, _given(home, key.left))
    with pytest.raises(Refused, match="No policy"):
        settled.load(io.StringIO(_mine(home)), sender="eve")


def test_words_of_a_vocabulary_of_the_file_or_of_former_days_are_taken_in(
    settled: Case, home: Case, key: PairKey
) -> None:
    """They are held against the vocabulary they are of, also when it is in force no more; an answer given since changes nothing."""
    admin = home.acting_as("adm").verdicts
    name = next(
        each.proposal.id
        for each in home.verdicts.proposals("claim")
        if each.proposal.label == "supported"
    )
    admin.bring(OWN)
    home.verdicts.confirm("claim", name)
    admin.bring(OWN.replace("desk/1", "desk/2").replace('"true"', '"right"'))
    home.verdicts.override("claim", key.left, "right", reason="seen", resolution="pending")
    with pytest.raises(Refused, match="was in force and said something else"):
        admin.bring(OWN.replace("True", "Right"))
    settled.review.decide(key, relation="unsure", by="ben")
    settled.load(io.StringIO(_mine(home)), sender="eve")
    assert sorted(_concluded(settled)) == ["right", "true"]
    assert settled.verdicts.vocabulary("verdict").id == "averitec/1"


def test_a_conclusion_on_answers_that_wait_again_is_taken_in(
    settled: Case, home: Case, key: PairKey, tmp_path: Path
) -> None:
    """One was taken back since, so the others are in nobody's file; a third copy that never had them asks nothing of them."""
    home.verdicts.confirm("claim", key.left, resolution="pending")
    settled.load(io.StringIO(_mine(home)), sender="eve")
    for _ in settled.pairs.list().items:
        settled.acting_as("ben").review.undo()
    text = _mine(settled.acting_as("eve"))
    with open_case(tmp_path / "third.db", actor="adm", stages=STAGES) as third:
        third.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        third.pairs.compare()
        third.review.require(2)
        third.load(io.StringIO(text), sender="eve", knowingly=True)
        assert third.acting_as("eve").verdicts.history("claim", key.left)
