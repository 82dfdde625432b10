"""Take what another copy of a case has and this one lacks; or nothing, when both say different things of the same.

Both copies grew from the same documents. What may differ is only how far each has come: documents the other does not
have yet, further readings of a document, edits, further versions of a pair, further rows of a reviewer's line on a
pair or of what is said of a document. One side is then the beginning of the other, and the longer one is taken; edits of different claims stand
together. Numbers of rows are local; a row is known by what it says. Which claims stand afterwards is for the caller to
settle, in the same transaction (`Merged.unsettled`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, func, select

from claims.errors import Refused
from claims.store import descriptions as described
from claims.store import people
from claims.store.audit import Row
from claims.store.bringing import PERSON
from claims.store.forks import named, rest
from claims.store.line_rows import TAKES_BACK
from claims.store.lines import append, append_rest
from claims.store.merge_readings import merge_edits, merge_readings, read_again_or_edited
from claims.store.pairing import Ended, Rank, ask_no_more
from claims.store.rows import comparison_of, key_of_pair
from claims.store.schema import (
    adjudications,
    claims,
    comparisons,
    conclusions,
    decisions,
    descriptions,
    documents,
    edits,
    extractions,
    former_claims,
    groupings,
    pairs,
    problems,
    readings,
    remarks,
)
from claims.store.writer import Writer

K = TypeVar("K", bound=tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Merged:
    """How much was taken over: documents, versions of pairs, rows of decisions, of edits, of all else that people said.

    ``readings`` are those of documents that both hold; ``compared`` are versions of pairs of claims that both hold; ``words`` are the parties and places of the case's own list; ``unsettled`` are the documents in which other claims may stand now.
    """

    documents: int
    pairs: int
    decisions: int
    edits: int = 0
    further: int = 0
    unsettled: tuple[str, ...] = ()
    words: int = 0
    readings: int = 0
    compared: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """How pairs are brought together.

    Attributes:
        here: on which pairs blindness has ended in the case.
        there: on which it has ended in the other copy of it.
        asked: how many people are asked about each pair here.
        rank: where a pair stands in the queue.
    """

    here: Ended
    there: Ended
    asked: int
    rank: Rank


def merge(writer: Writer, other: Connection, rules: Rules) -> Merged:
    """Write into the open case what ``other`` has more.

    Raises:
        Refused: both say different things under one name; the caller's transaction is undone by it.
    """
    held = frozenset(writer.connection.scalars(select(claims.c.id)))
    new, shared = _merge_documents(writer, other)
    before = _count(writer.connection, readings)
    merge_readings(writer, other, shared)
    read = _count(writer.connection, readings) - before
    edited = merge_edits(writer, other, shared)
    versions, compared = _merge_pairs(writer, other, rules, held)
    behind = writer.connection.scalar(select(func.max(decisions.c.id))) or 0
    rows = _merge_lines(writer, other, decisions, (*_PAIR, "reviewer"))
    ask_no_more(writer, rules.asked, behind)
    further = 0
    for table, line in (
        (adjudications, _PAIR),
        (remarks, _REMARK),
        (groupings, _WORD),
        (descriptions, _DOCUMENT),
    ):
        further += _merge_lines(writer, other, table, line)
    further += _merge_conclusions(writer, other)
    described.settle_all(writer, shared)
    words = _merge_words(writer, other)
    unsettled = read_again_or_edited(writer.connection)
    return Merged(new, versions, rows, edited, further, unsettled, words, read, compared)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _merge_words(writer: Writer, other: Connection) -> int:
    """Take over parties and places that only the other case adds, and tell how many; where both say something, this one's words stay."""
    count = 0
    for beginning in people.WORDS:
        mine = people.facts_under(writer.connection, beginning)
        for name, body in people.facts_under(other, beginning).items():
            if name not in mine:
                people.put_fact(writer, name, body)
                count += 1
    return count


