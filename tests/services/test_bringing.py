"""A file is somebody's: what it holds in the name of others comes in only knowingly, and is told for good to have come so."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import InputError, NotAllowed, Refused
from claims.model import (
    Evidence,
    Ground,
    PairKey,
    Particulars,
    Relation,
    Ruling,
    TakenIn,
    Thing,
    Topic,
)
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.services.bringing import COVERED
from claims.services.marks import mark_of
from claims.store import adjudications, decisions
from claims.store.bringing import PERSON
from claims.store.decisions import Said
from tests.stages import STAGES


@pytest.fixture
def team(compared: Case) -> Case:
    """A case with an admin, two reviewers and an adjudicator."""
    for name, role in (
        ("ana", "admin"),
        ("ben", "reviewer"),
        ("cay", "reviewer"),
        ("dan", "adjudicator"),
    ):
        compared.people.put(name, role)
    return compared


@pytest.fixture
def keys(team: Case) -> list[PairKey]:
    """Its pairs."""
    return [item.key for item in team.pairs.list().items]


@pytest.fixture
def home(team: Case, tmp_path: Path) -> Iterator[Case]:
    """A copy at ben's home, in which nobody can stop him from typing another name."""
    with open_case(tmp_path / "home.db", actor="ben", stages=STAGES) as case:
        case.load(io.StringIO(_lines(team.acting_as("ben"), mine=True)))
        yield case


def _lines(case: Case, *, mine: bool = False) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=mine)
    return stream.getvalue()


def _standing(case: Case) -> set[tuple[str, str]]:
    return {(row.by, row.mark.relation.value) for row in case.review.decisions() if row.mark}


def test_answers_in_the_name_of_a_colleague_are_refused(
    team: Case, home: Case, keys: list[PairKey]
) -> None:
    """Cay is named in the case, and ben wrote her answers: nothing of his file is taken in, and both are named."""
    home.review.decide(keys[0], relation="agree")
    home.review.decide(keys[0], relation="conflict", slots=["target"], by="cay")
    with pytest.raises(Refused, match="that of ben, and holds words of others: cay: 1") as caught:
        team.load(io.StringIO(_lines(home, mine=True)))
    assert "--knowingly" in caught.value.next_step
    assert _standing(team) == set()


def test_a_file_that_says_nothing_is_that_of_whoever_takes_it_in(
    team: Case, home: Case, keys: list[PairKey]
) -> None:
    """A copy of a whole case is of many people; it is said whose it is, and only what they said comes."""
    home.review.decide(keys[0], relation="agree")
    text = _lines(home.acting_as("ana"))
    with pytest.raises(Refused, match="that of ana, and holds words of others: ben: 1"):
        team.load(io.StringIO(text))
    with pytest.raises(Refused, match="that of cay, and holds words of others: ben: 1"):
        team.load(io.StringIO(text), sender="cay")
    assert dict(team.load(io.StringIO(text), sender="ben").answers) == {"ben": 1}


def test_a_file_is_not_taken_in_as_that_of_another(
    team: Case, home: Case, keys: list[PairKey]
) -> None:
    """It says from whom it is."""
    home.review.decide(keys[0], relation="agree", by="cay")
    with pytest.raises(Refused, match="says that it is from ben, not from cay"):
        team.load(io.StringIO(_lines(home, mine=True)), sender="cay")


