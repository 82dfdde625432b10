"""What a text is about, so far as it helps to tell which of several places a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.slots.place.denoted import denoted
from claims.slots.place.entries import Entry
from claims.slots.place.gazetteer import distance, gazetteer
from claims.slots.place.lexicon import stop, words
from claims.slots.place.mentions import Scan

_TOWNS = frozenset({"city", "town"})
_QUARTER = "neighbourhood"
_ABOUT = 3
"""Mentions of towns from which a text is about them, so that a quarter of a town it never names is taken for one of theirs."""
_MANY = 3
"""Adjectives of nationality that say as much as one place."""
_NEIGHBOURING = 120.0
"""Kilometres from a place that is named within which a place over a border is not far off."""
_DEGREES = 1.1
"""Degrees of latitude beyond which two places lie farther apart than that."""


@dataclass(slots=True)
class Context:
    """What the text is about so far: votes for countries and for what contains the places named.

    Every name votes once, and not for itself. Adjectives of nationality vote for their country; a state that acts has no
    vote, but what lies in it is not far off, unless its forces act far from home.
    """

    countries: Counter[str] = field(default_factory=Counter)
    adjectives: Counter[str] = field(default_factory=Counter)
    acting: set[str] = field(default_factory=set)
    containers: Counter[str] = field(default_factory=Counter)
    voters: dict[str, Entry] = field(default_factory=dict)
    towns: Counter[str] = field(default_factory=Counter)
    named: set[str] = field(default_factory=set)
    _land_votes: int = 1
    _division_votes: int = 1
    _settled: bool = False

    def add(self, entry: Entry, key: str) -> None:
        """A place that the text surely names, under the key it was found by."""
        if key in self.voters:
            return
        self.voters[key] = entry
        lands = (
            [entry.country]
            if entry.country
            else [touched.partition(":")[2][:2] for touched in entry.touches]
        )
        self.countries.update(lands)
        self.containers.update((entry.id, *entry.within))

    def close(self) -> None:
        """Count the votes when all are in."""
        self._land_votes = self.countries.total() + self.adjectives.total() or 1
        named = (count for outer, count in self.containers.items() if outer.startswith("admin1:"))
        self._division_votes = sum(named) or 1
        at_home = (n for land, n in self.adjectives.items() if land not in words().abroad)
        self._settled = sum(at_home) >= _MANY

    def exclusive(self, key: str) -> bool:
        """Whether enough else is named to take a place elsewhere for far off."""
        return len(self.voters) > (key in self.voters) or self._settled

    def of_another_town(self, entry: Entry) -> bool:
        """Whether a quarter is one of a town that the text never names, while it is about others of that country (*Midan* in news of Aleppo)."""
        if entry.kind != _QUARTER or self.towns[entry.country] < _ABOUT:
            return False
        return self.named.isdisjoint(
            outer for outer in entry.within if outer != f"country:{entry.country}"
        )

    def closeness(self, entry: Entry, key: str) -> int:
        """2 in a province that is named, 1 in a country that is, 0 when nothing is known, -1 elsewhere."""
        own = self.voters.get(key)
        if self.containers[entry.division] > (own is not None and own.division == entry.division):
            return 2
        if not entry.country:
            return 0
        if self.countries[entry.country] > (own is not None and own.country == entry.country):
            return 1
        if entry.country in self.acting:
            return 1
        if entry.country in self.adjectives:
            return 1 if entry.country in stop().core or entry.country not in words().abroad else 0
        return -1 if self.exclusive(key) and not self.beside(entry, key) else 0

    def beside(self, entry: Entry, key: str) -> bool:
        """Whether a place lies close to another one that is named, over a border."""
        if entry.lat is None:
            return False
        for name, other in self.voters.items():
            if name == key or other.lat is None or abs(other.lat - entry.lat) > _DEGREES:
                continue
            apart = distance(entry, other)
            if apart is not None and apart <= _NEIGHBOURING:
                return True
        return False

    def share(self, entry: Entry) -> float:
        """How much of the context speaks for the place: 0 to 6."""
        votes = self.countries[entry.country] + self.adjectives[entry.country]
        own = 3 * votes / self._land_votes
        return own + 3 * self.containers[entry.division] / self._division_votes


def read_context(found: Scan, near: Iterable[str]) -> Context:
    """What the text is about, by the names that are surely places and by its adjectives of nationality.

    Args:
        found: the names of the text with their levels set.
        near: ids of places that the surrounding document names.
    """
    context = Context()
    context.adjectives.update(found.lands)
    places = gazetteer()
    for identifier in near:
        entry = places.get(identifier)
        if entry is not None:
            context.add(entry, identifier)
    for mention in found.mentions:
        context.named.update(denoted(mention.key).ids)
        if not mention.against and any(one.kind in _TOWNS for one in mention.entries):
            context.towns[mention.entries[0].country] += 1
        if mention.country:
            context.countries[mention.country] += 1
        if any(mention.levels):
            continue
        name = denoted(mention.key)
        if mention.against and (name.power or name.main.country not in stop().core):
            if name.power and name.main.country not in words().abroad:
                context.acting.add(name.main.country)
            continue
        if name.plain:
            context.add(name.main, mention.key)
    context.close()
    return context
