"""A verdict is told of what its claim says: of a denial as a denial."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Edit, EditKind, Modality, Part, Polarity
from claims.report.captions import told_pieces, told_text
from claims.report.wording import wording
from tests.report.examples import case

CLAIM = case().claims[0]


@pytest.mark.parametrize(("language", "head"), [("en", "Denial: "), ("ar", "نفي: ")])
def test_a_verdict_on_a_denial_says_that_it_is_one(language: str, head: str) -> None:
    """In the language of the report; a plain claim stands as it is."""
    words = wording(language)
    first, *_ = told_pieces(replace(CLAIM, modality=Modality.DENIED), words)

    assert getattr(first, "text", "") == head
    assert len(told_pieces(CLAIM, words)) == 1


def test_a_negation_that_a_person_gave_is_told_and_one_that_was_read_is_not() -> None:
    """What was read as negated has its negation in the quote: *Denial: no one was hurt* would turn it round."""
    negated = replace(CLAIM, polarity=Polarity.NEGATED)
    made = next(edit for edit in case().edits if edit.kind is EditKind.CORRECT)

    def given(*parts: Part) -> Edit:
        return replace(made, given=parts)

    assert told_text("nobody was hurt", negated) == "nobody was hurt"
    assert told_text("a depot was hit", negated, given(Part.PLACE)) == "a depot was hit"
    assert told_text("a depot was hit", negated, given(Part.POLARITY)) == "Denial: a depot was hit"
