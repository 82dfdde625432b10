"""Whether what is fired or dropped tells a strike, or is only a thing that somebody has, hands over or loses."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load, match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import launching

_FIRED_REACH = 8
_LISTED_REACH = 12
"""Words in which the verb of a list of things stands behind one of them (*a mortar*, two trucks and three guns *were destroyed*)."""
_FOUND_REACH = 3
_SMALL = frozenset({"by", "in", "with", "when", "after", "as", "from", "of", "and", ",", "on"})
_BE = frozenset({"was", "were", "been", "being"})
_AT_WHAT = frozenset({("on",), ("onto",), ("at",), ("into",)})
"""Words right behind a munition before what it hits (three shells *on* the market)."""
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_STOPS = frozenset({".", ";", ":", "that", "which", "who", "when", "while", "as"})


@cache
def munitions() -> frozenset[str]:
    """English nouns for what is fired and may be intercepted; a strike that is intercepted is told all the same."""
    return frozenset(load("roles.toml")["en"]["munitions"])


@cache
def losing() -> frozenset[str]:
    """English participles behind *were* by which somebody lost or gave up the munitions before them."""
    return frozenset(load("predicates_en.toml")["losing"]["words"])


@cache
def mourned() -> frozenset[str]:
    """English nouns before *of those killed* by which somebody speaks of the dead and tells no loss."""
    return frozenset(load("predicates_en.toml")["mourned"]["words"])


def is_launched(words: tuple[str, ...], here: Range, within: Range) -> bool:
    """Whether a munition is fired, falls or hits: so say a word near it, or the ب written onto it or its number."""
    low = max(within.first, here.first - _FIRED_REACH)
    before = words[here.first - 1] if here.first > low else ""
    if words[here.first].startswith("ب") or before[1:] in launching("onto"):
        return True
    if words[here.end : here.end + 1] in _AT_WHAT and here.end + 1 < within.end:
        return words[here.end + 1] not in _DAYS and not words[here.end + 1].isdigit()
    ahead = (word.removeprefix("و") for word in words[low : here.first])
    behind = words[here.end : min(within.end, here.end + _FIRED_REACH)]
    return not launching("before").isdisjoint(ahead) or not launching("behind").isdisjoint(behind)


def undergoes(words: tuple[str, ...], here: Range, within: Range) -> bool:
    """Whether an English munition, alone or in a list, is only what was destroyed, seized or found (*rockets were seized*)."""
    if words[here.end - 1] not in munitions():
        return False
    ahead = words[max(within.first, here.first - _FOUND_REACH) : here.first]
    if not losing().isdisjoint(ahead) and _SMALL.isdisjoint(ahead):
        return True
    for index in range(here.end, min(within.end - 1, here.end + _LISTED_REACH)):
        if words[index] in _BE:
            return words[index + 1] in losing()
        hit = match("predicates", words, index, within.end)
        if words[index] in _STOPS or (hit is not None and hit[0].role == "verb"):
            return False
    return False
