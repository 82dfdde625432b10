"""Unseen sentences with all their slots: ``tests/evaluation/slots/<language>.toml``, and held-out ones, ``<language>_held.toml``.

Each ``[[text]]`` has ``text``, ``published`` where the finder is told the date, and for each kind a list of what must be
found; the head of ``ar.toml`` says how the values are written. A kind that is left out must not be found at all.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.evaluation.slot_cases import HELD, LANGUAGES, SlotCase, Wanted

_COLLECTIONS = {"": "unseen", "_held": HELD}
_KEYS = {"date": "dates", "quantity": "quantities", "place": "places", "party": "parties"}
_ALL = frozenset(
    {"text", "published", *_KEYS.values(), *(f"optional_{key}" for key in _KEYS.values())}
)
_ANYTHING = "*"


def load_unseen(folder: Path) -> tuple[SlotCase, ...]:
    """All cases of a folder, one for each text and kind; none where the folder holds none.

    Raises:
        InputError: when a text has unknown keys or a place's words do not stand in it.
    """
    return tuple(
        case
        for ending, collection in _COLLECTIONS.items()
        for language in LANGUAGES
        for path in folder.glob(f"{language}{ending}.toml")
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["text"]
        for case in _cases(path, collection, language, row)
    )


def _cases(
    path: Path, collection: str, language: str, row: Mapping[str, Any]
) -> Iterator[SlotCase]:
    unknown = row.keys() - _ALL
    if unknown:
        raise InputError(f"{path.name}: unknown key {min(unknown)!r} in a text.")
    for kind, key in _KEYS.items():
        optional = row.get(f"optional_{key}", ())
        case = SlotCase(
            collection,
            language,
            kind,
            row["text"],
            tuple(_wanted(kind, label) for label in row.get(key, ())),
            tuple(_wanted(kind, label) for label in optional if label != _ANYTHING),
            free=_ANYTHING in optional,
            told=language,
            reference=row.get("published", ""),
            names=kind == "party",
        )
        _check_words(path, case)
        yield case


def _wanted(kind: str, label: str) -> Wanted:
    if kind == "quantity":
        return Wanted(tuple(label.split(";")))
    words, _, readings = label.rpartition(" = ")
    return Wanted(tuple(readings.split("|")), words)


def _check_words(path: Path, case: SlotCase) -> None:
    for one in (*case.wanted, *case.optional):
        if one.words not in case.text:
            raise InputError(f"{path.name}: the text does not hold the words {one.words!r}.")
