"""Which lines are not the text's own: menus, buttons, cookie bars, links to other texts, repeated titles.

What is set aside stays in the document and in its sentences (`Role.CHROME`); nothing is claimed from it. When in
doubt a line is kept: a rule needs a known phrase, or a run of lines that prose does not write.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.model.document import Role
from claims.text.frames import Piece
from claims.text.lines import WHOLE_WORDS, Line
from claims.text.phrases import begins, chrome, marks

_OPENING_WORDS = 40
"""A line longer than this many words is prose, whatever it begins with."""
_SHORT_WORDS = 3
_MENU_RUN = 5
"""So many short lines on end are a menu even without a known word in them."""
_TITLE_WORDS = (3, 18)
_TITLE_LENGTH = 130
_LINK_WORDS = 30
_LINK_LENGTH = 220
_PROSE_WORDS = 8
_TAIL_TITLES = 2
_TICKER_TITLES = 3
_HEAD_WORDS = 8
"""A line that announces a list without a colon is short."""
_STOPPED_SHARE = 0.6
"""Only a text whose paragraphs end with full stops shows by a missing one that a line is no paragraph."""
_REPEATED_WORDS = 4
_TEASERS = 4
_CREDIT_LINE = re.compile(r"^[\u2014\u2013-] .{1,60}\(@\w{1,15}\)")
_LINK = re.compile(
    r"^\W*(?:https?://|www\.|t\.me/|pic\.twitter\.com/|youtu\.be/)\S+\W*$|^[\w.+-]*@?[a-z0-9.-]+\.[a-z]{2,6}$|^\[email",
    re.IGNORECASE | re.ASCII,
)
_TAGS = re.compile(r"(?:[\W_]*#\s?\w+)+\W*")
_MANY_TAGS = 4
_TAGS_LENGTH = 400
_LABEL_REPEATS = 3
_COUNTER = re.compile(r"^\W*\d[\d.,]*\s?[KMkm]?\W*$|^(?!\d{1,4}[/.-]\d{1,2}[/.-]\d)[\d:.,\s/|+-]+$")
_ELLIPSIS = ("...", "…", "..")
_SIGN_WORDS = 5
_STRETCHED = re.compile(r"(.)\1+")
_URGENT = {
    "عاجل",
    "هام",
    "متابعات",
    "خبر",
    "شاهد",
    "بالفيديو",
    "فيديو",
    "صور",
    "breaking",
    "urgent",
}


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
    page.folded = [row.folded for row in page.lines]
    _known(page)
    _repeated(page)
    _labels(page)
    _menus(page)
    _links(page)
    _tail(page)
    _tickers(page)
    return page.roles


def is_prose(row: Line) -> bool:
    """Whether a line reads like a paragraph: some words and a full stop."""
    return (
        row.stopped
        and row.words >= _PROSE_WORDS
        and row.text.rstrip("\"»”’')] ").endswith((".", "۔", "،", ","))
    )


def is_title(row: Line) -> bool:
    """Whether a line may be a title: some words, not too long, no full stop, no list sign, nothing announced."""
    least, most = _TITLE_WORDS
    goes_on = row.text.endswith((".", ":", "،", ",")) and not row.text.endswith(_ELLIPSIS)
    return (
        least <= row.words <= most and len(row.text) <= _TITLE_LENGTH and not (row.mark or goes_on)
    )


def _known(page: _Page) -> None:
    phrases = chrome()
    for index in page.free():
        row, folded = page.lines[index], page.folded[index]
        if row.words > _OPENING_WORDS:
            continue
        if (
            not folded
            or folded in phrases.whole
            or begins(folded, phrases.opening)
            or (row.words <= _SIGN_WORDS and _is_sign(row, folded))
            or (row.text[0] in "—–-" and _CREDIT_LINE.match(row.text))
            or any(phrase in folded for phrase in phrases.anywhere)
        ):
            page.aside(index)
        elif row.words <= _HEAD_WORDS and begins(folded, phrases.ending):
            for later in range(index, len(page.lines)):
                page.aside(later)
            return


_LONGEST_SIGN = 200
"""Characters; an address or a counter is shorter, and longer lines would cost quadratic time."""


def _is_sign(row: Line, folded: str) -> bool:
    """Whether a line of a word or two is an address, a counter or a call for attention."""
    if len(row.text) > _LONGEST_SIGN:
        return False
    attention = row.words == 1 and _STRETCHED.sub(r"\1", folded) in _URGENT
    return attention or bool(_LINK.match(row.text) or _COUNTER.match(row.text))


def _repeated(page: _Page) -> None:
    seen: set[str] = set()
    teasers = 0
    body = title = ""
    for index in page.free():
        row = page.lines[index]
        folded = page.folded[index] if row.words <= WHOLE_WORDS else row.text
        if row.words < _REPEATED_WORDS:
            continue
        if folded in seen:
            page.aside(index)
        elif row.text.endswith(_ELLIPSIS) and teasers < _TEASERS:
            teasers += 1
            body = body or "\n".join(other.text for other in page.lines)
            stem = row.text.rstrip(". …")
            if body.find(stem, body.find(stem) + len(stem)) >= 0:
                page.aside(index)
        elif title and _shared_title(folded, title):
            page.aside(index)
        title = title or folded
        seen.add(folded)


def _shared_title(folded: str, title: str) -> bool:
    """Whether a line is a button's word and the beginning of the title («طباعة هل يوفر …»)."""
    first, _, rest = folded.partition(" ")
    return first in chrome().whole and title.startswith(rest)


