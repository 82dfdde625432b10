"""What many claims say, as numbers: one row for each claim.

Values repeat: a case has few places, days and parties beside its claims, and few words beside its text. Each is turned
into numbers once and known by its place in a list from then on, so that a claim costs a few look-ups.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import tee
from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np

from claims.comparison.keys import families, months, number, stretch
from claims.comparison.ragged import Ragged, Whole
from claims.comparison.vocabulary import Vocabulary
from claims.comparison.whereabouts import sharpest
from claims.model import Claim, Place, Quantity
from claims.slots import place

V = TypeVar("V")
M = TypeVar("M")

NO_DAY: Final = 0
"""First day of a claim without a date: what has one lies later."""
LAST_DAY: Final = 1 << 30
"""Last day of a claim without a date."""

_PROVINCE, _TOWN = 0.2, 0.4
"""How exact a place is (`claims.slots.place.specificity`) from which it counts as a province, as a town."""
_COUNTRY: Final = "country:"
_WEEK: Final = 7
_LEEWAY: Final = 3
"""Days around a date whose weeks it is looked for in."""
_MOST_DAYS: Final = 7
_ALL: Final = (1 << 64) - 1


class Where(NamedTuple):
    """What the places of a claim are as numbers.

    Attributes:
        sharp: those that say most precisely where.
        wide: these, and what contains them.
        local: of the sharp ones those no larger than a town with its land, by name where they have no id.
        around: these, provinces, and what contains them; never a country, which says nothing about where.
    """

    sharp: Sequence[int]
    wide: Sequence[int]
    local: Sequence[int]
    around: Sequence[int]


class When(NamedTuple):
    """What the date of a claim is as numbers.

    Attributes:
        first: first day that it may denote, by its ordinal; `NO_DAY` without a date.
        last: last day; `LAST_DAY` without a date.
        days: each of its days, of a week at most.
        weeks: the weeks that these days and those around them lie in.
        months: the months that it touches, of two years at most.
    """

    first: int
    last: int
    days: Sequence[int]
    weeks: Sequence[int]
    months: Sequence[int]


class Said(NamedTuple):
    """What some claims say: a row for each in every column."""

    kinds: Ragged
    families: Ragged
    sharp: Ragged
    wide: Ragged
    local: Ragged
    around: Ragged
    parties: Ragged
    figures: Ragged
    units: Ragged
    days: Ragged
    weeks: Ragged
    months: Ragged
    words: Ragged
    """Those that are not common, the rarest first."""


@dataclass(slots=True)
class _Listed(Generic[V, M]):
    """Values by what tells them apart, each made into something once."""

    make: Callable[[V], M]
    made: list[M] = field(default_factory=list)
    places: dict[Hashable, int] = field(default_factory=dict)

    def all(self, keys: Iterable[Hashable], values: Iterable[V]) -> Whole:
        """Where in ``made`` stands what was made of each of these values."""
        at, places = array("q"), self.places
        for key, value in zip(keys, values, strict=True):
            found = places.get(key)
            if found is None:
                found = places[key] = len(self.made)
                self.made.append(self.make(value))
            at.append(found)
        return np.frombuffer(at, dtype=np.int64)


class Sayings:
    """What claims say, read once; `part` gives some rows of it, so that little has to be held at a time."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._kinds: _Listed[str, str] = _Listed(str)
        self._places: _Listed[tuple[Place, ...], Where] = _Listed(_where)
        self._parties: _Listed[Sequence[str], list[int]] = _Listed(_numbers)
        self._figures: _Listed[tuple[Quantity, ...], _Counted] = _Listed(_counted)
        self._dates: _Listed[str, When] = _Listed(_when)
        self._at = self._read(claims)
        self._vocabulary = Vocabulary()
        self._vocabulary.read(claim.quote for claim in claims)
        self._tables = self._made()

    def _read(self, claims: Sequence[Claim]) -> tuple[Whole, ...]:
        kinds = [claim.kind for claim in claims]
        dates = ["" if claim.date is None else claim.date.edtf for claim in claims]
        return (
            self._kinds.all(kinds, kinds),
            self._places.all(
                (
                    tuple([(p.id, p.name, p.relation, p.within, p.candidates) for p in one.places])
                    for one in claims
                ),
                (one.places for one in claims),
            ),
            self._parties.all(*tee(map(_parties, claims))),
            self._figures.all(
                (tuple([(each.unit, each.low) for each in one.quantities]) for one in claims),
                (one.quantities for one in claims),
            ),
            self._dates.all(dates, dates),
        )

    def _made(self) -> tuple[tuple[Ragged, ...], ...]:
        """What was made of the values, for each of the five columns."""
        kinds = self._kinds.made
        return (
            (
                Ragged.of([[number(kind)] for kind in kinds]),
                Ragged.of([_numbers(families(kind)) for kind in kinds]),
            ),
            _columns(self._places.made, Where._fields),
            (Ragged.of(self._parties.made),),
            _columns(self._figures.made, _Counted._fields),
            _columns(self._dates.made, ("days", "weeks", "months")),
        )

    def part(self, start: int, end: int) -> Said:
        """What the claims from ``start`` up to, not including, ``end`` say."""
        found = [
            table.taken(at[start:end])
            for at, tables in zip(self._at, self._tables, strict=True)
            for table in tables
        ]
        return Said(*[*found, self._vocabulary.part(start, end)])

    def stretches(self) -> Whole:
        """First and last day of each claim, as two columns."""
        made = np.array([(one.first, one.last) for one in self._dates.made], dtype=np.int64)
        return made.reshape(-1, 2)[self._at[-1]]


def _columns(made: Sequence[NamedTuple], names: Iterable[str]) -> tuple[Ragged, ...]:
    return tuple(Ragged.of([getattr(one, name) for one in made]) for name in names)


def _parties(claim: Claim) -> tuple[str, ...]:
    return tuple([party.id for party in (*claim.actors, *claim.targets) if party.id])


def _numbers(texts: Iterable[str]) -> list[int]:
    return [number(text) for text in dict.fromkeys(texts)]


def _where(places: tuple[Place, ...]) -> Where:
    own = sharpest(places)
    wide = {one.id for one in own} | {outer for one in own for outer in one.within}
    exact = [one for one in own if place.specificity(one) >= _PROVINCE]
    outer = {each for one in exact for each in one.within if not each.startswith(_COUNTRY)}
    return Where(
        _numbers(one.id for one in own if one.id),
        _numbers(name for name in wide if name),
        _numbers(one.id or one.name for one in own if place.specificity(one) >= _TOWN),
        _numbers((*outer, *(one.id or one.name for one in exact))),
    )


class _Counted(NamedTuple):
    """Figures with their unit, and the units alone."""

    figures: Sequence[int]
    units: Sequence[int]


def _counted(figures: tuple[Quantity, ...]) -> _Counted:
    return _Counted(
        _numbers(f"{one.unit} {one.low:g}" for one in figures if one.low is not None),
        _numbers(one.unit for one in figures),
    )


def _when(edtf: str) -> When:
    found = stretch(edtf)
    if found is None:
        return When(NO_DAY, LAST_DAY, (), (), ())
    first, last = found
    if last - first >= _MOST_DAYS:
        return When(first, last, (), (), months(found))
    weeks = range((first - _LEEWAY) // _WEEK, (last + _LEEWAY) // _WEEK + 1)
    return When(first, last, range(first, last + 1), [week & _ALL for week in weeks], months(found))
