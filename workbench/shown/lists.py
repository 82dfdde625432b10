"""Claims and pairs as plain tables, to go on to the text and to the comparison."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from claims.model import Claim, Decision, PairKey, QueueItem, Relation, Status
from workbench.shown import names
from workbench.shown.passage import visible
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.shown.voices import Called
from workbench.wording import Words, isolate, mark

STATUSES: Final[Mapping[str, str]] = {
    Status.OPEN.value: mark("waiting for me"),
    Status.DECIDED.value: mark("answered by me"),
    Status.SETTLED.value: mark("answered by all who were asked"),
    Status.DISPUTED.value: mark("in dispute"),
    Status.FORMER.value: mark("asked no more"),
    Status.ALL.value: mark("all pairs"),
}
"""What a list of pairs can be asked for, by its name in the address."""


def claims(found: Iterable[Claim], called: Called, words: Words) -> Table:
    """Claims with who says them; a row opens the claim in its text."""
    columns: list[Column] = [
        {"name": words("Claim"), "opens": True},
        {"name": words("Says"), "narrow": True},
    ]
    rows = [
        Row(id=claim.id, cells=[evidence(claim.statement), called.cell(claim.speaker.source)])
        for claim in found
    ]
    return table(words("Claims"), columns, rows)


def pairs(found: Iterable[QueueItem], own: Collection[str], called: Called, words: Words) -> Table:
    """Pairs by the claim that others are held against; a row opens the pair on the compare screen.

    Args:
        found: the pairs.
        own: ids of the claims at hand; of each pair the other one is told, and which of these it is held against where there are several.
        called: what each source is called.
        words: of the reader's language.
    """
    several = len(own) > 1
    columns: list[Column] = [
        {"name": words("Held against"), "opens": True},
        {"name": words("Says"), "narrow": True},
        *([Column(name=words("Claim"))] if several else []),
        {"name": words("Suggested"), "narrow": True},
        {"name": words("They part on"), "narrow": True},
        {"name": words("Your word"), "narrow": True},
    ]
    rows = [_pair(item, own, called, words, several=several) for item in found]
    return table(words("Pairs"), columns, rows)


def _pair(
    item: QueueItem, own: Collection[str], called: Called, words: Words, *, several: bool
) -> Row:
    comparison = item.comparison
    mine = item.mine.mark if item.mine and item.mine.counts else None
    here, other = item.left.claim, item.right.claim
    if item.key.left not in own:
        here, other = other, here
    slots = words(", ").join(words(names.SLOTS[slot]) for slot in comparison.conflicting)
    return Row(
        id=str(item.key),
        cells=[
            evidence(other.statement),
            called.cell(other.speaker.source),
            *([evidence(here.statement)] if several else []),
            _relation(comparison.relation, words),
            plain(slots or "–"),
            _relation(mine.relation, words) if mine else plain("–"),
        ],
    )


def standing(
    items: Sequence[QueueItem],
    said: Mapping[PairKey, Sequence[Decision]],
    called: Called,
    words: Words,
) -> Table:
    """The pairs, a row each; a row opens its pair.

    Args:
        items: the pairs.
        said: the answers on each that the reader may see, by its key.
        called: what sources are called.
        words: the reader's.
    """
    columns: list[Column] = [
        {"name": words("First claim"), "opens": True},
        {"name": words("Says")},
        {"name": words("Second claim")},
        {"name": words("Says")},
        {"name": words("Suggested"), "narrow": True},
        {"name": words("Answers")},
    ]
    rows = [_two_sides(item, said.get(item.key, ()), called, words) for item in items]
    return table(words("Pairs"), columns, rows)


def _two_sides(item: QueueItem, said: Sequence[Decision], called: Called, words: Words) -> Row:
    sides = (item.left.claim, item.right.claim)
    (left, one), (right, other) = (
        (evidence(claim.statement), called.cell(claim.speaker.source)) for claim in sides
    )
    suggested = _relation(item.comparison.relation, words)
    return Row(id=str(item.key), cells=[left, one, right, other, suggested, _answers(said, words)])


def _answers(said: Sequence[Decision], words: Words) -> Cell:
    """Who said what, those that stand."""
    told = [
        f"{isolate(visible(one.by))}: {words(names.RELATIONS[one.mark.relation])}"
        for one in said
        if one.mark is not None and one.counts
    ]
    return plain(" · ".join(told) or "–")


def _relation(relation: Relation, words: Words) -> Cell:
    return plain(words(names.RELATIONS[relation]), names.RELATION_SIGNS[relation])
