"""How two parties, or two lists of them, stand to each other.

The first rule that holds decides:

1. *equal*: one id, or two names that accounts use for the same forces; of two civilian objects of one kind also one proper name, or none;
2. *compatible*: one owner of two different objects; one lies within the other (the army within the forces of the
   government); both are bodies of one state; one is a state whose forces act in the other (members of a coalition); one is a
   loose name that may mean the other (*militias*, *unidentified aircraft*); one is an object that is not said to be
   anybody's; both are civilian and one is people (`claims.slots.party.overlap`);
3. unlisted groups by their names: the same words are equal, spellings at least `SAME_SPELLING` alike compatible, names in
   two scripts cannot be told apart and stay compatible;
4. *different* otherwise.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from claims.model import Level, Message
from claims.slots.isolates import isolated
from claims.slots.party.captions import caption
from claims.slots.party.entries import table
from claims.slots.party.lexicon import lexicon
from claims.slots.party.objects import object_of
from claims.slots.party.overlap import overlap
from claims.slots.party.trie import arabic
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.model import Party

SAME_SPELLING = 86.0
"""Least `likeness` (0 to 100) of two folded names that are taken for spellings of one name.

Chosen by the editor on pairs of names: ``test_compare.py`` shows what lies on either side of it.
"""

_WORD = re.compile(r"\w+")
_CIVIL = frozenset({"civilians", "infrastructure"})


def compare(left: Party, right: Party) -> tuple[Level, Message]:
    """How two parties stand to each other, with one sentence in each language that quotes both.

    The level is symmetric; the sentence of the swapped call is this one with its sides swapped.
    """
    level, reason = _reason(left, right)
    return level, _message(reason, left, right)


def compare_groups(left: tuple[Party, ...], right: tuple[Party, ...]) -> tuple[Level, Message]:
    """How two lists of parties stand to each other.

    ABSENT when one is empty, EQUAL when each party has an equal one on the other side, COMPATIBLE when some pair is equal
    or compatible, else DIFFERENT. Of two single parties the sentence is that of `compare`.
    """
    if not left or not right:
        return Level.ABSENT, _sentence("absent", {})
    if len(left) == 1 and len(right) == 1:
        return compare(left[0], right[0])
    levels = [[_reason(one, other)[0] for other in right] for one in left]
    if _all_matched(levels):
        level, reason = Level.EQUAL, "same-set"
    elif any(level is not Level.DIFFERENT for row in levels for level in row):
        level, reason = Level.COMPATIBLE, "some"
    else:
        level, reason = Level.DIFFERENT, "none"
    return level, _listed(reason, left, right)


def _all_matched(levels: list[list[Level]]) -> bool:
    columns = zip(*levels, strict=True)
    return all(Level.EQUAL in row for row in levels) and all(Level.EQUAL in row for row in columns)


def _reason(left: Party, right: Party) -> tuple[Level, str]:
    if left.id and left.id == right.id:
        return _of_one_id(left, right)
    if not left.id or not right.id:
        return _unlisted(left, right)
    if _used_alike(left, right) or _used_alike(right, left):
        return _of_alike(left, right)
    reason = overlap(left, right)
    return (Level.COMPATIBLE, reason) if reason else (Level.DIFFERENT, "different")


def _used_alike(part: Party, whole: Party) -> bool:
    entry = lexicon().entry(part.id)
    return entry is not None and whole.id in entry.equals


def _of_alike(left: Party, right: Party) -> tuple[Level, str]:
    level, reason = _of_one_id(left, right)
    return level, "used-alike" if level is Level.EQUAL else reason


def _of_one_id(left: Party, right: Party) -> tuple[Level, str]:
    if left.kind in _CIVIL:
        return _of_one_kind(left, right)
    one, other = object_of(left), object_of(right)
    if one is None or other is None or one.id == other.id or "vague" in one.flags | other.flags:
        return Level.EQUAL, "equal"
    return Level.COMPATIBLE, "objects"


def _of_one_kind(left: Party, right: Party) -> tuple[Level, str]:
    entry = lexicon().entry(left.id)
    proper = [party.name for party in (left, right) if entry and party.name != entry.en]
    if not proper:
        return Level.EQUAL, "equal"
    if len(proper) == 1:
        return Level.COMPATIBLE, "unnamed"
    return _by_name(left, right)


def _unlisted(left: Party, right: Party) -> tuple[Level, str]:
    level, reason = _by_name(left, right)
    if level is Level.DIFFERENT:
        reason = overlap(left, right) or reason
        level = Level.DIFFERENT if reason == "different" else Level.COMPATIBLE
    return level, reason


def _by_name(left: Party, right: Party) -> tuple[Level, str]:
    pairs = [
        (one, other)
        for one in _names(left)
        for other in _names(right)
        if _in_arabic(one) == _in_arabic(other)
    ]
    if not pairs and left.kind == right.kind:
        return Level.COMPATIBLE, "scripts"
    if any(one == other for one, other in pairs):
        return Level.EQUAL, "equal"
    if any(likeness(one, other) >= SAME_SPELLING for one, other in pairs):
        return Level.COMPATIBLE, "spelling"
    return Level.DIFFERENT, "different"


def _names(party: Party) -> tuple[str, ...]:
    """The folded names to compare: both captions of a listed party, the words of another."""
    entry = lexicon().entry(party.id) if party.id else None
    if entry is None or entry.en != party.name:
        return (fold(party.name),)
    return fold(entry.en), fold(entry.ar)


def _in_arabic(name: str) -> bool:
    return any(arabic(letter) and letter.isalpha() for letter in name)


def likeness(one: str, other: str) -> float:
    """How alike two folded names are, 0 to 100, the words that both begin or end with left aside.

    «كتيبة شهداء الحولة» and «كتيبة شهداء تلبيسة» are compared by their last words only. Spaces and marks do not count.
    """
    left, right = _WORD.findall(one), _WORD.findall(other)
    for end in (0, -1):
        while left and right and left[end] == right[end]:
            left.pop(end)
            right.pop(end)
    if not left or not right:
        return fuzz.ratio("".join(_WORD.findall(one)), "".join(_WORD.findall(other)))
    return fuzz.ratio("".join(left), "".join(right))


@cache
def _sentences() -> dict[str, Message]:
    return {key: Message(ar=row["ar"], en=row["en"]) for key, row in table("comparison").items()}


def _sentence(reason: str, places: dict[str, tuple[str, str]]) -> Message:
    """The sentence of a reason; each place has its Arabic and its English filling."""
    template = _sentences()[reason]
    return Message(
        ar=template.ar.format(**{place: words[0] for place, words in places.items()}),
        en=template.en.format(**{place: words[1] for place, words in places.items()}),
    )


def _message(reason: str, left: Party, right: Party) -> Message:
    return _sentence(
        reason,
        {
            "left": _both(left.text, left.text),
            "right": _both(right.text, right.text),
            "left_name": _both(caption(left, "ar"), caption(left, "en")),
            "right_name": _both(caption(right, "ar"), caption(right, "en")),
        },
    )


def _listed(reason: str, left: tuple[Party, ...], right: tuple[Party, ...]) -> Message:
    return _sentence(reason, {"left": _quoted(left), "right": _quoted(right)})


def _quoted(parties: tuple[Party, ...]) -> tuple[str, str]:
    words = list(dict.fromkeys(party.text for party in parties))
    arabic_words = "، ".join(f"«{isolated(text, 'ar')}»" for text in words)
    return arabic_words, ", ".join(f"“{isolated(text, 'en')}”" for text in words)


def _both(ar: str, en: str) -> tuple[str, str]:
    return isolated(ar, "ar"), isolated(en, "en")
