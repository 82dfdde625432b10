"""Names as the data files write them, spread out and cut into folded words.

``(a|b|)`` in a name is one of these or nothing, so that one line holds all spellings of a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.text.tokens import tokens

_GROUP = re.compile(r"\(([^()]*)\)")
_SPACES = re.compile(r"\s+")


def spread(name: str) -> tuple[str, ...]:
    """All names that a line of the data stands for, in the order written.

    >>> spread("Syrian (Arab |)Army")
    ('Syrian Arab Army', 'Syrian Army')
    """
    match = _GROUP.search(name)
    if match is None:
        return (_SPACES.sub(" ", name).strip(),)
    found: list[str] = []
    for choice in match.group(1).split("|"):
        found.extend(spread(name[: match.start()] + choice + name[match.end() :]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def cut(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, marks included."""
    return tokens(phrase).words
