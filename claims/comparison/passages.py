"""Passages that one text has from another one, or both from a third: wire copies and relays with small edits.

Runs of words that stand once in either text are anchors; anchors that follow each other closely in both are one
passage. The work grows with the length of the texts, however much they repeat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from claims.model import Passage
from claims.text.tokens import Tokens, tokens

LEAST: Final = 12
"""Words that a passage of two documents has at least in common."""

_RUN: Final = 4
_GAP: Final = 6
"""So many words may have been put in, left out or changed between two anchors."""


def shared_passages(left: str, right: str, *, least: int = LEAST) -> tuple[Passage, ...]:
    """What two texts have in common, in the order of the left one; spans are of the texts as given.

    Args:
        left: a text.
        right: another one.
        least: words that a passage has in common at least.
    """
    ours, theirs = _words(left), _words(right)
    found, run = [], list[tuple[int, int]]()
    for anchor in _anchors(ours, theirs):
        if run and not _follows(run[-1], anchor):
            found.append(run)
            run = []
        run.append(anchor)
    passages = (_passage(one, ours, theirs) for one in (*found, run) if one)
    return tuple(one for one in passages if one.words >= least)


class _Words:
    """The words of a text without its marks, each with its token."""

    def __init__(self, cut: Tokens) -> None:
        self.cut = cut
        self.at = [index for index, word in enumerate(cut.words) if word[:1].isalnum()]
        self.words = [cut.words[index] for index in self.at]


def _words(text: str) -> _Words:
    return _Words(tokens(text))


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = list(zip(*(words[start:] for start in range(_RUN)), strict=False))
    count = Counter(runs)
    return {run: place for place, run in enumerate(runs) if count[run] == 1}


def _anchors(ours: _Words, theirs: _Words) -> list[tuple[int, int]]:
    """Places of runs that stand once in both, in the order of ours."""
    here, there = _once(ours.words), _once(theirs.words)
    return [(place, there[run]) for run, place in here.items() if run in there]


def _follows(last: tuple[int, int], anchor: tuple[int, int]) -> bool:
    most = _RUN + _GAP
    return all(0 < after - before <= most for before, after in zip(last, anchor, strict=True))


def _passage(run: Sequence[tuple[int, int]], ours: _Words, theirs: _Words) -> Passage:
    shared = {place + step for place, _ in run for step in range(_RUN)}
    (left, right), (left_end, right_end) = run[0], run[-1]
    return Passage(
        ours.cut.span(ours.at[left], ours.at[left_end + _RUN - 1] + 1),
        theirs.cut.span(theirs.at[right], theirs.at[right_end + _RUN - 1] + 1),
        len(shared),
    )
