"""Incidents and the matrix of a case: suggestions first, reviewers' words above them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import CellState, Sign, Slot, Voice
from claims.services import Case, Settings, open_case

OFFICIAL = "The defence ministry said aircraft of the Coalition struck a depot of ISIS in Raqqa on 3 May 2019."
LOCAL = "Local networks said the Coalition struck a checkpoint of the Syrian army in Raqqa on 3 May 2019."


@pytest.fixture
def told(made: Settings) -> Iterator[Case]:
    """Two accounts of one strike, compared."""
    with open_case(made) as case:
        case.documents.add_bytes(OFFICIAL.encode(), name="official.txt")
        case.documents.add_bytes(LOCAL.encode(), name="local.txt")
        case.pairs.compare()
        yield case


def _shared(case: Case) -> list[int]:
    return [len(one.claims) for one in case.incidents.list() if len(one.accounts) > 1]


def test_two_accounts_are_one_incident_until_a_reviewer_parts_them(told: Case) -> None:
    """The reviewer wins, also over a later run, and undo gives the suggestion back its say."""
    assert len(_shared(told)) == 1
    key = told.pairs.list().items[0].key

    told.review.decide(key, relation="not_comparable", same_event="no", by="ana")
    told.pairs.compare()
    assert _shared(told) == []
    told.review.undo(by="ana")
    assert len(_shared(told)) == 1


def test_the_matrix_shows_what_reviewers_settled(told: Case) -> None:
    """A suggested conflict that was judged an agreement is one."""
    key = told.pairs.list().items[0].key
    [row] = told.incidents.matrix().rows
    assert {cell.state for cell in row.cells} == {CellState.CONFLICT}

    told.review.decide(key, relation="agree", by="ana")

    [row] = told.incidents.matrix().rows
    assert {cell.state for cell in row.cells} == {CellState.AGREE}


def test_the_passage_that_two_documents_share_is_shown(told: Case) -> None:
    """These two share none."""
    assert told.incidents.passages(told.pairs.list().items[0].key) == ()


def test_the_pairs_and_the_lineages_of_an_incident(told: Case) -> None:
    """Its pairs come with one's own word on them; two sources that nobody ties together count twice."""
    [incident] = [one for one in told.incidents.list() if len(one.accounts) > 1]
    [item] = told.pairs.of_claims(incident.claims, both=True)
    told.review.decide(item.key, relation="agree", by="ana")

    [again] = told.pairs.of_claims(incident.claims[:1], reviewer="ana")
    assert again.key == item.key
    assert again.mine is not None
    assert told.pairs.of_claims(incident.claims[:1], both=True) == ()
    assert len(told.incidents.get(incident.id).lineages) == incident.lineages == 2


def test_several_claims_come_by_their_ids(told: Case) -> None:
    """What the case does not hold is left out."""
    one, other = told.claims.list().items[:2]
    assert told.claims.several([one.id, "f" * 16, other.id]) == {one.id: one, other.id: other}


def _target(case: Case) -> tuple[set[Sign], set[Voice]]:
    """Sign and voice of both sources in what was hit."""
    [whole] = case.incidents.sheets(sources=2)
    cells = [cell for row in whole.rows for cell in row.cells if cell.slot is Slot.TARGET]
    return {cell.sign for cell in cells}, {cell.voice for cell in cells}


def test_a_ruling_goes_before_answers_and_both_before_the_suggestion(told: Case) -> None:
    """Signs follow who has the last word, and say whose it is; where reviewers part the suggestion stands."""
    key, eve = told.pairs.list().items[0].key, told.acting_as("eve")
    assert _target(told) == ({Sign.ALONE}, {Voice.SUGGESTED})

    told.review.decide(key, relation="agree", by="ana")
    assert _target(told) == ({Sign.COMPATIBLE}, {Voice.REVIEWERS})
    told.review.decide(key, relation="conflict", slots=["target"], by="ben")
    assert _target(told) == ({Sign.ALONE}, {Voice.PARTED})
    eve.adjudication.settle(key, relation="agree", ground="evidence")
    assert _target(told) == ({Sign.COMPATIBLE}, {Voice.RULED})


def test_while_answers_are_blind_ones_own_alone_counts(told: Case) -> None:
    """Of a pair that waits for a second reviewer nobody but the first sees the answer; the matrix does not move."""
    key, ana, ben = told.pairs.list().items[0].key, told.acting_as("ana"), told.acting_as("ben")
    told.review.require(2)
    before = ben.incidents.matrix()
    ana.review.decide(key, relation="agree")

    assert _target(ana) == ({Sign.COMPATIBLE}, {Voice.OWN})
    assert _target(ben) == ({Sign.ALONE}, {Voice.SUGGESTED})
    assert ana.incidents.matrix() == ben.incidents.matrix() == before
