"""Where each party of a clause stands, and what the clause has given out so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, ranged
from claims.extraction.triggers import Trigger
from claims.model import Party
from claims.model.quick import quick
from claims.text.shadow import fold

MARKS = frozenset('"“”«»(#')
"""Signs around a name that part nothing."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "its", "their", "two", "three", "four", "five", "several"}
)
_ONTO = frozenset({"ل", "ب", "ك"})
_LED = frozenset({"led", "dominated"})
"""What ties who heads a party to it (by the *Kurdish-led* forces)."""
_LEAD = 4
_FARTHEST = 8
_BEARING = 12


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands: its tokens, the preposition written onto it, and the words before it with that."""

    tokens: Range
    letter: str
    lead: tuple[str, ...]


_stand = quick(Stand)


@dataclass(frozen=True, slots=True)
class Scene:
    """One clause and the roles given out so far; the two lists grow as parties are placed. ``words`` are those of the document."""

    mentions: Mentions
    words: tuple[str, ...]
    clause: Clause
    parties: tuple[Party, ...]
    actors: list[Party]
    targets: list[Party]
    undergone: tuple[int, ...]


def undergone_in(mentions: Mentions, clause: Clause) -> tuple[int, ...]:
    """Where a clause says that its subject suffered something (تعرضت، came under)."""
    words, phrases, first = mentions.tokens.words, markers().undergo, clause.tokens.first
    inside = words[first : clause.tokens.end]
    if _undergoing().isdisjoint(inside):
        return ()
    return tuple(
        index
        for index, written in enumerate(inside, first)
        if written in _undergoing()
        for word in (words[index].removeprefix("و").removeprefix("ف"),)
        if any((word, *words[index + 1 : index + len(phrase)]) == phrase for phrase in phrases)
    )


@cache
def _undergoing() -> frozenset[str]:
    """The words that such phrases begin with, also with و or ف written onto them."""
    return frozenset(
        tie + phrase[0] for phrase in markers().undergo for tie in ("", "و", "ف", "وف")
    )


def stand_of(mentions: Mentions, clause: Clause, party: Party) -> Stand:
    """The tokens of a party, the preposition that is written onto it, and the words before it."""
    start = party.span.start
    first = max(bisect_right(mentions.origins, start) - 1, 0)
    words = mentions.tokens.words
    begins = mentions.origins[first]
    ahead = fold(mentions.document.text[begins:start]) if begins < start else ""
    if not ahead and words[first].startswith(("لل", "بال")):
        ahead = words[first][0]
    letter = ahead[-1:] if ahead[-1:] in _ONTO else ""
    onto = first - 1
    while onto > clause.tokens.first and words[onto] in MARKS:
        onto -= 1
    if not letter and onto >= clause.tokens.first and words[onto] in _ONTO:
        letter = words[onto]
    bare = without_epithets(words, clause.tokens.first, first)
    low = max(clause.tokens.first, bare - _LEAD)
    lead = (*words[low:bare], *letter)
    return _stand(ranged(first, mentions.range(party.span).end), letter, lead)


def without_epithets(words: tuple[str, ...], low: int, first: int) -> int:
    """Where the words before a party end that are no article, mark or epithet of it (by *the paramilitary*, by *the Iran-backed*)."""
    bare, farthest = first, max(low, first - _FARTHEST)
    while bare > farthest:
        tied = bare - 2 > farthest and words[bare - 2] == "-"
        if words[bare - 1] in _passed():
            bare -= 1
        elif tied and (words[bare - 1] in markers().compounds or words[bare - 1] in _LED):
            bare -= 3
        else:
            break
    return bare


@cache
def _passed() -> frozenset[str]:
    """Articles, small numbers, marks and epithets, which part no preposition from its party."""
    return _DETERMINERS | MARKS | markers().epithets


def triggers_before(clause: Clause, here: Range) -> tuple[Trigger, ...]:
    """The last predicates that begin before a party, or with it; those far before it no longer bear on it."""
    end = bisect_right(clause.triggers, here.first, key=lambda trigger: trigger.tokens.first)
    return clause.triggers[max(0, end - _BEARING) : end]
