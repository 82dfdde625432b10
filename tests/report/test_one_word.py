"""One word, one meaning, in Arabic too: what a reviewer decides, what an adjudicator rules and what follows are told apart."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from claims.report.wording import wording
from workbench.wording import upkeep

FILES = {
    "report": ("wording", "refusals", "vocabulary", "package_readme"),
    "review": ("order", "fields"),
    "verdict": ("grades-1", "lineages-1", "rulings", "outcomes"),
}
SIDES = (("ar", "en"), ("ar", "says"), ("ar_typed", "says"), ("definition_ar", "definition_en"))

RULING = re.compile(r"(?<!\w)(?:[وفبلك]|ال|لل)*(?:حكم|أحكام|حُكم|يحكم)(?:ك|ه|ها|اً|ًا|ا)?(?!\w)")
DECISION = re.compile(r"(?<!\w)(?:[وفبلك]|ال|لل)*(?:قرار|قرارات)(?:ك|ه|ي|ها|اً|ًا|ا)?(?!\w)")
SAID_OTHERWISE = re.compile("توافق جزئي|التوافق الجزئي|لا يقارنان")


def _pairs(node: Any) -> Iterator[tuple[str, str]]:
    """Each sentence of a data file in Arabic and in English."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict):
        for arabic, english in SIDES:
            if isinstance(node.get(arabic), str) and isinstance(node.get(english), str):
                yield node[arabic], node[english]
    for each in inner:
        yield from _pairs(each)


def _engine() -> Iterator[tuple[str, str]]:
    for room, names in FILES.items():
        for name in names:
            source = files(f"claims.{room}") / "data" / f"{name}.toml"
            yield from _pairs(tomllib.loads(source.read_text("utf-8")))


def _screens() -> Iterator[tuple[str, str]]:
    for message, text in upkeep.entries(upkeep.catalogue("ar")):
        english = " ".join(message) if isinstance(message, tuple) else message
        for form in text if isinstance(text, tuple) else (text,):
            yield form, english


SENTENCES = {"engine": tuple(_engine()), "screens": tuple(_screens())}


@pytest.mark.parametrize("where", SENTENCES)
def test_the_word_for_a_ruling_is_that_of_no_decision_and_no_verdict(where: str) -> None:
    """An adjudicator settles and rules; a reviewer decides, and verdicts follow."""
    odd = [
        said
        for said in SENTENCES[where]
        if RULING.search(said[0]) and not re.search("(?i)ruling|settle|ground", said[1])
    ]
    assert odd == []


@pytest.mark.parametrize("where", SENTENCES)
def test_the_word_for_a_decision_is_that_of_no_ruling_and_no_conclusion(where: str) -> None:
    """Where English speaks of these alone, Arabic does too."""
    odd = [
        said
        for said in SENTENCES[where]
        if DECISION.search(said[0])
        and re.search("(?i)ruling|conclu", said[1])
        and not re.search("(?i)deci[ds]", said[1])
    ]
    assert odd == []


@pytest.mark.parametrize("where", SENTENCES)
def test_a_relation_has_the_name_of_its_label_everywhere(where: str) -> None:
    """Partial and not comparable, in the queue and in refusals as on the buttons."""
    assert [said for said in SENTENCES[where] if SAID_OTHERWISE.search(said[0])] == []
    groups = tomllib.loads((files("claims.review") / "data" / "order.toml").read_text("utf-8"))
    partial = next(each for each in groups["group"] if each["relation"] == "partial")
    assert partial["ar"].startswith(wording("ar").word("relation", "partial"))


def test_the_sentences_that_are_asked_are_there() -> None:
    """Of the engine and of the screens, with rulings and decisions among them."""
    for said in SENTENCES.values():
        assert any(RULING.search(arabic) for arabic, _ in said)
        assert any(DECISION.search(arabic) for arabic, _ in said)
