"""The incidents of a case, its timeline and its matrix: computed from claims, pairs and what people said of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Self

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
    successors,
    together,
)
from claims.services.damage import Damage
from claims.services.desk import Desk, missing
from claims.services.kept import Kept
from claims.services.policy import reviewers_of, words_on_pairs
from claims.services.reviewing import SAME_EVENT
from claims.services.seen import EVERYBODY, state_for
from claims.services.sides import key_of
from claims.services.words_on_incidents import standing_words
from claims.store import claims, decisions, documents, edits, pairs
from claims.store.audit import Row
from claims.store.engine import Reader
from claims.store.rows import LeftOut, comparison_of


@dataclass(frozen=True, slots=True)
class Material:
    """What incidents are made of, as far as it is the same for everybody who may read the case.

    Attributes:
        claims: all that stand, in the order they were read.
        suggested: comparisons of the suggested pairs, untouched by people.
        settled: the same as people settled them where they did: what the case as a whole may use.
        spoken: what the case as a whole may use of what people said of pairs.
        published: when each document was published, by its id.
    """

    claims: tuple[Claim, ...]
    suggested: tuple[Comparison, ...]
    settled: tuple[Comparison, ...]
    spoken: Mapping[PairKey, Spoken]
    published: Mapping[str, str]

    def incidents(self, firm: Mapping[PairKey, SameEvent]) -> tuple[Incident, ...]:
        """Every incident, from the earliest on.

        Args:
            firm: what words on incidents say of two claims, as far as the asker sees them: one event or not.
        """
        from claims.comparison import incidents

        words = together(firm, joined({key: one.marks for key, one in self.spoken.items()}))
        age = {claim.id: number for number, claim in enumerate(self.claims)}
        return incidents(self.claims, self.settled, words, self.published, age)

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
        from claims.comparison import sheet

        by_id = {claim.id: claim for claim in self.claims}
        spoken = {**own, **self.spoken}
        every = tuple(incidents)
        within = _within(every, self.suggested)
        for one in every:
            claims = [by_id[name] for name in one.claims]
            yield sheet(one, claims, within.get(one.id, ()), spoken)


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
        words = _firm(self.connection, rows, found.claims)
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
    return incidents_for(connection, "", material(connection, left_out), left_out)


def incidents_for(
    connection: Reader, asker: str, found: Material, left_out: LeftOut | None = None
) -> tuple[Incident, ...]:
    """Every incident as the asker sees it, made anew; "" for what everybody may see.

    ``left_out`` is told of words on incidents and of edits that cannot be read; without it they raise.
    """
    rows = standing_words(connection, asker, left_out)
    return found.incidents(_firm(connection, rows, found.claims, left_out))


def material(
    connection: Reader, left_out: LeftOut | None = None, kept: Kept | None = None
) -> Material:
    """What incidents are made of; ``left_out`` is told of what cannot be read, ``kept`` knows what was read before."""
    if kept is None:
        return material_of(connection, claims.all_live(connection, left_out), left_out)
    kept.claims.begin()
    kept.comparisons.begin()
    found = claims.all_live(connection, left_out, kept.claims)
    return material_of(connection, found, left_out, kept.comparisons)


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


def spoken_in(connection: Reader, left_out: LeftOut | None = None) -> dict[PairKey, Spoken]:
    """What the case as a whole may use of what people said of pairs: rulings in force before reviewers' answers."""
    answers, said = words_on_pairs(connection, left_out)
    rulings = in_force(said, answers_by_pair(answers))
    ruled = {
        key: Spoken((each.ruling.mark,), Voice.RULED)
        for key, each in rulings.items()
        if each.ruling is not None
    }
    return {**{key: Spoken(said) for key, said in _by_pair(answers).items()}, **ruled}


def own_answers(connection: Reader, asker: str) -> dict[PairKey, Spoken]:
    """The asker's own answers, settled or not."""
    if not asker:
        return {}
    rows = (row for row in decisions.all_rows(connection, live=True) if row.by == asker)
    return {key: Spoken(marks, Voice.OWN) for key, marks in _by_pair(rows).items()}


def _firm(
    connection: Reader,
    rows: tuple[Grouping, ...],
    live: Iterable[Claim],
    left_out: LeftOut | None = None,
) -> dict[PairKey, SameEvent]:
    present = {claim.id for claim in live}
    return firm_words(connection, rows, present.__contains__, left_out)


def firm_words(
    connection: Reader,
    rows: tuple[Grouping, ...],
    live: Callable[[str], bool],
    left_out: LeftOut | None = None,
) -> dict[PairKey, SameEvent]:
    """What words on incidents say of pairs of claims that stand; ``left_out`` is told of edits that cannot be read."""
    return firm(rows, _present(connection, live, left_out)) if rows else {}


def newest_word(connection: Reader, who: str) -> Grouping | None:
    """The newest word of somebody on incidents that nobody whom they may see has overruled altogether."""
    rows = standing_words(connection, who)
    return newest(rows, who, _present(connection, claims.present(connection).__contains__))


def _present(
    connection: Reader, live: Callable[[str], bool], left_out: LeftOut | None = None
) -> Present:
    """What stands for a claim, edits counted in."""
    after = successors(standing_edits(edits.all_rows(connection, left_out)))
    return lambda claim: [name for name in after(claim) if live(name)]


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
