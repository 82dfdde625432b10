"""People merge and split incidents: their word wins over every suggestion, stays, and is taken back by a new row.

A word names the claims of the incidents as they were on screen, not the incidents: it holds for these claims whatever
is added, compared anew or edited later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.errors import Refused
from claims.model import Grouping, GroupingKind, Incident, Regrouping
from claims.review.roles import Action
from claims.services.desk import Desk
from claims.services.incidents import Look, Told, named
from claims.services.marks import token_of
from claims.services.material import Material
from claims.services.numbering import grouped
from claims.services.words_on_incidents import newest_word, seen
from claims.store import groupings as store
from claims.store.engine import Reader
from claims.store.rows import storable


@dataclass(frozen=True, slots=True)
class _Wanted:
    kind: GroupingKind
    incidents: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


class Incidents(Told):
    """The incidents of a case, and what people say of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)

    def merge(self, names: Iterable[str], *, reason: str = "", token: str = "") -> Grouping:
        """Say that several incidents are one. It keeps the id of the one that was read first.

        Args:
            names: ids of two or more incidents, or of any claims of them, or of claims that are in none.
            reason: why, in the reviewer's words.
            token: one for each submission: the same token again gives what is already stored.

        Raises:
            NotFound: the case holds no such incident.
            Refused: fewer than two, or the token belongs to another submission.
            NotAllowed: the actor's role does not cover it.
        """
        wanted = _Wanted(GroupingKind.MERGE, tuple(dict.fromkeys(names)), (), storable(reason))
        return self._record(wanted, "merge incidents", token)

    def split(
        self, name: str, claims: Iterable[str], *, reason: str = "", token: str = ""
    ) -> Grouping:
        """Say that some claims of an incident are an event of their own; both parts stay apart, each together.

        Args:
            name: id of the incident, or of any claim of it.
            claims: the ids of those that are split off: some of it, not all.
            reason: as in `merge`, and so is ``token``.
            token: one for each submission.

        Raises:
            NotFound: the case holds no such incident, or a claim is not in it.
            Refused: no claim is named, or all are.
            NotAllowed: the actor's role does not cover it.
        """
        off = tuple(sorted(set(claims)))
        wanted = _Wanted(GroupingKind.SPLIT, (name,), off, storable(reason))
        return self._record(wanted, "split incident", token)

    def _record(self, wanted: _Wanted, verb: str, token: str) -> Grouping:
        who, given = self._desk.who(), token_of(token)
        subject = " ".join(wanted.incidents)
        self.list()  # gathered before the case is held: with ten thousand documents that takes a while
        with self._desk.writing(Action.GROUP, verb, subject) as writer:
            stored = store.with_token(writer.connection, who, given)
            if stored is not None:
                return _numbered(writer.connection, _same(stored, wanted))
            look = Look.of(writer.connection, who, self._desk.kept)
            said = _said(wanted, look.material(), look.incidents())
            row = store.append(writer, said, by=who, at=self._desk.now(), token=given)
            return _numbered(writer.connection, row)

    def undo(self, *, token: str = "") -> Grouping | None:
        """Take back the newest merge or split of the actor that still stands, by a new row; None when there is none.

        What later words have overruled altogether does not stand: taking it back would change nothing that shows.
        """
        who, given = self._desk.who(), token_of(token)
        with self._desk.writing(Action.GROUP, "undo grouping", who) as writer:
            stored = store.with_token(writer.connection, who, given, undo=True)
            if stored is not None:
                return _numbered(writer.connection, stored)
            said = newest_word(writer.connection, who)
            if said is None:
                return None
            row = store.undo(writer, said, at=self._desk.now(), token=given)
            return _numbered(writer.connection, row)

    def history(self, name: str = "") -> tuple[Grouping, ...]:
        """Every merge and split, those that were taken back included, in the order they were stored.

        Args:
            name: only those that speak of a claim of this incident, unless "".

        Raises:
            NotFound: the case holds no such incident.
        """
        with self._look() as look:
            rows = _visible(look.connection, look.asker, store.all_rows(look.connection))
            rows = grouped(look.connection, rows)
            if not name:
                return rows
            later = look.later()
        within = set(named(later(), name).claims)
        about = {row.id for row in rows if row.said and within & set(row.said.claims)}
        return tuple(row for row in rows if row.id in about or row.undoes in about)


def _numbered(connection: Reader, row: Grouping) -> Grouping:
    """The row under the number under which it is shown."""
    (shown,) = grouped(connection, [row])
    return shown


def _visible(connection: Reader, who: str, rows: tuple[Grouping, ...]) -> tuple[Grouping, ...]:
    """The rows whose words count for whoever asks, and those that take such a word back."""
    shown = {row.id for row in seen(connection, who, rows)}
    return tuple(row for row in rows if row.id in shown or row.undoes in shown)


def _said(wanted: _Wanted, found: Material, every: tuple[Incident, ...]) -> Regrouping:
    if wanted.kind is GroupingKind.MERGE:
        parts = (_part(every, found, name) for name in wanted.incidents)
        return Regrouping(wanted.kind, tuple(dict.fromkeys(parts)), wanted.reason)
    (name,) = wanted.incidents
    incident = named(every, name)
    for claim in wanted.claims:
        if claim not in incident.claims:
            raise Refused(
                f"Claim {claim} is not in incident {incident.id}.",
                next_step="Nothing was stored. Look at the incident again: it has changed meanwhile.",
            )
    rest = tuple(claim for claim in incident.claims if claim not in wanted.claims)
    return Regrouping(wanted.kind, (wanted.claims, rest), wanted.reason)


def _part(every: Iterable[Incident], found: Material, name: str) -> tuple[str, ...]:
    """The claims of an incident; a claim that is in none, such as a figure, is a part by itself."""
    within = {claim for one in every for claim in one.claims}
    if name not in within and any(claim.id == name for claim in found.claims):
        return (name,)
    return named(every, name).claims


def _same(stored: Grouping, wanted: _Wanted) -> Grouping:
    """What is stored, when it is what was submitted again."""
    said = stored.said
    if said is not None and _says(said, wanted):
        return stored
    raise Refused(
        "This submission was stored before, saying something else.",
        next_step="Load the incident anew and say it again.",
    )


def _says(said: Regrouping, wanted: _Wanted) -> bool:
    """Whether what is stored says what is wanted: each name is of a part of its own, no part is left over."""
    if (said.kind, said.reason) != (wanted.kind, wanted.reason):
        return False
    if wanted.kind is GroupingKind.SPLIT:
        (name,) = wanted.incidents
        return said.parts[0] == wanted.claims and name in said.claims
    of = {claim: number for number, part in enumerate(said.parts) for claim in part}
    return {of.get(name) for name in wanted.incidents} == set(range(len(said.parts)))