_PAIR: Final = ("left_claim", "right_claim")
_REMARK: Final = ("thing", "topic", "author", "line", "kind")
_MATTER: Final = ("matter", "topic", "settler")
_WORD: Final = ("author", "line")
_DOCUMENT: Final = ("document",)


def sizes(connection: Connection) -> Merged:
    """How much a case holds."""
    new, versions, decided, edited, *further = (
        connection.scalar(select(func.count()).select_from(table)) or 0
        for table in (
            documents,
            comparisons,
            decisions,
            edits,
            adjudications,
            remarks,
            conclusions,
            groupings,
            descriptions,
        )
    )
    return Merged(new, versions, decided, edited, sum(further))


def _rows(connection: Connection, table: Table, *order: str) -> list[dict[str, Any]]:
    columns = [table.c[name] for name in order] or list(table.primary_key.columns)
    return [row._asdict() for row in connection.execute(select(table).order_by(*columns))]


def _merge_documents(writer: Writer, other: Connection) -> tuple[int, set[str]]:
    """Take over documents with all that was read in them; gives how many, and the ids of those that both hold."""
    theirs = _rows(other, documents, "seq")
    known = _known(writer.connection, documents, theirs, "sha256")
    _number(writer, documents, [row for row in theirs if row["id"] not in known])
    for table in (extractions, readings):
        writer.insert(table, [row for row in _rows(other, table) if row["document"] not in known])
    new: set[str] = set()
    for table in (claims, problems):
        rows = [row for row in _rows(other, table, "seq") if row["document"] not in known]
        _number(writer, table, rows)
        new |= {row["id"] for row in rows} if table is claims else set()
    writer.insert(
        former_claims, [row for row in _rows(other, former_claims) if row["claim"] in new]
    )
    return len(theirs) - len(known), known


