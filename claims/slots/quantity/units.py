"""Units and kinds with their captions and definitions, from ``quantity_units.toml`` and ``quantity_kinds.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.model import Message
from claims.slots.quantity.forms import accusative, dual
from claims.slots.tables import data

PEOPLE, THINGS, MEASURE = "people", "things", "measure"


@dataclass(frozen=True, slots=True)
class Words:
    """How a caption names what is counted.

    Attributes:
        one: Arabic singular.
        many: Arabic genitive plural.
        two: Arabic dual, nominative and genitive.
        eleven: Arabic form behind 11 to 99.
        feminine: whether the Arabic word is feminine.
        en: English singular and plural.
    """

    one: str
    many: str
    two: tuple[str, str]
    eleven: str
    feminine: bool
    en: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts or measures (``quantity_units.toml``).

    Attributes:
        id: as in `claims.model.Quantity.unit`.
        counts: "people", "things" or "measure".
        words: caption words.
        definition: in both languages.
        within: id of the wider unit, "" when there is none.
        base: for a measure that converts, the base it converts to; else "".
        factor: how many of ``base`` one of this unit is.
    """

    id: str
    counts: str
    words: Words
    definition: Message
    within: str = ""
    base: str = ""
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Kind:
    """Of whom a figure speaks (``quantity_kinds.toml``).

    Attributes:
        id: as in `claims.model.Quantity.of`.
        words: caption words.
        all: Arabic plural with the article.
        definition: in both languages.
        within: ids of the kinds that include it.
    """

    id: str
    words: Words
    all: str
    definition: Message
    within: tuple[str, ...] = ()


@cache
def units() -> Mapping[str, Unit]:
    """All units by id."""
    return {name: _unit(name, entry) for name, entry in data("quantity_units").items()}


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of people by id."""
    return {name: _kind(name, entry) for name, entry in data("quantity_kinds").items()}


def _unit(name: str, entry: Mapping[str, Any]) -> Unit:
    return Unit(
        name,
        entry["counts"],
        _words(entry),
        Message(**entry["define"]),
        entry.get("within", ""),
        entry.get("base", ""),
        float(entry.get("factor", 1)),
    )


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    words = _words(entry)
    whole = entry.get("all", f"ال{words.many}")
    return Kind(name, words, whole, Message(**entry["define"]), tuple(entry["within"]))


def _words(entry: Mapping[str, Any]) -> Words:
    one, many = _pair(entry["ar"])
    feminine = entry.get("gender", "") == "f" or one.partition(" ")[0].endswith("ة")
    two = _pair(entry["two"]) if "two" in entry else dual(one)
    return Words(
        one, many, two, entry.get("eleven") or accusative(one), feminine, _pair(entry["en"])
    )


def _pair(words: str) -> tuple[str, str]:
    one, many = (part.strip() for part in words.split(" / "))
    return one, many
