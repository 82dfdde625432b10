"""Where evidence lies outside of the case, as people said: beside the thing that it is about. Nothing is fetched from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model import Evidence, Remark, Topic
from claims.report.captions import moment, words_of
from claims.report.ledger import Ledger
from claims.report.parts.outcomes import Fact
from claims.report.parts.who import who
from claims.report.value import Code, Piece, Ref, Sentence


def evidence_facts(of: Ledger, topics: Iterable[Topic]) -> list[Fact]:
    """A label and what is said, for each link to evidence on these things."""
    label = of.words.text("evidence")
    return [(label, _told(of, row, said)) for row, said in _on(of, topics)]


def evidence_sentences(
    of: Ledger, topics: Iterable[Topic], rests_on: tuple[Ref, ...]
) -> tuple[Sentence, ...]:
    """The same, a sentence each."""
    return tuple(
        Sentence(of.words.pieces("evidence_line", told=_told(of, row, said)), rests_on)
        for row, said in _on(of, topics)
    )


def _on(of: Ledger, topics: Iterable[Topic]) -> Iterator[tuple[Remark, Evidence]]:
    for topic in topics:
        for row in of.evidence.get(topic, ()):
            if isinstance(row.content, Evidence):
                yield row, row.content


def _told(of: Ledger, row: Remark, said: Evidence) -> tuple[Piece, ...]:
    """Address, copy, hash, when it was seen and what it shows, as far as it is said; who attached it, and when."""
    words = of.words
    more: list[tuple[Piece, ...]] = [(words_of(said.address),)]
    if said.archive:
        more.append(words.pieces("evidence_archive", archive=words_of(said.archive)))
    if said.sha256:
        more.append(words.pieces("evidence_hash", hash=Code(said.sha256)))
    if said.retrieved:
        more.append(words.pieces("evidence_seen", when=Code(said.retrieved)))
    if said.comment:
        more.append(words.pieces("evidence_shows", comment=words_of(said.comment, quoted=True)))
    by = who(words, row.by, row.taken_in)
    more.append(words.pieces("evidence_by", who=by, when=Code(moment(row.at))))
    return words.listed(more, by="semicolon")
