"""Whether a day is that of an agreement or a law, of which something else is told: «خرق اتفاق وقف النار الموقع في *5 آذار*».

Who breaks or keeps an agreement does so on a day of his own. A day behind the participle that tells when such a text was made
(الموقع في، *signed on*) is that of the text, and so is one right behind an Arabic text that is called after it (اتفاق *10 آذار*).
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions
from claims.model import DateValue
from claims.text.shadow import fold

_REACH = 8
_NAME = 6
"""Words between a text and the participle that tells when it was made (اتفاق وقف إطلاق النار *الموقع*)."""
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "be", "being", "had", "has", "have"})
_PAUSES = frozenset("،,؛;.:!?؟()\n")


def of_an_agreement(mentions: Mentions, day: DateValue, floor: int) -> bool:
    """Whether a day of a clause is the one on which a text that binds was made, and not that of what the clause tells.

    Args:
        mentions: of the document.
        day: a date that stands in the clause.
        floor: the first token of the clause.
    """
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    _, concluded = _words()
    beside = words[first - 1] if first > floor else ""
    if not beside.isascii() and _binds(beside):
        return True
    for at in range(first - 1, max(floor, first - _REACH) - 1, -1):
        word = words[at]
        if word in _PAUSES:
            return False
        if word in concluded and words[at - 1] not in _PASSIVE:
            return any(map(_binds, words[max(floor, at - _NAME) : at]))
    return False


def _binds(word: str) -> bool:
    """Whether a folded word is for a text that binds, one letter written onto it or none (لاتفاق، والهدنة)."""
    agreements, _ = _words()
    return word in agreements or (not word.isascii() and word[1:] in agreements)


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Folded words of both languages: texts that bind, and participles that tell when they were made."""
    data = load("astray.toml")
    agreements, concluded = (
        frozenset(fold(word) for language in ("ar", "en") for word in data[language][group])
        for group in ("agreements", "concluded")
    )
    return agreements, concluded
