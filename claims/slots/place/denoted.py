"""What the names of the gazetteer can denote whatever stands around them: worked out once for each name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.slots.place.entries import LARGE, Entry
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import words

_KNOWN_NAMES = 65_536
_DWARFED = 5


@dataclass(frozen=True, slots=True)
class Denoted:
    """The places that have one name.

    Attributes:
        entries: all of them.
        main: the one with most inhabitants.
        plain: whether the others are in its country or dwarfed by it.
        power: whether a country or a capital is among them, of which texts say that it acts.
        ids: their ids.
        divisions: ids of the first-level divisions that they lie in.
        paper: whether papers are called so.
        longer: whether the name of another place or somebody may begin so (عين, جبل الشيخ).
    """

    entries: tuple[Entry, ...]
    main: Entry
    plain: bool
    power: bool
    ids: frozenset[str]
    divisions: frozenset[str]
    paper: bool
    longer: bool


@lru_cache(maxsize=_KNOWN_NAMES)
def denoted(key: str) -> Denoted:
    """What a key of the gazetteer denotes."""
    entries = gazetteer().named(key)
    main = max(entries, key=lambda entry: entry.population)
    return Denoted(
        entries,
        main,
        all(entry.country == main.country or dwarfed(entry, main) for entry in entries),
        any(_is_power(entry) for entry in entries),
        frozenset(entry.id for entry in entries),
        frozenset(entry.division for entry in entries if entry.division),
        key in words().papers,
        key in words().heads or (" " in key and key.rpartition(" ")[2] in words().titles),
    )


def dwarfed(entry: Entry, other: Entry) -> bool:
    """Whether a place is so much smaller than another of its name that only the words around can mean it.

    Two sites, which have no inhabitants, are told apart by the words around alone.
    """
    if not other.population:
        return False
    small = entry.population < 2 * LARGE and entry.kind not in ("province", "country")
    return small and entry.population * _DWARFED <= other.population


def _is_power(entry: Entry) -> bool:
    return entry.kind == "country" or entry.id in gazetteer().capitals
