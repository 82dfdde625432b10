"""Attacks that an English sentence only answers, fears or prepares for: it tells none (*engineers who cope with the strikes*)."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.triggers import Trigger
from claims.text.tokens import tokens

_REACH = 8
"""Words between such a phrase and the noun of the attack."""
_TOLD = "in"
"""*In response to* tells what was answered."""


def only_met(words: tuple[str, ...], noun: Trigger) -> bool:
    """Whether a noun of action is what somebody copes with, plans a response to or protects others from."""
    first = noun.tokens.first
    if not words[first].isascii():
        return False
    return any(
        words[index : index + len(phrase)] == phrase and words[index - 1] != _TOLD
        for index in range(max(1, first - _REACH), first)
        for phrase in _meeting().get(words[index], ())
        if index + len(phrase) <= first
    )


@cache
def _meeting() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in load("clauses.toml")["en"]["telling"]["meeting"]:
        words = tokens(phrase).words
        found[words[0]] = (*found.get(words[0], ()), words)
    return found
