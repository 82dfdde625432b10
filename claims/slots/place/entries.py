"""One place, and the collection of all that the engine knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from claims.slots.place.lexicon import stop
from claims.slots.place.names import starts_with_article

GREAT = 1_000_000
"""Inhabitants from which on a city is known the world over."""
FAMOUS = 500_000
"""Inhabitants from which *in* is enough for a city in any country."""
LARGE = 50_000
"""Inhabitants from which on a city is known in its part of the world."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    Attributes:
        id: ``geonames:174448``, ``country:SY``, ``admin1:SY-aleppo`` or ``local:tishrin-dam``.
        name: English name.
        ar: Arabic name, "" where unknown.
        kind: id of a kind in ``place_kinds.toml``.
        lat: latitude in degrees, WGS84; None where unknown.
        lon: longitude in degrees, WGS84; None where unknown.
        country: ISO 3166-1 alpha-2 code, "" for what lies in none or several.
        population: inhabitants, 0 where unknown.
        within: ids of what contains it, nearest first.
        touches: ids of what it overlaps without lying inside.
        level: evidence its names need (0 none … 3 much), before the words around have their say.
        article: whether its Latin name begins with an article (*Al Bab*).
        division: id of the first-level division that it is or lies in, "" for none or several.
    """

    id: str
    name: str
    ar: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str = ""
    population: int = 0
    within: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    level: int = 1
    article: bool = False
    division: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What ``place_amend.csv`` says of a GeoNames row; "" keeps what the row has."""

    name: str
    ar: str
    level: str


@dataclass(slots=True)
class Gazetteer:
    """All places, by number of row. Rows of GeoNames stay lines of text until one is asked for.

    Attributes:
        names: folded key → numbers of rows.
        longest: first word of a key → most words that a key beginning with it has.
        seconds: first word of a key → second words of keys → most words that a key beginning with both has.
        numbers: id → number of row.
        capitals: ids of the capitals of countries.
        divisions: ISO code and GeoNames admin1 code → id of a first-level division.
        amendments: GeoNames id → what is to be changed in its row.
    """

    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, dict[str, int]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    divisions: dict[tuple[str, str], str] = field(default_factory=dict)
    amendments: dict[str, Amendment] = field(default_factory=dict)
    _rows: list[str | Entry] = field(default_factory=list)

    def __getitem__(self, identifier: str) -> Entry:
        return self._entry(self.numbers[identifier])

    def get(self, identifier: str) -> Entry | None:
        """The place of that id, None when there is none."""
        number = self.numbers.get(identifier)
        return None if number is None else self._entry(number)

    def named(self, key: str) -> tuple[Entry, ...]:
        """All places that have a name."""
        return tuple([self._entry(number) for number in self.names.get(key, ())])

    def chain(self, identifier: str) -> tuple[str, ...]:
        """Ids of all that contains the place, nearest first."""
        entry = self.get(identifier)
        return () if entry is None else entry.within

    def add(self, row: str | Entry, identifier: str, keys: Iterable[str]) -> None:
        """Take in a place, or a line of ``place_cities.csv``, under its keys."""
        number = len(self._rows)
        self._rows.append(row)
        self.numbers[identifier] = number
        for key in keys:
            self._name(key, number)

    def change(self, entry: Entry, keys: Iterable[str]) -> None:
        """Put a place in the stead of the one with its id, under further keys."""
        number = self.numbers[entry.id]
        self._rows[number] = entry
        for key in keys:
            self._name(key, number)

    def _entry(self, number: int) -> Entry:
        row = self._rows[number]
        if isinstance(row, str):
            row = self._city(row.split(","))
            self._rows[number] = row
        return row

    def _city(self, cells: list[str]) -> Entry:
        number, name, arabic, kind, lat, lon, country, code, population, _ = cells
        division = self.divisions.get((country, code), "")
        city = Entry(
            f"geonames:{number}",
            name,
            arabic,
            kind,
            float(lat),
            float(lon),
            country,
            int(population),
            (division, f"country:{country}") if division else (f"country:{country}",),
            level=_level(country, int(population)),
            article=starts_with_article(name),
            division=division,
        )
        amendment = self.amendments.get(number)
        return city if amendment is None else _amended(city, amendment)

    def _name(self, key: str, number: int) -> None:
        known = self.names.get(key)
        if known is None:
            self.names[key] = (number,)
            first, _, rest = key.partition(" ")
            words = 1
            if rest:
                words = rest.count(" ") + 2
                seconds, second = self.seconds.setdefault(first, {}), rest.partition(" ")[0]
                seconds[second] = max(words, seconds.get(second, 0))
            if words > self.longest.get(first, 0):
                self.longest[first] = words
        elif number not in known:
            self.names[key] = (*known, number)


def _level(country: str, population: int) -> int:
    """Evidence that a GeoNames row needs: none for large cities where the wars of this engine are."""
    if country in stop().core:
        return 0 if population >= LARGE else 1
    return 1 if population >= GREAT else 2


def _amended(city: Entry, amendment: Amendment) -> Entry:
    known = city.population >= LARGE or city.country in stop().core
    name = amendment.name or city.name
    return replace(
        city,
        name=name,
        ar=amendment.ar or city.ar,
        level=int(amendment.level) if amendment.level else 0 if known else 1,
        article=starts_with_article(name),
    )
