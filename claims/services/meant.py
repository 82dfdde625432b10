"""Which party or place a name means that a case is given without an id: one that it adds already, one of the lexicons, or a new one.

An id of its own would part the words of one party or place into two that differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from claims.errors import InputError
from claims.model import CaseParty, CasePlace, Lineage, Message
from claims.services.choices import chosen
from claims.store import documents
from claims.store.engine import Reader

if TYPE_CHECKING:
    from claims.slots.place.entries import Entry

E = TypeVar("E", bound=CaseParty | CasePlace)

_CANDIDATES: Final = 5
_NEAR: Final = 25.0
"""Kilometres between a point that is given and the place of the gazetteer that it may mean."""


def of_own(entry: E, listed: Iterable[E]) -> E | None:
    """The entry that the case adds already under the name of ``entry``, with the names and the whereabouts of ``entry`` as well; None where there is none.

    Its kind and lineage stay: whoever knows its id changes them.
    """
    from claims.text.shadow import fold

    name = fold(entry.name)
    found = next((one for one in listed if name in map(fold, _spread(one))), None)
    return None if found is None else with_more(found, entry)


def with_more(entry: E, more: E) -> E:
    """An entry with the names of another as well, and with its whereabouts where they are given."""
    from claims.text.shadow import fold

    there = {*map(fold, (*entry.aliases, *_spread(entry)))}
    new = {fold(name): name for name in (*reversed(more.aliases), more.name)}
    added = tuple(name for key, name in reversed(new.items()) if key not in there)
    aliases, within = (*entry.aliases, *added), more.within or entry.within
    if isinstance(entry, CasePlace) and isinstance(more, CasePlace) and more.lat is not None:
        return replace(entry, aliases=aliases, within=within, lat=more.lat, lon=more.lon)
    return replace(entry, aliases=aliases, within=within)


def _spread(entry: CaseParty | CasePlace) -> Iterable[str]:
    from claims.slots.party.phrases import spread

    return (name for given in (entry.name, *entry.aliases) for name in spread(given))


def of_party(entry: CaseParty) -> CaseParty:
    """The entry as one for the party that the lexicon knows by its name; as it is where it knows none."""
    from claims.slots.party.names import listed

    known = listed(entry.name)
    if known is None:
        return entry
    said = chosen(Lineage, entry.lineage)
    lineage = known.lineage if said is Lineage.UNKNOWN else said
    aliases = tuple(dict.fromkeys((*_other(entry.name, known.en), *entry.aliases)))
    return replace(
        entry, id=known.id, name=known.en, kind=known.kind, lineage=lineage, aliases=aliases
    )


def of_place(entry: CasePlace, connection: Reader) -> CasePlace:
    """The entry as one for the place that the gazetteer knows by its name; as it is where it knows none there.

    Of several of one name, that which the case speaks of; a town, and not the province that is named after it.

    Args:
        entry: with the ids of what it lies in.
        connection: to the case.

    Raises:
        InputError: the name is that of several, and nothing tells which.
    """
    from claims.slots.place.gazetteer import gazetteer
    from claims.slots.place.names import supplement_key

    there = [each for each in gazetteer().named(supplement_key(entry.name)) if _fits(each, entry)]
    spoken = [each for each in there if documents.claiming(connection, f'"id":"{each.id}"')]
    found = _towns(spoken or there)
    if not found:
        return entry
    if len(found) > 1:
        raise InputError(
            f"{entry.name!r} names {len(found)} places of the gazetteer.",
            next_step=f"Name one by its id: {candidates(found)}. Or say in what it lies, for another one.",
        )
    aliases = tuple(dict.fromkeys((*_other(entry.name, found[0].name), *entry.aliases)))
    return replace(entry, id=found[0].id, name=found[0].name, aliases=aliases)


def candidates(found: Sequence[Entry]) -> str:
    """The first few places of a name, with their ids."""
    return ", ".join(f"{each.id} ({each.name} – {each.kind})" for each in found[:_CANDIDATES])


def container(given: str, own: Sequence[CasePlace], connection: Reader) -> str:
    """The id of a place of the case or of the gazetteer, given by id or by name; what the case adds comes first.

    Of a town and the province named after it the province, in which both lie; of several, the one that the case
    speaks of.

    Raises:
        InputError: there is none of that name, or several.
    """
    from claims.slots.place.gazetteer import contains, gazetteer
    from claims.slots.place.names import supplement_key
    from claims.text.shadow import fold

    if gazetteer().get(given) is not None or given in {each.id for each in own}:
        return given
    name = fold(given)
    added = [each.id for each in own if name in map(fold, _spread(each))]
    if len(added) == 1:
        return added[0]
    named = gazetteer().named(supplement_key(given))
    found = [each for each in named if not any(contains(other.id, each.id) for other in named)]
    spoken = [each for each in found if documents.claiming(connection, f'"{each.id}"')]
    if len(spoken or found) == 1:
        return (spoken or found)[0].id
    some = candidates(found)
    raise InputError(
        f"{given!r} names {len(found)} places of the gazetteer.",
        next_step=f"Name one by its id: {some}." if found else "Name a town or province around it.",
    )


def lie_in(entry: CaseParty | CasePlace, own: Sequence[CasePlace]) -> tuple[CasePlace, ...]:
    """The places of the case that lie in this one.

    Raises:
        InputError: it would lie in one of them, and so in itself.
    """
    from claims.slots.place.glossed import containers

    if isinstance(entry, CaseParty):
        return ()
    others = [each for each in own if each.id != entry.id]
    if entry.id in containers(entry, others):
        raise InputError(
            f"{entry.name!r} would lie in itself.",
            next_step="Nothing was changed. Name what lies around it.",
        )
    return tuple(each for each in others if entry.id in containers(each, (*others, entry)))


def whereabouts(entry: CasePlace, own: Sequence[CasePlace]) -> Message | None:
    """What a place of the case lies in, by name, the nearest first; what the gazetteer says where the case says nothing, None where neither does."""
    from claims.slots.place.gazetteer import gazetteer

    added = {each.id: each.name for each in own}
    found = list[tuple[str, str]]()
    for each in entry.within or gazetteer().chain(entry.id):
        known = gazetteer().get(each)
        if known is not None:
            found.append((known.ar or known.name, known.name))
        elif each in added:
            found.append((added[each], added[each]))
    if not found:
        return None
    return Message("، ".join(ar for ar, _ in found), ", ".join(en for _, en in found))


def _fits(known: Entry, entry: CasePlace) -> bool:
    from claims.slots.place.gazetteer import distance, gazetteer

    if entry.within and not set(entry.within) & {*gazetteer().chain(known.id)}:
        return False
    apart = distance(replace(known, lat=entry.lat, lon=entry.lon), known)
    return apart is None or apart <= _NEAR


def _towns(found: list[Entry]) -> list[Entry]:
    """Without provinces whose town of the same name is among them."""
    from claims.slots.place.gazetteer import contains

    return [each for each in found if not any(contains(each.id, other.id) for other in found)]


def _other(name: str, called: str) -> tuple[str, ...]:
    return () if name == called else (name,)
