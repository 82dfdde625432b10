"""Which pairs wait for somebody else, and which rulings are in force.

A ruling rests on the answers that stood when it was given. When one of them changes, it is in force no longer, and the
pair waits again: nobody ruled on what is said now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import combinations
from typing import Final

from claims.errors import Refused
from claims.model import (
    Adjudication,
    Answer,
    Decision,
    Dispute,
    Ground,
    Mark,
    Message,
    PairKey,
    RuledBy,
    Ruling,
)
from claims.review.order import order

FIELDS: Final[Mapping[str, Callable[[Mark], Hashable]]] = {
    "same_event": lambda mark: mark.same_event.value,
    "relation": lambda mark: mark.relation.value,
    "slots": lambda mark: " ".join(sorted(mark.slots)),
    "apparent": lambda mark: "" if mark.apparent is None else mark.apparent.value,
}
"""The fields of a mark on which people agree or part, and the value of each."""


@dataclass(frozen=True, slots=True)
class Names:
    """What ``data/fields.toml`` says.

    Attributes:
        fields: name of each field.
        left_out: why items are left out of a figure.
        undefined: why a figure does not exist.
        no_interval: why a figure that exists has no interval.
        method: how intervals are made.
        joining: what joins two names.
    """

    fields: Mapping[str, Message]
    left_out: Mapping[str, Message]
    undefined: Mapping[str, Message]
    no_interval: Mapping[str, Message]
    method: Message
    joining: Message


@cache
def names() -> Names:
    """The words, read once."""
    text = resources.files("claims.review").joinpath("data/fields.toml").read_text("utf-8")
    data = tomllib.loads(text)
    fields, left_out, undefined, no_interval = (
        {name: Message(**words) for name, words in data[table].items()}
        for table in ("field", "left_out", "undefined", "no_interval")
    )
    method, joining = (Message(**data[name]) for name in ("method", "joining"))
    return Names(fields, left_out, undefined, no_interval, method, joining)


def answers_of(decisions: Iterable[Decision]) -> tuple[Answer, ...]:
    """Whose answers these are, in the order of names; one that an undo made stand again is what it was."""
    found = (Answer(each.by, *(each.restores or (each.at, each.place))) for each in decisions)
    return tuple(sorted(found, key=lambda each: each.by))


def are_answers(some: Sequence[Answer], decisions: Iterable[Decision]) -> bool:
    """Whether these, in the order of names, are the answers that stand, each by its own row or by the one that an undo made stand again."""
    rows = sorted(decisions, key=lambda each: each.by)
    return len(some) == len(rows) and all(map(_is_answer, some, rows))


def _is_answer(answer: Answer, row: Decision) -> bool:
    own = Answer(row.by, row.at, row.place)
    return answer.is_of(own) or any(map(answer.is_of, answers_of([row])))


def by_pair(decisions: Iterable[Decision]) -> dict[PairKey, tuple[Decision, ...]]:
    """The live marks that count on each pair, in the order in which they were given."""
    found: dict[PairKey, list[Decision]] = {}
    for decision in decisions:
        if decision.counts:
            found.setdefault(decision.key, []).append(decision)
    return {key: in_order(rows) for key, rows in found.items()}


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Answers to a pair in the order in which they were given, the same in every copy of a case; one that an undo made stand again is as old as it was."""
    return tuple(sorted(decisions, key=_given))


def _given(row: Decision) -> tuple[str, str]:
    return (row.restores or (row.at, row.place))[0], row.by


def in_force(
    adjudications: Iterable[Adjudication], decisions: Mapping[PairKey, Sequence[Decision]]
) -> dict[PairKey, Adjudication]:
    """The rulings that stand on the answers of now."""
    return {
        each.key: each
        for each in adjudications
        if each.live
        and each.ruling is not None
        and are_answers(each.originals, decisions.get(each.key, ()))
    }


def own_words(line: Iterable[Adjudication], who: str) -> tuple[Adjudication, ...]:
    """What one person said of a pair among all its rulings, as if nobody else had said anything: they know it while the rest is hidden.

    Args:
        line: every row on the pair, in the order they were stored.
        who: the person.
    """
    rows: list[Adjudication] = []
    standing: list[Adjudication] = []
    for row in line:
        if row.by != who:
            continue
        before = rows[-1].id if rows else None
        if row.undoes is None:
            standing.append(row)
        else:
            standing = [each for each in standing if each.id != row.undoes]
            row = replace(  # noqa: PLW2901 - the row as its author may see it
                row,
                ruling=standing[-1].ruling if standing else None,
                adopted=standing[-1].adopted if standing else (),
                originals=standing[-1].originals if standing else (),
            )
        rows.append(replace(row, supersedes=before, live=False))
    return (*rows[:-1], *(replace(each, live=True) for each in rows[-1:]))


def ruled(
    decisions: Iterable[Decision], adjudications: Iterable[Adjudication]
) -> tuple[Decision, ...]:
    """The decisions as verdicts read them: where a ruling is in force, each says what the ruling says.

    Their numbers stay those of the originals, so that a verdict leads back to them, and to the ruling, which each names.
    """
    rows = tuple(decisions)
    rulings = in_force(adjudications, by_pair(rows))
    return tuple(_as_ruled(row, rulings.get(row.key)) for row in rows)


def _as_ruled(row: Decision, adjudication: Adjudication | None) -> Decision:
    """An answer with what a ruling says in its place."""
    if adjudication is None or adjudication.ruling is None:
        return row
    adopted = tuple(each.by for each in adjudication.adopted)
    said, number = adjudication.ruling, adjudication.id
    named = RuledBy(number, adjudication.by, said.ground.value, adopted)
    return replace(row, mark=said.mark, ruled=named)


