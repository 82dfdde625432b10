"""Who was taken to hospital was hurt, whatever befell those before: *five people died, and nine were taken to hospital*."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions
from claims.model import Quantity

_UNTOLD = frozenset({"", "persons", "killed"})


def befallen(
    mentions: Mentions, clause: Clause, kind: str, found: tuple[Quantity, ...]
) -> tuple[Quantity, ...]:
    """The figures of a clause, those of a total outside of it counted as injured where all it tells is a way to hospital."""
    words = mentions.tokens.words
    told = [words[t.tokens.first] for t in clause.triggers if t.kind == kind]
    if kind != "casualties" or not told or not _to_hospital().issuperset(told):
        return found
    own = mentions.span(clause.tokens)
    return tuple(
        replace(one, unit="injured", total=None)
        if one.unit in _UNTOLD and not (one.total is not None and own.covers(one.total))
        else one
        for one in found
    )


@cache
def _to_hospital() -> frozenset[str]:
    return frozenset(load("figures.toml")["to hospital"])
