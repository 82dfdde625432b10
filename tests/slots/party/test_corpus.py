"""Every phrasing of the corpus is read as meant, and the negative list gives nothing."""

from __future__ import annotations

import pytest

from claims.slots.party import find_parties
from tests.slots.party.corpus import phrasings, sentences, silences

LANGUAGES = ("ar", "en")
_OPENING = '#"“'
_CLOSING = '"”'


@pytest.mark.parametrize(
    ("phrase", "beside", "meaning"), [row for language in LANGUAGES for row in phrasings(language)]
)
def test_a_phrasing_is_one_party_and_all_of_it(phrase: str, beside: str, meaning: str) -> None:
    """One party with the id of the meaning covers the whole phrasing, marks around it aside."""
    found = [
        party
        for party in find_parties(f"{phrase}. {beside}" if beside else phrase)
        if party.span.start < len(phrase)
    ]
    assert [party.id for party in found] == [meaning]
    assert found[0].text.strip(_OPENING + _CLOSING) == phrase.strip(_OPENING + _CLOSING)


@pytest.mark.parametrize(
    ("text", "parties"), [row for language in LANGUAGES for row in sentences(language)]
)
def test_a_sentence_names_these_parties_in_order(text: str, parties: list[str]) -> None:
    """Context, coordination and words that point back give the parties listed, no others."""
    assert [party.id or "?" for party in find_parties(text)] == parties


@pytest.mark.parametrize(
    ("text", "why"), [row for language in LANGUAGES for row in silences(language)]
)
def test_the_negative_list_names_nobody(text: str, why: str) -> None:
    """What only looks like a party gives none."""
    assert find_parties(text) == (), why


def test_the_corpus_is_as_wide_as_promised() -> None:
    """At least 200 Arabic and 100 English phrasings, and 50 texts that name nobody."""
    assert len(phrasings("ar")) >= 200
    assert len(phrasings("en")) >= 100
    assert sum(len(silences(language)) for language in LANGUAGES) >= 50
