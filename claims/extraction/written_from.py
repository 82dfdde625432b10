"""From where a report was written, at the head of its text: no scene of what it tells (*KYIV, Dec 31 (Agency) -*, *AMMAN* Nearly sixty …)."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within

_LONGEST_LINE = 18
_SHORTEST_CAPITALS = 3
_LONGEST_NAME = 4
_DASHES = frozenset("-–—ـ")
_BEHIND = 3
"""Words behind a town in capitals, of which not all are."""


def dateline_end(mentions: Mentions, tokens: Range) -> int:
    """Where the words on where and when a report was written end (*GAZA CITY, Jan. 7 (Agency) -*); their start for none.

    A dash between spaces closes them, all of them are names, dates or in brackets, and the first is in capitals or a place.
    """
    words = mentions.tokens.words
    first = tokens.first
    line = range(first, min(tokens.end - 1, first + _LONGEST_LINE))
    dash = next((i for i in line if words[i] == "-" and parted(mentions, i)), None)
    if dash is None or dash == first:
        return _capitals_end(mentions, tokens)
    opening = mentions.tokens.quote(first, first + 1)
    places = within(mentions.places, mentions.span(Range(first, dash)))
    placed = bool(places) and mentions.range(places[0].span).first == first
    if not placed and not (opening.isupper() and len(opening) >= _SHORTEST_CAPITALS):
        return first
    depth = 0
    for index in range(first, dash):
        word = mentions.tokens.quote(index, index + 1)
        depth += (word == "(") - (word == ")")
        if depth == 0 and word.isascii() and word[0].islower() and word not in {"of", "al", "el"}:
            return first
    return dash + 1


def byline_end(mentions: Mentions, tokens: Range) -> int:
    """Where the words on who reports for whom from where end at the head of an Arabic paragraph (سالم حردان- المثال- الرياض: …); their start for none.

    A colon closes them, dashes part them, none has more words than a name, and the last is a place or a medium.
    """
    words, first = mentions.tokens.words, tokens.first
    line = range(first, min(tokens.end - 1, first + _LONGEST_LINE))
    colon = next((i for i in line if words[i] == ":"), first)
    dashes = [i for i in range(first, colon) if words[i] in _DASHES]
    if not dashes or words[first].isascii():
        return first
    bounds = [first - 1, *dashes, colon]
    parts = [Range(low + 1, high) for low, high in pairwise(bounds)]
    named = all(
        0 < part.end - part.first <= _LONGEST_NAME
        and all(map(str.isalpha, words[part.first : part.end]))
        for part in parts
    )
    if not named or any(match("predicates", words, i, colon) for i in range(first, colon)):
        return first
    last = mentions.span(parts[-1])
    known = bool(within(mentions.places, last)) or bool(within(mentions.sources, last))
    return colon + 1 if known else first


def _capitals_end(mentions: Mentions, tokens: Range) -> int:
    """Where a town in capitals ends that heads an English sentence without a mark (*AMMAN* Nearly sixty raids hit Tafas); its start for none.

    Another place has to be named behind it: what happened is told to be there.
    """
    first, places = tokens.first, within(mentions.places, mentions.span(tokens))
    if not places or places[0].span.start != mentions.origins[first]:
        return first
    if not (_in_capitals(places[0].text) and len(places[0].text) >= _SHORTEST_CAPITALS):
        return first
    end = mentions.range(places[0].span).end
    country = len(places) > 1 and places[1].span.start == mentions.origins[end]
    end = mentions.range(places[1].span).end if country else end
    behind = [mentions.tokens.quote(i, i + 1) for i in range(end, min(end + _BEHIND, tokens.end))]
    named = any(place.span.start >= mentions.origins[end] for place in places[1:])
    opens = bool(behind) and behind[0][0].isupper() and not all(map(_in_capitals, behind))
    return end if opens and named else first


def _in_capitals(words: str) -> bool:
    return words.isupper() and words.isascii()


def parted(mentions: Mentions, index: int) -> bool:
    """Whether white space stands before a dash."""
    return mentions.document.text[mentions.origins[index] - 1 : mentions.origins[index]].isspace()