def _number(writer: Writer, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows under the numbers that come next here."""
    first = writer.next_number(table, "seq")
    writer.insert(table, [row | {"seq": seq} for seq, row in enumerate(rows, first)])


def _known(
    connection: Connection, table: Table, theirs: list[dict[str, Any]], content: str
) -> set[str]:
    """The ids that are here too; refuse when one has another content here."""
    mine = {row["id"]: row[content] for row in _rows(connection, table)}
    known = {row["id"] for row in theirs if row["id"] in mine}
    for row in theirs:
        if row["id"] in known and mine[row["id"]] != row[content]:
            raise Refused(
                f"Both cases hold {row['id']} in {table.name}, but not with the same content.",
                next_step="Nothing was changed. Read the documents with the same program in both cases.",
            )
    return known


def _merge_pairs(
    writer: Writer, other: Connection, rules: Rules, held: frozenset[str]
) -> tuple[int, int]:
    """Take over pairs and versions, and tell how many versions, and how many of these are of two claims that were ``held`` here before.

    Of a pair on both sides the newer version says whether it is suggested.

    Where blindness has ended here, every answer counts that did; else where it has ended there, those that do there; else only
    answers to the newest version. Where a pair stands in the queue follows from its comparison, whatever the other copy says.
    """
    mine = {_pair(row): row for row in _rows(writer.connection, pairs)}
    came = _by(_rows(other, comparisons), _pair)
    theirs = [
        {**row, "rank": rules.rank(comparison_of(came[_pair(row)][-1]))}
        if row["version"] > mine.get(_pair(row), _UNKNOWN)["version"]
        else row
        for row in _rows(other, pairs)
    ]
    writer.insert(pairs, [row for row in theirs if _pair(row) not in mine])
    both = [(mine[_pair(row)], row) for row in theirs if _pair(row) in mine]
    apart = [(own, row) for own, row in both if _says(own) != _says(row)]
    keys = {key_of_pair(row) for _, row in apart}
    here, there = rules.here(keys), rules.there(keys)
    for own, row in apart:
        key, newer = key_of_pair(row), row["version"] > own["version"]
        anew = own["anew"]
        if key not in here:
            anew = row["anew"] if key in there else row["version"] if newer else anew
        says = {**(row if newer else {}), "anew": anew}
        values = {name: value for name, value in says.items() if own[name] != value}
        if values:
            writer.update(pairs, own, values)
    versions = _by(_rows(writer.connection, comparisons), _pair)
    new: list[dict[str, Any]] = []
    for pair, rows in came.items():
        new.extend(rest(versions.get(pair, []), rows, comparisons, pair))
    writer.insert(comparisons, new)
    return len(new), sum(held.issuperset(_pair(row)) for row in new)


_UNKNOWN: Final[Row] = {"version": 0}


def _says(row: Row) -> tuple[int, int | None]:
    return row["version"], row["anew"]


def _pair(row: Row) -> tuple[str, str]:
    return row["left_claim"], row["right_claim"]


def _by(rows: list[dict[str, Any]], key: Callable[[Row], K]) -> dict[K, list[dict[str, Any]]]:
    return {name: list(group) for name, group in groupby(sorted(rows, key=key), key)}


def _merge_lines(writer: Writer, other: Connection, table: Table, line: tuple[str, ...]) -> int:
    """Append the rows that only the other side has, in the order in which they were stored there."""

    def name(row: Row) -> tuple[str, ...]:
        return tuple(row[column] for column in line)

    mine = _by(_rows(writer.connection, table), name)
    theirs = _by(_rows(other, table), name)
    new: list[dict[str, Any]] = []
    for own, rows in theirs.items():
        new.extend(rest(mine.get(own, []), rows, table, own))
    _check_tokens(_rows(writer.connection, table), new, table)
    for row in sorted(new, key=lambda row: int(row["id"])):
        append_rest(writer, table, mine.setdefault(name(row), []), theirs[name(row)], row)
    return len(new)


def _merge_conclusions(writer: Writer, other: Connection) -> int:
    """Append what each person concluded that only the other side has, in the order in which it was stored there, and tell how many.

    Several people write to a line, and not everybody may know of each other's words in it: so what one of them said is held against
    their own words only, and none of them is refused for what another one said here.
    """

    def name(row: Row) -> tuple[str, ...]:
        return tuple(row[column] for column in _MATTER)

    def plain(row: dict[str, Any]) -> dict[str, Any]:
        return row if row["undoes"] is None else row | {"body": TAKES_BACK}

    mine = _by([plain(row) for row in _rows(writer.connection, conclusions)], name)
    theirs = _by([plain(row) for row in _rows(other, conclusions)], name)
    new: list[dict[str, Any]] = []
    here: dict[int, int] = {}
    for own, rows in theirs.items():
        known = mine.get(own, [])
        new.extend(rest(known, rows, conclusions, own))
        here |= {their["id"]: row["id"] for their, row in zip(rows, known, strict=False)}
    _check_tokens(_rows(writer.connection, conclusions), new, conclusions)
    said_by = {row["id"]: name(row) for rows in theirs.values() for row in rows}
    for row in sorted(new, key=lambda row: int(row["id"])):
        undone = row["undoes"]
        if undone is not None and (undone not in here or said_by.get(undone) != name(row)):
            raise Refused(
                f"{named(conclusions, name(row))}: {row['settler']} takes back what they did not say.",
                next_step="Nothing was changed. Everybody takes back their own words; ask who made the file.",
            )
        line = {column: row[column] for column in ("matter", "topic")}
        said = {column: row[column] for column in ("settler", "settled_at", "token", "body")}
        said["undoes"] = None if undone is None else here[undone]
        added = append(writer, conclusions, line, said)
        here[row["id"]] = added["id"]
    return len(new)


def _check_tokens(mine: list[dict[str, Any]], new: list[dict[str, Any]], table: Table) -> None:
    """Refuse a row whose submission became another row here; nobody uses a token twice."""
    person = PERSON[table.name]
    taken = {(row[person], row["token"]) for row in mine if row["token"]}
    for row in new:
        if (row[person], row["token"]) in taken:
            raise Refused(
                f"Both cases hold a submission of {row[person]} under one token, each saying something else.",
                next_step="Nothing was changed. Say here anew what only the other case holds.",
            )
