"""Made-up claims in any number, some of which tell an event of another one in other words.

Words are drawn by Zipf's law, the most frequent ones from the sample articles; days are spread over ten years with sixty
weeks in which much happens. One claim in twenty retells an earlier one of another speaker: words are dropped and
replaced, letters written otherwise, the day off by up to a week for one in four, places left out or only the province
named, slots missing. Same seed, same claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from benchmarks.corpus import corpus
from claims.model import Attribution, Claim, DateValue, Lineage, Party, Place, Quantity, Span

_VOCABULARY, _PLACES, _PROVINCES, _ACTORS, _SOURCES = 40_000, 3_000, 60, 200, 500
_KINDS: Final = ("strike", "casualties", "clash", "damage", "arrest", "displacement")
_START, _DAYS, _HOT = date(2013, 1, 1).toordinal(), 3_652, 60
_AT = Span(0, 1)
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_VARIANTS = str.maketrans("يةا", "ىهأ")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a made-up account says, before it is a claim."""

    words: tuple[str, ...]
    day: int
    place: int | None
    coarse: bool
    actor: int | None
    count: int | None
    kind: int
    source: int


@dataclass(frozen=True, slots=True)
class Accounts:
    """Claims and which of them tell one event.

    Attributes:
        claims: in an order that says nothing.
        same: pairs of indices into ``claims``, the lower first.
    """

    claims: list[Claim]
    same: frozenset[tuple[int, int]]


def accounts(number: int, *, seed: int = 0) -> Accounts:
    """So many claims, one in twenty of them a retelling of another one."""
    chance = np.random.default_rng(seed)
    retold = number // 20
    told = list(_told(chance, number - retold))
    origins = chance.choice(len(told), retold, replace=False)
    told.extend(_retold(chance, told[origin]) for origin in origins)
    order = chance.permutation(number)
    at = np.empty(number, dtype=np.int64)
    at[order] = np.arange(number)
    pairs = zip(at[origins].tolist(), at[number - retold :].tolist(), strict=True)
    claims = [_claim(told[index], row) for row, index in enumerate(order.tolist())]
    return Accounts(claims, frozenset((min(pair), max(pair)) for pair in pairs))


def _words(chance: np.random.Generator) -> list[str]:
    head = list(dict.fromkeys(w for _, text in corpus(1) for w in re.findall(r"[ء-ي]{2,}", text)))
    made = {
        "".join(_LETTERS[i] for i in chance.integers(0, len(_LETTERS), length))
        for length in chance.integers(4, 9, _VOCABULARY).tolist()
    }
    return (head + sorted(made - set(head)))[:_VOCABULARY]


def _told(chance: np.random.Generator, number: int) -> Iterator[_Told]:
    vocabulary = _words(chance)
    lengths = chance.integers(12, 36, number)
    ranks = (chance.zipf(1.25, int(lengths.sum())) - 1) % len(vocabulary)
    hot = chance.integers(0, _DAYS - 7, _HOT)
    days = np.where(
        chance.random(number) < 0.4,
        hot[chance.integers(0, _HOT, number)] + chance.integers(0, 7, number),
        chance.integers(0, _DAYS, number),
    )
    places = (chance.zipf(1.3, number) - 1) % _PLACES
    columns = (chance.integers(0, most, number) for most in (_ACTORS, 40, len(_KINDS), _SOURCES))
    missing = chance.random((number, 3)) < (0.15, 0.3, 0.4)
    ends = np.cumsum(lengths).tolist()
    for row, (actor, count, kind, source) in enumerate(zip(*columns, strict=True)):
        drawn = ranks[ends[row] - int(lengths[row]) : ends[row]]
        words = tuple(vocabulary[rank] for rank in drawn.tolist())
        no_place, no_actor, no_count = missing[row].tolist()
        yield _Told(
            words,
            int(days[row]),
            None if no_place else int(places[row]),
            False,
            None if no_actor else int(actor),
            None if no_count else int(count) + 1,
            int(kind),
            int(source),
        )


def _retold(chance: np.random.Generator, told: _Told) -> _Told:
    """The harder noise: four in five lose a quarter of their words and change a quarter of the others."""
    dropped, replaced = (0.25, 0.28) if chance.random() < 0.8 else (0.12, 0.13)
    kept = [word for word in told.words if chance.random() >= dropped] or [told.words[0]]
    words = [
        kept[int(chance.integers(0, len(kept)))] + "ات"
        if chance.random() < replaced
        else _spelled(chance, word)
        for word in kept
    ]
    shift = int(chance.integers(1, 8)) * (1 if chance.random() < 0.5 else -1)
    start = int(chance.integers(0, len(words)))
    gone = chance.random(4) < (0.2, 0.2, 0.2, 0.3)
    return _Told(
        tuple(words[start:] + words[:start]),
        told.day + (shift if chance.random() < 0.25 else 0),
        None if gone[0] else told.place,
        bool(gone[1]),
        None if gone[2] else told.actor,
        None if gone[3] else told.count,
        told.kind,
        (told.source + 1 + int(chance.integers(0, _SOURCES - 1))) % _SOURCES,
    )


def _spelled(chance: np.random.Generator, word: str) -> str:
    draw = chance.random()
    if draw < 0.05:
        return word.translate(_VARIANTS)
    return "و" + word if draw < 0.1 else word


def _claim(told: _Told, row: int) -> Claim:
    quote = " ".join(told.words)
    day = date.fromordinal(_START + max(0, told.day)).isoformat()
    return Claim(
        id=f"{row:016x}",
        document=f"{row // 20:016x}",
        span=Span(0, len(quote)),
        quote=quote,
        statement=quote,
        kind=_KINDS[told.kind],
        date=DateValue(day, day, _AT, "stated"),
        places=_places(told),
        actors=() if told.actor is None else (_party(told.actor),),
        targets=(),
        quantities=() if told.count is None else (_count(told.count),),
        attribution=(Attribution(f"source {told.source}", Lineage.UNKNOWN),),
    )


def _places(told: _Told) -> tuple[Place, ...]:
    if told.place is None:
        return ()
    province = f"geonames:province-{told.place % _PROVINCES}"
    if told.coarse:
        return (Place(province, province, None, None, "in", "x", _AT),)
    town = f"geonames:town-{told.place}"
    return (Place(town, town, None, None, "in", "x", _AT, within=(province,)),)


def _party(number: int) -> Party:
    return Party(f"group {number}", f"group-{number}", "armed group", "x", _AT)


def _count(number: int) -> Quantity:
    return Quantity(number, number, False, False, False, "killed", "", "x", _AT)
