"""Places to break a line in text that has none, for the typesetter: it sets no run of letters longer than a line.

A word of more than a line would be cut off at the edge of the page, and one of many thousand letters ends the typesetter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

PLACE: Final = "\u200b"
"""A place to break without a width; what is read out of the file does not have it (`claims.report.reading_order`)."""
LONGEST: Final = 200
"""Letters without a space that stay as they are: an address or a hash is shorter."""
_PART: Final = 8
"""Letters of a long stretch between two places to break; the narrowest column has room for them."""
_MOST_MARKS: Final = 24
"""Marks on one letter that stay with it."""
_WHOLE: Final = re.compile(f"[^ \\t\\n{PLACE}]{{{LONGEST + 1},}}")
_WITH_WHAT_STANDS_BEFORE: Final = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})


def breakable(text: str) -> str:
    """The text with places to break in every stretch longer than `LONGEST` that has no space; other text as it is."""
    return _WHOLE.sub(lambda found: PLACE.join(_parts(found.group())), text)


def without_places(text: str) -> str:
    """What is read out of a file."""
    return text.replace(PLACE, "")


def _parts(stretch: str) -> Iterator[str]:
    """The stretch in parts, each mark with the letter on which it stands."""
    at = 0
    while at < len(stretch):
        until = at + _PART
        marks = stretch[until : until + _MOST_MARKS]
        until += sum(1 for _ in takewhile(_stays, marks))
        yield stretch[at:until]
        at = until


def _stays(character: str) -> bool:
    return unicodedata.category(character) in _WITH_WHAT_STANDS_BEFORE
