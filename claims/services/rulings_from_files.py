"""Rulings that come by a file: what could not be given here is not taken in.

A file is text that anybody can write. A ruling in it is held to the rules of `claims.services.adjudicating`: nobody settles what they
answered or answers what they settled, it rests on answers that are there, adopts those that say the same, and its ground fits. Nor does
a row that takes a ruling back put other words into the mouth of whoever said what stands again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from claims.errors import Refused
from claims.model import Adjudication, Answer, Decision, PairKey, Ruling
from claims.review.adjudication import are_answers, check_ground, in_order, saying
from claims.services.policy import has_settled, reviewed
from claims.store import adjudications, decisions
from claims.store.engine import Reader

_WITHOUT: Final = "Nothing was changed. Ask whoever gave it to settle the pair anew, and for a file without that ruling."


def check_rulings(connection: Reader, theirs: Reader, behind: Mapping[str, int]) -> None:
    """Pass when every ruling that came could be given here, and nobody answered what they settled.

    Args:
        connection: the open transaction, with what came already written in it.
        theirs: the case in the file.
        behind: the highest number of a row of each table before anything came.

    Raises:
        Refused: one could not.
    """
    came = tuple(adjudications.since(connection, behind["adjudications"]))
    for who, key in came:
        if reviewed(connection, who, key):
            raise Refused(
                f"The file holds a ruling of {who} on pair {key}, which they reviewed.",
                next_step="Nothing was changed. Let somebody settle it who did not review it, and ask for a file without that ruling.",
            )
    for who, key in decisions.since(connection, behind["decisions"]):
        if has_settled(connection, who, key):
            raise Refused(
                f"The file holds an answer of {who} on pair {key}, which they settled.",
                next_step="Nothing was changed. Ask for a file without that answer.",
            )
    for _, error in unfit(connection, theirs, behind["adjudications"]):
        raise error


def unfit(connection: Reader, theirs: Reader, behind: int) -> Iterator[tuple[PairKey, Refused]]:
    """The pairs on which a ruling after that number could not be given, each with what is wrong with the first one.

    Args:
        connection: an open transaction.
        theirs: the case in which the answers may be as well.
        behind: the highest number of a ruling that is not looked at.
    """
    for key in dict.fromkeys(key for _, key in adjudications.since(connection, behind)):
        try:
            _check_line(connection, theirs, key, behind)
        except Refused as error:
            yield key, error


def _check_line(connection: Reader, theirs: Reader, key: PairKey, behind: int) -> None:
    """Pass when the rulings on a pair that came could be given, one after the other."""
    acts: list[Adjudication] = []
    for row, undoes in adjudications.line(connection, key):
        if undoes is None:
            if row.id > behind:
                _check_act(
                    row, (decisions.history(theirs, key), decisions.history(connection, key))
                )
            acts.append(row)
            continue
        undone = next((act for act in acts if act.id == undoes), None)
        acts = [act for act in acts if act.id != undoes]
        before = [act for act in acts if act.id < undoes]
        if row.id > behind:
            _check_undo(row, undone, before[-1] if before else None)


def _check_undo(
    row: Adjudication, undone: Adjudication | None, before: Adjudication | None
) -> None:
    """Pass when a row takes back a ruling of the same person, and says what stood before it."""
    again = (None, ()) if before is None else (before.ruling, before.adopted)
    if undone is None or undone.by != row.by or (row.ruling, row.adopted) != again:
        raise Refused(
            f"In the file {row.by} takes back a ruling on pair {row.key} that they did not give, or puts another one in its place.",
            next_step=_WITHOUT,
        )


def _check_act(row: Adjudication, said: Sequence[Sequence[Decision]]) -> None:
    """Pass when a ruling rests on answers that are there, in the file or here, and adopts what it says it does."""
    ruling = row.ruling
    found = next((rows for each in said if (rows := _answers(row, each))), ())
    if ruling is None or ruling.mark.key != row.key or not found:
        raise Refused(
            f"The file holds a ruling of {row.by} on pair {row.key} on answers that are not there.",
            next_step=_WITHOUT,
        )
    taken = tuple(sorted(row.adopted, key=lambda each: each.by))
    if not are_answers(taken, saying(ruling.mark, found)):
        raise Refused(
            f"The file holds a ruling of {row.by} on pair {row.key} that does not adopt the answers that it says it does.",
            next_step=_WITHOUT,
        )
    try:
        _check_ground(ruling, found)
    except Refused as error:
        raise Refused(
            f"The file holds a ruling of {row.by} on pair {row.key} that could not be given. {error.message}",
            next_step=_WITHOUT,
        ) from error


def _check_ground(ruling: Ruling, found: Sequence[Decision]) -> None:
    """Pass when the ground fits in the order in which the answers were given, or in the one in which they came here, as earlier programs had it.

    Raises:
        Refused: it fits in neither.
    """
    try:
        check_ground(ruling, in_order(found))
    except Refused:
        check_ground(ruling, found)


def _answers(row: Adjudication, said: Sequence[Decision]) -> tuple[Decision, ...]:
    """The answers that a ruling names, in the order in which they were stored; none where one of them is not there."""
    found = []
    for original in row.originals:
        known = [each for each in said if each.mark is not None and _is(each, original)]
        if not known:
            return ()
        found.append(known[-1])
    return tuple(sorted(found, key=lambda each: each.id))


def _is(decision: Decision, answer: Answer) -> bool:
    return Answer(decision.by, decision.at, decision.place).is_of(answer)
