"""What a phrase names besides its owner: the checkpoint in «حاجزا للجيش السوري», the unit in "ISIL tactical unit"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import kinds
from claims.slots.party.heads import CIVILIAN, Head, heads
from claims.slots.party.lexicon import lexicon
from claims.slots.party.reading import Reading
from claims.slots.party.trie import arabic
from claims.text.tokens import tokens

if TYPE_CHECKING:
    from claims.model import Party

_OBJECTS = frozenset({"military object", "object", "infrastructure"})
_UNOWNED = frozenset({"military object", "object", "infrastructure", "civilians", "unspecified"})


def object_of(party: Party) -> Head | None:
    """The object that the words of ``party`` name, None where they name none.

    For an object without an owner it is the party itself.
    """
    if party.kind in _UNOWNED:
        return heads().get(party.id) or heads().get(party.id.removeprefix(CIVILIAN))
    owned = party.id != "" and kinds()[party.kind].speaks
    return _object_in(party.text) if owned else None


def civil_object(party: Party) -> bool:
    """Whether ``party`` is a thing that civilians have (a farm, a flock), of which nobody else is said to be the owner."""
    head = heads().get(party.id) if party.kind == "object" else None
    return head is not None and "civil" in head.flags


@lru_cache(maxsize=4096)
def _object_in(text: str) -> Head | None:
    reading = Reading(tokens(text), lexicon(), chrome=False)
    found: Head | None = None
    for at, word in enumerate(reading.words):
        for match in reading.matches(at):
            for sense in match.senses:
                if sense.sort != "head" or heads()[sense.key].group not in _OBJECTS:
                    continue
                if arabic(word):
                    return heads()[sense.key]
                found = heads()[sense.key]
    return found
