"""Where an English or Arabic relative clause closes, and how the words behind it go on."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from claims.extraction.mentions import Range
from claims.extraction.smallwords import recalled, scenic, speech_words, undergone
from claims.extraction.triggers import Trigger, begins

_CARRYING = frozenset({"strike", "clash"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_TELLING = frozenset({"verb", "light"})
_NOUN_REACH = 12
_VERB_REACH = 2


def tells_of_opening(words: tuple[str, ...], here: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether *where* tells about a place that opens a sentence (*In Rafah, where* a million shelter, a strike …)."""
    where = words[here.first : here.end] == (",", "where")
    return where and not any(trigger.tokens.first < here.first for trigger in triggers)


def resuming(
    words: tuple[str, ...], opening: tuple[int, int], triggers: tuple[Trigger, ...]
) -> str:
    """The link of the words behind a relative clause: one that tells about where an English sentence opens leaves them that place.

    Args:
        words: of the document.
        opening: where the sentence begins, and its relative clause.
        triggers: the predicates of the sentence.
    """
    first_word, relative = opening
    opening_place = words[first_word] in speech_words("opening place")
    first = bool(triggers) and triggers[0].tokens.first > relative
    return "elaboration" if opening_place and first else "main"


def relative_end(
    words: tuple[str, ...],
    room: Range,
    triggers: tuple[Trigger, ...],
    whereabouts: frozenset[int],
) -> int:
    """Where a relative clause closes: at the first pause behind which more than its place or time follows."""
    start, end = room.first, room.end
    pauses = [
        i
        for i in range(start, end)
        if words[i] in {"،", ",", "؛", "."} and not _abbreviates(words, i, end)
    ]
    for pause, after in pairwise([*pauses, end]):
        scenes = pause + 1 in whereabouts or (words[pause] == "،" and pause + 1 < end)
        if not scenes or (words[pause] == "،" and words[pause + 1] not in scenic()):
            return pause
        low = bisect_left(triggers, pause, key=begins)
        if low < len(triggers) and triggers[low].tokens.first < after:
            return pause
    return end


def _abbreviates(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a full stop inside of an English sentence closes a letter or a short form (*the U.S. raid*, *Jan. 3*)."""
    if words[index] != "." or index + 1 >= end:
        return False
    before = words[index - 1]
    short = len(before) == 1 or words[index + 1].isdecimal()
    return short and before.isascii() and before.isalpha()


def carries_event(
    words: tuple[str, ...], index: int, after: int, triggers: tuple[Trigger, ...]
) -> bool:
    """Whether a relative clause carries on the noun of action it follows (the raids that the Coalition launched, القصف الذي *تعرضت له* المدينة)."""
    middle = bisect_left(triggers, index, key=begins)
    high = bisect_left(triggers, after + _VERB_REACH + 1, key=begins)
    nearest = triggers[middle - 1] if middle else None
    before = (
        nearest is not None
        and nearest.kind in _CARRYING
        and index - nearest.tokens.end < _NOUN_REACH
    )
    if nearest is not None and before and words[after : after + 1]:
        named = nearest.role in _DEED_NOUNS and words[nearest.tokens.first - 1] not in recalled()
        if words[after] in undergone():
            return named
    return before and any(
        trigger.kind in _CARRYING and trigger.role in _TELLING and trigger.tokens.first >= after
        for trigger in triggers[middle:high]
    )


def resumed_behind(index: int, closes: int, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a verb right behind a relative clause goes on with the deed before it (قصف مصدره المناطق التي …، استهدف …)."""
    low, high = (bisect_left(triggers, at, key=begins) for at in (index, closes + 1))
    if low == 0 or high >= len(triggers):
        return False
    deed, verb = triggers[low - 1], triggers[high]
    alike = deed.kind == verb.kind and deed.kind in _CARRYING and deed.role in _DEED_NOUNS
    return alike and verb.role == "verb" and verb.tokens.first == closes + 1 and not verb.joined
