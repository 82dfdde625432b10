"""How much evidence a name needs before it is read as a place: its level, by what the gazetteer and the lists say of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claims.slots.place.denoted import denoted
from claims.slots.place.entries import FAMOUS, LARGE, Entry
from claims.slots.place.gazetteer import is_capital
from claims.slots.place.lexicon import stop, words
from claims.slots.place.mentions import Mention

NEED = (0, 2, 3, 4)
"""Weight that a name of level 0, 1, 2, 3 needs."""
_HIGHEST = len(NEED) - 1
_KNOWN_NAMES = 65_536
_BARE = 2
_SHORT_NAME = 4
_STEADY_LEADS = frozenset({"", "و", "ب", "وب"})
_PERSONAL = ("ابو ", "ام ", "الشيخ ", "abu ", "umm ", "um ", "sheikh ", "shaykh ")
_PLAIN = 8
"""Letters from which a transliterated name is hardly a word or a name of something else."""
_LONG_LATIN = 6
"""Letters from which the Latin name of a great city is hardly another word."""


class Written(NamedTuple):
    """A name as it stands in a text, as far as its level depends on that; see `claims.slots.place.mentions.Mention`."""

    key: str
    arabic: bool
    bare: bool
    article: bool
    loose: bool
    foreign: bool


@lru_cache(maxsize=_KNOWN_NAMES)
def levels(name: Written) -> tuple[int, ...]:
    """Level of the name for each of its places; one higher in a text in another script."""
    found = [_level(entry, name) for entry in denoted(name.key).entries]
    return tuple([min(one + 1, _HIGHEST) for one in found] if name.foreign else found)


def _level(entry: Entry, name: Written) -> int:
    """What the gazetteer says, raised for words and for missing articles."""
    found = entry.level
    if not name.arabic and found and _known_by_name(entry, name.key):
        found = 0
    if not name.arabic and found > 1 and entry.population >= LARGE:
        found = 1
    if name.key.startswith(_PERSONAL):
        return max(found, 1) if entry.population < FAMOUS else found
    if name.key in stop().steady and not (name.bare or name.loose):
        return 1
    found = max(_level_of_words(entry, name, found), _level_of_key(name))
    if name.bare:
        found = max(found, _BARE)
    if _lacks_article(entry, name):
        found += 1
    return min(found, _HIGHEST)


def _known_by_name(entry: Entry, key: str) -> bool:
    """Whether a Latin name is long, and its city great, no capital, and in a country whose cities are not called like people (Peshawar)."""
    if len(key) < _LONG_LATIN or entry.country in stop().wordlike or key in stop().strong:
        return False
    return entry.population >= FAMOUS and not is_capital(entry.id)


def _lacks_article(entry: Entry, name: Written) -> bool:
    """Whether a Latin name of one word stands without its article and is short enough to be another word."""
    if name.arabic or name.article or " " in name.key:
        return False
    return entry.article and len(name.key) < _PLAIN


def _level_of_words(entry: Entry, name: Written, found: int) -> int:
    """A name of several words needs less, unless it begins as a person's; a word of the supplement more."""
    if " " in name.key:
        return _BARE if name.key.partition(" ")[0] in words().given else max(0, found - 1)
    if not found and entry.id.startswith("local:") and entry.kind != "region":
        return 1
    return found + 1 if name.loose else found


def _level_of_key(name: Written) -> int:
    """What ``place_stop.toml`` says of the name; less with its article in Latin letters (*Al Asad*)."""
    if name.key in stop().strong:
        return _HIGHEST - 1 if name.article else _HIGHEST
    return _BARE if name.key in stop().cautious else 0


def steady(entry: Entry, mention: Mention) -> bool:
    """Whether a preposition alone makes the name a place (إلى سرت); a country needs one that says *in* (في المغرب, not حتى المغرب).

    A short name carries none («لقم» is no Qom).
    """
    short = len(mention.key) < _SHORT_NAME and mention.lead not in _STEADY_LEADS
    if mention.key not in stop().steady or short:
        return False
    return mention.weight >= (NEED[1] if entry.kind == "country" else 1)
