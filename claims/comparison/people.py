"""People whom two claims name alike: somebody dies once, and whom a raid killed or arrested is told by name more often than counted.

A name is read where a given name stands (`claims.extraction.given_names`): it and the words behind it; or behind a title
(الشاب, المدعو), whatever it is, where the other account has three of its words as well. Names are compared word by word in Arabic
only; in Latin letters they are spelled in too many ways.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import Final

from claims.comparison.keys import common_words
from claims.extraction.given_names import is_given, names_of
from claims.extraction.smallwords import speech_words
from claims.model import Claim
from claims.text.tokens import tokens

_LONGEST: Final = 5
_SHORTEST_PART: Final = 3
_PREPOSITION: Final = "علي"
"""Folded, this given name is a preposition as well: no first word of a name."""
_JOINED: Final = "و"
_ARTICLE: Final = "ال"
_OPENING: Final = frozenset({"عبد", "ابو", "ابا", "ابي", "ام"})
"""Words that make one name with the one behind them."""

_STRIKE: Final = "strike"
_BEFALLEN: Final = frozenset({"casualties", "arrest"})
"""Kinds of claims that tell what befell people."""
_FULL: Final = 3
"""Names that tell a person wherever it is: one's own, father's and family name."""

Name = tuple[str, ...]


def one_person(left: Claim, right: Claim, *, placed: bool) -> bool:
    """Whether both tell what befell one person, by name.

    Args:
        left: a claim.
        right: another one.
        placed: whether both tell of one place: there two names in common are enough.
    """
    told = {left.kind, right.kind}
    if not (told & _BEFALLEN and told <= _BEFALLEN | {_STRIKE}):
        return False
    return named_alike(left.quote, right.quote) >= (_FULL - 1 if placed else _FULL)


def named_alike(left: str, right: str) -> int:
    """The names that both quotes have in common of one person, father's and family name counted; 0 where they name nobody alike.

    *Servant of* (عبد) and *father of* (أبو) are one name with the word behind them.
    """
    ours, theirs = _names(left), _names(right)
    found = max((_common(one, other) for one in ours for other in theirs), default=0)
    return max(found, _titled_in(left, right), _titled_in(right, left))


def _titled_in(one: str, other: str) -> int:
    """`_FULL` where the words behind a title of one quote, so many of them, stand in the other quote; else 0."""
    titled = _titled(one)
    if not titled:
        return 0
    words = tuple(word for word in tokens(other).words if word.isalpha())
    runs = set(zip(*(words[shift:] for shift in range(_FULL)), strict=False))
    return _FULL if runs & titled else 0


@lru_cache(maxsize=1 << 14)
def _titled(quote: str) -> frozenset[Name]:
    """Of each name behind a title as many words as tell a person; quotation marks between them say nothing."""
    words = tuple(word for word in tokens(quote).words if word.isalpha())
    behind = (
        words[at + 1 : at + 1 + _FULL]
        for at, word in enumerate(words)
        if word in names_of("titles")
    )
    return frozenset(name for name in behind if len(name) == _FULL and all(map(_part, name)))


def _common(one: Name, other: Name) -> int:
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(word not in _OPENING for word, _ in shared)


@lru_cache(maxsize=1 << 14)
def _names(quote: str) -> tuple[Name, ...]:
    """The names in a quote, each from its given name on; of two words at least."""
    words = tokens(quote).words
    found = []
    for index, word in enumerate(words):
        if word != _PREPOSITION and is_given(words, index, len(words), listed=True):
            name = [word.removeprefix(_JOINED)]
            for part in words[index + 1 : index + _LONGEST]:
                if not _part(part):
                    break
                name.append(part)
            if len(name) > 1:
                found.append(tuple(name))
    return tuple(dict.fromkeys(found))


def _part(word: str) -> bool:
    """Whether a word can go on a name: no mark, no figure, no word of relation, nothing that most accounts say."""
    if not word.isalpha() or len(word) < _SHORTEST_PART or word == _PREPOSITION:
        return word == _PREPOSITION
    bare = {word, word.removeprefix(_ARTICLE)}
    return bare.isdisjoint(common_words()) and bare.isdisjoint(speech_words("stop"))
