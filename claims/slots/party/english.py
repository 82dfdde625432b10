"""English phrases of what is hit or who stands for a party.

The owner stands before its thing ("ISIL tactical unit", "Coalition spokesman", "Turkish drones") or behind it ("positions of
the Syrian army", "fighters from ISIS"). As in Arabic the mention covers the phrase and is the owner's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.slots.party.heads import heads, modifiers, unowned
from claims.slots.party.nations import FORCES, body_of
from claims.slots.party.owners import forces_of, holds_only, owner_at
from claims.slots.party.reading import Mention, Reading, mentioned
from claims.slots.party.trie import QUOTES, arabic

if TYPE_CHECKING:
    from claims.slots.party.heads import Head
    from claims.slots.party.trie import Match

_MOST_BEFORE_HEAD = 4
_MOST_LINK = 2
_MOST_LARGE = 4
_MOST_MODEL = 4
_WEAPONS = frozenset(
    {"aircraft", "bomber", "drone", "equipment", "boat", "tank", "artillery", "armour"}
)
"""Heads of phrases that the name of a model may stand before."""
_ARTICLES = frozenset({"the", "a", "an"})
_FOR_PEOPLE = frozenset({("in",), ("within",), ("with",), ("for",), ("by",)})


def phrase(reading: Reading, at: int, match: Match, head: Head) -> Mention | None:
    """The party of an English phrase whose first word is the head ``match`` at ``at``."""
    end = match.end
    further = head_after(reading, at)
    if further is not None and further[0] > end:
        end, head = further
    owner = _owner(reading, end, head)
    if owner is not None:
        return replace(owner, first=at, entry=forces_of(owner, head), group=head.group)
    return _alone(reading, at, end, head)


def extended(reading: Reading, mention: Mention) -> Mention:
    """An English owner with the head behind it: "ISIL" in "ISIL tactical unit"."""
    last = reading.words[mention.end - 1]
    if arabic(last) or not last.isascii():
        return mention
    found = head_after(reading, mention.end)
    if found is None:
        return mention
    end, head = found
    if "irregular" in head.flags and mention.entry is not None and mention.entry.kind == "state":
        return mention
    return replace(
        mention,
        end=end,
        entry=forces_of(mention, head),
        tail=reading.possessive(end),
        group=head.group,
    )


def owned_by_demonym(reading: Reading, at: int, end: int, state: str) -> Mention | None:
    """The forces of a state by an English demonym before a head: "Turkish drones", "an Iranian position"."""
    found = head_after(reading, end) or _behind_model(reading, end)
    if found is None or "nation" not in found[1].flags:
        return None
    end, head = found
    tail = reading.possessive(end)
    return mentioned(at, end, body_of(state, FORCES), tail=tail, state=state, group=head.group)


def _behind_model(reading: Reading, at: int) -> tuple[int, Head] | None:
    """The weapon or craft that stands behind its model: *Tochka-U missile*, *AC-130 gunship*, *Typhoon jets*."""
    last = at + _MOST_MODEL
    while at < last and (reading.large(at) or reading.words[at] == "-" or _numbered(reading, at)):
        at += 1
        found = head_after(reading, at) if reading.words[at].isalpha() else None
        if found is not None:
            return found if found[1].id in _WEAPONS else None
    return None


def _numbered(reading: Reading, at: int) -> bool:
    return any(sign.isdecimal() for sign in reading.words[at])


def head_after(reading: Reading, at: int) -> tuple[int, Head] | None:
    """The last English head that stands at ``at`` or a few modifiers behind it, and where it ends."""
    found: tuple[int, Head] | None = None
    last = at + _MOST_BEFORE_HEAD
    while at <= last:
        word = reading.words[at]
        longest = _head(reading, at)
        if longest is not None:
            found = longest
            at = longest[0]
        elif word in modifiers().en or (word == "-" and found is None):
            at += 1
        else:
            break
    return found


def _head(reading: Reading, at: int) -> tuple[int, Head] | None:
    if arabic(reading.words[at]):
        return None
    for match in reading.matches(at):
        for sense in match.senses:
            if sense.sort == "head":
                return match.end, heads()[sense.key]
    return None


def _owner(reading: Reading, at: int, head: Head) -> Mention | None:
    """The owner behind an English head: "positions of the Syrian army", "checkpoint belonging to ISIS"."""
    for length in range(_MOST_LINK, 0, -1):
        link = tuple(reading.words[at : at + length])
        if link not in modifiers().links_en or (link in _FOR_PEOPLE and not head.people):
            continue
        place = at + length
        while reading.words[place] in _ARTICLES or reading.words[place] in QUOTES:
            place += 1
        place = _behind_backers(reading, place)
        if holds_only(reading, place):
            return None
        owner = owner_at(reading, place, head, place, linked=True)
        return extended(reading, owner) if owner and owner.entry else None
    return None


def _behind_backers(reading: Reading, at: int) -> int:
    """The token behind who only backs the owner that follows: "depots of the *Iran-backed* Houthis"."""
    while reading.words[at + 1] == "-" and reading.words[at + 2] in modifiers().backing_en:
        at += 3
    return at


def _alone(reading: Reading, at: int, end: int, head: Head) -> Mention | None:
    if "alone" not in head.flags or reading.chrome:
        return None
    article = at - 1 if reading.words[at - 1] in _ARTICLES else at
    if head.group != "civilians" and reading.placed(article):
        return None
    civil = modifiers().civil
    before = at > reading.floor and reading.words[at - 1] in civil
    civilian = before or (head.group == "object" and reading.words[at] in civil)
    first, name = at - before, ""
    if "name" in head.flags and not civilian:
        first = _named_from(reading, at)
        name = reading.raw(first, end) if first < at else ""
    entry = unowned(head.id, civilian=civilian)
    return mentioned(first, end, entry, tail=reading.possessive(end), name=name, group=head.group)


def _named_from(reading: Reading, at: int) -> int:
    """The first of the capitalised words before a head: "Al-Shifa" in "Al-Shifa Hospital"."""
    floor = max(reading.floor, at - _MOST_LARGE)
    while at > floor and (reading.large(at - 1) or reading.hyphened(at - 1)):
        at -= 1
    return at + 1 if reading.words[at] in _ARTICLES else at
