"""Documents by what stands in them, in the order that is asked for, a page at a time; the database does the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from claims.model import Document, DocumentHead
from claims.model.query import DocumentsWanted
from claims.store import answers, document_rows, rows
from claims.store import findable as lookup
from claims.store.audit import Row
from claims.store.documents import name_of
from claims.store.schema import (
    claims,
    descriptions,
    documents,
    findable,
    occurrences,
    pairs,
    words,
)
from claims.text.lookup import Term, bare, errors_allowed, near, terms

_HEAD: Final = tuple(column for column in documents.columns if column.name != "body")
_UNDATED: Final = documents.c.published == ""
_ORDERS: Final[dict[str, tuple[ColumnElement[Any], ...]]] = {
    "added": (documents.c.seq.asc(),),
    "newest": (documents.c.seq.desc(),),
    "name": (findable.c.title.asc(), documents.c.seq.asc()),
    "publisher": (
        (findable.c.publisher == "").asc(),
        findable.c.publisher.asc(),
        documents.c.seq.asc(),
    ),
    "claims": (documents.c.claims.desc(), documents.c.seq.asc()),
    "problems": (documents.c.problems.desc(), documents.c.seq.asc()),
}
Vocabulary = Callable[[Connection, int, int], Sequence[tuple[int, str]]]
"""Words of the case by their numbers, from one length of the bare word to another."""

_LAST_DAY: Final = "\uffff"
"""Behind every date that begins with the same letters."""


def found(
    connection: Connection,
    wanted: DocumentsWanted,
    who: str,
    *,
    page: range,
    vocabulary: Vocabulary = lookup.vocabulary,
    left_out: rows.LeftOut | None = None,
) -> tuple[tuple[DocumentHead, ...], int]:
    """The documents of one page, and how many there are on all pages.

    Args:
        connection: an open transaction.
        wanted: what is asked for.
        who: asks; whose answers `DocumentsWanted.state` speaks of.
        page: which of them, counted from 0.
        vocabulary: gives the words of the case from one length to another.
        left_out: told of each document that cannot be read; None raises what is wrong with it.
    """
    conditions = _conditions(connection, wanted, who, vocabulary)
    joined = documents.join(findable, findable.c.document == documents.c.id)
    total = connection.scalar(select(func.count()).select_from(joined).where(*conditions))
    query = select(*_HEAD).select_from(joined).where(*conditions)
    query = query.order_by(*_order(connection, wanted.order)).offset(page.start).limit(len(page))
    listed = (row._asdict() for row in connection.execute(query))
    heads = rows.readable(listed, document_rows.head_of, name_of, left_out)
    return tuple(heads), int(total or 0)


def texts(
    connection: Connection, wanted: Sequence[str], left_out: rows.LeftOut | None = None
) -> dict[str, Document]:
    """The documents of these ids with their texts; ``left_out`` as in `found`."""
    query = select(documents).where(documents.c.id.in_(wanted))
    listed = (row._asdict() for row in connection.execute(query))
    read = rows.readable(listed, document_rows.document_of, name_of, left_out)
    return {document.id: document for document in read}


def headlines(connection: Connection, wanted: Sequence[str]) -> dict[str, str]:
    """The headlines of the documents of these ids, "" where there is none."""
    query = select(findable.c.document, findable.c.headline)
    listed = connection.execute(query.where(findable.c.document.in_(wanted)))
    return {row.document: row.headline for row in listed}


def undated(connection: Connection) -> int:
    """How many documents have no date of publication."""
    query = select(func.count()).select_from(documents).where(_UNDATED)
    return int(connection.scalar(query) or 0)


def unpublished(
    connection: Connection, left_out: rows.LeftOut
) -> tuple[tuple[DocumentHead, str], ...]:
    """The documents of which nobody says who published them, as they were added, with their headlines; ``left_out`` as in `found`."""
    joined = documents.outerjoin(findable, findable.c.document == documents.c.id)
    query = select(*_HEAD, func.coalesce(findable.c.headline, "").label("headline"))
    query = query.select_from(joined).where(documents.c.publisher.is_(None))
    listed = (row._asdict() for row in connection.execute(query.order_by(documents.c.seq)))
    return tuple(rows.readable(listed, _headed, name_of, left_out))


def _headed(row: Row) -> tuple[DocumentHead, str]:
    return document_rows.head_of(row), row["headline"]


def publishers(connection: Connection, most: int) -> tuple[str, ...]:
    """The names of those who published documents of the case, most documents first."""
    query = select(findable.c.publisher).where(findable.c.publisher != "")
    counted = query.group_by(findable.c.publisher).order_by(
        func.count().desc(), findable.c.publisher
    )
    return tuple(connection.scalars(counted.limit(most)))


def _order(connection: Connection, name: str) -> tuple[ColumnElement[Any], ...]:
    published = _published(connection)
    dated: dict[str, tuple[ColumnElement[Any], ...]] = {
        "published": (_UNDATED.asc(), published.asc(), documents.c.seq.asc()),
        "latest": (published.desc(), documents.c.seq.asc()),
    }
    return dated.get(name) or _ORDERS[name]


def _published(connection: Connection) -> ColumnElement[str]:
    """The date of a document, sorted by code points whatever the language of the server."""
    on_a_server = connection.dialect.name == "postgresql"
    return documents.c.published.collate("C") if on_a_server else documents.c.published


def _conditions(
    connection: Connection, wanted: DocumentsWanted, who: str, vocabulary: Vocabulary
) -> list[ColumnElement[bool]]:
    known = vocabulary if wanted.fuzzy else None
    kept = [_stands(connection, term, known) for term in terms(rows.storable(wanted.text))]
    for column, value in (
        (documents.c.language, wanted.language),
        (findable.c.publisher, wanted.publisher),
        (findable.c.lineage, wanted.lineage),
    ):
        if value:
            kept.append(column == rows.keyed(value))
    if wanted.since:
        kept.append(_not_before(connection, rows.storable(wanted.since)))
    if wanted.until:
        until = rows.storable(wanted.until) + _LAST_DAY
        kept.append(and_(documents.c.published != "", _published(connection) <= until))
    if wanted.state:
        kept.append(_STATES[wanted.state](who))
    return kept


def _not_before(connection: Connection, since: str) -> ColumnElement[bool]:
    """Whether a document may be as late as a day: of its month or year alone it is where nothing more exact is said."""
    year, *rest = since.split("-")
    less_exact = (year, *("-".join((year, *rest[:count])) for count in range(1, len(rest))))
    return or_(_published(connection) >= since, documents.c.published.in_(less_exact))


def _stands(
    connection: Connection, term: Term, vocabulary: Vocabulary | None
) -> ColumnElement[bool]:
    """Whether a document holds what is looked for; with a vocabulary, also what is nearly written so."""
    if len(term.words) == 1 and not term.exact:
        (word,) = term.words
        return _holds(_nearly(connection, word, vocabulary) if vocabulary else _like(word))
    phrase = " ".join(term.words)
    opened = " " if term.opens else ""
    closed = " " if term.closes else ""
    whole = findable.c.folded.contains(f"{opened}{phrase}{closed}", autoescape=True)
    each = (_holds(_like(word)) for word in term.words)
    return and_(*each, whole)


def _like(word: str) -> ColumnElement[bool]:
    """The words of the case that hold this one; a number is the whole of one."""
    return (
        words.c.word == word if word.isdecimal() else words.c.word.contains(word, autoescape=True)
    )


def _nearly(connection: Connection, word: str, vocabulary: Vocabulary) -> ColumnElement[bool]:
    """The words of the case that hold this one or are nearly written so."""
    holds = _like(word)
    errors = errors_allowed(word)
    if not errors:
        return holds
    length = len(bare(word))
    known = vocabulary(connection, length - errors, length + errors)
    numbers = [known[place][0] for place in near(word, [each for _, each in known])[:_MOST_NEAR]]
    return or_(holds, words.c.id.in_(numbers)) if numbers else holds


_MOST_NEAR: Final = 300
"""Near words that are looked for, the nearest of them."""


def _holds(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether one of these words stands in a document."""
    numbers = select(words.c.id).where(which)
    return documents.c.seq.in_(
        select(occurrences.c.document).where(occurrences.c.word.in_(numbers))
    )


