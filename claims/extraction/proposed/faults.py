"""Why a proposal, or a part of it, was not taken: ids with a sentence in both languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Message, Problem, Span

_LONGEST = 80
_FIRST_STRONG, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason.

    Attributes:
        id: as in ``data/faults.toml``.
        words: the proposed words concerned.
        stated: what the proposer takes them to mean.
        read: what we read there.
    """

    id: str
    words: str = ""
    stated: str = ""
    read: str = ""

    def problem(self, document: str, span: Span | None) -> Problem:
        """The fault as a problem of a document; words of others are cut to 80 characters and isolated."""
        ar, en = sentences()[self.id]
        filled = {
            "words": _isolated(self.words),
            "stated": _isolated(self.stated),
            "read": _isolated(self.read),
        }
        return Problem(self.id, Message(ar.format(**filled), en.format(**filled)), document, span)


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """The sentences of each id, Arabic and English."""
    text = (files(__package__) / "data" / "faults.toml").read_text(encoding="utf-8")
    return {name: (entry["ar"], entry["en"]) for name, entry in tomllib.loads(text).items()}


def _isolated(words: str) -> str:
    flat = " ".join(words.split())
    short = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
    return f"{_FIRST_STRONG}{short}{_POP}"
