"""A newer engine reads stored documents again: people's work stays, claims stay who they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from claims.errors import NotFound, Stale
from claims.model import (
    PLAIN,
    Claim,
    Document,
    EditKind,
    Extraction,
    Maker,
    Party,
    Role,
    Sentence,
    Span,
    Wordlist,
)
from claims.services import Case, Settings, open_case
from claims.services.stages import Stages
from tests.conftest import ticking
from tests.engines import Change, dropped, louder, only, reading, renamed
from tests.factories import a_claim
from tests.stages import STAGES, TWO_ACCOUNTS

Reopen = Callable[[Stages], Case]


@pytest.fixture
def with_engine(made: Settings) -> Reopen:
    """Opens the case of `compared` with another engine."""
    return lambda stages: open_case(
        made, actor="ana", clock=ticking("2018-05-01T00:00:00+00:00"), stages=stages
    )


def _first(case: Case) -> Claim:
    return case.claims.list().items[0]


def _document(case: Case) -> str:
    return case.documents.list().items[0].id


def _missed(document: Document) -> Claim:
    """A claim in the words of the first line that the older engine did not make."""
    return a_claim(
        document.text[:10],
        document=document.id,
        kind="clash",
        targets=(Party("x", "", "", document.text[:3], Span(0, 3)),),
    )


def test_the_same_engine_changes_nothing(compared: Case) -> None:
    """No row is written, not even one of the chain."""
    compared.claims.reject(_first(compared).id)
    head = compared.audit.head()
    report = compared.documents.extract_again()
    assert (report.documents, report.changed, report.questions) == (1, (), ())
    assert compared.audit.head() == head


def test_a_claim_that_is_read_better_stays_the_same_claim(
    compared: Case, with_engine: Reopen
) -> None:
    """Its id, its pairs and the decisions on them stay; what it said before is kept."""
    (item, *_) = compared.review.queue()
    decision = compared.review.decide(item.key, relation="agree")
    before = compared.claims.list().items
    with with_engine(reading(louder)) as newer:
        report = newer.documents.extract_again()
        assert (report.revised, report.new, report.gone) == (6, 0, 0)
        after = newer.claims.list().items
        assert [claim.id for claim in after] == [claim.id for claim in before]
        assert all(claim.statement.endswith("[!]") for claim in after)
        assert newer.claims.revisions(before[0].id) == (before[0], after[0])
        newer.pairs.compare()
        assert newer.review.decisions() == (decision,)
        assert newer.pairs.get(item.key).mine == decision
        assert newer.audit.verify() == ()


def test_lists_show_the_headline_that_is_read_now(compared: Case, with_engine: Reopen) -> None:
    """Also the order by titles follows it."""
    name = _document(compared)
    first = compared.documents.get(name).text.splitlines()[0]
    assert compared.documents.headlines([name]) == {name: ""}

    def headed(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        found = STAGES.extract(document, wordlist)
        above = Sentence(Span(0, len(first)), Role.HEADLINE, 0, "en")
        return replace(found, sentences=(above, *found.sentences))

    with with_engine(replace(STAGES, extract=headed)) as newer:
        newer.documents.extract_again()
        assert newer.documents.headlines([name]) == {name: first}
        assert newer.audit.verify() == ()


def test_claims_that_are_new_or_gone_are_told(compared: Case, with_engine: Reopen) -> None:
    """What is gone is kept and does not stand; its pairs leave the queue and keep their decisions."""
    items = compared.review.queue()
    decisions = [compared.review.decide(item.key, relation="agree") for item in items]
    claim = _first(compared)
    with with_engine(reading(only(dropped, claim.quote), _missed)) as newer:
        report = newer.documents.extract_again(_document(newer))
        assert (report.revised, report.new, report.gone) == (0, 1, 1)
        assert newer.claims.get(claim.id) == claim
        assert claim.id not in {each.id for each in newer.claims.list().items}
        assert newer.documents.head(claim.document).claims == 6
        assert newer.review.decisions() == tuple(decisions)
        assert newer.pairs.count().total == 2
        (own,) = [
            each.claim for each in newer.claims.of(claim.document) if each.claim.kind == "clash"
        ]
        assert newer.documents.extraction(claim.document).claims[0] == own
    report = compared.documents.extract_again()
    assert (report.revised, report.new, report.gone) == (1, 0, 1)
    assert _first(compared) == claim
    assert compared.audit.verify() == ()


def test_problems_and_sentences_are_those_of_the_newest_reading(
    case: Case, with_engine: Reopen
) -> None:
    """What the newer engine understands is no problem any more."""
    case.documents.add_bytes(b"Paper (agency): monday depot\nodd\n", name="a.txt")
    assert len(case.problems.list()) == 1

    def understands(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        found = STAGES.extract(document, wordlist)
        return replace(found, problems=(), sentences=found.sentences[:1])

    with with_engine(replace(STAGES, extract=understands)) as newer:
        assert newer.documents.extract_again().changed == (_document(newer),)
        assert newer.problems.list() == ()
        assert newer.documents.head(_document(newer)).problems == 0
        assert len(newer.documents.extraction(_document(newer)).sentences) == 1


def test_what_people_edited_stays_theirs(compared: Case, with_engine: Reopen) -> None:
    """The person is asked once; their claim stands until they say otherwise."""
    claim = _first(compared)
    edit = compared.claims.correct(claim, "modality", "denied", reason="they deny it")
    with with_engine(reading(louder)) as newer:
        report = newer.documents.extract_again()
        (question,) = report.questions
        assert (question.edit, question.seen) == (edit, (claim,))
        assert [each.statement for each in question.now] == [f"{claim.statement} [!]"]
        (live,) = [each for each in newer.claims.of(claim.document) if each.maker is Maker.HUMAN]
        assert (live.claim, live.edit) == (edit.made[0], edit)
        assert newer.documents.extract_again().questions == ()
        assert newer.claims.asking() == (question,)
        kept = newer.claims.keep(edit.id, reason="I know better")
        assert (kept.kind, kept.about, kept.replaced) == (EditKind.KEEP, edit.id, question.now)
        assert newer.claims.asking() == ()
        assert newer.audit.verify() == ()
    assert len(compared.documents.extract_again().questions) == 1


def test_undoing_an_edit_brings_back_what_the_engine_reads_now(
    compared: Case, with_engine: Reopen
) -> None:
    """Not what it read then."""
    claim = _first(compared)
    compared.claims.reject(claim)
    with with_engine(reading(louder)) as newer:
        newer.documents.extract_again()
        newer.claims.undo()
        assert newer.claims.get(claim.id).statement.endswith("[!]")
        assert _first(newer).id == claim.id
        assert newer.claims.asking() == ()


def test_a_claim_that_the_engine_adds_in_edited_words_waits(
    compared: Case, with_engine: Reopen
) -> None:
    """It is asked about, can be taken over, and never doubles what a person made."""
    claim = _first(compared)
    edit = compared.claims.correct(claim, "modality", "denied")
    with with_engine(reading(lambda each: each, _missed)) as newer:
        (question,) = newer.documents.extract_again().questions
        (waiting,) = question.new
        assert (question.edit, waiting.kind) == (edit, "clash")
        assert waiting.id not in {each.claim.id for each in newer.claims.of(claim.document)}
        with pytest.raises(Stale, match="does not stand"):
            newer.claims.reject(waiting.id)
        taken = newer.claims.accept(waiting.id, "right")
        standing = {each.claim.id for each in newer.claims.of(claim.document)}
        assert {edit.made[0].id, taken.made[0].id} <= standing
        assert newer.claims.asking() == ()
        newer.claims.undo()
        assert newer.claims.asking() == (question,)
        newer.claims.undo()
        assert {claim.id, waiting.id} <= {each.claim.id for each in newer.claims.of(claim.document)}


def test_a_claim_that_the_engine_drops_under_an_edit_is_asked_about(
    compared: Case, with_engine: Reopen
) -> None:
    """The person's stays all the same."""
    claim = _first(compared)
    edit = compared.claims.correct(claim, "modality", "denied")
    with with_engine(reading(only(dropped, claim.quote))) as newer:
        (question,) = newer.documents.extract_again().questions
        assert (question.edit, question.now) == (edit, ())
        assert edit.made[0].id in {each.id for each in newer.claims.list().items}
        newer.claims.keep(edit.id)
        assert newer.documents.extract_again().questions == ()


