"""What begins at a word of the text: of all readings the longest.

At equal length the order of `claims.slots.party.lexicon` decides: names before phrases, phrases before words that point
back, those before states, demonyms, events and patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.english import extended, owned_by_demonym
from claims.slots.party.english import phrase as english_phrase
from claims.slots.party.heads import heads
from claims.slots.party.named import after_event, before_event, beside_event, capital, named
from claims.slots.party.owned import phrase as owned_phrase
from claims.slots.party.persons import holds_office, unsettled, with_person
from claims.slots.party.references import by_name_alone, refer
from claims.slots.party.states import state_at
from claims.slots.party.trie import arabic
from claims.slots.party.unlisted import before_name
from claims.slots.party.unlisted_english import after_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.slots.party.reading import Mention, Reading
    from claims.slots.party.trie import Match, Sense


def longest(reading: Reading, at: int, matches: Iterable[Match]) -> Mention | None:
    """The mention that begins at token ``at``; one without entry for words to pass over; None for nothing."""
    best: Mention | None = None
    for match in matches:
        if best is not None and match.end <= best.end:
            continue
        mention = _named(reading, at, match) if match.names else None
        if match.senses and (mention is None or _also_head(match) or _vague(mention)):
            mention = _longer(mention, _other(reading, at, match))
        elif match.senses and not arabic(reading.words[at]):
            mention = _shared(reading, at, match) or mention
        if mention is not None and (best is None or mention.end > best.end):
            best = mention
    return best


def _also_head(match: Match) -> bool:
    """Whether a name is also the head of a phrase («مراسل», in «مراسل رويترز») or ends a longer name ("Odesa governor")."""
    return any(sense.sort in {"head", "after"} for sense in match.senses)


def _vague(mention: Mention) -> bool:
    """Whether a word for fighters nobody named may end the name of some: "BLA gunmen"."""
    return mention.entry is not None and mention.entry.kind == "unspecified"


def _shared(reading: Reading, at: int, match: Match) -> Mention | None:
    """Whom an English name that several share points back to: "the Coalition" in a text that names the Syrian Coalition first."""
    found = None
    for sense in match.senses:
        if sense.sort == "reference" and by_name_alone(sense):
            found = _reference(reading, at, match, sense)
    return found


def _longer(one: Mention | None, other: Mention | None) -> Mention | None:
    if one is None or other is None:
        return one or other
    return other if (other.end, -other.first) > (one.end, -one.first) else one


def _named(reading: Reading, at: int, match: Match) -> Mention | None:
    mention = named(reading, at, match)
    if mention is None or mention.entry is None:
        return mention
    if not arabic(reading.words[mention.end - 1]):
        mention = extended(reading, mention)
    if mention.group == "role" or holds_office(reading, mention):
        return with_person(reading, mention)
    return mention


def _other(reading: Reading, at: int, match: Match) -> Mention | None:
    for sense in match.senses:
        read = _READERS.get(sense.sort)
        found = read(reading, at, match, sense) if read is not None else None
        if found is not None:
            return found
    return None


def _phrase(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    read = owned_phrase if arabic(reading.words[at]) else english_phrase
    head = heads()[sense.key]
    mention = read(reading, at, match, head)
    if "person" not in head.flags:
        return mention
    return with_person(reading, mention) if mention else unsettled(reading, at, match)


def _reference(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    found = refer(reading, at, match, sense)
    return extended(reading, found) if found is not None else None


def _demonym(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    if not capital(reading, at, match.end):
        return None
    owned = owned_by_demonym(reading, at, match.end, sense.key)
    return owned or beside_event(reading, at, match.end, sense.key)


def _event(reading: Reading, at: int, match: Match, _sense: Sense) -> Mention | None:
    if arabic(reading.words[at]):
        return after_event(reading, match.end)
    return before_event(reading, at, match)


_READERS: dict[str, Callable[[Reading, int, Match, Sense], Mention | None]] = {
    "head": _phrase,
    "reference": _reference,
    "state": state_at,
    "capital": state_at,
    "demonym": _demonym,
    "event": _event,
    "pattern": before_name,
    "after": after_name,
}
