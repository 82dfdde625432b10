"""Documents by what stands in them, in the order that is asked for, a page at a time; the database does the work."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from claims.model import DocumentHead
from claims.model.query import DocumentsWanted
from claims.store import rows
from claims.store.schema import documents

_HEAD: Final = tuple(column for column in documents.columns if column.name != "body")
_ESCAPE: Final = "\\"
_ALIKE: Final = ("اأإآٱ", "ىيئ", "ةه", "وؤ")
"""Letters of Arabic that are written for each other; each of them is found in the place of another."""
_ANY: Final = {ord(letter): "_" for letters in _ALIKE for letter in letters}

_ORDERS: Final = {
    "added": (documents.c.seq.asc(),),
    "newest": (documents.c.seq.desc(),),
    "name": (documents.c.name.asc(), documents.c.seq.asc()),
    "published": (documents.c.published.asc(), documents.c.seq.asc()),
    "claims": (documents.c.claims.desc(), documents.c.seq.asc()),
    "problems": (documents.c.problems.desc(), documents.c.seq.asc()),
}


def found(
    connection: Connection, wanted: DocumentsWanted, *, offset: int, limit: int
) -> tuple[tuple[DocumentHead, ...], int]:
    """The documents of one page, and how many there are on all pages."""
    conditions = list(_conditions(wanted))
    total = connection.scalar(select(func.count()).select_from(documents).where(*conditions))
    query = select(*_HEAD).where(*conditions).order_by(*_ORDERS[wanted.order])
    page = connection.execute(query.offset(offset).limit(limit))
    return tuple(rows.head_of(row._asdict()) for row in page), int(total or 0)


def _conditions(wanted: DocumentsWanted) -> list[ColumnElement[bool]]:
    kept = [_says(word, wanted) for word in wanted.text.split()]
    if wanted.language:
        kept.append(documents.c.language == rows.storable(wanted.language))
    if wanted.problems:
        kept.append(documents.c.problems > 0)
    return kept


def _says(word: str, wanted: DocumentsWanted) -> ColumnElement[bool]:
    """Whether a word stands in the text, the name or the publisher of a document."""
    pattern = rows.storable(word)
    for sign in (_ESCAPE, "%", "_"):
        pattern = pattern.replace(sign, _ESCAPE + sign)
    if wanted.spellings:
        pattern = pattern.translate(_ANY)
    columns = (documents.c.body, documents.c.name, documents.c.publisher)
    return or_(*(column.ilike(f"%{pattern}%", escape=_ESCAPE) for column in columns))
