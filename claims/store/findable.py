"""By what documents are found: their words, folded, and which word stands in which document. Made anew from them.

A folded text holds name, title, publisher, author and text of a document, in this order, as words with a space around
each and `PARTED` between them: a phrase never runs from one into the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select

from claims.errors import InputError, Refused
from claims.model import Document, Source
from claims.store import document_rows, rows
from claims.store.audit import Row
from claims.store.schema import documents, findable, occurrences, words
from claims.store.writer import BATCH
from claims.text.lookup import bare, words_of

PARTED: Final = "|"
"""No word; stands between the parts of a folded text."""

_PART: Final = 500
"""Values in one question to the database."""
_FEW: Final = 50


def rebuild(connection: Connection) -> None:
    """Write it down for every document of the case; one whose text cannot be read is found by the name in its row."""
    for table in (occurrences, words, findable):
        connection.execute(delete(table))
    query = select(documents).order_by(documents.c.seq)
    for part in connection.execute(query).partitions(_FEW):
        _insert(connection, [_read(row._asdict()) for row in part])


def add(connection: Connection, document: Document, seq: int) -> None:
    """Write it down for a new document."""
    _insert(connection, [_row(seq, document)])


def renew(connection: Connection, document: str) -> None:
    """Write it down anew for a document of which something else is said now."""
    row = connection.execute(select(documents).where(documents.c.id == document)).one()
    old = connection.scalar(select(findable.c.folded).where(findable.c.document == document))
    new = _row(row.seq, document_rows.document_of(row._asdict()))
    either = {*(old or "").split(), *new["folded"].split()}
    for number in _numbers(connection, either).values():
        own = (occurrences.c.word == number) & (occurrences.c.document == row.seq)
        connection.execute(delete(occurrences).where(own))
    connection.execute(delete(findable).where(findable.c.document == document))
    _insert(connection, [new])


def amiss(connection: Connection) -> Iterator[tuple[str, str]]:
    """Table and key of what does not follow from the documents; documents that cannot be read are left out."""
    noted = {row.document: row._asdict() for row in connection.execute(select(findable))}
    stand = _standing(connection)
    for found in connection.execute(select(documents).order_by(documents.c.seq)):
        try:
            own = _row(found.seq, document_rows.document_of(found._asdict()))
        except (InputError, Refused):
            continue
        if noted.get(found.id) != own:
            yield "findable", found.id
        if stand.get(found.seq, set()) != {*own["folded"].split()} - {PARTED}:
            yield "occurrences", found.id
    for row in connection.execute(select(words).order_by(words.c.id)):
        if row.bare != bare(row.word):
            yield "words", str(row.id)


def _standing(connection: Connection) -> dict[int, set[str]]:
    """The words that are noted to stand in each document, by its number."""
    found: dict[int, set[str]] = {}
    query = select(occurrences.c.document, words.c.word)
    for row in connection.execute(query.outerjoin(words, words.c.id == occurrences.c.word)):
        found.setdefault(row.document, set()).add(row.word)
    return found


def vocabulary(connection: Connection, shortest: int, longest: int) -> Sequence[tuple[int, str]]:
    """Number and bare form of the words of the case whose bare form has so many letters."""
    length = func.length(words.c.bare)
    query = select(words.c.id, words.c.bare).where(length >= shortest, length <= longest)
    return [(row.id, row.bare) for row in connection.execute(query)]


def count(connection: Connection) -> tuple[int, int]:
    """How many words the case holds, and the number of the newest: other words, other numbers."""
    query = select(func.count(), func.coalesce(func.max(words.c.id), 0))
    amount, newest = connection.execute(query).one()
    return int(amount), int(newest)


def _insert(connection: Connection, texts: Sequence[dict[str, Any]]) -> None:
    if not texts:
        return
    own = {text["seq"]: sorted({*text["folded"].split()} - {PARTED}) for text in texts}
    numbers = _known(connection, {word for each in own.values() for word in each})
    connection.execute(insert(findable), texts)
    stand = [{"word": numbers[word], "document": seq} for seq, each in own.items() for word in each]
    for start in range(0, len(stand), BATCH):
        connection.execute(insert(occurrences), stand[start : start + BATCH])


def _read(row: Row) -> dict[str, Any]:
    """By what the document of a stored row is found."""
    try:
        document = document_rows.document_of(row)
    except (InputError, Refused):
        return _found_by(row["id"], row["seq"], row["name"], None, (row["name"],))
    return _row(row["seq"], document)


def _row(seq: int, document: Document) -> dict[str, Any]:
    publisher = document.publisher
    names = () if publisher is None else (publisher.name, *publisher.aliases)
    parts = (document.name, document.title, *names, document.author, document.text)
    return _found_by(document.id, seq, document.title or document.name, publisher, parts)


def _found_by(
    document: str, seq: int, called: str, publisher: Source | None, parts: Sequence[str]
) -> dict[str, Any]:
    name = "" if publisher is None else publisher.name
    folded = f" {PARTED} ".join(" ".join(words_of(part)) for part in parts)
    return {
        "document": document,
        "seq": seq,
        "title": " ".join(words_of(called)),
        "publisher": rows.storable(name),
        "lineage": "" if publisher is None else publisher.lineage.value,
        "folded": f" {rows.storable(folded)} ",
    }


def _known(connection: Connection, wanted: set[str]) -> dict[str, int]:
    """The number of each word; words that the case did not hold are added."""
    numbers = _numbers(connection, wanted)
    first = (connection.scalar(select(func.max(words.c.id))) or 0) + 1
    new = {word: number for number, word in enumerate(sorted(wanted - numbers.keys()), first)}
    added = [{"id": number, "word": word, "bare": bare(word)} for word, number in new.items()]
    for start in range(0, len(added), BATCH):
        connection.execute(insert(words), added[start : start + BATCH])
    return numbers | new


def _numbers(connection: Connection, wanted: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _PART):
        part = ordered[start : start + _PART]
        query = select(words.c.word, words.c.id).where(words.c.word.in_(part))
        found.update((row.word, row.id) for row in connection.execute(query))
    return found
