"""The corpus of phrasings: each names its place, with its words and its relation, and silence stays silent."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.slots.place import find_places

CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES = ("ar", "en")


def corpus(language: str) -> dict[str, Any]:
    """The corpus of one language: all its files of places, taken together."""
    whole: dict[str, Any] = {}
    for path in sorted((CORPUS / language).glob("places*.toml")):
        for kind, rows in tomllib.loads(path.read_text("utf-8")).items():
            whole.setdefault(kind, []).extend(rows)
    return whole


def phrasings() -> list[Any]:
    """Every meaning with each of its phrasings."""
    return [
        pytest.param(
            meaning, sentence, words, id=f"{language}-{meaning['id'] or meaning['name']}-{words}"
        )
        for language in LANGUAGES
        for meaning in corpus(language)["meaning"]
        for sentence, words in meaning["say"]
    ]


def silences() -> list[str]:
    """Every sentence that names no place."""
    return [
        sentence
        for language in LANGUAGES
        for never in corpus(language)["never"]
        for sentence in never["say"]
    ]


def complete() -> list[dict[str, Any]]:
    """Every sentence with all it names."""
    return [row for language in LANGUAGES for row in corpus(language)["only"]]


@pytest.mark.parametrize(("meaning", "sentence", "words"), phrasings())
def test_each_phrasing_names_its_place(meaning: dict[str, Any], sentence: str, words: str) -> None:
    """A phrasing is found under its own words, with its id, its relation and what contains it."""
    places = {place.text: place for place in find_places(sentence)}
    assert words in places
    place = places[words]
    assert (
        (meaning["id"] in place.candidates)
        if meaning.get("candidate")
        else place.id == meaning["id"]
    )
    if not meaning.get("any_relation"):
        assert place.relation == meaning["relation"]
    if "name" in meaning:
        assert place.name == meaning["name"]
        assert place.within[:1] == ((meaning["within"],) if "within" in meaning else ())


@pytest.mark.parametrize("sentence", silences())
def test_words_that_are_no_places_stay_words(sentence: str) -> None:
    """Nothing is found where no place is named."""
    assert find_places(sentence) == ()


@pytest.mark.parametrize("row", complete(), ids=lambda row: row["say"][:40])
def test_nothing_else_is_named(row: dict[str, Any]) -> None:
    """Exactly these words are found, in order."""
    assert [place.text for place in find_places(row["say"])] == row["places"]
