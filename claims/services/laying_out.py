"""What of a report may be many, laid out on the disk: each thing is read or made when somebody comes to it.

All of it is read in the transaction that is open; what was laid out is that of its moment, also after it.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final

from claims.comparison.keys import stretch
from claims.comparison.matrix import matrix, placed
from claims.comparison.settled import all_settled
from claims.comparison.sheet import sheet
from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Decision,
    IncidentSheet,
    Matrix,
    MatrixRow,
    Matter,
    Outcome,
    PairKey,
    Spoken,
    Verdict,
)
from claims.report.later import ById, Each, Filed, Numbered, Numbers, Some
from claims.review.adjudication import by_pair, ruled
from claims.services.damage import Damage
from claims.services.happening import AT_ONCE, InFull
from claims.services.policy import reviewers_of
from claims.services.spilling import laid_out
from claims.services.verdicts import Concluded
from claims.store import pairs, rows
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.verdict import judge, verdicts

_NONE: Final = -1
_ID: Final = attrgetter("id")
_PROPOSED: Final = attrgetter("proposal.id")
_CLAIM: Final = attrgetter("claim")


class Laid:
    """The claims of a report and the suggested pairs among them.

    Attributes:
        claims: in the order they were read.
        by_id: the same by their ids.
        compared: the pairs, in the order of the queue.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        found = laid_out(claims)
        self.claims: Filed[Claim] = Filed(found, Numbers(map(_ID, found), len(found)))
        self.by_id: ById[Claim] = ById(self.claims, _ID)
        self.compared: Sequence[Comparison] = ()

    def compare(self, connection: Reader, damage: Damage) -> None:
        """Lay out the pairs; ``damage`` knows those of which something cannot be read."""
        every = pairs.each_for_report(connection, reviewers_of(connection))
        found = rows.readable(every, rows.comparison_of, rows.name_of_pair, damage)
        self.compared = laid_out(each for each in found if self._both(each.key, damage))

    def _both(self, key: PairKey, damage: Damage) -> bool:
        there = self.by_id.at
        return key.left in there and key.right in there and not damage.touches(key)

    def sheets(
        self, full: Sequence[InFull], spoken: Mapping[PairKey, Spoken]
    ) -> Sequence[IncidentSheet]:
        """These incidents in full, in their order."""

        def made(each: InFull) -> IncidentSheet:
            told = [self.by_id[name] for name in each.incident.claims]
            return sheet(each.incident, told, each.within, spoken)

        return Each(made, full)

    def matrix(self, spoken: Mapping[PairKey, Spoken]) -> Matrix:
        """Source by date, as `claims.comparison.matrix` makes it of all claims at once."""
        sources: set[str] = set()

        def seen() -> Iterator[MatrixRow]:
            for row in self._rows(spoken):
                sources.update(cell.source for cell in row.cells)
                yield row

        found = laid_out(seen())
        return Matrix(tuple(sorted(sources)), found)

    def _rows(self, spoken: Mapping[PairKey, Spoken]) -> Iterator[MatrixRow]:
        ties = _Ties(self.compared, self.by_id.at)
        for dates in self._dates():
            own = list(chain.from_iterable(dates.values()))
            numbers = sorted(set(chain.from_iterable(map(ties.of, own))))
            compared = [self.compared[number] for number in numbers]
            sides = {side for each in compared for side in (each.key.left, each.key.right)}
            wanted = sorted({*own, *(self.by_id.at[side] for side in sides)})
            told = [self.claims[number] for number in wanted]
            whole = matrix(told, all_settled(compared, spoken))
            yield from (row for row in whole.rows if row.date in dates)

    def _dates(self) -> Iterator[Mapping[str, Sequence[int]]]:
        """The numbers of claims by date, from the earliest on; some dates at a time."""
        by_date = defaultdict[str, "array[int]"](lambda: array("L"))
        for number, claim in enumerate(self.claims):
            if claim.date is not None and placed(claim):
                by_date[claim.date.edtf].append(number)
        some: dict[str, Sequence[int]] = {}
        for date in sorted(by_date, key=lambda each: (*(stretch(each) or (0, 0)), each)):
            some[date] = by_date[date]
            if sum(map(len, some.values())) >= AT_ONCE:
                yield some
                some = {}
        if some:
            yield some


