"""The words of a sentence that carry an event."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.lexicon import match, table
from claims.extraction.mentions import Range


@dataclass(frozen=True, slots=True)
class Trigger:
    """One predicate in a text.

    Attributes:
        kind: kind of claim it stands for.
        role: ``verb``, ``masdar``, ``participle``, ``noun`` or ``light``.
        tokens: where it stands.
        aims: whether the party after it is what it is aimed at.
        joined: whether و or ف is written onto it, or stands before it.
    """

    kind: str
    role: str
    tokens: Range
    aims: bool
    joined: bool


def find_triggers(words: tuple[str, ...], within: Range) -> tuple[Trigger, ...]:
    """All predicates in a range of tokens, in order, not overlapping.

    A light verb (شن, conducted) counts only where a noun of its kind follows within six words.
    """
    found: list[Trigger] = []
    index = within.first
    while index < within.end:
        hit = match("predicates", words, index, within.end)
        if hit is None:
            index += 1
            continue
        word, after = hit
        if word.role != "light" or _carries(
            words, word.kind, Range(after, min(within.end, after + 6))
        ):
            joined = words[index][0] in "وف" and not match_exact(words[index])
            found.append(Trigger(word.kind, word.role, Range(index, after), word.aims, joined))
        index = after
    return tuple(found)


def match_exact(word: str) -> bool:
    """Whether the word is a predicate exactly as written, nothing taken off its front."""
    return word in table("predicates")


def _carries(words: tuple[str, ...], kind: str, after: Range) -> bool:
    for index in range(after.first, after.end):
        hit = match("predicates", words, index, after.end)
        if hit is not None and hit[0].role in {"noun", "masdar"}:
            return hit[0].kind == kind or hit[0].kind == "clash"
    return False
