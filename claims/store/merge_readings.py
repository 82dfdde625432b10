"""Take over what another copy of a case read again and what people edited in it.

Later readings of a document are a line: one case is as far as the other or further, on the same way. Edits are rows by
different people on different claims: both cases' rows stand together, unless both changed the same claim.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, Table, select

from claims.errors import Refused
from claims.model import Edit, EditKind
from claims.store import rows
from claims.store.schema import claims, documents, edits, former_claims, problems, readings
from claims.store.writer import Writer

Row: TypeAlias = dict[str, Any]
Identity: TypeAlias = tuple[object, ...]

_OTHERWISE: Final = (
    "Nothing was changed. Read the documents with the same program in both cases, then load again."
)
_APART: Final = (
    "Nothing was changed. Agree on which edit stands, let the other be undone, then load again."
)


def read_again_or_edited(connection: Connection) -> tuple[str, ...]:
    """The documents that were read again or edited, by id."""
    found = {*connection.scalars(select(readings.c.document).distinct())}
    found |= {*connection.scalars(select(edits.c.document).distinct())}
    return tuple(sorted(found))


def merge_readings(writer: Writer, other: Connection, shared: Collection[str]) -> None:
    """Bring every shared document to the further of both readings.

    Raises:
        Refused: both read something else in a document.
    """
    for name in sorted(shared):
        mine, theirs = _Read(writer.connection, name), _Read(other, name)
        behind, ahead = sorted((mine, theirs), key=lambda each: len(each.readings))
        _check_way(name, behind, ahead)
        if ahead is theirs and len(theirs.readings) > len(mine.readings):
            _take(writer, mine, theirs)


class _Read:
    """What the engine read in one document, in one of both cases."""

    def __init__(self, connection: Connection, name: str) -> None:
        own = claims.c.document == name
        self.readings = _rows(connection, readings, readings.c.document == name)
        self.claims = {
            row["id"]: row for row in _rows(connection, claims, own & claims.c.maker.is_(None))
        }
        ids = select(claims.c.id).where(own)
        found = _rows(connection, former_claims, former_claims.c.claim.in_(ids))
        self.former = {(row["claim"], row["revision"]): row for row in found}
        self.problems = _rows(connection, problems, problems.c.document == name)
        (self.head,) = _rows(connection, documents, documents.c.id == name)

    def body(self, claim: str, revision: int) -> str | None:
        """What a claim said at a revision; None when it never was at it."""
        row = self.claims.get(claim)
        if row is not None and (row["revision"] or rows.FIRST) == revision:
            return str(row["body"])
        former = self.former.get((claim, revision))
        return None if former is None else str(former["body"])


def _rows(connection: Connection, table: Table, which: Any) -> list[Row]:  # noqa: ANN401
    query = select(table).where(which).order_by(*table.primary_key.columns)
    return [row._asdict() for row in connection.execute(query)]


def _check_way(name: str, behind: _Read, ahead: _Read) -> None:
    """Pass when the further case once stood where the other one stands."""
    same = all(
        own["body"] == row["body"]
        for own, row in zip(behind.readings, ahead.readings, strict=False)
    )
    known = all(
        ahead.body(claim, row["revision"] or rows.FIRST) == row["body"]
        for claim, row in behind.claims.items()
    )
    level = len(behind.readings) == len(ahead.readings)
    alike = not level or {
        claim: (row["revision"], row["gone"]) for claim, row in behind.claims.items()
    } == {claim: (row["revision"], row["gone"]) for claim, row in ahead.claims.items()}
    if not (same and known and alike):
        raise Refused(
            f"Both cases hold document {name}, but did not read the same in it.",
            next_step=_OTHERWISE,
        )


def _take(writer: Writer, mine: _Read, theirs: _Read) -> None:
    """Bring one document to where the other case has it."""
    reached = len(mine.readings) + rows.FIRST
    writer.insert(readings, theirs.readings[len(mine.readings) :])
    writer.insert(
        former_claims, [row for key, row in theirs.former.items() if key not in mine.former]
    )
    for name, row in theirs.claims.items():
        own = mine.claims.get(name)
        if own is not None:
            kept = ("seq", "live")
            values = {
                key: value for key, value in row.items() if key not in kept and own[key] != value
            }
            if values:
                writer.update(claims, own, values)
    _number(writer, claims, [row for name, row in theirs.claims.items() if name not in mine.claims])
    later = [row for row in theirs.problems if (row["reading"] or rows.FIRST) > reached]
    _number(writer, problems, later)
    if mine.head["problems"] != theirs.head["problems"]:
        writer.update(documents, mine.head, {"problems": theirs.head["problems"]})


def _number(writer: Writer, table: Table, found: list[Row]) -> None:
    """Insert rows under the numbers that come next here, in their order there."""
    first = writer.next_number(table, "seq")
    ordered = sorted(found, key=lambda row: int(row["seq"]))
    writer.insert(table, [row | {"seq": seq} for seq, row in enumerate(ordered, first)])


def merge_edits(writer: Writer, other: Connection, shared: Collection[str]) -> int:
    """Append the rows of edits that only the other case has, with the claims they made; gives how many.

    Raises:
        Refused: both cases replaced the same claim, or one builds on what the other took back.
    """
    mine, theirs = _Edits(writer.connection), _Edits(other)
    known = set(mine.names.values())
    new = [row for row in theirs.rows if theirs.names[row["id"]] not in known]
    numbers = {name: number for number, name in mine.names.items()}
    first = writer.next_number(edits, "id")
    for number, row in enumerate(new, first):
        numbers[theirs.names[row["id"]]] = number
    added = [
        row
        | {
            "id": numbers[theirs.names[row["id"]]],
            "about": None if row["about"] is None else numbers[theirs.names[row["about"]]],
        }
        for row in new
    ]
    _check_together([rows.edit_of(row) for row in (*mine.rows, *added)])
    _number(writer, claims, _made(other, new, shared))
    writer.insert(edits, added)
    return len(added)


class _Edits:
    """The rows of edits of a case, each with a name that is the same in every copy of it."""

    def __init__(self, connection: Connection) -> None:
        self.rows = [
            row._asdict() for row in connection.execute(select(edits).order_by(edits.c.id))
        ]
        self.names: dict[int, Identity] = {}
        for row in self.rows:
            self.names[row["id"]] = _name(row, self.names)


def _name(row: Row, names: Mapping[int, Identity]) -> Identity:
    """What a row says; that an edit is taken back is said once, whoever says it."""
    about = () if row["about"] is None else names[row["about"]]
    if row["kind"] == EditKind.UNDO.value:
        return row["kind"], about
    return *(row[name] for name in ("document", "kind", "editor", "made_at", "body")), about


def _made(other: Connection, new: Sequence[Row], shared: Collection[str]) -> list[Row]:
    """The rows of the claims that these edits made, in documents that were here already."""
    ids = {claim.id for row in new for claim in rows.edit_of(row).made}
    which = claims.c.maker.is_not(None) & claims.c.document.in_(sorted(shared))
    return [row for row in _rows(other, claims, which) if row["id"] in ids]


def _check_together(found: Sequence[Edit]) -> None:
    """Pass when no claim is replaced twice, and nothing builds on what was taken back."""
    undone = {edit.about for edit in found if edit.kind is EditKind.UNDO}
    stand = [
        edit
        for edit in found
        if edit.id not in undone and edit.kind not in {EditKind.UNDO, EditKind.KEEP}
    ]
    away = {claim.id: edit for edit in found if edit.id in undone for claim in edit.made}
    taken: dict[str, Edit] = {}
    for edit in stand:
        for claim in edit.replaced:
            other = taken.setdefault(claim.id, edit)
            if other is not edit or claim.id in away:
                raise _apart(claim.id, edit, away.get(claim.id, other))
    submitted: dict[tuple[str, str], Edit] = {}
    for edit in found:
        if edit.token and submitted.setdefault((edit.by, edit.token), edit) is not edit:
            raise _apart(edit.document, edit, submitted[edit.by, edit.token])


def _apart(what: str, one: Edit, other: Edit) -> Refused:
    return Refused(
        f"{what}: both cases went different ways: {one.kind.value} by {one.by}, {other.kind.value} by {other.by}.",
        next_step=_APART
        if what == one.document
        else "Nothing was changed. What stands here stays. Whoever made the file leaves it out of a new one:"
        f" `claims dump --mine --without {what}`.",
    )
