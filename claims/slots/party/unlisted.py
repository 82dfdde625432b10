"""Groups, outlets, organisations and ministries that are in no lexicon, by the word that begins their Arabic names.

«كتيبة شهداء الحولة», «وكالة «المدى»», «مركز حمص للتوثيق». Such a party keeps id "" and its own words as name. Where a name
ends is decided carefully (`claims.slots.party.proper`); a head without a name is nobody. English names:
`claims.slots.party.unlisted_english`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.heads import modifiers
from claims.slots.party.nations import forms
from claims.slots.party.patterns import patterns, unlisted_mention
from claims.slots.party.proper import ends, nameable, proper_name
from claims.slots.party.reading import BREAKS, Mention, Reading
from claims.slots.party.trie import QUOTES, arabic
from claims.slots.party.unlisted_english import begun_name
from claims.slots.place.gazetteer import gazetteer
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.patterns import Pattern
    from claims.slots.party.trie import Match, Sense

_MUST = "must"
_FIGHTING = frozenset({"armed group", "militia"})
_HIS = "ه"
_PLACED = frozenset({"منطقه", "قريه", "بلده", "مدينه", "حي", "مديريه", "ناحيه", "قضاء"})
"""Words before a name that is a place's, whatever it begins with (منطقة وزير تانغي)."""
_IN = frozenset({"في", "فى"})
_OF_PLACES = frozenset({"ل", "في", "فى", "لمدينه", "لمحافظه", "لبلده", "لقريه", "لناحيه"})
_SEATS = frozenset({"مدينه", "محافظه", "بلده", "قريه", "ناحيه", "مناطق", "ولايه", "اقليم", "قضاء"})


@cache
def _ordinals() -> frozenset[str]:
    words = map(fold, table("patterns")["ends"]["ordinals"])
    return frozenset(form for word in words for form in (word, "ال" + word))


def before_name(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The unlisted party whose Arabic head, or first English word, is the ``match`` that begins at ``at``."""
    end, cut = match.end, match.start.cut
    rule = patterns()[sense.key]
    if not arabic(reading.words[at]):
        return None if reading.chrome else begun_name(reading, at, end, rule)
    owned = rule.entry.kind in _FIGHTING and _his(reading, end)
    if owned or reading.words[at - 1] in _PLACED:
        return None
    if rule.linked:
        return _office(reading, at, match, rule)
    if rule.number is not None:
        stop = _numbered(reading, end)
        if stop > end:
            return unlisted_mention(reading, at, stop, rule.number, cut)
    stop = _ended(reading, end, rule) if rule.ends else _simple(reading, end, rule)
    if rule.seated and stop > end:
        seat = _seat(reading, stop)
        if seat == stop and rule.seated == _MUST:
            return None
        stop = seat
    return unlisted_mention(reading, at, stop, rule.entry, cut) if stop > end else None


def _his(reading: Reading, end: int) -> bool:
    """Whether the head that ends at ``end`` only tells whose it is (إن *فرقه* أجلت …), which is written like a body where no name follows."""
    raw = reading.tokens.quote(end - 1, end)
    return raw.endswith(_HIS) and not reading.words[end].startswith("ال")


def _simple(reading: Reading, end: int, rule: Pattern) -> int:
    """The token after a name of one or a few words, ``end`` when none follows."""
    opened = reading.words[end] in QUOTES
    word = reading.words[end + 1 if opened else end]
    if word in rule.never or ((rule.placed or rule.begins) and word not in rule.begins):
        placed = rule.placed and word not in rule.never
        return _behind_place(reading, end) if placed else end
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
    seat = _behind_place(reading, at + 1)
    return seat if seat > at + 1 else at


def _behind_place(reading: Reading, at: int) -> int:
    """The token after the name of a place at ``at``, its kind before it or not: «محافظة صلاح الدين»; ``at`` where none stands."""
    place = at + 1 if reading.words[at] in _SEATS else at
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
    return unlisted_mention(reading, at, place + 1, rule.entry, match.start.cut)
