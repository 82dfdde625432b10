"""The places this engine knows: rows of the data files, found by key or id, with what contains them.

Loaded once per process on first use. Rows stay raw lines until one is asked for, so that loading takes a fraction of
a second and little memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from claims.slots.place.lexicon import Stop, kinds, stop
from claims.slots.place.names import (
    arabic_variants,
    is_arabic,
    latin_key,
    latin_words,
    starts_with_article,
    supplement_key,
)

DATA = Path(__file__).resolve().parent.parent / "data"
_EARTH = 6371.0
NEVER = 9
"""Level of a name that is never read as the place."""
_GREAT = 1_000_000
_LARGE = 50_000
_FAR = frozenset({"sea", "river", "border", "desert", "region", "mountain", "valley", "lake", "strait", "canal", "road"})


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
        level: evidence its names need (0 none … 3 much), before `Stop` has its say.
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


@dataclass(slots=True)
class Gazetteer:
    """All places, by number of row.

    Attributes:
        names: folded key → numbers of rows.
        longest: first word of a key → most words that a key beginning with it has.
        seconds: first word of a key → second words of keys.
        numbers: id → number of row.
    """

    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, set[str]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    _raw: list[str | Entry] = field(default_factory=list)
    _divisions: dict[tuple[str, str], str] = field(default_factory=dict)
    _amended: dict[str, list[str]] = field(default_factory=dict)

    def entry(self, number: int) -> Entry:
        """The place of that row."""
        row = self._raw[number]
        if isinstance(row, str):
            row = self._city(row.split(","))
            self._raw[number] = row
        return row

    def named(self, key: str) -> tuple[Entry, ...]:
        """All places that have a name."""
        return tuple([self.entry(number) for number in self.names.get(key, ())])

    def __getitem__(self, identifier: str) -> Entry:
        return self.entry(self.numbers[identifier])

    def get(self, identifier: str) -> Entry | None:
        """The place of that id, None when there is none."""
        number = self.numbers.get(identifier)
        return None if number is None else self.entry(number)

    def chain(self, identifier: str) -> tuple[str, ...]:
        """Ids of all that contains the place, nearest first."""
        entry = self.get(identifier)
        return () if entry is None else entry.within

    def _city(self, cells: list[str]) -> Entry:
        number, name, arabic, kind, lat, lon, country, division, population, _ = cells
        within = (f"country:{country}",)
        if (country, division) in self._divisions:
            within = (self._divisions[country, division], *within)
        city = Entry(
            f"geonames:{number}",
            name,
            arabic,
            kind,
            float(lat),
            float(lon),
            country,
            int(population),
            within,
            level=_city_level(country, int(population)),
            article=starts_with_article(name),
            division=self._divisions.get((country, division), ""),
        )
        return self._amend(city, number)

    def _amend(self, city: Entry, number: str) -> Entry:
        if number not in self._amended:
            return city
        _, name, arabic, level, *_ = self._amended[number]
        return replace(
            city,
            name=name or city.name,
            ar=arabic or city.ar,
            level=int(level) if level else 0 if city.population >= _LARGE or city.country in stop().core else 1,
            article=starts_with_article(name or city.name),
        )

    def _add(self, row: str | Entry, identifier: str, keys: Iterable[str]) -> None:
        number = len(self._raw)
        self._raw.append(row)
        self.numbers[identifier] = number
        for key in keys:
            self._name(key, number)

    def _name(self, key: str, number: int) -> None:
        known = self.names.get(key)
        if known is None:
            self.names[key] = (number,)
            first, _, rest = key.partition(" ")
            words = 1
            if rest:
                words = rest.count(" ") + 2
                self.seconds.setdefault(first, set()).add(rest.partition(" ")[0])
            if words > self.longest.get(first, 0):
                self.longest[first] = words
        elif number not in known:
            self.names[key] = (*known, number)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    found = Gazetteer()
    never = stop().never
    _load_countries(found)
    _load_divisions(found)
    _load_cities(found, never)
    _load_regions(found)
    _load_villages(found)
    _load_sites(found)
    return found


def contains(outer: str, inner: str) -> bool:
    """Whether the place ``outer`` contains the place ``inner`` (both ids); no place contains itself."""
    return outer in gazetteer().chain(inner)


def distance(left: Entry, right: Entry) -> float | None:
    """Kilometres on the great circle between two places, None when a coordinate is unknown."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    north, south = radians(left.lat), radians(right.lat)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(half))


def _city_level(country: str, population: int) -> int:
    if country in stop().core:
        return 0 if population >= _LARGE else 1
    return 1 if population >= _GREAT else 2