def same(one: Mark, other: Mark) -> bool:
    """Whether two marks say the same in all fields."""
    return all(value(one) == value(other) for value in FIELDS.values())


def parting(marks: Sequence[Mark]) -> tuple[str, ...]:
    """The fields on which not all marks say the same."""
    return tuple(name for name, value in FIELDS.items() if len(set(map(value, marks))) > 1)


def agreement(marks: Sequence[Mark]) -> float:
    """Share of the fields and pairs of marks that say the same, 0 to 1; 1 for a single mark.

    A field of which neither says anything counts for neither side: silence is no agreement.
    """
    found = [
        value(one) == value(other)
        for one, other in combinations(marks, 2)
        for value in FIELDS.values()
        if value(one) or value(other)
    ]
    return sum(found) / len(found) if found else 1.0


def disputes(
    decisions: Mapping[PairKey, tuple[Decision, ...]], adjudications: Iterable[Adjudication]
) -> tuple[Dispute, ...]:
    """The pairs on which reviewers part and no ruling is in force, least agreement first, then by key.

    Args:
        decisions: the live marks on each pair that all who were asked have answered.
        adjudications: the rulings that stand.
    """
    settled = in_force(adjudications, decisions)
    found = (dispute(key, rows) for key, rows in decisions.items() if key not in settled)
    return tuple(
        sorted(
            (each for each in found if each.parting),
            key=lambda each: (each.agreement, str(each.key)),
        )
    )


def dispute(key: PairKey, decisions: tuple[Decision, ...]) -> Dispute:
    """How the reviewers of a pair stand to each other."""
    marks = [row.mark for row in decisions if row.mark is not None]
    share, fields = agreement(marks), parting(marks)
    return Dispute(key, share, decisions, fields, _why(fields, share))


def _why(fields: Sequence[str], share: float) -> Message:
    words, sentence = names(), order().dispute

    def within(language: str) -> str:
        named = [words.fields[name].within(language) for name in fields]
        return sentence.within(language).format(
            fields=words.joining.within(language).join(named), share=round(100 * share)
        )

    return Message(ar=within("ar"), en=within("en"))


def adopted(mark: Mark, decisions: Iterable[Decision]) -> tuple[Answer, ...]:
    """The answers that say in all fields what a ruling says."""
    return answers_of(saying(mark, decisions))


def saying(mark: Mark, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The answers that say in all fields what a mark says."""
    return tuple(row for row in decisions if row.mark is not None and same(row.mark, mark))


def check_ground(ruling: Ruling, decisions: Sequence[Decision]) -> None:
    """Pass when a ruling that claims to adopt an answer does adopt it.

    Args:
        ruling: what is said.
        decisions: the answers in the order in which they are shown.

    Raises:
        Refused: it adopts the first answer or another one by its ground, and not by what it says.
    """
    taken = [row.by for row in decisions if row.mark is not None and same(row.mark, ruling.mark)]
    first = decisions[0].by
    holds = {
        Ground.FIRST_ADOPTED: first in taken,
        Ground.OTHER_ADOPTED: bool(taken) and first not in taken,
    }
    if not holds.get(ruling.ground, True):
        adopts = f"adopts the answer of {', '.join(taken)}" if taken else "adopts no answer"
        raise Refused(
            f"The ground is {ruling.ground}, but what is said {adopts}; the first answer is that of {first}.",
            next_step="Nothing was changed. Say in all fields what the adopted answer says, or choose another ground.",
        )


def check_middle(ruling: Ruling, decisions: Sequence[Decision]) -> None:
    """Pass when a ruling that is called a middle way is what nobody answered.

    Raises:
        Refused: somebody said it in all fields.
    """
    taken = [row.by for row in decisions if row.mark is not None and same(row.mark, ruling.mark)]
    if ruling.ground is Ground.COMPROMISE and taken:
        raise Refused(
            f"The ground is compromise, but what is said is what {', '.join(taken)} answered, and no middle way.",
            next_step="Nothing was changed. Say what lies between the answers, or choose another ground.",
        )


def check_adopted(
    ruling: Ruling, decisions: Sequence[Decision], who: str, first_of_all: str
) -> None:
    """Pass when it is beyond doubt whose answer a ruling adopts.

    Which answer is the first changes when somebody takes theirs back, or changes their mind: then a ruling that adopts the
    first or another one has to name a person.

    Args:
        ruling: what is said.
        decisions: the answers in the order in which they are shown.
        who: whose answer is adopted by what was said; "" where nobody was named.
        first_of_all: who was the first of these people to say anything of the pair, whatever became of it.

    Raises:
        Refused: they have no answer, said something else, or are not named and another was the first of all.
    """
    key, said = ruling.mark.key, {row.by: row.mark for row in decisions if row.mark is not None}
    if not who:
        first = decisions[0].by
        if ruling.ground in _ADOPTING and first != first_of_all:
            raise Refused(
                f"Which answer to pair {key} is the first is in doubt: {first_of_all} answered first, and changed or took back that answer; "
                f"of those that stand the first is that of {first}.",
                next_step="Nothing was changed. Name whose answer is adopted (--adopts NAME).",
            )
        return
    if who not in said:
        raise Refused(
            f"{who} has no answer to pair {key} that stands.",
            next_step=f"Nothing was changed. Those who have one: {', '.join(said)}.",
        )
    if not same(said[who], ruling.mark):
        raise Refused(
            f"What is said is not what {who} answered on pair {key}.",
            next_step="Nothing was changed. Say in all fields what the adopted answer says, or name somebody else.",
        )


_ADOPTING: Final = frozenset({Ground.FIRST_ADOPTED, Ground.OTHER_ADOPTED})
