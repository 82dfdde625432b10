"""The words of a sentence that carry an event."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.lexicon import Word, match, table
from claims.extraction.mentions import Range

_REACH = 6
_DEEDS = frozenset({"strike", "clash"})


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


def find_triggers(
    words: tuple[str, ...], within: Range, names: frozenset[int] = frozenset()
) -> tuple[Trigger, ...]:
    """All predicates in a range of tokens, in order, not overlapping; tokens of ``names`` are none (تدمر is a city).

    A light verb (شن, conducted) counts only where a noun of action follows within six words, one with a pronoun
    (شنها) only where such a noun stands before it. Participles (المستهدف) tell about a noun and are no predicates.
    """
    found: list[Trigger] = []
    index = within.first
    while index < within.end:
        hit = match("predicates", words, index, within.end)
        if hit is None or index in names:
            index += 1
            continue
        word, after = hit
        if _counts(words, word, Range(index, after), within):
            joined = words[index][0] in "وف" and not match_exact(words[index])
            found.append(
                Trigger(
                    word.kind,
                    word.role.removesuffix(" back"),
                    Range(index, after),
                    word.aims,
                    joined,
                )
            )
        index = after
    return tuple(found)


def match_exact(word: str) -> bool:
    """Whether the word is a predicate exactly as written, nothing taken off its front."""
    return word in table("predicates")


def _counts(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    if word.role == "light":
        return _deed_within(words, Range(here.end, min(within.end, here.end + _REACH)))
    if word.role == "light back":
        return _deed_within(words, Range(max(within.first, here.first - _REACH), here.first))
    return word.role != "participle"


def _deed_within(words: tuple[str, ...], stretch: Range) -> bool:
    """Whether a noun of action (a raid, an attack) stands in a stretch."""
    for index in range(stretch.first, stretch.end):
        hit = match("predicates", words, index, stretch.end)
        if hit is not None and hit[0].role in {"noun", "masdar"}:
            return hit[0].kind in _DEEDS
    return False
