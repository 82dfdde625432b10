"""Documents without a day of publication on the command line: how many, why it matters, and what they say of it themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claims.cli.terminal import complain, emit, quoted, sum_up, watching
from claims.report.document_forms import said_form
from claims.report.wording import Wording

if TYPE_CHECKING:
    from claims.model import DayHint, DocumentHead
    from claims.services import AddReport, Beside, Case, DescribedMany

_FEW: Final = 20
"""Documents of which it is told what they say of their day; of more, the rest is counted."""


def beside(table: Path | None, pattern: str) -> Beside | None:
    """What is said of single files; None where nothing is."""
    from claims.services import Beside

    return Beside(table, pattern) if table or pattern else None


def left(report: AddReport, words: Wording) -> Iterator[str]:
    """What was said beside the files and is of none of them."""
    if report.left:
        names = words.text("comma").join(map(quoted, report.left))
        yield words.text("line_beside_left", names=names)


def undated(case: Case, heads: Collection[DocumentHead], words: Wording) -> tuple[str, ...]:
    """Which of these documents have no date of publication, why that matters, and what they say of it themselves."""
    lacking = [head for head in heads if not head.published]
    if not lacking:
        return ()
    hints = case.documents.day_hints([head.id for head in lacking[:_FEW]])
    told = [words.text("line_undated", count=len(lacking)), words.text("line_undated_why")]
    for head in lacking[:_FEW]:
        told.append(f"  {quoted(head.name)}")
        told.extend(hint_lines(hints.get(head.id, ()), words))
    if lacking[_FEW:]:
        told.append(words.text("line_undated_more", count=len(lacking) - _FEW))
    return (*told, words.text("line_undated_next"))


def hint_lines(hints: Collection[DayHint], words: Wording) -> Iterator[str]:
    """What a document says of its day, a line for each ground with the days that it speaks for."""
    for one in hints:
        days = words.text("comma").join(one.days)
        yield f"    {one.why.within(words.language)}{f' [{days}]' if days else ''}"
    if not hints:
        yield "    " + words.text("line_undated_silent")


def say_from(
    case: Case, table: Path, reason: str, words: Wording, *, as_json: bool
) -> DescribedMany:
    """Say of many documents what a table says, and tell what became of it."""
    with watching(words.text("watch_again")) as watch:
        done = case.documents.describe_from(table, reason=reason, progress=watch)
    for one in done.refused:
        complain(one.message, one.next_step, words, of=one.name)
    read = done.read
    told = words.text(
        "line_said_of_many",
        said=len(done.documents),
        same=done.same,
        refused=len(done.refused),
        changed=read.revised + read.new + read.gone,
    )
    sum_up(told, as_json=as_json)
    if as_json:
        for name in done.documents:
            emit(said_form(case.documents.descriptions(name)[-1]))
    return done
