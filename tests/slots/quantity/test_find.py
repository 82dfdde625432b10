"""Quantities in running text: spans, order, what others have read, hostile input, growth with length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Quantity, Slot, Span, Unread
from claims.slots.quantity import find_quantities, find_unread, unit_and_rate
from claims.text.tokens import tokens
from tests.slots.quantity.corpus import entries
from tests.steps import steps

PHRASES = [
    phrase
    for language in ("ar", "en")
    for kind in ("meaning", "never")
    for entry in entries(language, kind)
    for phrase in entry["phrasings"]
]
MARKS = st.sampled_from(
    [" ", "، ", ". ", "\n", " و", " and ", " بينهم ", " including ", "(", ")", "-", ""]
)
texts = st.lists(st.tuples(st.sampled_from(PHRASES), MARKS), max_size=8).map(
    lambda parts: "".join(phrase + mark for phrase, mark in parts)
)


@given(st.text() | texts)
def test_every_quantity_quotes_its_words(text: str) -> None:
    """``text[span] == quantity.text`` for each, in the order of their spans, none empty."""
    found = find_quantities(text)
    assert [quantity.span for quantity in found] == sorted(quantity.span for quantity in found)
    for quantity in found:
        assert quantity.span.of(text) == quantity.text
        assert quantity.text.strip()


@given(st.text() | texts)
def test_every_quantity_is_sound(text: str) -> None:
    """Bounds in order, at least one bound, a known unit, and totals that are quantities found beside it."""
    found = find_quantities(text)
    spans = {quantity.span for quantity in found}
    for quantity in found:
        low, high = quantity.low, quantity.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        assert not quantity.unit or unit_and_rate(quantity.unit)[0] is not None
        assert quantity.total is None or quantity.total in spans
        assert quantity.total != quantity.span


@given(texts)
def test_a_text_and_its_tokens_give_the_same(text: str) -> None:
    """A document is cut once and every finder works on the same tokens."""
    assert find_quantities(tokens(text)) == find_quantities(text)


@given(texts)
def test_nothing_is_read_where_the_time_module_has_read(text: str) -> None:
    """Numbers in spans that are dates are no quantities; "an 11-year-old girl" is one girl, whatever the 11 is."""
    found = find_quantities(text, taken=(Span(0, len(text)),))
    counted = [quantity for quantity in found if quantity.low != 1]
    assert not any(letter.isdigit() for quantity in counted for letter in quantity.text)


def test_taken_spans_silence_only_what_they_cover() -> None:
    """A date beside a toll takes its own number and no other."""
    text = "في 12 آذار قتل 5 مدنيين"
    (found,) = find_quantities(text, taken=(Span(3, 10),))
    assert (found.low, found.unit, found.of) == (5, "killed", "civilian")
    assert find_quantities("12 مدنيا", taken=(Span(0, 2),)) == ()


def test_raw_words_come_back_with_their_marks() -> None:
    """Tatweel, diacritics, Arabic-Indic digits and bidi marks stay in the quote."""
    text = "مقتل \u200f١٢ مدنيــاً جراء القصف"
    (found,) = find_quantities(text)
    assert (found.low, found.text) == (12, "١٢ مدنيــاً")


def test_a_word_written_onto_a_figure_is_no_part_of_its_quote() -> None:
    """The conjunction or preposition before a dual, a number word or a bound is left out."""
    assert [found.text for found in find_quantities("مقتل طفل وامرأتين")] == ["طفل", "امرأتين"]
    assert [found.text for found in find_quantities("استهدفت بثلاث غارات")] == ["ثلاث غارات"]
    assert [found.text for found in find_quantities("بأكثر من 50 قذيفة")] == ["أكثر من 50 قذيفة"]
    assert [found.text for found in find_quantities("وعشرات القتلى")] == ["عشرات القتلى"]
    assert [found.text for found in find_quantities("بضعة صواريخ")] == ["بضعة صواريخ"]


def test_the_language_settles_whether_a_point_groups() -> None:
    """1.250 km is a decimal in English; elsewhere it may be a thousand and stays unread."""
    (english,) = find_quantities("1.250 km", language="en")
    assert english.low == 1.25
    assert find_quantities("1.250 كم") == ()
    (people,) = find_quantities("1.250 قتيل")
    assert people.low == 1250


def test_words_that_nobody_can_count_are_unread() -> None:
    """``عدد من القتلى`` and "several strikes" state a number and give none."""
    text = "سقط عدد من القتلى وشن الطيران عدة غارات"
    unread = find_unread(text)
    assert [(each.slot, each.text) for each in unread] == [
        (Slot.QUANTITY, "عدد من القتلى"),
        (Slot.QUANTITY, "عدة غارات"),
    ]
    assert [each.text for each in find_unread("several strikes hit many villages")] == [
        "several strikes",
        "many villages",
    ]
    assert find_unread("عدد الطلاب") == ()


ATTACKS = [
    "1" * 40_000,
    "1," * 20_000,
    "1 " * 20_000,
    "و1" * 20_000,
    "مئة و" * 8_000,
    "ألف " * 8_000,
    "بين " * 8_000,
    "بينهم " * 8_000,
    "بينهم طفل و" * 5_000,
    "مقتل و" * 8_000,
    "أكثر من " * 8_000,
    "5 من " * 8_000,
    "(" * 40_000,
    "hundred " * 8_000,
    "and a half " * 5_000,
    "killed and " * 8_000,
    "including " * 8_000,
    "twenty-" * 8_000,
    "نصف " * 8_000,
    "28 و" * 8_000,
    "12 مدنيا و" * 5_000,
    "others " * 8_000,
    "5 منهم أطفال " * 5_000,
    "5 of them children " * 5_000,
    "two 500-pound " * 5_000,
    "5 u.s." * 6_000,
    "death toll 5 " * 5_000,
]


@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: text[:12])
def test_no_text_takes_long(text: str) -> None:
    """Four times the hostile repetition is four times the work, and whatever is read quotes its text."""
    short, long = (text[: len(text) // part] for part in (40, 10))
    find_unread(short)
    assert steps(lambda: _both(long)) < 6 * steps(lambda: _both(short)) + 2_000
    assert all(found.span.of(text) == found.text for found in _both(text))


def _both(text: str) -> list[Quantity | Unread]:
    return [*find_quantities(text), *find_unread(text)]


def test_work_grows_with_length_and_no_faster() -> None:
    """Four times the text on one line takes about four times the work."""
    line = "قتل 12 مدنيا بينهم 3 أطفال وأصيب نحو 20 آخرون في 7 غارات يوم 5 آذار 2017، " * 20
    find_quantities(line)
    once, more = tokens(line), tokens(line * 4)
    assert steps(lambda: find_quantities(more)) < 6 * steps(lambda: find_quantities(once))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("استشهد طفل وطفلة في القصف", [(2, "child")]),
        ("ارتقاء طفلة في القصف", [(1, "child")]),
        ("قتل خمسة مدنيين بينهم طفل و طفلة وامرأة", [(5, "civilian"), (2, "child"), (1, "woman")]),
        ("a boy and a girl were killed in the strike", [(2, "child")]),
        ("killed a woman, a boy and a girl", [(1, "woman"), (2, "child")]),
        ("a man and a pregnant woman were killed", [(1, "man"), (1, "woman")]),
        ("قتل ثلاثة أطفال وطفل آخر", [(3, "child"), (1, "child")]),
    ],
)
def test_people_of_one_kind_named_one_by_one_are_counted_together(
    text: str, said: list[tuple[int, str]]
) -> None:
    """A boy and a girl are two children; a counted group and another one stay apart."""
    assert [(one.low, one.of) for one in find_quantities(text)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thousands fled the valley", [("displaced", 2000)]),
        ("Thousands have fled since", [("displaced", 2000)]),
        ("nine March 4 strikes hit the depot", [("strikes", 9)]),
        ("two Sept. 30 raids", [("strikes", 2)]),
        ("the quake killed more than 40 victims", [("killed", 40)]),
        ("Seven victims were injured", [("injured", 7)]),
        ("three victims died", [("killed", 3)]),
        ("19 victims in all", [("casualties", 19)]),
    ],
)
def test_an_english_figure_counts_what_stands_beside_it(
    text: str, said: list[tuple[str, int]]
) -> None:
    """No year is told by *thousands*, a day between number and noun is no figure, victims are what befell them."""
    assert [(one.unit, one.low) for one in find_quantities(text)] == said


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("قتلت غارتان جويتان سبعة أشخاص في صعدة", ["strikes", "killed"]),
        ("جرحت ثلاث غارات 14 عاملاً", ["strikes", "injured"]),
        ("نفذت الطائرات ثلاث غارات وشارك سبعة أشخاص في الإخلاء", ["strikes", "persons"]),
    ],
)
def test_raids_that_kill_tell_what_befell_those_behind_them(text: str, units: list[str]) -> None:
    """Counted raids are the subject between a verb of loss and those whom it befell."""
    assert [figure.unit for figure in find_quantities(text)] == units
