"""Decides which names are places and which of several places a name denotes, by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from claims.slots.place.evidence import LISTED, NEED, fits, is_power, level
from claims.slots.place.gazetteer import Entry, gazetteer
from claims.slots.place.lexicon import kinds, stop, words
from claims.slots.place.mentions import Mention
from claims.slots.place.relations import relations
from claims.slots.place.surroundings import wind_after
from claims.text.tokens import Tokens

_ANCHOR_REACH = 6
_ANCHOR_WEIGHT = 3
_KEPT = 1.5
"""How far behind the best candidate another may lie and still be kept."""
_MOST = 5
_GREAT = 1_000_000
_LARGE = 50_000
_AREA_PRIOR = {"country": 3.0, "province": 2.4, "region": 2.2}
_LOCAL_PRIOR = 1.6
_POINT = 0.5
_SEVERAL = frozenset({"ريفي", "ريفا", "ارياف"})
_JOINED = frozenset({"و", "،", ",", "-", "/", "and", "or", "&", "او"})


@dataclass(slots=True)
class Context:
    """What the text is about so far: votes for countries and for what contains the places named."""

    countries: Counter[str] = field(default_factory=Counter)
    containers: Counter[str] = field(default_factory=Counter)

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
        if any(self.containers[outer] for outer in entry.within if outer.startswith("admin1:")):
            return 2
        if not self.countries or not entry.country:
            return 0
        return 1 if self.countries[entry.country] else -1

    def share(self, entry: Entry) -> float:
        """How much of the context speaks for the place: 0 to 6."""
        whole = sum(self.countries.values()) or 1
        own = 3 * self.countries[entry.country] / whole if entry.country else 0.0
        provinces = [outer for outer in entry.within if outer.startswith("admin1:")]
        named = sum(count for outer, count in self.containers.items() if outer.startswith("admin1:")) or 1
        return own + 3 * max((self.containers[outer] / named for outer in provinces), default=0.0)


def narrow(tokens: Tokens, mentions: list[Mention], near: Iterable[str]) -> list[Mention]:
    """The mentions that are places, each with its candidates best first."""
    _link(tokens, mentions)
    context = _context(tokens, mentions, near)
    accepted = [_judge(mention, context, _anchor(tokens, mentions, index)) for index, mention in enumerate(mentions)]
    _lists(mentions, accepted, context)
    _again(mentions, accepted, context)
    return [mention for mention, taken in zip(mentions, accepted, strict=True) if taken]


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
        if not (right.base or right.wind or right.word):
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
    return any(kinds().kinds[gazetteer().entry(row).kind].specificity >= _POINT for row in mention.rows)


def _fitting(mention: Mention, first: Mention) -> bool:
    word = first.word
    return word is not None and any(gazetteer().entry(row).kind in word.fits for row in mention.rows)


def _contained(inner: Mention, outer: Mention) -> bool:
    places = gazetteer()
    outers = {places.entry(row).id for row in outer.rows}
    return any(outers & set(places.entry(row).within) for row in inner.rows)


def _context(tokens: Tokens, mentions: list[Mention], near: Iterable[str]) -> Context:
    context = Context()
    places = gazetteer()
    for identifier in near:
        entry = places.get(identifier)
        if entry is not None:
            context.add(entry)
    demonyms = words().demonyms
    for country in filter(None, map(demonyms.get, tokens.words)):
        context.countries[country] += 1
    for mention in mentions:
        if mention.country:
            context.countries[mention.country] += 1
        entries = [places.entry(row) for row in mention.rows]
        if mention.against or any(level(entry, mention) for entry in entries):
            continue
        if len({entry.country for entry in entries}) == 1:
            context.add(max(entries, key=lambda entry: entry.population))
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
    places = gazetteer()
    entries = [(row, places.entry(row)) for row in mention.rows]
    fitting = [(row, entry) for row, entry in entries if fits(entry, mention)]
    anchored = _anchored(anchor)
    ranked: list[tuple[float, int]] = []
    for row, entry in fitting or entries:
        held = bool(anchored & {entry.id, *entry.within} - {entry.id}) or mention.country == entry.country != ""
        if _enough(entry, mention, context, held=held):
            ranked.append((_score(entry, mention, context, held=held), row))
    ranked.sort(key=lambda pair: -pair[0])
    mention.best = _kept(ranked, mention, context)
    return bool(mention.best)


def _company(mention: Mention) -> bool:
    """Whether a country is named beside who acts rather than beside a place (قوات النظام وروسيا)."""
    if mention.lead != "و" or mention.listed or mention.base or mention.wind or mention.word:
        return False
    return any(is_power(gazetteer().entry(row)) for row in mention.rows)


def _anchored(anchor: Mention | None) -> set[str]:
    if anchor is None:
        return set()
    places = gazetteer()
    return {places.entry(row).id for row in anchor.rows}


def _enough(entry: Entry, mention: Mention, context: Context, *, held: bool) -> bool:
    closeness = context.closeness(entry)
    needed = level(entry, mention)
    if closeness < 0 and not held:
        known_city = mention.word is not None and entry.population >= _LARGE and entry.country in stop().core
        if (needed > 0 and entry.population < _GREAT and not known_city) or _local(entry):
            return False
        closeness = 0
    if needed and not closeness and not held and entry.country not in stop().core and entry.kind != "country":
        needed = min(needed + 1, len(NEED) - 1)
    weight = mention.weight + max(closeness, 0) + (_ANCHOR_WEIGHT if held else 0)
    if (needed == len(NEED) - 1 or mention.bare) and not (mention.word or held):
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


def _kept(ranked: list[tuple[float, int]], mention: Mention, context: Context) -> tuple[int, ...]:
    if not ranked:
        return ()
    places = gazetteer()
    top, first = ranked[0]
    best = places.entry(first)
    kept = []
    for score, row in ranked:
        entry = places.entry(row)
        twin = best.id in entry.within or entry.id in best.within
        if row == first or twin or top - score <= _KEPT:
            kept.append(row)
    lands = {places.entry(row).country for row in kept}
    if len(lands) > 1 and not context.countries and level(best, mention) > 0:
        return ()
    return tuple(kept[:_MOST])


def _lists(mentions: list[Mention], accepted: list[bool], context: Context) -> None:
    """A name beside a place in a list is likelier one itself: once forward, once backward."""
    pairs = list(zip(range(len(mentions)), range(1, len(mentions)), strict=False))
    for one, other in (*pairs, *((right, left) for left, right in reversed(pairs))):
        later = mentions[max(one, other)]
        if accepted[one] and not accepted[other] and later.listed:
            mentions[other].weight += LISTED
            accepted[other] = _judge(mentions[other], context, None)


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
