"""The quantity corpus of ``tests/slots/corpus``: one meaning, many phrasings, sentences, and what must give nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claims.model import Quantity

FOLDER = Path(__file__).parents[1] / "corpus"
PLAIN: Mapping[str, Any] = {
    "low": None,
    "high": None,
    "low_open": False,
    "high_open": False,
    "approximate": False,
    "unit": "",
    "of": "",
}


def entries(language: str, kind: str) -> Iterator[dict[str, Any]]:
    """All entries of one kind ("meaning", "sentence", "never") of one language."""
    for path in sorted((FOLDER / language).glob("quantities*.toml")):
        yield from tomllib.loads(path.read_text("utf-8")).get(kind, [])


def phrasings(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """Every phrasing of both languages with the entry it belongs to."""
    return [
        (phrase, entry)
        for language in ("ar", "en")
        for entry in entries(language, kind)
        for phrase in entry["phrasings"]
    ]


def sentences() -> list[dict[str, Any]]:
    """All sentences of both languages."""
    return [entry for language in ("ar", "en") for entry in entries(language, "sentence")]


def expected(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The values that an entry states, with what it leaves out filled in."""
    return {name: entry.get(name, default) for name, default in PLAIN.items()}


def values(found: Quantity) -> dict[str, Any]:
    """The same values of a quantity that was found."""
    return {name: getattr(found, name) for name in PLAIN}