class _Ties:
    """Which pairs a claim is in, by numbers: 24 bytes for each pair, and 8 for each claim."""

    def __init__(self, compared: Iterable[Comparison], at: Numbered) -> None:
        self._first = array("q", [_NONE]) * len(at)
        self._next = array("q")
        for each in compared:
            for side in (each.key.left, each.key.right):
                claim = at[side]
                self._next.append(self._first[claim])
                self._first[claim] = len(self._next) - 1

    def of(self, claim: int) -> Iterator[int]:
        """The pairs of a claim."""
        place = self._first[claim]
        while place != _NONE:
            yield place // 2
            place = self._next[place]


class Judged:
    """Verdicts and outcomes of claims: those that people judged are laid out, the others made when they are read."""

    def __init__(self, connection: Reader, laid: Laid, left_out: LeftOut) -> None:
        self._laid = laid
        concluded = Concluded(connection, Matter.CLAIM, left_out)
        known = laid.by_id.at
        self._numbers = array(
            "L", sorted(known[each] for each in concluded.judged() if each in known)
        )
        self._beside = concluded.beside()
        self._outcomes = ById(laid_out(self._concluded(concluded)), _PROPOSED)
        self._unjudged = concluded.unjudged()
        self._checkable = array("L", (at for at, one in enumerate(laid.claims) if one.checkable))

    def verdicts(
        self, marks: tuple[Decision, ...], rulings: tuple[Adjudication, ...]
    ) -> Sequence[Verdict]:
        """One for each checkable claim, in the order of the claims."""
        taken = by_pair(ruled(marks, rulings))
        compared = self._laid.compared
        dependent = {each.key: each for each in compared if each.key in taken and each.dependence}
        found = ById(laid_out(self._ruled(taken, dependent)), _CLAIM)

        def made(number: int) -> Verdict:
            claim = self._laid.claims[number]
            return found[claim.id] if claim.id in found else judge(claim, ())

        return Each(made, self._checkable)

    def outcomes(self) -> Sequence[Outcome]:
        """The same with what people said of them; none of a claim whose conclusion cannot be read."""
        claims, unjudged = self._laid.claims, self._unjudged
        known = array("L", (at for at in self._checkable if not unjudged.unread(claims[at].id)))

        def made(number: int) -> Outcome:
            claim = claims[number]
            judged = claim.id in self._outcomes
            return self._outcomes[claim.id] if judged else unjudged.outcome(claim)

        return Filed(Each(made, known), Some(claims.at, known))

    def _concluded(self, concluded: Concluded) -> Iterator[Outcome]:
        for names, told, _ in self._parts():
            yield from (each for each in concluded.outcomes(told, ()) if each.proposal.id in names)

    def _ruled(
        self,
        taken: Mapping[PairKey, tuple[Decision, ...]],
        dependent: Mapping[PairKey, Comparison],
    ) -> Iterator[Verdict]:
        order = {key: number for number, key in enumerate(taken)}
        for names, told, keys in self._parts():
            compared = [dependent[key] for key in keys if key in dependent]
            there = sorted((key for key in keys if key in order), key=order.__getitem__)
            decisions = [each for key in there for each in taken[key]]
            yield from (each for each in verdicts(told, compared, decisions) if each.claim in names)

    def _parts(self) -> Iterator[tuple[frozenset[str], tuple[Claim, ...], Sequence[PairKey]]]:
        """Some claims that people judged at a time, by their ids, with all those beside which they were, and the pairs."""
        claims, at = self._laid.claims, self._laid.by_id.at
        for start in range(0, len(self._numbers), AT_ONCE):
            some = self._numbers[start : start + AT_ONCE]
            names = [claims[number].id for number in some]
            keys = tuple(dict.fromkeys(key for name in names for key in self._beside[name]))
            sides = {side for key in keys for side in (key.left, key.right)}
            wanted = sorted({*some, *(at[side] for side in sides if side in at)})
            yield frozenset(names), tuple(claims[number] for number in wanted), keys
