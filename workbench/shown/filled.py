"""What a table that somebody filled in would change, as rows; see `workbench.views.filled`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from claims.model import Mark, Thing
from claims.services.annotating import Annotation
from claims.services.filled_in import Change, Plan
from claims.services.results import Refusal
from workbench.shown import names
from workbench.shown.errors import said
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate, mark

THINGS: Final[Mapping[Thing, str]] = {
    Thing.PAIR: mark("Pair"),
    Thing.CLAIM: mark("Claim"),
    Thing.DOCUMENT: mark("Document"),
}
"""What a row of the table can be of."""

_NOTHING: Final = "–"


def changes(plan: Plan, words: Words) -> Table:
    """A row for each change: of what, what stands now, what would stand."""
    columns: list[Column] = [
        {"name": words("Of")},
        {"name": words("Its id"), "wide": True},
        {"name": words("Now")},
        {"name": words("Then")},
    ]
    return table(words("What would change"), columns, _rows(plan, words))


def refused(fault: Refusal, words: Words) -> str:
    """A row that cannot be used, and why."""
    name, *parts = (said(each, words) for each in _sentences(fault))
    return f"{name}: {' '.join(parts)}"


def _sentences(fault: Refusal) -> Iterator[str]:
    yield from filter(None, (fault.name, fault.message, fault.next_step))


def _rows(plan: Plan, words: Words) -> Iterator[Row]:
    for change in plan.changes:
        yield _decision(change, words)
    for each in plan.annotations:
        yield from _remarks(each, words)


def _decision(change: Change, words: Words) -> Row:
    now = plain(_NOTHING) if change.before is None else _mark(change.before, words)
    return _row(Thing.PAIR, str(change.key), now, _mark(change.after, words), words)


def _mark(said: Mark, words: Words) -> Cell:
    slots = words(", ").join(words(names.SLOTS[slot]) for slot in said.slots)
    relation = words(names.RELATIONS[said.relation])
    told = f"{relation} ({slots})" if slots else relation
    typed = (f" · {isolate(each)}" for each in (said.reason, said.comment) if each)
    return plain("".join((told, *typed)), names.RELATION_SIGNS[said.relation])


def _remarks(change: Annotation, words: Words) -> Iterator[Row]:
    thing, of = change.topic.thing, change.topic.id
    if change.after:
        yield _row(thing, of, evidence(change.before or _NOTHING), evidence(change.after), words)
    for tag in change.added:
        told = plain(words("Tag {tag} added", tag=isolate(tag)), "+")
        yield _row(thing, of, plain(_NOTHING), told, words)
    for tag in change.removed:
        told = plain(words("Tag {tag} removed", tag=isolate(tag)), "−")
        yield _row(thing, of, evidence(tag), told, words)


def _row(thing: Thing, of: str, now: Cell, then: Cell, words: Words) -> Row:
    return Row(id="", cells=[plain(words(THINGS[thing])), plain(of), now, then])
