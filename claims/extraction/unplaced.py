"""English countries that are named where no word of place leads to them: who acts, gives or is spoken of, and no scene.

*Russia* keeps a base there, aid *for Ukraine*, a call to refer *Syria* to a court. A country is a scene where a word of place
stands before it (in Syria, northern Iraq), where a comma or a word of joining ties it to a place, where it stands by itself as
a label, right before the noun of a deed (a *Lebanon* strike) or right behind a verb that moves, takes or hits.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load, match
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, within
from claims.model import Place

_COUNTRY = "country:"
_ARTICLE = "the"
_COMMA = ","
_JOINING = frozenset({_COMMA, "and", "or", "&", "/"})
_NOUNS = frozenset({"noun", "masdar"})
_VERBS = frozenset({"verb", "light"})
_LIST_GAP = 2
_NEAR = 8


def unplaced(mentions: Mentions, place: Place) -> bool:
    """Whether a place is an English country that nothing says something happened in."""
    here = mentions.range(place.span)
    words = mentions.tokens.words
    if not _bare(words, place, here):
        return False
    first = here.first
    while first and (words[first - 1] == _ARTICLE or words[first - 1] in _describing()):
        first -= 1
    before = words[first - 1] if first else ""
    if before in markers().placing or before in _leading() or _joined(mentions, first, before):
        return False
    return not (_labels(words, here, before) or _beside_deed(words, here, first))


def _bare(words: tuple[str, ...], place: Place, here: Range) -> bool:
    """Whether a place is a country by its English name, no word of place being part of that."""
    named = place.id.startswith(_COUNTRY) and place.relation == "in"
    return named and here.end <= len(words) and place.text.isascii()


def _joined(mentions: Mentions, first: int, before: str) -> bool:
    """Whether a comma or a word of joining ties a country to a place right before it (Herat, *Afghanistan*; Iraq and *Syria*)."""
    if before not in _JOINING:
        return False
    near = within(mentions.places, mentions.span(Range(max(0, first - _NEAR), first)))
    tied = (p for p in near if 0 < first - mentions.range(p.span).end <= _LIST_GAP)
    return any(not unplaced(mentions, one) for one in tied)


def _labels(words: tuple[str, ...], here: Range, before: str) -> bool:
    """Whether a country stands by itself, as the label or the whole of a line (*Libya:* two strikes)."""
    behind = words[here.end] if here.end < len(words) else ""
    return not (before.isalnum() or behind.isalnum()) and before != _COMMA


def _beside_deed(words: tuple[str, ...], here: Range, first: int) -> bool:
    """Whether the noun of a deed stands right behind a country, what it suffered (*Armenia* hit by missiles), or a verb that has an object right before it."""
    behind = match("predicates", words, here.end, len(words)) if here.end < len(words) else None
    if behind is not None and (
        behind[0].role in _NOUNS or words[behind[1] : behind[1] + 1] == ("by",)
    ):
        return True
    ahead = match("predicates", words, first - 1, first) if first else None
    return ahead is not None and ahead[0].role in _VERBS


@cache
def _describing() -> frozenset[str]:
    """English adjectives between a word of place and a country (in *neighbouring* Iraq)."""
    return frozenset(load("roles.toml")["en"]["describing country"])


@cache
def _leading() -> frozenset[str]:
    """Further English words that lead to a country where something happens (*towards* Israel, *southeast* Turkey, *fled* Iraq)."""
    english = load("roles.toml")["en"]
    return frozenset(english["leading to country"]) | frozenset(english["states"])
