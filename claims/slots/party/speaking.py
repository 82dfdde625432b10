"""Who a source is by its name alone: a publisher that the lexicon of parties knows is the same source as where it is quoted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims.model import Party
from claims.slots.party.find import find_sources

_MEDIA: Final = "media"
_WHOLE: Final = 0.5
"""Share of the name of a medium that the known one takes up at least; the rest is what people write beside it (S.N.N | …)."""
_BESIDE: Final = re.compile(r"(?:\bthe\b|[\W\d_])+", re.IGNORECASE)
"""What is no part of a name: the article, figures, brackets and marks."""

_ARTICLE: Final = re.compile(r"\b([AE]l) (?=[A-Z])")
"""An article of a name in Latin letters that stands apart from it (Al Kul)."""


@lru_cache(maxsize=1 << 12)
def source_named(name: str) -> Party | None:
    """The one known source that a name stands for in any of its languages; None where it names none, several, or more than it.

    Of a medium other words may stand beside its name; of any other body they make another one (*friends of the ministry*).
    """
    found = find_sources(name) or find_sources(_ARTICLE.sub(r"\1-", name))
    if not found or not found[0].id or len({one.id for one in found}) > 1:
        return None
    if found[0].kind == _MEDIA:
        return found[0] if sum(len(one.text) for one in found) >= _WHOLE * len(name) else None
    rest = name
    for one in found:
        rest = rest.replace(one.text, " ", 1)
    return None if _BESIDE.sub("", rest) else found[0]