def test_what_was_taken_in_says_so_in_history_record_and_report(
    team: Case, home: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Who took it in, when, whose file it was and which; what was said here says nothing of the kind."""
    team.review.decide(keys[1], relation="unsure", by="ana")
    home.review.decide(keys[0], relation="agree")
    home.review.decide(keys[0], relation="unsure", by="cay")
    text = _lines(home, mine=True)
    team.load(io.StringIO(text), knowingly=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    entry = team.audit.list(limit=100).items[-1]
    assert (entry.actor, entry.action) == ("ana", "load dump")
    told = {name: entry.detail[name] for name in ("from", "file", "knowingly")}
    assert told == {"from": "ben", "file": digest, "knowingly": True}
    for row in team.review.history(keys[0]):
        how = row.taken_in
        assert how is not None
        assert (how.by, how.at, how.sender, how.file) == ("ana", entry.at, "ben", digest)
    assert [row.taken_in for row in team.review.history(keys[1])] == [None]
    team.report.write(tmp_path / "report.md", language="en")
    report = re.sub("[\u2066-\u2069]", "", (tmp_path / "report.md").read_text())
    assert "taken in by ana on" in report
    assert digest[:16] in report
    again = team.review.decide(keys[0], relation="conflict", slots=["date"], by="ben")
    assert again.taken_in is None


def test_what_a_role_does_not_cover_comes_by_no_file_either(
    team: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Who does not settle disputes any more is refused in a file as in the case."""
    for by, relation in (("cay", "agree"), ("ben", "unsure")):
        team.review.decide(keys[0], relation=relation, by=by)
    with open_case(tmp_path / "desk.db", actor="dan", stages=STAGES) as desk:
        desk.load(io.StringIO(_lines(team.acting_as("dan"), mine=True)))
        desk.adjudication.settle(keys[0], relation="agree", ground="evidence")
        text = _lines(desk, mine=True)
    team.people.put("dan", "reviewer")
    with pytest.raises(Refused, match="role of dan does not cover"):
        team.load(io.StringIO(text))
    assert team.load(io.StringIO(text), knowingly=True).further == 1


def test_what_somebody_who_only_reads_adds_comes_in_knowingly(team: Case, tmp_path: Path) -> None:
    """Their file brings no documents, pairs and places that they could not have added here."""
    team.people.put("ray", "reader")
    sent = _lines(team.acting_as("ray"), mine=True)
    with open_case(tmp_path / "rays.db", actor="ray", stages=STAGES) as case:
        case.load(io.StringIO(sent))
        case.acting_as("ana").documents.add_bytes(b"A strike hit a depot in Raqqa.", name="ray.txt")
        back = _lines(case, mine=True)
    before = team.audit.head()
    with pytest.raises(Refused, match="adds documents"):
        team.load(io.StringIO(back))
    assert team.audit.verify(head=before) == ()
    assert team.load(io.StringIO(back), knowingly=True).documents == 1


def test_undo_takes_back_what_was_done_here_last(
    team: Case, keys: list[PairKey], home: Case
) -> None:
    """Not what came by the person's own file afterwards, though it was said before."""
    home.review.decide(keys[0], relation="agree")
    sent = _lines(home, mine=True)
    ben = team.acting_as("ben")
    ben.review.decide(keys[1], relation="unsure")
    ben.review.decide(keys[2], relation="unsure")
    team.load(io.StringIO(sent))
    undone = [ben.review.undo() for _ in range(3)]
    assert [each and each.key for each in undone] == [keys[2], keys[1], None]
    assert {row.key for row in ben.review.decisions()} == {keys[0]}


def test_undo_of_edits_and_of_words_on_incidents_is_of_what_was_done_here(
    team: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """As of decisions: what came by the person's own file stands."""
    first = keys[0].left
    with open_case(tmp_path / "desk.db", actor="ana", stages=STAGES) as desk:
        desk.load(io.StringIO(_lines(team.acting_as("ana"), mine=True)))
        desk.claims.reject(first, "no claim")
        desk.incidents.merge([each.id for each in desk.incidents.list()[:2]])
        back = _lines(desk, mine=True)
    ana = team.acting_as("ana")
    team.load(io.StringIO(back), sender="ana")

    assert ana.claims.undo() is None
    assert ana.incidents.undo() is None
    assert first not in {claim.id for claim in ana.claims.list().items}


def test_undo_leaves_a_word_that_was_changed_elsewhere_meanwhile(
    team: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """The answer given here was replaced by the file: to take it back would leave the pair without any."""
    ben = team.acting_as("ben")
    ben.review.decide(keys[1], relation="unsure")
    ben.review.decide(keys[0], relation="agree")
    with open_case(tmp_path / "desk.db", actor="ben", stages=STAGES) as home:
        home.load(io.StringIO(_lines(ben, mine=True)))
        home.review.decide(keys[0], relation="partial")
        back = _lines(home, mine=True)
    team.load(io.StringIO(back))
    undone = ben.review.undo()
    assert undone is not None
    assert undone.key == keys[1]
    (stands,) = (row for row in ben.review.decisions() if row.mark)
    assert stands.mark is not None
    assert (stands.key, stands.mark.relation) == (keys[0], Relation.PARTIAL)


def test_marks_of_claims_come_only_of_who_may_decide(team: Case, tmp_path: Path) -> None:
    """By a file as in the case; and who was given another role revises none of theirs."""
    claim = team.claims.list().items[0].id
    made = team.acting_as("ben").remarks.mark(claim, "accurate")
    sent = _lines(team.acting_as("ben"), mine=True)
    team.people.put("ben", "adjudicator")
    with pytest.raises(NotAllowed):
        team.acting_as("ben").remarks.withdraw(made.id)
    with open_case(tmp_path / "bens.db", actor="ben", stages=STAGES) as case:
        case.load(io.StringIO(sent))
        case.remarks.mark(case.claims.list().items[1].id, "accurate")
        back = _lines(case, mine=True)
    with pytest.raises(Refused, match="role of ben does not cover"):
        team.load(io.StringIO(back))


def test_all_that_people_said_elsewhere_says_that_it_came_from_a_file(
    team: Case, home: Case, keys: list[PairKey]
) -> None:
    """A mark, a note, a tag, a link, a word on incidents, an edit and a word on a document; what is said here says nothing."""
    claim = keys[0].left
    document = home.documents.list().items[0].id
    home.remarks.mark(claim, "accurate")
    home.remarks.note(Topic(Thing.CLAIM, claim), "seen from the ridge")
    home.remarks.tag(Topic(Thing.CLAIM, claim), "ridge")
    home.remarks.link(Topic(Thing.CLAIM, claim), Evidence("https://example.org/ridge"))
    home.incidents.merge([keys[1].left, keys[2].left])
    home.claims.correct(keys[2].right, "statement", "[told anew]")
    home.documents.describe(document, Particulars(title="Two accounts"))
    text = _lines(home, mine=True)
    team.load(io.StringIO(text))
    team.remarks.note(Topic(Thing.CLAIM, claim), "read here")
    came = TakenIn("ana", _taken_in_at(team), "ben", hashlib.sha256(text.encode()).hexdigest())
    found = team.remarks.of(Topic(Thing.CLAIM, claim))
    assert [(row.by, row.taken_in) for row in found] == [("ben", came)] * 4 + [("ana", None)]
    assert [row.taken_in for row in team.incidents.history()] == [came]
    assert [row.taken_in for row in team.claims.edits(document)] == [came]
    assert [row.taken_in for row in team.documents.descriptions(document)] == [came]
    assert [row.taken_in for row in team.documents.described().values()] == [came]


def test_settlements_say_that_they_came_from_a_file_also_when_they_stand_again(
    team: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """A ruling and a conclusion of dan's: undoing what was said here instead brings them back, and how they came."""
    for by, relation in (("cay", "agree"), ("ben", "unsure")):
        team.review.decide(keys[0], relation=relation, by=by)
    with open_case(tmp_path / "desk.db", actor="dan", stages=STAGES) as desk:
        desk.load(io.StringIO(_lines(team.acting_as("dan"), mine=True)))
        desk.adjudication.settle(keys[0], relation="agree", ground="evidence")
        desk.verdicts.override("claim", keys[0].left, "refuted", reason="a bridge", resolution="")
        text = _lines(desk, mine=True)
    team.load(io.StringIO(text))
    came = TakenIn("ana", _taken_in_at(team), "dan", hashlib.sha256(text.encode()).hexdigest())
    team.people.put("eve", "adjudicator")
    eve = team.acting_as("eve")
    assert [row.taken_in for row in eve.adjudication.rulings()] == [came]
    eve.adjudication.settle(keys[0], relation="unsure", ground="evidence")
    eve.verdicts.override("claim", keys[0].left, "supported", reason="two bridges")
    assert [row.taken_in for row in eve.adjudication.history(keys[0])] == [came, None]
    eve.adjudication.undo()
    eve.verdicts.undo()
    (ruling,) = eve.adjudication.rulings()
    assert (ruling.by, ruling.taken_in) == ("dan", came)
    (outcome,) = eve.verdicts.proposals("claim", keys[0].left)
    assert outcome.conclusion is not None
    assert (outcome.conclusion.by, outcome.conclusion.taken_in) == ("dan", came)


def test_nobody_settles_by_a_file_what_they_reviewed(
    team: Case, keys: list[PairKey], tmp_path: Path
) -> None:
    """Ben reviewed, is an adjudicator now, and wrote a ruling past the program: it is not taken in, knowingly or not."""
    team.review.require(2)
    for by, relation in (("cay", "agree"), ("ben", "unsure")):
        for key in keys:
            team.review.decide(key, relation=relation, by=by)
    team.people.put("ben", "adjudicator")
    with open_case(tmp_path / "alone.db", actor="ben", stages=STAGES) as home:
        home.load(io.StringIO(_lines(team.acting_as("ben"), mine=True)))
        ruling = Ruling(mark_of(keys[0], relation="unsure"), Ground.EVIDENCE)
        said = {"adjudicator": "ben", "settled_at": "2026-01-01T00:00:00+00:00", "token": ""}
        with home._desk.writing(Action.ADJUDICATE, "settle pair", str(keys[0])) as writer:
            adjudications.append(writer, keys[0], ruling, ((), ()), said)
        text = _lines(home, mine=True)
    for knowingly in (False, True):
        with pytest.raises(Refused, match=r"a ruling of ben on pair .*, which they reviewed"):
            team.load(io.StringIO(text), knowingly=knowingly)
    assert team.adjudication.rulings() == ()


def test_every_table_of_what_people_said_names_who_may_bring_it() -> None:
    """One that is added has to be given what a role must cover for it."""
    assert COVERED.keys() == PERSON.keys()


def _taken_in_at(case: Case) -> str:
    return next(
        row.at
        for row in case.audit.list(limit=200).items
        if row.action == "load dump" and row.detail
    )


@pytest.mark.parametrize("name", ["b\u202een", "ben\nroot", "b\u0435n", "", "b" * 300])
def test_what_is_no_name_comes_by_no_file(compared: Case, tmp_path: Path, name: str) -> None:
    """Somebody wrote past the program into their own copy: nothing of it is taken in, knowingly or not."""
    text = _forged(compared, tmp_path, Said(name, "2026-01-01T00:00:00.000000+00:00", 1))
    with pytest.raises(Refused, match="which is no name of a person"):
        compared.load(io.StringIO(text), knowingly=True)
    assert compared.review.decisions() == ()


@pytest.mark.parametrize(
    "at", ["", "yesterday", "2026-01-01T00:00:00", "2026-01-01T00:00:00+02:00"]
)
def test_what_is_no_time_comes_by_no_file(compared: Case, tmp_path: Path, at: str) -> None:
    """Every row says when in UTC, and screens read it so."""
    text = _forged(compared, tmp_path, Said("ben", at, 1))
    with pytest.raises(InputError, match="decided_at of decisions has an impossible value"):
        compared.load(io.StringIO(text), knowingly=True)
    assert compared.review.decisions() == ()


def _forged(case: Case, folder: Path, said: Said) -> str:
    """A copy of the case with an answer that the program would not have written."""
    key = case.pairs.list().items[0].key
    with open_case(folder / "forged.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_lines(case)))
        with home._desk.writing(Action.DECIDE, "decide pair", str(key)) as writer:
            decisions.append(writer, key, mark_of(key, relation="agree"), said)
        return _lines(home)
