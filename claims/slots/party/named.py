"""Parties that stand in the text under a name the lexicon knows.

A name of the lexicon counts where its theatre and its capitals are right. A demonym counts behind an event («غارات
روسية») or before one ("Israeli airstrikes"), and then stands for the forces of the state; elsewhere it is nobody
(«الحدود السورية»).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.nations import FORCES, body_of, forms, states
from claims.slots.party.phrases import cut
from claims.slots.party.reading import CLOSERS, Mention, Reading, mentioned
from claims.slots.party.states import cues
from claims.slots.party.trie import QUOTES, Match, Sense, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.slots.party.entries import Entry

_MOST_BETWEEN = 4
_AND = frozenset({"and", "&"})
_ABBREVIATED = 2
_DEMONYMS = frozenset({"@m", "@f", "@p", "@M", "@F", "@P"})


def named(reading: Reading, at: int, match: Match) -> Mention | None:
    """The party that a name means here; a mention without entry where the words are passed over.

    A sense that the text's theatre settles goes before one that holds everywhere («الدفاع المدني» in Syria).
    """
    best = _meant(reading, at, match)
    return None if best is None else _mention(reading, at, match, best)


def _meant(reading: Reading, at: int, match: Match) -> Sense | None:
    """The sense of a name that holds here, of several the one for which the text speaks most."""
    if len(match.names) == 1:
        sense = match.names[0]
        return sense if reading.allowed(sense, at, match.end) else None
    best: Sense | None = None
    most = -1
    for sense in match.names:
        if not reading.allowed(sense, at, match.end):
            continue
        strength = reading.strength(sense) if sense.theatres else 0
        if strength > most:
            best, most = sense, strength
    return best


def _government(reading: Reading, word: str = "government") -> Entry | None:
    """Whom a text means by *government forces*, or by *regime forces*; None where it does not tell."""
    start = reading.lexicon.hot[word].starts[0]
    for match in walk(start, ("forces", "\n"), 0, reading.forms):
        sense = _meant(reading, 0, match) if match.names else None
        if sense is not None:
            return reading.lexicon.entry(sense.key)
    return None


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
        government = _government(reading)
        return mentioned(at, at + 1, government, 0) if government is not None else None
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
    """The party named by an English word before an event: "Russian" in "Russian air strikes", "government" in "government shelling"."""
    for sense in match.senses:
        if sense.sort != "event" or not sense.key:
            continue
        end = match.end - int(sense.key)
        if not match.state:
            government = _government(reading, reading.words[at])
            return mentioned(at, end, government) if government is not None else None
        if capital(reading, at, end):
            return mentioned(at, end, body_of(match.state, FORCES), state=match.state)
    return None


def beside_event(reading: Reading, at: int, end: int, state: str) -> Mention | None:
    """The party named by a demonym that shares its event with the party behind *and*: "Russian" in "Russian and Syrian air strikes".

    Args:
        reading: the text.
        at: first token of the demonym.
        end: the token behind it.
        state: the state that it is of.
    """
    if reading.words[end] not in _AND:
        return None
    for match in reading.matches(end + 1):
        other = before_event(reading, end + 1, match)
        named_there = match.names and named(reading, end + 1, match) is not None
        if other is not None or (named_there and _event_at(reading, match.end)):
            return mentioned(at, end, body_of(state, FORCES), state=state)
    return None


def _event_at(reading: Reading, at: int) -> bool:
    """Whether an English event begins at ``at``."""
    return any(reading.words[at : at + len(event)] == event for event in _events())


@cache
def _events() -> frozenset[tuple[str, ...]]:
    return frozenset(map(cut, table("cues")["events_en"]))


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
