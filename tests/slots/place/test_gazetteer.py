"""The data behind the places: ids, containers, coordinates, kinds, keys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import claims.slots.place.build as building
from claims.slots.place import contains
from claims.slots.place.entries import Entry
from claims.slots.place.gazetteer import DATA, distance, gazetteer
from claims.slots.place.lexicon import kinds
from claims.slots.place.names import (
    arabic_key,
    arabic_variants,
    latin_key,
    skeleton,
    supplement_key,
)
from claims.slots.place.relations import relation_id, relations

SUPPLEMENTS = ("place_admin1", "place_amend", "place_regions", "place_sites", "place_villages")
_FARTHEST = 200.0


def rows(name: str) -> list[dict[str, str]]:
    """Rows of a supplement by their column names."""
    lines = (DATA / f"{name}.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


def entries() -> list[Entry]:
    """All places."""
    places = gazetteer()
    return [places[identifier] for identifier in places.numbers]


@pytest.mark.parametrize("name", SUPPLEMENTS)
def test_every_row_states_its_source(name: str) -> None:
    """Each row of a supplement says where it comes from, and each file what it is."""
    assert all(row["source"] in ("geonames", "editor") for row in rows(name))
    assert (DATA / f"{name}.csv").read_text("utf-8").startswith("# ")


def test_containers_exist_and_nothing_contains_itself() -> None:
    """Every id that contains or touches something is a place of the gazetteer."""
    places = gazetteer()
    for entry in entries():
        assert entry.id not in entry.within
        assert all(outer in places.numbers for outer in (*entry.within, *entry.touches)), entry


def test_every_place_has_a_known_kind_and_a_name() -> None:
    """Kinds are those of place_kinds.toml; no place is nameless."""
    assert all(entry.kind in kinds().kinds and entry.name for entry in entries())


def test_no_local_id_is_given_twice() -> None:
    """Two rows of the supplement never share an id."""
    local = [row for name in ("place_sites", "place_villages") for row in rows(name)]
    assert sum(identifier.startswith("local:") for identifier in gazetteer().numbers) == len(
        local
    ) + sum(row["id"].startswith("local:") for row in rows("place_regions"))


def test_coordinates_lie_where_the_place_is_said_to_be() -> None:
    """A coordinate written by hand lies near a GeoNames place of the same division."""
    towns: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.id.startswith("geonames:") and entry.division:
            towns.setdefault(entry.division, []).append(entry)
    for entry in entries():
        if entry.id.startswith("local:") and entry.lat is not None and entry.division in towns:
            gaps = [distance(entry, town) for town in towns[entry.division]]
            assert min(gap for gap in gaps if gap is not None) < _FARTHEST, entry


def test_division_codes_are_those_of_geonames() -> None:
    """Every admin1 code is carried by a city of that country."""
    places = gazetteer()
    used = {entry.division for entry in entries() if entry.id.startswith("geonames:")}
    assert {code for code in places.divisions.values() if code not in used} == set()


def test_containment_goes_up_the_chain() -> None:
    """A village lies in its province and its country, a quarter in its city, none in itself."""
    assert contains("admin1:SY-idlib", "local:kansafra-idlib")
    assert contains("country:SY", "local:kansafra-idlib")
    assert contains("geonames:170063", "local:jazmati-170063")
    assert contains("country:SY", "geonames:174448")
    assert not contains("country:IQ", "geonames:174448")
    assert not contains("country:SY", "country:SY")


@pytest.mark.parametrize(
    ("city", "division"),
    [
        ("geonames:174448", "admin1:SY-deir-ez-zor"),
        ("geonames:99454", "admin1:IQ-anbar"),
        ("geonames:281102", "admin1:PS-gaza-strip"),
        ("geonames:379555", "admin1:SD-north-darfur"),
        ("geonames:88319", "admin1:LY-benghazi"),
        ("geonames:79415", "admin1:YE-hodeidah"),
        ("geonames:713174", "admin1:UA-donetsk"),
        ("geonames:266826", "admin1:LB-north-lebanon"),
    ],
)
def test_cities_stand_in_their_division(city: str, division: str) -> None:
    """Codes of GeoNames are mapped to the divisions people know."""
    assert gazetteer()[city].division == division


def test_every_relation_has_captions() -> None:
    """Each relation id that can come out is captioned in both languages."""
    winds = (
        "",
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    )
    bases = (
        "",
        "near",
        "countryside",
        "outskirts",
        "centre",
        "between",
        "road to",
        "bank of",
        "border with",
    )
    for base in bases:
        for wind in winds:
            for kind in ("town", "province"):
                captions = relations().captions[relation_id(base, wind, kind)]
                assert "{}" in captions.ar
                assert "{}" in captions.en


def test_keys_bring_spellings_together() -> None:
    """Articles, hyphens, apostrophes and final letters do not part one name."""
    assert latin_key("Dayr az-Zawr") == latin_key("Dayr Az Zawr") == "dayr zawr"
    assert supplement_key("Ra's al-'Ayn") == "ras ayn"
    assert arabic_key("أبو كمال") == "ابو كمال"
    assert arabic_key("Kobani") == ""
    assert "كفر نبل" in arabic_variants("كفرنبل")
    assert "كربلا" in arabic_variants("كربلاء")
    assert skeleton("قيبار") == skeleton("qaybar")


def test_a_geonames_row_is_written_with_its_keys() -> None:
    """The build keeps id, plain name, Arabic name, kind and both scripts' keys of a place."""
    city = {
        "geonameid": 1,
        "name": "Al Ḩawl",
        "latitude": 36.39,
        "longitude": 41.15,
        "countrycode": "SY",
        "population": 0,
        "admin1code": "01",
        "alternatenames": ["Al-Hol", "الحول", "hwl", "XYZ"],
    }
    coverage = building.Coverage.read()
    assert coverage.takes(city, capital=False)
    line = building.city_line(city, coverage.spellings(city, capital=False))
    assert line == "1,Al Hawl,الحول,town,36.3900,41.1500,SY,01,0,hawl|hol|الحول"


def test_a_small_place_far_away_is_left_out() -> None:
    """Villages of countries that are not covered do not enter the gazetteer, capitals and amended rows always do."""
    city = {"countrycode": "NZ", "population": 1200, "geonameid": 1}
    assert not building.Coverage.read().takes(city, capital=False)
    assert building.Coverage.read().takes(city, capital=True)
    vukovar = {"countrycode": "HR", "population": 0, "geonameid": 3187047}
    assert building.Coverage.read().takes(vukovar, capital=False)


def test_the_built_files_are_beside_the_code() -> None:
    """Both built files stand in the data folder and name their makers."""
    for name in ("place_cities.csv", "place_countries.csv"):
        head = Path(building.DATA / name).read_text("utf-8")[:600]
        assert "GeoNames" in head
        assert "CC BY 4.0" in head
