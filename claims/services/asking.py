"""By what names pairs are asked for: whoever types a speaker or a place gives a name, which is held against those of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from claims.model import CasePlace, UnknownName, Wanted
from claims.services.laid_down import wordlist_of
from claims.slots.party import find_parties
from claims.slots.party.names import listed
from claims.slots.place import asked as places
from claims.store import facets
from claims.store.engine import Reader
from claims.text.lookup import bare, near, words_of

_MOST: Final = 5
"""Names that are offered for one that is not known."""


def in_words_of_the_case(connection: Reader, wanted: Wanted) -> Wanted:
    """The filters with the speaker and the places as the claims of the case write them.

    «البوكمال», *Abu Kamal* and *Al Bukamal* ask for one town, and a province asks for the towns in it as well.
    """
    if wanted.source and not facets.has(connection, facets.SOURCE, wanted.source):
        wanted = replace(wanted, source=_speaker(connection, wanted.source))
    if wanted.place:
        own = wordlist_of(connection).places
        wanted = replace(wanted, places=tuple(_places(connection, wanted.place, own)))
    return wanted


def unknown(connection: Reader, wanted: Wanted) -> tuple[UnknownName, ...]:
    """Of the speaker and the place that are asked for, those that no claim has, with names in the case that are much like them."""
    found, missing = in_words_of_the_case(connection, wanted), list[UnknownName]()
    if wanted.source and not facets.has(connection, facets.SOURCE, found.source):
        missing.append(UnknownName(wanted.source, _speakers_like(connection, wanted.source)))
    if wanted.place and not found.places:
        own = wordlist_of(connection).places
        there = _each_once(facets.values(connection, facets.PLACE), own)
        missing.append(UnknownName(wanted.place, places.much_like(wanted.place, there, own)))
    return tuple(missing)


def _places(connection: Reader, name: str, own: tuple[CasePlace, ...]) -> Iterator[str]:
    """What stands in the claims of the case for a place and for those that lie in it."""
    meant, spelled = places.named(name, own), places.plain(name)
    for each in facets.values(connection, facets.PLACE):
        identifier = places.listed_id(each, own)
        if (identifier and places.lying_in(identifier, meant, own)) or (
            spelled and places.plain(each) == spelled
        ):
            yield each


def _each_once(there: Iterable[str], own: tuple[CasePlace, ...]) -> tuple[str, ...]:
    """Places of the case, those on a list by their id alone."""
    by_id = {each: places.listed_id(each, own) for each in there}
    called = {
        facets.folded(name) for each in by_id.values() if each for name in places.called(each, own)
    }
    return tuple(found or each for each, found in by_id.items() if found or each not in called)


def _speaker(connection: Reader, name: str) -> str:
    """The name under which the case knows a speaker; the one that is given where it knows none."""
    known, spelled = listed(name), _plain(name)
    read = (each for each in find_parties(name) if each.text == name.strip())
    meant = [
        *([known.en, known.id] if known else ()),
        *(word for each in read for word in (each.id, each.name) if word),
    ]
    found = (each for each in meant if facets.has(connection, facets.SOURCE, each))
    same = (
        each
        for each in facets.values(connection, facets.SOURCE)
        if spelled and _plain(each) == spelled
    )
    return next(found, "") or next(same, name)


def _speakers_like(connection: Reader, name: str) -> tuple[str, ...]:
    """Speakers of the case who are called much like a name, the nearest first."""
    there, wanted = facets.values(connection, facets.SOURCE), _plain(name)
    keys = [_plain(each) for each in there]
    close = [there[index] for index in near(wanted, keys)] if wanted else []
    close += [
        each
        for each, key in zip(there, keys, strict=True)
        if wanted and places.begins_words(wanted, key)
    ]
    return tuple(dict.fromkeys(close))[:_MOST]


def _plain(name: str) -> str:
    return " ".join(map(bare, words_of(name)))
