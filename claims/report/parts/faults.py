"""What the checks noticed in the claims, and what was not read or not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from claims.model import Finding, Problem
from claims.report.captions import words_of
from claims.report.content import Unreadable
from claims.report.later import Each
from claims.report.ledger import Ledger, link
from claims.report.value import (
    Code,
    Foreign,
    Listing,
    Paragraph,
    Piece,
    Ref,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)


def findings(of: Ledger) -> Section:
    """What the checks noticed: a sentence each, with every claim that it is about; says so when there is nothing."""
    title = (Words(of.words.text("findings_title")),)
    noticed = defaultdict[tuple[str, Finding], list[str]](list)
    for claim in of.content.claims:
        for finding in claim.findings:
            noticed[claim.document, finding].append(claim.id)
    items = Each(lambda each: _finding(of, *each), list(noticed.items()))
    if not items:
        nothing = Sentence(of.words.pieces("findings_none"), (of.method,))
        return Section("findings", title, (Paragraph((nothing,)),))
    return Section("findings", title, (Listing(items),))


def problems(of: Ledger) -> Section:
    """What was not read or not understood, and what is damaged: a row each; says so when there is nothing."""
    words = of.words
    title = (Words(words.text("problems_title")),)
    parts = _left_out(of)
    if not of.content.problems:
        nothing = Sentence(words.pieces("problems_none"), (of.method,))
        return Section("problems", title, (Paragraph((nothing,)),), parts)
    table = Table(
        caption=words.text("problems_title"),
        columns=tuple(words.text(key) for key in ("number", "the_document", "what", "quote")),
        rows=Each(
            lambda at: _problem(of, at + 1, of.content.problems[at]),
            range(len(of.content.problems)),
        ),
    )
    return Section("problems", title, (table,), parts)


def _left_out(of: Ledger) -> tuple[Section, ...]:
    """What the case holds and could not be read, so that the report goes on without it; no section without any."""
    words, missing = of.words, of.content.left_out
    if not missing:
        return ()
    note = Sentence(_note(of), (of.record,))
    table = Table(
        caption=words.text("left_out_title"),
        columns=tuple(words.text(key) for key in ("kind", "id", "what")),
        rows=Each(partial(_missing, of), missing),
    )
    title = (Words(words.text("left_out_title")),)
    return (Section("left-out", title, (Paragraph((note,)), table)),)


def _note(of: Ledger) -> tuple[Piece, ...]:
    count = Code(str(len(of.content.left_out)))
    return of.words.pieces("left_out_note", count=count, command=Code("claims verify"))


def _missing(of: Ledger, each: Unreadable) -> Row:
    words = of.words
    kind, why = words.text(f"the_{each.kind}"), words.text(f"left_out_{each.why}")
    return Row(((Words(kind),), (Code(each.id or "–"),), (Words(why),)))


def _finding(of: Ledger, noticed: tuple[str, Finding], claims: Sequence[str]) -> Sentence:
    """What was noticed in a document, once for all claims that share the words."""
    name, finding = noticed
    document = of.documents[name]
    words = finding.span.of(document.text)
    pieces = of.words.pieces(
        "finding",
        message=of.told(finding.message),
        quote=words_of(words, quoted=True),
    )
    return Sentence(pieces, (*map(of.claim, claims), of.document(document.id)))


def _problem(of: Ledger, number: int, problem: Problem) -> Row:
    words = of.words
    document = of.documents.get(problem.document)
    quote: tuple[Foreign | Words, ...] = (Words("–"),)
    if document is not None and problem.span is not None:
        quote = (words_of(problem.span.of(document.text), quoted=True),)
    return Row(
        (
            (Words(str(number)),),
            (Words("–"),) if document is None else link(of.document(document.id)),
            (Words(problem.message.within(words.language)),),
            quote,
        ),
        anchor=Ref(Thing.PROBLEM, str(number)),
    )
