"""What was said of a pair, answer by answer, as a plain table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.model import AnswerState, Decision, Mark
from workbench.shown import dates, names
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, mark

_STATES: Final = {
    AnswerState.STANDS: (mark("stands"), "✓"),
    AnswerState.AGAIN: (mark("stands again"), "✓"),
    AnswerState.NOTHING: (mark("nothing stands"), "–"),
    AnswerState.ASKED_ANEW: (mark("asked anew"), "?"),
    AnswerState.REPLACED: (mark("replaced"), "↻"),
    AnswerState.TAKEN_BACK: (mark("taken back"), "↶"),
}
"""What became of an answer, and its sign."""


def history(rows: Sequence[Decision], words: Words) -> Table:
    """Every answer that the reader may see, given in the order they were stored, the newest first: also those that were replaced or taken back."""
    columns: list[Column] = [
        {"name": words("When"), "narrow": True},
        {"name": words("Who")},
        {"name": words("Answer"), "narrow": True},
        {"name": words("Reason"), "wide": True},
        {"name": words("Comment"), "wide": True},
        {"name": words("How sure"), "narrow": True},
        {"name": words("State"), "narrow": True},
    ]
    return table(
        words("Answers on this pair"), columns, [_row(one, words) for one in reversed(rows)]
    )


def _row(one: Decision, words: Words) -> Row:
    return Row(
        id="",
        cells=[
            plain(dates.said_at(one.at, one.taken_in, words)),
            evidence(one.by),
            answer(one.mark, words),
            evidence((one.mark.reason if one.mark else "") or "–"),
            evidence((one.mark.comment if one.mark else "") or "–"),
            plain(names.sure(one.mark.confidence if one.mark else None, words)),
            _state(one, words),
        ],
    )


def answer(said: Mark | None, words: Words) -> Cell:
    """The relation that somebody named, and on which slots; or that it was taken back."""
    if said is None:
        return plain(words("taken back"))
    slots = words(", ").join(words(names.SLOTS[slot]) for slot in said.slots)
    relation = words(names.RELATIONS[said.relation])
    return plain(
        f"{relation} ({slots})" if slots else relation, names.RELATION_SIGNS[said.relation]
    )


def _state(one: Decision, words: Words) -> Cell:
    state, sign = _STATES[one.state]
    return plain(words(state), sign)
