"""The incidents of a case one after another, for exports and reports: a part of its claims is in memory, never all of them.

Twice over the case: once to see what may belong together, which is kept as numbers, then part by part. Incidents come
out in the order in which `claims.services.incidents` gives them, and with the same content. What people said is in memory
as a whole: it is as much as people can do. A part is as large as what is tied to each other by suggested pairs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from claims.comparison.again import by_source, standing_together, told_again
from claims.comparison.beside import Tie
from claims.comparison.grouping import linking, links
from claims.comparison.incidents import incidents, order
from claims.comparison.keys import digest
from claims.comparison.settled import all_settled
from claims.model import (
    Claim,
    Comparison,
    DocumentHead,
    Incident,
    Matter,
    Outcome,
    PairKey,
    SameEvent,
    Spoken,
)
from claims.report.exports.source import Happened, happened
from claims.review.grouping import together
from claims.services.damage import Damage
from claims.services.material import within
from claims.services.parting import Parts
from claims.services.policy import reviewers_of
from claims.services.results import Watch
from claims.services.spilling import InOrder, laid_out
from claims.services.spoken import joined, spoken_in
from claims.services.verdicts import Concluded
from claims.services.words_on_incidents import firm_words, standing_words
from claims.store import claims, documents, pairs, rows
from claims.store.audit import Row
from claims.store.engine import Reader
from claims.store.rows import LeftOut

AT_ONCE: Final = 500
"""Claims in memory, unless more of them belong together."""


class InFull(NamedTuple):
    """An incident with the suggested pairs among its claims, and its grade; None where words on it cannot be read."""

    incident: Incident
    within: tuple[Comparison, ...]
    grade: Outcome | None


@dataclass(frozen=True, slots=True)
class _Tied:
    """The ties within each document, as they were found over the whole of it; they are read from the disk.

    Ties of one source across documents are found anew: all that stands together of it is in one part.

    Attributes:
        found: by document.
        at: where those of a document stand, by its id.
    """

    found: Sequence[tuple[Tie, ...]]
    at: Mapping[str, int]

    def ties(self, known: Mapping[str, Claim]) -> Iterator[Tie]:
        """Those of which both claims are known, and those of one source."""
        for document in dict.fromkeys(claim.document for claim in known.values()):
            for key, score in self.found[self.at[document]]:
                if key.left in known and key.right in known:
                    yield key, score
        for told in by_source(known).values():
            yield from told_again(told)


class _Part(NamedTuple):
    """Some incidents with all that they are made of."""

    incidents: tuple[Incident, ...]
    claims: Mapping[str, Claim]
    compared: tuple[Comparison, ...]
    heads: Mapping[str, DocumentHead]
    grades: Mapping[str, Outcome]


def each_happened(
    connection: Reader, skip: LeftOut, watch: Watch | None = None, at_once: int = AT_ONCE
) -> Iterator[Happened]:
    """Every incident with what counts for everybody, from the earliest on; those without a date last.

    Args:
        connection: an open transaction.
        skip: told of what cannot be read.
        watch: told of documents looked through, then of claims grouped, then of incidents that came out.
        at_once: so many claims are in memory, unless more of them belong together.
    """
    walk = _Incidents(connection, skip, Damage(skip), watch)
    walk.part()
    with InOrder[Happened]() as found:
        for part in walk.made(at_once):
            for one in part.incidents:
                found.put(order(one), happened(one, part.claims, part.heads, part.grades))
        for number, told in enumerate(found, 1):
            yield told
            walk.tell(number, len(found), told.incident.id)


def each_in_full(
    connection: Reader,
    skip: LeftOut,
    there: Callable[[str], bool],
    watch: Watch | None = None,
    at_once: int = AT_ONCE,
) -> Iterator[InFull]:
    """Every incident of some claims, with what its sheet is made from, in the same order.

    Args:
        connection: an open transaction.
        skip: told of what cannot be read.
        there: whether a claim is one of them, by its id.
        watch: told of documents looked through, then of claims grouped.
        at_once: as in `each_happened`.
    """
    walk = _Incidents(connection, skip, Damage(skip), watch, there)
    walk.part()
    with InOrder[InFull]() as found:
        for part in walk.made(at_once):
            pairs_of = within(part.incidents, part.compared)
            for one in part.incidents:
                among = tuple(pairs_of.get(one.id, ()))
                found.put(order(one), InFull(one, among, part.grades.get(one.id)))
        yield from found


@dataclass(slots=True)
class _Incidents:
    """A case on its way to its incidents."""

    connection: Reader
    skip: LeftOut
    damage: Damage
    watch: Watch | None
    there: Callable[[str], bool] | None = None
    _parts: Parts = field(init=False)
    _told: array[int] = field(default_factory=lambda: array("Q"), init=False)
    _tellers: array[int] = field(default_factory=lambda: array("q"), init=False)
    _tied: _Tied = field(init=False)
    _spoken: Mapping[PairKey, Spoken] = field(init=False)
    _words: Mapping[PairKey, SameEvent] = field(init=False)
    _reviewers: int = field(init=False)

    def __post_init__(self) -> None:
        self._parts = Parts(claims.last(self.connection))
        self._spoken = spoken_in(self.connection, self.damage)
        self._reviewers = reviewers_of(self.connection)
        said = standing_words(self.connection, "", self.skip)
        firm = firm_words(self.connection, said, self._there, self.skip)
        self._words = together(firm, joined({key: one.marks for key, one in self._spoken.items()}))

    def tell(self, done: int, total: int, name: str = "") -> None:
        """Tell whoever watches."""
        if self.watch is not None:
            self.watch(done, total, name)

    def part(self) -> None:
        """See which claims may belong together."""
        every = documents.ids(self.connection)
        at = {document: number for number, document in enumerate(every)}
        self._tied = _Tied(laid_out(self._looked_through(every)), at)
        self._tie_sources()
        self._tie([key for key, said in self._words.items() if said is SameEvent.YES])
        self._tie_suggested()

    def _looked_through(self, every: Sequence[str]) -> Iterator[tuple[Tie, ...]]:
        """The ties of one document after the other, whose claims they put together."""
        for number, document in enumerate(every, 1):
            found = self._read(document)
            for one, claim in found.items():
                self._parts.add(one)
                for name in standing_together(claim):
                    self._told.append(digest(name))
                    self._tellers.append(one)
            numbers = {claim.id: one for one, claim in found.items()}
            ties = tuple(links(tuple(found.values()), self._words))
            for key, _ in ties:
                self._parts.join(numbers[key.left], numbers[key.right])
            yield ties
            self.tell(number, len(every), document)

    def made(self, at_once: int) -> Iterator[_Part]:
        """Every incident, part by part."""
        concluded = Concluded(self.connection, Matter.INCIDENT, self.skip)
        done = 0
        for numbers in self._parts.several(at_once):
            found = claims.numbered(self.connection, numbers)
            known = {claim.id: claim for claim in found.values()}
            compared = self._compared(known)
            wanted = sorted({claim.document for claim in known.values()})
            heads = documents.heads(self.connection, wanted, self.skip)
            published = {head.id: head.published for head in heads.values()}
            words = {
                key: said
                for key, said in self._words.items()
                if key.left in known and key.right in known
            }
            age = {claim.id: number for number, claim in found.items()}
            told = incidents(
                tuple(known.values()),
                all_settled(compared, self._spoken),
                words,
                published,
                age,
                self._tied,
            )
            grades = {
                each.proposal.id: each for each in concluded.outcomes(tuple(known.values()), told)
            }
            yield _Part(told, known, compared, heads, grades)
            done += len(numbers)
            self.tell(done, len(self._parts))

    def _there(self, claim: str) -> bool:
        if self.there is not None:
            return self.there(claim)
        return f"claim {claim}" not in self.damage.names and bool(
            claims.numbers(self.connection, [claim])
        )

    def _read(self, document: str) -> dict[int, Claim]:
        """The claims of a document that can be read, by number."""
        found = {}
        for row in claims.of_document(self.connection, document):
            for claim in rows.readable([row], rows.claim_of, _name, self.damage):
                if self.there is None or self.there(claim.id):
                    found[int(row["seq"])] = claim
        return found

    def _tie_sources(self) -> None:
        """Put together what one source tells of one town and day in any documents."""
        told, tellers = self._told, self._tellers
        for one, other in pairwise(sorted(range(len(told)), key=told.__getitem__)):
            if told[one] == told[other]:
                self._parts.join(tellers[one], tellers[other])
        self._told, self._tellers = array("Q"), array("q")

    def _tie_suggested(self) -> None:
        some: list[PairKey] = []
        for row in pairs.each_for_report(self.connection, self._reviewers):
            read = rows.readable([row], rows.comparison_of, rows.name_of_pair, self.damage)
            some.extend(each.key for each in all_settled(read, self._spoken) if linking(each))
            if len(some) >= AT_ONCE:
                self._tie(some)
                some = []
        self._tie(some)

    def _tie(self, keys: list[PairKey]) -> None:
        """Put the claims of pairs together, where both are there."""
        names = sorted({side for key in keys for side in (key.left, key.right)})
        numbers = claims.numbers(self.connection, names)
        for key in keys:
            self._parts.join_all(numbers.get(side, -1) for side in (key.left, key.right))

    def _compared(self, known: Mapping[str, Claim]) -> tuple[Comparison, ...]:
        found = pairs.among_for_report(self.connection, self._reviewers, sorted(known), self.damage)
        return tuple(each for each in found if not self.damage.touches(each.key))


def _name(row: Row) -> str:
    return f"claim {row['id']}"
