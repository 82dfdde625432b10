"""Names of people: how one is kept, which are none, and which two nobody could tell apart.

One place for all of it: whoever asks whether two names are one person's asks `folded`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 200
"""Characters of a name."""

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Controls, directions, joiners, halves of signs, private signs, ends of lines."""
_WITHOUT_INK: Final = re.compile(
    "[\u034f\u115f\u1160\u2800\u3164\ufe00-\ufe0f\uffa0\ufffd\U000e0100-\U000e01ef]"
)
"""Signs that are called letters or marks and show nothing, and the sign for what could not be read."""
_STRETCH: Final = "\u0640"
"""The tatweel, which makes a word longer and no other one."""
_ALPHABETS: Final = ("LATIN", "CYRILLIC", "GREEK")
"""Alphabets of which letters look the same."""


def kept(name: str) -> str:
    """A name as it is kept: composed, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def folded(name: str) -> str:
    """What two names have in common that are one person's: neither case, width, spaces nor unseen signs part people."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = (sign for sign in plain if unicodedata.category(sign) not in _HIDDEN)
    return " ".join(_WITHOUT_INK.sub("", "".join(seen)).replace(_STRETCH, "").split())


def plain(name: str) -> str:
    """A name as it is written where no two spellings of one are allowed: its own `folded` form."""
    found = folded(name)
    while found != folded(found):
        found = folded(found)
    return kept(found)


def same(one: str, other: str) -> bool:
    """Whether two names are one person's."""
    return one == other or folded(one) == folded(other)


def is_name(name: str) -> bool:
    """Whether a name, as it is kept, can be seen whole: 1 to `LONGEST` characters in one line, none of them unseen."""
    unseen = any(unicodedata.category(sign) in _HIDDEN for sign in name)
    return (
        bool(folded(name)) and len(name) <= LONGEST and not unseen and not _WITHOUT_INK.search(name)
    )


def of_two_alphabets(name: str) -> str:
    """The first word of a name whose letters are of two alphabets that look alike, "" without one."""
    return next((word for word in name.split() if len(_alphabets(word)) > 1), "")


def _alphabets(word: str) -> frozenset[str]:
    first = (unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha())
    return frozenset(each for each in first if each in _ALPHABETS)


def alike(name: str, others: Iterable[str]) -> str:
    """Another name among these that nobody could tell from this one, "" without one, or when this one itself is there."""
    known = set(others)
    if name in known:
        return ""
    mine = folded(name)
    return next((each for each in sorted(known) if folded(each) == mine), "")
