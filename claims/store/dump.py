"""A whole case as lines of JSON, and an empty case filled from them.

    {"dump":1,"tables":"0002"}                   first line: form of the dump, revision of the tables
    {"row":{…},"table":"documents"}              every row of every table, parents first, by primary key
    {"original":"32e618…","data":"…"}            every original in base64, by hash
    {"end":1234}                                 last line: how many lines stand before it

Keys are sorted and nothing depends on time or machine: a case that is dumped, loaded into an empty one and dumped
again gives the same bytes, superseded rows and the audit chain included. A dump that was cut off lacks its last line
and is refused.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Boolean, Column, Connection, Integer, Table, insert, select
from sqlalchemy.exc import IntegrityError

from claims.errors import InputError, Refused
from claims.model.plain import Plain, dumps, loads
from claims.store import rows
from claims.store.originals import Originals, sha256
from claims.store.readable import read
from claims.store.schema import CONTENT, DUMPED, audit, documents, metadata
from claims.store.writer import BATCH

FORM: Final = 1
"""Number of this form of dump."""

LARGEST: Final = 2**31 - 1
"""Largest whole number that both databases hold in a plain integer."""

Lacking: TypeAlias = Mapping[str, Mapping[str, Plain]]
"""Columns that rows of older programs lack, each with what stands in it instead, by table."""

_OLDER: Final[Mapping[str, Lacking]] = {"0010": {"pairs": {"anew": None}}}
"""Tables of older programs whose dumps are read."""

_FETCH_AGAIN: Final = "Nothing was changed. Fetch the whole file again from where it was dumped."

_TABLES: Final = (*CONTENT, audit)
_ORDER: Final = {table.name: place for place, table in enumerate(_TABLES)}


def lines(connection: Connection, originals: Originals) -> Iterator[str]:
    """The lines of a dump, without line ends."""
    number = 0
    for plain in _plains(connection, originals):
        number += 1
        yield dumps(plain)
    yield dumps({"end": number})


def _plains(connection: Connection, originals: Originals) -> Iterator[Plain]:
    yield {"dump": FORM, "tables": DUMPED}
    for table in _TABLES:
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            yield {"table": table.name, "row": row._asdict()}
    for digest in connection.scalars(select(documents.c.sha256).order_by(documents.c.sha256)):
        yield {"original": digest, "data": base64.b64encode(originals.read(digest)).decode()}


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever written to this case."""
    return all(connection.execute(select(table).limit(1)).first() is None for table in _TABLES)


def copy(source: Connection, target: Connection) -> None:
    """Write every row of one case, its audit chain included, into an empty one."""
    for table in _TABLES:
        found = source.execute(select(table).order_by(*table.primary_key.columns))
        for part in found.partitions(BATCH):
            _insert(target, table, [row._asdict() for row in part])


def restore(connection: Connection, originals: Originals, text: Iterable[str]) -> None:
    """Fill an empty case from the lines of a dump.

    Raises:
        InputError: a line is not one of a dump, or lines are missing.
    """
    batch: list[dict[str, Any]] = []
    last: Table | None = None
    for table, row in _rows(originals, text):
        if batch and (table is not last or len(batch) == BATCH):
            _insert(connection, last, batch)
            batch = []
        batch.append(row)
        last = table
    _insert(connection, last, batch)


@contextmanager
def fitting() -> Iterator[None]:
    """While tables are made that follow from the rows of a dump.

    Raises:
        InputError: they cannot be, since rows name others that are not there.
    """
    try:
        yield
    except IntegrityError as error:
        raise InputError(
            "The rows of documents in the dump do not fit together.", next_step=_FETCH_AGAIN
        ) from error


def _insert(connection: Connection, table: Table | None, batch: list[dict[str, Any]]) -> None:
    if table is None or not batch:
        return
    try:
        connection.execute(insert(table), batch)
    except IntegrityError as error:
        raise InputError(
            f"The rows of {table.name} in the dump do not fit together.", next_step=_FETCH_AGAIN
        ) from error


