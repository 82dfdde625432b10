"""Groups, outlets, organisations and ministries that are in no lexicon, by the word that begins or ends their names.

«كتيبة شهداء الحولة», «وكالة «المدى»», «مركز حمص للتوثيق», "Al-Nasr Brigade", "Tigris News Agency". Such a party keeps id "" and
its own words as name. Where a name ends is decided carefully (`claims.slots.party.proper`, capitals in English); a head
without a name is nobody.
"""

from __future__ import annotations

from calendar import day_name, month_name
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from claims.model import Lineage
from claims.slots.party.entries import Entry, kinds, table
from claims.slots.party.heads import modifiers
from claims.slots.party.named import named
from claims.slots.party.nations import forms
from claims.slots.party.phrases import cut as words_of
from claims.slots.party.proper import ends, nameable, proper_name
from claims.slots.party.reading import BREAKS, Mention, Reading, mentioned
from claims.slots.party.trie import QUOTES, arabic, walk
from claims.slots.place.gazetteer import gazetteer
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.trie import Match, Sense

_MOST_LARGE = 5
_MUST = "must"
_FIGHTING = frozenset({"armed group", "militia"})
_PLACED = frozenset({"منطقه", "قريه", "بلده", "مدينه", "حي", "مديريه", "ناحيه", "قضاء"})
"""Words before a name that is a place's, whatever it begins with (منطقة وزير تانغي)."""
_IN = frozenset({"في", "فى"})
_OF_PLACES = frozenset({"ل", "في", "فى", "لمدينه", "لمحافظه", "لبلده", "لقريه", "لناحيه"})
_SEATS = frozenset({"مدينه", "محافظه", "بلده", "قريه", "ناحيه", "مناطق", "ولايه"})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of ``party_patterns.toml``, folded."""

    entry: Entry
    most: int
    number: Entry | None
    linked: bool
    seated: str
    quoted: bool
    small: bool
    begins: frozenset[str]
    never: frozenset[str]
    ends: frozenset[tuple[str, ...]]


@cache
def patterns() -> dict[str, Pattern]:
    """All patterns by id."""
    return {row["id"]: _pattern(row) for row in table("patterns")["pattern"]}


def _pattern(row: dict[str, object]) -> Pattern:
    kind = str(row["kind"])
    numbered = str(row.get("number", ""))
    return Pattern(
        entry=_nameless(kind, row.get("lineage")),
        most=int(str(row["most"])),
        number=_nameless(numbered) if numbered else None,
        linked=bool(row.get("linked", False)),
        seated=str(row.get("seated", "")),
        quoted=bool(row.get("quoted", False)),
        small=bool(row.get("small", False)),
        begins=frozenset(map(fold, _listed(row.get("begins", [])))),
        never=frozenset(_forms(row["never"])),
        ends=frozenset(words_of(end) for end in _listed(row.get("ends", []))),
    )


def _nameless(kind: str, lineage: object = None) -> Entry:
    return Entry("", "", "", kind, Lineage(str(lineage)) if lineage else kinds()[kind].lineage)


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _forms(words: object) -> list[str]:
    folded = [fold(word) for word in _listed(words)]
    return [form for word in folded for form in (word, word + "ا")]


@cache
def _ordinals() -> frozenset[str]:
    words = map(fold, table("patterns")["ends"]["ordinals"])
    return frozenset(form for word in words for form in (word, "ال" + word))


@cache
def _english_rules() -> tuple[frozenset[str], frozenset[str]]:
    ends = table("patterns")["ends"]
    return frozenset(ends["en_not_first"]), frozenset(ends["en_never"])


def before_name(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The unlisted party whose Arabic head, or first English word, is the ``match`` that begins at ``at``."""
    end, cut = match.end, match.start.cut
    rule = patterns()[sense.key]
    if not arabic(reading.words[at]):
        return None if reading.chrome else _english_before(reading, at, end, rule)
    if reading.words[at - 1] in _PLACED:
        return None
    if rule.linked:
        return _office(reading, at, match, rule)
    if rule.number is not None:
        stop = _numbered(reading, end)
        if stop > end:
            return _mention(reading, at, stop, rule.number, cut)
    stop = _ended(reading, end, rule) if rule.ends else _simple(reading, end, rule)
    if rule.seated and stop > end:
        seat = _seat(reading, stop)
        if seat == stop and rule.seated == _MUST:
            return None
        stop = seat
    return _mention(reading, at, stop, rule.entry, cut) if stop > end else None


