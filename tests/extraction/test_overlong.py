"""Sentences without an end are read in stretches: all of them, in time that grows with their length alone."""

from __future__ import annotations

from functools import partial

import pytest

import claims
from claims.extraction.overlong import LONGEST, OVERLONG
from claims.model import Extraction
from tests.steps import steps

ARABIC = "قصف الطيران الحربي بلدة سلمى في ريف اللاذقية يوم 9 أيار 2014 ما أدى إلى مقتل 6 مدنيين وإصابة 8 آخرين، وفق الدفاع المدني، "
ENGLISH = "a strike near Knin on Friday killed 3 people in the village of Deli, said the army, and 4 in Ogota, "
TOLLS = (
    "bringing the total toll to 5 killed in Homs and 3 in Hama, a woman and three others hurt, and "
)


def _read(text: str) -> Extraction:
    return claims.extract(claims.read(text.encode(), name="text.txt", published="2014-05-10"))


@pytest.mark.parametrize("row", [ARABIC, TOLLS, "that which he said "])
def test_a_sentence_without_an_end_takes_linear_time(row: str) -> None:
    """Three times the sentence is about three times the work, whatever it tells."""
    _read(row * 9)
    count = 6 * LONGEST // 5 // len(row)
    small, large = (steps(partial(_read, row * (count * size))) for size in (1, 3))
    assert large < 4 * small


def test_every_part_of_an_endless_sentence_is_read() -> None:
    """Each repetition gives what one gives, wherever the edges of stretches fall."""
    once = _read(ARABIC * 2)
    count = 4 * LONGEST // len(ARABIC)
    whole = _read(ARABIC * count)
    assert len(whole.claims) == count * len(once.claims) // 2
    assert all(claim.quote == claim.span.of(whole.document.text) for claim in whole.claims)


def test_an_endless_sentence_is_named_as_one_read_in_stretches() -> None:
    """One problem covers the whole sentence; its stretches are in order, of words left whole, and cover all that is no space."""
    text = "x" + ENGLISH * (3 * LONGEST // len(ENGLISH)) + "  " * LONGEST + "end"
    whole = _read(text)
    (problem,) = [one for one in whole.problems if one.code == OVERLONG]
    assert problem.span is not None
    assert problem.span.of(text) == text
    stretches = [one.span.of(whole.document.text) for one in whole.sentences]
    assert len(stretches) > 1
    assert " ".join(stretches).split() == text.split()
    assert all(one == one.strip() and len(one) <= LONGEST for one in stretches)


def test_a_sentence_that_somebody_wrote_is_read_whole() -> None:
    """A sentence of nine thousand characters, long as it is, is one."""
    whole = _read(ENGLISH * (9 * LONGEST // 10 // len(ENGLISH)))
    assert len(whole.sentences) == 1
    assert all(one.code != OVERLONG for one in whole.problems)


def test_a_word_without_an_end_is_not_cut() -> None:
    """A stretch closes at a space, and one word is left whole however long it is."""
    whole = _read("x" * (2 * LONGEST) + " and on.")
    assert [len(one.span.of(whole.document.text)) for one in whole.sentences] == [2 * LONGEST, 7]
