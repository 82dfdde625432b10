"""English places where those who strike only are: *rebels positioned in Darayya shelled* …, *fighters in Gao fired* at another town.

What they do, or what was *fired from* there, falls elsewhere. A place right behind armed people and a participle of being there is theirs where a verb of
attack follows it; without such a participle it is theirs only where that verb is followed by another place.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load, look_up
from claims.extraction.markers import NOBODY, can_attack, markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import auxiliary_passive, speech_words
from claims.model import Party, Place

_DEEDS = frozenset({"strike", "clash"})
_IN = frozenset({"in", "at", "inside", "around", "near", "from", "on"})
_FIRED_REACH = 9
_NAME_REACH = 4
_OF_PLACES = 4
"""Words from the preposition to the name: article, direction, kind of place (*in the eastern town of*)."""
_FOLK = 6
_VERB_REACH = 4
_OBJECT_REACH = 14
_ENDS = frozenset(",،;.:()")


def posted(mentions: Mentions, place: Place) -> bool:
    """Whether a place is only where those are who strike."""
    words, here = mentions.tokens.words, mentions.range(place.span)
    first = mentions.token_at(place.span.start)
    if not words[here.first].isascii():
        return False
    low = max(1, first - _OF_PLACES)
    at = next((i for i in range(first - 1, low - 1, -1) if words[i] in _IN), 0)
    if not at or any(not words[i].isalpha() for i in range(at + 1, first)):
        return False
    there = words[at - 1] in _posting()
    if not _armed_before(mentions, at - there):
        return False
    verb = _attack_behind(mentions, here.end)
    return verb is not None and (there or _strikes_another(mentions, verb))


def _armed_before(mentions: Mentions, end: int) -> bool:
    """Whether people who can attack end right before a token."""
    stretch = mentions.span(Range(max(0, end - _FOLK), end)) if end else None
    people = within(mentions.parties, stretch) if stretch is not None else ()
    return any(mentions.range(one.span).end == end and _strikes(one) for one in people)


def _strikes(party: Party) -> bool:
    """Whether people can attack, also those whom nobody names."""
    return party.id in markers().unknown or (can_attack(party) and party.kind not in NOBODY)


def _attack_behind(mentions: Mentions, end: int) -> int | None:
    """The active verb of attack behind a place, a day, adverb or auxiliary at most between; None where none stands there."""
    words = mentions.tokens.words
    for index in range(end, min(len(words), end + _VERB_REACH)):
        word = words[index]
        if word in _ENDS or word in auxiliary_passive():
            return None
        told = look_up("predicates", word)
        if any(one.role == "verb" and one.kind in _DEEDS for one in told):
            noun = word.endswith("ing") or any(one.role == "noun" for one in told)
            return None if noun or word in markers().deeds else index
        if told and word not in speech_words("between"):
            return None
    return None


def _strikes_another(mentions: Mentions, verb: int) -> bool:
    """Whether a further place stands behind a verb, before the sentence pauses."""
    words = mentions.tokens.words
    stop = min(len(words), verb + _OBJECT_REACH)
    end = next((i for i in range(verb + 1, stop) if words[i] in _ENDS or words[i] == "\n"), stop)
    return bool(within(mentions.places, mentions.span(Range(verb, end))))


def fired_from(mentions: Mentions, first: int) -> bool:
    """Whether a place is where something was fired from (fired two rockets on Monday *from Jihad district*, missile strikes *from the Black Sea*)."""
    words = mentions.tokens.words
    at = _from_before(mentions, first - 1 - (words[first - 1] == "the"))
    if at <= 0 or words[at] != "from":
        return False
    before = words[max(0, at - _FIRED_REACH) : at]
    return words[at - 1] in _salvos() or not _launching().isdisjoint(before)


def _from_before(mentions: Mentions, at: int) -> int:
    """The token of *from* before the name of a place that *in* says where it lies (fired *from Shebaa in* …), the same token where none is."""
    words = mentions.tokens.words
    if at <= 0 or words[at] != "in":
        return at
    name = at - 1
    while name > at - _NAME_REACH and mentions.tokens.initial(name).isupper():
        name -= 1
    return name if name < at - 1 and words[name] == "from" else at


@cache
def _salvos() -> frozenset[str]:
    """English nouns for fire, right behind which *from* tells where it came from."""
    return frozenset(load("roles.toml")["en"]["salvos"])


@cache
def _launching() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["launching"])


@cache
def _posting() -> frozenset[str]:
    """English participles by which people only are at a place."""
    return frozenset(load("roles.toml")["en"]["posting"])
