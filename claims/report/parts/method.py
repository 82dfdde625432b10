"""How the report came about, by which policy, and what its words mean."""

from __future__ import annotations

from enum import StrEnum

from claims.model import Level, Relation, Vocabulary
from claims.report.ledger import Ledger
from claims.report.naming import NamedBy
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
)


def method(of: Ledger) -> Section:
    """The section."""
    words = of.words
    told = [Sentence(words.pieces(key), (of.method,)) for key in _TOLD]
    how = of.content.naming.how
    if how is not NamedBy.NAMES:
        told.append(Sentence(words.pieces(f"method_people_{how}"), (of.method,)))
    if of.content.verdicts:
        told.append(Sentence(words.pieces("method_policy", policy=policies(of)), (of.method,)))
    if of.content.waits:
        told.append(Sentence(words.pieces("evidence_withheld"), (of.method,)))
    tables = (
        *(_meanings(of, caption, name, kind) for caption, name, kind in _MEANINGS),
        *(_words(of, vocabulary) for vocabulary in of.content.vocabularies),
    )
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


def _words(of: Ledger, vocabulary: Vocabulary) -> Table:
    """The words that people choose from, with their name and version."""
    words, language = of.words, of.words.language
    name = vocabulary.name.within(language)
    caption = words.text(f"words_of_{vocabulary.scale}", name=name, version=vocabulary.id)
    rows = tuple(
        Row(((Words(each.name.within(language)),), (Words(each.definition.within(language)),)))
        for each in vocabulary.terms
    )
    return Table(caption, (words.text("word"), words.text("meaning")), rows)
