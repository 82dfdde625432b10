"""Arabic phrases of what is hit or who stands for a party.

«مواقع لتنظيم داعش», «عدة نقاط ارتكاز لقوات النظام», «قيادي في قسد»: the mention covers the whole phrase and is the owner's, so that
comparison sees that a position of ISIS and a checkpoint of the Syrian army are different targets; what the object was stays
readable in the words (`claims.slots.party.objects`). Objects without an owner are parties of their own (``hospital``,
``civilian-homes``); a head that says nothing by itself (*unit*, *fighters*) counts only with an owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.heads import Head, modifiers, unowned
from claims.slots.party.named import named
from claims.slots.party.owners import forces_of, owner_behind
from claims.slots.party.proper import proper_name
from claims.slots.party.reading import Mention, Reading, mentioned
from claims.slots.party.states import cues
from claims.slots.party.trie import INSIDE

if TYPE_CHECKING:
    from claims.slots.party.trie import Match

_THINGS = frozenset({"infrastructure", "object", "military object"})
_ADJECTIVAL = ("يه", "ي")
_TANWEEN = ("ً", "ًا", "اً")


def phrase(reading: Reading, at: int, match: Match, head: Head) -> Mention | None:
    """The party of an Arabic phrase whose head is the ``match`` that begins at ``at``."""
    cut = match.start.cut
    if head.group == "civilians":
        return _alone(reading, at, match, head, mentioned(at, match.end, None, cut))
    first = _lead(reading, at, head) if match.start.prefix == "" else at
    cut = cut if first == at else 0
    owner = owner_behind(reading, match.end, head)
    if owner is None:
        return _alone(reading, at, match, head, mentioned(first, match.end, None, cut))
    end = reading.closed(first, owner.end)
    entry = forces_of(owner, head)
    return mentioned(first, end, entry, cut, 0, owner.name, owner.state, head.group)


def _lead(reading: Reading, at: int, head: Head) -> int:
    """The first of the words before a head that belong to it: «محيط مشفى», «عدد من الحواجز»."""
    while at > reading.floor and reading.words[at - 1] in modifiers().lead:
        at -= 1
    if head.group not in _THINGS:
        return at
    counted = reading.words[at - 1] == "من" and reading.words[at - 2] in modifiers().counted
    return at - 2 if counted and at - 2 >= reading.floor else at


def _alone(reading: Reading, at: int, match: Match, head: Head, bare: Mention) -> Mention | None:
    if "alone" not in head.flags or ("site" in head.flags and _website(reading, at, match.end)):
        return None
    if head.group in _THINGS and (
        match.start.prefix.endswith(("ب", "ك")) or reading.placed(bare.first)
    ):
        return None
    end, civilian, inside = match.end, False, modifiers()
    while reading.words[end] in inside.ar or reading.words[end] in inside.civil:
        civilian = civilian or reading.words[end] in inside.civil
        end += 1
    name = ""
    if "name" in head.flags and _takes_name(reading, at, end):
        stop = proper_name(reading, end, construct=True)
        name = reading.raw(at, stop) if stop > end else ""
        end = stop
    entry = unowned(head.id, civilian=civilian)
    return mentioned(bare.first, end, entry, bare.cut, name=name, group=head.group)


def _website(reading: Reading, at: int, end: int) -> bool:
    """Whether a site is one of the web: something is said by it, or an outlet is named behind it."""
    return reading.words[at - 1] in cues().saying or _publishes(reading, end)


def _publishes(reading: Reading, at: int) -> bool:
    """Whether an outlet stands at ``at``: «موقع "فرات بوست"» is a website, not a position."""
    while reading.words[at] in INSIDE:
        at += 1
    if reading.words[at] not in reading.lexicon.hot:
        return False
    names = (named(reading, at, match) for match in reading.matches(at))
    return any(name and name.entry and name.entry.kind == "media" for name in names)


def _takes_name(reading: Reading, at: int, end: int) -> bool:
    """Whether a proper name can follow the head in construct: «مشفى عائشة», not «المشفى» nor «مشفى ميداني»."""
    if reading.quoted(end) > end:
        return True
    if reading.words[at].startswith(("ال", "لل")):
        return False
    if end > at + 1 and reading.words[end - 1].endswith(_ADJECTIVAL):
        return False
    tanween = reading.raw(end - 1, end).endswith(_TANWEEN)
    return not tanween and reading.words[end] not in reading.lexicon.hot
