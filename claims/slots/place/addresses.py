"""Whether a place lies outside of what the words right after its name say it lies in (*Tripoli, Lebanon*)."""

from __future__ import annotations

from claims.slots.place.entries import LARGE, Entry
from claims.slots.place.mentions import Mention
from claims.slots.place.relations import relations

_AREAS = frozenset({"country", "sea", "strait", "province", "river", "region"})
_TOWNS = frozenset({"city", "town"})


def lies_elsewhere(entry: Entry, anchor: Mention) -> bool:
    """Whether a small place lies outside of what the words right after it name (حي الصناعة بدير الزور).

    A large one, too, lies in the country that closes its English address (*Tripoli, Lebanon*).
    """
    if anchor.holds and anchor.alone and not anchor.arabic and lies_abroad(entry, anchor):
        return True
    if not anchor.holds or entry.population >= LARGE or entry.kind in _AREAS:
        return False
    if entry.kind == "neighbourhood":
        cities = {other.id for other in anchor.entries if other.kind in _TOWNS}
        return bool(cities) and cities.isdisjoint(entry.within)
    divisions = {other.division for other in anchor.entries}
    divisions |= {relations().rural.get(division, division) for division in divisions}
    return "" not in divisions and bool(entry.division) and entry.division not in divisions


def lies_abroad(entry: Entry, land: Mention) -> bool:
    """Whether a town lies in another country than the one that ``land`` names."""
    lands = {other.country for other in land.entries if other.kind == "country"}
    town = entry.kind in _TOWNS and bool(entry.country)
    return town and bool(lands) and entry.country not in lands
