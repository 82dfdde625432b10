"""Which lines are not the text's own: menus, buttons, cookie bars, links to other texts, repeated titles.

What is set aside stays in the document and in its sentences (`Role.CHROME`); nothing is claimed from it. When in
doubt a line is kept: a rule needs a known phrase, or a run of lines that prose does not write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.model.document import Role
from claims.text.frames import Piece
from claims.text.lines import Line
from claims.text.phrases import bare, begins, chrome, marks

_OPENING_WORDS = 40
"""A line longer than this many words is prose, whatever it begins with."""
_SHORT_WORDS = 3
_MENU_RUN = 5
"""So many short lines on end are a menu even without a known word in them."""
_TITLE_WORDS = (3, 18)
_TITLE_LENGTH = 130
_PROSE_WORDS = 8
_TAIL_TITLES = 2
_STOPPED_SHARE = 0.6
"""Only a text whose paragraphs end with full stops shows by a missing one that a line is no paragraph."""
_REPEATED_WORDS = 4
_TEASERS = 4
_CREDIT_LINE = re.compile(r"^[\u2014\u2013-] .{1,60}\(@\w{1,15}\)")
_LINK = re.compile(r"^\W*(?:https?://|www\.|t\.me/|pic\.twitter\.com/|youtu\.be/)\S+\W*$|^[a-z0-9.-]+\.[a-z]{2,6}$", re.IGNORECASE)
_COUNTER = re.compile(r"^\W*\d[\d.,]*\s?[KMkm]?\W*$|^[\d:.,\s/|+-]+$|^\(\d{1,5}\)$")
_ELLIPSIS = ("...", "…", "..")
_URGENT = {"عاجل", "هام", "متابعات", "خبر", "شاهد", "بالفيديو", "فيديو", "صور", "breaking", "urgent"}


@dataclass(slots=True)
class _Page:
    """The lines of a document while they are being looked at."""

    lines: list[Line]
    roles: list[Role | None]
    folded: list[str] = field(default_factory=list)

    def aside(self, index: int) -> None:
        if self.roles[index] is None:
            self.roles[index] = Role.CHROME

    def free(self) -> Iterator[int]:
        return (index for index, role in enumerate(self.roles) if role is None)


def set_aside(pieces: Sequence[Piece]) -> list[Role | None]:
    """The role of each line as far as page furniture goes: `Role.CHROME`, what the frame told, or None."""
    page = _Page([piece.line for piece in pieces], [piece.role for piece in pieces])
    page.folded = [bare(row.text[:160]) if row.words <= _OPENING_WORDS else "" for row in page.lines]
    _known(page)
    _repeated(page)
    _menus(page)
    _links(page)
    _tail(page)
    return page.roles


def is_prose(row: Line) -> bool:
    """Whether a line reads like a paragraph: some words and a full stop."""
    return row.stopped and row.words >= _PROSE_WORDS and row.text.rstrip("\"»”’')] ").endswith((".", "۔", "،", ","))


def is_title(row: Line) -> bool:
    """Whether a line may be a title: some words, not too long, no full stop, no list sign, nothing announced."""
    least, most = _TITLE_WORDS
    goes_on = row.text.endswith((".", ":", "،", ",")) and not row.text.endswith(_ELLIPSIS)
    return least <= row.words <= most and len(row.text) <= _TITLE_LENGTH and not (row.mark or goes_on)


def _known(page: _Page) -> None:
    phrases = chrome()
    for index in page.free():
        row, folded = page.lines[index], page.folded[index]
        if not folded:
            if row.words <= _OPENING_WORDS:
                page.aside(index)
        elif (
            folded in phrases.whole
            or (folded in _URGENT and row.words <= 1)
            or begins(folded, phrases.opening)
            or _LINK.match(row.text)
            or _COUNTER.match(row.text)
            or _CREDIT_LINE.match(row.text)
            or any(phrase in folded for phrase in phrases.anywhere)
        ):
            page.aside(index)
        elif row.words <= 8 and begins(folded, phrases.ending):
            for later in range(index, len(page.lines)):
                page.aside(later)
            return


def _repeated(page: _Page) -> None:
    seen: set[str] = set()
    teasers = 0
    body = ""
    for index in page.free():
        row, folded = page.lines[index], page.folded[index]
        if not folded or row.words < _REPEATED_WORDS:
            continue
        if folded in seen:
            page.aside(index)
        elif row.text.endswith(_ELLIPSIS) and teasers < _TEASERS:
            teasers += 1
            body = body or "\n".join(other.text for other in page.lines)
            stem = row.text.rstrip(". …")
            if body.find(stem, body.find(stem) + len(stem)) >= 0:
                page.aside(index)
        elif index and _shared_title(page, folded, seen):
            page.aside(index)
        seen.add(folded)


def _shared_title(page: _Page, folded: str, seen: set[str]) -> bool:
    first, _, rest = folded.partition(" ")
    return first in chrome().whole and any(title.startswith(rest) for title in list(seen)[:3])


def _menus(page: _Page) -> None:
    phrases = chrome()
    run: list[int] = []
    for index in [*range(len(page.lines)), -1]:
        if index >= 0 and (page.roles[index] is Role.CHROME or _is_short(page, index)):
            run.append(index)
            continue
        short = [i for i in run if page.roles[i] is None]
        known = sum(page.folded[i] in phrases.menu for i in short)
        announced = bool(run) and run[0] > 0 and _announces(page, run[0] - 1)
        if short and not announced and (known or len(short) >= _MENU_RUN):
            for i in short:
                page.aside(i)
        run = []


def _is_short(page: _Page, index: int) -> bool:
    row = page.lines[index]
    return (
        page.roles[index] is None
        and row.words <= _SHORT_WORDS
        and not row.mark
        and not row.stopped
        and not row.text.endswith((":", "،", ","))
        and not any(letter.isdigit() for letter in row.text)
    )


def _announces(page: _Page, index: int) -> bool:
    row = page.lines[index]
    return row.text.rstrip("\u200f ").endswith(":") or not marks().heads.isdisjoint(page.folded[index].split())


def _links(page: _Page) -> None:
    """Headings like «اقرأ أيضا» with the titles below or beside them."""
    headings = chrome().heading
    index = 0
    while index < len(page.lines):
        folded = page.folded[index]
        head, colon, _ = folded.partition(":")
        plain = folded in headings
        if page.roles[index] is not Role.DATELINE and (plain or (colon and head.strip() in headings)):
            page.aside(index)
            if plain:
                index = _titles_below(page, index + 1)
                continue
        index += 1


def _titles_below(page: _Page, index: int) -> int:
    while index < len(page.lines) and (page.roles[index] is Role.CHROME or _may_be_link(page.lines[index])):
        page.aside(index)
        index += 1
    return index


def _may_be_link(row: Line) -> bool:
    return not is_prose(row) and row.words <= _TITLE_WORDS[1] and len(row.text) <= _TITLE_LENGTH


def _tail(page: _Page) -> None:
    """Titles of other texts after the last paragraph."""
    long = [i for i in page.free() if page.lines[i].words >= _PROSE_WORDS and not is_title(page.lines[i])]
    prose = [i for i in long if is_prose(page.lines[i])]
    if not prose or len(prose) < _STOPPED_SHARE * len(long):
        return
    last = prose[-1]
    rest = [i for i in range(last + 1, len(page.lines)) if page.roles[i] is None]
    titles = [i for i in rest if is_title(page.lines[i]) and page.lines[i].words > _SHORT_WORDS]
    if _announces(page, last) or any(page.lines[i].mark for i in rest):
        return
    if len(titles) >= _TAIL_TITLES and all(_may_be_link(page.lines[i]) for i in rest):
        for i in rest:
            page.aside(i)
