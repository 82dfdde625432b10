"""Places that a case adds to the gazetteer, laid over what was read without them.

The longest name wins: a name of the case takes the place of what was read in the same words; inside a longer name of the
gazetteer it is not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from claims.model import CasePlace, Place, Span
from claims.slots.place.entries import Entry
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import Hit, Phrases, kinds, phrase
from claims.slots.place.mentions import Mention
from claims.slots.place.names import is_arabic, supplement_key
from claims.slots.place.relations import relation_id
from claims.slots.place.surroundings import widen
from claims.text.tokens import Tokens


def with_own(
    cut: Tokens, found: tuple[Place, ...], glossary: tuple[CasePlace, ...]
) -> tuple[Place, ...]:
    """The places of a text with those of the case among them, in the order of their spans.

    Args:
        cut: the text.
        found: what is read in it without the case.
        glossary: what the case adds.
    """
    own = [_place(cut, hit, glossary) for hit in _hits(cut, glossary)]
    kept = [place for place in own if not any(_wider(other, place) for other in found)]
    rest = [other for other in found if not any(_meet(other.span, own.span) for own in kept)]
    return tuple(sorted((*rest, *kept), key=lambda place: place.span))


@lru_cache(maxsize=8)
def _names(glossary: tuple[CasePlace, ...]) -> Phrases[CasePlace]:
    return Phrases(
        (words, place)
        for place in glossary
        for name in (place.name, *place.aliases)
        if (words := phrase(name)) and not _known(place.id, name)
    )


def _known(place: str, name: str) -> bool:
    """Whether the gazetteer has this name of the place: what it means is read from the words around it."""
    return any(entry.id == place for entry in gazetteer().named(supplement_key(name)))


def _hits(cut: Tokens, glossary: tuple[CasePlace, ...]) -> list[Hit[CasePlace]]:
    """Names of the case, from left to right, the longest at each word, none overlapping another."""
    names, found, free = _names(glossary), list[Hit[CasePlace]](), 0
    for first in range(len(cut.words)):
        hit = names.starting(cut.words, first) if first >= free else None
        if hit is not None:
            found.append(hit)
            free = hit.end
    return found


@cache
def _any_kind() -> tuple[Entry, ...]:
    """What any kind word fits: a case says nothing of the kind of its places."""
    return tuple(Entry("", "", "", kind) for kind in kinds().kinds)


def containers(place: CasePlace, glossary: Iterable[CasePlace]) -> tuple[str, ...]:
    """Ids of all that contains a place of the case, be it of the gazetteer or of the case, nearest first."""
    own = {each.id: each for each in glossary} | {place.id: place}
    found: dict[str, None] = {}
    waiting = [place.id]
    while waiting:
        each = waiting.pop(0)
        more = (*(own[each].within if each in own else ()), *gazetteer().chain(each))
        waiting += [outer for outer in more if outer not in found]
        found |= dict.fromkeys(more)
    return tuple(each for each in found if each in own or each in gazetteer().numbers)


def _place(cut: Tokens, hit: Hit[CasePlace], glossary: tuple[CasePlace, ...]) -> Place:
    own, word = hit.value, cut.words[hit.first]
    prefix = word[: max(len(word) - len(hit.word), 0)]
    mention = Mention(hit.first, hit.end, _any_kind(), "", prefix, arabic=is_arabic(word))
    mention.left, mention.right, mention.cut, mention.lead = hit.first, hit.end, len(prefix), prefix
    widen(cut, mention)
    span = cut.shadow.span(cut.starts[mention.left] + mention.cut, cut.ends[mention.right - 1])
    known = gazetteer().get(own.id)
    return Place(
        known.name if known else own.name,
        own.id,
        known.lat if known and own.lat is None else own.lat,
        known.lon if known and own.lon is None else own.lon,
        relation_id(mention.base, mention.wind, "", inside=mention.inside),
        span.of(cut.shadow.raw),
        span,
        (own.id,),
        containers(own, glossary),
    )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _wider(other: Place, own: Place) -> bool:
    """Whether a name of the gazetteer holds the name of the case and more: the name itself, not the words before it."""
    if not other.id or not _meet(other.span, own.span):
        return False
    return other.span.end > own.span.end
