"""What was settled, ruling by ruling, as a plain table: what holds, why, whose answers were adopted, and whether it is in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from claims.model import Adjudication, Claim
from workbench.shown import dates
from workbench.shown.dispute import GROUNDS
from workbench.shown.passage import visible
from workbench.shown.said import answer
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate


def settled(
    rulings: Iterable[Adjudication],
    holding: Collection[int],
    claims: Mapping[str, Claim],
    words: Words,
) -> Table:
    """Rulings with the two statements of their pair; a row opens the pair.

    Args:
        rulings: one for each pair.
        holding: numbers of those that are in force.
        claims: what the pairs are of, by id.
        words: of the reader's language.
    """
    sides: list[Column] = [
        {"name": words("First claim"), "opens": True},
        {"name": words("Second claim")},
    ]
    rows = [
        Row(
            id=str(one.key),
            cells=[
                *(_statement(claims.get(side)) for side in (one.key.left, one.key.right)),
                *_cells(one, holding, words),
            ],
        )
        for one in rulings
    ]
    return table(words("Settled"), [*sides, *_columns(words)], rows)


def history(rulings: Sequence[Adjudication], holding: Collection[int], words: Words) -> Table:
    """Every ruling on one pair, the newest first, given in the order they were stored; ``holding`` as in `settled`."""
    back = {one.undoes for one in rulings}
    rows = [
        Row(id="", cells=_cells(one, holding, words, taken_back=one.id in back))
        for one in reversed(rulings)
    ]
    return table(words("Rulings on this pair"), _columns(words), rows)


def _columns(words: Words) -> list[Column]:
    return [
        {"name": words("Ruling")},
        {"name": words("Ground")},
        {"name": words("Reason")},
        {"name": words("Answers adopted")},
        {"name": words("Who")},
        {"name": words("When"), "narrow": True},
        {"name": words("State"), "narrow": True},
    ]


def _statement(claim: Claim | None) -> Cell:
    return plain("–") if claim is None else evidence(claim.statement)


def _cells(
    one: Adjudication, holding: Collection[int], words: Words, *, taken_back: bool = False
) -> list[Cell]:
    said = one.ruling
    adopted = words(", ").join(isolate(visible(each.by)) for each in one.adopted) if said else ""
    return [
        answer(said.mark if said else None, words),
        plain(words(GROUNDS[said.ground]) if said else "–"),
        evidence((said.note if said else "") or "–"),
        plain(adopted or "–"),
        evidence(one.by),
        plain(dates.said_at(one.at, one.taken_in, words)),
        plain(words("taken back"), "↶") if taken_back else _state(one, holding, words),
    ]


def _state(one: Adjudication, holding: Collection[int], words: Words) -> Cell:
    if not one.live:
        return plain(words("replaced"), "↻")
    if one.ruling is None:
        return plain("–")
    if one.id in holding:
        return plain(words("in force"), "✓")
    return plain(words("not in force: an answer changed since, or is missing"), "!")
