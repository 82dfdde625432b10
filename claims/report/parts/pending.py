"""What nobody has judged yet: suggested pairs, in a table."""

from __future__ import annotations

from collections import Counter
from functools import partial

from claims.model import Comparison, Conclusion, Level, State
from claims.report.captions import moment
from claims.report.later import Each
from claims.report.ledger import Ledger, link
from claims.report.parts.found import when
from claims.report.parts.who import who
from claims.report.value import (
    Block,
    Code,
    Listing,
    Paragraph,
    Piece,
    Row,
    Section,
    Sentence,
    Table,
    Words,
)

_COLUMNS = ("the_pair", "time_of", "left", "right", "suggestion", "slots_differ", "slots_agree")


def pending(of: Ledger) -> Section:
    """The section; says so when every pair is decided."""
    words = of.words
    title = (Words(words.text("open_title")),)
    undecided = of.undecided
    parts = _unconcluded(of)
    if not undecided:
        nothing = Sentence(words.pieces("open_none"), (of.method,))
        return Section("open", title, (Paragraph((nothing,)),), parts)
    note = Sentence(words.pieces("open_note"), (of.method,))
    table = Table(
        caption=words.text("open_caption"),
        columns=tuple(words.text(key) for key in _COLUMNS),
        rows=Each(partial(_row, of), undecided),
    )
    return Section("open", title, (Paragraph((note,)), table), parts)


def _unconcluded(of: Ledger) -> tuple[Section, ...]:
    """How many outcomes wait for a person or are out of date, and what stands on nothing any more."""
    words, content = of.words, of.content
    counts = Counter(each.state for found in (content.grades, content.outcomes) for each in found)
    if not counts:
        return ()
    note = words.pieces(
        "unconcluded_withheld" if content.waits else "unconcluded_note",
        open=Code(str(counts[State.OPEN])),
        stale=Code(str(counts[State.STALE])),
    )
    lost = Each(partial(_adrift, of), content.adrift)
    blocks: tuple[Block, ...] = (Paragraph((Sentence(note, (of.method,)),)),)
    if lost:
        blocks += (Listing(lost),)
    return (Section("unconcluded", (Words(words.text("unconcluded_title")),), blocks),)


def _adrift(of: Ledger, lost: Conclusion) -> Sentence:
    pieces = of.words.pieces(
        "adrift_line", who=who(of.words, lost.by, lost.taken_in), when=Code(moment(lost.at))
    )
    return Sentence(pieces, (of.record,))


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