def is_tags(stretch: str) -> bool:
    """Whether a stretch of text holds hashtags only."""
    return "#" in stretch and len(stretch) <= _TAGS_LENGTH and _TAGS.fullmatch(stretch) is not None


def _labels(page: _Page) -> None:
    """Short lines that come again and again, and tags that say what a post is about."""
    often = Counter(page.folded[i] for i in page.free() if page.lines[i].words <= _SHORT_WORDS)
    tags_only = True
    for index in reversed(list(page.free())):
        row = page.lines[index]
        if is_tags(row.text):
            if tags_only or row.text.count("#") >= _MANY_TAGS:
                page.aside(index)
        elif (
            row.words <= _SHORT_WORDS
            and often[page.folded[index]] >= _LABEL_REPEATS
            and not row.mark
        ):
            page.aside(index)
        else:
            tags_only = False


def _menus(page: _Page) -> None:
    """Runs of short lines that hold a word of a menu, or that are long and stand above or below all paragraphs."""
    prose = [i for i in page.free() if is_prose(page.lines[i])]
    run: list[int] = []
    for index in range(len(page.lines) + 1):
        if index < len(page.lines) and (page.roles[index] is Role.CHROME or _is_short(page, index)):
            run.append(index)
            continue
        short = [i for i in run if page.roles[i] is None]
        if short and not (run[0] and _announces(page, run[0] - 1)) and _is_menu(page, short, prose):
            for i in short:
                page.aside(i)
        run = []


def _is_menu(page: _Page, short: list[int], prose: list[int]) -> bool:
    if any(page.folded[i] in chrome().menu for i in short):
        return True
    outside = bool(prose) and (short[0] < prose[0] or short[-1] > prose[-1])
    return outside and len(short) >= _MENU_RUN


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
    if row.text.rstrip("\u200f ").endswith(":"):
        return True
    return (
        row.words <= _HEAD_WORDS
        and not row.stopped
        and not marks().heads.isdisjoint(page.folded[index].split())
    )


def _links(page: _Page) -> None:
    """Headings like «اقرأ أيضا» with the titles below or beside them."""
    headings = chrome().heading
    index = 0
    while index < len(page.lines):
        folded = page.folded[index]
        head, colon, _ = folded.partition(":")
        plain = folded in headings
        if page.roles[index] is not Role.DATELINE and (
            plain or (colon and head.strip() in headings)
        ):
            page.aside(index)
            if plain:
                index = _titles_below(page, index + 1)
                continue
        index += 1


def _titles_below(page: _Page, index: int) -> int:
    while index < len(page.lines) and (
        page.roles[index] is Role.CHROME or _may_be_link(page.lines[index])
    ):
        page.aside(index)
        index += 1
    return index


def _may_be_link(row: Line) -> bool:
    return not is_prose(row) and row.words <= _LINK_WORDS and len(row.text) <= _LINK_LENGTH


def _tail(page: _Page) -> None:
    """Titles of other texts after the last paragraph."""
    long = [
        i
        for i in page.free()
        if page.lines[i].words >= _PROSE_WORDS and not is_title(page.lines[i])
    ]
    prose = [i for i in long if is_prose(page.lines[i])]
    if not prose or len(prose) < _STOPPED_SHARE * len(long):
        return
    last = prose[-1]
    rest = [i for i in range(last + 1, len(page.lines)) if page.roles[i] is None]
    titles = [i for i in rest if is_title(page.lines[i]) and page.lines[i].words > _SHORT_WORDS]
    if _announces(page, last) or any(page.lines[i].mark for i in rest) or _one_post(page):
        return
    if len(titles) >= _TAIL_TITLES and all(_may_be_link(page.lines[i]) for i in rest):
        for i in rest:
            page.aside(i)


def _one_post(page: _Page) -> bool:
    """Whether an English text is a block of lines with nothing around it: a post, whose last lines need no full stop."""
    plain = not any(row.apart for row in page.lines) and Role.CHROME not in page.roles
    return plain and all(row.text.isascii() for row in page.lines[-_TAIL_TITLES:])


def _tickers(page: _Page) -> None:
    """Titles of other texts above the headline, parted from it by menus."""
    first = next((i for i in page.free() if is_prose(page.lines[i])), None)
    if first is None:
        return
    groups: list[list[int]] = [[]]
    for index in range(first):
        if page.roles[index] is Role.CHROME:
            groups.append([])
        elif is_title(page.lines[index]):
            groups[-1].append(index)
    above = [i for group in groups[:-1] for i in group]
    if len(above) >= _TICKER_TITLES and any(page.lines[i].words > _SHORT_WORDS for i in groups[-1]):
        for i in above:
            page.aside(i)
