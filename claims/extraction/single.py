"""One person hurt or taken who is named with the article: *the child Sami was killed* counts one child."""

from __future__ import annotations

from functools import lru_cache

from claims.extraction.clauses import Clause
from claims.extraction.mentions import Mentions
from claims.model import Quantity
from claims.slots.quantity import find_quantities

_COUNTING = frozenset({"casualties", "arrest"})
_ROLES = frozenset({"verb", "masdar"})
_ARTICLE = "ال"


def single(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for a definite singular person right behind a word of loss or arrest, () for none.

    What the person is and what happened is read as the quantity module reads it of the same words without the article.
    """
    words = mentions.tokens.words
    before = _before(mentions, clause, kind)
    if before:
        return before
    for trigger in clause.triggers:
        index = trigger.tokens.end
        if trigger.kind != kind or kind not in _COUNTING or trigger.role not in _ROLES:
            continue
        if index >= clause.tokens.end or not words[index].startswith(_ARTICLE):
            continue
        read = _one(words[trigger.tokens.first], words[index].removeprefix(_ARTICLE))
        if read is not None:
            span = mentions.tokens.span(index, index + 1)
            text = mentions.tokens.quote(index, index + 1)
            return (Quantity(1, 1, False, False, False, *read, text, span),)
    return ()


def _before(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for an indefinite person right before the verb that tells what befell them (أن طفلة قتلت)."""
    words = mentions.tokens.words
    for trigger in clause.triggers:
        index = trigger.tokens.first - 1
        if trigger.kind != kind or kind not in _COUNTING or trigger.role != "verb":
            continue
        if (
            index < clause.tokens.first
            or words[index].isascii()
            or words[index].startswith(_ARTICLE)
        ):
            continue
        read = _one(words[trigger.tokens.first].removeprefix("و"), words[index])
        if read is not None:
            span = mentions.tokens.span(index, index + 1)
            text = mentions.tokens.quote(index, index + 1)
            return (Quantity(1, 1, False, False, False, *read, text, span),)
    return ()


@lru_cache(maxsize=4096)
def _one(loss: str, noun: str) -> tuple[str, str] | None:
    """Unit and kind of person of one ``noun`` behind a word of loss, None where it counts nobody or several."""
    found = find_quantities(f"{loss} {noun}")
    if len(found) != 1 or found[0].low != 1 or found[0].high != 1 or found[0].unit == "persons":
        return None
    return found[0].unit, found[0].of
