"""Rows of conclusions: one line for each incident and claim, whoever concludes on it; appended, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, select

from claims.model import Conclusion, Matter, Settlement, TakenIn
from claims.store import lines, rows
from claims.store.audit import Row
from claims.store.bringing import from_files, taken_in
from claims.store.line_rows import conclusion_columns, conclusion_of
from claims.store.schema import conclusions
from claims.store.writer import Writer

_LINE: Final = ("matter", "topic")
_WHO: Final = ("settler", "settled_at")


def append(
    writer: Writer, matter: Matter, name: str, settlement: Settlement, said: Mapping[str, Any]
) -> Conclusion:
    """Add a conclusion; the one that stood on this matter is superseded.

    Args:
        writer: the open transaction.
        matter: incident or claim.
        name: its id.
        settlement: what is said.
        said: ``settler``, ``settled_at`` and ``token``.
    """
    columns = conclusion_columns(matter, name, settlement)
    line = {key: columns.pop(key) for key in ("matter", "topic")}
    return conclusion_of(
        lines.append(writer, conclusions, line, {**columns, **said, "undoes": None})
    )


def undo(writer: Writer, *, by: str, at: str, token: str) -> Conclusion | None:
    """Take back the newest conclusion of a person that stands; None when there is none.

    What stood before stands again, in the words and under the name of whoever said it.
    """
    found = lines.newest_standing(writer.connection, conclusions, _LINE, {"settler": by})
    if found is None:
        return None
    line = {key: found[key] for key in ("matter", "topic")}
    earlier = lines.act_before(writer.connection, conclusions, line, found["id"])
    before = None if earlier is None else conclusion_of(earlier).settlement
    body = conclusion_columns(Matter(found["matter"]), found["topic"], before)["body"]
    said = {"settler": by, "settled_at": at, "token": token, "undoes": found["id"]}
    return conclusion_of(lines.append(writer, conclusions, line, {**said, "body": body}))


def with_token(
    connection: Connection, by: str, token: str, *, undo: bool = False
) -> Conclusion | None:
    """The conclusion that this submission became, None when it is new."""
    row = lines.with_token(connection, conclusions, {"settler": by}, token, undo=undo)
    return None if row is None else conclusion_of(row)


def history(connection: Connection, matter: Matter, name: str) -> tuple[Conclusion, ...]:
    """Every row on an incident or a claim, in the order they were stored."""
    query = select(conclusions).where(
        conclusions.c.matter == matter.value, conclusions.c.topic == name
    )
    found = connection.execute(query.order_by(conclusions.c.id))
    return from_files(connection, conclusions, (conclusion_of(row._asdict()) for row in found))


def live(connection: Connection, left_out: rows.LeftOut | None = None) -> tuple[Conclusion, ...]:
    """The row of every incident and claim that stands, under the name of whoever said it, in the order they were stored.

    ``left_out`` is told of what each row that cannot be read is about; without it that raises.
    """
    query = select(conclusions).where(conclusions.c.live).order_by(conclusions.c.id)
    rows_of_it = (row._asdict() for row in connection.execute(query))
    read = partial(_said, connection, taken_in(connection, conclusions))
    found = rows.readable(rows_of_it, read, _name, left_out)
    return tuple(each for each in found if each.settlement is not None)


def _name(row: Row) -> str:
    return f"conclusion {row['topic']}"


def _said(connection: Connection, how: Mapping[int, TakenIn], row: Row) -> Conclusion:
    act = lines.act_of(connection, conclusions, {name: row[name] for name in _LINE}, row)
    said = conclusion_of({**row, **{name: act[name] for name in _WHO}})
    return replace(said, taken_in=how.get(act["id"]))
