"""Notes and tags that people filled in in a table: what they would change, and recording it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claims.errors import ClaimsError, InputError, Stale
from claims.model import Note, Remark, RemarkKind, Tag, Thing, Topic
from claims.report.exports.columns import BETWEEN, NOTED, WRITINGS, check_told, count_in
from claims.report.exports.source import Wrote
from claims.report.naming import Naming
from claims.review.roles import Action
from claims.services.desk import Desk
from claims.services.naming import naming_in
from claims.services.results import Refusal
from claims.store import claims, documents, pairs
from claims.store import remarks as store
from claims.store.audit import FILL_IN
from claims.store.engine import Reader
from claims.store.lines import Line
from claims.store.rows import LeftOut, storable
from claims.store.writer import Writer

TABLES: Final[Mapping[Thing, tuple[str, str]]] = {
    Thing.CLAIM: ("claims", "id"),
    Thing.PAIR: ("pairs", "key"),
    Thing.DOCUMENT: ("documents", "id"),
}
"""The tables that carry notes and tags, each with the column that names a row."""

_CELLS: Final = frozenset({RemarkKind.NOTE, RemarkKind.TAG})
"""Kinds of remarks that have a column."""

_PARTING: Final = re.compile("[,;\u060c\u061b\r\n]")
"""Signs with which people part words in a cell, Arabic ones too."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a table says of a thing beside the flow, and the case does not say yet.

    Attributes:
        topic: the thing.
        before: the actor's newest note on it, "" when there is none.
        after: the note in the table, "" when it is to stay as it is.
        added: tags that come.
        removed: tags of the actor that go.
        writings: how often the actor had written on it when this was planned, as `Wrote` counts.
    """

    topic: Topic
    before: str
    after: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    writings: int


def written_by(connection: Reader, who: str, left_out: LeftOut | None = None) -> dict[Topic, Wrote]:
    """What one person wrote beside the flow, by thing; as much as one person can write."""
    kept: dict[Topic, list[Remark]] = {}
    for remark in store.found(connection, live=False, left_out=left_out):
        if remark.by == who and remark.kind in _CELLS:
            kept.setdefault(remark.topic, []).append(remark)
    return {topic: _wrote(found) for topic, found in kept.items()}


def _wrote(found: Sequence[Remark]) -> Wrote:
    """What rows of notes and tags of one person on one thing come to."""
    standing = [each.content for each in found if each.live]
    notes = [each.text for each in standing if isinstance(each, Note)]
    tags = sorted({each.name for each in standing if isinstance(each, Tag)})
    return Wrote(notes[-1] if notes else "", tuple(tags), len(found))


def planned(
    connection: Reader,
    who: str,
    thing: Thing,
    rows: Iterator[dict[str, str]],
    *,
    knowingly: bool = False,
) -> Iterator[Annotation | Refusal]:
    """What rows of a table would change; an empty cell changes nothing.

    A cell of tags that is filled in names all tags of the actor on that thing, as `parted` reads it. A row that would
    change what stands, and was made before it or does not say when, is refused unless ``knowingly`` is given.
    """
    kept, column = written_by(connection, who), TABLES[thing][1]
    naming = naming_in(connection, who)
    for number, row in enumerate(rows, 2):
        if any(row.get(cell, "").strip() for cell in NOTED):
            try:
                topic = Topic(thing, row[column].strip())
                found = _planned(connection, topic, row, kept.get(topic, Wrote()), naming)
                if found is not None and not knowingly:
                    _check_newer(row, found)
            except ClaimsError as error:
                yield unusable(thing, number, error)
            else:
                if found is not None:
                    yield found


def unusable(thing: Thing, number: int, error: ClaimsError) -> Refusal:
    """A row that cannot be used: by its number as a spreadsheet program counts, and its table."""
    table, _ = TABLES[thing]
    return Refusal(f"Row {number} of the table {table}", error.message, error.next_step)


def parted(cell: str, known: Collection[str] = ()) -> Iterator[str]:
    """The words of a cell that holds several: parted by ``|`` as they are written, or by commas, semicolons, line ends.

    Args:
        cell: as somebody filled it in.
        known: words that stand already; one of them is one word whatever signs are in it.
    """
    for each in map(str.strip, cell.split(BETWEEN.strip())):
        found = [each] if each in known else map(str.strip, _PARTING.split(each))
        yield from filter(None, found)


def _planned(
    connection: Reader,
    topic: Topic,
    row: Mapping[str, str],
    wrote: Wrote,
    naming: Naming,
) -> Annotation | None:
    """What a row would change of a note and tags, which the table shows without names where the case shows none."""
    check_there(connection, topic)
    before = wrote.note
    shown = {naming.cleared(each): each for each in wrote.tags}
    note, named = (storable(row.get(cell, "")) for cell in NOTED)
    untouched = named == BETWEEN.join(shown)
    wanted = set(shown) if untouched else {Tag(each).name for each in parted(named, shown)}
    after = Note(note).text if note.strip() and note != naming.cleared(before) else ""
    added = tuple(sorted(wanted - set(shown)))
    removed = tuple(sorted(shown[each] for each in set(shown) - wanted)) if wanted else ()
    if not (after or added or removed):
        return None
    return Annotation(topic, before, after, added, removed, wrote.writings)


def _check_newer(row: Mapping[str, str], change: Annotation) -> None:
    """Pass when the actor has not written on a thing, or taken something away, since a row that is read back was made.

    Raises:
        Stale: they have.
        InputError: the row tells something that is no count.
    """
    if change.writings > count_in(row, WRITINGS):
        check_told(row, WRITINGS)
        raise _older(change.topic)


def _older(topic: Topic) -> Stale:
    return Stale(
        f"Your notes and tags on {topic.thing.value} {topic.id!r} are newer than the table.",
        next_step="Nothing was changed. Export the table again and fill that in, or take it as newer with --knowingly.",
    )


def check_there(connection: Reader, topic: Topic) -> None:
    """Pass when the case holds it.

    Raises:
        InputError: it does not.
    """
    name = storable(topic.id)
    if topic.thing is Thing.PAIR:
        from claims.services.sides import key_of

        there = pairs.version(connection, key_of(name)) is not None
    elif topic.thing is Thing.CLAIM:
        there = claims.claim(connection, name) is not None
    else:
        there = documents.head(connection, name) is not None
    if not there:
        raise InputError(
            f"The case holds no {topic.thing.value} {topic.id!r}.",
            next_step="Export the table again and fill that in.",
        )


def record(desk: Desk, change: Annotation) -> None:
    """Record a change in one step: the note in the place of the one before, tags that come and go; each a row of its own.

    Raises:
        Stale: the actor wrote on it since the change was planned.
        ClaimsError: the actor may not, or the case does not hold it any more.
    """
    who, topic, now = desk.who(), change.topic, desk.now()
    with desk.writing(Action.REMARK, FILL_IN, f"{topic.thing.value} {topic.id}") as writer:
        check_there(writer.connection, topic)
        found = store.found(writer.connection, topics=[topic], live=False)
        mine = [each for each in found if each.by == who and each.kind in _CELLS]
        if len(mine) != change.writings:
            raise _older(topic)
        if change.after:
            note = Note(change.after)
            line = _goes_on(writer, mine) or store.line_of(topic, note, by=who, at=now)
            store.append(writer, line, note, at=now, token="")
        for name in (*change.added, *change.removed):
            tag = Tag(name)
            line = store.line_of(topic, tag, by=who, at=now)
            stands = tag if name in change.added else None
            store.append(writer, line, stands, at=now, token="")


def _goes_on(writer: Writer, mine: Sequence[Remark]) -> Line | None:
    """The line of the newest note that stands among remarks of one person on one thing, None when there is none."""
    notes = [each.id for each in mine if each.live and isinstance(each.content, Note)]
    row = store.row_of(writer.connection, notes[-1]) if notes else None
    return None if row is None else store.line_of_row(row)