def _waits(who: str) -> ColumnElement[bool]:
    """Whether a claim of a document stands in a suggested pair that this person has not answered."""
    return documents.c.id.in_(_documents_of(_unanswered(who)))


def _answered(who: str) -> ColumnElement[bool]:
    """Whether claims of a document stand in suggested pairs, and this person has answered all of them."""
    some = documents.c.id.in_(_documents_of(pairs.c.live))
    return and_(some, documents.c.id.not_in(_documents_of(_unanswered(who))))


def _unanswered(who: str) -> ColumnElement[bool]:
    return and_(pairs.c.live, ~answers.by(who))


def _documents_of(which: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a query of ids
    """The documents of both claims of these pairs."""
    left, right = (
        select(claims.c.document).join(pairs, side == claims.c.id).where(which)
        for side in (pairs.c.left_claim, pairs.c.right_claim)
    )
    return left.union(right)


def _described(_: str) -> ColumnElement[bool]:
    return select(descriptions.c.id).where(descriptions.c.document == documents.c.id).exists()


def _undated(_: str) -> ColumnElement[bool]:
    return _UNDATED


def _unattributed(_: str) -> ColumnElement[bool]:
    return findable.c.publisher == ""


_STATES: Final = {
    "problems": lambda _: documents.c.problems > 0,
    "open": _waits,
    "answered": _answered,
    "silent": lambda _: documents.c.claims == 0,
    "described": _described,
    "undated": _undated,
    "unattributed": _unattributed,
}
