"""The verdicts: which label, by which rules, from which decisions."""

from __future__ import annotations

from claims.model import Verdict
from claims.report.captions import words_of
from claims.report.ledger import Ledger, link
from claims.report.value import (
    Code,
    Paragraph,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)

_COLUMNS = ("the_claim", "statement", "verdict", "trace", "decisions", "policy")


def verdicts(of: Ledger) -> Section:
    """The section; says so when none was computed."""
    words = of.words
    title = (Words(words.text("verdicts_title")),)
    if not of.content.verdicts:
        nothing = Sentence(words.pieces("verdicts_none"), (of.method,))
        return Section("verdicts", title, (Paragraph((nothing,)),))
    table = Table(
        caption=words.text("verdicts_caption"),
        columns=tuple(words.text(key) for key in _COLUMNS),
        rows=tuple(_row(of, verdict) for verdict in of.content.verdicts),
    )
    return Section("verdicts", title, (table,))


def _row(of: Ledger, verdict: Verdict) -> Row:
    words = of.words
    claim = of.claims[verdict.claim]
    trace = " ".join(rule.within(words.language) for rule in verdict.trace)
    decisions = words.listed(link(of.decision(each)) for each in verdict.decisions)
    return Row(
        (
            link(of.claim(claim.id)),
            (words_of(claim.statement),),
            (words.mark("verdict", verdict.label),),
            (Words(trace or "–"),),
            decisions or (Words("–"),),
            (Code(verdict.policy),),
        ),
        anchor=of.ref(Thing.VERDICT, claim.id),
    )
