"""The places that a text names: those of the place slot, and English names that no gazetteer lists.

The second kind needs dates, parties and verbs around it, which is why both are brought together here.
"""

from __future__ import annotations

from claims.extraction.unlisted import with_unlisted
from claims.model import CasePlace, Party, Place
from claims.slots.party import find_parties
from claims.slots.place import find_places as of_gazetteer
from claims.slots.time import find_dates
from claims.text.tokens import Tokens, tokens

_FIGHTING = frozenset({"armed group", "militia"})


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
    if language == "ar":
        return places
    parties = find_parties(cut)
    taken = tuple(date.span for date in find_dates(cut))
    return of_nobody(with_unlisted(cut, places, taken, parties), parties)


def of_nobody(places: tuple[Place, ...], parties: tuple[Party, ...]) -> tuple[Place, ...]:
    """The places without those in no gazetteer that only are somebody's (a strike on an *al-Shabaab camp*)."""
    fighting = {one.span.start for one in parties if one.kind in _FIGHTING}
    return tuple(one for one in places if one.id or one.span.start not in fighting)
