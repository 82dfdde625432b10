"""Decides which names are places and which of several places a name denotes, by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from claims.slots.place.evidence import LISTED, NEED, fits
from claims.slots.place.gazetteer import Entry, gazetteer
from claims.slots.place.lexicon import kinds, stop
from claims.slots.place.mentions import Mention, Scan
from claims.slots.place.relations import relations
from claims.slots.place.surroundings import wind_after
from claims.text.tokens import Tokens

_ANCHOR_REACH = 6
_ANCHOR_WEIGHT = 3
_KEPT = 2.0
"""How far behind the best candidate another may lie and still be kept."""
_MOST = 5
_MANY = 3
"""Adjectives of nationality that say as much as one place."""
_GREAT = 1_000_000
_LARGE = 50_000
_AREA_PRIOR = {"country": 3.0, "sea": 3.5, "province": 2.4, "river": 2.3, "region": 2.2}
_LOCAL_PRIOR = 1.0
_POINT = 0.5
_SEVERAL = frozenset({"ريفي", "ريفا", "ارياف"})
_JOINED = frozenset({"و", "،", ",", "-", "/", "and", "or", "&", "او"})


@dataclass(slots=True)
class Context:
    """What the text is about so far: votes for countries and for what contains the places named.

    ``exclusive`` says that enough is named to take a place elsewhere for far off.
    """

    countries: Counter[str] = field(default_factory=Counter)
    containers: Counter[str] = field(default_factory=Counter)
    exclusive: bool = False
    land_votes: int = 1
    division_votes: int = 1

    def add(self, entry: Entry) -> None:
        """A place that the text surely names."""
        if entry.country:
            self.countries[entry.country] += 1
        for outer in (entry.id, *entry.within):
            self.containers[outer] += 1
            if not entry.country and outer.startswith("country:"):
                self.countries[outer[-2:]] += 1
        if not entry.country:
            for touched in entry.touches:
                self.countries[touched.partition(":")[2][:2]] += 1

    def closeness(self, entry: Entry) -> int:
        """2 in a province that is named, 1 in a country that is, 0 when nothing is known, -1 elsewhere."""
        if entry.division in self.containers:
            return 2
        if not self.countries or not entry.country:
            return 0
        if entry.country in self.countries:
            return 1
        return -1 if self.exclusive else 0

    def share(self, entry: Entry) -> float:
        """How much of the context speaks for the place: 0 to 6."""
        own = 3 * self.countries.get(entry.country, 0) / self.land_votes
        return own + 3 * self.containers.get(entry.division, 0) / self.division_votes

    def close(self) -> None:
        """Count the votes when all are in."""
        self.exclusive = bool(self.containers) or self.countries.total() >= _MANY
        self.land_votes = self.countries.total() or 1
        named = (count for outer, count in self.containers.items() if outer.startswith("admin1:"))
        self.division_votes = sum(named) or 1


def narrow(tokens: Tokens, found: Scan, near: Iterable[str]) -> list[Mention]:
    """The names found that are places, each with its candidates best first."""
    mentions = found.mentions
    _link(tokens, mentions)
    _acting_lists(mentions)
    context = _context(found, near)
    accepted = [_judge(mention, context, _anchor(tokens, mentions, index)) for index, mention in enumerate(mentions)]
    _lists(mentions, accepted, context)
    _again(mentions, accepted, context)
    return [mention for mention, taken in zip(mentions, accepted, strict=True) if taken]


def _acting_lists(mentions: list[Mention]) -> None:
    """In a list of countries of which the last is said to act, all act."""
    for left, right in reversed(list(zip(mentions, mentions[1:], strict=False))):
        if right.listed and right.against and not left.weight and left.power and right.power:
            left.against = True


def _link(tokens: Tokens, mentions: list[Mention]) -> None:
    """Mark names that follow the one before in a list; kind word and relation of its first carry over."""
    for left, right in zip(mentions, mentions[1:], strict=False):
        if right.left < left.right:
            left.against = True
            continue
        between = tokens.words[left.right : right.left]
        if not (set(between) <= _JOINED and len(between) <= 2):
            continue
        if right.lead not in ("", "و") or not (between or right.lead == "و"):
            continue
        right.listed = True
        if right.word is None and left.word is not None and left.word.many and _fitting(right, left):
            right.word = left.word
        if left.against and right.power:
            right.against = True
        elif right.left == right.first and not left.against:
            _share(tokens, left, right)


def _share(tokens: Tokens, left: Mention, right: Mention) -> None:
    """Let the relation of a name hold for the next one (قرب X وY, between X and Y, ريفي X وY)."""
    if left.base == "countryside":
        if tokens.words[left.left][left.cut :] in _SEVERAL:
            right.base = left.base
            wind_after(tokens, right)
        return
    if left.base == "between" or (_point(left) and _point(right) and not _contained(left, right)):
        if left.base in relations().shared:
            right.base, right.wind = left.base, left.wind
        elif left.wind and not left.base and not left.inside:
            right.wind = left.wind


def _point(mention: Mention) -> bool:
    """Whether the name can mean a town or a site rather than only an area."""
    return any(kinds().kinds[entry.kind].specificity >= _POINT for entry in mention.entries)


def _fitting(mention: Mention, first: Mention) -> bool:
    word = first.word
    return word is not None and any(entry.kind in word.fits for entry in mention.entries)


def _contained(inner: Mention, outer: Mention) -> bool:
    outers = {entry.id for entry in outer.entries}
    return any(not outers.isdisjoint(entry.within) for entry in inner.entries)


def _context(found: Scan, near: Iterable[str]) -> Context:
    context = Context()
    context.countries.update(found.lands)
    places = gazetteer()
    for identifier in near:
        entry = places.get(identifier)
        if entry is not None:
            context.add(entry)
    for mention in found.mentions:
        if mention.country:
            context.countries[mention.country] += 1
        if mention.against or any(mention.levels):
            continue
        entries = mention.entries
        if len(entries) == 1 or len({entry.country for entry in entries}) == 1:
            context.add(max(entries, key=lambda entry: entry.population))
    context.close()
    return context


def _anchor(tokens: Tokens, mentions: list[Mention], index: int) -> Mention | None:
    """The name that follows closely and may say where this one lies (قرية السيال بريف البوكمال; Hit, Iraq)."""
    if index + 1 >= len(mentions):
        return None
    mention, following = mentions[index], mentions[index + 1]
    gap = tokens.words[mention.right : following.left]
    if following.against or len(gap) > _ANCHOR_REACH or "\n" in gap or "." in gap:
        return None
    return following


def _judge(mention: Mention, context: Context, anchor: Mention | None) -> bool:
    """Set the candidates of a mention; whether it is read as a place at all."""
    if mention.against or _company(mention):
        return False
    if mention.levels == (0,) and not _local(mention.entries[0]):
        mention.best = mention.entries
        return True
    entries = list(zip(mention.entries, mention.levels, strict=True))
    if mention.word is not None:
        entries = [one for one in entries if fits(one[0], mention)] or entries
    anchored = {entry.id for entry in anchor.entries} if anchor is not None else set()
    ranked: list[tuple[float, Entry]] = []
    for entry, needed in entries:
        held = not anchored.isdisjoint(entry.within) or mention.country == entry.country != ""
        if _enough(entry, mention, context, needed, held=held):
            ranked.append((_score(entry, mention, context, held=held) if len(entries) > 1 else 0.0, entry))
    ranked.sort(key=lambda pair: -pair[0])
    mention.best = _kept(ranked, mention, context)
    return bool(mention.best)


def _company(mention: Mention) -> bool:
    """Whether a country is named beside who acts rather than beside a place (قوات النظام وروسيا)."""
    if mention.lead != "و" or mention.listed or mention.base or mention.wind or mention.word:
        return False
    return mention.power


def _enough(entry: Entry, mention: Mention, context: Context, needed: int, *, held: bool) -> bool:
    closeness = context.closeness(entry)
    if closeness < 0 and not held:
        known_city = mention.word is not None and entry.population >= _LARGE and entry.country in stop().core
        if (needed > 0 and entry.population < _GREAT and not known_city) or _local(entry):
            return False
        closeness = 0
    if needed and not closeness and not held and entry.country not in stop().core and entry.kind != "country":
        needed = min(needed + 1, len(NEED) - 1)
    weight = mention.weight + max(closeness, 0) + (_ANCHOR_WEIGHT if held else 0)
    if mention.beside > 1:
        needed = min(needed, 2)
    tied = not mention.arabic and bool(mention.base or mention.wind)
    if (needed == len(NEED) - 1 or mention.bare) and not (mention.word or held or tied):
        return False
    return weight >= NEED[needed]


def _local(entry: Entry) -> bool:
    """Whether a place is one of many with such a name (مشفى الشفاء), so that another country means another place."""
    return entry.id.startswith("local:") and kinds().kinds[entry.kind].specificity > _POINT and bool(entry.country)


def _score(entry: Entry, mention: Mention, context: Context, *, held: bool) -> float:
    prior = _AREA_PRIOR.get(entry.kind)
    if prior is None:
        prior = log10(entry.population + 10) / 2 if entry.population else _LOCAL_PRIOR
    if entry.kind == "province" and mention.base == "countryside":
        prior += 2
    return prior + context.share(entry) + (2 * _ANCHOR_WEIGHT if held else 0)


def _kept(ranked: list[tuple[float, Entry]], mention: Mention, context: Context) -> tuple[Entry, ...]:
    if len(ranked) <= 1:
        return tuple([entry for _, entry in ranked])
    top, best = ranked[0]
    kept = [
        entry
        for score, entry in ranked
        if top - score <= _KEPT or best.id in entry.within or entry.id in best.within
    ]
    lands = {entry.country for entry in kept}
    if len(lands) > 1 and not context.countries and mention.levels[mention.entries.index(best)]:
        return ()
    return tuple(kept[:_MOST])


def _lists(mentions: list[Mention], accepted: list[bool], context: Context) -> None:
    """A name in a list with places is likelier one itself; a seldom place only beside two."""
    first = 0
    while first < len(mentions):
        end = first + 1
        while end < len(mentions) and mentions[end].listed:
            end += 1
        sure = sum(accepted[first:end])
        for index in range(first, end):
            if sure and not accepted[index]:
                mention = mentions[index]
                mention.weight += LISTED
                mention.beside = sure
                accepted[index] = _judge(mention, context, None)
        first = end


def _again(mentions: list[Mention], accepted: list[bool], context: Context) -> None:
    """What the text surely named once is that place again when its name comes back."""
    named: dict[str, Mention] = {}
    for mention, taken in zip(mentions, accepted, strict=True):
        if taken:
            named.setdefault(mention.key, mention)
    for index, mention in enumerate(mentions):
        known = named.get(mention.key)
        if known is None or mention.against:
            continue
        if accepted[index]:
            continue
        if not mention.bare and (mention.weight or not _common(mention)):
            mention.best = known.best
            accepted[index] = True


def _common(mention: Mention) -> bool:
    return mention.key in stop().strong or mention.key in stop().cautious or not mention.arabic
