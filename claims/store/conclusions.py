"""Rows of conclusions: one line for each incident and claim, whoever concludes on it; appended, never changed.

Several people write to a line, and not everybody may see every row of it. So what stands is told by the acts that somebody may
see: the newest one that nobody took back. The body of a row that takes one back is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Connection, select

from claims.model import Conclusion, Matter, Settlement, TakenIn
from claims.store import lines, rows
from claims.store.audit import Row
from claims.store.bringing import taken_in
from claims.store.line_rows import TAKES_BACK, conclusion_columns, conclusion_of
from claims.store.schema import conclusions
from claims.store.writer import Writer

_LINE: Final = ("matter", "topic")

Seen: TypeAlias = Callable[[Row], bool]
"""Whether somebody may see an act, and that it was taken back."""


class _Told(NamedTuple):
    """A row as it is told to somebody: the one before it in its line, and the act that stands after it, None where none does."""

    row: Row
    before: int | None
    act: Row | None


def everything(_act: Row) -> bool:
    """Every act may be seen."""
    return True


def append(
    writer: Writer, matter: Matter, name: str, settlement: Settlement, said: Mapping[str, Any]
) -> int:
    """Add a conclusion, and give its number; the one that stood on this matter is superseded.

    Args:
        writer: the open transaction.
        matter: incident or claim.
        name: its id.
        settlement: what is said.
        said: ``settler``, ``settled_at`` and ``token``.
    """
    columns = conclusion_columns(matter, name, settlement)
    line = {key: columns.pop(key) for key in _LINE}
    return int(lines.append(writer, conclusions, line, {**columns, **said, "undoes": None})["id"])


def newest(connection: Connection, by: str, seen: Seen = everything) -> int | None:
    """The number of a person's newest conclusion that stands as far as they see, which `undo` takes back; None without any."""
    found = _own(connection, by, seen)
    return None if found is None else int(found["id"])


def _own(connection: Connection, by: str, seen: Seen) -> Row | None:
    """A person's newest act that stands: what somebody else superseded does not, and what came from a file is not meant."""
    came = taken_in(connection, conclusions)
    standing = (told.act for told in _newest(_rows(connection), seen))
    own = [act for act in standing if act and act["settler"] == by and act["id"] not in came]
    return max(own, key=lambda act: int(act["id"])) if own else None


def undo(writer: Writer, *, by: str, at: str, token: str, seen: Seen = everything) -> int | None:
    """Take back the newest conclusion of a person that stands as far as they see, and give the number of the row; None without any.

    What somebody else superseded does not stand, and what came from a file is not taken back here.
    """
    found = _own(writer.connection, by, seen)
    if found is None:
        return None
    line = {key: found[key] for key in _LINE}
    said = {"settler": by, "settled_at": at, "token": token, "undoes": found["id"]}
    return int(lines.append(writer, conclusions, line, {**said, "body": TAKES_BACK})["id"])


def with_token(
    connection: Connection, by: str, token: str, *, undo: bool = False
) -> Conclusion | None:
    """The conclusion that this submission became, None when it is new."""
    row = lines.with_token(connection, conclusions, {"settler": by}, token, undo=undo)
    return None if row is None else conclusion_of(row)


def history(
    connection: Connection, matter: Matter, name: str, seen: Seen = everything
) -> tuple[Conclusion, ...]:
    """Every row on an incident or a claim that may be seen, in the order they were stored, each with what stands after it."""
    query = select(conclusions).where(
        conclusions.c.matter == matter.value, conclusions.c.topic == name
    )
    every = [row._asdict() for row in connection.execute(query.order_by(conclusions.c.id))]
    told = list(_told(every, seen))
    how = taken_in(connection, conclusions) if told else {}
    return tuple(
        replace(
            _conclusion(each.row, each.act, each.before),
            live=each is told[-1],
            taken_in=how.get(each.row["id"]),
        )
        for each in told
    )


