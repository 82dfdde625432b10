"""What begins at a word of the text: of all readings the longest.

At equal length the order of `claims.slots.party.lexicon` decides: names before phrases, phrases before words that point
back, those before states, demonyms, events and patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.heads import heads
from claims.slots.party.named import after_event, before_event, capital, named
from claims.slots.party.owned import extended, owned_by_demonym, phrase
from claims.slots.party.persons import with_person
from claims.slots.party.references import refer
from claims.slots.party.states import state_at
from claims.slots.party.trie import arabic
from claims.slots.party.unlisted import arabic_pattern, english_after

if TYPE_CHECKING:
    from claims.slots.party.reading import Mention, Reading
    from claims.slots.party.trie import Match, Sense

def longest(reading: Reading, at: int, floor: int) -> Mention | None:
    """The mention that begins at token ``at``; one without entry for words to pass over; None for nothing.

    Args:
        reading: the text.
        at: index of a word that can begin a name.
        floor: the token that no mention may reach back beyond.
    """
    best: Mention | None = None
    for match in reading.matches(at):
        if best is not None and match.end <= best.end:
            continue
        mention = _named(reading, at, match)
        if mention is None:
            mention = _other(reading, at, match, floor)
        if mention is not None and (best is None or mention.end > best.end):
            best = mention
    return best


def _named(reading: Reading, at: int, match: Match) -> Mention | None:
    mention = named(reading, at, match)
    if mention is None or mention.entry is None:
        return mention
    mention = extended(reading, mention)
    return with_person(reading, mention) if mention.group == "role" else mention


def _other(reading: Reading, at: int, match: Match, floor: int) -> Mention | None:
    for sense in match.senses:
        found = _read(reading, at, match, sense)
        if found is None and sense.sort == "after":
            found = english_after(reading, at, match.end, sense.key, floor)
        if found is not None:
            return found
    return None


def _read(
    reading: Reading, at: int, match: Match, sense: Sense
) -> Mention | None:
    match sense.sort:
        case "head":
            return _phrase(reading, at, match, sense)
        case "reference":
            found = refer(reading, at, match, sense)
            return extended(reading, found) if found else None
        case "state" | "capital":
            return state_at(reading, at, match, sense)
        case "demonym":
            if not capital(reading, at, match.end):
                return None
            return owned_by_demonym(reading, at, match.end, sense.key)
        case "event":
            if arabic(reading.words[at]):
                return after_event(reading, match.end)
            return before_event(reading, at, match)
        case "pattern":
            return arabic_pattern(reading, at, match, sense.key)
    return None


def _phrase(
    reading: Reading, at: int, match: Match, sense: Sense
) -> Mention | None:
    mention = phrase(reading, at, match, heads()[sense.key])
    if mention is not None and mention.group == "role":
        return with_person(reading, mention)
    return mention
