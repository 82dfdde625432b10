"""What a line is there for: headline, publication line, caption, list item or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.model.document import Role
from claims.text.chrome import is_prose, is_tags, is_title
from claims.text.lines import Line
from claims.text.phrases import bare, begins, publication
from claims.text.shadow import fold

_SPEAKING = frozenset({"مصدر", "تقرير"})
"""Words of a by-line that speak where more of a name stands before the colon."""
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_FULL_DATE = re.compile(
    r"\d{1,4}\s?[/.\-،]\s?(?:\d{1,2}|[^\W\d]{3,10}(?:[/ ][^\W\d]{3,10})?)\s?[/.\-،]\s?\d{1,4}|(?:^|\D)\d{1,2}:\d{2}(?:\D|$)|\d{4}"
)
_DATE_WORDS = 14
_BYLINE_WORDS = 14
_AGENCY_WORDS = 8
_PARTS = re.compile(r"\s[|•·–—-]\s|\|")
_BETWEEN_NAMES = re.compile(r"\s?[-–—/\\|_]\s?")
_BRACKETED = re.compile(r"\([^()]{0,60}\)")
_CREDIT = re.compile(r"(?:[-–—/|]\s?|\()(?:[^\W\d_][\w.]*[ /-]{0,2}){1,5}\)?$")
_CREDIT_REACH = 40
_JOINING = {"and", "in", "for", "&", "|", "-", "of"}
_NO_CREDIT = ("(فيديو)", "(شاهد)", "(صور)", "(صورة)", "(video)", "(photos)", "(watch)")
_CAPTION_WORDS = 45
_HEADLINE_WORDS = 28
_HEADLINE_LENGTH = 200
_NAME_WORDS = 4
_DECK_LINES = 4
_STOPPED_SHARE = 0.6
_DATED_LINE = re.compile(
    r"[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*){0,3}, "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\.?"
)
_DATED_HEAD = re.compile(r"[A-Z][A-Z .,'-]+, [A-Z][a-z]+\.? \d{1,2}, \d{4}")
_DATED_AGENCY = re.compile(
    r"(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}(?:, [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)?)?, )?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)"
    r"(?:, \d{4})? (?:\([A-Z][\w/ .-]{1,24}\)\s?(?:--|[-–—]|:)|\([A-Z]{2,}[A-Z/ ]*\))\s+"
)
_OPENING_DASH = re.compile(r"\s?(?:--|[-–—])\s")
_DATED_COLON = re.compile(r"\d:\s")
_OPENING_REACH = 60
_HEAD_PARTS = re.compile(r"\s?[-–—/،,]\s?")


def roles(rows: Sequence[Line], told: Sequence[Role | None]) -> list[Role]:
    """The role of each line; a role that is told already is kept.

    Without a paragraph there is nothing that a picture stands beside: a post that says what a picture shows is a post.

    Args:
        rows: the lines of a document, those that one sentence runs across already joined.
        told: `Role.CHROME` and what frames told, None for all others; as long as ``rows``.
    """
    found: list[Role | None] = [
        role or _by_words(row) for row, role in zip(rows, told, strict=True)
    ]
    if not any(role is None and is_prose(row) for row, role in zip(rows, found, strict=True)):
        found = [None if role is Role.CAPTION else role for role in found]
    opening = next((i for i, role in enumerate(found) if role is None), None)
    if opening is not None and len(rows) > 1 and _is_place_and_day(rows[opening]):
        found[opening] = Role.DATELINE
    body = [index for index, role in enumerate(found) if role is None]
    first = next((i for i in body if not _is_headline(rows[i])), None)
    if first is not None:
        for index in [i for i in body if i < first][:_DECK_LINES]:
            found[index] = _top(rows[index], is_first=index == body[0])
    stopped = [i for i in body if is_prose(rows[i])]
    long = [i for i in body if not is_title(rows[i])]
    if len(stopped) > 1 and len(stopped) >= _STOPPED_SHARE * len(long):
        _subheads(rows, found, stopped)
    return [role or Role.BODY for role in found]


def opening_dateline(row: Line) -> int:
    """Length of a dateline that opens a paragraph («بيروت (أ ف ب) - », ``Beirut (AFP) -``, ``Sanaa, Aug 3 (IANS)``), 0 without one."""
    if row.words < _NAME_WORDS + 2:
        return 0
    agency = _DATED_AGENCY.match(row.text)
    if agency and agency.end() < len(row.text):
        return agency.end()
    dashes = [
        dash
        for dash in _OPENING_DASH.finditer(row.text, 2, _OPENING_REACH)
        if dash.end() < len(row.text)
    ]
    closed = (dash.end() for dash in reversed(dashes) if _is_dateline(row.text[: dash.start()]))
    colon = _DATED_COLON.search(row.text, 2, _OPENING_REACH)
    if colon and colon.end() < len(row.text) and _is_dated_head(row.text[: colon.start() + 1]):
        return colon.end()
    return next(closed, 0)


def _is_dateline(head: str) -> bool:
    if _is_dated_head(head):
        return True
    words = bare(head).split()
    if not 1 <= len(words) <= _AGENCY_WORDS or any(sign in head for sign in '.؟!«“"،:'):
        return False
    named = not publication().media.isdisjoint(_WORDS.findall(" ".join(words)))
    agency = "(" in head and head.endswith(")")
    dated = _DATED_HEAD.fullmatch(head.strip()) is not None
    return named or agency or dated or (head.isascii() and head.isupper())


def _is_dated_head(head: str) -> bool:
    """Whether a name and a whole date behind it are all of a head (بغداد/ 14 آذار 2016، صنعاء، 16 مارس 2016)."""
    if not head[-1:].isdigit() or head.isascii():
        return False
    *names, day = [_WORDS.findall(part) for part in _HEAD_PARTS.split(fold(head))]
    short = bool(names) and all(0 < len(name) < _NAME_WORDS for name in names)
    return short and _FULL_DATE.search(" ".join(day)) is not None and _is_date(day)


def _by_words(row: Line) -> Role | None:
    return _published(row) or (Role.LIST_ITEM if row.mark else None)


def _published(row: Line) -> Role | None:
    if row.words > _CAPTION_WORDS or (row.stopped and row.words > _DATE_WORDS):
        return None
    folded = row.folded
    words = _WORDS.findall(folded)
    if _DATED_LINE.fullmatch(row.text.strip()):
        return Role.DATELINE
    if row.words <= _DATE_WORDS and _is_date_line(folded):
        return Role.DATELINE
    if row.words <= _BYLINE_WORDS and not row.stopped and _is_byline(row, folded, words):
        return Role.DATELINE
    return Role.CAPTION if not row.stopped and _is_caption(row, folded) else None


def _is_place_and_day(row: Line) -> bool:
    """Whether an Arabic line is no more than where and on which day a text was written (الموصل/ 25 آذار)."""
    name, slash, day = fold(row.text).partition("/")
    words = _WORDS.findall(day)
    short = bool(slash) and 0 < len(_WORDS.findall(name)) < _NAME_WORDS and not name.isascii()
    month = not publication().calendar.isdisjoint(word for word in words if not word.isdigit())
    return short and month and not any(map(str.isdigit, name)) and _is_date(words)


def _is_date_line(folded: str) -> bool:
    """Whether one part of a line is a date and nothing else, and the others are short (a name, a clock time)."""
    parts = [_WORDS.findall(part) for part in _PARTS.split(folded)]
    return (
        _FULL_DATE.search(folded) is not None
        and all(len(part) <= _NAME_WORDS or _is_date(part) for part in parts)
        and any(_is_date(part) for part in parts)
    )


def _is_date(words: list[str]) -> bool:
    known = publication()
    return any(map(str.isdigit, words)) and all(
        word.isdigit() or word in known.calendar or word in known.beside for word in words
    )


def _is_byline(row: Line, folded: str, words: list[str]) -> bool:
    known = publication()
    if _source_speaks(row, words):
        return False
    if begins(folded, known.byline) and (
        ":" in row.text or "/" in row.text or row.words <= _NAME_WORDS + 1 or _names(row)
    ):
        return True
    if row.words > _AGENCY_WORDS or known.media.isdisjoint(words):
        return False
    names = _BRACKETED.sub("", row.text).strip(' :*«»"')
    parts = [part.split() for part in _BETWEEN_NAMES.split(names)]
    return len(parts) + len(parts[0]) <= _NAME_WORDS or (
        len(parts) > 1 and all(len(part) < _NAME_WORDS for part in parts)
    )


def _source_speaks(row: Line, words: list[str]) -> bool:
    """Whether an Arabic line tells what a source or a report says (مصدر أمني: …), and names nobody who made it (مصدر: …)."""
    head, colon, behind = row.text.partition(":")
    told = bool(colon) and len(_WORDS.findall(behind)) > _NAME_WORDS
    return told and words[:1] != [] and words[0] in _SPEAKING and len(head.split()) > 1


def _names(row: Line) -> bool:
    """Whether an English line is names only: each word behind the first has a capital or joins two of them."""
    return row.text.isascii() and all(
        word[0].isupper() or word in _JOINING for word in row.text.split()[1:]
    )


def _is_caption(row: Line, folded: str) -> bool:
    known = publication()
    if begins(folded, known.caption_opening):
        return row.words <= _HEADLINE_WORDS
    return _credited(row) and bare(row.text[-_CREDIT_REACH:]).endswith(known.caption_ending)


def _credited(row: Line) -> bool:
    """Whether a line ends like a picture's description, with who took it in brackets or behind a dash."""
    if row.words <= _NAME_WORDS or row.text.lower().endswith(_NO_CREDIT):
        return False
    return _CREDIT.search(row.text, max(0, len(row.text) - _CREDIT_REACH)) is not None


