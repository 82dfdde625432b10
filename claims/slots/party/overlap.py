"""Why two parties of different ids may still be meant by one account each, without contradiction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.slots.party.lexicon import lexicon
from claims.slots.party.nations import bodies, is_body, states
from claims.slots.party.objects import object_of

if TYPE_CHECKING:
    from claims.model import Party
    from claims.slots.party.entries import Entry

_OFFICIAL = frozenset({"state", "government", "ministry", "military", "security force"})
_BELLIGERENT = _OFFICIAL | {"coalition", "armed group", "militia", "unspecified", "person"}
_OBJECTS = frozenset({"military object", "object"})
_CIVIL = frozenset({"civilians", "infrastructure"})


def overlap(left: Party, right: Party) -> str:
    """The id of the reason (a table of ``party_comparison.toml``), "" when nothing ties the two."""
    ties = {
        "within": right.id != "" and right.id in left.within,
        "holds": left.id != "" and left.id in right.within,
        "one-state": _one_state(left, right),
        "member": _member(left, right) or _member(right, left),
        "loose": _may_mean(left, right) or _may_mean(right, left),
        "owner": _unowned(left, right) or _unowned(right, left),
        "civil": _civil(left, right),
    }
    return next((reason for reason, holds in ties.items() if holds), "")


def _entry(party: Party) -> Entry | None:
    return lexicon().entry(party.id) if party.id else None


def state_of(party: Party) -> str:
    """Id of the state that an official body belongs to, "" for others."""
    if party.kind not in _OFFICIAL:
        return ""
    widest = party.within[-1] if party.within else party.id
    return widest if widest in states() else ""


def _one_state(left: Party, right: Party) -> bool:
    """Whether both act for one state; its bodies are named for each other in accounts of one event."""
    return state_of(left) != "" and state_of(left) == state_of(right)


def _member(whole: Party, part: Party) -> bool:
    entry = _entry(whole)
    return entry is not None and state_of(part) in entry.members


def _may_mean(loose: Party, other: Party) -> bool:
    entry = _entry(loose)
    if entry is None:
        return False
    if loose.id in bodies() and is_body(other.id, loose.id):
        return True
    return not entry.covers.isdisjoint({other.kind, other.id, *other.within})


def _unowned(thing: Party, other: Party) -> bool:
    """Whether ``thing`` is an object that is not said to be anybody's, and ``other`` may own or be it."""
    if thing.kind not in _OBJECTS:
        return False
    if other.kind in _BELLIGERENT:
        return True
    head = object_of(thing)
    vague = head is not None and "vague" in head.flags
    return vague or (thing.kind == "object" and other.kind == "civilians")


def _civil(left: Party, right: Party) -> bool:
    """Whether both are civilian and at least one is people, who can be in or at the other."""
    return {left.kind, right.kind} <= _CIVIL and "civilians" in {left.kind, right.kind}
