"""What a person reads in a terminal: claims, pairs, decisions and verdicts as text.

Quotes stand on lines of their own, so that a terminal that orders text by itself can set Arabic from the right;
inside other lines they are isolated. Levels and relations are a sign and a word, coloured where there is colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.cli.came import came_from_file
from claims.cli.terminal import message, quoted
from claims.model import (
    Claim,
    Comparison,
    Decision,
    Mark,
    Modality,
    Polarity,
    QueueItem,
    Slot,
    Verdict,
)
from claims.report.captions import slot_values, source_caption
from claims.report.wording import Wording
from claims.services.marks import SAME_EVENT

_STYLES: Final = {
    "conflict": "bold red",
    "DIFFERENT": "bold red",
    "refuted": "bold red",
    "agree": "bold green",
    "EQUAL": "green",
    "supported": "bold green",
    "partial": "bold yellow",
    "COMPATIBLE": "yellow",
    "conflicting_evidence": "bold yellow",
}


def mark(words: Wording, vocabulary: str, word: StrEnum) -> Text:
    """A sign and a word."""
    found = words.mark(vocabulary, word)
    return Text(f"{found.sign} {found.text}".strip(), style=_STYLES.get(found.id, "bold"))


def claim_block(claim: Claim, words: Wording) -> RenderableType:
    """One claim: who says it and when, the quote, the slots, what the checks noticed."""
    head = Text.assemble(
        (claim.id, "bold cyan"), "  ", _kind(claim, words), "  ", _says(claim, words),
        (f"  [{claim.span.start}, {claim.span.end})", "dim"),
    )  # fmt: skip
    lines = [Text(quoted(claim.quote))]
    if claim.statement != claim.quote:
        lines.append(Text("= " + quoted(claim.statement), style="italic"))
    lines.extend(_slots(claim, words))
    lines.extend(
        Text("! " + message(each.message.within(words.language)), style="yellow")
        for each in claim.findings
    )
    return Group(head, Padding(Group(*lines), (0, 0, 1, 2)))


def comparison_block(
    comparison: Comparison, left: Claim, right: Claim, words: Wording
) -> RenderableType:
    """One pair: the suggestion, both quotes, and slot by slot why."""
    score = words.text("line_score", value=f"{comparison.score:g}")
    head = Text.assemble(
        (str(comparison.key), "bold cyan"), "  ", mark(words, "relation", comparison.relation), "  ",
        mark(words, "same_event", comparison.same_event), (f"  {score}", "dim"),
        (f"  {comparison.confidence:.0%}", "dim"),
    )  # fmt: skip
    if comparison.apparent is not None:
        head.append("  ").append_text(mark(words, "apparent", comparison.apparent))
    return Group(
        head,
        Padding(
            Group(
                *_sides(left, right, words),
                _levels(comparison, words),
                *_waterfall(comparison, words),
            ),
            (0, 0, 1, 2),
        ),
    )


def queue_block(item: QueueItem, words: Wording) -> RenderableType:
    """One pair to look at, and why it is next."""
    lines = [Text(message(item.why.within(words.language)), style="dim")]
    if item.mine is not None and item.mine.outdated and item.mine.mark is not None:
        said = words.word("relation", item.mine.mark.relation)
        lines.append(Text(words.text("line_asked_again", version=item.mine.seen, said=said)))
    block = comparison_block(item.comparison, item.left.claim, item.right.claim, words)
    return Group(*lines, block)


def decision_block(
    decision: Decision,
    words: Wording,
    *,
    with_key: bool = True,
    with_version: bool = False,
    with_state: bool = False,
) -> RenderableType:
    """One row of the record with all that was given.

    Args:
        decision: the row.
        words: in whose language.
        with_key: False where the pair stands above it.
        with_version: whether the version of the pair that was seen is told.
        with_state: whether it is told what became of it.
    """
    line = Text.assemble((f"{decision.id}", "bold cyan"), "  ")
    line.append(f"{decision.key}  " if with_key else "")
    who = f"{quoted(decision.by)}  {decision.at}{came_from_file(decision.taken_in, words)}"
    who += f"  ({words.word('answer_state', decision.state)})" if with_state else ""
    said = decision.mark
    if said is None:
        back = words.text("line_takes_back", number=decision.supersedes)
        return line.append(f"–  {back}  {who}")
    line.append_text(said_of(said, words))
    if said.confidence is not None:
        line.append("  " + words.text("line_confidence", value=f"{said.confidence:g}"))
    below = [Text(quoted(said.reason))] if said.reason else []
    if with_state and decision.undoes is not None:
        below.insert(0, Text(words.text("line_takes_back", number=decision.undoes)))
    if with_version:
        below.append(Text(words.text("line_seen", version=decision.seen)))
    if said.comment:
        below.append(Text(words.text("line_comment", text=quoted(said.comment))))
    if decision.live and decision.outdated:
        below.append(Text(words.text("line_outdated", version=decision.seen), style="dim"))
    if decision.live and decision.overtaken:
        below.append(Text(words.text("line_overtaken"), style="dim"))
    return Group(
        line.append(f"  {who}", style="dim"),
        *(Padding(each, (0, 0, 0, 2)) for each in below),
    )


def said_of(said: Mark, words: Wording) -> Text:
    """What is said of a pair: how both stand to each other, where they part, of which kind that is; whether it is one event, where that does not follow."""
    parts = [mark(words, "relation", said.relation)]
    if said.same_event is not SAME_EVENT[said.relation]:
        parts.append(mark(words, "same_event", said.same_event))
    parts.extend(mark(words, "slot", slot) for slot in said.slots)
    if said.apparent is not None:
        parts.append(mark(words, "apparent", said.apparent))
    return Text("  ").join(parts)


def verdict_block(verdict: Verdict, claim: Claim, words: Wording) -> RenderableType:
    """The verdict on one claim and what led to it."""
    head = Text.assemble((claim.id, "bold cyan"), "  ", mark(words, "verdict", verdict.label))
    rules = [
        Text("· " + message(rule.within(words.language)), style="dim") for rule in verdict.trace
    ]
    return Group(head, Padding(Group(Text(quoted(claim.statement)), *rules), (0, 0, 1, 2)))


def _kind(claim: Claim, words: Wording) -> str:
    from claims.extraction.lexicon import kinds

    known = kinds().get(claim.kind)
    said = [claim.kind if known is None else known.caption.within(words.language)]
    if claim.polarity is not Polarity.AFFIRMED:
        said.append(words.word("polarity", claim.polarity))
    if claim.modality is not Modality.ASSERTED:
        said.append(words.word("modality", claim.modality))
    return words.text("comma").join(said)


def _says(claim: Claim, words: Wording) -> Text:
    lineage = words.mark("lineage", claim.speaker.lineage).text
    when = "" if claim.date is None else f"  {claim.date.edtf}"
    speaker = source_caption(claim.speaker.source, words.language)
    return Text(f"{quoted(speaker)} ({lineage}){when}")


def _slots(claim: Claim, words: Wording) -> Iterable[Text]:
    for slot in Slot:
        values = [_value(value) for value in slot_values(claim, slot, words.language)]
        values.extend(f"? {quoted(each.text)}" for each in claim.unread if each.slot is slot)
        if values:
            yield Text.assemble(
                (f"{words.word('slot', slot)}: ", "dim"), words.text("semicolon").join(values)
            )


def _value(value: tuple[str, str]) -> str:
    caption, text = value
    raw = quoted(f"«{text}»")
    return raw if caption == text else f"{quoted(caption)} {raw}"


def _sides(left: Claim, right: Claim, words: Wording) -> Iterable[Text]:
    for claim in (left, right):
        yield _says(claim, words)
        yield Text(quoted(claim.quote), style="italic")


def _levels(comparison: Comparison, words: Wording) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for each in comparison.slots:
        table.add_row(
            mark(words, "slot", each.slot),
            mark(words, "level", each.level),
            Text(message(each.message.within(words.language))),
        )
    return table


def _waterfall(comparison: Comparison, words: Wording) -> Iterable[Text]:
    """How the score came about: each part with its value, and the sum."""
    for part in comparison.parts:
        if part.value or part.name not in set(Slot):
            slot = part.name in set(Slot)
            name = words.word("slot" if slot else "part", part.name)
            why = "" if slot else message(part.message.within(words.language))
            yield Text(f"{part.value:+7.3f}  {name:<9}{why}".rstrip(), style="dim")
    yield Text(f"{comparison.score:+7.3f}  =", style="dim")
