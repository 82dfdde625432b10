"""English words at the head of a claim that only tie it to its sentence (*shortly after* troops entered Saraqib): no part of what it states.

What hangs on other words of its sentence, which stand in brackets before it, keeps them.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.connectives import measures
from claims.extraction.draft import revised
from claims.extraction.mentions import Mentions, Range
from claims.extraction.smallwords import numbers, tying
from claims.extraction.spread import Atom
from claims.extraction.triggers import find_triggers

_FEWEST = 2
_BEYOND = frozenset({"after", "before"})
_WAS = frozenset({"was", "were", "had"})
_LONGEST = 6
"""How many words of measure may stand before *after* (less than two hours after)."""


def untied(mentions: Mentions, atom: Atom) -> Atom:
    """An atom without the words at its head that only tie it to what its sentence told before."""
    words, tokens = mentions.tokens.words, atom.draft.tokens
    if atom.draft.lead is not None or atom.draft.link == "main":
        return atom
    if not words[tokens.first].isascii() or mentions.tokens.initial(tokens.first).isupper():
        return atom
    first = _behind(words, tokens)
    if first == tokens.first or tokens.end - first < _FEWEST or _stated(mentions, atom, first):
        return atom
    rest = Range(first, tokens.end)
    if words[first].endswith("ing") or not find_triggers(words, rest):
        return atom
    if words[first - 1] == "before" and not _past(words, rest):
        return atom
    return replace(atom, draft=revised(atom.draft, tokens=rest))


def _behind(words: tuple[str, ...], tokens: Range) -> int:
    """Where a clause begins behind the words that tie it, its first token where none do."""
    for phrase in tying():
        end = tokens.first + len(phrase)
        if words[tokens.first : end] == phrase:
            return end
    end = tokens.first
    limit = min(tokens.end, tokens.first + _LONGEST)
    while end < limit and _measures(words[end]):
        end += 1
    return end + 1 if end < limit and words[end] in _BEYOND else tokens.first


def _past(words: tuple[str, ...], tokens: Range) -> bool:
    """Whether a clause behind *before* tells what was done, and nothing that is still to come (before troops *enter*)."""
    verbs = (words[t.tokens.first] for t in find_triggers(words, tokens) if t.role == "verb")
    first = next(verbs, "")
    was = not _WAS.isdisjoint(words[tokens.first : tokens.end])
    return was or (bool(first) and not first.endswith("s"))


def _measures(word: str) -> bool:
    return measures(word) or word in numbers() or word.isdecimal()


def _stated(mentions: Mentions, atom: Atom, first: int) -> bool:
    """Whether a value of the claim stands in the words before ``first``."""
    head = mentions.span(Range(atom.draft.tokens.first, first))
    spans = [one.span for one in (*atom.draft.actors, *atom.draft.targets)]
    spans += [one.span for one in atom.quantities] + [one.span for one in atom.places]
    spans += [atom.date.span] if atom.date else []
    return any(head.covers(span) for span in spans)
