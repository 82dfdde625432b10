"""Phrases of what is hit or who stands for a party, with their owner.

«مواقع لتنظيم داعش», «عدة نقاط ارتكاز لقوات النظام», «قيادي في قسد», "ISIL fighting position", "fighters of the SDF": the
mention covers the whole phrase and is the owner's, so that comparison sees that a position of ISIS and a checkpoint of the
Syrian army are different targets; what the object was stays readable in the words (`claims.slots.party.objects`).
Objects without an owner are parties of their own (``hospital``, ``civilian-homes``); a kind of head that says nothing by
itself (*unit*, *fighters*) counts only with an owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.heads import Head, heads, modifiers, unowned
from claims.slots.party.named import demonyms, named
from claims.slots.party.nations import FORCES, body_of, states
from claims.slots.party.proper import proper_name
from claims.slots.party.reading import Mention, Reading
from claims.slots.party.references import refer
from claims.slots.party.states import verbal
from claims.slots.party.trie import INSIDE, QUOTES, arabic

if TYPE_CHECKING:
    from claims.slots.party.entries import Entry
    from claims.slots.party.trie import Match, Start

_MOSTINSIDE = 6
_MOST_BELONGING = 9
_MOST_BEFORE_HEAD = 4
_MOST_LINK = 2
_ARMED = frozenset({"means", "fighters", "military object", "group"})
_LOCATIVE = frozenset(
    "في فى داخل قرب امام عند خلف جانب بين الي من in inside at near outside from to behind around".split()
)
_OWNERS = frozenset({"", "ل"})
_NO_OWNERS = frozenset({"local sources", "civilians", "infrastructure", "unspecified"})


def phrase(reading: Reading, at: int, match: Match, head: Head) -> Mention | None:
    """The party of a phrase whose head is the ``match`` that begins at ``at``."""
    end, start = match.end, match.start
    if not arabic(reading.words[at]):
        return _english(reading, at, end, head)
    first, cut = _lead(reading, at, start)
    owner = None if head.group == "civilians" else _owner(reading, end, head)
    if owner is not None:
        end = reading.closed(first, owner.end)
        return Mention(
            first, end, _forces_of(owner, head), cut, 0, owner.name, owner.state, head.group
        )
    return _alone(reading, first, at, cut, end, head, start.prefix)


def _forces_of(owner: Mention, head: Head) -> Entry | None:
    """Who owns the head: a government's aircraft, positions and fighters are its forces'."""
    entry = owner.entry
    if entry is None or head.group not in _ARMED or entry.kind not in {"government", "state"}:
        return entry
    state = entry.within[-1] if entry.within else entry.id
    return body_of(state, FORCES) if state in states() else entry


def extended(reading: Reading, mention: Mention) -> Mention:
    """An English owner with the head behind it: "ISIL" in "ISIL tactical unit"."""
    if arabic(reading.words[mention.end - 1]) or not reading.words[mention.end - 1].isascii():
        return mention
    found = head_after(reading, mention.end)
    if found is None:
        return mention
    end, head = found
    return mention._replace(end=end, tail=reading.possessive(end), group=head.group)


def owned_by_demonym(reading: Reading, at: int, end: int, state: str) -> Mention | None:
    """The forces of a state by an English demonym before a head: "Turkish drones", "an Iranian position"."""
    found = head_after(reading, end)
    if found is None or "nation" not in found[1].flags:
        return None
    end, head = found
    tail = reading.possessive(end)
    return Mention(
        at, end, body_of(state, FORCES), tail=tail, state=state, group=head.group
    )


def head_after(reading: Reading, at: int) -> tuple[int, Head] | None:
    """The last English head that stands at ``at`` or a few modifiers behind it, and where it ends."""
    found: tuple[int, Head] | None = None
    last = at + _MOST_BEFORE_HEAD
    while at <= last:
        word = reading.word(at)
        if word == "-" and found is None:
            at += 1
            continue
        longest = _head(reading, at)
        if longest is not None:
            found = longest
            at = longest[0]
        elif word in modifiers().en:
            at += 1
        else:
            break
    return found


def _head(reading: Reading, at: int) -> tuple[int, Head] | None:
    if at >= len(reading.words) or arabic(reading.words[at]):
        return None
    for match in reading.matches(at):
        for sense in match.senses:
            if sense.sort == "head" and match.start.prefix == "":
                return match.end, heads()[sense.key]
    return None


def _lead(reading: Reading, at: int, start: Start) -> tuple[int, int]:
    first = at
    if start.prefix == "":
        while reading.word(first - 1) in modifiers().lead:
            first -= 1
    return first, start.cut if first == at else 0


def _owner(reading: Reading, at: int, head: Head) -> Mention | None:
    """The mention of the owner behind an Arabic head, None without one."""
    inside = at + _MOSTINSIDE
    linked = False
    while at < inside and not (reading.stops(at) and reading.word(at) not in INSIDE):
        word = reading.words[at]
        if word in reading.forms and "nation" in head.flags and not linked:
            state = next(demonyms(reading, at), None)
            if state is not None:
                return (_further(reading, state.end, head) if head.people else None) or state
        if word in reading.lexicon.hot:
            owner = owner_at(reading, at, head, linked=linked)
            if owner is not None:
                return owner if owner.entry is not None else None
        if word in INSIDE or word in modifiers().ar:
            at += 1
        elif word in modifiers().belonging:
            return _behind(reading, at + 1, head)
        elif word in modifiers().links_ar and head.people:
            linked = True
            at += 1
        elif (joined := _joined_head(reading, at, head)) is not None:
            at = joined
        else:
            return None if head.people else _far(reading, at, head)
    return None


def _further(reading: Reading, at: int, head: Head) -> Mention | None:
    """A party behind a demonym that only says where people are from: «عنصر أفغاني من ميليشيا فاطميون»."""
    if reading.word(at) not in modifiers().links_ar:
        return None
    return owner_at(reading, at + 1, head, linked=True) if at + 1 < len(reading.words) else None


def owner_at(reading: Reading, at: int, head: Head, *, linked: bool) -> Mention | None:
    """The party at ``at`` as the owner of a head: in construct or with «ل», after a link with «ب» as well."""
    for match in reading.matches(at):
        prefix = match.start.prefix
        if prefix not in _OWNERS and not (linked and prefix == "ب"):
            continue
        mention = named(reading, at, match) or _unnamed(reading, at, match, head)
        if mention is not None:
            return mention if _can_own(mention, head, prefix) else None
    return None


def _unnamed(reading: Reading, at: int, match: Match, head: Head) -> Mention | None:
    for sense in match.senses:
        found: Mention | None = None
        if sense.sort == "reference":
            found = refer(reading, at, match, sense)
        elif sense.sort == "state" and head.group in _ARMED:
            if reading.allowed(sense, at, match.end):
                found = Mention(at, match.end, body_of(sense.key, FORCES))
        elif sense.sort == "head" and heads()[sense.key].people:
            found = _owner(reading, match.end, heads()[sense.key])
        if found is not None:
            return found
    return None


def _can_own(mention: Mention, head: Head, prefix: str) -> bool:
    """Whether a party can own the head: «مصدر عسكري لصحيفة الوطن» speaks to the paper, not for it."""
    entry = mention.entry
    if entry is None:
        return True
    if entry.kind in {"media", "monitor"}:
        return head.group == "role" and prefix != "ل"
    return entry.kind not in _NO_OWNERS


def _joined_head(reading: Reading, at: int, head: Head) -> int | None:
    """The token after another head of the same nature, joined by «و»."""
    for match in reading.matches(at):
        for sense in match.senses:
            if match.start.prefix == "و" and sense.sort == "head":
                other = heads()[sense.key]
                if other.people == head.people and "infrastructure" not in {other.group, head.group}:
                    return match.end
    return None


def _far(reading: Reading, at: int, head: Head) -> Mention | None:
    """An owner a few words further on, tied by «تابع» or its like: «معمل في القرية تابع لقسد»."""
    for place in range(at, at + _MOST_BELONGING):
        word = reading.word(place)
        if (reading.stops(place) and word not in QUOTES) or verbal(word):
            return None
        if word in modifiers().belonging:
            return _behind(reading, place + 1, head)
        if word.startswith("و") and place > at:
            return None
    return None


def _behind(reading: Reading, at: int, head: Head) -> Mention | None:
    while reading.word(at) in QUOTES or reading.word(at) in {"ل", "الي"}:
        at += 1
    if at >= len(reading.words):
        return None
    state = next(demonyms(reading, at), None)
    return state or owner_at(reading, at, head, linked=False)


def _alone(
    reading: Reading, first: int, at: int, cut: int, end: int, head: Head, prefix: str
) -> Mention | None:
    if "alone" not in head.flags:
        return None
    if head.group in {"infrastructure", "object", "military object"} and (
        prefix.endswith(("ب", "ك")) or reading.word(first - 1) in _LOCATIVE
    ):
        return None
    civilian = False
    while reading.word(end) in modifiers().ar or reading.word(end) in modifiers().civil:
        civilian = civilian or reading.word(end) in modifiers().civil
        end += 1
    entry = unowned(head.id, civilian=civilian)
    name = ""
    if "name" in head.flags and _takes_name(reading, at, end):
        named_end = proper_name(reading, end, construct=True)
        if named_end > end:
            end = named_end
            name = reading.raw(at, end)
    return Mention(first, end, entry, cut, name=name, group=head.group)


def _takes_name(reading: Reading, at: int, end: int) -> bool:
    """Whether a proper name can follow the head in construct: «مشفى عائشة», not «المشفى» nor «مشفى ميداني»."""
    if reading.quoted(end) > end:
        return True
    last = reading.words[end - 1]
    if reading.words[at].startswith(("ال", "لل")) or last.endswith(("يه", "ي")) and end > at + 1:
        return False
    tanween = reading.raw(end - 1, end).endswith(("ً", "ًا", "اً"))
    return not tanween and reading.word(end) not in reading.lexicon.hot


def _english(reading: Reading, at: int, end: int, head: Head) -> Mention | None:
    further = head_after(reading, at)
    if further is not None and further[0] > end:
        end, head = further
    owner = _english_owner(reading, end, head)
    if owner is not None:
        return owner._replace(first=at, entry=_forces_of(owner, head), group=head.group)
    if "alone" not in head.flags or reading.chrome:
        return None
    if head.group != "civilians" and reading.word(_article(reading, at)) in _LOCATIVE:
        return None
    return _english_alone(reading, at, end, head)


def _article(reading: Reading, at: int) -> int:
    at -= 1
    return at - 1 if reading.word(at) in {"the", "a", "an"} else at


def _english_alone(reading: Reading, at: int, end: int, head: Head) -> Mention:
    civilian = reading.word(at - 1) in modifiers().civil
    first = at - 1 if civilian else at
    name = ""
    if "name" in head.flags:
        while first > 0 and (reading.large(first - 1) or reading.glued(first)):
            first -= 1
        if first < at and not civilian:
            name = reading.raw(first, end)
    entry = unowned(head.id, civilian=civilian)
    return Mention(first, end, entry, tail=reading.possessive(end), name=name, group=head.group)


def _english_owner(reading: Reading, at: int, head: Head) -> Mention | None:
    """The owner behind an English head: "positions of the Syrian army", "checkpoint belonging to ISIS"."""
    for length in range(_MOST_LINK, 0, -1):
        link = tuple(reading.words[at : at + length])
        if link not in modifiers().links_en:
            continue
        if link in {("in",), ("within",), ("with",), ("for",), ("by",)} and not head.people:
            continue
        place = at + length
        while reading.word(place) in {"the", "a", "an"} or reading.word(place) in QUOTES:
            place += 1
        if place >= len(reading.words):
            return None
        owner = owner_at(reading, place, head, linked=True)
        return extended(reading, owner) if owner and owner.entry else None
    return None
