"""By what two claims can meet: whole numbers that stand for what a claim says, so that equal sayings are equal numbers.

Keys of slots are combinations of day, week or month with place, party, figure and kind of event; they are the same in
every language, for slots hold ids. Keys of words are pairs of a claim's rarest words. Which words are rare is decided
by a list of common ones and by their length, not by the claims at hand: so whether two claims share a key follows
from both alone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final, NamedTuple

from claims.comparison.weights import weights
from claims.comparison.words import content_words
from claims.extraction.lexicon import kinds
from claims.model import Claim, Place
from claims.slots.time import stretches

MOST_WORDS: Final = 10
"""Words of a claim that its keys are made of."""

_WEEK: Final = 7
_LEEWAY: Final = 3
"""Days around a date whose weeks it is looked for in."""
_MOST_DAYS: Final = 7
_MOST_MONTHS: Final = 24
_LONGEST_WORD: Final = 8
_ALL: Final = (1 << 64) - 1
_PRIME: Final = 0x100000001B3
_START: Final = 0xCBF29CE484222325


class Days(NamedTuple):
    """A closed stretch of days by their proleptic ordinals, with the give of approximate words."""

    first: int
    last: int


@lru_cache(maxsize=1 << 18)
def number(text: str) -> int:
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


def sharpest(claim: Claim) -> tuple[Place, ...]:
    """The places that say most precisely where; wider ones around them only name the way there."""
    outer = {wide for inner in claim.places for wide in inner.within}
    return tuple(place for place in claim.places if place.id not in outer) or claim.places


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
def _common() -> frozenset[str]:
    text = (files(__package__) / "data" / "common_words.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)
    return content_words(" ".join(listed["ar"])) | content_words(" ".join(listed["en"]))


def rare_words(quote: str) -> list[int]:
    """The numbers of a quote's words that are not common, rarest first."""
    found = sorted(_rarity(word) for word in content_words(quote) if word not in _common())
    return [chosen for _, chosen in found]


@lru_cache(maxsize=1 << 18)
def _rarity(word: str) -> tuple[int, int]:
    """Longer words are rarer; among words of one length any fixed order does."""
    return -min(len(word), _LONGEST_WORD), number(word)


def _mixed(*parts: int) -> int:
    mixed = _START
    for part in parts:
        mixed = ((mixed ^ part) * _PRIME) & _ALL
    return mixed


(_DAY, _DAY_PLACE, _DAY_PARTY, _DAY_FIGURE, _WEEK_PLACE, _WEEK_FIGURE, _WEEK_WORD, _MONTH_PLACE, _MONTH_PARTY, _PLACE,
 _PLACE_PARTY, _PLACE_FIGURE, _PLACE_UNIT, _UNIT, _FIGURE) = range(1, 16)  # fmt: skip


class _Said(NamedTuple):
    """What a claim says, as numbers."""

    families: tuple[int, ...]
    kind: int
    sharp: tuple[int, ...]
    wide: tuple[int, ...]
    parties: tuple[int, ...]
    figures: tuple[int, ...]
    units: tuple[int, ...]


def parties(claim: Claim) -> set[str]:
    """Ids of the actors and targets that are known by one."""
    return {party.id for party in (*claim.actors, *claim.targets) if party.id}


def figures(claim: Claim) -> set[str]:
    """What is counted and how many, as far as a least value is said."""
    return {f"{one.unit} {one.low:g}" for one in claim.quantities if one.low is not None}


def _said(claim: Claim) -> _Said:
    sharp = sharpest(claim)
    wide = {place.id for place in sharp} | {outer for place in sharp for outer in place.within}
    return _Said(
        tuple(number(family) for family in families(claim.kind)),
        number(claim.kind),
        tuple({number(place.id) for place in sharp if place.id}),
        tuple(number(place) for place in wide if place),
        tuple(number(party) for party in parties(claim)),
        tuple(number(figure) for figure in figures(claim)),
        tuple({number(one.unit) for one in claim.quantities}),
    )


def slot_keys(claim: Claim, words: Sequence[int]) -> list[int]:
    """The keys of a claim's slots.

    Args:
        claim: a claim.
        words: its rarest words; the rarest of all meet in one week as well.
    """
    said, when = _said(claim), days(claim)
    found = list(_placed(said))
    if when is not None:
        found += _dated(said, when, words)
    return found


def _dated(said: _Said, when: Days, words: Sequence[int]) -> Iterator[int]:
    if when.last - when.first < _MOST_DAYS:
        for day in range(when.first, when.last + 1):
            yield from (_mixed(_DAY, day, family) for family in said.families)
            yield from (_mixed(_DAY_PLACE, day, place) for place in said.wide)
            yield from (_mixed(_DAY_PARTY, day, party) for party in said.parties)
            yield from (_mixed(_DAY_FIGURE, day, figure) for figure in said.figures)
        for week in range((when.first - _LEEWAY) // _WEEK, (when.last + _LEEWAY) // _WEEK + 1):
            yield from (_mixed(_WEEK_PLACE, week, place) for place in said.sharp)
            yield from (_mixed(_WEEK_FIGURE, week, figure) for figure in said.figures)
            yield from (_mixed(_WEEK_WORD, week, word) for word in words[:3])
    for month in _months(when):
        for family in said.families:
            yield from (_mixed(_MONTH_PLACE, month, place, family) for place in said.sharp)
            if not said.sharp:
                yield from (_mixed(_MONTH_PARTY, month, one, family) for one in said.parties)


def _placed(said: _Said) -> Iterator[int]:
    for place in said.sharp:
        yield from (_mixed(_PLACE, place, family) for family in said.families)
        yield from (_mixed(_PLACE_PARTY, place, party) for party in said.parties)
        yield from (_mixed(_PLACE_FIGURE, place, figure) for figure in said.figures)
        yield from (_mixed(_PLACE_UNIT, place, unit, said.kind) for unit in said.units)
    if not said.sharp:
        yield from (_mixed(_UNIT, unit, said.kind) for unit in said.units)
    yield from (_mixed(_FIGURE, figure, said.kind) for figure in said.figures)


@lru_cache(maxsize=1 << 16)
def _months(when: Days) -> tuple[int, ...]:
    """The months that a stretch of days touches, none when it is longer than two years."""
    from datetime import date

    first, last = (date.fromordinal(day) for day in when)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return tuple(months) if len(months) <= _MOST_MONTHS else ()
