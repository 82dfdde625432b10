"""Pieces of a report as stretches of one direction: what every format but HTML writes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.runs import direction_of, plain, runs, visible
from claims.report.value import Code, Foreign, Words

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@given(st.text(st.characters(exclude_categories=())))
def test_no_character_of_a_source_acts_on_what_stands_around_it(text: str) -> None:
    """Controls, overrides and halves of surrogate pairs are shown by their number; line ends are line feeds."""
    assert not ACTING.search(visible(text))


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"])))
def test_any_other_text_is_as_it_was(text: str) -> None:
    """Not one character is changed."""
    assert visible(text) == text


@given(st.text(), st.text("\u2066\u2067\u2068\u2069ab "))
def test_isolates_are_balanced_whatever_comes(foreign: str, ours: str) -> None:
    """A source cannot reach beyond its own words."""
    shown = plain((Words(ours), Foreign(foreign), Code(foreign)))

    depth = 0
    for character in shown:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth in {0, 1}
    assert depth == 0


def test_each_line_of_what_a_person_wrote_runs_as_its_own_first_letter_does() -> None:
    """An isolate ends with its line: the question mark of a second English line stood before it in an Arabic report."""
    shown = plain((Words("\u2068Who did it?\nWho says so?\n\nمن قال؟\u2069"),))

    assert shown == "\u2068Who did it?\u2069\n\u2068Who says so?\u2069\n\n\u2068من قال؟\u2069"


@pytest.mark.parametrize(
    ("text", "direction"),
    [("F-16 فوق القرية", "ltr"), ("«غارة» strike", "rtl"), ("2018", "ltr"), ("٢٣ غارة", "rtl")],
)
def test_words_run_as_their_first_letter_does(text: str, direction: str) -> None:
    """Figures and signs have no direction of their own."""
    assert direction_of(text) == direction


def test_quoted_words_stand_in_the_quotation_marks_of_their_language() -> None:
    """Whatever the language of the report."""
    shown = [run.text for run in runs((Foreign("غارة", "ar", True), Foreign("strike", "en", True)))]

    assert shown == ["«غارة»", "“strike”"]
