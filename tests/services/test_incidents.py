"""Incidents and the matrix of a case: suggestions first, reviewers' words above them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import CellState
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
