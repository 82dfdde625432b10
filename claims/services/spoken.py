"""What people said of pairs, as incidents and sheets read it: rulings in force, answers, whether both are one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.model import Decision, Mark, PairKey, SameEvent, Spoken, Voice
from claims.review.adjudication import by_pair as answers_by_pair
from claims.review.adjudication import in_force
from claims.services.marks import SAME_EVENT
from claims.services.policy import words_on_pairs
from claims.store import decisions
from claims.store.engine import Reader
from claims.store.rows import LeftOut


def spoken_in(connection: Reader, left_out: LeftOut | None = None) -> dict[PairKey, Spoken]:
    """What the case as a whole may use of what people said of pairs: rulings in force before reviewers' answers."""
    answers, said = words_on_pairs(connection, left_out)
    rulings = in_force(said, answers_by_pair(answers))
    overtaken = {each.key for each in answers if each.overtaken}
    ruled = {
        key: Spoken((each.ruling.mark,), Voice.RULED, key in overtaken)
        for key, each in rulings.items()
        if each.ruling is not None
    }
    told = {
        key: Spoken(said, overtaken=key in overtaken) for key, said in _by_pair(answers).items()
    }
    return told | ruled


def own_answers(connection: Reader, asker: str) -> dict[PairKey, Spoken]:
    """The asker's own answers, settled or not."""
    if not asker:
        return {}
    rows = [row for row in decisions.all_rows(connection, live=True) if row.by == asker]
    overtaken = {row.key for row in rows if row.overtaken}
    return {
        key: Spoken(marks, Voice.OWN, key in overtaken) for key, marks in _by_pair(rows).items()
    }


def _by_pair(decisions: Iterable[Decision]) -> dict[PairKey, tuple[Mark, ...]]:
    found: defaultdict[PairKey, list[Mark]] = defaultdict(list)
    for decision in decisions:
        if decision.mark is not None and decision.counts:
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
