"""Parties and places of a case, and the checks it does without.

Whatever changes here changes how documents are read: those that hold a name of the entry, before or after the change,
and those in which it was found are read again at once (`Documents.extract_again`: what people edited stays theirs).
Pairs follow at the next `Pairs.compare`.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims.errors import InputError, NotFound
from claims.model import CaseParty, CasePlace, Lineage, Message, Wordlist
from claims.review.roles import Action
from claims.services.choices import chosen
from claims.services.desk import Desk
from claims.services.laid_down import lay_down, switch, take_out, wordlist_of
from claims.services.meant import (
    container,
    lie_in,
    of_own,
    of_party,
    of_place,
    whereabouts,
    with_more,
)
from claims.services.rereading import ReadAgain, extract_again
from claims.services.results import Watch
from claims.store import documents
from claims.store.engine import Reader
from claims.store.rows import storable

LONGEST: Final = 200
MOST_NAMES: Final = 100
_SLUG: Final = re.compile(r"[a-z0-9]+(?:[-:][a-zA-Z0-9]+)*", re.ASCII)
_POLES: Final = 90.0
_ROUND: Final = 180.0

Entry = CaseParty | CasePlace


@dataclass(frozen=True, slots=True)
class CheckState:
    """A check and whether the case uses it."""

    id: str
    name: Message
    describes: Message
    on: bool


@dataclass(frozen=True, slots=True)
class PartyKind:
    """A kind of party that an entry can be of."""

    id: str
    name: Message


class Wordlists:
    """What a case adds to the lexicons."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> Wordlist:
        """Everything the case adds, by id."""
        with self._desk.reading() as connection:
            return wordlist_of(connection)

    def whereabouts(self) -> Mapping[str, Message]:
        """What each place that the case adds lies in, by the id of the place, where that is known."""
        own = self.get().places
        found = ((each.id, whereabouts(each, own)) for each in own)
        return {name: told for name, told in found if told is not None}

    def checks(self) -> tuple[CheckState, ...]:
        """Every automatic check, in the order they run."""
        from claims.checks.registry import checks

        without = self.get().without
        return tuple(
            CheckState(each.id, each.name, each.describes, each.id not in without)
            for each in checks()
        )

    def kinds(self) -> tuple[PartyKind, ...]:
        """Every kind of party, in the order of the lexicon."""
        from claims.slots.party.entries import kinds

        return tuple(PartyKind(each.id, Message(each.ar, each.en)) for each in kinds().values())

    def put(self, entry: Entry, *, by: str = "", progress: Watch | None = None) -> ReadAgain:
        """Add a party or place, or change the one with its id; what it touches is read again.

        What is there already is kept as it is, and read again all the same: a reading that was stopped goes on. With a place, those of the case that lie in it.

        Args:
            entry: as it should be. Without an id its names are added to the party or place that the case, the lexicon or the gazetteer
                knows by its name, and nothing that was there is lost; where none does, it is a new one, with an id made of its name.
            by: who; "" for the actor.
            progress: told before each document that is read again.

        Raises:
            InputError: no name, too many names, no such kind, no such point of the earth; a name that several places have; a
                place that would lie in itself.
            NotAllowed: the person's role does not cover it.
        """
        named = bool(entry.id.strip())
        with self._desk.reading() as connection:
            own = wordlist_of(connection).places
            entry = _checked(entry, own, connection)
            if not named:
                entry = _meant(entry, connection)
        inner = lie_in(entry, own)
        with self._desk.writing(Action.EDIT, f"add {_sort(entry)}", entry.id, by=by) as writer:
            before = _of(wordlist_of(writer.connection), entry)
            if before is not None and not named:
                entry = _few(with_more(before, entry))
            if before != entry:
                lay_down(writer, entry)
        return self._read_again((before, entry, *inner), progress)

    def remove(
        self, sort: str, identifier: str, *, by: str = "", progress: Watch | None = None
    ) -> ReadAgain:
        """Take an entry out again; what it touched is read again.

        Args:
            sort: ``party`` or ``place``.
            identifier: its id.
            by: who; "" for the actor.
            progress: told before each document that is read again.

        Raises:
            NotFound: the case adds no such entry.
        """
        with self._desk.writing(Action.EDIT, f"remove {sort}", identifier, by=by) as writer:
            own = wordlist_of(writer.connection)
            listed: tuple[Entry, ...] = own.parties if sort == "party" else own.places
            found = next((entry for entry in listed if entry.id == identifier), None)
            if found is None:
                raise NotFound(
                    f"The case adds no {sort} {identifier!r}.",
                    next_step=f"`claims {sort}` lists what it adds.",
                )
            take_out(writer, found)
        return self._read_again((found, *lie_in(found, own.places)), progress)

    def use_check(
        self, check: str, *, on: bool, by: str = "", progress: Watch | None = None
    ) -> ReadAgain:
        """Do with or without a check from now on; every document is read again.

        Raises:
            NotFound: there is no such check.
        """
        known = [each.id for each in self.checks()]
        if check not in known:
            raise NotFound(
                f"No check is called {check!r}.",
                next_step=f"The checks are: {', '.join(known)}.",
            )
        verb = f"{'use' if on else 'leave out'} check"
        with self._desk.writing(Action.MANAGE, verb, check, by=by) as writer:
            if (check not in wordlist_of(writer.connection).without) is not on:
                switch(writer, check, on=on)
            touched = documents.ids(writer.connection)
        return extract_again(self._desk, touched, progress) if touched else ReadAgain()

    def touched(self, *entries: Entry | None) -> tuple[str, ...]:
        """Ids of the documents that hold a name of the entries, or in which one of them was found."""
        from claims.slots.party.phrases import spread
        from claims.text.shadow import fold

        present = [entry for entry in entries if entry is not None]
        names = {
            fold(name)
            for entry in present
            for given in (entry.name, *entry.aliases)
            for name in spread(given)
        }
        with self._desk.reading() as connection:
            found = {
                name
                for entry in present
                for name in documents.claiming(connection, f'"id":"{entry.id}"')
            }
            return tuple(
                name
                for name, text in documents.texts(connection)
                if name in found or _holds(fold(text), names)
            )

    def _read_again(self, entries: tuple[Entry | None, ...], progress: Watch | None) -> ReadAgain:
        touched = self.touched(*entries)
        return extract_again(self._desk, touched, progress) if touched else ReadAgain()


