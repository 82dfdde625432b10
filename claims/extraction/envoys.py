"""Organisations to which somebody is only sent, and which do not speak by that envoy.

*Russia's ambassador to the UN* speaks for Russia, «مندوب سوريا الدائم في مجلس الأمن» for Syria; *the UN envoy to Libya* for the UN.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from claims.extraction.lexicon import load
from claims.model import Party
from claims.text.shadow import fold
from claims.text.tokens import Tokens

_REACH = 5
"""Arabic words that may stand from the noun for an envoy to the preposition: whose he is, and what kind."""
_ONTO = "ب"


def speaking(
    cut: Tokens, origins: tuple[int, ...], sources: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The sources of a document without those to which an envoy is sent.

    Args:
        cut: the tokens of the document.
        origins: the raw offset of each of them.
        sources: parties that can speak, in the order of their spans.
    """
    if _envoys().isdisjoint(cut.words):
        return sources
    firsts = (bisect_right(origins, one.span.start) - 1 for one in sources)
    pairs = zip(sources, firsts, strict=True)
    return tuple(one for one, first in pairs if not _receives(cut.words, first, one))


def _receives(words: tuple[str, ...], first: int, party: Party) -> bool:
    """Whether a source stands behind an envoy and the preposition of where he is sent."""
    if first <= 1:
        return False
    if party.text.isascii():
        at = first - 1 - (words[first - 1] == "the")
        return words[at] in _sent_to() and words[at - 1] in _envoys()
    onto = words[first].startswith(_ONTO) and not party.text.startswith(_ONTO)
    if not onto and words[first - 1] not in _sent_to():
        return False
    end = first if onto else first - 1
    before = words[max(0, end - _REACH) : end]
    spot = next((i for i, word in enumerate(before) if word in _envoys()), None)
    return spot is not None and all(map(str.isalpha, before[spot:]))


@cache
def _envoys() -> frozenset[str]:
    """Folded nouns for who is sent to an organisation."""
    return frozenset(map(fold, load("cues.toml")["words"]["envoys"]))


@cache
def _sent_to() -> frozenset[str]:
    """Folded prepositions between an envoy and where he is sent."""
    return frozenset(map(fold, load("cues.toml")["words"]["sent to"]))
