"""The tokens of a sentence that belong to names, figures and dates, and so carry no event of their own."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, indices, ranged, within

_ORGANISED = frozenset(
    {"state", "armed group", "militia", "military", "coalition", "ministry", "media"}
)
_COUNTED = frozenset({"casualties", "strike", "clash", "damage"})


def of_names(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a sentence that are names of places or of organisations (هيئة تحرير الشام frees nobody)."""
    span = mentions.span(tokens)
    ranges = [mentions.range(place.span) for place in within(mentions.places, span)]
    for party in within(mentions.parties, span):
        if party.kind not in _ORGANISED:
            continue
        name = ranged(mentions.token_at(party.span.start), mentions.range(party.span).end)
        if name.first >= name.end:
            continue
        words = mentions.tokens.words
        ends = (name.first, name.end - 1) if words[name.first].isascii() else (name.first,)
        told = [hit for at in ends if (hit := match("predicates", words, at, name.end))]
        if all(hit[0].kind not in _COUNTED for hit in told):
            ranges.append(name)
    return indices(ranges).union(_compounded(mentions, tokens), _watchwords(mentions, tokens))


def _compounded(mentions: Mentions, tokens: Range) -> Iterator[int]:
    """The tokens that a hyphen joins to a word before them (*Hamas-controlled*, *US-backed*, *cease-fire*)."""
    words, raw = mentions.tokens.words, mentions.document.text
    if "-" not in words[tokens.first : tokens.end]:
        return
    for index in range(tokens.first + 2, tokens.end):
        if words[index - 1] == "-" and words[index].isascii() and words[index - 2].isalpha():
            start, dash = mentions.origins[index], mentions.origins[index - 1]
            if not raw[dash - 1].isspace() and not raw[start - 1].isspace():
                yield index


def _watchwords(mentions: Mentions, tokens: Range) -> Iterator[int]:
    """The first words of hash tags of several words (#العدوان_الروسي): a watchword tells no deed."""
    words, raw = mentions.tokens.words, mentions.document.text
    if "#" not in words[tokens.first : tokens.end]:
        return
    for index in range(tokens.first + 1, tokens.end - 1):
        if words[index - 1] == "#" and raw[mentions.origins[index + 1] - 1] == "_":
            yield index


def of_figures(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a sentence that belong to figures."""
    found = within(mentions.quantities, mentions.span(tokens))
    return indices([mentions.range(quantity.span) for quantity in found]) if found else frozenset()


def of_dates(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a clause that belong to dates."""
    found = within(mentions.dates, mentions.span(tokens))
    return indices([mentions.range(date.span) for date in found]) if found else frozenset()
