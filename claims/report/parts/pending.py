"""What nobody has judged yet: suggested pairs, in a table."""

from __future__ import annotations

from claims.model import Comparison, Level
from claims.report.ledger import Ledger, link
from claims.report.parts.found import when
from claims.report.value import Paragraph, Piece, Row, Section, Sentence, Table, Words

_COLUMNS = ("the_pair", "time_of", "left", "right", "suggestion", "slots_differ", "slots_agree")


def pending(of: Ledger) -> Section:
    """The section; says so when every pair is decided."""
    words = of.words
    title = (Words(words.text("open_title")),)
    undecided = of.undecided()
    if not undecided:
        nothing = Sentence(words.pieces("open_none"), (of.method,))
        return Section("open", title, (Paragraph((nothing,)),))
    note = Sentence(words.pieces("open_note"), (of.method,))
    table = Table(
        caption=words.text("open_caption"),
        columns=tuple(words.text(key) for key in _COLUMNS),
        rows=tuple(_row(of, comparison) for comparison in undecided),
    )
    return Section("open", title, (Paragraph((note,)), table))


def _row(of: Ledger, comparison: Comparison) -> Row:
    words = of.words
    left, right = of.sides(comparison.key)
    ref = of.pair(comparison.key)
    return Row(
        (
            (Words(ref.label),),
            when(of, comparison),
            (of.speaker(left), Words(words.text("comma")), *link(of.claim(left.id))),
            (of.speaker(right), Words(words.text("comma")), *link(of.claim(right.id))),
            (words.mark("relation", comparison.relation),),
            _slots_at(of, comparison, {Level.DIFFERENT}),
            _slots_at(of, comparison, {Level.EQUAL, Level.COMPATIBLE}),
        ),
        anchor=ref,
    )


def _slots_at(of: Ledger, comparison: Comparison, levels: set[Level]) -> tuple[Piece, ...]:
    words = of.words
    found = [
        (words.mark("level", each.level), Words(" "), words.mark("slot", each.slot))
        for each in comparison.slots
        if each.level in levels
    ]
    return words.listed(found) or (Words("–"),)
