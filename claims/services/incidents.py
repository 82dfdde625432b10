"""The incidents of a case, its timeline and its matrix: computed from claims, pairs and what people said of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Self

from claims.model import Claim, Incident, IncidentSheet, Matrix, PairKey, Passage, Timeline
from claims.services.desk import Desk, missing
from claims.services.kept import Kept
from claims.services.material import Material, material
from claims.services.seen import EVERYBODY, state_for
from claims.services.sides import key_of
from claims.services.spoken import own_answers
from claims.services.words_on_incidents import firm_on, standing_words
from claims.store import claims, documents, tallies
from claims.store.engine import Reader
from claims.store.rows import LeftOut


@dataclass(frozen=True, slots=True)
class Look:
    """One reading of the incidents of a case: what is the same for several is made once, as `Kept` keeps it.

    It is kept until something changes that everybody may see: so nobody can tell from how long a reading takes whether others
    wrote what is hidden.
    """

    connection: Reader
    asker: str
    kept: Kept
    state: str

    @classmethod
    def of(cls, connection: Reader, asker: str, kept: Kept) -> Self:
        """The reading of an open transaction."""
        return cls(connection, asker, kept, state_for(connection, EVERYBODY))

    def material(self) -> Material:
        """What incidents are made of."""
        return self.kept.of(
            self.state, "material", lambda: material(self.connection, kept=self.kept)
        )

    def incidents(self) -> tuple[Incident, ...]:
        """The incidents as the asker sees them: the same for all who see the same words on incidents."""
        return self.later()()

    def later(self) -> Callable[[], tuple[Incident, ...]]:
        """All that the incidents are made of is read now; calling it makes them, also after the transaction."""
        found = self.material()
        rows = standing_words(self.connection, self.asker)
        words = firm_on(self.connection, rows, found.claims)
        return partial(
            self.kept.of,
            self.state,
            ("incidents", tuple(row.id for row in rows)),
            partial(found.incidents, words),
            given=(found, words),
        )

    def matrix(self) -> Callable[[], Matrix]:
        """Source by date: all that it is made of is read now; calling it makes it, also after the transaction."""
        found = self.material()
        return partial(self.kept.of, self.state, "matrix", found.matrix, given=found)

    def sheets(self, wanted: Iterable[Incident]) -> tuple[IncidentSheet, ...]:
        """These incidents in full, in the same order."""
        own = own_answers(self.connection, self.asker)
        return tuple(self.material().sheets(wanted, own))


class Told:
    """What the claims of a case tell of, event by event; computed, never stored."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Incident, ...]:
        """Every incident, from the earliest on; a claim of an event that nobody else tells is one by itself."""
        with self._look() as look:
            later = look.later()
        return later()

    def progress(self) -> float:
        """How much of the case was gone over, about, for what is being gathered or was gathered last: from 0 to less than 1, whoever asked for it."""
        with self._desk.reading() as connection:
            whole, told = documents.sizes(connection)
            pairs = sum(tallies.counts(connection).values())
        return self._desk.kept.share(documents=whole, claims=told, pairs=pairs)

    def claims(self) -> Mapping[str, Claim]:
        """The claims that incidents are made of, by their ids: all that stand. Shared by all who ask, so read only."""
        with self._look() as look:
            found = look.material()
            return look.kept.of(
                look.state,
                "claims",
                lambda: MappingProxyType({claim.id: claim for claim in found.claims}),
                given=found.claims,
            )

    def get(self, name: str) -> IncidentSheet:
        """One incident in full: source by slot, counts with who says which, copies, places.

        Args:
            name: its id, or the id of any of its claims: what named an incident before it was merged still finds it.

        Raises:
            NotFound: no incident of the case has that claim.
        """
        with self._look() as look:
            (whole,) = look.sheets([named(look.incidents(), name)])
        return whole

    def sheets(self, *, sources: int = 1) -> tuple[IncidentSheet, ...]:
        """Every incident in full, from the earliest on; only those that at least so many sources tell of."""
        with self._look() as look:
            return look.sheets(one for one in look.incidents() if len(one.accounts) >= sources)

    def timeline(self) -> Timeline:
        """The incidents by their days, each with how its sources stand to each other."""
        from claims.comparison import timeline

        with self._look() as look:
            return timeline(look.incidents(), look.material().settled)

    def matrix(self) -> Matrix:
        """Source by date; what reviewers settled stands in the place of the suggestion."""
        with self._look() as look:
            later = look.matrix()
        return later()

    def passages(self, key: PairKey | str) -> tuple[Passage, ...]:
        """What the documents of a pair's two claims have in common word for word, small edits included.

        Raises:
            InputError: the text is no key of a pair.
        """
        from claims.comparison.passages import shared_passages

        wanted = key_of(key)
        with self._desk.reading() as connection:
            sides = claims.with_surroundings(connection, (wanted.left, wanted.right))
            texts = [
                found.text
                for name in (wanted.left, wanted.right)
                if name in sides
                and (found := documents.document(connection, sides[name].claim.document))
            ]
        if len(texts) < len(("left", "right")) or texts[0] == texts[1]:
            return ()
        return shared_passages(*texts)

    @contextmanager
    def _look(self) -> Iterator[Look]:
        who = self._desk.who()
        with self._desk.reading() as connection:
            yield Look.of(connection, who, self._desk.kept)


def incidents_in(connection: Reader, left_out: LeftOut | None = None) -> tuple[Incident, ...]:
    """Every incident, in a transaction that is open, with the words on incidents that count for everybody.

    ``left_out`` is told of claims and pairs that cannot be read; without it they raise.
    """
    return incidents_for(connection, "", material(connection, left_out), left_out)


def incidents_for(
    connection: Reader, asker: str, found: Material, left_out: LeftOut | None = None
) -> tuple[Incident, ...]:
    """Every incident as the asker sees it, made anew; "" for what everybody may see.

    ``left_out`` is told of words on incidents and of edits that cannot be read; without it they raise.
    """
    rows = standing_words(connection, asker, left_out)
    return found.incidents(firm_on(connection, rows, found.claims, left_out))


def named(incidents: Iterable[Incident], name: str) -> Incident:
    """The incident that has a claim.

    Raises:
        NotFound: none has it.
    """
    for one in incidents:
        if name in one.claims:
            return one
    raise missing("incident", name)
