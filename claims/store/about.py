"""All that people said of one thing, in every table, so that a part of the case can leave it out and nothing in it refers to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from claims.model import Matter, PairKey, Thing
from claims.store.schema import (
    adjudications,
    conclusions,
    decisions,
    descriptions,
    groupings,
    remarks,
)

Numbers: TypeAlias = Mapping[str, frozenset[int]]
"""Numbers of rows by the table that they are of."""


def said_of_pair(connection: Connection, key: PairKey) -> Numbers:
    """Answers to a pair, rulings on it, and remarks on it, on an answer or on a ruling."""
    name = str(key)
    on_it = and_(
        remarks.c.thing.in_((Thing.PAIR.value, Thing.RULING.value)), remarks.c.topic == name
    )
    on_answers = and_(
        remarks.c.thing == Thing.DECISION.value,
        remarks.c.topic.startswith(f"{name}~", autoescape=True),
    )
    return {
        table.name: _numbers(
            connection, table, (table.c.left_claim == key.left) & (table.c.right_claim == key.right)
        )
        for table in (decisions, adjudications)
    } | {remarks.name: _numbers(connection, remarks, or_(on_it, on_answers))}


def said_of_claim(connection: Connection, claim: str) -> Numbers:
    """Marks and remarks on a claim, the same on the incident named by it, words that group it, what was concluded on either."""
    on_it = and_(
        remarks.c.thing.in_((Thing.CLAIM.value, Thing.INCIDENT.value)), remarks.c.topic == claim
    )
    on_conclusions = and_(
        remarks.c.thing == Thing.CONCLUSION.value,
        remarks.c.topic.in_([f"{matter.value}~{claim}" for matter in Matter]),
    )
    grouping = select(groupings.c.line).where(
        groupings.c.body.contains(f'"{claim}"', autoescape=True)
    )
    return {
        remarks.name: _numbers(connection, remarks, or_(on_it, on_conclusions)),
        conclusions.name: _numbers(connection, conclusions, conclusions.c.topic == claim),
        groupings.name: _numbers(connection, groupings, groupings.c.line.in_(grouping)),
    }


def said_of_document(connection: Connection, document: str) -> Numbers:
    """Remarks on a document and what is said to be its publisher, day or address."""
    on_it = and_(remarks.c.thing == Thing.DOCUMENT.value, remarks.c.topic == document)
    return {
        remarks.name: _numbers(connection, remarks, on_it),
        descriptions.name: _numbers(connection, descriptions, descriptions.c.document == document),
    }


def _numbers(connection: Connection, table: Table, which: ColumnElement[bool]) -> frozenset[int]:
    return frozenset(connection.scalars(select(table.c.id).where(which)))
