"""The corpus of dates: phrasings, sentences and silences of both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_CORPUS = Path(__file__).parent.parent / "corpus"
LANGUAGES = ("ar", "en")


class Phrasing(NamedTuple):
    """One way to say a date, and what it means."""

    words: str
    edtf: str
    time: str | None
    weekday: int | None
    reference: str
    language: str


class Sentence(NamedTuple):
    """A sentence with its dates in order, each with its raw words, and what stays unread."""

    text: str
    dates: list[tuple[str, str]]
    unread: list[str]
    reference: str
    language: str


@cache
def _tables() -> list[dict[str, Any]]:
    files = [path for name in LANGUAGES for path in sorted((_CORPUS / name).glob("dates*.toml"))]
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]


def phrasings() -> list[Phrasing]:
    """Every phrasing of the corpus."""
    return [
        Phrasing(
            words,
            row["edtf"],
            row.get("time"),
            row.get("weekday"),
            row.get("reference", table["reference"]),
            table.get("language", ""),
        )
        for table in _tables()
        for row in table.get("meaning", [])
        for words in row["phrasings"]
    ]


def sentences() -> list[Sentence]:
    """Every sentence of the corpus."""
    return [
        Sentence(
            row["text"],
            [(edtf, words) for edtf, words in row["dates"]],
            row.get("unread", []),
            row.get("reference", table["reference"]),
            table.get("language", ""),
        )
        for table in _tables()
        for row in table.get("sentence", [])
    ]


def silences() -> Iterator[tuple[str, str]]:
    """Every phrase that is no date, with the day of publication it is read on."""
    for table in _tables():
        for row in table.get("never", []):
            for words in row["phrasings"]:
                yield words, table["reference"]
