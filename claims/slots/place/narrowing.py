"""Decides which names are places and which of several places a name denotes, by what else the text names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import log10

from claims.slots.place.addresses import lies_abroad, lies_elsewhere
from claims.slots.place.context import Context, read_context
from claims.slots.place.denoted import denoted, dwarfed
from claims.slots.place.entries import FAMOUS, GREAT, LARGE, Entry
from claims.slots.place.evidence import LISTED, fits, vague
from claims.slots.place.levels import NEED, steady
from claims.slots.place.lexicon import stop, words
from claims.slots.place.linking import link
from claims.slots.place.mentions import Mention, Scan
from claims.slots.place.roads import ends_of_roads
from claims.text.tokens import Tokens

_ANCHOR_REACH = 6
_ANCHOR_WEIGHT = 3
_KEPT = 2.0
"""How far behind the best candidate another may lie and still be kept."""
_MOST = 5
_BACK = 2
_NEIGHBOUR = 1.5
_AREA_PRIOR = {
    "country": 3.0,
    "sea": 3.5,
    "strait": 2.5,
    "province": 2.4,
    "river": 2.3,
    "region": 2.2,
}
_LOCAL_PRIOR = 1.0
_NAMESAKE = -0.5
"""Most that a capital has for itself where its country is called the same; its own vote weighs 3."""
_FULLER = 2.0
"""Most that a city has for itself where its own name is longer."""
_NOT_NEAR = 2.0
"""How much less likely a province is than the town of its name where something is near it (near Menaka)."""
_LONG_NAME = 6
_SETTLED = frozenset({"city", "town", "village"})
_SAID = 2
"""Weight of a word right before a name that says it is one of a place."""
_LOCAL_SHARE = 1.0
_REPEATED = frozenset(
    {
        "bridge",
        "hospital",
        "mosque",
        "neighbourhood",
        "prison",
        "square",
        "street",
        "town",
        "village",
    }
)
"""Kinds of which several countries have one with the same name."""
_INSIDE = frozenset({"داخل", "ضمن", "في", "فى", "in", ",", "،", "(", "the"})


def narrow(tokens: Tokens, found: Scan, near: Iterable[str]) -> list[Mention]:
    """The names found that are places, each with its candidates best first."""
    mentions = found.mentions
    link(tokens, mentions)
    _acting_lists(mentions)
    ends_of_roads(tokens, mentions)
    context = read_context(found, near)
    for index, mention in enumerate(mentions):
        if len(mention.entries) > 1:
            mention.around = _around(mentions, index)
    accepted = [
        _judge(mention, context, _anchor(tokens, mentions, index))
        for index, mention in enumerate(mentions)
    ]
    _lists(mentions, accepted, context)
    _again(mentions, accepted)
    return [mention for mention, taken in zip(mentions, accepted, strict=True) if taken]


def _around(mentions: list[Mention], index: int) -> frozenset[str]:
    """First-level divisions that the names directly before and after a name can mean."""
    others = (*mentions[max(0, index - _BACK) : index], *mentions[index + 1 : index + 2])
    return frozenset().union(*[denoted(other.key).divisions for other in others])


def _acting_lists(mentions: list[Mention]) -> None:
    """In a list of countries of which the last is said to act, all act."""
    for left, right in reversed(list(pairwise(mentions))):
        if right.listed and right.against and not left.weight and left.power and right.power:
            left.against = True


def _anchor(tokens: Tokens, mentions: list[Mention], index: int) -> Mention | None:
    """The name that follows closely and may say where this one lies (قرية السيال بريف البوكمال; Hit, Iraq).

    A word behind a figure that is a place only now and then is none (5 آب is no day of Ibb).
    """
    if index + 1 >= len(mentions):
        return None
    mention, following = mentions[index], mentions[index + 1]
    if following.against or following.left - mention.right > _ANCHOR_REACH:
        return None
    gap = tokens.words[mention.right : following.left]
    if "\n" in gap or "." in gap:
        return None
    tied = following.base in ("", "countryside") and not (following.wind and not following.base)
    joined = "ب" in following.lead or (bool(gap) and _INSIDE.issuperset(gap))
    sure = 0 in following.levels or following.word is not None or bool(following.base)
    if not sure and gap and gap[-1].isdecimal():
        return None
    following.holds = sure and tied and joined and (bool(gap) or "ب" in following.lead)
    following.alone = index + 2 >= len(mentions) or not mentions[index + 2].listed
    return following


def _judge(mention: Mention, context: Context, anchor: Mention | None) -> bool:
    """Set the candidates of a mention; whether it is read as a place at all."""
    if mention.against or _company(mention):
        return False
    if mention.levels == (0,) and _renowned(mention.entries[0]):
        mention.best = mention.entries
        return True
    mention.best = _kept(_ranked(mention, context, anchor), mention, context)
    return bool(mention.best)


def _ranked(
    mention: Mention, context: Context, anchor: Mention | None
) -> list[tuple[float, Entry]]:
    """The candidates of a mention for which enough speaks, with their scores, best first."""
    entries = list(zip(mention.entries, mention.levels, strict=True))
    if mention.word is not None:
        entries = [one for one in entries if fits(one[0], mention)] or entries
    anchored = _ids(anchor) - _ids(mention) if anchor is not None else frozenset()
    ranked: list[tuple[float, Entry]] = []
    for entry, needed in entries:
        if anchor is not None and lies_elsewhere(entry, anchor):
            mention.abroad = mention.abroad or lies_abroad(entry, anchor)
            continue
        if needed and mention.under and entry.division not in mention.under:
            continue
        if (
            not mention.arabic
            and anchored.isdisjoint(entry.within)
            and context.of_another_town(entry)
        ):
            continue
        held = not anchored.isdisjoint(entry.within) or mention.country == entry.country != ""
        if _enough(entry, mention, context, needed, held=held):
            several = len(entries) > 1
            score = _score(entry, mention, context, held=held) if several else 0.0
            ranked.append((score, entry))
    if len(ranked) > 1:
        ranked.sort(key=lambda pair: -pair[0])
    return ranked


def _ids(mention: Mention) -> frozenset[str]:
    return denoted(mention.key).ids


def _renowned(entry: Entry) -> bool:
    return entry.population >= GREAT or entry.kind == "country"


def _company(mention: Mention) -> bool:
    """Whether a country is named beside who acts rather than beside a place (قوات النظام وروسيا)."""
    if mention.lead != "و" or mention.listed or mention.base or mention.wind or mention.word:
        return False
    return mention.power


def _enough(entry: Entry, mention: Mention, context: Context, needed: int, *, held: bool) -> bool:
    closeness = context.closeness(entry, mention.key)
    if closeness < 0 and not held:
        if not _known_afar(entry, mention, needed):
            return False
        closeness = 0
    if needed == 1 and steady(entry, mention):
        return True
    if (
        _local(entry)
        and not held
        and context.share(entry) < _LOCAL_SHARE
        and context.exclusive(mention.key)
    ):
        return False
    if (
        needed
        and not closeness
        and not held
        and entry.country not in stop().core
        and entry.kind != "country"
    ):
        raised = min(needed + 1, len(NEED) - 1)
        needed = 1 if _great_city(entry, mention) or _told_in(entry, mention) else raised
    elif needed > 1 and not closeness and _told_in(entry, mention):
        needed = 1
    weight = mention.weight + max(closeness, 0) + (_ANCHOR_WEIGHT if held else 0)
    if mention.beside > 1:
        needed = min(needed, 2)
    tied = not mention.arabic and bool(mention.base or mention.wind)
    if tied:
        needed = min(needed, 2)
    said = mention.word is not None and not vague(mention)
    if (needed == len(NEED) - 1 or mention.bare) and not (said or held or tied):
        return False
    return weight >= NEED[needed]


def _wordlike(key: str) -> bool:
    return len(key) < _LONG_NAME or key.startswith("ال")


def _great_city(entry: Entry, mention: Mention) -> bool:
    """Whether a name is that of a great city and of no country; short and definite Arabic names are words too often (مشهد)."""
    if entry.population < FAMOUS or (mention.arabic and _wordlike(mention.key)):
        return False
    return all(one.kind != "country" for one in mention.entries)


def _told_in(entry: Entry, mention: Mention) -> bool:
    """Whether an Arabic name right behind *in* or *raid on* means a place: a city without the article, or the only town of that name."""
    if not mention.arabic or mention.weight < _SAID:
        return False
    if mention.key.startswith("ال") or mention.key in words().heads:
        return False
    alone = mention.levels == (1,) and entry.kind in _SETTLED
    return alone or (entry.population >= LARGE and mention.key not in stop().strong)


def _known_afar(entry: Entry, mention: Mention, needed: int) -> bool:
    """Whether a place is read although the text is about other countries."""
    if entry.population >= GREAT or entry.kind in ("country", "sea"):
        return True
    if _local(entry):
        return False
    if entry.id.startswith("local:") and " " in mention.key and not needed:
        return True
    if mention.word is not None and entry.population >= LARGE and entry.country in stop().core:
        return True
    named = " " in mention.key or mention.weight > 1
    if named and not (mention.arabic or needed) and entry.country in stop().core:
        return True
    return needed == 0 and (entry.kind in _AREA_PRIOR or entry.population >= 2 * LARGE)


def _local(entry: Entry) -> bool:
    """Whether a place is one of many with such a name (مشفى الشفاء), so that another country means another place."""
    return entry.id.startswith("local:") and entry.kind in _REPEATED and bool(entry.country)


def _score(entry: Entry, mention: Mention, context: Context, *, held: bool) -> float:
    prior = _AREA_PRIOR.get(entry.kind)
    if prior is None:
        prior = log10(entry.population + 10) / 2 if entry.population else _LOCAL_PRIOR
    if entry.kind == "province" and mention.base == "countryside":
        prior += 2
    if entry.kind == "city" and mention.power and _also_country(mention):
        prior = min(prior, _NAMESAKE)
    if _called_fuller(entry, mention):
        prior = min(prior, _FULLER)
    if mention.base == "near" and entry.kind == "province":
        prior -= _NOT_NEAR
    beside = _NEIGHBOUR if entry.division in mention.around else 0.0
    return prior + beside + context.share(entry) + (2 * _ANCHOR_WEIGHT if held else 0)


def _also_country(mention: Mention) -> bool:
    """Whether a country has the name, too (الجزائر, تونس), which it then means unless the words say otherwise."""
    return any(entry.kind == "country" for entry in mention.entries)


def _kept(
    ranked: list[tuple[float, Entry]], mention: Mention, context: Context
) -> tuple[Entry, ...]:
    if len(ranked) <= 1:
        return tuple([entry for _, entry in ranked])
    top, best = ranked[0]
    kept = [
        entry
        for score, entry in ranked
        if (
            top - score <= _KEPT
            and (context.exclusive(mention.key) or entry is best or not dwarfed(entry, best))
        )
        or best.id in entry.within
        or entry.id in best.within
    ]
    wide = best.kind == "province" and mention.base != "countryside" and mention.word is None
    if wide and not any(_called_fuller(entry, mention) for entry in kept):
        kept.sort(key=lambda entry: best.id not in entry.within)
        best = kept[0]
    lands = {entry.country for entry in kept}
    if len(lands) > 1 and not context.countries and mention.levels[mention.entries.index(best)]:
        return ()
    return tuple(kept[:_MOST])


def _called_fuller(entry: Entry, mention: Mention) -> bool:
    """Whether a city has a fuller English name: then the bare one means what lies around it, too (*Gaza* beside *Gaza City*)."""
    return not mention.arabic and entry.name.lower() == f"{mention.key} city"


def _lists(mentions: list[Mention], accepted: list[bool], context: Context) -> None:
    """A name in a list with places is likelier one itself; a seldom place only beside two."""
    first = 0
    while first < len(mentions):
        end = first + 1
        while end < len(mentions) and mentions[end].listed:
            end += 1
        sure = sum(accepted[first:end]) if end - first > 1 else 0
        for index in range(first, end):
            if sure and not accepted[index] and not mentions[index].abroad:
                mention = mentions[index]
                mention.weight += LISTED
                mention.beside = sure
                accepted[index] = _judge(mention, context, None)
        first = end


def _again(mentions: list[Mention], accepted: list[bool]) -> None:
    """What the text surely named once is that place again when its name comes back."""
    if all(accepted):
        return
    named: dict[str, Mention] = {}
    for mention, taken in zip(mentions, accepted, strict=True):
        if taken:
            named.setdefault(mention.key, mention)
    for index, mention in enumerate(mentions):
        if accepted[index] or mention.against or mention.abroad:
            continue
        known = named.get(mention.key)
        if known is not None and not mention.bare and (mention.weight or not _common(mention)):
            mention.best = known.best
            accepted[index] = True


def _common(mention: Mention) -> bool:
    return mention.key in stop().strong or mention.key in stop().cautious or not mention.arabic
