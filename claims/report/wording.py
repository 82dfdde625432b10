"""The words of a report, read from ``data/wording.toml`` and ``data/vocabulary.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from claims.report.value import Mark, Piece, Words

LANGUAGES: Final = ("ar", "en")

_GAP = re.compile(r"\{(\w+)\}")

Filling = str | Piece | tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    Attributes:
        language: ``ar`` or ``en``.
    """

    language: str

    def text(self, key: str, **values: object) -> str:
        """A label or sentence as plain text, its ``{names}`` filled."""
        return str(_table("wording")[key][self.language]).format(**values)

    def pieces(self, key: str, **fillings: Filling) -> tuple[Piece, ...]:
        """A sentence with its ``{names}`` filled by pieces of a report; plain text counts as our own words.

        Raises:
            KeyError: when the sentence is not known or a name is not filled.
        """
        parts = _GAP.split(_table("wording")[key][self.language])
        found: list[Piece] = []
        for index, part in enumerate(parts):
            if index % 2:
                found.extend(_as_pieces(fillings[part]))
            elif part:
                found.append(Words(part))
        return tuple(found)

    def mark(self, vocabulary: str, word: StrEnum) -> Mark:
        """The sign and caption of a word of a vocabulary (``level``, ``relation``, ``verdict`` …)."""
        entry = _table("vocabulary")[vocabulary][word.value]
        return Mark(word.value, entry["sign"], entry[self.language])

    def word(self, vocabulary: str, of: str) -> str:
        """The caption of a word of a vocabulary by its id."""
        return str(_table("vocabulary")[vocabulary][of][self.language])

    def definition(self, vocabulary: str, word: StrEnum) -> str:
        """What a word of a vocabulary means."""
        return str(_table("vocabulary")[vocabulary][word.value][f"definition_{self.language}"])

    def listed(self, items: Iterable[tuple[Piece, ...]], by: str = "comma") -> tuple[Piece, ...]:
        """Several pieces in a row, parted by this language's comma (or ``semicolon``)."""
        found: list[Piece] = []
        for item in items:
            if found:
                found.append(Words(self.text(by)))
            found.extend(item)
        return tuple(found)


def wording(language: str) -> Wording:
    """The words of ``language``: ``ar`` or ``en``.

    Raises:
        ValueError: there are no words in that language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no report in {language!r}")
    return Wording(language)


def _as_pieces(filling: Filling) -> tuple[Piece, ...]:
    if isinstance(filling, str):
        return (Words(filling),)
    return filling if isinstance(filling, tuple) else (filling,)


@cache
def _table(name: str) -> dict[str, Any]:
    source = files("claims.report") / "data" / f"{name}.toml"
    return tomllib.loads(source.read_text("utf-8"))