def live(
    connection: Connection, left_out: rows.LeftOut | None = None, seen: Seen = everything
) -> tuple[Conclusion, ...]:
    """What stands on every incident and claim, under the name of whoever said it, in the order in which it came to stand.

    Args:
        connection: an open transaction.
        left_out: told of what each row that cannot be read is about; without it that raises.
        seen: what may be seen.
    """
    told = [each for each in _newest(_rows(connection), seen) if each.act is not None]
    how = taken_in(connection, conclusions) if told else {}
    acts = {each.row["id"]: each for each in told}
    read = partial(_said, acts, how)
    return tuple(rows.readable((each.row for each in told), read, _name, left_out))


def row(connection: Connection, number: int) -> Row:
    """The row that is stored under a number."""
    return connection.execute(select(conclusions).where(conclusions.c.id == number)).one()._asdict()


def visible(connection: Connection, seen: Seen = everything) -> tuple[int, ...]:
    """The numbers of the rows that may be seen, rising."""
    return tuple(int(each.row["id"]) for each in _told(_rows(connection), seen))


def all_of(connection: Connection, which: Seen) -> Iterator[Row]:
    """The acts of which that holds, and the rows that take one of them back, in the order they were stored."""
    found: set[int] = set()
    for row in _rows(connection):
        if row["undoes"] in found or (row["undoes"] is None and which(row)):
            found.add(row["id"])
            yield row


def acts(connection: Connection) -> Iterator[Row]:
    """Every row in which somebody said something, in the order they were stored."""
    return (row for row in _rows(connection) if row["undoes"] is None)


def came(connection: Connection, number: int) -> Iterator[Conclusion]:
    """What was concluded in the rows after that number, and nobody took back, in the order they were stored."""
    every = _rows(connection)
    gone = {row["undoes"] for row in every}
    for row in every:
        if row["id"] > number and row["undoes"] is None and row["id"] not in gone:
            yield conclusion_of(row)


def _rows(connection: Connection) -> list[Row]:
    query = select(conclusions).order_by(conclusions.c.id)
    return [row._asdict() for row in connection.execute(query)]


def _newest(every: Iterable[Row], seen: Seen) -> list[_Told]:
    """The newest row of every line that may be seen, in the order they were stored."""
    found = {(each.row["matter"], each.row["topic"]): each for each in _told(every, seen)}
    return sorted(found.values(), key=lambda each: int(each.row["id"]))


def _told(every: Iterable[Row], seen: Seen) -> Iterator[_Told]:
    """The rows that may be seen, as they are told; one is seen by whoever may see the act that it takes back."""
    known: dict[int, Row] = {}
    standing: dict[tuple[str, str], list[Row]] = {}
    last: dict[tuple[str, str], int] = {}
    for row in every:
        line = (row["matter"], row["topic"])
        known[row["id"]] = row
        if not seen(row if row["undoes"] is None else known.get(row["undoes"], row)):
            continue
        there = standing.setdefault(line, [])
        if row["undoes"] is None:
            there.append(row)
        else:
            there[:] = [act for act in there if act["id"] != row["undoes"]]
        yield _Told(row, last.get(line), there[-1] if there else None)
        last[line] = row["id"]


def _conclusion(row: Row, act: Row | None, before: int | None) -> Conclusion:
    settlement = None if act is None else conclusion_of(act).settlement
    said = conclusion_of({**row, "body": TAKES_BACK})
    return replace(said, settlement=settlement, supersedes=before)


def _name(row: Row) -> str:
    return f"conclusion {row['topic']}"


def _said(acts_of: Mapping[int, _Told], how: Mapping[int, TakenIn], row: Row) -> Conclusion:
    told = acts_of[row["id"]]
    act = row if told.act is None else told.act
    said = _conclusion(row, act, told.before)
    return replace(
        said, by=act["settler"], at=act["settled_at"], live=True, taken_in=how.get(act["id"])
    )
