"""How many pairs are suggested, by relation: counted when pairs are compared or taken over, not whenever somebody asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from claims.store.schema import pairs, tallies


def counts(connection: Connection) -> dict[str, int]:
    """Suggested pairs by suggested relation."""
    query = select(tallies.c.relation, tallies.c.pairs).where(tallies.c.pairs != 0)
    return {row.relation: row.pairs for row in connection.execute(query)}


def counted(connection: Connection) -> dict[str, int]:
    """The same, counted now."""
    query = select(pairs.c.relation, func.count().label("number")).where(pairs.c.live)
    found = connection.execute(query.group_by(pairs.c.relation))
    return {row.relation: row.number for row in found}


def rebuild(connection: Connection) -> None:
    """Count them all."""
    connection.execute(delete(tallies))
    rows = [
        {"relation": relation, "pairs": number}
        for relation, number in sorted(counted(connection).items())
    ]
    if rows:
        connection.execute(insert(tallies), rows)


def lessen(connection: Connection, relations: Iterable[str]) -> None:
    """Pairs of these relations are suggested no longer."""
    for relation, number in sorted(Counter(relations).items()):
        connection.execute(
            update(tallies)
            .where(tallies.c.relation == relation)
            .values(pairs=tallies.c.pairs - number)
        )
