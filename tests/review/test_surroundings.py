"""What is shown around a claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Extraction
from claims.review.surroundings import AT_MOST, surroundings
from tests.factories import a_claim, a_document, an_extraction

TEXT = "first line\nsecond line\nthird line\nfourth line\n"


def _around(quote: str, text: str = TEXT) -> tuple[str, str]:
    start = text.index(quote)
    claim = a_claim(quote, start=start)
    (found,) = surroundings(an_extraction(a_document(text), claim))
    return found


def test_a_quote_inside_a_sentence_has_the_rest_of_it_and_a_sentence_on_either_side() -> None:
    """The words stand as they do in the document."""
    assert _around("ird") == ("second line\nth", " line\nfourth line")


def test_at_the_ends_of_a_text_there_is_what_there_is() -> None:
    """The first and the last sentence have a neighbour on one side only."""
    assert _around("first line") == ("", "\nsecond line")
    assert _around("fourth") == ("third line\n", " line\n")


def test_a_quote_over_two_sentences_has_a_sentence_on_either_side() -> None:
    """Before the first of them and after the last."""
    assert _around("second line\nthird") == ("first line\n", " line\nfourth line")


def test_a_text_without_sentences_is_shown_up_to_a_bound() -> None:
    """A page without a full stop does not fill the screen."""
    text = "a" * 5000 + "QUOTE" + "b" * 5000
    claim = a_claim("QUOTE", start=5000)
    found = Extraction(a_document(text), (), (claim,), ())
    assert surroundings(found) == (("a" * AT_MOST, "b" * AT_MOST),)


@given(st.text("ab\n", min_size=1, max_size=80), st.data())
def test_before_quote_and_after_are_one_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    """Nothing is left out, moved or put in."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    claim = a_claim(text[start:end], start=start)
    ((before, after),) = surroundings(an_extraction(a_document(text), claim))
    assert text[start - len(before) : end + len(after)] == before + claim.quote + after
