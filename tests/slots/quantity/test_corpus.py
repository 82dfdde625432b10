"""One meaning, many phrasings; sentences with all they state; and what must give nothing."""

from __future__ import annotations

from typing import Any

import pytest

from claims.slots.quantity import find_quantities, kinds, unit_and_rate
from tests.slots.quantity.corpus import entries, expected, phrasings, sentences, values


@pytest.mark.parametrize(("phrase", "entry"), phrasings("meaning"))
def test_a_phrasing_states_exactly_its_meaning(phrase: str, entry: dict[str, Any]) -> None:
    """Each phrasing gives one quantity with the bounds, unit and kind of its meaning."""
    assert [values(found) for found in find_quantities(phrase)] == [expected(entry)]


@pytest.mark.parametrize("entry", sentences(), ids=lambda entry: entry["text"][:40])
def test_a_sentence_states_all_its_quantities_in_order(entry: dict[str, Any]) -> None:
    """Words, values and the total of each part come out as listed, nothing more."""
    text = entry["text"]
    found = [
        {
            "words": quantity.text,
            **values(quantity),
            "total": quantity.total.of(text) if quantity.total else "",
        }
        for quantity in find_quantities(text)
    ]
    wanted = [
        {"words": each["words"], **expected(each), "total": each.get("total", "")}
        for each in entry["quantities"]
    ]
    assert found == wanted


@pytest.mark.parametrize(("phrase", "entry"), phrasings("never"))
def test_what_states_no_quantity_gives_none(phrase: str, entry: dict[str, Any]) -> None:
    """Names, dates, codes, ordinals, vague words and page chrome are silent."""
    assert find_quantities(phrase) == (), entry["meaning"]


def test_the_corpus_is_as_wide_as_promised() -> None:
    """At least 280 Arabic and 120 English phrasings of quantities, beside the negative lists."""
    assert sum(len(entry["phrasings"]) for entry in entries("ar", "meaning")) >= 280
    assert sum(len(entry["phrasings"]) for entry in entries("en", "meaning")) >= 120


def test_the_corpus_names_known_units_and_kinds_only() -> None:
    """A slip in a label is not taken for a gap of the finder."""
    labels = [entry for _, entry in phrasings("meaning")]
    labels += [each for entry in sentences() for each in entry["quantities"]]
    for label in labels:
        unit = label.get("unit", "")
        assert not unit or unit_and_rate(unit)[0] is not None, unit
        assert label.get("of", "") in {"", *kinds()}
