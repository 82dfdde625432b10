"""Labelled documents: what a person read in them.

A label file is TOML: ``document`` (a path beside the label file's root) or ``text``, ``published``, ``complete`` (whether every
claim of the document is labelled, so that precision can be counted), and one ``[[claim]]`` for each claim:

``words``     some words of the claim, as they stand in the text
``kind``      kind of claim
``date``      EDTF, "" for none
``places``    names that must be among the claim's places
``actors``    names that must be among its actors
``targets``   names that must be among its targets
``figures``   ``"killed civilian 12"``: unit, of whom (``-`` unspecified), low or ``low-high``, ``low+`` when open above
``speaker``   canonical name of the innermost source, "" for the publisher's own voice
``nth``       which occurrence of ``words`` is meant, from 1 (default 1)
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.model import Span

_LABEL_KEYS = frozenset(
    {"words", "kind", "date", "places", "actors", "targets", "figures", "speaker", "nth"}
)


@dataclass(frozen=True, slots=True)
class Label:
    """One claim as a person labelled it; fields as in the module's docstring."""

    span: Span
    kind: str
    date: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[str, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled document.

    Attributes:
        name: of the label file.
        data: the document's bytes.
        published: publication date given to the engine, "" for none.
        complete: whether every claim is labelled.
        labels: in the order of the file.
    """

    name: str
    data: bytes
    published: str
    complete: bool
    labels: tuple[Label, ...]


def load_labels(folder: Path) -> tuple[Labelled, ...]:
    """All label files of a folder, sorted by name.

    Raises:
        InputError: when a file has unknown keys or labels words that its text does not hold.
    """
    return tuple(_labelled(path) for path in sorted(folder.glob("*.toml")))


def _labelled(path: Path) -> Labelled:
    entry = tomllib.loads(path.read_text(encoding="utf-8"))
    data = (
        (path.parent / entry["document"]).read_bytes()
        if "document" in entry
        else entry["text"].encode()
    )
    text = data.decode("utf-8-sig")
    return Labelled(
        path.stem,
        data,
        entry.get("published", ""),
        entry.get("complete", False),
        tuple(_label(path, text, one) for one in entry.get("claim", ())),
    )


def _label(path: Path, text: str, entry: dict[str, Any]) -> Label:
    unknown = entry.keys() - _LABEL_KEYS
    if unknown:
        raise InputError(f"{path.name}: unknown key {sorted(unknown)[0]!r} in a label.")
    start = -1
    for _ in range(entry.get("nth", 1)):
        start = text.find(entry["words"], start + 1)
    if start < 0:
        raise InputError(f"{path.name}: the text does not hold the words {entry['words']!r}.")
    return Label(
        Span(start, start + len(entry["words"])),
        entry["kind"],
        entry.get("date", ""),
        tuple(entry.get("places", ())),
        tuple(entry.get("actors", ())),
        tuple(entry.get("targets", ())),
        tuple(entry.get("figures", ())),
        entry.get("speaker", ""),
    )
