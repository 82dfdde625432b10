"""What the incidents of a case are made of: its claims, the suggested pairs, and what people said of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.model import (
    Claim,
    Comparison,
    Incident,
    IncidentSheet,
    Matrix,
    PairKey,
    SameEvent,
    Spoken,
)
from claims.review.grouping import together
from claims.services.damage import Damage
from claims.services.kept import Kept
from claims.services.policy import reviewers_of
from claims.services.spoken import joined, spoken_in
from claims.store import claims, documents, pairs
from claims.store.audit import Row
from claims.store.engine import Reader
from claims.store.rows import LeftOut, comparison_of

if TYPE_CHECKING:
    from claims.comparison.beside import Beside


@dataclass(frozen=True, slots=True)
class Material:
    """What incidents are made of, as far as it is the same for everybody who may read the case.

    Attributes:
        claims: all that stand, in the order they were read.
        suggested: comparisons of the suggested pairs, untouched by people.
        settled: the same as people settled them where they did: what the case as a whole may use.
        spoken: what the case as a whole may use of what people said of pairs.
        published: when each document was published, by its id.
        beside: knows the ties within documents from the last time; whoever makes incidents of it is alone with it.
    """

    claims: tuple[Claim, ...]
    suggested: tuple[Comparison, ...]
    settled: tuple[Comparison, ...]
    spoken: Mapping[PairKey, Spoken]
    published: Mapping[str, str]
    beside: Beside | None = field(default=None, compare=False)

    def incidents(self, firm: Mapping[PairKey, SameEvent]) -> tuple[Incident, ...]:
        """Every incident, from the earliest on.

        Args:
            firm: what words on incidents say of two claims, as far as the asker sees them: one event or not.
        """
        from claims.comparison import incidents

        words = together(firm, joined({key: one.marks for key, one in self.spoken.items()}))
        age = {claim.id: number for number, claim in enumerate(self.claims)}
        return incidents(self.claims, self.settled, words, self.published, age, self.beside)

    def matrix(self) -> Matrix:
        """Source by date, over all claims of events that say when."""
        from claims.comparison import matrix

        return matrix(self.claims, self.settled)

    def sheets(
        self, incidents: Iterable[Incident], own: Mapping[PairKey, Spoken]
    ) -> Iterator[IncidentSheet]:
        """These incidents in full, in the same order.

        Args:
            incidents: those wanted.
            own: the asker's own answers, which count for the asker where others have not answered yet.
        """
        every = tuple(incidents)
        yield from map(self.in_full(every, own), every)

    def in_full(
        self, incidents: Sequence[Incident], own: Mapping[PairKey, Spoken]
    ) -> Callable[[Incident], IncidentSheet]:
        """What makes one of these incidents in full; arguments as in `sheets`."""
        from claims.comparison import sheet

        by_id = {claim.id: claim for claim in self.claims}
        spoken = {**own, **self.spoken}
        among_them = within(incidents, self.suggested)

        def made(one: Incident) -> IncidentSheet:
            claims = [by_id[name] for name in one.claims]
            return sheet(one, claims, among_them.get(one.id, ()), spoken)

        return made


def within(
    incidents: Iterable[Incident], comparisons: Iterable[Comparison]
) -> Mapping[str, Sequence[Comparison]]:
    """The comparisons of two claims of one incident, by its id."""
    of = {claim: one.id for one in incidents for claim in one.claims}
    found: defaultdict[str, list[Comparison]] = defaultdict(list)
    for each in comparisons:
        name = of.get(each.key.left)
        if name is not None and name == of.get(each.key.right):
            found[name].append(each)
    return found


def material(
    connection: Reader, left_out: LeftOut | None = None, kept: Kept | None = None
) -> Material:
    """What incidents are made of; ``left_out`` is told of what cannot be read, ``kept`` knows what was read before."""
    if kept is None:
        return material_of(connection, claims.all_live(connection, left_out), left_out)
    kept.begin()
    found = claims.all_live(connection, left_out, kept.claims)
    made = material_of(connection, found, left_out, kept.comparisons)
    return replace(made, beside=kept.beside())


def material_of(
    connection: Reader,
    found: tuple[Claim, ...],
    left_out: LeftOut | None,
    read: Callable[[Row], Comparison] = comparison_of,
) -> Material:
    """The same from these claims, whatever else the case holds."""
    from claims.comparison.settled import all_settled

    damage = Damage(left_out)
    said = spoken_in(connection, damage)
    heads = documents.heads(connection, sorted({claim.document for claim in found}), left_out)
    every = among(found, pairs.for_report(connection, reviewers_of(connection), damage, read))
    compared = tuple(each for each in every if not damage.touches(each.key))
    return Material(
        found,
        compared,
        all_settled(compared, said),
        said,
        {head.id: head.published for head in heads.values()},
    )


def among(found: Iterable[Claim], compared: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons of which both claims were read."""
    known = {claim.id for claim in found}
    return tuple(each for each in compared if {each.key.left, each.key.right} <= known)