@pytest.mark.parametrize("change", [louder, renamed("Gazette"), dropped])
def test_whatever_a_newer_engine_reads_and_back_again(
    compared: Case, with_engine: Reopen, change: Change
) -> None:
    """After the way back everything stands as at first, under the same ids."""
    before = compared.claims.list().items
    with with_engine(reading(change)) as newer:
        newer.documents.extract_again()
    compared.documents.extract_again()
    assert compared.claims.list().items == before
    assert compared.pairs.compare().pairs == 3
    assert compared.audit.verify() == ()


def test_a_document_that_is_not_there_cannot_be_read_again(case: Case) -> None:
    """Nothing was read."""
    with pytest.raises(NotFound, match="nothing"):
        case.documents.extract_again("nothing")


def test_documents_are_read_again_one_by_one(case: Case, with_engine: Reopen) -> None:
    """Who watches is told of each; only those named are read."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    other = case.documents.add_bytes(b"Paper (agency): monday depot\n", name="b.txt").added[0]
    seen: list[tuple[int, int, str]] = []
    with with_engine(reading(louder)) as newer:
        report = newer.documents.extract_again([other.id], progress=lambda *told: seen.append(told))
    assert report.changed == (other.id,)
    assert seen == [(0, 1, other.id), (1, 1, "")]
