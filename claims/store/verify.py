"""Hold a case against its audit chain and its originals; name what does not agree.

Found are: a damaged file; a table, column, index or trigger that is missing, changed or not ours; a row of the chain that was edited, deleted, swapped or put in; a row of the case that was edited, deleted
or put in; a row that claims to be live and is not; a place in the queue, a facet, a cursor or a count that does not follow
from the other rows; a lease that nobody was given; an original that is missing or changed. The first fault is the first bad
row of the chain, if there is one: after it nothing that the chain says can be relied on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Boolean, Connection, Integer, LargeBinary, Table, select, type_coerce

from claims.errors import InputError
from claims.model import Message
from claims.store import audit as chain
from claims.store import traits
from claims.store.audit import EVERY, GONE, NOTHING, START, Head, Row, digest_of, key_of
from claims.store.derived import amiss
from claims.store.originals import Originals, sha256
from claims.store.schema import CONTENT, KEPT, LINES, audit, documents, metadata
from claims.store.structure import out_of_place


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the case is not as it was written.

    Attributes:
        where: ``file``, ``structure``, ``audit``, the name of a table, or ``originals``.
        id: number or key of the row, hash of the original, kind and name of a part of the structure, "" for the file.
        message: what is wrong with it.
    """

    where: str
    id: str
    message: Message


