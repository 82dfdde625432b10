"""Notes and tags that people filled in in a table: what they would change, and recording it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.errors import ClaimsError, InputError
from claims.model import Note, Remark, Tag, Thing, Topic
from claims.report.exports.columns import BETWEEN, NOTED
from claims.report.naming import Naming
from claims.services.desk import Desk
from claims.services.naming import naming_in
from claims.services.remarking import Remarks
from claims.services.results import Refusal
from claims.store import claims, documents, pairs
from claims.store import remarks as store
from claims.store.engine import Reader
from claims.store.rows import LeftOut, storable

TABLES: Final[Mapping[Thing, tuple[str, str]]] = {
    Thing.CLAIM: ("claims", "id"),
    Thing.PAIR: ("pairs", "key"),
    Thing.DOCUMENT: ("documents", "id"),
}
"""The tables that carry notes and tags, each with the column that names a row."""

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
    """

    topic: Topic
    before: str
    after: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def own(connection: Reader, who: str, left_out: LeftOut | None = None) -> dict[Topic, list[Remark]]:
    """The notes and tags of one person that stand, by thing; as much as one person can write."""
    kept: dict[Topic, list[Remark]] = {}
    for remark in store.found(connection, left_out=left_out):
        if remark.by == who and isinstance(remark.content, Note | Tag):
            kept.setdefault(remark.topic, []).append(remark)
    return kept


def cells_of(found: list[Remark]) -> tuple[str, tuple[str, ...]]:
    """The newest note and all tags among remarks on one thing."""
    notes = [each.content.text for each in found if isinstance(each.content, Note)]
    tags = sorted({each.content.name for each in found if isinstance(each.content, Tag)})
    return notes[-1] if notes else "", tuple(tags)


def planned(
    connection: Reader, who: str, thing: Thing, rows: Iterator[dict[str, str]]
) -> Iterator[Annotation | Refusal]:
    """What rows of a table would change; an empty cell changes nothing.

    A cell of tags that is filled in names all tags of the actor on that thing, as `parted` reads it.
    """
    kept, column = own(connection, who), TABLES[thing][1]
    naming = naming_in(connection, who)
    for number, row in enumerate(rows, 2):
        if any(row.get(cell, "").strip() for cell in NOTED):
            try:
                topic = Topic(thing, row[column].strip())
                found = _planned(connection, topic, row, cells_of(kept.get(topic, [])), naming)
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
    kept: tuple[str, tuple[str, ...]],
    naming: Naming,
) -> Annotation | None:
    """What a row would change of a note and tags, which the table shows without names where the case shows none."""
    _there(connection, topic)
    before, tags = kept
    shown = {naming.cleared(each): each for each in tags}
    note, named = (storable(row.get(cell, "")) for cell in NOTED)
    untouched = named == BETWEEN.join(shown)
    wanted = set(shown) if untouched else {Tag(each).name for each in parted(named, shown)}
    after = Note(note).text if note.strip() and note != naming.cleared(before) else ""
    added = tuple(sorted(wanted - set(shown)))
    removed = tuple(sorted(shown[each] for each in set(shown) - wanted)) if wanted else ()
    if not (after or added or removed):
        return None
    return Annotation(topic, before, after, added, removed)


def _there(connection: Reader, topic: Topic) -> None:
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
    """Record a change: the note in the place of the one before, tags that come and go; each a row of its own.

    Raises:
        ClaimsError: the actor may not, or what it rests on has changed.
    """
    remarks = Remarks(desk)
    mine = [each for each in remarks.of(change.topic) if each.by == desk.who()]
    if change.after:
        notes = [each for each in mine if isinstance(each.content, Note)]
        if notes:
            remarks.revise(notes[-1].id, Note(change.after))
        else:
            remarks.note(change.topic, change.after)
    for name in change.added:
        remarks.tag(change.topic, name)
    for each in mine:
        if isinstance(each.content, Tag) and each.content.name in change.removed:
            remarks.withdraw(each.id)
