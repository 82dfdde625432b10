"""By what documents are found and called: their words, folded, which word stands in which document, their headlines. Made anew from them.

A folded text holds name, title, publisher, author and text of a document, in this order, as words with a space around
each and `PARTED` between them: a phrase never runs from one into the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from claims.errors import InputError, Refused
from claims.model import Document, Extraction, Source
from claims.store import document_rows, readings, rows
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
    for part in _parts(connection):
        _insert(connection, [_read(row, body) for row, body in part])


def add(connection: Connection, extraction: Extraction, seq: int) -> None:
    """Write it down for a new document."""
    _insert(connection, [_row(seq, extraction.document, extraction.headline)])


def recall(connection: Connection, document: str) -> None:
    """Write down anew what a document is called that was read again; its words are those of before."""
    row = connection.execute(select(documents).where(documents.c.id == document)).one()._asdict()
    own = document_rows.document_of(row)
    called = _called(own, _headline(own, readings.body(connection, document) or ""))
    connection.execute(update(findable).where(findable.c.document == document).values(**called))


def renew(connection: Connection, document: str) -> None:
    """Write it down anew for a document of which something else is said now."""
    row = connection.execute(select(documents).where(documents.c.id == document)).one()
    old = connection.scalar(select(findable.c.folded).where(findable.c.document == document))
    own = document_rows.document_of(row._asdict())
    new = _row(row.seq, own, _headline(own, readings.body(connection, document) or ""))
    either = {*(old or "").split(), *new["folded"].split()}
    for number in _numbers(connection, either).values():
        own = (occurrences.c.word == number) & (occurrences.c.document == row.seq)
        connection.execute(delete(occurrences).where(own))
    connection.execute(delete(findable).where(findable.c.document == document))
    _insert(connection, [new])


def amiss(connection: Connection) -> Iterator[tuple[str, str]]:
    """Table and key of what does not follow from the documents; documents that cannot be read are left out."""
    noted = {row.document: _noted(row._asdict()) for row in connection.execute(select(findable))}
    stand = _standing(connection)
    for found, body in chain.from_iterable(_parts(connection)):
        try:
            document = document_rows.document_of(found)
        except (InputError, Refused):
            continue
        own = _row(found["seq"], document, _headline(document, body))
        if noted.get(document.id) != own:
            yield "findable", document.id
        if stand.get(own["seq"], set()) != {*own["folded"].split()} - {PARTED}:
            yield "occurrences", document.id
    for row in connection.execute(select(words).order_by(words.c.id)):
        if row.bare != bare(row.word):
            yield "words", str(row.id)


def _noted(row: Row) -> Row:
    """A row with what an index is to hold as it is written now: an older program wrote long names whole."""
    return {**row, **{name: rows.keyed(row[name]) for name in ("title", "publisher")}}


def _parts(connection: Connection) -> Iterator[list[tuple[Row, str]]]:
    """The rows of all documents, some at a time, each with the body of what was read in it newest."""
    query = select(documents).order_by(documents.c.seq)
    for part in connection.execute(query).partitions(_FEW):
        bodies = readings.bodies(connection, [row.id for row in part])
        yield [(row._asdict(), bodies.get(row.id, "")) for row in part]


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


def _read(row: Row, reading: str) -> dict[str, Any]:
    """By what the document of a stored row is found, with the body of what was read in it."""
    try:
        document = document_rows.document_of(row)
    except (InputError, Refused):
        called = {"title": _title(row["name"]), "headline": ""}
        return _found_by(row["id"], row["seq"], called, None, (row["name"],))
    return _row(row["seq"], document, _headline(document, reading))


def _headline(document: Document, reading: str) -> str:
    """What stands above it; "" where what was read cannot be read, which the check of digests tells."""
    try:
        return document_rows.headline_of(document, reading)
    except (InputError, Refused):
        return ""


def _row(seq: int, document: Document, headline: str) -> dict[str, Any]:
    publisher = document.publisher
    names = () if publisher is None else (publisher.name, *publisher.aliases)
    parts = (document.name, document.title, *names, document.author, document.text)
    return _found_by(document.id, seq, _called(document, headline), publisher, parts)


def _called(document: Document, headline: str) -> dict[str, str]:
    """What it is called, folded, as lists are ordered by it; and what stands above it."""
    called = document.title or headline or document.name
    return {"title": _title(called), "headline": rows.storable(headline)}


def _title(called: str) -> str:
    """As which a document stands in lists that are ordered by what documents are called."""
    return rows.keyed(" ".join(words_of(called)))


def _found_by(
    document: str,
    seq: int,
    called: Mapping[str, str],
    publisher: Source | None,
    parts: Sequence[str],
) -> dict[str, Any]:
    name = "" if publisher is None else publisher.name
    folded = f" {PARTED} ".join(" ".join(words_of(part)) for part in parts)
    return {
        "document": document,
        "seq": seq,
        **called,
        "publisher": rows.keyed(name),
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
