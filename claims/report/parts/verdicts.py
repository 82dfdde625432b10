"""The verdicts: which label, by which rules, from which decisions.

Verdicts that rest on decisions stand in a table, a row each. The others follow from the absence of decisions; they
are told together, label by label, with the numbers of the claims they hold for, by document.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from claims.model import Verdict, VerdictLabel
from claims.report.captions import told_pieces
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.outcomes import changes, concluded, holds, sentences
from claims.report.value import (
    Block,
    Code,
    Link,
    Paragraph,
    Piece,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)

_COLUMNS = ("the_claim", "statement", "verdict", "said_of_it", "trace", "decisions")


def verdicts(of: Ledger) -> Section:
    """The section; says so when none was computed."""
    words = of.words
    title = (Words(words.text("verdicts_title")),)
    found = of.content.verdicts
    if not found:
        nothing = Sentence(words.pieces("verdicts_none"), (of.method,))
        return Section("verdicts", title, (Paragraph((nothing,)),))
    decided, bare = array("L"), array("L")
    for number, verdict in enumerate(found):
        rests = verdict.decisions or _concluded(of, verdict)
        (decided if rests else bare).append(number)
    return Section(
        anchor="verdicts",
        title=title,
        blocks=_table(of, Each(found.__getitem__, decided)),
        parts=(_without(of, Each(found.__getitem__, bare)),) if bare else (),
    )


def _concluded(of: Ledger, verdict: Verdict) -> bool:
    outcome = of.outcomes.get(verdict.claim)
    return outcome is not None and outcome.conclusion is not None


def _table(of: Ledger, decided: Sequence[Verdict]) -> tuple[Block, ...]:
    words = of.words
    if not decided:
        nothing = Sentence(words.pieces("verdicts_undecided"), (of.method,))
        return (Paragraph((nothing,)),)
    return (
        Table(
            caption=words.text("verdicts_caption"),
            columns=tuple(words.text(key) for key in _COLUMNS),
            rows=Each(partial(_row, of), decided),
        ),
    )


def _row(of: Ledger, verdict: Verdict) -> Row:
    words = of.words
    claim = of.claims[verdict.claim]
    return Row(
        (
            link(of.claim(claim.id)),
            told_pieces(claim, words, of.edits.get(claim.id)),
            (words.mark("verdict", verdict.label),),
            _said(of, verdict),
            _trace_and_changes(of, verdict),
            words.listed(links(map(of.decision, verdict.decisions))) or (Words("–"),),
        ),
        anchor=of.ref(Thing.VERDICT, claim.id),
    )


def _said(of: Ledger, verdict: Verdict) -> tuple[Piece, ...]:
    """What a person said of it, and when; what has changed since."""
    outcome = of.outcomes.get(verdict.claim)
    if outcome is None:
        return (Words("–"),)
    said = holds(of, outcome)
    if outcome.conclusion is None:
        return said
    more = (Words(" ("), *concluded(of, outcome.conclusion), Words(")"))
    stale = (Words(" "), *sentences(of, outcome.stale)) if outcome.stale else ()
    return (*said, *more, *stale)


def _without(of: Ledger, bare: Sequence[Verdict]) -> Section:
    """Verdicts that rest on no decision: what holds of those of one label and one trace, and which claims these are."""
    alike: dict[tuple[VerdictLabel, tuple[Piece, ...]], array[int]] = {}
    for verdict in bare:
        numbers = alike.setdefault((verdict.label, _trace(of, verdict)), array("L"))
        numbers.append(of.number(Thing.CLAIM, verdict.claim))
    return Section(
        anchor="verdicts-without-decision",
        title=(Words(of.words.text("verdicts_bare_title")),),
        blocks=tuple(
            block
            for (label, trace), numbers in alike.items()
            for block in (_holds(of, label, trace, len(numbers)), _numbers(of, numbers))
        ),
    )


def _holds(of: Ledger, label: VerdictLabel, trace: tuple[Piece, ...], count: int) -> Paragraph:
    pieces = of.words.pieces(
        "verdict_together",
        verdict=of.words.mark("verdict", label),
        trace=trace,
        count=Code(str(count)),
    )
    return Paragraph((Sentence(pieces, (of.method,)),))


def _numbers(of: Ledger, numbers: Sequence[int]) -> Table:
    """Which claims of which document, those that follow each other as first and last."""
    words, found = of.words, dict[str, "array[int]"]()
    for number in numbers:
        document = of.content.claims[number - 1].document
        found.setdefault(document, array("L")).append(number)
    return Table(
        caption=words.text("verdicts_bare_caption"),
        columns=tuple(
            words.text(key) for key in ("the_document", "verdicts_bare_count", "claims_caption")
        ),
        rows=Each(lambda name: _of_document(of, name, found[name]), tuple(found)),
    )


def _of_document(of: Ledger, document: str, numbers: Sequence[int]) -> Row:
    runs = of.words.listed(_run(of, first, last) for first, last in in_runs(numbers))
    return Row((link(of.document(document)), (Code(str(len(numbers))),), runs))


def _run(of: Ledger, first: int, last: int) -> tuple[Piece, ...]:
    ends = dict.fromkeys((first, last))
    refs = (of.claim(of.content.claims[number - 1].id) for number in ends)
    one, *others = (Link(replace(ref, label=ref.number)) for ref in refs)
    return (one, *(piece for other in others for piece in (Words("–"), other)))


def in_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of numbers that follow each other; they come from the least on."""
    first = last = None
    for number in numbers:
        if first is not None and last is not None and number != last + 1:
            yield first, last
            first = None
        first, last = number if first is None else first, number
    if first is not None and last is not None:
        yield first, last


def _trace_and_changes(of: Ledger, verdict: Verdict) -> tuple[Piece, ...]:
    """The rules that led there, and what would change it."""
    trace, outcome = _trace(of, verdict), of.outcomes.get(verdict.claim)
    if outcome is None or not outcome.proposal.changes:
        return trace
    return of.words.pieces("would_change_it", trace=trace, changes=changes(of, outcome.proposal))


def _trace(of: Ledger, verdict: Verdict) -> tuple[Piece, ...]:
    return sentences(of, verdict.trace) or (Words("–"),)
