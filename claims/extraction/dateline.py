"""The publication date, where the document states it itself, and the day that its relative days are told from."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Document, Role, Sentence
from claims.slots.time import find_dates

_FULL_DAY = len("2018-04-03")
_HEAD = 40
"""Characters at the head of a text within which the bare day that opens it ends."""
_LATER = ("last updated", "updated", "modified", "last modified", "edited")
"""How a stamp begins that may be far from the day on which a text was written, but not before it."""
_GLUED = re.compile(r"(?<=[a-z] \d\d)(?=(?:19|20)\d\d$)")
"""Where the comma is lost between day and year of a stamp (Jun 062016)."""


def dated(document: Document, parts: tuple[Sentence, ...]) -> Document:
    """The document with the date of its first dateline that states a whole day; a date given by a person stays."""
    if document.published:
        return document
    for part in parts:
        if part.role is not Role.DATELINE:
            continue
        day = _whole_day(part.span.of(document.text))
        if day:
            return replace(document, published=day, published_reason="dateline")
    return document


def written(document: Document, parts: tuple[Sentence, ...]) -> Document:
    """The document as of the day that an English text bears at its head: its *Saturday* is told from there.

    A date given by a person may be that of another edition, of a copy or of an archive; it stays that of the document. What was
    updated last before that day was written before it.
    """
    for part in parts:
        text = part.span.of(document.text)
        if part.role in {Role.CHROME, Role.HEADLINE}:
            continue
        stamp = part.role is Role.DATELINE
        english = part.language == "en"
        head = _GLUED.sub(" ", text) if stamp else _opening(document, part)
        day = _whole_day(head, "en") if english else ""
        later = stamp and text.lower().startswith(_LATER) and day >= document.published
        return replace(document, published=day) if day and not later else document
    return document


def _opening(document: Document, part: Sentence) -> str:
    """The words at the head of a text that begins with a bare day, "" where other words stand before it."""
    if part.span.start:
        return ""
    head = document.text[:_HEAD]
    days = find_dates(head, language="en")
    return days[0].span.of(head) if days and days[0].span.start == 0 else ""


def _whole_day(text: str, language: str = "") -> str:
    """The first day with month and year in some words, "" for none."""
    days = (date.edtf for date in find_dates(text, language=language))
    return next((d for d in days if len(d) == _FULL_DAY and "/" not in d and d[:4].isdecimal()), "")
