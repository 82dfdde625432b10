"""People without a name who tell, or to whom something is done: "residents said", "killing three residents".

The same words introduce sources and victims. Where the words right beside them tell of harm done to them they are civilians;
where they say something, or nothing tells, they stay what the lexicon calls them. What decides is in ``party_harmed.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.heads import heads, unowned
from claims.slots.party.trie import arabic
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.reading import Mention, Reading

_FARTHEST = 7
_CIVILIANS = "civilians"
_JOINTS = frozenset({"and", ","})


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language around people, folded."""

    harm: frozenset[str]
    counted: frozenset[str]
    nouns: frozenset[str]
    links: frozenset[str]
    died: frozenset[str]
    passive: frozenset[str]
    auxiliaries: frozenset[str]
    skipped: frozenset[str]
    counts: frozenset[str]
    telling: frozenset[str]


def victims(reading: Reading) -> list[Mention]:
    """The mentions of a text, those of people who are harmed there as civilians."""
    people, found = _people(), reading.found
    for place, mention in enumerate(found):
        row = people.get(mention.entry.id) if mention.entry is not None else None
        if row is not None and _harmed(reading, place, row[1]):
            head = heads()[row[0]]
            found[place] = replace(mention, entry=unowned(head.id), group=head.group)
    return found


def _harmed(reading: Reading, place: int, counted: frozenset[str]) -> bool:
    words, mention = reading.words, reading.found[place]
    known = _arabic() if arabic(words[mention.first]) else _english()
    at, count = _ahead(reading, mention, known)
    before = words[at - 1] if at > 0 else ""
    if before in known.telling or words[mention.end] in known.telling:
        return False
    noun = words[at - 2] if at > 1 and before in known.links else ""
    return (
        before in known.harm
        or noun in known.nouns
        or (count and (before in known.counted or _verb_first(reading, at)))
        or (place > 0 and _with(reading, reading.found[place - 1], mention, at))
        or _befallen(reading, mention.end, known, count=count)
        or (count and words[mention.end - 1] in counted)
    )


def _verb_first(reading: Reading, at: int) -> bool:
    """Whether an Arabic verb of harm stands before its subject, and that before counted people: «قتلت القذيفة ثلاثة صحفيين»."""
    words = reading.words
    subject = words[at - 1] if at > 1 else ""
    return arabic(subject) and words[at - 2] in _arabic().harm


def _with(reading: Reading, last: Mention, mention: Mention, at: int) -> bool:
    """Whether people are counted together with civilians named right before: "killing two girls and three residents"."""
    if last.entry is None or last.entry.kind != _CIVILIANS:
        return False
    joined = reading.words[at - 1] in _JOINTS and last.end == at - 1 and at < mention.first
    return joined or (mention.cut > 0 and last.end == mention.first)


def _ahead(reading: Reading, mention: Mention, known: _Words) -> tuple[int, bool]:
    """The first of the words before people that only count or point at them, and whether they count."""
    at, count, words = mention.first, False, reading.words
    floor = max(0, at - _FARTHEST)
    while at > floor:
        word = words[at - 1]
        number = word.isdigit() or word in known.counts
        linked = word == "of" and words[at - 2] in known.counts
        if not (number or linked or word in known.skipped):
            break
        count = count or number
        at -= 1
    return at, count


def _befallen(reading: Reading, end: int, known: _Words, *, count: bool) -> bool:
    """Whether the words behind people, from ``end`` on, say what befell them: *were killed*, *died*, of a count *dead*."""
    words, at = reading.words, end
    while words[at] in known.auxiliaries:
        at += 1
    passive = at > end or count
    return words[at] in known.died or (passive and words[at] in known.passive)


@cache
def _people() -> dict[str, tuple[str, frozenset[str]]]:
    """For each source without a name: the head of what it is as civilians, and its words that only need a count."""
    rows = table("harmed")["people"]
    return {row["party"]: (row["head"], frozenset(map(fold, row["counted"]))) for row in rows}


@cache
def _english() -> _Words:
    return _words("en")


@cache
def _arabic() -> _Words:
    return _words("ar")


def _words(language: str) -> _Words:
    row = table("harmed")
    harm = row["harm"]
    return _Words(
        harm=_folded(harm[language]),
        counted=_folded(harm[f"{language}_counted"]),
        nouns=_folded(harm.get(f"{language}_nouns", "")),
        links=_folded(harm.get(f"{language}_links", "")),
        died=_folded(harm[f"{language}_died"]),
        passive=_folded(harm.get(f"{language}_passive", "")),
        auxiliaries=_folded(harm.get(f"{language}_auxiliaries", "")),
        skipped=_folded(row["skipped"][language]),
        counts=_folded(row["counts"][language]),
        telling=_folded(row["telling"][language]),
    )


def _folded(words: str | list[str]) -> frozenset[str]:
    return frozenset(map(fold, words.split() if isinstance(words, str) else words))
