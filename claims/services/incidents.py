"""The incidents of a case and its matrix of sources and dates: computed from claims, pairs and settled marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from claims.model import (
    Claim,
    Comparison,
    Decision,
    Incident,
    Mark,
    Matrix,
    PairKey,
    Passage,
    SameEvent,
    Slot,
)
from claims.services.desk import Desk
from claims.services.policy import holding, reviewers_of
from claims.services.sides import key_of
from claims.store import claims, documents, pairs
from claims.store.engine import Reader


@dataclass(frozen=True, slots=True)
class _Material:
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    marks: Mapping[PairKey, tuple[Mark, ...]]
    published: Mapping[str, str]


class Incidents:
    """What the claims of a case tell of, event by event; computed, never stored.

    Reviewers join and part: that a pair is one event or is not, as far as it is settled, holds against every
    suggestion. It is said, superseded and undone as every decision is, and stands in the record.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Incident, ...]:
        """Every incident, from the earliest on; a claim of an event that nobody else tells is one by itself."""
        with self._desk.reading() as connection:
            return incidents_in(connection)

    def lineages(self, incident: Incident) -> tuple[tuple[str, ...], ...]:
        """The sources of an incident, those together that lead back to one origin or are copies: they count once."""
        from claims.comparison.incidents import lineages

        with self._desk.reading() as connection:
            found = claims.several(connection, incident.claims)
            compared = pairs.of_claims(connection, incident.claims, both=True)
        return lineages(found, [each.comparison for each in compared])

    def matrix(self) -> Matrix:
        """Source by date; what reviewers settled stands in the place of the suggestion."""
        from claims.comparison import matrix

        with self._desk.reading() as connection:
            found = _material(connection)
        return matrix(
            found.claims,
            [decided(each, found.marks.get(each.key, ())) for each in found.comparisons],
        )

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


def incidents_in(connection: Reader) -> tuple[Incident, ...]:
    """Every incident, in a transaction that is open."""
    from claims.comparison import incidents

    found = _material(connection)
    return incidents(found.claims, found.comparisons, joined(found.marks), found.published)


def _material(connection: Reader) -> _Material:
    found = claims.all_live(connection)
    compared = pairs.for_report(connection, reviewers_of(connection))
    marks = holding(connection)
    heads = documents.heads(connection, sorted({claim.document for claim in found}))
    published = {head.id: head.published for head in heads.values()}
    return _Material(found, compared, _by_pair(marks), published)


def _by_pair(decisions: Iterable[Decision]) -> dict[PairKey, tuple[Mark, ...]]:
    found: defaultdict[PairKey, list[Mark]] = defaultdict(list)
    for decision in decisions:
        if decision.mark is not None:
            found[decision.key].append(decision.mark)
    return {key: tuple(marks) for key, marks in found.items()}


def joined(marks: Mapping[PairKey, tuple[Mark, ...]]) -> dict[PairKey, SameEvent]:
    """What reviewers say of pairs: one event or not; left out where they differ or are unsure."""
    found = {}
    for key, said in marks.items():
        gates = {mark.same_event for mark in said}
        if len(gates) == 1:
            (found[key],) = gates
    return {key: gate for key, gate in found.items() if gate is not SameEvent.UNSURE}


def decided(comparison: Comparison, marks: tuple[Mark, ...]) -> Comparison:
    """The comparison as reviewers settled it, or as it is where they did not or differ."""
    said = {(mark.same_event, mark.relation) for mark in marks}
    if len(said) != 1:
        return comparison
    ((gate, relation),) = said
    slots = tuple(slot for slot in Slot if any(slot in m.slots for m in marks))
    return replace(comparison, same_event=gate, relation=relation, conflicting=slots)
