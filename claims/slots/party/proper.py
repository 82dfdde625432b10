"""Where a personal or proper name ends that no lexicon knows.

Conservative: one word, or two that hold together («عبد الرحمن»), or a quotation. A word that carries a conjunction or a
preposition, a verb, an adjective or a word of the list of endings in ``party_patterns.toml`` is no name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.states import verbal
from claims.slots.party.trie import arabic
from claims.text.shadow import fold

if TYPE_CHECKING:
    from claims.slots.party.reading import Reading

_SON = frozenset({"بن", "ابن"})
_SHORTEST = 3
_LONGEST = 6
_VERBAL = 5


@dataclass(frozen=True, slots=True)
class Ends:
    """Words that end names, and words that need another one behind them; folded."""

    ar: frozenset[str]
    compound: frozenset[str]
    kept: frozenset[str]


@cache
def ends() -> Ends:
    """The lists of ``party_patterns.toml``."""
    row = table("patterns")
    return Ends(
        frozenset(map(fold, row["ends"]["ar"].split())),
        frozenset(map(fold, row["ends"]["compound"])),
        frozenset(map(fold, row["ends"]["kept"])),
    )


def proper_name(reading: Reading, at: int, *, construct: bool = False) -> int:
    """The token after a proper name that begins at ``at``; ``at`` when none does.

    With ``construct`` a definite word behind an indefinite one belongs to it («كويت الرحمة»).
    """
    closing = reading.quoted(at)
    if closing > at:
        return closing + 1
    if not nameable(reading, at):
        return at
    end = at + 1
    while end < at + _LONGEST and _holds(reading, end) and nameable(reading, end):
        end += 1
    indefinite = construct and end == at + 1 and not reading.words[at].startswith("ال")
    if indefinite and reading.words[end].startswith("ال") and nameable(reading, end):
        end += 1
    return end


def _holds(reading: Reading, end: int) -> bool:
    """Whether the words on both sides of ``end`` hold together: «عبد الرحمن», «الرحمن بن», «بن عوف»."""
    return reading.words[end - 1] in ends().compound or reading.words[end] in _SON


def nameable(reading: Reading, at: int) -> bool:
    """Whether the Arabic word at ``at`` can be a part of a proper name."""
    word = reading.words[at]
    if not arabic(word) or not word[0].isalpha() or word in ends().ar or verbal(word):
        return False
    if word in ends().compound or word in ends().kept:
        return True
    if len(word) < _SHORTEST or word.startswith(("و", "ي", "بال", "لل", "فال", "كال")):
        return False
    return not word.endswith(("ها", "هم", "هما")) and not _verbal(word) and not _adjectival(word)


def _verbal(word: str) -> bool:
    feminine = word.endswith("ت") and not word.endswith("ات")
    return (feminine or word.endswith("ته")) and len(word) >= _VERBAL


def _adjectival(word: str) -> bool:
    return word.endswith(("يه", "يين", "يون", "ية"))
