"""What holds for every text: spans, order, symmetry, time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Level, Party
from claims.slots.party import compare, compare_groups, find_parties, find_sources
from tests.slots.party.corpus import phrasings, sentences
from tests.steps import steps

_PIECES = [
    *(phrase for language in ("ar", "en") for phrase, _, _ in phrasings(language)),
    *[
        "في",
        "سوريا",
        "على",
        "من",
        "قصف",
        "استهدف",
        "قالت",
        "و",
        "،",
        ".",
        ":",
        "\n",
        "(",
        ")",
        '"',
        "“",
        "”",
        "«",
        "»",
        "#",
        "ـ",
        "بن",
        "عبد",
        "تابعة",
        "ل",
        "لـ",
    ],
    *[
        "in",
        "Syria",
        "by",
        "said",
        "the",
        "of",
        "and",
        ",",
        ".",
        "-",
        "'s",
        "Col.",
        "Hospital",
        "Brigade",
    ],
]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join) | st.text(max_size=60)
_PARTIES = [
    party
    for language in ("ar", "en")
    for text, _ in sentences(language)
    for party in find_parties(text)
]


@given(_TEXTS)
def test_spans_quote_the_text_in_order_without_overlap(text: str) -> None:
    """``text[start:end]`` is the party's words; each begins where the last has ended or later."""
    found = find_parties(text)
    for party in found:
        assert party.span.of(text) == party.text
        assert party.text
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@given(_TEXTS)
def test_sources_are_among_the_parties(text: str) -> None:
    """Looking for sources finds nothing that looking for parties does not."""
    assert set(find_sources(text)) <= set(find_parties(text))


@given(st.sampled_from(_PARTIES), st.sampled_from(_PARTIES))
def test_comparison_is_symmetric_and_quotes_both(left: Party, right: Party) -> None:
    """The level does not depend on the order, and each sentence names both in its own order."""
    level, message = compare(left, right)
    swapped, mirrored = compare(right, left)
    assert level is swapped
    for sentence in (message.ar, message.en, mirrored.ar, mirrored.en):
        assert left.text in sentence
        assert right.text in sentence
    assert message.en.index(left.text) <= message.en.rindex(right.text)


@given(st.sampled_from(_PARTIES))
def test_a_party_is_equal_to_itself(party: Party) -> None:
    """Whatever it is."""
    assert compare(party, party)[0] is Level.EQUAL
    assert compare_groups((party,), (party,))[0] is Level.EQUAL


@given(
    st.lists(st.sampled_from(_PARTIES), max_size=4).map(tuple),
    st.lists(st.sampled_from(_PARTIES), max_size=4).map(tuple),
)
def test_lists_compare_symmetrically(left: tuple[Party, ...], right: tuple[Party, ...]) -> None:
    """ABSENT exactly when one side is empty, and the same level both ways."""
    level, _ = compare_groups(left, right)
    assert level is compare_groups(right, left)[0]
    assert (level is Level.ABSENT) is (not left or not right)


@pytest.mark.parametrize(
    "piece",
    [
        "عناصر ",
        "عناصر من ",
        "مواقع و",
        "مقر تابع ل",
        "بن عبد ",
        "لواء عبد بن ",
        "Al-",
        "The Hospital ",
        "Brigade ",
        "Col. ",
        "spokesman Col. ",
        "الناطق باسم ",
        "المصدر ",
        "التنظيم ",
        '"',
        "«داعش ",
        "د.ا.",
        "اaب",
        "الروسية و",
        "قصف جوي ",
        "عدد من ",
        "US-",
        "(",
        "#قسد_",
        "غارات روسية تركية ",
    ],
)
def test_no_input_takes_more_than_linear_time(piece: str) -> None:
    """Four times the text takes about four times the work, on strings made to go wrong."""
    once, more = piece * 150, piece * 600
    find_parties(once)
    assert steps(lambda: find_parties(more)) < 6 * steps(lambda: find_parties(once)) + 2_000


@settings(max_examples=30)
@given(st.text(alphabet="\u0640\u200f\u064bداعشقس ـ.", max_size=40))
def test_marks_of_any_kind_do_not_break_spans(text: str) -> None:
    """Tatweel, bidi marks and diacritics inside names keep their quotation exact."""
    for party in find_parties(text):
        assert party.span.of(text) == party.text
