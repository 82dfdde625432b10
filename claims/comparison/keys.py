"""What single values of a claim are as numbers: equal sayings are equal numbers, on every machine.

`said` does this for many claims at once, `blocks` makes of it the keys by which claims meet. Which words are rare is decided
by a list of common ones and by their length, not by the claims at hand: so whether two claims share a key follows
from both alone.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final, NamedTuple

from claims.comparison.weights import weights
from claims.comparison.words import content_words
from claims.extraction.lexicon import kinds
from claims.model import Claim
from claims.slots.time import stretches

_MOST_MONTHS: Final = 24
_LONGEST_WORD: Final = 8


class Days(NamedTuple):
    """A closed stretch of days by their proleptic ordinals, with the give of approximate words."""

    first: int
    last: int


@lru_cache(maxsize=1 << 18)
def number(text: str) -> int:
    """The `digest` of a text that comes again and again; it is kept."""
    return digest(text)


def digest(text: str) -> int:
    """A number of 64 bits that stands for a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def days(claim: Claim) -> Days | None:
    """The days that a claim's date may denote; None without a date or a year."""
    return None if claim.date is None else stretch(claim.date.edtf)


@lru_cache(maxsize=1 << 16)
def stretch(edtf: str) -> Days | None:
    """The days that an EDTF date may denote; None for "" and without a year."""
    found = [loose.widened() for loose in stretches(edtf)] if edtf else []
    if not found:
        return None
    return Days(
        min(one.first for one in found).toordinal(), max(one.last for one in found).toordinal()
    )


def families(kind: str) -> tuple[str, ...]:
    """The families of kinds that a kind belongs to; itself when it is in none."""
    return _families().get(kind, (kind,))


def is_event(kind: str) -> bool:
    """Whether claims of a kind tell what happens at a time and a place; one that is not known does not."""
    known = kinds().get(kind)
    return known is not None and known.event


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for index, family in enumerate(weights().families):
        for kind in family:
            found[kind] = (*found.get(kind, ()), f"family {index}")
    return found


@cache
def common_words() -> frozenset[str]:
    """Words that say little about a pair of claims that share them, as `content_words` gives them."""
    text = (files(__package__) / "data" / "common_words.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)
    return content_words(" ".join(listed["ar"])) | content_words(" ".join(listed["en"]))


@lru_cache(maxsize=1 << 18)
def rarity(word: str) -> tuple[int, int]:
    """Longer words are rarer; among words of one length any fixed order does."""
    return -min(len(word), _LONGEST_WORD), number(word)


@lru_cache(maxsize=1 << 16)
def months(when: Days) -> tuple[int, ...]:
    """The months that a stretch of days touches, none when it is longer than two years."""
    first, last = (date.fromordinal(day) for day in when)
    found = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return tuple(found) if len(found) <= _MOST_MONTHS else ()
