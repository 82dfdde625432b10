"""The incidents of a case, its timeline and its matrix: computed from claims, pairs and what people said of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.model import (
    Claim,
    Comparison,
    Decision,
    Grouping,
    Incident,
    IncidentSheet,
    Mark,
    Matrix,
    PairKey,
    Passage,
    SameEvent,
    Spoken,
    Timeline,
    Voice,
)
from claims.review.adjudication import by_pair as answers_by_pair
from claims.review.adjudication import in_force
from claims.review.edits import standing as standing_edits
from claims.review.grouping import (
    Present,
    firm,
    newest,
    standing,
    successors,
    together,
    visible,
)
from claims.services.desk import Desk, missing
from claims.services.policy import reviewers_of, settled
from claims.services.reviewing import SAME_EVENT
from claims.services.sides import key_of
from claims.store import adjudications, claims, decisions, documents, edits, groupings, pairs
from claims.store.engine import Reader
from claims.store.rows import LeftOut


@dataclass(frozen=True, slots=True)
class Material:
    """What incidents are made of.

    Attributes:
        claims: all that stand, in the order they were read.
        suggested: comparisons of the suggested pairs, untouched by people.
        settled: the same as people settled them where they did: what the case as a whole may use.
        spoken: what people said of pairs, the asker's own answers included where others have not answered yet.
        words: what people say of two claims: one event or not.
        published: when each document was published, by its id.
    """

    claims: tuple[Claim, ...]
    suggested: tuple[Comparison, ...]
    settled: tuple[Comparison, ...]
    spoken: Mapping[PairKey, Spoken]
    words: Mapping[PairKey, SameEvent]
    published: Mapping[str, str]

    def incidents(self) -> tuple[Incident, ...]:
        """Every incident, from the earliest on."""
        from claims.comparison import incidents

        age = {claim.id: number for number, claim in enumerate(self.claims)}
        return incidents(self.claims, self.settled, self.words, self.published, age)

    def matrix(self) -> Matrix:
        """Source by date, over all claims of events that say when."""
        from claims.comparison import matrix

        return matrix(self.claims, self.settled)

    def sheets(self, incidents: Iterable[Incident]) -> Iterator[IncidentSheet]:
        """These incidents in full, in the same order."""
        from claims.comparison import sheet

        by_id = {claim.id: claim for claim in self.claims}
        every = tuple(incidents)
        within = _within(every, self.suggested)
        for one in every:
            own = [by_id[name] for name in one.claims]
            yield sheet(one, own, within.get(one.id, ()), self.spoken)


class Told:
    """What the claims of a case tell of, event by event; computed, never stored."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Incident, ...]:
        """Every incident, from the earliest on; a claim of an event that nobody else tells is one by itself."""
        return self._material().incidents()

    def get(self, name: str) -> IncidentSheet:
        """One incident in full: source by slot, counts with who says which, copies, places.

        Args:
            name: its id, or the id of any of its claims: what named an incident before it was merged still finds it.

        Raises:
            NotFound: no incident of the case has that claim.
        """
        found = self._material()
        (whole,) = found.sheets([named(found.incidents(), name)])
        return whole

    def sheets(self, *, sources: int = 1) -> tuple[IncidentSheet, ...]:
        """Every incident in full, from the earliest on; only those that at least so many sources tell of."""
        found = self._material()
        return tuple(found.sheets(one for one in found.incidents() if len(one.accounts) >= sources))

    def timeline(self) -> Timeline:
        """The incidents by their days, each with how its sources stand to each other."""
        from claims.comparison import timeline

        found = self._material()
        return timeline(found.incidents(), found.settled)

    def matrix(self) -> Matrix:
        """Source by date; what reviewers settled stands in the place of the suggestion."""
        return self._material().matrix()

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

    def _material(self) -> Material:
        who = self._desk.who()
        with self._desk.reading() as connection:
            return material(connection, who)


