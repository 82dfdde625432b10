"""Who a source is, under whichever of its names it appears: a network in Arabic and in English is one network.

*Activists*, *a military source* and *our correspondent* are nobody by name: in two documents they may well be two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims.extraction.smallwords import speech_words
from claims.model import Claim
from claims.slots import party
from claims.text.shadow import fold

_NAMELESS: Final = "local sources"
"""The kind of the parties that are sources without a name."""
_PLAIN: Final = re.compile(r"(?!\d)[^A-Z@\u0600-\u06ff]*")
"""English words none of which is a name: *a doctor*, *residents of the camp*."""


@lru_cache(maxsize=1 << 12)
def known_as(source: str) -> str:
    """The one name of a source that the lexicon of parties knows, else the name as it is."""
    found = party.source_named(source)
    return found.name if found is not None else source


def speaks_as(claim: Claim) -> str:
    """Whom two claims must share to be of one source: a name, for a source without one its document as well."""
    source = claim.speaker.source
    return f"{claim.document} {source}" if nameless(claim, source) else known_as(source)


def nameless(claim: Claim, source: str) -> bool:
    """Whether a claim has a source that is cited without its name; a publisher is known, whatever it is called."""
    cited = any(link.span is not None and link.source == source for link in claim.attribution)
    return cited and _unnamed(source)


@lru_cache(maxsize=1 << 12)
def _unnamed(source: str) -> bool:
    found = party.source_named(source)
    if found is not None:
        return found.kind == _NAMELESS or found.id in party.unresolved()
    first = fold(source).partition(" ")[0]
    words = speech_words("unnamed") | speech_words("anonymous")
    return first in words or _PLAIN.fullmatch(source) is not None
