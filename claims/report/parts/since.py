"""Corrections: what has changed since the version of the report that was given out last."""

from __future__ import annotations

from functools import partial
from typing import Final

from claims.report.captions import moment, words_of
from claims.report.content import Changed
from claims.report.later import Each
from claims.report.ledger import Ledger
from claims.report.value import (
    Block,
    Code,
    Link,
    Listing,
    Paragraph,
    Piece,
    Section,
    Sentence,
    Thing,
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
        "since_version" if version.seq else "since_version_blind",
        number=Code(str(version.number)),
        when=Code(moment(version.at)),
        who=words_of(version.by),
        seq=Code(str(version.seq)),
    )
    told = [Sentence(head, (of.record,))]
    if version.note:
        note = words.pieces("since_note", note=words_of(version.note, quoted=True))
        told.append(Sentence(note, (of.record,)))
    blocks: tuple[Block, ...] = (Paragraph(tuple(told)),)
    if version.changes:
        blocks += (Listing(Each(partial(_change, of), version.changes)),)
    else:
        nothing = Sentence(words.pieces("since_nothing"), (of.record,))
        blocks += (Paragraph((nothing,)),)
    return Section("since", title, blocks)


def _change(of: Ledger, changed: Changed) -> Sentence:
    """What was said of a thing and what is said now, and the thing, where it still stands in the report."""
    words = of.words
    thing = _REFS[changed.kind]
    there = changed.id in of.numbers[thing]
    ref = of.ref(thing, changed.id) if there else of.record
    name: Piece = Link(ref) if there else Code(changed.id)
    how = f"_{changed.how}" if changed.how else ""
    said = words.pieces(
        f"changed_{changed.kind}{how}",
        thing=name,
        before=changed.before.within(words.language),
        after=changed.after.within(words.language),
    )
    return Sentence(said, (ref,))


_REFS: Final = {
    "claim": Thing.CLAIM,
    "document": Thing.DOCUMENT,
    "incident": Thing.INCIDENT,
    "pair": Thing.PAIR,
}
