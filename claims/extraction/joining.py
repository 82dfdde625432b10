"""Where a further predicate of a sentence opens a clause of its own, joined to the one before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.mentions import Range
from claims.extraction.smallwords import auxiliaries, numbers
from claims.extraction.triggers import Trigger

_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_SUBJECT_REACH = 9
_THEIRS = [("his",), ("her",), ("their",), ("a",), ("another",)]
_BE = frozenset({"was", "were", "been", "being", "had"})
_HAVE = frozenset({"had", "has", "have", "also", "later", "then", "since", "been"})
_COUNT = 3
_ONE_MORE = frozenset({"a", "an", "another"})
_WHERE = frozenset(
    {"near", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
    | {"in", "on", "outside", "around", "at"}
)
"""Words by which a place stands behind an attack."""
_WHEN = frozenset({"during", "earlier", "later", "meanwhile", "then", "after", "before", "last"})
_SUBORDINATE = frozenset({"after", "before", "when", "because"})
"""Words whose clause has its subject behind them: *and* between them and its verb joins two subjects (after *children and adults* were killed)."""
_PERFECT = frozenset({"had", "has", "have"})
_HURT = frozenset({"injured", "wounded"})
_PAST = ("ed", "ck", "nk", "ught", "nt", "hit", "ot")
_PRESENT = frozenset({"kill", "wound", "injure", "destroy", "seize", "capture", "bomb", "shell"})
"""Verbs of headlines."""
_NO_OBJECT = frozenset(
    {"by", "in", "on", "at", "near", "during", "when", "after", "as", "and", "from", "to", "for"}
)
PAUSE = frozenset({"،", ",", "؛", ";", ")", "(", ".", "\n", "-", ":", "و"})
"""What may stand before the words that open a clause."""


def _one_act(words: tuple[str, ...], sentence: Range, earlier: Trigger, later: Trigger) -> bool:
    """Whether two verbs stand together at the head of a clause and share what follows (قتل وأصيب عناصر …)."""
    adjacent = later.tokens.first == earlier.tokens.end and earlier.kind == later.kind
    first = earlier.tokens.first
    if adjacent and earlier.role == "masdar" and later.joined:
        return True
    return adjacent and (first == sentence.first or words[first - 1] in PAUSE)


def _ends_clause(words: tuple[str, ...], triggers: tuple[Trigger, ...], noun: Trigger) -> bool:
    """Whether an English noun of attack right before a comma and *and* ends a clause that has its verb (burned down in *an attack*, and …)."""
    end = noun.tokens.end
    paused = words[end : end + 2] == (",", "and") and words[noun.tokens.first].isascii()
    return paused and any(t.role == "verb" and t.tokens.end <= noun.tokens.first for t in triggers)


def _with_subject(
    words: tuple[str, ...], earlier: Trigger, later: Trigger
) -> Iterator[tuple[int, str]]:
    """Where an English clause with a subject of its own is joined (six died, *and rescuers found 43 bodies*).

    Without a comma it is one where the verb before it is passive, and so has no object that could go on behind *and* (the driver
    was killed *and his wife wounded*), or where it has an auxiliary of its own.
    """
    low = max(earlier.tokens.end, later.tokens.first - _SUBJECT_REACH)
    passive = words[earlier.tokens.first - 1] in _BE
    if words[later.tokens.first] in _HURT and _counted(words, earlier.tokens.first):
        return
    for index in range(later.tokens.first - 1, low - 1, -1):
        if words[index] in {",", ";"}:
            return
        if words[index] == "and":
            if words[index + 1] in auxiliaries():
                return
            if not _SUBORDINATE.isdisjoint(words[earlier.tokens.end : index]):
                return
            own = passive or words[later.tokens.first - 1] in _BE
            own = own or (earlier.kind != later.kind and _is_number(words[index + 1]))
            if words[index - 1] == "," or (own and earlier.tokens.first):
                yield index, "joined"
            return


def further_strikes(
    words: tuple[str, ...], triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an English sentence goes on to a further attack with a verb of its own (…, *and a strike near Baiji* destroyed a boat)."""
    verb: Trigger | None = None
    for number, deed in enumerate(triggers):
        if deed.role == "verb":
            verb = deed
            continue
        after = triggers[number + 1] if number + 1 < len(triggers) else None
        if verb is None or after is None or after.role != "verb" or deed.kind not in _DEEDS:
            continue
        first = deed.tokens.first
        while (
            first > verb.tokens.end
            and first > deed.tokens.first - _COUNT
            and words[first - 1].isalnum()
        ):
            first -= 1
            if words[first] in _ONE_MORE or _is_number(words[first]):
                break
        counted = words[first] in _ONE_MORE or _is_number(words[first])
        stretch = words[deed.tokens.end : after.tokens.first]
        placed = bool(stretch) and stretch[0] in _WHERE and PAUSE.isdisjoint(stretch)
        listed = words[first - 1] in {"and", ","} and not _frames(words, verb.tokens.end, first - 1)
        if counted and placed and "and" not in stretch and listed:
            yield first - (words[first - 1] == "and"), "joined"


