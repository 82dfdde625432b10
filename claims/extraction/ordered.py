"""Whether an English deed is only what somebody is to do: *ordered residents to evacuate*, *asked Congress to authorise strikes*.

Words of ordering, asking, threatening and planning have the deed behind *to*, with whom they are said to between. Where no
deed of the same kind stands outside of such words, none is told.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load, look_up
from claims.extraction.triggers import Trigger

_NOUN_REACH = 5
"""Words from *to* and its verb to a deed that is a noun (*to authorise air strikes*)."""
_NEAR, _FAR = 6, 16
"""Words from what orders to *to*: without a pause, and with a list of those who are told."""
_TOLD = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
"""Words before a noun by which a deed is one that was told before."""
_ENDS = frozenset({".", ";", ":", "!", "?", "\n"})
_VERBS = frozenset({"verb", "light"})


def is_ordered(words: tuple[str, ...], low: int, deeds: tuple[Trigger, ...]) -> bool:
    """Whether all deeds of a kind in a clause are only ordered, asked for, threatened or planned.

    Args:
        words: of the document, folded.
        low: the first token of the sentence or clause.
        deeds: the predicates of one kind in it.
    """
    return bool(deeds) and all(_governed(words, low, deed) for deed in deeds)


def _governed(words: tuple[str, ...], low: int, deed: Trigger) -> bool:
    first = deed.tokens.first
    if deed.role in _VERBS:
        at = first - 1 - (words[first - 1].endswith("ly") or words[first - 1] == "not")
        to = at if at > low and words[at] == "to" else 0
    else:
        line = range(first - 1, max(low, first - _NOUN_REACH), -1)
        to = next((i for i in line if words[i] == "to"), 0)
        if to and (to == first - 1 or not _TOLD.isdisjoint(words[to:first])):
            return False
    return to > low and _orders(words, low, to)


def _orders(words: tuple[str, ...], low: int, to: int) -> bool:
    """Whether a word of ordering stands before *to*, with nothing between but whom it is said to."""
    paused = False
    for index in range(to - 1, max(low, to - _FAR) - 1, -1):
        word = words[index]
        if word in _ENDS:
            return False
        near = to - index <= _NEAR and not paused
        if word in _words("ordering") or (near and word in _words("intending")):
            return True
        paused = paused or word == ","
        if any(one.role == "verb" for one in look_up("predicates", word)):
            return False
    return False


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("clauses.toml")["en"][group])
