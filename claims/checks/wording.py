"""The sentences and word lists of the checks, from ``claims/checks/data``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from claims.model import Message, Quantity
from claims.slots.quantity import caption
from claims.text.shadow import fold

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_LONGEST = 90
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_WORD = re.compile(r"[^\W_]+")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


def message(name: str, **parts: str | Message) -> Message:
    """The sentence ``name`` of ``messages.toml`` with its parts put in; a `Message` gives each language its own."""
    texts = load("messages.toml")[name]
    ar, en = (
        texts[language].format(
            **{
                key: part if isinstance(part, str) else part.within(language)
                for key, part in parts.items()
            }
        )
        for language in ("ar", "en")
    )
    return Message(ar, en)


def words(text: str) -> str:
    """Words of a text as they are quoted inside a sentence: on one line, in their own direction, not too long."""
    flat = " ".join(text.split())
    cut = flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return f"{_FIRST_STRONG}{cut}{_POP}"


def quoted(text: str) -> Message:
    """Words of a text in the quotation marks of each language."""
    inside = words(text)
    return Message(f"«{inside}»", f"“{inside}”")


def cited(quantity: Quantity) -> Message:
    """The words of a figure in quotation marks, with what they were understood to say where that is not the same."""
    marks = quoted(quantity.text)
    ar, en = (caption(quantity, language) for language in ("ar", "en"))
    return Message(
        marks.ar if ar == quantity.text else f"{marks.ar} ({ar})",
        marks.en if en == quantity.text else f"{marks.en} ({en})",
    )


def listed(parts: Iterable[Message]) -> Message:
    """Several parts in a row."""
    told = tuple(parts)
    return Message(
        "، ".join(part.ar for part in told),
        ", ".join(part.en for part in told),
    )


def number(value: float) -> str:
    """A figure in digits, thousands apart."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def addition(values: Iterable[float]) -> str:
    """The arithmetic of a sum: ``12 + 2 = 14``; a single value stands alone."""
    terms = tuple(values)
    told = " + ".join(number(value) for value in terms)
    equation = told if len(terms) == 1 else f"{told} = {number(sum(terms))}"
    return f"{_FIRST_STRONG}{equation}{_POP}"


def says(name: str, text: str) -> bool:
    """Whether a raw text holds a word or phrase of the list ``name`` in ``words.toml``."""
    return _holds(_entries(name, "words"), text)


def means(text: str) -> frozenset[str]:
    """With what the attacks that a raw text tells of were made: ids of ``[means]`` in ``words.toml``."""
    return frozenset(
        one for one in load("words.toml")["means"] if _holds(_entries("means", one), text)
    )


def _holds(entries: _Entries, text: str) -> bool:
    present, run = _words(text)
    if not present.isdisjoint(entries.single):
        return True
    opened = entries.several.keys() & present
    return any(f" {phrase} " in run for first in opened for phrase in entries.several[first])


class _Entries(NamedTuple):
    """A list of words with the prefixes that may be written onto them.

    Attributes:
        single: single words.
        several: phrases by their first word.
    """

    single: frozenset[str]
    several: dict[str, list[str]]


@cache
def _entries(table: str, name: str) -> _Entries:
    forms = {
        f"{prefix}{entry}"
        for word in load("words.toml")[table][name]
        for entry in [" ".join(_WORD.findall(fold(word)))]
        for prefix in (("",) if entry.isascii() else _PREFIXES)
    }
    phrases: dict[str, list[str]] = {}
    for form in sorted(forms):
        first, space, _ = form.partition(" ")
        if space:
            phrases.setdefault(first, []).append(form)
    single = frozenset(form for form in forms if " " not in form)
    return _Entries(single, phrases)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[frozenset[str], str]:
    """The folded words of a sentence, as a set and in a row; made once for all checks that look at it."""
    found = _WORD.findall(fold(text))
    return frozenset(found), f" {' '.join(found)} "


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The list ``name`` of ``words.toml`` as a pattern on folded text: whole words, short Arabic prefixes allowed."""
    entries = sorted({fold(entry) for entry in load("words.toml")[name]["words"]}, key=len)
    inside = "|".join(re.escape(entry) for entry in reversed(entries))
    return re.compile(f"{_NO_LETTER_BEFORE}(?:{'|'.join(_PREFIXES)})(?:{inside}){_NO_LETTER_AFTER}")


@cache
def load(name: str) -> dict[str, Any]:
    """A data file of the checks."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tomllib.loads(text)
