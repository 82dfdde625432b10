"""The corpus of parties: phrasings, sentences and silences of both languages."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_CORPUS = Path(__file__).parent.parent / "corpus"


@cache
def _tables(language: str) -> dict[str, Any]:
    files = sorted((_CORPUS / language).glob("parties*.toml"))
    merged: dict[str, list[Any]] = {"meaning": [], "text": [], "never": []}
    for file in files:
        for key, rows in tomllib.loads(file.read_text(encoding="utf-8")).items():
            merged[key].extend(rows)
    return merged


def phrasings(language: str) -> list[tuple[str, str, str]]:
    """Each phrasing, the sentence beside it, and the id it means."""
    return [
        (phrase, row.get("beside", ""), row["id"])
        for row in _tables(language)["meaning"]
        for phrase in row["phrasings"]
    ]


def sentences(language: str) -> list[tuple[str, list[str]]]:
    """Each sentence with the ids of its parties in order."""
    return [(row["text"], row["parties"]) for row in _tables(language)["text"]]


def silences(language: str) -> list[tuple[str, str]]:
    """Each text in which nobody is a party, and why it might seem otherwise."""
    return [(text, row["why"]) for row in _tables(language)["never"] for text in row["texts"]]
