"""Folding keeps the way back to the text as it came."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.shadow import fold, shadow
from tests.text.strategies import messy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُعلن", "اعلن"),
        ("الدولى", "الدولي"),
        ("مدرسة", "مدرسه"),
        ("مســـؤول", "مسوول"),
        ("تقـ ـتل", "تقتل"),
        ("٢٧ مارس ٢٠١٨", "27 مارس 2018"),
        ("۲۷", "27"),
        ("٧٫٥", "7.5"),
        ("١٣٬٢٢١", "13,221"),
        ("ﻗﺮﻳﺔ", "قريه"),
        ("ﻻ", "لا"),
        ("\u200fسوريا\u200e", "سوريا"),
        ("Café", "cafe"),
        ("Ḥamāh, Aṭ Ṭabqah", "hamah, at tabqah"),
        ("Ẓāhir ḫ", "zahir h"),
        ("ＡＢ１", "ab1"),
        ("‘x’ – y", "'x' - y"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    """Spellings that a reader takes for the same fold to the same."""
    assert fold(one) == other


@pytest.mark.parametrize("kept", ["،", "؛", "«", "»", "#", "\n", "؟", ":"])
def test_marks_that_carry_structure_stay(kept: str) -> None:
    """What parts sentences and quotations is not folded away."""
    assert fold(kept) == kept


@given(messy)
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text folds to itself."""
    assert fold(fold(text)) == fold(text)


@given(messy)
def test_offsets_never_go_back(text: str) -> None:
    """Each folded character comes from the same place as the one before it or from a later one."""
    twin = shadow(text)
    origins = [twin.origin(offset) for offset in range(len(twin.text) + 1)]
    assert origins[-1] == len(text)
    assert all(left <= right for left, right in pairwise(origins))


@given(messy, st.data())
def test_a_folded_stretch_leads_back_to_raw_words_that_hold_it(
    text: str, data: st.DataObject
) -> None:
    """What is found in the shadow quotes raw words which fold to at least what was found."""
    twin = shadow(text)
    start = data.draw(st.integers(0, len(twin.text)))
    end = data.draw(st.integers(start, len(twin.text)))
    quote = twin.quote(start, end)
    assert quote == twin.span(start, end).of(text)
    assert twin.text[start:end] in fold(quote) or not twin.text[start:end].strip()


def test_marks_of_the_last_letter_belong_to_the_quote() -> None:
    """A quote does not lose the vowel signs of its last letter."""
    twin = shadow("قصفٌ عنيفٌ")
    assert twin.quote(0, 3) == "قصفٌ"


_BEYOND = "\U0001f534"
"""A sign that is not among the commonest characters, so that a text with it is folded the long way."""


@given(messy)
def test_both_ways_of_folding_say_the_same(text: str) -> None:
    """A text of common characters only folds as the same text does with a rare one behind it."""
    alone, beside = shadow(text), shadow(text + _BEYOND)
    assert beside.text == alone.text + _BEYOND
    size = len(alone.text)
    assert all(alone.origin(at) == beside.origin(at) for at in range(size))
    assert all(alone.span(at, at + 1) == beside.span(at, at + 1) for at in range(size))


def test_only_words_with_removed_marks_are_marked() -> None:
    """Vowel signs inside a word or right behind it are told from a bare word beside it."""
    twin = shadow("قصفٌ عنيف ومدمّر")
    assert [twin.marked(0, 3), twin.marked(4, 8), twin.marked(9, 14)] == [True, False, True]
    assert not shadow("قصف").marked(0, 3)


def test_the_initial_is_the_raw_letter() -> None:
    """Capitals that folding takes away are still told."""
    twin = shadow("\u200fRaqqa, الرقة")
    assert [twin.initial(0), twin.initial(7)] == ["R", "ا"]
