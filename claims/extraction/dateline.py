"""The publication date, where the document states it itself."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Document, Role, Sentence
from claims.slots.time import find_dates

_FULL_DAY = len("2018-04-03")


def dated(document: Document, parts: tuple[Sentence, ...]) -> Document:
    """The document with the date of its first dateline that states a whole day; a date given by a person stays."""
    if document.published:
        return document
    for part in parts:
        if part.role is not Role.DATELINE:
            continue
        for date in find_dates(part.span.of(document.text)):
            whole = len(date.edtf) == _FULL_DAY and "/" not in date.edtf
            if whole and date.edtf[:4].isdecimal():
                return replace(document, published=date.edtf, published_reason="dateline")
    return document
