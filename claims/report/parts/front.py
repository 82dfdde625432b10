"""What stands before the first section: when, by what, how much, and the head of the record."""

from __future__ import annotations

from collections.abc import Sequence

from claims.report.captions import moment, words_of
from claims.report.ledger import Ledger
from claims.report.value import Block, Code, Facts, Piece, Words


def title(of: Ledger) -> tuple[Piece, ...]:
    """The title of the report."""
    words = of.words
    return words.pieces("of_case", report=words.text("report"), title=words_of(of.content.title))


def front(of: Ledger) -> tuple[Block, ...]:
    """Figures of the whole case."""
    content, words = of.content, of.words
    rows: list[tuple[str, tuple[Piece, ...]]] = [
        ("question", _stated(of, content.question)),
        ("scope", _stated(of, content.scope)),
        *([("version", _version(of, content.version.number))] if content.version else []),
        ("made_at", (Code(moment(content.made_at)),)),
        ("program", (Code(content.program),)),
        ("policy", policies(of)),
        ("documents_count", _count(content.documents)),
        ("claims_count", _count(content.claims)),
        ("pairs_count", _count(content.comparisons)),
        ("decided_count", _count(of.decided)),
        ("undecided_count", _count(of.undecided)),
        ("problems_count", _count(content.problems)),
        *([("left_out_count", _count(content.left_out))] if content.left_out else []),
        ("audit_head", audit_head(of)),
    ]
    return (Facts(tuple((words.text(label), value) for label, value in rows)),)


def policies(of: Ledger) -> tuple[Piece, ...]:
    """The policies behind verdicts and grades, usually one of each."""
    content, words = of.content, of.words
    named = dict.fromkeys(
        (
            *(("claim", verdict.policy) for verdict in content.verdicts),
            *(("incident", grade.proposal.policy) for grade in content.grades),
        )
    )
    if not named:
        return (Words(words.text("no_policy")),)
    return words.listed(
        (words.pieces(f"policy_of_{matter}", policy=Code(name)) for matter, name in named),
        by="semicolon",
    )


def audit_head(of: Ledger) -> tuple[Piece, ...]:
    """Number and hash of the newest row of the audit chain."""
    content = of.content
    if not content.audit_hash:
        return (Words(of.words.text("audit_empty")),)
    if not content.audit_seq:
        return of.words.pieces("audit_blind", hash=Code(content.audit_hash))
    return of.words.pieces(
        "audit_value", number=Code(str(content.audit_seq)), hash=Code(content.audit_hash)
    )


def _stated(of: Ledger, text: str) -> tuple[Piece, ...]:
    """What people say the case is about, or that they have not said it."""
    return (words_of(text),) if text.strip() else (Words(of.words.text("case_not_stated")),)


def _version(of: Ledger, number: int) -> tuple[Piece, ...]:
    """What is written now becomes the version after the last that was given out, once it is given out itself."""
    return of.words.pieces("draft_of", number=Code(str(number + 1)))


def _count(items: Sequence[object]) -> tuple[Piece, ...]:
    return (Code(str(len(items))),)