def _frames(words: tuple[str, ...], low: int, end: int) -> bool:
    """Whether the words behind the last pause before ``end`` only say when or where the next attack was (, *on Monday*, a strike …)."""
    pause = next((i for i in range(end - 1, low - 1, -1) if words[i] in PAUSE), end - 1)
    return ";" in words[low:end] or words[pause + 1] in _WHERE | _WHEN


def _counted(words: tuple[str, ...], verb: int) -> bool:
    """Whether those whom a loss befell are counted before its verb: figures of one act are parted later, not its words."""
    ahead = words[max(0, verb - _SUBJECT_REACH) : verb]
    return any(map(_is_number, ahead))


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or word in numbers()


def _after_colon(words: tuple[str, ...], earlier: Trigger | None, later: Trigger) -> int | None:
    """Where what an English deed brought about stands behind a colon (ambushed a convoy on 10 July: *five were killed*)."""
    if earlier is None or earlier.kind not in _DEEDS or earlier.role != "verb":
        return None
    if later.kind not in _SUFFERED:
        return None
    line = range(earlier.tokens.end, later.tokens.first)
    colon = next((i for i in line if words[i] == ":" and words[i + 1].isascii()), None)
    clock = colon is not None and words[colon - 1].isdecimal() and words[colon + 1].isdecimal()
    return None if colon is None or clock else colon + 1


def _listed(words: tuple[str, ...], earlier: Trigger, later: Trigger) -> bool:
    """Whether an English verb with an object only has a comma before it (engaged a unit, *destroyed two vehicles*, …)."""
    first, after = later.tokens.first, later.tokens.end
    verbs = earlier.role == later.role == "verb" and words[first].isascii()
    past = any(word.endswith(_PAST) or word in _PRESENT for word in words[first:after])
    if not verbs or words[first - 1] not in {",", ";"} or not past:
        return False
    return after < len(words) and words[after].isalnum() and words[after] not in _NO_OBJECT


def _again(words: tuple[str, ...], earlier: Trigger, later: Trigger) -> int | None:
    """Where *and* joins an English verb with its auxiliary to the verb before it (had captured a village *and had* downed a drone)."""
    index = later.tokens.first - 1
    if earlier.role != "verb" or later.role != "verb" or words[index] not in _HAVE:
        return None
    while index > earlier.tokens.end and words[index] in _HAVE:
        index -= 1
    auxiliary = not _PERFECT.isdisjoint(words[index + 1 : later.tokens.first])
    joined = index >= earlier.tokens.end and words[index] == "and"
    return index if auxiliary and joined else None


def _goes_on(words: tuple[str, ...], earlier: Trigger, later: Trigger) -> int | None:
    """Where *and* joins an English verb to the one before it, adverbs between (destroyed a bunker *and also struck* two boats)."""
    if earlier.role != "verb" or later.role != "verb":
        return None
    index = later.tokens.first - 1
    while index > earlier.tokens.end and (words[index] in _HAVE or words[index].endswith("ly")):
        index -= 1
    apart = index < later.tokens.first - 1 and index >= earlier.tokens.end
    return index if apart and words[index] == "and" else None


def _turns(words: tuple[str, ...], between: Range) -> int | None:
    """Where a new statement begins between a deed and a loss (، وفي 12 شباط، قُتل …), None where none does."""
    found = (i for i in range(between.first + 1, between.end) if words[i - 1] == "،")
    return next((i for i in found if words[i].startswith("و")), None)


def _brings(deed: Trigger, loss: Trigger) -> bool:
    """Whether a deed told by its noun brought about the loss whose verb stands behind a comma (قصف على …، أصيب على إثره …)."""
    noun = deed.role in _DEED_NOUNS and not deed.known
    return noun and deed.kind in _DEEDS and loss.kind in _SUFFERED and not loss.joined


def joined(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a clause begins whose predicate is joined to the one before it, and how it hangs on that."""
    deed = triggers[0] if triggers else None
    for earlier, later in pairwise(triggers):
        first = later.tokens.first
        if _one_act(words, sentence, earlier, later):
            continue
        before = words[first - 1] if first > sentence.first else ""
        if before == "،" and later.role == "verb" and _brings(earlier, later):
            apart = _turns(words, Range(earlier.tokens.end, first))
            yield (first, "effect") if apart is None else (apart, "contrast")
            continue
        joined = later.joined or before in {"و", "and"} or _listed(words, earlier, later)
        verbs = later.role == "verb" or words[first - 2 : first - 1] in _THEIRS
        if (earlier.role == "verb" or _ends_clause(words, triggers, earlier)) and (
            verbs and not joined
        ):
            yield from _with_subject(words, earlier, later)
        harmed = (earlier.kind, later.kind) == ("casualties", "damage") and not later.known
        harmed = harmed and later.role == "noun"
        deed = earlier if earlier.kind != "movement" else deed
        told = _after_colon(words, deed, later) if later.role == "verb" else None
        if told is not None:
            yield told, "effect"
            continue
        again = _again(words, earlier, later)
        if again is not None and not joined:
            yield again, "again"
            continue
        further = _goes_on(words, earlier, later) if again is None and not joined else None
        if further is not None:
            yield further, "joined"
            continue
        if not (later.role in {"verb", "masdar", "light"} or harmed) or not joined:
            continue
        if earlier.kind != later.kind or later.role != "masdar" or later.kind == "casualties":
            yield first - (before in {"و", "and"}), "joined"