def _rows(originals: Originals, text: Iterable[str]) -> Iterator[tuple[Table, dict[str, Any]]]:
    """The rows in a dump; originals are stored on the way."""
    number, ended, before = 0, False, _Place(-1, ())
    lacks: Lacking = {}
    for number, plain in _lines(text):
        if ended or not isinstance(plain, dict):
            raise _no_dump(number, "it is not a line of a dump")
        match plain:
            case {"dump": form, "tables": revision} if number == 1:
                _check_form(form, revision)
                lacks = _OLDER.get(str(revision), {})
            case {"table": str(name), "row": dict(row)} if number > 1:
                table, values = _row(number, name, {**lacks.get(name, {}), **row})
                key = tuple(values[column.name] for column in table.primary_key.columns)
                before = _after(number, before, _Place(_ORDER[name], key), name)
                yield table, values
            case {"original": str(digest), "data": str(data)} if number > 1:
                before = _after(number, before, _Place(len(_ORDER), (digest,)), "original")
                _keep(originals, number, digest, data)
            case {"end": count}:
                ended = count == number - 1
            case _:
                raise _no_dump(number, "it is not a line of a dump")
    if not number:
        raise InputError("The dump is empty.", next_step=_FETCH_AGAIN)
    if not ended:
        raise _no_dump(number, "the end is missing")


class _Place(NamedTuple):
    """Where a row stands in a dump: number of its table, and its key."""

    table: int
    key: tuple[int | str, ...]


def _after(number: int, before: _Place, here: _Place, what: str) -> _Place:
    """The place of a line, which comes after that of the line before: `lines` writes no other order.

    Raises:
        InputError: it does not: lines were swapped, or one stands there twice.
    """
    if here <= before:
        raise _no_dump(
            number, f"{what} {'~'.join(map(str, here.key))} stands out of order, or twice"
        )
    return here


def _lines(text: Iterable[str]) -> Iterator[tuple[int, Plain]]:
    """What each line says, with its number from 1."""
    number, left = 0, iter(text)
    while True:
        number += 1
        try:
            plain = loads(next(left))
        except StopIteration:
            return
        except (InputError, UnicodeDecodeError) as error:
            raise _no_dump(number, "it is no JSON in UTF-8") from error
        yield number, plain


def _check_form(form: Plain, revision: Plain) -> None:
    if form != FORM or revision not in (DUMPED, *_OLDER):
        raise InputError(
            f"The dump has form {form} with tables {revision}; this program reads form {FORM} with {DUMPED}.",
            next_step="Load it with the version of the program that wrote it.",
        )


def _row(number: int, name: str, row: dict[str, Plain]) -> tuple[Table, dict[str, Any]]:
    table = metadata.tables.get(name) if name in _ORDER else None
    if table is None or row.keys() != {column.name for column in table.columns}:
        raise _no_dump(number, f"there is no such row of {name}")
    for column in table.columns:
        if not _fits(column, row[column.name]):
            raise _no_dump(number, f"{column.name} of {name} has an impossible value")
    try:
        read(name, row)
    except (InputError, Refused, ValueError) as error:
        raise _no_dump(number, str(error)) from error
    return table, row


def _fits(column: Column[Any], value: Plain) -> bool:
    """Whether both databases can hold this value in this column, and times are times."""
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Boolean):
        return isinstance(value, bool)
    if isinstance(column.type, Integer):
        return type(value) is int and abs(value) <= LARGEST
    if not isinstance(value, str) or rows.storable(value) != value:
        return False
    return not (column.name == "at" or column.name.endswith("_at")) or _is_time(value)


def _is_time(value: str) -> bool:
    """Whether this is a moment in UTC, as every row says one."""
    try:
        return datetime.fromisoformat(value).utcoffset() == timedelta()
    except ValueError:
        return False


def _keep(originals: Originals, number: int, digest: str, data: str) -> None:
    try:
        original = base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise _no_dump(number, "the original is not in base64") from error
    if sha256(original) != digest:
        raise _no_dump(number, "the original does not have its hash")
    originals.keep(original)


def _no_dump(number: int, why: str) -> InputError:
    return InputError(
        f"Line {number} of the dump cannot be read: {why}.",
        next_step=_FETCH_AGAIN,
    )
