"""One look-up per word tells every kind of value where it starts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.slots.party import find_parties, find_sources
from claims.slots.place import find_places
from claims.slots.quantity import find_quantities, find_unread
from claims.slots.time import read_dates
from claims.slots.triggers import Kind, Pass
from claims.text.tokens import tokens
from tests.steps import steps

if TYPE_CHECKING:
    from claims.text.tokens import Tokens

_WORDS = ("قصف", "الطيران", "مدينه", "امس", "12", "said", "strike", ".", "كذا", "وكيت")
_SAYS_NOTHING = "كذا وكيت وذيت "
_NEWS = "قصفت طائرات التحالف الدولي مدينة الرقة أمس الثلاثاء وقتلت 12 مدنياً بينهم طفلان. "


def _all(cut: Tokens) -> None:
    """Every finder on the same tokens."""
    dates = read_dates(cut, reference="2018-04-03").read
    find_quantities(cut, taken=tuple(date.span for date in dates))
    find_unread(cut)
    find_places(cut)
    find_parties(cut)
    find_sources(cut)


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_a_kind_starts_at_its_own_words(words: list[str]) -> None:
    """Each start is a token that the kind's function answers for, none is left out, in order."""
    shared = Pass()
    short = Kind[str](lambda word: word if len(word) < 4 else None, shared)
    long = Kind[str](lambda word: word if len(word) > 4 else None, shared)
    cut = tokens(" ".join(words))
    for kind in (short, long, short):
        asked = [(at, kind.read(word)) for at, word in enumerate(cut.words)]
        assert kind.starts(cut) == [(at, found) for at, found in asked if found is not None]


def test_a_word_is_read_once_for_all_texts() -> None:
    """A form that was met before is not read again, in this text or another one."""
    asked: Counter[str] = Counter()

    def read(word: str) -> None:
        asked[word] += 1

    kind = Kind[None](read, Pass())
    for text in ("غيمه وغيمه غيمه", "غيمه"):
        kind.starts(tokens(text))
    assert asked == {"غيمه": 1, "وغيمه": 1}


def test_an_answer_of_nought_is_an_answer() -> None:
    """Only None means that a word sets nothing off."""
    kind = Kind[int](lambda word: 0 if word == "غيمه" else None, Pass())
    assert kind.starts(tokens("في غيمه")) == [(1, 0)]


def test_a_full_table_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """More words than the table holds are read rightly all the same."""
    monkeypatch.setattr("claims.slots.triggers._MOST_WORDS", 3)
    kind = Kind[int](len, Pass())
    cut = tokens("ا بب ججج دددد ههههه ا بب")
    assert [size for _, size in kind.starts(cut)] == [1, 2, 3, 4, 5, 1, 2]


def test_words_that_set_nothing_off_cost_next_to_nothing() -> None:
    """Ten thousand words that say nothing take all finders together one line of Python each, and a few more."""
    cut = tokens(_SAYS_NOTHING * 3_334)
    _all(tokens(_SAYS_NOTHING))
    assert steps(lambda: _all(cut)) < 1.1 * len(cut)


def test_one_pass_serves_all_kinds() -> None:
    """On tokens that another kind has read, the next kind asks for no word again."""
    asked: list[str] = []
    shared = Pass()
    first = Kind[str](lambda word: asked.append(word) or word, shared)  # type: ignore[func-returns-value]
    second = Kind[str](lambda word: word, shared)
    second.starts(tokens(_NEWS))
    first.starts(tokens(_NEWS))
    met = len(asked)
    cut = tokens(_NEWS)
    assert first.starts(cut) == second.starts(cut)
    assert len(asked) == met


@pytest.mark.parametrize(
    "text", [_NEWS, "12/", "«", "و", "مدينة ", "قوات ", "3-", "the ", "(", "في "]
)
def test_work_grows_with_the_text(text: str) -> None:
    """Ten times the text is about ten times the work of all finders, on news and on what invites looking on."""
    _all(tokens(text * 60))
    long, short = tokens(text * 600), tokens(text * 60)
    assert steps(lambda: _all(long)) < 12 * steps(lambda: _all(short)) + 2_000