def _simple(reading: Reading, end: int, rule: Pattern) -> int:
    """The token after a name of one or a few words, ``end`` when none follows."""
    opened = reading.words[end] in QUOTES
    word = reading.words[end + 1 if opened else end]
    if word in rule.never or (rule.begins and word not in rule.begins):
        return end
    if opened:
        known = any(match.names for match in reading.matches(end + 1))
        return end if known else proper_name(reading, end)
    if rule.quoted:
        return end
    known = word not in ends().compound and _known(reading, end, rule)
    if not rule.begins and (known or word in modifiers().ar):
        return end
    if word in forms():
        return end
    stop = proper_name(reading, end)
    while stop > end and stop - end < rule.most and reading.words[stop].startswith("ال"):
        if not nameable(reading, stop) or reading.words[stop] in forms():
            break
        stop += 1
    return stop


def _known(reading: Reading, at: int, rule: Pattern) -> bool:
    """Whether somebody or something of the lexicon begins at ``at``; that some longer name begins so is no bar for fighters."""
    if rule.entry.kind not in _FIGHTING:
        return reading.words[at] in reading.lexicon.hot
    return bool(reading.matches(at))


def _seat(reading: Reading, at: int) -> int:
    """The token after the seat of an office that stands at ``at``: «في مدينة إدلب»; ``at`` where none is named."""
    if reading.words[at] not in _IN:
        return at
    place = at + 2 if reading.words[at + 1] in _SEATS else at + 1
    word, following = reading.words[place], reading.words[place + 1]
    names = gazetteer().names
    if f"{word} {following}" in names:
        return place + 2
    return place + 1 if word in names else at


def _numbered(reading: Reading, end: int) -> int:
    at = end + 1 if reading.words[end] in QUOTES else end
    if reading.words[at] in _ordinals() or reading.words[at].isdigit():
        return reading.closed(end, at + 1)
    return end


def _ended(reading: Reading, end: int, rule: Pattern) -> int:
    """The token after one of the endings of the rule, at most a few words behind the head."""
    for at in range(end, end + rule.most + 1):
        if reading.words[at] in BREAKS:
            break
        for length in (1, 2):
            if tuple(reading.words[at : at + length]) in rule.ends:
                return at + length
    return end


def _office(reading: Reading, at: int, match: Match, rule: Pattern) -> Mention | None:
    place = end = match.end
    while reading.words[place] in _OF_PLACES:
        place += 1
    if place > end and reading.words[place] in _SEATS:
        place += 1
    word = reading.words[place]
    if not arabic(word) or not (place > end or word.startswith(("ل", "ب", "في"))):
        return None
    return _mention(reading, at, place + 1, rule.entry, match.start.cut)


def _mention(reading: Reading, at: int, end: int, entry: Entry, cut: int = 0) -> Mention:
    start, stop = reading.bounds(at, end, cut)
    raw = reading.tokens.shadow.raw[start:stop]
    return mentioned(at, end, entry, cut, reading.possessive(end), raw, group="unlisted")


def _english_before(reading: Reading, at: int, end: int, rule: Pattern) -> Mention | None:
    outlet = rule.entry.kind == "media"
    if not reading.large(end if outlet else at):
        return None
    stop = end
    while stop - end < _MOST_LARGE and _large_word(reading, stop):
        if outlet and (reading.words[stop] in _calendar() or reading.words[stop] in forms()):
            break
        stop += 1
    known = _listed_behind(reading, at, end, stop) if outlet else None
    return known or (_mention(reading, at, stop, rule.entry) if stop > end else None)


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


def after_name(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The unlisted party whose English name ends with the ``match`` at ``at``.

    The words before it that begin with a capital belong to it: "Al-Nasr Brigade".
    """
    rule = patterns()[sense.key]
    if reading.chrome or reading.large(at) is rule.small:
        return None
    first, floor = at, max(reading.floor, at - _MOST_LARGE)
    while first > floor and _large_word(reading, first - 1):
        first -= 1
    not_first, never = _english_rules()
    while first < at and _cannot_begin(reading, first, not_first):
        first += 1
    if first == at or reading.raw(first, match.end) in never:
        return None
    if rule.small and not _named_band(reading, first, at):
        return None
    return _mention(reading, first, match.end, rule.entry)


def _named_band(reading: Reading, first: int, at: int) -> bool:
    """Whether words with capitals before "rebels" are a name: no first word of a sentence, no place where they are, no day."""
    if at - first == 1 and (first == 0 or reading.words[first - 1] in BREAKS):
        return reading.words[first] in forms()
    led = reading.words[first - 1] in modifiers().locative
    return not led and _calendar().isdisjoint(reading.words[first:at])


def _cannot_begin(reading: Reading, at: int, not_first: frozenset[str]) -> bool:
    word = reading.words[at]
    if word.isdigit():
        return reading.words[at + 1] not in _ORDINAL_ENDINGS
    return word == "-" or reading.raw(at, at + 1) in not_first


def _large_word(reading: Reading, at: int) -> bool:
    if reading.words[at] == "-":
        return reading.large(at + 1) or reading.words[at + 1].isalpha()
    word = reading.words[at]
    if word.isdigit() or word in _ORDINAL_ENDINGS:
        return True
    return not arabic(word) and word[0].isalpha() and reading.large(at)
