"""How the report came about, by which policy, and what its words mean."""

from __future__ import annotations

from enum import StrEnum

from claims.model import Level, Relation, VerdictLabel
from claims.report.ledger import Ledger
from claims.report.parts.front import policies
from claims.report.value import Paragraph, Row, Section, Sentence, Table, Words

_TOLD = (
    "method_quotes",
    "method_brackets",
    "method_pairs",
    "method_findings",
    "method_levels",
    "method_pending",
)
_MEANINGS: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("words_of_levels", "level", Level),
    ("words_of_relations", "relation", Relation),
    ("words_of_verdicts", "verdict", VerdictLabel),
)


def method(of: Ledger) -> Section:
    """The section."""
    words = of.words
    told = [Sentence(words.pieces(key), (of.method,)) for key in _TOLD]
    if of.content.verdicts:
        told.append(Sentence(words.pieces("method_policy", policy=policies(of)), (of.method,)))
    tables = (_meanings(of, caption, name, kind) for caption, name, kind in _MEANINGS)
    return Section(
        anchor=of.method.anchor,
        title=(Words(words.text("method_title")),),
        blocks=(Paragraph(tuple(told)), *tables),
        things=(of.method,),
    )


def _meanings(of: Ledger, caption: str, vocabulary: str, kind: type[StrEnum]) -> Table:
    words = of.words
    rows = tuple(
        Row(((words.mark(vocabulary, word),), (Words(words.definition(vocabulary, word)),)))
        for word in kind
    )
    return Table(words.text(caption), (words.text("word"), words.text("meaning")), rows)
