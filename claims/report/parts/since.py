"""Corrections: what has changed since the version of the report that was given out last."""

from __future__ import annotations

from claims.model import Message
from claims.report.captions import words_of
from claims.report.ledger import Ledger
from claims.report.value import (
    Block,
    Code,
    Listing,
    Paragraph,
    Ref,
    Section,
    Sentence,
    Words,
)


def since(of: Ledger) -> Section:
    """The section; says so before the first version was given out."""
    words, version = of.words, of.content.version
    title = (Words(words.text("since_title")),)
    if version is None:
        unread = any(each.kind == "version" for each in of.content.left_out)
        key = "since_unread" if unread else "since_none"
        first = Sentence(words.pieces(key), (of.record if unread else of.method,))
        return Section("since", title, (Paragraph((first,)),))
    head = words.pieces(
        "since_version",
        number=Code(str(version.number)),
        when=Code(version.at),
        who=words_of(version.by),
        seq=Code(str(version.seq)),
    )
    told = [Sentence(head, (of.record,))]
    if version.note:
        note = words.pieces("since_note", note=words_of(version.note, quoted=True))
        told.append(Sentence(note, (of.record,)))
    blocks: tuple[Block, ...] = (Paragraph(tuple(told)),)
    if version.changes:
        blocks += (Listing(tuple(_change(of, each, name) for each, name in version.changes)),)
    else:
        nothing = Sentence(words.pieces("since_nothing"), (of.record,))
        blocks += (Paragraph((nothing,)),)
    return Section("since", title, blocks)


def _change(of: Ledger, message: Message, name: str) -> Sentence:
    return Sentence((Words(message.within(of.words.language)),), (_about(of, name),))


def _about(of: Ledger, name: str) -> Ref:
    """The claim, pair, incident or document that a change is about, where it still stands; else the record."""
    for known, ref in (
        (of.claims, of.claim),
        (of.grades, of.incident),
        (of.documents, of.document),
    ):
        if name in known:
            return ref(name)
    pair = next((each.key for each in of.content.comparisons if str(each.key) == name), None)
    return of.record if pair is None else of.pair(pair)