def _rows(name: str) -> Iterator[list[str]]:
    """Cells of each row of a supplement file, its head and its column names left out."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    body = [line for line in lines if line and not line.startswith("#")]
    return (line.split(",") for line in body[1:])


def _keys(names: Iterable[str], never: frozenset[str] = frozenset()) -> Iterator[str]:
    """Keys of names given by hand, variants included; what stands in parentheses is no part of a name."""
    for name in names:
        key = supplement_key(re.sub(r"\(.*?\)", "", name))
        if not key or key in never:
            continue
        yield key
        if is_arabic(key):
            yield from (other for other in arabic_variants(key) if other not in never)
            if "سوريا" in key:
                yield key.replace("سوريا", "سوريه")
        elif latin_words(name)[:1] == ["the"]:
            yield key.removeprefix("the ")


def _load_countries(found: Gazetteer) -> None:
    seats: set[str] = set()
    for line in (DATA / "place_countries.csv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            identifier, name, arabic, capital, keys = line.split(",")
            seats.add(capital)
            entry = Entry(identifier, name, arabic, "country", country=identifier[-2:], level=0)
            found._add(entry, identifier, keys.split("|"))
    found.capitals = frozenset(seats)


def _load_divisions(found: Gazetteer) -> None:
    for country, code, slug, name, arabic, others, _ in _rows("place_admin1.csv"):
        term = kinds().division(country)
        identifier = f"admin1:{country}-{slug}"
        entry = Entry(
            identifier,
            f"{name} {term.en}".strip() if term.en and term.en not in name else name,
            f"{term.ar} {arabic}".strip() if arabic else "",
            "province",
            country=country,
            within=(f"country:{country}",),
            level=0 if country in stop().core else 1,
            division=identifier,
        )
        found._divisions[country, code] = identifier
        found._add(entry, identifier, _keys([name, arabic, *others.split("|")]))


def _load_cities(found: Gazetteer, never: frozenset[str]) -> None:
    amended = {cells[0]: cells for cells in _rows("place_amend.csv")}
    found._amended = amended
    for line in (DATA / "place_cities.csv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        identifier = line[: line.index(",")]
        if identifier in amended and amended[identifier][3] in ("drop", str(NEVER)):
            continue
        keys = line[line.rindex(",") + 1 :].split("|")
        kept = [key for key in keys if key and key not in never]
        if identifier in amended:
            _, name, arabic, _, others, _ = amended[identifier]
            kept += [*_keys([name, arabic, *others.split("|")], never)]
        found._add(line, f"geonames:{identifier}", kept)


def _load_regions(found: Gazetteer) -> None:
    for cells in _rows("place_regions.csv"):
        identifier, name, arabic, kind, lat, lon, within, touches, level, others, _ = cells
        keys = _keys([name, arabic, *others.split("|")])
        known = found.get(identifier)
        if known is not None:
            number = found.numbers[identifier]
            found._raw[number] = replace(
                known, name=name or known.name, ar=arabic or known.ar, level=int(level) if level else known.level
            )
            for key in keys:
                found._name(key, number)
            continue
        entry = Entry(
            identifier,
            name,
            arabic,
            kind,
            float(lat) if lat else None,
            float(lon) if lon else None,
            within=_chain(found, within),
            touches=tuple(filter(None, touches.split("|"))),
            level=int(level) if level else 0,
            article=starts_with_article(name),
        )
        found._add(replace(entry, country=_country(entry.within), division=_division(entry.within)), identifier, keys)


def _load_villages(found: Gazetteer) -> None:
    for within, kind, arabic, name, others, _ in _rows("place_villages.csv"):
        chain = _chain(found, within)
        identifier = f"local:{slug(name)}-{within.rpartition(':')[2].partition('-')[2] or within.rpartition(':')[2]}"
        entry = Entry(
            identifier,
            name,
            arabic,
            kind,
            country=_country(chain),
            within=chain,
            level=1,
            article=starts_with_article(name),
            division=_division(chain),
        )
        found._add(entry, identifier, _keys([name, arabic, *others.split("|")], stop().never))


def _load_sites(found: Gazetteer) -> None:
    for within, kind, arabic, name, lat, lon, others, _ in _rows("place_sites.csv"):
        chain = _chain(found, within)
        entry = Entry(
            f"local:{slug(name)}",
            name,
            arabic,
            kind,
            float(lat) if lat else None,
            float(lon) if lon else None,
            _country(chain),
            within=chain,
            level=0,
            article=starts_with_article(name),
            division=_division(chain),
        )
        found._add(entry, entry.id, _keys([name, arabic, *others.split("|")], stop().never))


def _chain(found: Gazetteer, within: str) -> tuple[str, ...]:
    """Given ids of containers and what contains those, nearest first."""
    given = [identifier for identifier in within.split("|") if identifier]
    chain = [*given]
    for identifier in given:
        chain += [outer for outer in found.chain(identifier) if outer not in chain]
    return tuple(chain)


def _country(chain: tuple[str, ...]) -> str:
    return next((outer[-2:] for outer in chain if outer.startswith("country:")), "")


def _division(chain: tuple[str, ...]) -> str:
    return next((outer for outer in chain if outer.startswith("admin1:")), "")


def slug(name: str) -> str:
    """An English name as part of an id: ``Al Bu Hayat`` → ``al-bu-hayat``."""
    return "-".join(re.findall("[a-z0-9]+", " ".join(latin_words(name)) or latin_key(name)))
