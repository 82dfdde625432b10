"""What no rows of pairs and decisions can say together, though the chain may answer for each: a file is text that anybody can write.

A pair is at the version of its newest comparison; what was seen of it, and from where on answers count, are versions that it has; and a row
that takes a decision back says again what stood before.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from claims.model import Message
from claims.store.audit import Row, key_of
from claims.store.lines import taken_back
from claims.store.schema import comparisons, decisions, pairs

_VERSION: Final = Message(
    ar="نسخة الزوج ليست نسخة أحدث مقارناته، أو تنقصه مقارنة.",
    en="The pair is not at the version of its newest comparison, or one of its comparisons is missing.",
)
_ANEW: Final = Message(
    ar="النسخة التي تُحسب منها الإجابات عن الزوج ليست من نسخه.",
    en="From where on answers to the pair count is no version that it has.",
)
_SEEN: Final = Message(
    ar="القرار عن نسخة لم تكن للزوج قط.",
    en="The decision is on a version that the pair never had.",
)
_UNDONE: Final = Message(
    ar="السطر يسحب قراراً، ولا يقول ما كان قائماً قبله.",
    en="The row takes a decision back, and does not say what stood before it.",
)


class Beyond(NamedTuple):
    """A row that says what it cannot: its table, its key, what is wrong with it."""

    table: str
    key: str
    message: Message


def beyond(connection: Connection) -> Iterator[Beyond]:
    """Every such row of pairs and decisions."""
    yield from _pairs(connection)
    yield from _seen(connection)
    yield from _undone(connection)


def _pairs(connection: Connection) -> Iterator[Beyond]:
    both = and_(
        comparisons.c.left_claim == pairs.c.left_claim,
        comparisons.c.right_claim == pairs.c.right_claim,
    )
    columns = (pairs.c.left_claim, pairs.c.right_claim, pairs.c.version, pairs.c.anew)
    query = select(
        *columns,
        func.count(comparisons.c.version).label("count"),
        func.min(comparisons.c.version).label("first"),
        func.max(comparisons.c.version).label("last"),
    ).outerjoin(comparisons, both)
    query = query.group_by(*columns).order_by(pairs.c.left_claim, pairs.c.right_claim)
    for found in connection.execute(query):
        row = found._asdict()
        key, version = key_of(pairs, row), row["version"]
        if (row["count"], row["first"], row["last"]) != (version, 1, version):
            yield Beyond(pairs.name, key, _VERSION)
        if row["anew"] is not None and not 1 <= row["anew"] <= version:
            yield Beyond(pairs.name, key, _ANEW)


def _seen(connection: Connection) -> Iterator[Beyond]:
    both = and_(
        decisions.c.left_claim == pairs.c.left_claim,
        decisions.c.right_claim == pairs.c.right_claim,
    )
    query = select(decisions.c.id).join(pairs, both)
    query = query.where(or_(decisions.c.seen < 1, decisions.c.seen > pairs.c.version))
    for number in connection.scalars(query.order_by(decisions.c.id)):
        yield Beyond(decisions.name, str(number), _SEEN)


def _undone(connection: Connection) -> Iterator[Beyond]:
    """Undos that put other words into the mouth of whoever takes something back; rows of a line come in their order."""
    line = (decisions.c.left_claim, decisions.c.right_claim, decisions.c.reviewer)
    touched = select(*line).where(decisions.c.undoes.is_not(None)).distinct().subquery()
    here = and_(*(each == touched.c[each.name] for each in line))
    query = select(*line, decisions.c.id, decisions.c.mark, decisions.c.seen, decisions.c.undoes)
    query = query.join(touched, here).order_by(*line, decisions.c.id)
    rows = (row._asdict() for row in connection.execute(query))
    for _, said in groupby(rows, key=lambda row: tuple(row[each.name] for each in line)):
        for row, undone, before in taken_back(said):
            again = (None, undone and undone["seen"]) if before is None else _word(before)
            if undone is None or _word(row) != again:
                yield Beyond(decisions.name, str(row["id"]), _UNDONE)


def _word(row: Row) -> tuple[str | None, int]:
    return row["mark"], row["seen"]
