"""A report as one HTML page: no script, nothing from outside, every text shown as text.

Text reaches the page through two filters only. `shown` is for words of sources and people: mark-up is escaped,
controls and directional overrides are made visible and caught in a box of their own, so that they neither act nor
vanish. `told` is for our own sentences, whose bidi isolates become elements.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import count
from typing import BinaryIO, Final, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from claims.report.told import Steps, Told
from claims.report.value import (
    Block,
    Link,
    Picture,
    Piece,
    Ref,
    Report,
    Row,
    Section,
    Sentence,
    Table,
)
from claims.report.wording import wording

_HIGHEST: Final = 2
"""Level of the headings of the sections; that of the page is 1."""
_DIRECTIONS: Final = {"ar": "rtl", "en": "ltr"}
_ISOLATES: Final = "\u2066\u2067\u2068"
_POP: Final = "\u2069"
_MARKED: Final = re.compile(f"([{_ISOLATES}{_POP}])")
_NONE: Final = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""What Unicode will never be a character, at the end of each plane; a page must not hold it."""
_ACTING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef"
    f"{_NONE}]"
)
_LOST: Final = re.compile(f"[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONE}]")
_LINE_ENDS: Final = re.compile("\r\n?")
_PICTURES: Final = {**{code: 0x2400 + code for code in range(0x20)}, 0x7F: 0x2421}
"""Signs for the controls that a page must not hold, by their codes."""


class Step(NamedTuple):
    """What is written next: a heading, a block, a row.

    Attributes:
        does: ``open`` or ``close`` a section, ``block``, ``table`` for what stands above its rows, ``row``, or ``end``
            of a table.
        it: the section, block or row.
        section: the one it stands in.
        level: of its heading.
    """

    does: str
    it: Section | Block | Row
    section: Section
    level: int


def write(report: Report, told: Told, into: BinaryIO) -> None:
    """Write the report as a UTF-8 page; the same report gives the same bytes. A row or block at a time is in memory."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _environment().get_template("report.html.j2")
    steps = Steps.of_report(report, told)
    parts = page.generate(
        report=report,
        words=wording(report.language),
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=f"sha256-{digest}",
        numbers=count(1),
        steps=(each for one in report.sections for each in _steps(one, _HIGHEST, steps)),
    )
    into.writelines(part.encode() for part in parts)


def _steps(section: Section, level: int, steps: Steps) -> Iterator[Step]:
    """A section and those below it, in the order in which they are written."""
    yield Step("open", section, section, level)
    for block in section.blocks:
        if not isinstance(block, Table):
            yield Step("block", block, section, level)
            continue
        yield Step("table", block, section, level)
        for row in block.rows:
            steps.still()
            yield Step("row", row, section, level)
        yield Step("end", block, section, level)
    for part in section.parts:
        yield from _steps(part, level + 1, steps)
    yield Step("close", section, section, level)
    if level <= _HIGHEST + 1:
        steps.one_more()


def shown(text: str) -> Markup:
    """Words of a source or a person as text, whatever they hold.

    What no page may hold is told by its number and stands as a sign: controls as their picture (U+2400 to U+2421), all
    else as U+FFFD. Line ends are line feeds, as every reader of a page makes them.
    """
    text = _LINE_ENDS.sub("\n", text)
    if _ACTING.search(text) is None:
        return escape(text)
    parts: list[Markup] = []
    position = 0
    for match in _ACTING.finditer(text):
        parts.append(escape(text[position : match.start()]))
        parts.append(_control(match.group()))
        position = match.end()
    parts.append(escape(text[position:]))
    return Markup("").join(parts)


def told(text: str) -> Markup:
    """Our own sentence; isolates around inserted words become elements, and none is left open."""
    found = _MARKED.split(text)
    if len(found) == 1:
        return shown(text)
    parts: list[Markup] = []
    depth = 0
    for stretch in found:
        if stretch and stretch in _ISOLATES:
            parts.append(Markup("<bdi>"))
            depth += 1
        elif stretch == _POP and depth:
            parts.append(Markup("</bdi>"))
            depth -= 1
        else:
            parts.append(shown(stretch))
    return Markup("").join([*parts, Markup("</bdi>") * depth])


def spoken(pieces: Iterable[Piece]) -> str:
    """Pieces as plain text, for the title of the window; directional controls left out."""
    texts = (piece.to.label if isinstance(piece, Link) else piece.text for piece in pieces)
    return _ACTING.sub("", "".join(texts))


def _control(character: str) -> Markup:
    kept = _LOST.sub("\ufffd", character.translate(_PICTURES))
    return Markup('<span class="control" data-code="U+{code}">{kept}</span>').format(
        code=f"{ord(character):04X}", kept=kept
    )


def _refs(sentence: Sentence, here: Collection[Ref]) -> tuple[Ref, ...]:
    return sentence.unnamed(here)


def _direction(language: str) -> str:
    return _DIRECTIONS.get(language, "auto")


def drawn(picture: Picture) -> Markup:
    """A picture of ours as it is: `claims.report.pictures` let no word become mark-up."""
    return Markup(picture.svg)  # noqa: S704 - made by us alone


def _kind(value: object) -> str:
    return type(value).__name__


def _token(text: str) -> str:
    return re.sub(r"\W", "-", text)


def _next(numbers: Iterator[int]) -> int:
    return next(numbers)


def _fragment(anchor: str) -> str:
    return quote(anchor, safe="~-._")


@cache
def _style() -> str:
    source = files("claims.report") / "templates" / "report.css"
    return source.read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claims.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "direction": _direction,
        "drawn": drawn,
        "fragment": _fragment,
        "kind": _kind,
        "next": _next,
        "refs": _refs,
        "shown": shown,
        "spoken": spoken,
        "token": _token,
        "told": told,
    }
    return environment