def _within(
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


def incidents_in(connection: Reader, left_out: LeftOut | None = None) -> tuple[Incident, ...]:
    """Every incident, in a transaction that is open, with the words on incidents that count for everybody.

    ``left_out`` is told of claims and pairs that cannot be read; without it they raise.
    """
    return material(connection, "", left_out).incidents()


def material(connection: Reader, asker: str, left_out: LeftOut | None = None) -> Material:
    """What incidents are made of, as far as the asker may see it; "" for what everybody may."""
    return material_of(connection, asker, claims.all_live(connection, left_out), left_out)


def material_of(
    connection: Reader, asker: str, found: tuple[Claim, ...], left_out: LeftOut | None
) -> Material:
    """The same from these claims, whatever else the case holds."""
    from claims.comparison.settled import all_settled

    said = spoken_in(connection)
    heads = documents.heads(connection, sorted({claim.document for claim in found}), left_out)
    compared = among(found, pairs.for_report(connection, reviewers_of(connection), left_out))
    return Material(
        found,
        compared,
        all_settled(compared, said),
        {**_own(connection, asker), **said},
        together(
            _firm(connection, asker, {claim.id for claim in found}),
            joined({key: one.marks for key, one in said.items()}),
        ),
        {head.id: head.published for head in heads.values()},
    )


def among(found: Iterable[Claim], compared: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """The comparisons of which both claims were read."""
    known = {claim.id for claim in found}
    return tuple(each for each in compared if {each.key.left, each.key.right} <= known)


def spoken_in(connection: Reader) -> dict[PairKey, Spoken]:
    """What the case as a whole may use of what people said of pairs: rulings in force before reviewers' answers."""
    answers = settled(connection)
    rulings = in_force(adjudications.live(connection), answers_by_pair(answers))
    ruled = {
        key: Spoken((each.ruling.mark,), Voice.RULED)
        for key, each in rulings.items()
        if each.ruling is not None
    }
    return {**{key: Spoken(said) for key, said in _by_pair(answers).items()}, **ruled}


def _own(connection: Reader, asker: str) -> dict[PairKey, Spoken]:
    """The asker's own answers, settled or not."""
    if not asker:
        return {}
    rows = (row for row in decisions.all_rows(connection, live=True) if row.by == asker)
    return {key: Spoken(marks, Voice.OWN) for key, marks in _by_pair(rows).items()}


def seen(connection: Reader, asker: str, rows: Iterable[Grouping]) -> tuple[Grouping, ...]:
    """The words on incidents that count for the asker."""
    reviewers = reviewers_of(connection)
    known: dict[str, bool] = {}

    def settled(claim: str) -> bool:
        if claim not in known:
            known[claim] = pairs.unsettled(connection, reviewers, claim=claim) == 0
        return known[claim]

    return visible(rows, asker=asker, reviewers=reviewers, settled=settled)


def _firm(connection: Reader, asker: str, live: set[str]) -> dict[PairKey, SameEvent]:
    rows = seen(connection, asker, standing(groupings.all_rows(connection)))
    return firm(rows, _present(connection, live)) if rows else {}


def newest_word(connection: Reader, who: str) -> Grouping | None:
    """The newest word of somebody on incidents that nobody whom they may see has overruled altogether."""
    rows = seen(connection, who, standing(groupings.all_rows(connection)))
    return newest(rows, who, _present(connection, claims.present(connection)))


def _present(connection: Reader, live: Container[str]) -> Present:
    """What stands for a claim, edits counted in."""
    after = successors(standing_edits(edits.all_rows(connection)))
    return lambda claim: [name for name in after(claim) if name in live]


def named(incidents: Iterable[Incident], name: str) -> Incident:
    """The incident that has a claim.

    Raises:
        NotFound: none has it.
    """
    for one in incidents:
        if name in one.claims:
            return one
    raise missing("incident", name)


def _by_pair(decisions: Iterable[Decision]) -> dict[PairKey, tuple[Mark, ...]]:
    found: defaultdict[PairKey, list[Mark]] = defaultdict(list)
    for decision in decisions:
        if decision.mark is not None:
            found[decision.key].append(decision.mark)
    return {key: tuple(marks) for key, marks in found.items()}


def joined(marks: Mapping[PairKey, tuple[Mark, ...]]) -> dict[PairKey, SameEvent]:
    """What reviewers say of pairs: one event or not; left out where they differ or are unsure.

    Who leaves the gate open but says that both agree or conflict says that they are one event.
    """
    found = {}
    for key, said in marks.items():
        gates = {_gate(mark) for mark in said}
        if len(gates) == 1:
            (found[key],) = gates
    return {key: gate for key, gate in found.items() if gate is not SameEvent.UNSURE}


def _gate(mark: Mark) -> SameEvent:
    return SAME_EVENT[mark.relation] if mark.same_event is SameEvent.UNSURE else mark.same_event
