"""Values of the model as rows and back, without a database and through each."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Comparison, Decision, Extraction, Mark, Problem
from claims.services import Case
from claims.store import document_rows, documents, line_rows, rows
from claims.store.audit import Act
from tests import strategies
from tests.factories import NOON

_numbers = itertools.count()


@given(strategies.extractions, strategies.texts, strategies.texts)
def test_an_extraction_comes_back_from_its_rows(
    extraction: Extraction, before: str, after: str
) -> None:
    """Document, sentences, claims and problems; and the words around each claim."""
    document = document_rows.document_row(extraction, seq=1, size=2, added_at=NOON, added_by="ana")
    claims = [
        rows.claim_row(claim, seq=seq, surroundings=(before, after))
        for seq, claim in enumerate(extraction.claims)
    ]
    assert (
        document_rows.extraction_of(document, document_rows.extraction_row(extraction), claims)
        == extraction
    )
    assert all(rows.surroundings_of(row) == (before, after) for row in claims)


@given(strategies.extractions)
def test_a_head_says_what_the_document_says(extraction: Extraction) -> None:
    """Without its text; what no database holds is replaced where it can be seen."""
    document = extraction.document
    row = document_rows.document_row(extraction, seq=1, size=2, added_at=NOON, added_by="ana")
    head = document_rows.head_of(row)
    assert (head.id, head.sha256, head.publisher) == (
        document.id,
        document.sha256,
        document.publisher,
    )
    assert head.name == document.name.replace("\x00", "\ufffd")
    assert (head.characters, head.claims) == (len(document.text), len(extraction.claims))
    assert head.problems == len(document_rows.problems_of(extraction))


@given(strategies.comparisons, st.integers(1, 9))
def test_a_comparison_comes_back_from_its_row(comparison: Comparison, version: int) -> None:
    """With every message and number."""
    body = rows.body_of(comparison)
    row = rows.comparison_row(comparison.key, body, version=version, made_at=NOON)
    assert rows.comparison_of(row) == comparison
    assert rows.key_of_pair(row) == comparison.key


@given(st.none() | strategies.marks(), strategies.keys, st.none() | st.integers(1, 9))
def test_a_decision_comes_back_from_its_row(
    mark: Mark | None, other: object, supersedes: int | None
) -> None:
    """With its mark, or without one."""
    key = mark.key if mark else other
    decision = Decision(3, mark, key, "ana", NOON, supersedes, live=True, seen=2, token="t")  # type: ignore[arg-type]  # noqa: S106
    row = {
        **line_rows.mark_columns(decision.key, mark),
        "id": 3,
        "reviewer": "ana",
        "decided_at": NOON,
        "supersedes": supersedes,
        "live": True,
        "seen": 2,
        "token": "t",
    }
    assert line_rows.decision_of(row) == decision


@given(strategies.problems)
def test_a_problem_comes_back_from_its_row(problem: Problem) -> None:
    """With its message in both languages."""
    assert document_rows.problem_of(document_rows.problem_row(problem, seq=1)) == problem


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(extraction=strategies.extractions)
def test_every_extraction_goes_through_the_database(case: Case, extraction: Extraction) -> None:
    """Texts with NUL, odd signs, any number: stored, read and verified alike on both databases."""
    number = next(_numbers)
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    claims = tuple(
        replace(claim, id=f"{number}-{place}", document=digest[:16])
        for place, claim in enumerate(extraction.claims)
    )
    document = replace(extraction.document, id=digest[:16], sha256=digest, language="ar")
    wanted = replace(extraction, document=document, claims=claims)
    act = Act("ana", "add document", document.id, NOON, "test")
    with case._desk.store.writing(act) as writer:
        around = [("\x00", "ا")] * len(claims)
        documents.insert(writer, wanted, around, size=1, added_at=NOON, added_by="ana")
    assert case.documents.extraction(document.id) == wanted
    faults = case.audit.verify()
    assert {fault.where for fault in faults} <= {"originals"}


@pytest.mark.parametrize("words", ["[]", '["a"]', '["a","b","c"]', "[1,2]", "7"])
def test_surroundings_are_two_texts(words: str) -> None:
    """Before and after; anything else was not written by the program."""
    with pytest.raises(InputError):
        rows.surroundings_of({"surroundings": words})
