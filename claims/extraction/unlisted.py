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
        if (word in _words("before") and (place := _read(cut, index)) is not None)
        or (word in _words("kinds") and (place := _apposed(cut, index)) is not None)
    ]
    free: list[Place] = []
    for place in found:
        if not any(place.span.start < b.end and b.start < place.span.end for b in busy):
            free.append(place)
            busy.append(place.span)
    return tuple(sorted((*places, *free), key=lambda place: place.span)) if free else places


def _read(cut: Tokens, index: int) -> Place | None:
    """The place behind the word of place at ``index``, None where no name stands there."""
    first = index + 1
    end = first
    while end < len(cut.words) and (_capital(cut, end) or (end > first and _links(cut, end))):
        end += 1
    if not _is_name(cut, first, end):
        return None
    near = cut.words[index] == "near"
    name = cut.quote(first, end)
    span = cut.span(index if near else first, end)
    return Place(
        name,
        "",
        None,
        None,
        "near" if near else "in",
        cut.quote(index if near else first, end),
        span,
    )


def _apposed(cut: Tokens, kind: int) -> Place | None:
    """The place that a kind of place tells about or names (*Pazigyi, a village* in Sagaing; *the village of Deli*), None for none."""
    words = cut.words
    if kind > 2 and words[kind - 1] in {"a", "the"} and words[kind - 2] == ",":  # noqa: PLR2004 - name, comma, article
        end = kind - 2
        first = end
        while first > 0 and (_capital(cut, first - 1) or (words[first - 1] == "-" and first < end)):
            first -= 1
        first += first < end and words[first] in _words("before")
        told = words[kind + 1 : kind + 2]
        if told and told[0] in _words("of a kind") and _is_name(cut, first, end):
            return Place(
                cut.quote(first, end),
                "",
                None,
                None,
                "in",
                cut.quote(first, end),
                cut.span(first, end),
            )
    if words[kind + 1 : kind + 2] == ("of",):
        first = end = kind + 2
        while end < len(words) and (_capital(cut, end) or (end > first and _links(cut, end))):
            end += 1
        if first < end and _is_name(cut, first, end):
            return Place(
                cut.quote(first, end),
                "",
                None,
                None,
                "in",
                cut.quote(first, end),
                cut.span(first, end),
            )
    return None


def _is_name(cut: Tokens, first: int, end: int) -> bool:
    inside = cut.words[first:end]
    if not 0 < len(inside) <= _LONGEST or max(map(len, inside)) < _SHORTEST:
        return False
    if cut.quote(first, end).isupper() or not _words("never").isdisjoint(inside):
        return False
    after = cut.words[end] if end < len(cut.words) else "."
    return after in _words("after") or not (after.isalnum() or after in _GOES_ON)


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
