"""Finds the places a text names."""

from __future__ import annotations

from claims.model import CasePlace, Place, Span
from claims.model.quick import quick
from claims.slots.place.evidence import weigh
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.glossed import with_own
from claims.slots.place.mentions import Mention, scan
from claims.slots.place.narrowing import narrow
from claims.slots.place.relations import relation_id, relations
from claims.slots.place.surroundings import widen
from claims.slots.place.unknown import unknown
from claims.text.tokens import Tokens
from claims.text.tokens import tokens as cut

_made = quick(Place)
_QUOTES = str.maketrans("", "", '"“”„«»')


def find_places(
    text: str | Tokens,
    *,
    near: tuple[str, ...] = (),
    language: str = "",
    glossary: tuple[CasePlace, ...] = (),
) -> tuple[Place, ...]:
    """The places named in a text, in the order of their spans.

    Args:
        text: raw text or its tokens.
        near: ids of places that the surrounding document names; they narrow ambiguous names.
        language: ``ar`` when the text is known to be Arabic: names in Latin letters are then mostly page furniture
            and account names and need more around them; else it makes no difference.
        glossary: what the case adds to the gazetteer.
    """
    tokens = cut(text)
    places = _read(tokens, near, language)
    return with_own(tokens, places, glossary) if glossary else places


def _read(tokens: Tokens, near: tuple[str, ...], language: str) -> tuple[Place, ...]:
    found = scan(tokens)
    for mention in found.mentions:
        widen(tokens, mention)
        weigh(tokens, mention, found, foreign=language == "ar" and not mention.arabic)
    taken = narrow(tokens, found, near)
    opened = unknown(tokens, found, taken)
    return tuple(
        _place(tokens, mention) for mention in sorted((*taken, *opened), key=lambda one: one.left)
    )


def _place(tokens: Tokens, mention: Mention) -> Place:
    if not mention.best:
        return _nameless(tokens, mention)
    places = gazetteer()
    best = mention.best[0]
    base = mention.base
    candidates = [entry.id for entry in mention.best]
    if base == "countryside" and best.id in relations().rural:
        base, best = "", places[relations().rural[best.id]]
        candidates = [best.id]
    span = expression(tokens, mention)
    return _made(
        best.name,
        best.id,
        best.lat,
        best.lon,
        relation_id(base, mention.wind, best.kind, inside=mention.inside),
        span.of(tokens.shadow.raw),
        span,
        tuple(candidates),
        best.within,
    )


def _nameless(tokens: Tokens, mention: Mention) -> Place:
    """A place in no gazetteer: its raw words without quotation marks and hashes are its name."""
    raw, span = tokens.shadow.raw, expression(tokens, mention)
    name = tokens.shadow.span(
        tokens.starts[mention.named] + mention.named_cut, tokens.ends[mention.end - 1]
    )
    relation = relation_id(mention.base, mention.wind, mention.kind, inside=mention.inside)
    written = name.of(raw).translate(_QUOTES)
    return _made(written, "", None, None, relation, span.of(raw), span, (), mention.within)


def expression(tokens: Tokens, mention: Mention) -> Span:
    """The raw span of relation, kind word and name, without prefixes written on to the first of them."""
    return tokens.shadow.span(
        tokens.starts[mention.left] + mention.cut, tokens.ends[mention.right - 1]
    )
