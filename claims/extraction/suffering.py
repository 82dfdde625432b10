"""Who has a loss by an English verb that tells nothing else: *the rebels have suffered* heavy losses."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load

_PERFECT = frozenset({"has", "have", "had"})


def has_loss(words: tuple[str, ...], end: int, stop: int) -> bool:
    """Whether a verb of suffering stands behind a party, a noun that goes with it and an auxiliary at most between.

    Args:
        words: of the document, folded.
        end: the token behind the party.
        stop: where its clause ends.
    """
    for noun in (0, 1):
        at = end + noun
        if noun and (end >= stop or not words[end].isalpha()):
            return False
        at += at < stop and words[at] in _PERFECT
        if at < stop and words[at] in _suffering():
            return True
    return False


@cache
def _suffering() -> frozenset[str]:
    """English verbs whose subject has a loss."""
    return frozenset(load("roles.toml")["en"]["suffering"])
