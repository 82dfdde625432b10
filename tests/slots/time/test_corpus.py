"""Every phrasing of the corpus is read as meant, and the negative list gives nothing."""

from __future__ import annotations

import pytest

from claims.slots.time import read_dates
from tests.slots.time.corpus import Phrasing, Sentence, phrasings, sentences, silences


@pytest.mark.parametrize("phrasing", phrasings(), ids=lambda phrasing: phrasing.words)
def test_a_phrasing_is_one_date_and_all_of_it(phrasing: Phrasing) -> None:
    """One date with the EDTF of the meaning covers the phrasing from end to end."""
    read = read_dates(phrasing.words, reference=phrasing.reference, language=phrasing.language).read
    assert [(date.edtf, date.text) for date in read] == [
        (phrasing.edtf, phrasing.words.lstrip("#"))
    ]
    assert phrasing.time in (None, read[0].time)
    assert phrasing.weekday in (None, read[0].weekday)


@pytest.mark.parametrize("sentence", sentences(), ids=lambda sentence: sentence.text[:40])
def test_a_sentence_gives_its_dates_in_order(sentence: Sentence) -> None:
    """All dates of a sentence are found, each with its own words, and no others."""
    found = read_dates(sentence.text, reference=sentence.reference, language=sentence.language)
    assert [(date.edtf, date.text) for date in found.read] == sentence.dates
    assert [words.text for words in found.unread] == sentence.unread


@pytest.mark.parametrize(("words", "reference"), list(silences()))
def test_what_only_looks_like_a_date_gives_nothing(words: str, reference: str) -> None:
    """Names, counts, ages, durations, clock times and numbers are no dates."""
    found = read_dates(words, reference=reference)
    assert found.read == ()
    assert found.unread == ()


def test_the_corpus_is_large_enough() -> None:
    """Four hundred phrasings at least, most of them Arabic."""
    arabic = [phrasing for phrasing in phrasings() if not phrasing.words.isascii()]
    assert len(arabic) >= 280
    assert len(phrasings()) - len(arabic) >= 120
