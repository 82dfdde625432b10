"""Given names of people, and the titles before them."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.text.shadow import fold

_KUNYA = frozenset({"ابو", "ابا", "ابي", "ام"})
_SERVANT = "عبد"


def is_given(words: tuple[str, ...], index: int, end: int, *, listed: bool = False) -> bool:
    """Whether a given name stands at a token, with و written onto it where names are listed."""
    word = words[index]
    forms = (word, word.removeprefix("و")) if listed else (word,)
    if not given().isdisjoint(forms):
        return True
    followed = index + 1 < end and words[index + 1].isalpha()
    return followed and any(form == _SERVANT or form in _KUNYA for form in forms)


@cache
def names_of(name: str) -> frozenset[str]:
    """A group of given_names.toml as folded words."""
    return frozenset(fold(word) for word in load("given_names.toml")[name])


@cache
def given() -> frozenset[str]:
    """All given names, folded."""
    return names_of("male") | names_of("female")
