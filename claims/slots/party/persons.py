"""People who speak for a party, by the name that stands beside their role.

«المتحدث باسم التحالف ريان ديلون», «الكابتن جيف ديفيس الناطق باسم البنتاغون», "Coalition spokesman Col. Ryan Dillon": the
personal name belongs to the mention, and its last part stands for the same party in the rest of the text («وأضاف ديلون»).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from claims.slots.party.entries import Entry, kinds, table
from claims.slots.party.proper import nameable
from claims.slots.party.reading import Mention, Reading, mentioned
from claims.slots.party.trie import arabic
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.trie import Match

_MOST_NAMES = 3
_PARTS = 2
_SHORTEST = 4
_MOST_BEFORE = 5
_ON_BEHALF = "باسم"
_KUNYA = frozenset({"ابو", "ابي", "ام"})
_TANWEEN = ("ً", "ًا", "اً")


@cache
def ranks() -> frozenset[str]:
    """Words of rank before a personal name, folded; full stops of abbreviations left out."""
    return frozenset(fold(word).rstrip(".") for word in table("persons")["rank"])


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(fold, table("persons")["office"]))


def holds_office(reading: Reading, mention: Mention) -> bool:
    """Whether a mention names an office that one person holds: «وزير الدفاع الروسي», "Russian president"."""
    offices, words = _offices(), reading.words
    return words[mention.end - 1] in offices or words[mention.first][mention.cut :] in offices


def with_person(reading: Reading, mention: Mention) -> Mention:
    """The mention of a role with the personal name beside it; the name is remembered."""
    if mention.entry is None or _nameless(reading, mention):
        return mention
    behind = _name_behind(reading, mention.end)
    if behind > mention.end:
        _remember(reading, behind - 1, mention.entry)
        return replace(mention, end=behind, tail=0)
    before = _name_before(reading, mention.first)
    if reading.floor <= before < mention.first:
        _remember(reading, _last_of_name(reading, mention.first), mention.entry)
        return replace(mention, first=before, cut=0)
    return mention


def unsettled(reading: Reading, at: int, match: Match) -> Mention | None:
    """Somebody named who speaks for a party of which the text does not say which: «المتحدث باسم التحالف ريان ديلون».

    The party keeps its words as name and is of the kind that all parties of that name are of; None where they differ or nobody
    is named.
    """
    if reading.words[match.end] != _ON_BEHALF:
        return None
    for owner in reading.matches(match.end + 1):
        found = [reading.lexicon.entry(sense.key) for sense in owner.names if sense.theatres]
        of_kinds = {entry.kind for entry in found if entry is not None}
        end = _name_behind(reading, owner.end)
        if len(of_kinds) != 1 or end == owner.end:
            continue
        start, stop = reading.bounds(at, end, match.start.cut)
        raw, kind = reading.tokens.shadow.raw[start:stop], of_kinds.pop()
        entry = Entry("", raw, raw, kind, kinds()[kind].lineage)
        _remember(reading, end - 1, entry)
        return mentioned(at, end, entry, match.start.cut, group="role")
    return None


def _nameless(reading: Reading, mention: Mention) -> bool:
    """Whether the role is that of sources, which have no names."""
    word = reading.words[mention.first][mention.cut :]
    return word.removeprefix("ال").removeprefix("لل") in {"مصدر", "مصادر"}


def _last_of_name(reading: Reading, first: int) -> int:
    last = first - 1
    while reading.words[last] in {",", "،", "the", "a", "an"}:
        last -= 1
    return last


def _remember(reading: Reading, at: int, entry: Entry) -> None:
    word = reading.words[at]
    if len(word) >= _SHORTEST:
        reading.persons.setdefault(word, entry)


def _name_behind(reading: Reading, end: int) -> int:
    at = end
    comma = reading.words[at] in {",", "،"}
    if comma:
        at += 1
    while at < end + _MOST_BEFORE and _rank_at(reading, at):
        at += 1
    stop, parts = at, 0
    while parts < _MOST_NAMES and _past(reading, stop) > stop:
        stop, parts = _past(reading, stop), parts + 1
    closed = not comma or reading.words[at - 1] in ranks() or reading.words[stop] in {",", "،"}
    return stop if parts >= _PARTS and closed else end


def _past(reading: Reading, at: int) -> int:
    """The token behind the part of a name that begins at ``at``, a hyphen and what it ties included: *al-Halabi*, *Abdul-Karim*."""
    tied = reading.words[at] in _particles() and reading.words[at + 1] == "-"
    stop = at + _PARTS if tied else at
    if not _part(reading, stop):
        return at
    stop += 1
    while reading.words[stop] == "-" and reading.large(stop + 1):
        stop += _PARTS
    return stop


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("patterns")["ends"]["en_particles"])


def _rank_at(reading: Reading, at: int) -> bool:
    """Whether a word of rank stands at ``at``, or the full stop of its abbreviation."""
    if reading.words[at] == ".":
        return reading.words[at - 1] in ranks()
    return reading.words[at] in ranks()


def _name_before(reading: Reading, first: int) -> int:
    last = _last_of_name(reading, first)
    at = last
    while last - at < _MOST_BEFORE and _part(reading, at) and reading.words[at] not in ranks():
        at -= 1
    if reading.words[at] == "." and reading.words[at - 1] in ranks():
        at -= 1
    if reading.words[at] in ranks() and last - at >= _PARTS:
        return at
    if last < first - 1 and last - at >= _PARTS and not arabic(reading.words[last]):
        return at + 1
    return first


def _part(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if arabic(word):
        tanween = reading.raw(at, at + 1).endswith(_TANWEEN)
        if tanween or not nameable(reading, at):
            return False
        return word not in reading.lexicon.hot or _in_kunya(reading, at)
    return word[0].isalpha() and reading.large(at) and word not in ranks()


def _in_kunya(reading: Reading, at: int) -> bool:
    """Whether a word that can begin a name of the lexicon is part of somebody's kunya instead: «أبو محمد»."""
    kunya = reading.words[at] in _KUNYA or reading.words[at - 1] in _KUNYA
    return kunya and not reading.matches(at)


def later_mentions(reading: Reading) -> list[Mention]:
    """Where the persons of the text are named again by the last part of their names."""
    found: list[Mention] = []
    if not reading.persons:
        return found
    taken = {at for mention in reading.found for at in range(mention.first, mention.end)}
    persons = reading.persons
    forms = [form for name in persons for form in (name, f"{name}'s")]
    named = {form: persons.get(form.removesuffix("'s")) for form in forms}
    for at in list(compress(count(), map(named.__contains__, reading.words))):
        word = reading.words[at]
        bare, entry = word.removesuffix("'s"), named[word]
        if entry is None or at in taken:
            continue
        if not arabic(word) and not reading.large(at):
            continue
        found.append(mentioned(at, at + 1, entry, tail=len(word) - len(bare), group="person"))
    return found
