"""Groups, outlets, organisations and ministries that are in no lexicon, by the word that begins or ends their English names.

"Al-Nasr Brigade", "106 Brigade", "Saraya al-Khorasani", "Movement for the Salvation of Azawad", "Tigris News Agency". Capitals
decide where such a name ends; small words of names ("al-", "of the") belong to it where a capital follows them.
"""

from __future__ import annotations

from calendar import day_name, month_name
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.heads import modifiers
from claims.slots.party.named import named
from claims.slots.party.nations import forms
from claims.slots.party.patterns import patterns, unlisted_mention
from claims.slots.party.persons import with_person
from claims.slots.party.reading import BREAKS, OFFICE, Mention, Reading, mentioned
from claims.slots.party.trie import arabic, walk
from claims.slots.place.gazetteer import gazetteer

if TYPE_CHECKING:
    from claims.slots.party.entries import Entry
    from claims.slots.party.patterns import Pattern
    from claims.slots.party.trie import Match, Sense

_MOST_LARGE = 5
_MOST_WORDS = 9
_MOST_SMALL = 2
_SHORTEST_LETTERS = 2
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def begun_name(reading: Reading, at: int, end: int, rule: Pattern) -> Mention | None:
    """The party whose name begins with the words from ``at`` to ``end``: "Harakat al-Nur", "Brigade 35", "newspaper Al-Watan"."""
    if rule.entry.kind == "media":
        return _outlet_behind(reading, at, end, rule)
    if not reading.large(at):
        return None
    if reading.words[at] in rule.numbered and end == at + 1:
        digits = reading.words[end].isdigit()
        entry = rule.number or rule.entry
        return unlisted_mention(reading, at, end + 1, entry) if digits else None
    stop = _onward(reading, end)
    if stop == end:
        return None
    first = _back(reading, at) if reading.raw(end - 1, end).islower() else at
    return unlisted_mention(reading, first, stop, rule.entry)


