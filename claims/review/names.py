"""Names of people: how one is kept, which are none, and which two nobody could tell apart.

One place for all of it: whoever asks whether two names are one person's asks `folded`; whoever asks whether somebody could take one
for the other asks `alike`, which is wider: it holds letters of two alphabets together that look the same, and Arabic letters that people
write one for the other (أحمد, احمد).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from claims.text.shadow import fold

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
    return next((each for each in sorted(known) if look_alike(name, each)), "")


def look_alike(one: str, other: str) -> bool:
    """Whether a reader could take one name for the other."""
    return same(one, other) or bool(_shapes(one) & _shapes(other))


@lru_cache(maxsize=4096)
def _shapes(name: str) -> frozenset[tuple[str, str]]:
    """What a name looks like, as it is written and in capitals: its letters and digits, for spaces and points between them part no two people."""
    seen = unicodedata.normalize("NFKC", kept(name))
    return frozenset(
        (case, _letters(fold(folded(text.translate(_table(case))))))
        for case, text in (("written", seen), ("written", seen.lower()), ("capitals", seen.upper()))
    )


def _letters(text: str) -> str:
    """The letters and digits of a text; the text itself where it has none."""
    return "".join(filter(str.isalnum, text)) or text


@cache
def _table(case: str) -> Mapping[int, str]:
    """The sign that stands for each letter that looks like it."""
    data = tomllib.loads((files("claims.review") / "data" / "shapes.toml").read_text("utf-8"))
    return {ord(letter): sign for sign, letters in data[case].items() for letter in letters}
