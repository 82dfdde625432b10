"""Any text can be read: noise changes nothing, nothing fails, spans quote the raw words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.slots.time import find_dates, read_dates, reason_words
from claims.text.tokens import tokens
from tests.slots.time.corpus import Phrasing, phrasings

REFERENCE = "2018-04-03"
WORDS = sorted({word for phrasing in phrasings() for word in phrasing.words.split()})
ARABIC = [phrasing for phrasing in phrasings() if not phrasing.words.isascii()]
NOISE = ("\u200f", "\u0640", "\u064e", "\u200b", "\u202b")
ATTACKS = (
    "1 و ", "يوم ", "2014-2015-", "March 3, ", "الأول من ", "منذ ", "1-", "1, ", "5 آذار ", "آذار/", "ليلة الجمعة - ", "قبل أكثر من ",
    "the ", "from 5 to ", "3_", "(", "12:", "بين 5 و", "الموافق ", "مطلع ", "أمس ", "twenty-", "و", "الـ ",
    "· Dec 25, 2025102", "until 11 May ", "around 10:30 ", "الليلة الواقعة بين ", "(5 - 7 آب",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=25),
    st.sampled_from(["", REFERENCE, "2018", "2017-05"]),
)
def test_words_of_time_in_any_order_give_ordered_spans_that_quote_the_text(
    words: list[str], reference: str
) -> None:
    """Dates stand in order, never overlap, and their spans cut their words out of the raw text."""
    text = " ".join(words)
    found = read_dates(text, reference=reference)
    spans = sorted(
        [*(d.span for d in found.read), *(u.span for u in found.unread)], key=lambda s: s.start
    )
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert [d.span.start for d in found.read] == sorted(d.span.start for d in found.read)
    for date in found.read:
        assert date.span.of(text) == date.text
        assert date.text.strip()
        assert reason_words(date.reason).ar
        assert date.weekday in (None, 1, 2, 3, 4, 5, 6, 7)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever the characters, reading gives dates or none and does not fail."""
    for date in find_dates(text, reference=REFERENCE):
        assert date.span.of(text) == date.text


@given(st.sampled_from(ARABIC), st.data())
def test_marks_that_carry_no_reading_change_nothing(
    phrasing: Phrasing, data: st.DataObject
) -> None:
    """Tatweel, diacritics and bidirectional controls inside Arabic words leave the date as it is."""
    words = phrasing.words
    inside = [place for place in range(1, len(words)) if words[place - 1 : place + 1].isalpha()]
    if inside:
        place = data.draw(st.sampled_from(inside))
        words = words[:place] + data.draw(st.sampled_from(NOISE)) + words[place:]
    clean = find_dates(phrasing.words, reference=phrasing.reference)
    noisy = find_dates(words, reference=phrasing.reference)
    assert [date.edtf for date in noisy] == [date.edtf for date in clean]


def test_tokens_may_be_handed_in() -> None:
    """A document is cut once; its tokens give the same dates as its text."""
    text = "قُصف الحي فجر الأحد 1 نيسان 2018، وعاد القصف أمس"
    assert find_dates(tokens(text), reference=REFERENCE) == find_dates(text, reference=REFERENCE)


@pytest.mark.parametrize("attack", ATTACKS)
def test_long_lines_of_the_same_words_are_read_to_their_end(attack: str) -> None:
    """Repetition neither fails nor recurses; a date behind it is still found."""
    text = attack * 3000 + " xx وقع القصف في 17 آذار/مارس 2018"
    assert find_dates(text, reference=REFERENCE)[-1].edtf == "2018-03-17"


def test_every_reason_has_words() -> None:
    """The reasons given over the whole corpus are in the data, in both languages."""
    given_reasons = {
        date.reason
        for phrasing in phrasings()
        for date in find_dates(phrasing.words, reference=phrasing.reference)
    }
    assert len(given_reasons) > 15
    for reason in given_reasons:
        assert reason_words(reason).within("en") != reason_words(reason).within("ar")


@pytest.mark.parametrize("said", ["today, Monday", "today, Monday 31 December", "اليوم الأربعاء"])
def test_what_is_called_today_in_the_first_days_of_the_calendar_is_read(said: str) -> None:
    """Days before the first one are never reckoned."""
    assert [day.edtf for day in find_dates(said, reference="0001-01-03")] != []