def after_name(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The party whose name ends with the ``match`` at ``at``: the words with capitals before it belong to it."""
    rule = patterns()[sense.key]
    if reading.chrome or reading.large(at) is rule.small:
        return None
    first = _back(reading, at, numbered=at + 1 == match.end and reading.words[at] in rule.numbered)
    if first == at or reading.raw(first, match.end) in _rules()[1]:
        return None
    if rule.small and not _named_band(reading, first, at, rule):
        return None
    if rule.attacking and reading.words[match.end] not in _attacking():
        return None
    if first + 1 == at and reading.words[first] in rule.never:
        return None
    counted = rule.number is not None and reading.words[first].isdigit()
    entry = rule.number if counted and rule.number is not None else rule.entry
    found = unlisted_mention(reading, first, match.end, entry)
    return replace(with_person(reading, found), group=OFFICE) if rule.person else found


def _onward(reading: Reading, end: int) -> int:
    """The token behind the words with capitals from ``end`` on, small words of names between them included."""
    stop = at = end
    while at - end < _MOST_WORDS:
        if _capital(reading, at):
            at = stop = at + 1
        elif reading.words[at] in _small() and at - stop < _MOST_SMALL + 1:
            at += 1
        else:
            break
    return stop


def _back(reading: Reading, at: int, *, numbered: bool = False) -> int:
    """The first of the words with capitals before ``at`` that can begin a name; ``at`` where there is none."""
    first, floor = at, max(reading.floor, at - _MOST_LARGE)
    while first > floor and _part(reading, first - 1):
        first -= 1
    if first < at and _joined(reading, first):
        first -= 2
    while first < at and _cannot_begin(reading, first, numbered=numbered and first == at - 1):
        first += 1
    return first


def _joined(reading: Reading, first: int) -> bool:
    """Whether a word with a capital and "of" before ``first`` begin the name: the Freedom of Russia Legion, not Members of it."""
    begun = first - 2
    if begun <= reading.floor or reading.words[first - 1] != "of" or not _capital(reading, begun):
        return False
    return reading.words[begun - 1] == "the" and not reading.matches(begun)


def _part(reading: Reading, at: int) -> bool:
    """Whether the word at ``at``, before a word of a name, is a word of it as well."""
    word = reading.words[at]
    if word == "-":
        return reading.large(at + 1) or reading.words[at + 1].isalpha()
    if word.isdigit() or word in _ORDINAL_ENDINGS:
        return True
    return _capital(reading, at) or (word in _particles() and reading.words[at + 1] == "-")


def _capital(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return not arabic(word) and word[0].isalpha() and reading.large(at)


def _cannot_begin(reading: Reading, at: int, *, numbered: bool) -> bool:
    word = reading.words[at]
    if word.isdigit():
        return not numbered and reading.words[at + 1] not in _ORDINAL_ENDINGS
    return word == "-" or word in _ORDINAL_ENDINGS or reading.raw(at, at + 1) in _rules()[0]


def _named_band(reading: Reading, first: int, at: int, rule: Pattern) -> bool:
    """Whether words with capitals before "rebels" are a name: no first word of a sentence, no place where they are, no day."""
    if at - first == 1 and (first == 0 or reading.words[first - 1] in BREAKS):
        raw = reading.raw(first, at)
        if rule.person:
            return reading.words[first] in gazetteer().names
        letters = raw.isupper() and raw.isalpha() and len(raw) > _SHORTEST_LETTERS
        return letters or reading.words[first] in forms()
    led = reading.words[first - 1] in modifiers().locative
    return not led and _calendar().isdisjoint(reading.words[first:at])


def _outlet_behind(reading: Reading, at: int, end: int, rule: Pattern) -> Mention | None:
    """The outlet whose noun stands before its name: "newspaper Al-Watan" is "Al-Watan newspaper" where that is known."""
    if not reading.large(end):
        return None
    stop = end
    while stop - end < _MOST_LARGE and _outlet_part(reading, stop):
        stop += 1
    known = _listed_behind(reading, at, end, stop)
    return known or (unlisted_mention(reading, at, stop, rule.entry) if stop > end else None)


def _outlet_part(reading: Reading, at: int) -> bool:
    return (
        _part(reading, at)
        and reading.words[at] not in _calendar()
        and reading.words[at] not in forms()
    )


def _listed_behind(reading: Reading, at: int, end: int, stop: int) -> Mention | None:
    """The outlet of the lexicon behind its noun: "newspaper Al-Watan" is "Al-Watan newspaper"."""
    for match in reading.matches(end):
        found = named(reading, end, match)
        if found is not None and found.entry is not None and found.entry.kind == "media":
            return replace(found, first=at)
    turned = (*reading.words[end:stop], *reading.words[at:end], "\n")
    ways = reading.lexicon.hot.get(turned[0])
    for start in ways.starts if ways is not None else ():
        for match in walk(start, turned, 1, reading.forms):
            entry = _outlet(reading, match) if match.end == stop - at else None
            if entry is not None:
                return mentioned(at, stop, entry, tail=reading.possessive(stop))
    return None


def _outlet(reading: Reading, match: Match) -> Entry | None:
    """The outlet that a name means where the text plays, None for a name of anybody else."""
    for sense in match.names:
        if sense.sort == "party" and (not sense.theatres or reading.strength(sense) > 0):
            entry = reading.lexicon.entry(sense.key)
            return entry if entry is not None and entry.kind == "media" else None
    return None


@cache
def _calendar() -> frozenset[str]:
    """Months and weekdays in English, which have a capital and are no part of a name."""
    return frozenset(map(str.lower, (*month_name[1:], *day_name)))


@cache
def _attacking() -> frozenset[str]:
    """Words behind a name with "group" that make it one of fighters."""
    return frozenset(table("patterns")["ends"]["en_attacking"])


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    """Words that do not begin a name, and names that are none."""
    ends = table("patterns")["ends"]
    return frozenset(ends["en_not_first"]), frozenset(ends["en_never"])


@cache
def _particles() -> frozenset[str]:
    """Small words that a hyphen ties to what follows: "al-Nur"."""
    return frozenset(table("patterns")["ends"]["en_particles"])


@cache
def _small() -> frozenset[str]:
    """Small words that stand inside names where a word with a capital follows, hyphens with them."""
    return frozenset([*table("patterns")["ends"]["en_inside"], *_particles(), "-", "'"])
