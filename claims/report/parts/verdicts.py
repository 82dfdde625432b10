"""The verdicts: which label, by which rules, from which decisions.

Verdicts that rest on decisions stand in a table, a row each. The others follow from the absence of decisions; they
are listed together, label by label, with the claims they hold for.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial

from claims.model import Verdict, VerdictLabel
from claims.report.captions import words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.outcomes import changes, concluded, holds, sentences
from claims.report.value import (
    Block,
    Listing,
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
            (words_of(claim.statement),),
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
    """Verdicts that rest on no decision, those of one label and one trace in one sentence."""
    alike: dict[tuple[VerdictLabel, tuple[Piece, ...]], list[str]] = {}
    for verdict in bare:
        alike.setdefault((verdict.label, _trace(of, verdict)), []).append(verdict.claim)
    return Section(
        anchor="verdicts-without-decision",
        title=(Words(of.words.text("verdicts_bare_title")),),
        blocks=(
            Listing(
                tuple(_together(of, label, trace, each) for (label, trace), each in alike.items())
            ),
        ),
        things=Each(lambda verdict: of.ref(Thing.VERDICT, verdict.claim), bare),
    )


def _together(
    of: Ledger, label: VerdictLabel, trace: tuple[Piece, ...], alike: list[str]
) -> Sentence:
    words = of.words
    refs = tuple(map(of.claim, alike))
    pieces = words.pieces(
        "verdict_together",
        verdict=words.mark("verdict", label),
        trace=trace,
        claims=words.listed(links(refs)),
    )
    return Sentence(pieces, refs)


def _trace_and_changes(of: Ledger, verdict: Verdict) -> tuple[Piece, ...]:
    """The rules that led there, and what would change it."""
    trace, outcome = _trace(of, verdict), of.outcomes.get(verdict.claim)
    if outcome is None or not outcome.proposal.changes:
        return trace
    return of.words.pieces("would_change_it", trace=trace, changes=changes(of, outcome.proposal))


def _trace(of: Ledger, verdict: Verdict) -> tuple[Piece, ...]:
    return sentences(of, verdict.trace) or (Words("–"),)