def _is_headline(row: Line) -> bool:
    return (
        (not row.stopped or row.text.endswith(("؟", "?", "!")))
        and row.words <= _HEADLINE_WORDS
        and len(row.text) <= _HEADLINE_LENGTH
        and not row.text.endswith((":", "،", ","))
    )


def _top(row: Line, *, is_first: bool) -> Role:
    """The role of a short line above the first paragraph."""
    if is_tags(row.text):
        return Role.BODY
    if is_first:
        return Role.HEADLINE
    if row.words <= _NAME_WORDS:
        return Role.BODY if _counts(row.folded) else Role.DATELINE
    return Role.CAPTION if _credited(row) else Role.HEADLINE


def _counts(folded: str) -> bool:
    """Whether a short Arabic line counts something (قتيل و4 جرحى): a number before a noun, and no date."""
    words = _WORDS.findall(folded)
    beside = publication().beside | publication().calendar
    return not folded.isascii() and any(
        word.isdigit() and len(after) > 1 and after.isalpha() and after not in beside
        for word, after in pairwise(words)
    )


def _subheads(rows: Sequence[Line], found: list[Role | None], prose: list[int]) -> None:
    """Short lines between paragraphs that end with full stops are headlines of sections."""
    for index in range(prose[0] + 1, prose[-1]):
        row = rows[index]
        if found[index] is None and is_title(row) and row.apart:
            found[index] = Role.HEADLINE
