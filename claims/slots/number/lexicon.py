"""The number words of ``claims/slots/data/number_words.toml`` as one table for look-ups.

Arabic words are entered with every conjunction, preposition and article that may be written onto them, so that a
reader needs one look-up for a token and no morphology.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from claims.slots.tables import data
from claims.text.shadow import fold


class Role(Enum):
    """What a number word does in a number."""

    UNIT = 1
    TEN = 2
    TEEN_HEAD = 3
    TEEN = 4
    TENS = 5
    HUNDREDS = 6
    SCALE = 7
    DUAL_SCALE = 8
    HALF = 9


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One reading of a token as a part of a number.

    Attributes:
        role: what the word does.
        value: its value; for a scale the factor, for a half the fraction.
        prefix: conjunction or preposition written onto it, "" when none.
        definite: whether the article is written onto it.
        arabic: whether the word is Arabic.
        alone: whether it may open a number.
    """

    role: Role
    value: int | float
    prefix: str
    definite: bool
    arabic: bool
    alone: bool = True

    @property
    def joined(self) -> bool:
        """Whether "and" is written onto the word."""
        return self.prefix == "و"


_ROLES = {
    "units": Role.UNIT,
    "ten": Role.TEN,
    "teen_heads": Role.TEEN_HEAD,
    "teens": Role.TEEN,
    "tens": Role.TENS,
    "hundreds": Role.HUNDREDS,
    "scales": Role.SCALE,
    "dual_scales": Role.DUAL_SCALE,
    "halves": Role.HALF,
}


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Every folded token that can stand in a number word, with its reading."""
    table = data("number_words")
    found: dict[str, NumberWord] = {}
    for word, role, value in _entries(table["en"]):
        found[word] = NumberWord(role, value, "", False, False)
    arabic = table["ar"]
    never = {fold(word) for word in arabic["never"]}
    bound = {fold(word) for word in arabic["never_alone"]}
    for word, role, value in _entries(arabic):
        for prefix in arabic["prefixes"]:
            reading = NumberWord(role, value, prefix, False, True, word not in bound)
            found.setdefault(prefix + word, reading)
        for article in arabic["articles"]:
            prefix = "و" if article[0] == "و" else ""
            reading = NumberWord(role, value, prefix, True, True, word not in bound)
            found.setdefault(article + word, reading)
    for word, role, value in _entries(arabic):
        found[word] = NumberWord(role, value, "", False, True, word not in bound)
    return {word: reading for word, reading in found.items() if word not in never}


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Role, int | float]]:
    for name, role in _ROLES.items():
        for value, spellings in table.get(name, {}).items():
            number = float(value) if "." in value else int(value)
            for spelling in spellings:
                yield fold(spelling), role, number
