"""What a person says of a proposal is kept beside it, row by row, and told when the case goes on."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import InputError, NotAllowed, NotFound, Refused, Stale
from claims.model import Outcome, State
from claims.report.build import build
from claims.services import Case, open_case
from tests.conftest import ticking
from tests.report.written import markdown
from tests.verdict.test_vocabulary import OWN


@pytest.fixture
def judged(compared: Case) -> Case:
    """Agreement on one pair, a conflict on the target on another; the third is open."""
    for item in compared.pairs.list().items:
        said = item.left.claim.quote + item.right.claim.quote
        if "tuesday" in said:
            compared.review.decide(item.key, relation="agree")
        elif "monday" in said:
            compared.review.decide(item.key, relation="conflict", slots=["target"])
    return compared


def _about(case: Case, words: str) -> Outcome:
    """The proposal for the claim of the department with these words."""
    claims = {claim.id: claim for claim in case.claims.list().items}
    return next(
        each
        for each in case.verdicts.proposals("claim")
        if words in claims[each.proposal.id].quote
        and claims[each.proposal.id].speaker.source == "Department"
    )


def test_every_claim_and_every_incident_has_a_proposal(judged: Case) -> None:
    """Nobody has said anything of them yet."""
    claims, incidents = judged.verdicts.proposals("claim"), judged.verdicts.proposals("incident")
    assert [each.proposal.id for each in claims] == [v.claim for v in judged.verdicts.compute()]
    assert [each.proposal.id for each in incidents] == [i.id for i in judged.incidents.list()]
    assert {each.state for each in (*claims, *incidents)} == {State.OPEN}
    assert all(each.proposed is not None for each in (*claims, *incidents))


def test_a_confirmation_holds_until_a_decision_changes(judged: Case) -> None:
    """Then it is out of date, says why, and holds again when the decision is undone."""
    name = _about(judged, "tuesday").proposal.id
    said = judged.verdicts.confirm("claim", name)
    assert said.settlement is not None
    assert (said.settlement.outcome.term, said.settlement.overrides) == ("supported", False)
    assert _about(judged, "tuesday").state is State.CURRENT
    key = next(k for k in (d.key for d in judged.review.decisions()) if name in {k.left, k.right})
    judged.review.decide(key, relation="unsure")
    stale = _about(judged, "tuesday")
    assert (stale.state, stale.conclusion) == (State.STALE, said)
    assert stale.stale[0].en == "What is proposed is now Not Enough Evidence, no longer Supported."
    assert "1" in stale.stale[1].en
    assert _about(judged, "friday").state is State.OPEN


def test_a_new_answer_that_changes_nothing_is_told_too(judged: Case) -> None:
    """What was concluded on is no longer all there is."""
    name = _about(judged, "tuesday").proposal.id
    judged.verdicts.confirm("claim", name)
    key = next(d.key for d in judged.review.decisions() if name in {d.key.left, d.key.right})
    judged.review.decide(key, relation="agree", by="ben")
    stale = _about(judged, "tuesday")
    assert stale.state is State.STALE
    assert stale.stale[0].en == "What is proposed has not changed: Supported."


def test_who_says_something_else_says_why(judged: Case) -> None:
    """And the word is one of the vocabulary."""
    name = _about(judged, "tuesday").proposal.id
    with pytest.raises(Refused, match="says why"):
        judged.verdicts.override("claim", name, "refuted", reason=" ")
    with pytest.raises(Refused, match="no word"):
        judged.verdicts.override("claim", name, "perhaps", reason="so")
    said = judged.verdicts.override("claim", name, "refuted", reason="the video shows it")
    assert said.settlement is not None
    assert (said.settlement.proposed, said.settlement.overrides) == ("supported", True)
    assert judged.audit.verify() == ()


def test_where_accounts_contradict_each_other_the_way_out_is_said(judged: Case) -> None:
    """One of five ways; a preferred source is named in the reason, and nothing is resolved where nobody parts."""
    name = _about(judged, "monday").proposal.id
    with pytest.raises(Refused, match="contradict each other") as caught:
        judged.verdicts.confirm("claim", name)
    assert "ask_source" in caught.value.next_step
    with pytest.raises(Refused, match="needs words"):
        judged.verdicts.confirm("claim", name, resolution="prefer_source")
    said = judged.verdicts.confirm(
        "claim", name, resolution="prefer_source", reason="the network has a video"
    )
    assert said.settlement is not None
    assert said.settlement.resolution is not None
    assert said.settlement.resolution.vocabulary == "every-casualty/1"
    with pytest.raises(Refused, match="Nobody sees"):
        judged.verdicts.confirm("claim", _about(judged, "tuesday").proposal.id, resolution="range")


def test_a_range_resolves_no_contradiction_on_who_was_hit(judged: Case) -> None:
    """There is no least and no most of a target; of a figure there is."""
    name = _about(judged, "monday").proposal.id
    with pytest.raises(Refused, match="no contradiction on target") as caught:
        judged.verdicts.confirm("claim", name, resolution="range")
    assert "another resolution" in caught.value.next_step
    marks = {row.key: row.mark for row in judged.review.decisions()}
    (key,) = (key for key, mark in marks.items() if mark and mark.relation == "conflict")
    judged.review.decide(key, relation="conflict", slots=["target", "quantity"])
    said = judged.verdicts.confirm("claim", name, resolution="range")
    assert said.settlement is not None
    assert said.settlement.resolution is not None


def test_an_incident_is_known_by_any_of_its_claims(judged: Case) -> None:
    """And keeps its conclusion when another claim of it is named."""
    incident = max(judged.incidents.list(), key=lambda one: len(one.claims))
    other = incident.claims[-1]
    (before,) = judged.verdicts.proposals("incident", other)
    assert before.proposal.id == incident.id
    way = "pending" if before.proposal.parted else ""
    first = judged.verdicts.confirm("incident", other, resolution=way)
    assert first.of == incident.id
    second = judged.verdicts.override(
        "incident", incident.id, "discounted", reason="army", resolution=way
    )
    assert second.supersedes == first.id
    assert judged.verdicts.history("incident", incident.id) == (
        _superseded(judged, first.id),
        second,
    )


def _superseded(case: Case, number: int) -> object:
    found = [
        each for row in case.incidents.list() for each in case.verdicts.history("incident", row.id)
    ]
    (row,) = [each for each in found if each.id == number]
    assert not row.live
    return row


def test_a_conclusion_is_taken_back_row_by_row(judged: Case) -> None:
    """What stood before stands again; in the end nothing does."""
    name = _about(judged, "tuesday").proposal.id
    first = judged.verdicts.confirm("claim", name)
    judged.verdicts.override("claim", name, "refuted", reason="no")
    undone = judged.verdicts.undo()
    assert undone is not None
    assert undone.settlement == first.settlement
    assert _about(judged, "tuesday").state is State.CURRENT
    assert judged.verdicts.undo() is not None
    assert judged.verdicts.undo() is None
    assert _about(judged, "tuesday").state is State.OPEN
    assert [row.live for row in judged.verdicts.history("claim", name)] == [False] * 3 + [True]
    assert judged.audit.verify() == ()


def test_what_was_on_screen_must_still_be_proposed(judged: Case) -> None:
    """Otherwise nothing is stored; and the same submission twice is one row."""
    found = _about(judged, "tuesday").proposal
    with pytest.raises(Stale):
        judged.verdicts.confirm("claim", found.id, seen="0" * 16)
    one = judged.verdicts.confirm("claim", found.id, seen=found.digest, token="t")
    assert judged.verdicts.confirm("claim", found.id, seen=found.digest, token="t") == one
    with pytest.raises(Refused, match="saying something else"):
        judged.verdicts.override("claim", found.id, "refuted", reason="x", token="t")


def test_what_is_not_there_is_not_concluded_on(judged: Case) -> None:
    """Nor is a matter that is none."""
    with pytest.raises(NotFound):
        judged.verdicts.confirm("claim", "f" * 16)
    with pytest.raises(InputError):
        judged.verdicts.proposals("rumour")


def test_adjudicators_and_admins_conclude(judged: Case) -> None:
    """Reviewers and readers read."""
    name = _about(judged, "tuesday").proposal.id
    for who, role in (
        ("ana", "admin"),
        ("ben", "reviewer"),
        ("eve", "adjudicator"),
        ("kim", "reader"),
    ):
        judged.people.put(who, role)
    for who in ("ben", "kim"):
        assert judged.acting_as(who).verdicts.proposals("claim", name)
        with pytest.raises(NotAllowed):
            judged.acting_as(who).verdicts.confirm("claim", name)
    assert judged.acting_as("eve").verdicts.confirm("claim", name).by == "eve"
    with pytest.raises(NotAllowed):
        judged.acting_as("eve").verdicts.bring(OWN)


def test_a_case_brings_words_of_its_own(judged: Case) -> None:
    """They are proposed where they stand for a label; what was concluded keeps its words."""
    tuesday, friday = _about(judged, "tuesday").proposal.id, _about(judged, "friday").proposal.id
    before = judged.verdicts.confirm("claim", friday)
    judged.verdicts.bring(OWN)
    assert judged.verdicts.vocabulary("verdict").id == "desk/1"
    said = judged.verdicts.confirm("claim", tuesday).settlement
    assert said is not None
    assert (said.outcome.term, said.outcome.vocabulary) == ("true", "desk/1")
    assert _about(judged, "friday").conclusion == before
    with pytest.raises(Refused, match="no word for Not Enough Evidence"):
        judged.verdicts.confirm("claim", friday)
    with pytest.raises(Refused, match="higher version"):
        judged.verdicts.bring(OWN.replace("True", "Right"))
    assert judged.verdicts.bring(OWN.replace("desk/1", "desk/2")).id == "desk/2"


@pytest.fixture
def other(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """An empty case in a file, wherever the first one is."""
    path = shutil.copy(blank_file, tmp_path / "other.db")
    with open_case(path, actor="ana", clock=ticking("2018-04-04T12:00:00+00:00")) as case:
        yield case


def test_conclusions_travel_in_a_dump_and_are_merged(judged: Case, other: Case) -> None:
    """Whole into an empty case; later rows into a copy that is behind; refused where both went different ways."""
    name = _about(judged, "tuesday").proposal.id
    judged.verdicts.confirm("claim", name)
    stream = io.StringIO()
    judged.dump(stream)
    other.load(io.StringIO(stream.getvalue()))
    assert other.verdicts.proposals("claim", name)[0].state is State.CURRENT
    other.verdicts.override("claim", name, "refuted", reason="no")
    further = io.StringIO()
    other.dump(further)
    judged.load(io.StringIO(further.getvalue()), knowingly=True)
    came, stood = (case.verdicts.history("claim", name) for case in (judged, other))
    assert [replace(each, taken_in=None) for each in came] == [
        replace(each, taken_in=None) for each in stood
    ]
    assert [each for each in came if each.taken_in is not None]
    judged.verdicts.confirm("claim", name)
    other.verdicts.undo()
    last = io.StringIO()
    other.dump(last)
    with pytest.raises(Refused, match="concluded on claim"):
        judged.load(io.StringIO(last.getvalue()), knowingly=True)
    assert judged.audit.verify() == ()


def test_what_stands_on_nothing_any_more_is_listed(judged: Case) -> None:
    """A claim that was rejected takes the ground away, not the conclusion."""
    name = _about(judged, "tuesday").proposal.id
    said = judged.verdicts.confirm("claim", name)
    assert judged.verdicts.adrift() == ()
    judged.claims.reject(name, "a heading")
    assert judged.verdicts.adrift() == (said,)


def test_nobody_takes_back_what_somebody_else_concluded(judged: Case) -> None:
    """A superseded conclusion is not undone; one that comes back is shown as whose it was."""
    name = _about(judged, "tuesday").proposal.id
    eve, dan = judged.acting_as("eve"), judged.acting_as("dan")
    eve.verdicts.confirm("claim", name, reason="mine")
    dan.verdicts.override("claim", name, "refuted", reason="the pictures")
    assert eve.verdicts.undo() is None
    assert dan.verdicts.undo() is not None
    back = _about(judged, "tuesday").conclusion
    assert back is not None
    assert back.by == "eve"
    assert dan.verdicts.undo() is None
    assert eve.verdicts.undo() is not None
    assert _about(judged, "tuesday").conclusion is None


def test_a_conclusion_sent_twice_is_stored_once_and_its_token_says_nothing_else(
    judged: Case,
) -> None:
    """By its token, and without one where the person says what stands already; other words under it are refused."""
    name = _about(judged, "tuesday").proposal.id
    first = judged.verdicts.override("claim", name, "refuted", reason="seen it", token="t")
    assert judged.verdicts.override("claim", name, "refuted", reason="seen it", token="t") == first
    assert judged.verdicts.override("claim", name, "refuted", reason="seen it") == first
    others: tuple[Callable[[], object], ...] = (
        lambda: judged.verdicts.override("claim", name, "refuted", reason="heard it", token="t"),
        lambda: judged.verdicts.override("claim", name, "supported", reason="seen it", token="t"),
        lambda: judged.verdicts.confirm("claim", name, reason="seen it", token="t"),
        lambda: judged.verdicts.undo(token="t"),
    )
    for other in others:
        with pytest.raises(Refused, match="stored before"):
            other()
    undone = judged.verdicts.undo(token="u")
    assert judged.verdicts.undo(token="u") == undone
    with pytest.raises(Refused, match="stored before"):
        judged.verdicts.confirm("claim", name, token="u")
    assert len(judged.verdicts.history("claim", name)) == 2


def test_what_stands_on_nothing_is_told_with_its_word_its_claim_and_the_edit(judged: Case) -> None:
    """In both languages; the claim fell to that edit."""
    name = _about(judged, "tuesday").proposal.id
    judged.verdicts.confirm("claim", name)
    edit = judged.claims.reject(name, "a heading")
    for language, words in (("en", "no longer rests"), ("ar", "لم يعد لهذا الاستنتاج أساس")):
        page = markdown(build(judged.report.content(), language)).decode()
        (line,) = (each for each in page.splitlines() if words in each)
        assert name in line
        assert {"en": "Supported", "ar": "مؤيَّد"}[language] in line
        assert f"(#edit-{edit.id})" in line


def test_claims_that_were_parted_from_an_incident_are_not_told_as_gone(judged: Case) -> None:
    """They stand, in another incident; those that a person rejects are gone."""
    key = next(each.key for each in judged.review.decisions() if each.mark is not None)
    incident = judged.incidents.get(key.left).incident
    kept, *others = (key.left, key.right)
    assert set(others) < set(incident.claims)
    way = next(iter(judged.verdicts.vocabulary("resolution").terms)).id
    found = judged.verdicts.proposals("incident", kept)[0]
    judged.verdicts.confirm(
        "incident", kept, reason="seen", resolution=way if found.proposal.parted else ""
    )
    judged.incidents.split(kept, [others[0]])
    stale = next(
        each for each in judged.verdicts.proposals("incident") if each.conclusion is not None
    )
    told = [message.en for message in stale.stale]
    assert "Claims that stand and belong to another incident now: 1." in told
    assert "Answers that stand, on pairs that are no longer of this incident: 1." in told
    assert not [each for each in told if "no longer stand" in each]
    gone = next(each for each in incident.claims if each not in stale.proposal.basis.claims)
    judged.claims.reject(gone, "a heading")
    again = next(
        each for each in judged.verdicts.proposals("incident") if each.conclusion is not None
    )
    assert "Claims that no longer stand: 1." in [message.en for message in again.stale]