def _holds(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


def _sort(entry: Entry) -> str:
    return "party" if isinstance(entry, CaseParty) else "place"


def _of(own: Wordlist, entry: Entry) -> Entry | None:
    listed: tuple[Entry, ...] = own.parties if isinstance(entry, CaseParty) else own.places
    return next((each for each in listed if each.id == entry.id), None)


def _checked(entry: Entry, own: Sequence[CasePlace], connection: Reader) -> Entry:
    """The entry with tidy names, and with its id where it has one.

    Raises:
        InputError: see `Wordlists.put`.
    """
    name, identifier = _tidy(entry.name), entry.id.strip()
    aliases = tuple(dict.fromkeys(filter(None, map(_tidy, entry.aliases))))
    tidy = _few(replace(entry, id=identifier, name=name, aliases=aliases))
    if identifier and not _SLUG.fullmatch(identifier):
        raise InputError(
            f"{identifier!r} is no id.",
            next_step="Use Latin letters, digits and hyphens, such as raad-brigade; or give no id.",
        )
    return _party(tidy) if isinstance(tidy, CaseParty) else _place(tidy, own, connection)


def _few(entry: Entry) -> Entry:
    """The entry, if it has a name and not too many."""
    names = (entry.name, *entry.aliases)
    if not entry.name or max(map(len, names)) > LONGEST or len(entry.aliases) > MOST_NAMES:
        raise InputError(
            f"A {_sort(entry)} needs a name, and at most {MOST_NAMES} others, of 1 to {LONGEST} characters.",
            next_step="Nothing was changed. Write the name as it stands in the documents.",
        )
    return entry


def _meant(entry: Entry, connection: Reader) -> Entry:
    """The entry as one for what its name means, with that id; see `claims.services.meant`."""
    own = wordlist_of(connection)
    found: Entry
    if isinstance(entry, CaseParty):
        found = of_own(entry, own.parties) or of_party(entry)
    else:
        found = of_own(entry, own.places) or of_place(entry, connection)
    return found if found.id else replace(found, id=_slug(found.name))


def _party(entry: CaseParty) -> CaseParty:
    from claims.slots.party.entries import kinds

    if entry.kind not in kinds():
        raise InputError(
            f"{entry.kind!r} is no kind of party.",
            next_step=f"Choose one of: {', '.join(kinds())}.",
        )
    lineage = chosen(Lineage, entry.lineage)
    given = lineage if lineage is not Lineage.UNKNOWN else kinds()[entry.kind].lineage
    return replace(entry, lineage=given)


def _place(entry: CasePlace, own: Sequence[CasePlace], connection: Reader) -> CasePlace:
    within = tuple(container(each, own, connection) for each in entry.within)
    lat, lon = entry.lat, entry.lon
    whole = lat is not None and lon is not None
    if (lat is None) != (lon is None) or (
        whole and not (_degrees(lat, _POLES) and _degrees(lon, _ROUND))
    ):
        raise InputError(
            f"{lat}, {lon} is no point of the earth.",
            next_step="Give latitude (-90 to 90) and longitude (-180 to 180) in degrees, or neither.",
        )
    return replace(entry, within=within)


def _degrees(value: float | None, most: float) -> bool:
    return value is not None and math.isfinite(value) and abs(value) <= most


def _tidy(name: str) -> str:
    return " ".join(storable(name).split())


def _slug(name: str) -> str:
    """An id made of a name: of its Latin letters, else of the hash of what is written."""
    from claims.slots.place.gazetteer import slug

    if found := slug(name):
        return f"own-{found}"
    return f"own-{hashlib.sha256(name.encode()).hexdigest()[:10]}"
