"""The words of a report: complete in both languages."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest

from claims.model import (
    Apparent,
    Ground,
    Level,
    Lineage,
    Modality,
    Polarity,
    Quality,
    Relation,
    SameEvent,
    Slot,
    VerdictLabel,
)
from claims.report.value import Code, Words
from claims.report.wording import LANGUAGES, wording

VOCABULARIES: list[tuple[str, type[StrEnum]]] = [
    ("slot", Slot),
    ("level", Level),
    ("same_event", SameEvent),
    ("relation", Relation),
    ("apparent", Apparent),
    ("lineage", Lineage),
    ("verdict", VerdictLabel),
    ("polarity", Polarity),
    ("modality", Modality),
    ("ground", Ground),
    ("quality", Quality),
]
DEFINED: list[tuple[str, type[StrEnum]]] = [
    ("level", Level),
    ("relation", Relation),
    ("verdict", VerdictLabel),
]


def table(name: str) -> dict[str, Any]:
    """A data file of the report."""
    return tomllib.loads((files("claims.report") / "data" / f"{name}.toml").read_text("utf-8"))


def test_every_sentence_stands_in_both_languages_with_the_same_names_to_fill() -> None:
    """A name that only one language fills would be a sentence that says less in the other."""
    for key, entry in table("wording").items():
        names = {
            language: sorted(re.findall(r"\{\w+\}", entry[language])) for language in LANGUAGES
        }

        assert set(entry) == {"ar", "en"}, key
        assert names["ar"] == names["en"], key


def test_every_sentence_of_the_wording_is_used() -> None:
    """A sentence nobody asks for is removed from the data; families such as ``cell_…`` are asked for by their beginning."""
    folder = files("claims.report")
    services, program = files("claims.services"), files("claims.cli")
    code = "".join(
        path.read_text("utf-8")
        for place in (
            *(folder, folder / "exports", folder / "parts", folder / "templates"),
            *(services, program),
        )
        for path in place.iterdir()
        if path.name.endswith((".py", ".j2"))
    )

    families = [
        re.sub(r"\{[^}]*\}", r"\\w+", name)
        for name in re.findall(r'f"((?:\w|\{[\w.]+\})+)"', code)
        if "_" in re.sub(r"\{[^}]*\}", "", name)
    ] + [r"concluded_\w+", r"cell_\w+"]

    unused = {
        key
        for key in table("wording")
        if not re.search(f"([\"']){key}\\1", code)
        and not any(re.fullmatch(each, key) for each in families)
    }

    assert unused <= {"claim", "document", "incident", "pair", "decision", "problem"}


@pytest.mark.parametrize(("name", "words"), VOCABULARIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vocabulary_has_exactly_the_words_of_the_model(
    name: str, words: type[StrEnum], language: str
) -> None:
    """Each word of the model has a caption, and no caption stands for nothing."""
    captions = [wording(language).mark(name, word).text for word in words]

    assert set(table("vocabulary")[name]) == {word.value for word in words}
    assert all(captions)
    assert len(set(captions)) == len(captions)


@pytest.mark.parametrize(("name", "words"), DEFINED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_relations_and_verdicts_are_told_apart_without_colour(
    name: str, words: type[StrEnum], language: str
) -> None:
    """Each has a sign of its own and a definition."""
    signs = [wording(language).mark(name, word).sign for word in words]

    assert all(signs)
    assert len(set(signs)) == len(signs)
    assert all(wording(language).definition(name, word) for word in words)


def test_names_in_a_sentence_are_filled_by_pieces_in_place() -> None:
    """Our own words and the pieces between them keep their order."""
    pieces = wording("en").pieces("published_given", date=Code("2018-04-03"))

    assert pieces == (Code("2018-04-03"), Words(" (given by a person)"))


def test_a_name_that_is_not_filled_is_an_error() -> None:
    """A report never says "{date}"."""
    with pytest.raises(KeyError):
        wording("en").pieces("published_given")


def test_a_language_without_words_is_refused() -> None:
    """Reports are in Arabic or English."""
    with pytest.raises(ValueError, match="fr"):
        wording("fr")


def test_a_trace_calls_the_grounds_of_rulings_as_the_report_does() -> None:
    """One word, one meaning: the policies have words of their own, for they know no report."""
    file = files("claims.verdict") / "data" / "rulings.toml"
    grounds = tomllib.loads(file.read_text("utf-8"))["ground"]
    told = {name: {**entry, "sign": ""} for name, entry in grounds.items()}

    assert told == table("vocabulary")["ground"]
    assert set(told) == {str(each) for each in Ground}
