"""Parties that stand in the text under a name the lexicon knows.

A name of the lexicon counts where its theatre and its capitals are right. A demonym counts behind an event («غارات
روسية») or before one ("Israeli airstrikes"), and then stands for the forces of the state; elsewhere it is nobody
(«الحدود السورية»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.entries import entries
from claims.slots.party.nations import FORCES, body_of, forms, states
from claims.slots.party.reading import CLOSERS, Mention, Reading, mentioned
from claims.slots.party.states import cues
from claims.slots.party.trie import QUOTES, Match, Sense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.slots.party.entries import Entry

_MOST_BETWEEN = 4
_ABBREVIATED = 2
_GOVERNMENT = "government-forces"
_DEMONYMS = frozenset({"@m", "@f", "@p", "@M", "@F", "@P"})


def named(reading: Reading, at: int, match: Match) -> Mention | None:
    """The party that a name means here; a mention without entry where the words are passed over.

    A sense that the text's theatre settles goes before one that holds everywhere («الدفاع المدني» in Syria).
    """
    if len(match.names) == 1:
        sense = match.names[0]
        allowed = reading.allowed(sense, at, match.end)
        return _mention(reading, at, match, sense) if allowed else None
    best: Sense | None = None
    most = -1
    for sense in match.names:
        if not reading.allowed(sense, at, match.end):
            continue
        strength = reading.strength(sense) if sense.theatres else 0
        if strength > most:
            best, most = sense, strength
    return None if best is None else _mention(reading, at, match, best)


def mention_of(reading: Reading, at: int, match: Match, entry: Entry) -> Mention:
    """A mention of ``entry`` by a name that begins at ``at``."""
    end, tail = match.end, 0
    if reading.words[end] in CLOSERS:
        end = reading.closed(at, end)
    if end == match.end:
        tail = reading.possessive(end)
    return mentioned(at, end, entry, match.start.cut, tail, "", match.state)


def after_event(reading: Reading, end: int) -> Mention | None:
    """The party named by a demonym behind an Arabic event that ends at ``end``: «غارات جوية روسية»."""
    at = end
    while at < end + _MOST_BETWEEN and (
        reading.words[at] in QUOTES or reading.words[at] in cues().between
    ):
        at += 1
    if reading.words[at] in cues().governmental:
        return mentioned(at, at + 1, entries()[_GOVERNMENT], 0)
    return next(demonyms(reading, at), None)


def demonyms(reading: Reading, at: int, *, joined: bool = False) -> Iterator[Mention]:
    """The forces of the states whose Arabic demonyms stand at ``at``, one behind the other.

    Args:
        reading: the text.
        at: index of the first token.
        joined: whether the first one must be joined by «و» or a hyphen to what stands before.
    """
    while True:
        if reading.words[at] in {"-", "#", "/"}:
            at += 1
            joined = False
        word = reading.words[at]
        bare = word.removeprefix("و") if joined or word not in forms() else word
        state = demonym(bare)
        if not state or (joined and bare == word) or reading.words[at + 1] in cues().made:
            return
        cut = len(word) - len(bare)
        yield mentioned(at, at + 1, body_of(state, FORCES), cut, state=state, group="demonym")
        at += 1


def demonym(word: str) -> str:
    """The state whose Arabic demonym ``word`` is, "" for any other word."""
    for state, form in forms().get(word, ()):
        if form in _DEMONYMS and states()[state].alone:
            return state
    return ""


def before_event(reading: Reading, at: int, match: Match) -> Mention | None:
    """The party named by an English demonym before an event: "Russian" in "Russian air strikes"."""
    for sense in match.senses:
        if sense.sort == "event" and sense.key and match.state:
            end = match.end - int(sense.key)
            if capital(reading, at, end):
                return mentioned(at, end, body_of(match.state, FORCES), state=match.state)
    return None


def capital(reading: Reading, first: int, end: int) -> bool:
    """Whether English words are written as a name: a capital first, "US" and "UK" in capitals throughout."""
    raw = reading.raw(first, first + 1)
    return raw[:1].isupper() and (end - first > 1 or len(raw) > _ABBREVIATED or raw.isupper())


def _mention(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    if sense.sort == "silence":
        return mentioned(at, match.end, None)
    if sense.sort == "body":
        if match.start.node.state and not capital(reading, at, match.end):
            return None
        return mention_of(reading, at, match, body_of(match.state, sense.key))
    entry = reading.lexicon.entry(sense.key)
    return mention_of(reading, at, match, entry) if entry else None
