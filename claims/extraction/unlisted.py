"""English names of places that no gazetteer lists, found by *in* or *near* before them: *shells fell in Knin on Friday*.

Every war has towns that no list of ours holds. Only words written as names count, between a word of place and what closes a
name: a mark, a day or a word that cannot go on with it. Such a place is named as written and has no id.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.model import Party, Place, Span
from claims.text.tokens import Tokens

_LONGEST = 5
_APPOSED = 5
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST = 3
_LINKS = frozenset({"-", "al", "el", "ez", "es", "de", "of"})
_GOES_ON = frozenset({"-", "'", "’", "&", "/", "@"})


def with_unlisted(
    cut: Tokens, places: tuple[Place, ...], taken: tuple[Span, ...], parties: tuple[Party, ...]
) -> tuple[Place, ...]:
    """The places of a text with those that only stand behind a word of place, in order.

    Args:
        cut: the text.
        places: those that the gazetteer knows or a kind word names.
        taken: spans of dates.
        parties: nobody's name is a place (in Hamas).
    """
    busy = [*(place.span for place in places), *taken, *(party.span for party in parties)]
    found = [
        place
        for index, word in enumerate(cut.words)
        if (word in _words("kinds") and (place := _apposed(cut, index)) is not None)
        or (_leads(cut.words, index) and (place := _read(cut, index)) is not None)
    ]
    free: list[Place] = []
    for place in found:
        if not any(place.span.start < b.end and b.start < place.span.end for b in busy):
            free.append(place)
            busy.append(place.span)
    return tuple(sorted((*places, *free), key=lambda place: place.span)) if free else places


def _leads(words: tuple[str, ...], index: int) -> bool:
    """Whether a word of place stands at ``index`` (*in*, outskirts *of*), and is not what somebody aims at (fired *at*)."""
    word, before = words[index], words[index - 1] if index else ""
    if word == "of":
        return before in _words("edges")
    return word in _words("before") and not (word == "at" and before in _words("aiming"))


def _read(cut: Tokens, index: int) -> Place | None:
    """The place behind the word of place at ``index``, None where no name stands there."""
    first, end = index + 1, _name_end(cut, index + 1)
    if not _is_name(cut, first, end):
        return None
    opens = index - (cut.words[index] == "of")
    near = cut.words[opens] in _words("beside")
    return _named(cut, opens if near else first, first, end)


def _named(cut: Tokens, begin: int, first: int, end: int) -> Place:
    """A place that no gazetteer knows, by its name; ``begin`` is where the words before it that put it *near* begin."""
    relation = "near" if begin < first else "in"
    text = cut.quote(begin, end)
    return Place(cut.quote(first, end), "", None, None, relation, text, cut.span(begin, end))


def _name_end(cut: Tokens, first: int) -> int:
    end = first
    while end < len(cut.words) and (_capital(cut, end) or (end > first and _links(cut, end))):
        end += 1
    return end


def _apposed(cut: Tokens, kind: int) -> Place | None:
    """The place that a kind of place tells about or names (*Pazigyi, a village* in Sagaing; *the village of Deli*), None for none."""
    words = cut.words
    comma = next((i for i in range(kind - 2, max(0, kind - _APPOSED), -1) if words[i] == ","), 0)
    told = words[kind + 1 : kind + 2]
    if comma and words[comma + 1] in _ARTICLES and told and told[0] in _words("of a kind"):
        first = end = comma
        while first > 0 and (_capital(cut, first - 1) or (words[first - 1] == "-" and first < end)):
            first -= 1
        first += first < end and words[first] in _words("before")
        if _is_name(cut, first, end):
            return _named(cut, first, first, end)
    if told == (":",) and kind and words[kind - 1].isalnum():
        first = kind
        while first > 0 and _capital(cut, first - 1):
            first -= 1
        if words[first - 1 : first] in {(), ("\n",)} and _is_name(cut, first, kind, closed=True):
            return _named(cut, first, first, kind)
    if told == ("of",):
        first, end = kind + 2, _name_end(cut, kind + 2)
        if first < end and _is_name(cut, first, end):
            return _named(cut, first, first, end)
    return None


def _is_name(cut: Tokens, first: int, end: int, *, closed: bool = False) -> bool:
    inside = cut.words[first:end]
    if not 0 < len(inside) <= _LONGEST or max(map(len, inside)) < _SHORTEST:
        return False
    if cut.quote(first, end).isupper() or not _words("never").isdisjoint(inside):
        return False
    after = cut.words[end] if end < len(cut.words) else "."
    return closed or after in _words("after") or not (after.isalnum() or after in _GOES_ON)


def _capital(cut: Tokens, index: int) -> bool:
    return (
        cut.words[index].isascii()
        and cut.words[index].isalpha()
        and cut.quote(index, index + 1)[:1].isupper()
    )


def _links(cut: Tokens, index: int) -> bool:
    """Whether a hyphen or an article stands between two parts of a name (*Ust-Luga*)."""
    if cut.words[index] not in _LINKS or index + 1 >= len(cut.words):
        return False
    return _capital(cut, index + 1) or cut.words[index + 1] == "-"


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("unlisted.toml")["en"][group])
