"""Tables that were exported and filled in: what they would change of answers, notes and tags, and recording it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from claims.errors import ClaimsError, InputError, Refused, Stale
from claims.model import Apparent, Mark, PairKey, Relation, SameEvent, Slot, Thing, Topic
from claims.report.exports.columns import (
    ANSWERS,
    COMMENT,
    MARKED,
    NOTED,
    OWNER,
    check_told,
    complete,
    count_in,
    sight_in,
)
from claims.report.naming import Naming
from claims.services.annotating import TABLES as ANNOTATED
from claims.services.annotating import Annotation, check_there, parted, planned, record, unusable
from claims.services.answering import check_asked, check_newest, check_version
from claims.services.choices import chosen
from claims.services.desk import Desk
from claims.services.marks import mark_of
from claims.services.naming import naming_in
from claims.services.results import Refusal
from claims.services.reviewing import Review
from claims.services.sides import key_of
from claims.store import decisions
from claims.store.engine import Reader


@dataclass(frozen=True, slots=True)
class Change:
    """What a table says of a pair that the case does not say yet.

    Attributes:
        key: the pair.
        before: what the actor says of it now, None when nothing.
        after: what the table says.
        seen: version of the pair in the table.
        answers: how often the actor had answered the pair or taken an answer back when this was planned.
        in_sight: whether the table says that others' answers to it had been in sight, or is itself one that somebody else filled in.
    """

    key: PairKey
    before: Mark | None
    after: Mark
    seen: int
    answers: int = 0
    in_sight: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What reading a table back would change; nothing was changed yet.

    Attributes:
        changes: in the order of the table.
        same: rows that say what the case says.
        empty: rows that say nothing; what stands is kept.
        faults: rows that cannot be used.
        annotations: notes and tags on claims, pairs and documents.
    """

    changes: tuple[Change, ...]
    same: int = 0
    empty: int = 0
    faults: tuple[Refusal, ...] = ()
    annotations: tuple[Annotation, ...] = ()


def plan_of(
    connection: Reader, who: str, source: Path, stream: BinaryIO, *, knowingly: bool
) -> Plan:
    """What a table would change; raises and takes as `claims.services.exporting.Exports.preview`.

    Args:
        connection: an open transaction.
        who: acts.
        source: the name of the file.
        stream: its bytes.
        knowingly: read it as the actor's, and as newer than what stands.
    """
    whole = _tables(source, stream)
    if not knowingly:
        _check_owner(whole, who, naming_in(connection, who).called(who))
    plan = _planned_marks(connection, who, whole.get(Thing.PAIR, ()), knowingly=knowingly)
    found = [
        each
        for thing, rows in whole.items()
        for each in planned(connection, who, thing, iter(rows), knowingly=knowingly)
    ]
    known = set(plan.faults)
    refused = tuple(each for each in found if isinstance(each, Refusal) and each not in known)
    noted = tuple(each for each in found if isinstance(each, Annotation))
    return replace(plan, faults=(*plan.faults, *refused), annotations=noted)


def recorded(desk: Desk, plan: Plan) -> Plan:
    """Record what was planned, each as a row of its own; gives what was recorded, with what was refused."""
    review = Review(desk)
    done, faults = [], list(plan.faults)
    for change in plan.changes:
        try:
            review.record(
                change.after,
                seen=change.seen,
                answers=change.answers,
                in_sight=change.in_sight,
            )
        except ClaimsError as error:
            faults.append(Refusal(str(change.key), error.message, error.next_step))
        else:
            done.append(change)
    noted = []
    for each in plan.annotations:
        try:
            record(desk, each)
        except ClaimsError as error:
            name = f"{each.topic.thing.value} {each.topic.id}"
            faults.append(Refusal(name, error.message, error.next_step))
        else:
            noted.append(each)
    return Plan(tuple(done), plan.same, plan.empty, tuple(faults), tuple(noted))


def _check_owner(whole: Mapping[Thing, Sequence[Mapping[str, str]]], who: str, called: str) -> None:
    """Pass when every row that says something says that it is the actor's, by a name that nobody else can be shown under.

    Raises:
        Refused: one is somebody else's, or does not say whose it is, as where the case shows no names.
    """
    said = {
        row.get(OWNER, "").strip()
        for rows in whole.values()
        for row in rows
        if any(row.get(column, "").strip() for column in (*MARKED, *NOTED))
    }
    others = sorted(said - {who})
    if not others:
        return
    if others == [called]:
        raise Refused(
            f"The table says that it is of {called}: this case shows no names, so it may be somebody else's.",
            next_step=f"Nothing was read. If they are those of {who}, say it with --knowingly.",
        )
    if others == [""]:
        raise Refused(
            f"The table does not say whose answers it holds: its column {OWNER} is missing or empty.",
            next_step=f"Nothing was read. If they are those of {who}, say it with --knowingly.",
        )
    raise Refused(
        f"The table holds answers of {', '.join(filter(None, others))}, not of {who}.",
        next_step="Nothing was read. Act as the person whose table it is (--by), fill in a table of your own, or take them as yours"
        " with --knowingly: they then count in no figure of agreement.",
    )