@dataclass(slots=True)
class _Chain:
    """What a walk along the chain found."""

    last: Head = NOTHING
    digests: dict[str, dict[str, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def verify(
    connection: Connection, originals: Originals, *, head: Head | None = None
) -> tuple[Fault, ...]:
    """Every place where the case is not as it was written; empty when there is none.

    Args:
        connection: an open transaction.
        originals: the original bytes.
        head: a head that was noted elsewhere; the chain must still hold it.
    """
    faults = list(_file(connection))
    faults.extend(Fault("structure", part, why) for part, why in out_of_place(connection))
    walked = _walk(connection, head)
    faults.extend(walked.faults)
    for table in CONTENT:
        faults.extend(_table(connection, table, walked.digests.pop(table.name, {})))
    faults.extend(_kept(connection, walked))
    faults.extend(_unknown(walked))
    faults.extend(_neither(connection))
    faults.extend(_live(connection))
    try:
        faults.extend(_following(connection, originals))
    except TypeError:
        # Raw bytes in the place of words or numbers, in a row that is named already.
        if not faults:
            raise
    return tuple(faults)


def _following(connection: Connection, originals: Originals) -> Iterator[Fault]:
    """What does not follow from other rows, or from the originals."""
    yield from _originals(connection, originals)
    yield from _traits(connection)
    yield from (Fault(each.table, each.key, each.message) for each in amiss(connection))


def _file(connection: Connection) -> Iterator[Fault]:
    """What SQLite finds when it checks its own pages and indexes."""
    if connection.dialect.name == "sqlite":
        found = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar())
        if found != "ok":
            yield _fault(
                "file",
                "",
                f"The case file is damaged: {found}.",
                f"ملف القضية متضرر: {found}.",
            )


def _walk(connection: Connection, noted: Head | None) -> _Chain:
    """Follow the chain from its first row and gather the newest digest of every row of the case."""
    walked = _Chain()
    kept = noted is None or noted == NOTHING
    for found in connection.execute(select(audit).order_by(audit.c.seq)):
        row = found._asdict()
        walked.faults.extend(_link(row, walked.last))
        walked.last = Head(row["seq"], row["hash"])
        kept = kept or (noted is not None and _is(row, noted))
        _gather(walked, row)
    if not kept and noted is not None:
        walked.faults.append(_cut(noted))
    return walked


def _is(row: Row, noted: Head) -> bool:
    """Whether a row is the one that was noted, or that a blinded head was made of. The hash alone says so: it is over the number too.

    Nobody finds out by trying numbers how many rows there are, where these are withheld.
    """
    return noted.hash in {row["hash"], chain.blinded(row, noted.hash[: chain.CHANCE])}


def _link(row: Row, last: Head) -> Iterator[Fault]:
    """What is wrong with one row of the chain."""
    name = str(row["seq"])
    if row["seq"] != last.seq + 1:
        yield _fault(
            "audit",
            str(last.seq + 1),
            "The row of the audit chain is missing.",
            "سطر من سلسلة التدقيق مفقود.",
        )
    elif row["prev_hash"] != (last.hash or START):
        yield _fault(
            "audit",
            name,
            "The row of the audit chain does not follow from the one before.",
            "سطر سلسلة التدقيق لا يتصل بالسطر السابق له.",
        )
    if _odd(row) or chain.sealed(row) != row["hash"]:
        yield _fault(
            "audit", name, "The row of the audit chain was changed.", "عُدّل سطر من سلسلة التدقيق."
        )


def _gather(walked: _Chain, row: Row) -> None:
    try:
        changes = chain.changes_of(row["changes"])
    except (InputError, TypeError):
        return
    for change in changes:
        told = walked.digests.setdefault(change.table, {})
        if (change.key, change.digest) == (EVERY, GONE):
            told.clear()
        else:
            told[change.key] = change.digest


def _cut(noted: Head) -> Fault:
    return _fault(
        "audit",
        str(noted.seq or noted.hash),
        "The chain has no row with the hash that was noted: its end was cut off, or it was written anew.",
        "ليس في السلسلة سطر له البصمة المدوَّنة: قُطع آخرها أو كُتبت من جديد.",
    )


def _table(connection: Connection, table: Table, digests: dict[str, str]) -> Iterator[Fault]:
    """Rows of one table that are not as the chain has them."""
    columns = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
    for found in connection.execute(select(*columns).order_by(*table.primary_key.columns)):
        row = found._asdict()
        key = key_of(table, row)
        digest = digests.pop(key, None)
        if digest is None:
            yield _fault(
                table.name,
                key,
                "The row was put in behind the program's back.",
                "أُدخل السطر من خارج البرنامج.",
            )
        elif _odd(row) or digest != digest_of(table, row):
            yield _fault(
                table.name,
                key,
                "The row was changed behind the program's back.",
                "عُدّل السطر من خارج البرنامج.",
            )
    for key in digests:
        yield _fault(
            table.name,
            key,
            "The row was deleted behind the program's back.",
            "حُذف السطر من خارج البرنامج.",
        )


def _kept(connection: Connection, walked: _Chain) -> Iterator[Fault]:
    """Rows of what was compared already that are not as the chain has them.

    Where nothing is kept, nothing is missing: the next comparison goes over all claims.
    """
    told = {table.name: walked.digests.pop(table.name, {}) for table in KEPT}
    if traits.run_of(connection):
        for table in KEPT:
            yield from _table(connection, table, told[table.name])


def _odd(row: Row) -> bool:
    """Whether a row holds raw bytes, which nothing of ours writes."""
    return any(isinstance(value, bytes) for value in row.values())


def _unknown(walked: _Chain) -> Iterator[Fault]:
    for table in walked.digests:
        yield _fault(
            table,
            "",
            "The audit chain speaks of a table that the case does not have.",
            "تذكر سلسلة التدقيق جدولاً لا وجود له في القضية.",
        )


def _live(connection: Connection) -> Iterator[Fault]:
    """Rows of lines whose ``live`` does not follow from the other rows."""
    for table in LINES:
        superseded = set(connection.scalars(select(table.c.supersedes)))
        for row in connection.execute(select(table.c.id, table.c.live).order_by(table.c.id)):
            if row.live == (row.id in superseded):
                yield _fault(
                    table.name,
                    str(row.id),
                    "The row was made to stand, or to stand no more, behind the program's back.",
                    "غُيّرت صفة سريان السطر من خارج البرنامج.",
                )


def _neither(connection: Connection) -> Iterator[Fault]:
    """Rows of a file with a yes or no that is neither 1 nor 0: SQLite takes any value, and readers part on what it means."""
    if connection.dialect.name != "sqlite":
        return
    for table in metadata.sorted_tables:
        for column in table.columns:
            if not isinstance(column.type, Boolean):
                continue
            odd = type_coerce(column, Integer).not_in((0, 1))
            for row in connection.execute(select(*table.primary_key.columns).where(odd)):
                yield _fault(
                    table.name,
                    key_of(table, row._asdict()),
                    f"The row says neither yes nor no in {column.name}; it was changed behind the program's back.",
                    f"لا يقول السطر نعم ولا لا في {column.name}؛ عُدّل من خارج البرنامج.",
                )


def _originals(connection: Connection, originals: Originals) -> Iterator[Fault]:
    for digest in connection.scalars(select(documents.c.sha256).order_by(documents.c.seq)):
        if not isinstance(digest, str):
            continue
        path = originals.path(digest)
        if not path.is_file():
            yield _fault("originals", digest, "The original is missing.", "الملف الأصلي مفقود.")
        elif sha256(path.read_bytes()) != digest:
            yield _fault("originals", digest, "The original was changed.", "عُدّل الملف الأصلي.")


def _traits(connection: Connection) -> Iterator[Fault]:
    for document in traits.damaged(connection):
        yield _fault(
            "traits",
            document,
            "What was compared of the document is damaged; the next comparison goes over all claims once more.",
            "ما قورن من الوثيقة متضرر؛ ستمر المقارنة التالية على جميع الأقوال مرة أخرى.",
        )


def _fault(where: str, key: str, en: str, ar: str) -> Fault:
    return Fault(where, key, Message(ar=ar, en=en))
