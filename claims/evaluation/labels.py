"""Labelled documents: what a person read in them.

A label file is TOML. It labels one document (``document`` is a path from the file's folder) or several passages, each a
``[[passage]]`` with ``name`` and ``text``. Either states ``published`` where the engine is told the date, and ``complete``
where every claim is labelled, so that precision can be counted. Claims are ``[[claim]]`` or ``[[passage.claim]]``:

``words``     some words of the claim, as they stand in the text; any white space stands for any other
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

import re
import tomllib
from collections.abc import Iterator
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
    return tuple(case for path in sorted(folder.glob("*.toml")) for case in _labelled(path))


def _labelled(path: Path) -> Iterator[Labelled]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    if "document" in content:
        yield _case(path, path.stem, (path.parent / content["document"]).read_bytes(), content)
    for passage in content.get("passage", ()):
        yield _case(path, f"{path.stem}: {passage['name']}", passage["text"].encode(), passage)


def _case(path: Path, name: str, data: bytes, entry: dict[str, Any]) -> Labelled:
    text = data.decode("utf-8-sig")
    labels = tuple(_label(path, text, one) for one in entry.get("claim", ()))
    return Labelled(name, data, entry.get("published", ""), entry.get("complete", False), labels)


def _label(path: Path, text: str, entry: dict[str, Any]) -> Label:
    unknown = entry.keys() - _LABEL_KEYS
    if unknown:
        raise InputError(f"{path.name}: unknown key {min(unknown)!r} in a label.")
    wanted = r"\s+".join(map(re.escape, entry["words"].split()))
    found = list(re.finditer(wanted, text))[: entry.get("nth", 1)]
    if len(found) < entry.get("nth", 1):
        raise InputError(f"{path.name}: the text does not hold the words {entry['words']!r}.")
    return Label(
        Span(*found[-1].span()),
        entry["kind"],
        entry.get("date", ""),
        tuple(entry.get("places", ())),
        tuple(entry.get("actors", ())),
        tuple(entry.get("targets", ())),
        tuple(entry.get("figures", ())),
        entry.get("speaker", ""),
    )
