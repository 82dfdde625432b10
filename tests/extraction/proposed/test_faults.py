"""The reasons why proposals are not taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claims.extraction.proposed as room
from claims.extraction.proposed.faults import Fault, sentences


@pytest.mark.parametrize("name", sentences())
def test_every_reason_has_a_sentence_in_both_languages(name: str) -> None:
    """With the same things filled in."""
    ar, en = sentences()[name]
    assert re.search("[\u0621-\u064a]", ar)
    assert set(re.findall(r"{(\w+)}", ar)) == set(re.findall(r"{(\w+)}", en))
    problem = Fault(name, "some words", "12", "21").problem("0" * 16, None)
    assert problem.code == name
    assert "{" not in problem.message.ar + problem.message.en


def test_every_reason_is_used_and_every_one_used_is_there() -> None:
    """No sentence without a fault, no fault without a sentence."""
    source = Path(room.__file__).parent
    service = source.parents[1] / "services" / "language_model"
    texts = [file.read_text("utf-8") for place in (source, service) for file in place.glob("*.py")]
    used = {name for text in texts for name in re.findall(r'Fault\(\s*"([a-z-]+)"', text)}
    assert used == set(sentences())


def test_words_of_others_are_shortened_and_keep_to_themselves() -> None:
    """However long they are, and whatever direction they have."""
    message = Fault("proposal-quote-missing", "word \n" * 1000).problem("", None).message
    assert len(message.en) < 200
    assert "\u2068word word" in message.en
    assert "\u2069" in message.en
