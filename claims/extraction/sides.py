"""The other side of an Arabic fight, which stands behind مع: «اشتبكت قوات قسد *مع مسلحي العشائر*», «معارك *مع* الدعم السريع»."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.standing import Stand
from claims.extraction.triggers import Trigger
from claims.text.shadow import fold

_WITH = "مع"
_NEAR = 6
_BREAKING = frozenset({"،", "و", "في", "بعد", "قبل", "خلال"})


def fights_with(words: tuple[str, ...], here: Stand, fight: Trigger) -> bool:
    """Whether a party stands behind the *with* of a fight, nothing but who fights between both.

    Args:
        words: of the document.
        here: where the party stands.
        fight: the predicate before it.
    """
    if fight.kind != "clash" or fight.known or here.lead[-1:] != (_WITH,):
        return False
    told = words[fight.tokens.first].removeprefix("و").removeprefix("ف")
    between = words[fight.tokens.end : here.tokens.first - 1]
    near = len(between) <= _NEAR and _BREAKING.isdisjoint(between)
    return near and told in _fights()


@cache
def _fights() -> frozenset[str]:
    """Words for a fight of two sides, folded."""
    return frozenset(map(fold, load("roles.toml")["ar"]["fighting"]))
