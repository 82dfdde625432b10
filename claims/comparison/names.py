"""Who a source is, under whichever of its names it appears: a network in Arabic and in English is one network."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claims.slots import party

_SPEAKING: Final = "media"
_WHOLE: Final = 0.5
"""Share of a name that the known one takes up at least; the rest is what people write beside it (S.N.N | …)."""


@lru_cache(maxsize=1 << 12)
def known_as(source: str) -> str:
    """The one name of a medium that the lexicon of parties knows, else the name as it is."""
    found = party.find_parties(source)
    if len(found) != 1 or found[0].kind != _SPEAKING:
        return source
    return found[0].name if len(found[0].text) >= _WHOLE * len(source) else source