def _planned_marks(
    connection: Reader, who: str, rows: Iterable[dict[str, str]], *, knowingly: bool
) -> Plan:
    """What the rows of pairs would change of somebody's decisions; what could not be recorded is among the faults."""
    changes, faults = [], []
    naming = naming_in(connection, who)
    counts = {"same": 0, "empty": 0}
    for number, row in enumerate(rows, 2):
        if not any(row.get(column, "").strip() for column in MARKED):
            counts["empty"] += 1
            continue
        try:
            change = _change(connection, who, row, naming, knowingly=knowingly)
        except ClaimsError as error:
            faults.append(unusable(Thing.PAIR, number, error))
            continue
        if change is None:
            counts["same"] += 1
        else:
            changes.append(change)
    return Plan(tuple(changes), counts["same"], counts["empty"], tuple(faults))


def _change(
    connection: Reader, who: str, row: dict[str, str], naming: Naming, *, knowingly: bool
) -> Change | None:
    """What a row of pairs would change; None where the case says that already.

    Raises:
        ClaimsError: it could not be recorded.
    """
    check_there(connection, Topic(Thing.PAIR, row["key"].strip()))
    after, seen = _mark(row), _version(row)
    key = after.key
    mine = decisions.mine(connection, who, [key]).get(key)
    before = mine.mark if mine is not None and mine.counts else None
    if before is not None:
        after = _in_own_words(after, before, naming, told=COMMENT in row)
    if after == before:
        return None
    check_version(connection, key, seen)
    check_asked(connection, key)
    if not knowingly:
        try:
            check_newest(connection, after, who, count_in(row, ANSWERS))
        except Stale:
            check_told(row, ANSWERS)
            raise
    counted = decisions.counted(connection, who, key).get(key, 0)
    return Change(key, before, after, seen, counted, sight_in(row) or _of_another(row, who, naming))


def _of_another(row: Mapping[str, str], who: str, naming: Naming) -> bool:
    """Whether a row is somebody else's, or does not say whose: who takes it as their own has another's answer in hand.

    A name under which the case shows whoever acts is taken for theirs, as others of that name cannot be told apart.
    """
    return row.get(OWNER, "").strip() not in {who, naming.called(who)}


def _in_own_words(after: Mark, before: Mark, naming: Naming, *, told: bool) -> Mark:
    """What a row says, with reason and comment as they stand where the table shows these: it shows them without names where it has to.

    Args:
        after: what the row says.
        before: what stands.
        naming: of the table.
        told: whether the table has a column for comments.
    """
    if after.reason == naming.cleared(before.reason):
        after = replace(after, reason=before.reason)
    if not told or after.comment == naming.cleared(before.comment):
        after = replace(after, comment=before.comment)
    return after


def _tables(path: Path, stream: BinaryIO) -> Mapping[Thing, Sequence[dict[str, str]]]:
    """The tables of a file that can be filled in, by what their rows are.

    Raises:
        InputError: it holds none.
    """
    from claims.report.exports import commas, sheets

    if path.suffix.lower() in _OF_PROGRAMS:
        raise InputError(
            "JSON and JSON Lines are for other programs and are not read back.",
            next_step="Fill in a table in CSV or XLSX: one that `claims export pairs.csv` or `claims export xlsx` wrote.",
        )
    if path.suffix.lower() == ".xlsx":
        found = {Thing.PAIR: list(sheets.read(stream, "pairs", _NEEDED[Thing.PAIR]))}
        for thing in (Thing.CLAIM, Thing.DOCUMENT):
            # A workbook of an older program, or one that somebody cut down, has no such columns.
            with contextlib.suppress(InputError):
                found[thing] = list(sheets.read(stream, ANNOTATED[thing][0], _NEEDED[thing]))
        return found
    rows = list(commas.read(stream))
    columns = rows[0].keys() if rows else frozenset[str]()
    for thing in (Thing.CLAIM, Thing.DOCUMENT):
        if columns and columns >= set(_NEEDED[thing]):
            return {thing: rows}
    complete(columns, _NEEDED[Thing.PAIR])
    return {Thing.PAIR: rows}


_OF_PROGRAMS: Final = frozenset({".jsonl", ".ndjson", ".json", ".jsonld", ".geojson"})
"""Endings of what is exported for other programs."""

_NEEDED: Final = {
    Thing.PAIR: ("key", "version", *(each for each in MARKED if each != COMMENT)),
    Thing.CLAIM: ("id", "quote", *NOTED),
    Thing.DOCUMENT: ("id", "encoding", *NOTED),
}
"""Columns by which a table is known, and without which it cannot be read back."""


def _mark(row: dict[str, str]) -> Mark:
    confidence = row["my_confidence"].strip()
    try:
        sure = float(confidence) if confidence else None
    except ValueError as error:
        raise InputError(
            f"{confidence!r} is no confidence.", next_step="Give a number from 0 to 1."
        ) from error
    same, kind = (row[column].strip() for column in ("my_same_event", "my_kind"))
    return mark_of(
        key_of(row["key"].strip()),
        relation=chosen(Relation, row["my_relation"].strip(), "my_relation"),
        same_event=chosen(SameEvent, same, "my_same_event") if same else None,
        slots=[chosen(Slot, each, "my_slots") for each in parted(row["my_slots"])],
        apparent=chosen(Apparent, kind, "my_kind") if kind else None,
        reason=row["my_reason"],
        confidence=sure,
        comment=row.get(COMMENT, ""),
    )


def _version(row: dict[str, str]) -> int:
    text = row["version"].strip()
    if not text.isascii() or not text.isdigit():
        raise InputError(
            f"{text!r} is no version of a pair.", next_step="Keep the column as it was exported."
        )
    return int(text)
