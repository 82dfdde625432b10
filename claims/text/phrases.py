"""The word lists of this room, read once from ``data/`` and folded.

Both languages are merged: a page in one language carries buttons of another.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a full stop after a word means; see ``data/abbreviations.toml`` for each list."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    undecided: frozenset[str]
    openers: frozenset[str]
    domains: frozenset[str]
    never_first: frozenset[str]
    never_last: frozenset[str]
    hanging: frozenset[str]
    after_quotation: frozenset[str]
    hidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs of list items, words of lines that announce a list, and words around which posts lose their spaces."""

    bullets: frozenset[str]
    dashes: frozenset[str]
    heads: frozenset[str]
    urgent: tuple[str, ...]
    begins: tuple[str, ...]
    opens: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chrome:
    """Phrases of pages and apps; see ``data/chrome.toml``. Openings are kept by their first word."""

    whole: frozenset[str]
    opening: dict[str, tuple[str, ...]]
    heading: frozenset[str]
    ending: dict[str, tuple[str, ...]]
    anywhere: tuple[str, ...]
    menu: frozenset[str]


@dataclass(frozen=True, slots=True)
class Publication:
    """Words of publication lines, captions and by-lines; see ``data/publication.toml``."""

    calendar: frozenset[str]
    beside: frozenset[str]
    media: frozenset[str]
    byline: dict[str, tuple[str, ...]]
    caption_opening: dict[str, tuple[str, ...]]
    caption_ending: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What an app writes around a post; see ``data/frames.toml``."""

    id: str
    trigger: str
    needs: re.Pattern[str] | None
    pattern: re.Pattern[str]
    author: re.Pattern[str] | None = None
    again: re.Pattern[str] | None = None


@cache
def abbreviations() -> Abbreviations:
    """The lists of ``data/abbreviations.toml``."""
    ar, en = _tables("abbreviations")
    return Abbreviations(
        before_name=frozenset([*ar["before_name"], *en["before_name"]]),
        before_number=frozenset(en["before_number"]),
        undecided=frozenset(en["undecided"]),
        openers=frozenset(en["openers"]),
        domains=frozenset(ar["domains"]),
        never_first=frozenset(ar["never_first"]),
        never_last=frozenset([*ar["never_last"], *en["never_last"]]),
        hanging=frozenset(ar["hanging"]),
        after_quotation=frozenset(ar["after_quotation"]),
        hidden=tuple(ar["hidden"]),
    )


@cache
def marks() -> Marks:
    """The lists of ``data/marks.toml``."""
    table = _read("marks")
    heads = [word for language in _LANGUAGES for word in table[language]["heads"]]
    return Marks(
        frozenset(table["bullets"]),
        frozenset(table["dashes"]),
        frozenset(heads),
        tuple(table["ar"]["urgent"]),
        tuple(table["ar"]["begins"]),
        frozenset(table["ar"]["opens"]),
    )


@cache
def chrome() -> Chrome:
    """The lists of ``data/chrome.toml``, folded."""
    tables = _tables("chrome")

    def both(key: str) -> list[str]:
        return [bare(phrase) for table in tables for phrase in table[key]]

    return Chrome(
        whole=frozenset(both("whole")),
        opening=_by_first_word(both("opening")),
        heading=frozenset(both("heading")),
        ending=_by_first_word(both("ending")),
        anywhere=tuple(both("anywhere")),
        menu=frozenset(both("menu")),
    )


@cache
def publication() -> Publication:
    """The lists of ``data/publication.toml``, folded."""
    tables = _tables("publication")

    def both(key: str) -> list[str]:
        return [bare(phrase) for table in tables for phrase in table[key]]

    return Publication(
        calendar=frozenset([*both("weekdays"), *both("months")]),
        beside=frozenset(both("beside")),
        media=frozenset(both("media")),
        byline=_by_first_word(both("byline")),
        caption_opening=_by_first_word(both("caption_opening")),
        caption_ending=tuple(both("caption_ending")),
    )


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of ``data/frames.toml``, compiled."""
    return tuple(
        Frame(
            id=row["id"],
            trigger=row["trigger"],
            pattern=re.compile(row["pattern"]),
            **{
                name: re.compile(row[name]) if name in row else None
                for name in ("needs", "author", "again")
            },
        )
        for row in _read("frames")["frame"]
    )


_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)


def bare(phrase: str) -> str:
    """``phrase`` folded, without punctuation and signs at both ends."""
    return core(fold(phrase))


def core(folded: str) -> str:
    """What stands between the first and the last letter or digit of a folded phrase, both included."""
    match = _CORE.search(folded)
    return match.group() if match else ""


def begins(folded: str, phrases: dict[str, tuple[str, ...]]) -> bool:
    """Whether ``folded`` begins with one of ``phrases``, whole words; they are kept by their first word."""
    first = folded.partition(" ")[0].rstrip(":،,")
    return any(
        folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum()
        for phrase in phrases.get(first, ())
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    kept: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.partition(" ")[0]
        kept[first] = (*kept.get(first, ()), phrase)
    return kept


def _tables(name: str) -> list[dict[str, list[str]]]:
    table = _read(name)
    return [table[language] for language in _LANGUAGES]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("claims.text") / "data" / f"{name}.toml").read_text("utf-8"))
