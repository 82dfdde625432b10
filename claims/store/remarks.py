"""Rows of remarks: marks on claims, notes, tags, links; appended, never changed.

A line is what one person says of one thing under one head: their mark of a claim, one tag, one note, one link. A note
or a link is a line of its own, named by a hash of who began it, when and with what, so that copies of a case that grew
apart can be brought together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, and_, or_, select

from claims.model import Content, Matter, PairKey, Remark, RemarkKind, Tag, Thing, Topic
from claims.model.plain import dumps, to_plain
from claims.model.remark import KINDS
from claims.store import line_rows, lines, rows
from claims.store.audit import Row
from claims.store.lines import Line
from claims.store.originals import sha256
from claims.store.schema import pairs, remarks
from claims.store.writer import Writer

_NAMED: Final = 16
"""Hex digits that name the line of a note or a link."""


def kind_of(content: Content) -> RemarkKind:
    """Mark, note, tag or link."""
    return next(kind for kind, form in KINDS.items() if isinstance(content, form))


def line_of(topic: Topic, content: Content, *, by: str, at: str) -> Line:
    """The line that a remark begins or goes on."""
    kind = kind_of(content)
    head = {
        RemarkKind.MARK: "mark",
        RemarkKind.TAG: f"tag {content.name}" if isinstance(content, Tag) else "",
    }.get(kind) or f"{kind.value} {_hash(topic, content, by, at)}"
    return _line(topic, kind, by, head)


def _hash(topic: Topic, content: Content, by: str, at: str) -> str:
    said = dumps([topic.thing.value, topic.id, by, at, to_plain(content)])
    return sha256(said.encode())[:_NAMED]


def _line(topic: Topic, kind: RemarkKind, by: str, head: str) -> Line:
    return {
        "thing": topic.thing.value,
        "topic": topic.id,
        "kind": kind.value,
        "author": by,
        "line": head,
    }


def line_of_row(row: Row) -> Line:
    """The line that a row belongs to."""
    return {name: row[name] for name in ("thing", "topic", "kind", "author", "line")}


def append(
    writer: Writer,
    line: Line,
    content: Content | None,
    *,
    at: str,
    token: str,
    undoes: int | None = None,
) -> Remark:
    """Add a row to a line; what stood there is superseded."""
    said: dict[str, Any] = {
        "made_at": at,
        "undoes": undoes,
        "token": token,
        "body": None if content is None else dumps(to_plain(content)),
    }
    return line_rows.remark_of(lines.append(writer, remarks, line, said))


def undo(writer: Writer, *, by: str, at: str, token: str) -> Remark | None:
    """Take back the newest remark of a person that was not taken back yet; None when there is none."""
    found = lines.newest_act(writer.connection, remarks, {"author": by}, line_of_row)
    if found is None:
        return None
    line = line_of_row(found)
    earlier = lines.act_before(writer.connection, remarks, line, found["id"])
    content = None if earlier is None else line_rows.remark_of(earlier).content
    return append(writer, line, content, at=at, token=token, undoes=found["id"])


def on_pairs(connection: Connection) -> Iterator[tuple[str, PairKey]]:
    """Who said something of which pair, of an answer or a ruling on it, or of a claim in it, the incident named by one, or what was concluded on either."""
    answer = pairs.c.left_claim + "~" + pairs.c.right_claim + "~"
    about = or_(
        and_(
            remarks.c.thing == Thing.DECISION.value,
            remarks.c.topic.startswith(answer, autoescape=False),
        ),
        and_(
            remarks.c.thing.in_((Thing.PAIR.value, Thing.RULING.value)),
            remarks.c.topic == pairs.c.left_claim + "~" + pairs.c.right_claim,
        ),
        and_(
            remarks.c.thing.in_((Thing.CLAIM.value, Thing.INCIDENT.value)),
            remarks.c.topic.in_((pairs.c.left_claim, pairs.c.right_claim)),
        ),
        and_(
            remarks.c.thing == Thing.CONCLUSION.value,
            or_(
                *(
                    remarks.c.topic == f"{matter}~" + side
                    for matter in Matter
                    for side in (pairs.c.left_claim, pairs.c.right_claim)
                )
            ),
        ),
    )
    query = select(remarks.c.author, pairs.c.left_claim, pairs.c.right_claim).join(pairs, about)
    for author, left, right in connection.execute(query.distinct()):
        yield author, PairKey(left, right)


def row_of(connection: Connection, number: int) -> Row | None:
    """The row of that number, None when there is none."""
    row = connection.execute(select(remarks).where(remarks.c.id == number)).first()
    return None if row is None else row._asdict()


def with_token(
    connection: Connection, author: str, token: str, *, undo: bool = False
) -> Remark | None:
    """The remark that this submission became, None when it is new."""
    row = lines.with_token(connection, remarks, {"author": author}, token, undo=undo)
    return None if row is None else line_rows.remark_of(row)


def found(
    connection: Connection,
    *,
    topics: Iterable[Topic] | None = None,
    kind: str = "",
    live: bool = True,
    left_out: rows.LeftOut | None = None,
) -> tuple[Remark, ...]:
    """Remarks in the order they were stored.

    Args:
        connection: an open transaction.
        topics: only those about these things; None: about anything.
        kind: only those of this kind, unless "".
        live: only what stands.
        left_out: told of each row that cannot be read; None raises what is wrong with it.
    """
    query = select(remarks).order_by(remarks.c.id)
    if live:
        query = query.where(remarks.c.live, remarks.c.body.is_not(None))
    if kind:
        query = query.where(remarks.c.kind == kind)
    if topics is not None:
        wanted = list(topics)
        query = query.where(remarks.c.topic.in_([rows.storable(each.id) for each in wanted]))
        query = query.where(remarks.c.thing.in_({each.thing.value for each in wanted}))
    read = (row._asdict() for row in connection.execute(query))
    return tuple(rows.readable(read, line_rows.remark_of, _name, left_out))


def _name(row: Row) -> str:
    return f"remark {row['id']}"
