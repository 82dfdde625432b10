"""Whose the thing or the people of a phrase are.

An owner stands in construct («مواقع التنظيم»), behind «ل» («مقر لداعش»), behind «تابع» and its like also at some distance
(«معمل في القرية تابع لقسد»), for people behind «من» and «في» as well («عنصر من قسد»), as a demonym («قاعدة أمريكية»), or in English
behind "of", "belonging to" … (`claims.slots.party.english`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.heads import heads, modifiers
from claims.slots.party.named import demonyms, named
from claims.slots.party.nations import FORCES, body_of, states
from claims.slots.party.reading import BREAKS, Mention, Reading, mentioned
from claims.slots.party.references import refer
from claims.slots.party.states import verbal
from claims.slots.party.trie import INSIDE, QUOTES
from claims.slots.party.unlisted import before_name

if TYPE_CHECKING:
    from claims.slots.party.entries import Entry
    from claims.slots.party.heads import Head
    from claims.slots.party.trie import Match, Sense

_MOST_INSIDE = 6
_MOST_BELONGING = 9
_ARMED = frozenset({"means", "fighters", "military object", "group"})
_INSIDE = frozenset({"في", "فى", "داخل", "in", "within"})
"""Links behind which a state is where people are, not whose they are."""
_PREFIXES = frozenset({"", "ل"})
_NO_OWNERS = frozenset({"local sources", "civilians", "infrastructure", "unspecified"})


def owner_behind(reading: Reading, at: int, head: Head, until: int = 0) -> Mention | None:
    """The mention of the owner behind an Arabic head that ends at ``at``, None without one.

    Args:
        reading: the text.
        at: the token after the head.
        head: what is owned.
        until: the token that the owner must begin before; a few tokens on when not given.
    """
    until = until or at + _MOST_INSIDE
    linked = False
    lam = ""
    while at < until and (reading.words[at] not in BREAKS or reading.words[at] in INSIDE):
        word = reading.words[at]
        owner = _owner_here(reading, at, head, until, linked=linked)
        if owner is not None:
            if linked and holds_only(reading, at):
                return None
            return owner if _can_own(owner, head, lam) and owner.entry is not None else None
        if word in modifiers().belonging:
            return _behind(reading, at + 1, head)
        if word in modifiers().links_ar and head.people:
            linked = True
        elif word == "ل":
            lam = word
        elif word not in INSIDE and word not in modifiers().ar:
            joined = _joined_head(reading, at, head)
            if joined is None:
                return None if head.people else _far(reading, at, head)
            at = joined - 1
        at += 1
    return None


def owner_at(reading: Reading, at: int, head: Head, until: int, *, linked: bool) -> Mention | None:
    """The party at ``at`` as the owner of a head: without a prefix or with «ل», after a link with «ب» as well."""
    for match in reading.matches(at):
        prefix = match.start.prefix
        if prefix not in _PREFIXES and not (linked and prefix == "ب"):
            continue
        mention = named(reading, at, match) or _unnamed(reading, at, match, head, until)
        if mention is not None:
            return mention if _can_own(mention, head, prefix) else None
    return None


def holds_only(reading: Reading, at: int) -> bool:
    """Whether a state at ``at`` is only where people are (*militants in Syria*, «جنود في اليمن»)."""
    while at > reading.floor and (
        reading.words[at - 1] in INSIDE or reading.words[at - 1] == "the"
    ):
        at -= 1
    if reading.words[at - 1] not in _INSIDE:
        return False
    return any(sense.sort == "state" for match in reading.matches(at) for sense in match.senses)


def forces_of(owner: Mention, head: Head) -> Entry | None:
    """Who owns the head: the aircraft, positions and fighters of a government are its forces'."""
    entry = owner.entry
    if entry is None or head.group not in _ARMED or entry.kind not in {"government", "state"}:
        return entry
    state = entry.within[-1] if entry.within else entry.id
    return body_of(state, FORCES) if state in states() else entry


def _owner_here(
    reading: Reading, at: int, head: Head, until: int, *, linked: bool
) -> Mention | None:
    word = reading.words[at]
    if word in reading.forms and "nation" in head.flags and not linked:
        state = next(demonyms(reading, at), None)
        if state is not None:
            return (_beyond(reading, state.end, head) if head.people else None) or state
    if word in reading.lexicon.hot:
        return owner_at(reading, at, head, until, linked=linked)
    return None


def _beyond(reading: Reading, at: int, head: Head) -> Mention | None:
    """A party behind a demonym that says where people are from: «عنصر أفغاني من ميليشيا فاطميون»."""
    if reading.words[at] not in modifiers().links_ar:
        return None
    return owner_at(reading, at + 1, head, at + _MOST_INSIDE, linked=True)


def _unnamed(reading: Reading, at: int, match: Match, head: Head, until: int) -> Mention | None:
    for sense in match.senses:
        found = _by_sense(reading, at, match, sense, head)
        if found is None and sense.sort == "head" and match.end < until:
            inner = heads()[sense.key]
            found = owner_behind(reading, match.end, inner, until) if inner.people else None
            found = None if found is not None and _heard_by(found, head, inner) else found
        if found is not None:
            return found
    return None


def _heard_by(owner: Mention, head: Head, inner: Head) -> bool:
    """Whether a medium only has the statement of somebody who is not its own («مصدر أمني في تصريح لوكالة سبأ»)."""
    told = "issued" in inner.flags and "issued" not in head.flags
    return told and owner.entry is not None and owner.entry.kind == "media"


def _by_sense(reading: Reading, at: int, match: Match, sense: Sense, head: Head) -> Mention | None:
    if sense.sort == "reference":
        return refer(reading, at, match, sense)
    if sense.sort == "pattern":
        return before_name(reading, at, match, sense)
    if "irregular" in head.flags:
        return None
    if sense.sort == "state" and head.group in _ARMED and reading.allowed(sense, at, match.end):
        return mentioned(at, match.end, body_of(sense.key, FORCES))
    return None


def _can_own(mention: Mention, head: Head, prefix: str) -> bool:
    """Whether a party can own the head: «مصدر عسكري لصحيفة الوطن» speaks to the paper, not for it."""
    entry = mention.entry
    if entry is None:
        return True
    if entry.kind in {"media", "monitor"}:
        return head.group == "role" and (prefix != "ل" or "issued" in head.flags)
    if entry.kind == "state" and "irregular" in head.flags:
        return False
    return entry.kind not in _NO_OWNERS


def _joined_head(reading: Reading, at: int, head: Head) -> int | None:
    """The token after another head of the same nature, joined by «و»: «مواقع ومقرات»."""
    for match in reading.matches(at):
        for sense in match.senses:
            if match.start.prefix == "و" and sense.sort == "head":
                other = heads()[sense.key]
                if other.people == head.people and "infrastructure" not in {
                    other.group,
                    head.group,
                }:
                    return match.end
    return None


def _far(reading: Reading, at: int, head: Head) -> Mention | None:
    belonging = modifiers().belonging
    for place, word in enumerate(reading.words[at : at + _MOST_BELONGING], at):
        if word in belonging:
            return _behind(reading, place + 1, head)
        if word in BREAKS and word not in QUOTES:
            return None
        if verbal(word) or (place > at and word[0] == "و"):
            return None
    return None


def _behind(reading: Reading, at: int, head: Head) -> Mention | None:
    while reading.words[at] in QUOTES or reading.words[at] in {"ل", "الي"}:
        at += 1
    state = next(demonyms(reading, at), None)
    return state or owner_at(reading, at, head, at + _MOST_INSIDE, linked=False)
