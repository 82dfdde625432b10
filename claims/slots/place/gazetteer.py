"""The gazetteer of this process: read once from the data files, on first use, in a fraction of a second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from claims.slots.place.entries import Amendment, Entry, Gazetteer
from claims.slots.place.lexicon import kinds, stop
from claims.slots.place.names import (
    arabic_variants,
    is_arabic,
    starts_with_article,
    supplement_key,
)
from claims.text.shadow import fold

DATA = Path(__file__).resolve().parent.parent / "data"
_EARTH = 6371.0
"""Mean radius of the earth in km."""
_DROPPED = ("drop", "9")
"""Levels of rows that are left out, and of names that are never read."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    found = Gazetteer()
    _load_countries(found)
    _load_divisions(found)
    _load_cities(found)
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


def slug(name: str) -> str:
    """An English name as part of an id: ``Al Bu Hayat`` → ``al-bu-hayat``."""
    return "-".join(re.findall("[a-z0-9]+", re.sub("['’‘]", "", fold(name))))


def is_capital(place: str) -> bool:
    """Whether an id is that of the capital of a country."""
    return place in gazetteer().capitals


def _lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _rows(name: str) -> Iterator[list[str]]:
    """Cells of each row of a supplement file, its head and its column names left out."""
    lines = _lines(name)
    next(lines)
    return (line.split(",") for line in lines)


def _keys(names: Iterable[str]) -> Iterator[str]:
    """Keys of names given by hand, variants included; what stands in parentheses is no part of a name."""
    never = stop().never
    for name in names:
        key = supplement_key(re.sub(r"\(.*?\)", "", name))
        if not key or key in never:
            continue
        yield key
        if is_arabic(key):
            yield from (other for other in arabic_variants(key) if other not in never)
            if "سوريا" in key:
                yield key.replace("سوريا", "سوريه")
        else:
            yield key.removeprefix("the ")


def _load_countries(found: Gazetteer) -> None:
    seats = set()
    for line in _lines("place_countries.csv"):
        identifier, name, arabic, capital, keys = line.split(",")
        seats.add(capital)
        entry = Entry(identifier, name, arabic, "country", country=identifier[-2:], level=0)
        found.add(entry, identifier, keys.split("|"))
    found.capitals = frozenset(seats)


def _load_divisions(found: Gazetteer) -> None:
    for country, code, part, name, arabic, others, _ in _rows("place_admin1.csv"):
        term = kinds().division(country)
        identifier = f"admin1:{country}-{part}"
        entry = Entry(
            identifier,
            f"{name} {term.en}".strip() if term.en not in name else name,
            f"{term.ar} {arabic}".strip() if arabic else "",
            "province",
            country=country,
            within=(f"country:{country}",),
            level=0 if country in stop().core else 1,
            division=identifier,
        )
        found.divisions[country, code] = identifier
        found.add(entry, identifier, _keys([name, arabic, *others.split("|")]))


def _load_cities(found: Gazetteer) -> None:
    amended = {cells[0]: cells for cells in _rows("place_amend.csv")}
    found.amendments = {row[0]: Amendment(row[1], row[2], row[3]) for row in amended.values()}
    never = stop().never
    for line in _lines("place_cities.csv"):
        identifier = line[: line.index(",")]
        change = amended.get(identifier)
        if change is not None and change[3] in _DROPPED:
            continue
        keys = [key for key in line[line.rindex(",") + 1 :].split("|") if key and key not in never]
        if change is not None:
            given = [change[1], change[2], *change[4].split("|")]
            keys += _keys(one for one in given if not one.startswith("-"))
            gone = {*_keys(one[1:] for one in given if one.startswith("-"))}
            keys = [key for key in keys if key not in gone]
        found.add(line, f"geonames:{identifier}", keys)


def _load_regions(found: Gazetteer) -> None:
    for cells in _rows("place_regions.csv"):
        identifier, name, arabic, kind, lat, lon, within, touches, level, others, _ = cells
        keys = _keys([name, arabic, *others.split("|")])
        known = found.get(identifier)
        if known is not None:
            weight = int(level) if level else known.level
            found.change(
                replace(known, name=name or known.name, ar=arabic or known.ar, level=weight), keys
            )
            continue
        entry = _placed(identifier, (name, arabic, kind), _chain(found, within), (lat, lon))
        touched = tuple(filter(None, touches.split("|")))
        entry = replace(entry, touches=touched, level=int(level) if level else 0)
        found.add(entry, identifier, keys)


def _load_villages(found: Gazetteer) -> None:
    for within, kind, arabic, name, others, _ in _rows("place_villages.csv"):
        place = within.rpartition(":")[2]
        identifier = f"local:{slug(name)}-{place.partition('-')[2] or place.lower()}"
        entry = _placed(identifier, (name, arabic, kind), _chain(found, within), ("", ""))
        found.add(entry, identifier, _keys([name, arabic, *others.split("|")]))


def _load_sites(found: Gazetteer) -> None:
    for within, kind, arabic, name, lat, lon, others, _ in _rows("place_sites.csv"):
        entry = _placed(
            f"local:{slug(name)}", (name, arabic, kind), _chain(found, within), (lat, lon)
        )
        found.add(replace(entry, level=0), entry.id, _keys([name, arabic, *others.split("|")]))


def _placed(
    identifier: str, named: tuple[str, str, str], chain: tuple[str, ...], point: tuple[str, str]
) -> Entry:
    """A place of the supplement: its names and kind, what contains it, its coordinates as written."""
    name, arabic, kind = named
    return Entry(
        identifier,
        name,
        arabic,
        kind,
        float(point[0]) if point[0] else None,
        float(point[1]) if point[1] else None,
        next((outer[-2:] for outer in chain if outer.startswith("country:")), ""),
        within=chain,
        article=starts_with_article(name),
        division=next((outer for outer in chain if outer.startswith("admin1:")), ""),
    )


def _chain(found: Gazetteer, within: str) -> tuple[str, ...]:
    """Given ids of containers and what contains those, nearest first."""
    given = [identifier for identifier in within.split("|") if identifier]
    chain = [*given]
    for identifier in given:
        chain += [outer for outer in found.chain(identifier) if outer not in chain]
    return tuple(chain)
