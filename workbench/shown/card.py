"""What people said of a document, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claims.model import Described, Particulars
from workbench.shown import dates, documents, names
from workbench.shown.tables import Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate, mark

ENTRIES: Final = {
    "title": mark("Title"),
    "publisher": mark("Publisher"),
    "author": mark("Author"),
    "published": mark("Published"),
    "address": mark("Address"),
    "language": mark("Language"),
    "archive": mark("Address of an archived copy"),
}


def history(rows: Sequence[Described], words: Words) -> Table:
    """Every word on a document, the newest first: who, when, what changed by it, and why."""
    columns: list[Column] = [
        {"name": words("Who"), "narrow": True},
        {"name": words("When"), "narrow": True},
        {"name": words("What was said"), "wide": True},
        {"name": words("Why")},
    ]
    cards = [None, *(row.said for row in rows)]
    told = [
        Row(
            id="",
            cells=[
                evidence(row.by),
                plain(dates.came(dates.caption(row.at[:10], words), row.taken_in, words)),
                plain(_what(row, before, now, words)),
                evidence(row.reason) if row.reason else plain("–"),
            ],
        )
        for row, (before, now) in zip(rows, pairwise(cards), strict=True)
    ]
    return table(words("What was said of this document"), columns, reversed(told))


def _what(row: Described, before: Particulars | None, now: Particulars | None, words: Words) -> str:
    if row.undoes is not None:
        return words("taken back")
    if now is None:
        return words("as it came")
    names_of = ENTRIES if before is None else before.changed(now)
    entries = (
        words("{entry}: {value}", entry=words(ENTRIES[name]), value=isolate(value))
        for name in names_of
        if (value := _value(now, name, words)) or before is not None
    )
    return words("; ").join(entries)


def _value(card: Particulars, name: str, words: Words) -> str:
    if name == "publisher":
        publisher = card.publisher
        return (
            ""
            if publisher is None
            else f"{isolate(publisher.name)} ({words(names.LINEAGES[publisher.lineage])})"
        )
    if name == "language":
        return words(documents.LANGUAGES.get(card.language, "undetermined"))
    if name == "published":
        return dates.caption(card.published, words) if card.published else ""
    return str(getattr(card, name))
