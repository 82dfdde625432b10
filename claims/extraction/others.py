"""Whom a figure counts that leaves it to the figure before: *three civilians were killed and five others injured*."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claims.extraction.lexicon import load
from claims.model import Quantity
from claims.text.shadow import fold
from claims.text.tokens import Tokens

_REACH = 60
_ENDS = frozenset(".\n؛;")


def others_of(cut: Tokens, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures with *others* counted as those of the last full figure before them in the sentence.

    Only people hurt are counted so, and only within 60 characters without a full stop between.
    """
    found: list[Quantity] = []
    before: Quantity | None = None
    for quantity in quantities:
        one = quantity
        if before is not None and _continues(cut, before, quantity):
            one = replace(quantity, of=before.of)
        if one.unit in _people() and one.of and one.total is None:
            before = one
        found.append(one)
    return tuple(found)


def _continues(cut: Tokens, before: Quantity, quantity: Quantity) -> bool:
    if quantity.unit not in _people() or quantity.of or quantity.total is not None:
        return False
    gap = cut.shadow.raw[before.span.end : quantity.span.start]
    near = len(gap) <= _REACH and _ENDS.isdisjoint(gap)
    return near and not _others().isdisjoint(fold(quantity.text).split())


@cache
def _people() -> frozenset[str]:
    return frozenset(load("figures.toml")["units"]["casualties"])


@cache
def _others() -> frozenset[str]:
    return frozenset(map(fold, load("figures.toml")["others"]))
