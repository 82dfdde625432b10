"""Rows that supersede each other: the last of a line is live, and no row is ever changed but for that.

Whatever people say is kept so. Undo appends a row that carries what stood before, and names in
``undoes`` the row that it takes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table, and_, select

from claims.errors import Refused
from claims.store.audit import Row
from claims.store.bringing import taken_in
from claims.store.writer import Writer

Lines: TypeAlias = Table
"""A table whose rows supersede each other."""

Line = Mapping[str, Any]
"""Columns and values that all rows of one line share, and no other row has."""


def live_row(connection: Connection, table: Table, line: Line) -> Row | None:
    """The row of a line that stands, None when the line has none."""
    query = select(table).where(table.c.live, *(table.c[name] == line[name] for name in line))
    row = connection.execute(query).first()
    return None if row is None else row._asdict()


def append(writer: Writer, table: Table, line: Line, said: Mapping[str, Any]) -> Row:
    """Add a row to a line; the row that stood is superseded."""
    before = live_row(writer.connection, table, line)
    if before is not None:
        writer.update(table, before, {"live": False})
    row = {
        **line,
        **said,
        "id": writer.next_number(table, "id"),
        "supersedes": None if before is None else before["id"],
        "live": True,
    }
    writer.insert(table, [row])
    return row


def newest_act(
    connection: Connection, table: Table, mine: Line, line_of: Callable[[Row], Line]
) -> Row | None:
    """The newest row with these columns that takes nothing back, was not taken back and was said here; None when there is none.

    What came from a file was said elsewhere, and has the highest numbers only because it was taken in last. Nor is what a
    word from a file has replaced taken back: that would take the later word away.

    Args:
        connection: an open transaction.
        table: one whose lines one person writes to.
        mine: columns and values of the person's acts.
        line_of: the line that a row belongs to.
    """
    taken_back = table.alias()
    undone = select(taken_back.c.id).where(taken_back.c.undoes == table.c.id).exists()
    query = select(table).where(
        and_(*(table.c[name] == mine[name] for name in mine)), table.c.undoes.is_(None), ~undone
    )
    query = query.order_by(table.c.id.desc())
    row = connection.execute(query.limit(1)).first()
    came = taken_in(connection, table) if row is not None else {}
    if not came:
        return None if row is None else row._asdict()
    for each in connection.execute(query):
        act = each._asdict()
        line = line_of(act)
        stands = live_row(connection, table, line)
        newest = act_of(connection, table, line, stands)["id"] if stands else act["id"]
        if act["id"] not in came and not (newest in came and newest > act["id"]):
            return act
    return None


def act_before(connection: Connection, table: Table, line: Line, number: int) -> Row | None:
    """The newest act of a line before the row of that number, which is what stands again after its undo."""
    taken_back = table.alias()
    undone = select(taken_back.c.id).where(taken_back.c.undoes == table.c.id).exists()
    query = select(table).where(
        *(table.c[name] == line[name] for name in line),
        table.c.id < number,
        table.c.undoes.is_(None),
        ~undone,
    )
    row = connection.execute(query.order_by(table.c.id.desc()).limit(1)).first()
    return None if row is None else row._asdict()


def newest_standing(
    connection: Connection, table: Table, names: Sequence[str], mine: Line
) -> Row | None:
    """The newest act with these columns that stands and did not come from a file; what somebody else superseded does not stand.

    Args:
        connection: an open transaction.
        table: one whose lines several people write to.
        names: the columns that all rows of one line share.
        mine: columns and values of the person's acts.
    """
    query = select(table).where(
        *(table.c[name] == mine[name] for name in mine), table.c.undoes.is_(None)
    )
    came = taken_in(connection, table)
    for row in connection.execute(query.order_by(table.c.id.desc())):
        act = row._asdict()
        if act["id"] in came:
            continue
        line = {name: act[name] for name in names}
        stands = live_row(connection, table, line)
        if stands is not None and act_of(connection, table, line, stands)["id"] == act["id"]:
            return act
    return None


def act_of(connection: Connection, table: Table, line: Line, row: Row) -> Row:
    """The act whose words a row carries: itself, or for an undo the one that stands again, itself where none does."""
    if row["undoes"] is None:
        return row
    return act_before(connection, table, line, row["undoes"]) or row


def taken_back(said: Iterable[Row]) -> Iterator[tuple[Row, Row | None, Row | None]]:
    """The undos of one line, each with the act that it takes back and the one whose words stand again by it.

    Args:
        said: all rows of the line, oldest first.

    Returns:
        Triples; None for an act that is not there.
    """
    acts: list[Row] = []
    for row in said:
        if row["undoes"] is None:
            acts.append(row)
            continue
        undone = next((act for act in acts if act["id"] == row["undoes"]), None)
        acts = [act for act in acts if act["id"] != row["undoes"]]
        yield row, undone, next((act for act in reversed(acts) if act["id"] < row["undoes"]), None)


def places(
    connection: Connection, table: Table, names: Sequence[str], only: Line
) -> dict[int, tuple[tuple[str, ...], int]]:
    """The line of each row and its place in it from 1, by the row's number.

    Args:
        connection: an open transaction.
        table: one of `claims.store.schema.LINES`.
        names: the columns that all rows of one line share.
        only: columns and values of the rows that are wanted; whole lines.
    """
    query = select(table.c.id, *(table.c[name] for name in names)).order_by(table.c.id)
    query = query.where(*(table.c[name] == value for name, value in only.items()))
    count: Counter[tuple[str, ...]] = Counter()
    found = {}
    for number, *line in connection.execute(query):
        named = tuple(line)
        count[named] += 1
        found[number] = named, count[named]
    return found


def with_token(
    connection: Connection, table: Table, mine: Line, token: str, *, undo: bool = False
) -> Row | None:
    """The row that a submission became, None when it is new.

    Args:
        connection: an open transaction.
        table: one of `claims.store.schema.LINES`.
        mine: columns and values of the person's rows.
        token: of the submission, "" for none.
        undo: whether the submission takes something back.

    Raises:
        Refused: the token belongs to one that did the other thing.
    """
    if not token:
        return None
    query = select(table).where(
        table.c.token == token, *(table.c[name] == mine[name] for name in mine)
    )
    row = connection.execute(query).first()
    if row is not None and (row.undoes is not None) != undo:
        raise Refused(
            "This submission was stored before, as something else.",
            next_step="Nothing was stored. Load what stands anew and say it again.",
        )
    return None if row is None else row._asdict()


def append_rest(
    writer: Writer,
    table: Table,
    mine: list[dict[str, Any]],
    theirs: Sequence[Row],
    row: Row,
) -> None:
    """Append to a line of ours a row that only another copy of the case has, under the numbers that it has here.

    Args:
        writer: the open transaction.
        table: one of `claims.store.schema.LINES`.
        mine: the rows of the line here, oldest first; the new one is added to them.
        theirs: all rows of the line there, of which ``mine`` is the beginning.
        row: the next one of theirs.
    """
    numbers = {their["id"]: own["id"] for their, own in zip(theirs, mine, strict=False)}
    if mine:
        writer.update(table, mine[-1], {"live": False})
        mine[-1]["live"] = False
    new = dict(row) | {
        "id": writer.next_number(table, "id"),
        "supersedes": numbers.get(row["supersedes"]),
        "undoes": numbers.get(row["undoes"]),
        "live": True,
    }
    writer.insert(table, [new])
    mine.append(new)
