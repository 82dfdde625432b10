"""Which rows were written while a case was worked on by several, as its audit chain has it.

Whoever works alone may settle what they answered. That stays so when others join them: what was right then is wrong of nobody now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, or_, select

from claims.model import PairKey
from claims.model.plain import loads
from claims.store.audit import HANDED_ON, changes_of
from claims.store.moments import number_said
from claims.store.schema import adjudications, audit, decisions, facts, people

_SAID = (decisions, adjudications)


class Both(NamedTuple):
    """A ruling and an answer on one pair, of which the later one was written while several worked on the case."""

    key: PairKey
    settled_by: str
    answered_by: str


def both(connection: Connection, fact: str, *, now: bool) -> Iterator[Both]:
    """Every ruling beside every answer on its pair, where the later one of both was written in company; rows that take one back are none.

    Args:
        connection: an open transaction.
        fact: name of the fact that says how many people are asked.
        now: whether several work on the case now: of a part of a case, whose record begins with it, nothing else is known.
    """
    wrote = _written(connection, fact, now=now)
    query = (
        select(
            adjudications.c.id.label("ruling"),
            decisions.c.id.label("answer"),
            adjudications.c.adjudicator,
            decisions.c.reviewer,
            decisions.c.left_claim,
            decisions.c.right_claim,
        )
        .join(
            decisions,
            and_(
                decisions.c.left_claim == adjudications.c.left_claim,
                decisions.c.right_claim == adjudications.c.right_claim,
            ),
        )
        .where(adjudications.c.undoes.is_(None), decisions.c.undoes.is_(None))
    )
    for row in connection.execute(query.order_by(adjudications.c.id, decisions.c.id)):
        acts = (adjudications.name, row.ruling), (decisions.name, row.answer)
        _, in_company = max(wrote.get(act, (0, True)) for act in acts)
        if in_company:
            key = PairKey(row.left_claim, row.right_claim)
            yield Both(key, row.adjudicator, row.reviewer)


def _written(
    connection: Connection, fact: str, *, now: bool
) -> dict[tuple[str, int], tuple[int, bool]]:
    """The act that wrote each answer and ruling, and whether several worked on the case then."""
    found: dict[tuple[str, int], tuple[int, bool]] = {}
    named, asked, tables = False, 1, {table.name for table in _SAID}
    speaks = or_(
        *(
            audit.c.changes.contains(f'["{table.name}",', autoescape=True)
            for table in (*_SAID, facts, people)
        )
    )
    columns = (audit.c.seq, audit.c.action, audit.c.changes, audit.c.detail)
    for row in connection.execute(select(*columns).where(speaks).order_by(audit.c.seq)):
        for change in changes_of(row.changes):
            if change.table == people.name:
                named = True
            elif change.table == facts.name and change.key == fact:
                asked = number_said(loads(row.detail))
            elif change.table in tables:
                company = now if row.action == HANDED_ON else named or asked > 1
                found.setdefault((change.table, int(change.key)), (row.seq, company))
    return found
