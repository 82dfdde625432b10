"""Where two copies of a case went different ways, what a person calls that line, and how the rest of a file still gets in."""

from __future__ import annotations

from typing import Any, Final, NoReturn

from sqlalchemy import Table

from claims.errors import Refused
from claims.model import RemarkKind, Thing
from claims.store.audit import Row
from claims.store.grouping_rows import grouping_of
from claims.store.schema import comparisons, conclusions, descriptions, groupings, remarks

_SAID: Final = {
    "comparisons": ("body",),
    "decisions": ("mark", "relation", "decided_at", "seen", "token"),
    "adjudications": ("adjudicator", "body", "settled_at", "token"),
    "remarks": ("body", "made_at", "token"),
    "conclusions": ("body", "settled_at", "token"),
    "groupings": ("body", "made_at", "token"),
    "descriptions": ("author", "body", "made_at", "reason", "token"),
}
"""What a row of a line says: local numbers are no part of it."""


def rest(
    mine: list[dict[str, Any]], theirs: list[dict[str, Any]], table: Table, line: tuple[str, ...]
) -> list[dict[str, Any]]:
    """What ``theirs`` has beyond ``mine``; one must be the beginning of the other.

    A tag that each side gave once is the same tag, whenever each gave it: there is nothing else in it.

    Args:
        mine: the rows of a line here, oldest first.
        theirs: those of the same line in the other case; at least one.
        table: the one they are of.
        line: what all of them share.

    Raises:
        Refused: both went different ways.
    """
    once = len(mine) == len(theirs) == 1
    alike = once and table is remarks and theirs[0]["kind"] == RemarkKind.TAG.value
    said = ("body",) if alike else _SAID[table.name]
    if any(
        own[column] != row[column]
        for own, row in zip(mine, theirs, strict=False)
        for column in said
    ):
        _refuse(table, line, theirs[0])
    return theirs[len(mine) :]


def _refuse(table: Table, line: tuple[str, ...], row: Row) -> NoReturn:
    if table is comparisons:
        raise Refused(
            f"{named(table, line)}: both cases went different ways.",
            next_step="Nothing was changed. Read the documents with the same program in both cases.",
        )
    raise Refused(
        f"{named(table, line)}: both cases went different ways.",
        next_step="Nothing was changed. What stands here stays. Whoever made the file leaves it out of a new one:"
        f" `claims dump --mine --without {_thing(table, row)}`.",
    )


def _thing(table: Table, row: Row) -> str:
    """The pair, claim or document that a line is about; of incidents that were joined or parted the first claim."""
    if table is conclusions:
        return str(row["topic"])
    if table is descriptions:
        return str(row["document"])
    if table is groupings:
        said = grouping_of(row).said
        return "" if said is None else said.claims[0]
    if table is not remarks:
        return f"{row['left_claim']}~{row['right_claim']}"
    parts = str(row["topic"]).split("~")
    return parts[-1] if row["thing"] == Thing.CONCLUSION.value else "~".join(parts[:2])


def named(table: Table, line: tuple[str, ...]) -> str:
    """What a person calls a line."""
    if table is remarks:
        return f"What {line[2]} wrote of {line[0]} {line[1]}"
    if table is conclusions:
        return f"What was concluded on {line[0]} {line[1]}"
    if table is groupings:
        return f"What {line[0]} said of incidents"
    if table is descriptions:
        return f"What was said of document {line[0]}"
    return f"Pair {'~'.join(line[:2])}{' of ' + line[2] if line[2:] else ''}"
