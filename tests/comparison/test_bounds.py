"""When and where all claims of a group can have happened."""

from __future__ import annotations

from dataclasses import replace

from claims.comparison.bounds import Bounds, bounds, met
from claims.model import Place, Span
from claims.slots.place import find_places

from .test_candidates import a_raid

DAY = "2015-07-04"


def _at(text: str) -> Bounds:
    """What a raid allows that happened where a text says."""
    places = find_places(text)
    assert places
    return bounds(replace(a_raid(1, DAY), places=places), None)


def _towns(found: Bounds | None) -> list[str]:
    return [] if found is None else [name for name, _ in found.towns]


def _named(text: str) -> Place:
    return find_places(text)[0]


def test_a_claim_of_two_towns_does_not_make_one_event_of_both() -> None:
    """It joins the one or the other."""
    both, one, other = _at("in Tikrit and in Mosul"), _at("in Tikrit"), _at("in Mosul")
    narrowed = met(both, one)

    assert narrowed is not None
    assert _towns(narrowed) == [_named("in Tikrit").id]
    assert met(narrowed, other) is None
    assert met(one, both) == narrowed


def test_a_city_that_is_a_province_as_well_fits_its_villages() -> None:
    """*In Idlib* may be the governorate; *in the city of Idlib* is not."""
    village = _at("the village of Kansafra")

    assert _towns(met(_at("in Idlib"), village)) == _towns(village)
    assert met(_at("in the city of Idlib"), village) is None


def test_north_of_a_town_is_not_in_it() -> None:
    """It fits the places around the town, not one that lies far away."""
    assert met(_at("north of Azaz"), _at("in Mosul")) is None
    assert met(_at("north of Azaz"), _at("in Azaz")) is not None


def test_two_vague_places_have_to_fit_each_other() -> None:
    """As long as nobody names a town."""
    assert met(_at("north of Azaz"), _at("east of Mosul")) is None


def test_a_quarter_and_its_city_are_told_by_the_quarter() -> None:
    """Another quarter of the city is then another place."""
    quarter, city = _at("in Jobar in Damascus"), _at("in the city of Damascus")
    found = met(quarter, city)

    assert found is not None
    assert _towns(found) == _towns(quarter)
    assert met(found, _at("in Mezzeh in Damascus")) is None


def test_a_quarter_that_no_list_has_does_not_part_what_is_told_of_its_city() -> None:
    """Nothing says where it lies but the city beside it."""
    assert met(_at("in the Zahra quarter of Homs"), _at("in the city of Homs")) is not None


def test_two_villages_of_one_town_are_two_places() -> None:
    """Both name the town; where one side names it alone, the village is where in it."""
    one, other = _at("in Kansafra near Maarrat al-Numan"), _at("in Sarmin near Maarrat al-Numan")
    town = _at("in Maarrat al-Numan")

    assert met(one, other) is None
    narrowed = met(one, town)
    assert narrowed is not None
    assert met(narrowed, other) is None


def test_a_mountain_with_many_villages_is_no_place_of_its_own() -> None:
    """It fits a village on it, and not one far away."""
    assert met(_at("in Jabal al-Zawiya"), _at("in the village of Kansafra")) is not None
    assert met(_at("in Jabal al-Zawiya"), _at("in Tikrit")) is None


def test_a_village_that_no_list_has_may_be_spelled_in_two_ways() -> None:
    """As the comparison of places has it; another name is another village."""
    one = bounds(replace(a_raid(1, DAY), places=(_unlisted("Marayana"),)), None)
    other = bounds(replace(a_raid(1, DAY), places=(_unlisted("Marayanah"),)), None)
    else_ = bounds(replace(a_raid(1, DAY), places=(_unlisted("Tulaylat"),)), None)

    assert met(one, other) is not None
    assert met(one, else_) is None


def _unlisted(name: str) -> Place:
    return Place(name, "", None, None, "in", name, Span(0, len(name)))


def test_near_a_village_on_no_list_can_be_near_another_village() -> None:
    """Where it lies nobody knows; two known villages, or something in it, are told apart."""
    known, other = _named("قرب بلدة سرمين"), _named("قرب بلدة آفس")
    unknown = replace(
        known, id="", name="تل الزيتونة", text="تل الزيتونة", within=(), candidates=()
    )
    near = bounds(replace(a_raid(1, DAY), places=(known,)), None)

    assert met(near, bounds(replace(a_raid(2, DAY), places=(unknown,)), None)) is not None
    assert met(near, bounds(replace(a_raid(2, DAY), places=(other,)), None)) is None
    inside = replace(unknown, relation="in")
    assert met(near, bounds(replace(a_raid(2, DAY), places=(inside,)), None)) is None
