"""The places that a text names: those of the place slot, and English names that no gazetteer lists.

The second kind needs dates, parties and verbs around it, which is why both are brought together here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.extraction.unlisted import with_unlisted
from claims.model import CasePlace, Party, Place, Span
from claims.slots.party import find_parties
from claims.slots.place import find_places as of_gazetteer
from claims.slots.time import find_dates
from claims.text.tokens import Tokens, tokens

_FIGHTING = frozenset({"armed group", "militia"})
_NAMED = _FIGHTING | {"coalition", "political body", "media", "international organisation"}
"""Kinds of parties that are called after places where nothing of the event happens."""


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
        language: ``ar`` when the text is known to be Arabic: English names that no gazetteer lists are then not looked for, and others need
            more around them.
        glossary: what the case adds to the gazetteer.

    Returns:
        Places whose ``text`` is the raw words under their ``span``; ``id`` is "" for one that only its words name.
    """
    cut = tokens(text)
    places = of_gazetteer(cut, near=near, language=language, glossary=glossary)
    parties = find_parties(cut, language=language)
    if language != "ar":
        taken = tuple(date.span for date in find_dates(cut))
        places = with_unlisted(cut, places, taken, parties)
    return of_nobody(places, parties)


def of_nobody(places: tuple[Place, ...], parties: tuple[Party, ...]) -> tuple[Place, ...]:
    """The places without those that are part of a name, and those in no gazetteer that only are somebody's.

    «جبهة تحرير شعب *تيغراي*» is a group, and an *al-Shabaab camp* that was struck is its camp.
    """
    fighting = {one.span.start for one in parties if one.kind in _FIGHTING}
    names = [one.span for one in parties if one.kind in _NAMED]
    if not names:
        return places
    starts = [name.start for name in names]
    return tuple(
        [
            one
            for one in places
            if (one.id or one.span.start not in fighting) and not _named(one.span, names, starts)
        ]
    )


def _named(inner: Span, names: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a span is a part of one of some names, which do not overlap, and not all of it."""
    before = bisect_right(starts, inner.start)
    return before > 0 and inner.end <= names[before - 1].end and inner != names[before - 1]
