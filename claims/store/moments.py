"""When rows of decisions came into the case, and how many people it asked for then, as the audit chain has it.

Numbers of decisions tell an order, but not what came at once: a colleague's file brings all its rows in one act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, or_, select

from claims.model.plain import Plain, loads
from claims.store.audit import CLOSE, HANDED_ON, LOOKS, changes_of
from claims.store.schema import audit, decisions, facts

IN_SIGHT: Final = "others_in_sight"
TOLD_IN_SIGHT: Final[Mapping[str, Plain]] = {IN_SIGHT: True}
"""What the record says of an answer that was filled in a table where others' answers to the pair had been in sight."""

_TELL: Final = LOOKS | {HANDED_ON}
"""Acts that tell which answers were in whose hands, or came with how they were given."""


@dataclass(slots=True)
class Moments:
    """The acts that wrote decisions or changed how many people are asked.

    Attributes:
        decisions: number of the act that wrote each decision, by the decision's number.
        asked: how many people were asked, by the number of the act from which on.
        closed: numbers of the decisions that were made many at once, to pairs that are asked no more.
        in_sight: numbers of the decisions that were filled in a table where others' answers to the pair had been in sight.
        told: the acts by which somebody had hidden answers in hand, or was handed a part of a case: number, who, action, what the record
            says beside it.
    """

    decisions: dict[int, int] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    in_sight: set[int] = field(default_factory=set)
    told: list[tuple[int, str, str, Plain]] = field(default_factory=list)


def moments(connection: Connection, fact: str) -> Moments:
    """Read them from the chain.

    Args:
        connection: an open transaction.
        fact: name of the fact that says how many people are asked.
    """
    found, first = Moments(), 0
    before: tuple[str, ...] = ()
    for row in _rows(connection):
        act = (row.at, row.actor, row.action, row.subject)
        if act != before and row.action in _TELL:
            found.told.append((row.seq, row.actor, row.action, loads(row.detail)))
        first = first if act == before else row.seq
        before = act
        for change in changes_of(row.changes):
            if change.table == decisions.name and int(change.key) not in found.decisions:
                found.decisions[int(change.key)] = first
                if row.action == CLOSE:
                    found.closed.add(int(change.key))
                if IN_SIGHT in row.detail and loads(row.detail) == TOLD_IN_SIGHT:
                    found.in_sight.add(int(change.key))
            elif change.table == facts.name and change.key == fact:
                found.asked[first] = number_said(loads(row.detail))
    return found


def _rows(connection: Connection) -> Iterator[Any]:
    """The rows of the chain that speak of decisions or facts, looks and parts that were handed on; a large act is several rows behind each other."""
    speaks = or_(
        audit.c.action.in_(sorted(_TELL)),
        *(
            audit.c.changes.contains(f'["{table.name}",', autoescape=True)
            for table in (decisions, facts)
        ),
    )
    columns = (audit.c.seq, audit.c.at, audit.c.actor, audit.c.action, audit.c.subject)
    query = select(*columns, audit.c.changes, audit.c.detail).where(speaks).order_by(audit.c.seq)
    return iter(connection.execute(query))


def number_said(detail: Plain) -> int:
    """How many people are asked from an act on, by what it says."""
    new = detail.get("new") if isinstance(detail, dict) else None
    return new if isinstance(new, int) else 1
