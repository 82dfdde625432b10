"""Verbs of states: Arabic forms of a pair of perfect and present («أعلن يعلن»), and whether words say that a state acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.slots.tables import data
from claims.text.shadow import fold

_PROGRESSIVE = frozenset({"is", "are"})
_JOINTS = frozenset({",", "and"})
_PARTNERS = 3
_DUAL = 5
"""Letters of the shortest present dual of a verb: «تقولان»."""


def conjugated(pair: str) -> Iterator[tuple[str, bool]]:
    """Both forms of a perfect and a present verb, folded, with «و» and without; whether each is feminine."""
    for verb in map(fold, pair.split()):
        if verb.startswith("ي"):
            feminine = "ت" + verb[1:]
        else:
            feminine = (verb[:-1] if verb.endswith(("ي", "ا")) else verb) + "ت"
        for joined in ("", "و"):
            yield joined + verb, False
            yield joined + feminine, True


class English(NamedTuple):
    """What ``party_cues.toml`` says of English words around the names of states.

    Attributes:
        active: verbs that a state before them does.
        suffering: words in *-ing* that tell what befalls a place.
        places: words before a name that make it a place.
    """

    active: frozenset[str]
    suffering: frozenset[str]
    places: frozenset[str]


@cache
def _english() -> English:
    table = data("party_cues")
    listed = (table["verbs_en_act"], table["suffering_en"], table["places"])
    return English(*map(frozenset, listed))


def acts(words: Sequence[str], at: int) -> bool:
    """Whether a state that stands before ``at`` does what is said there: *blames*, *is airlifting*; *bombed by* is no deed.

    Args:
        words: the words of a text in lower case.
        at: index of the word behind the name.
    """
    verb, *behind = (*words[at : at + 2], "", "")[:2]
    known = _english()
    if verb in _PROGRESSIVE:
        return behind[0].endswith("ing") and behind[0] not in known.suffering
    return verb in known.active and behind[0] != "by"


def behind_partners(words: Sequence[str], at: int) -> int:
    """The index behind up to three names of one word that stand beside a state (Ankara, Doha *and Kuwait*); ``at`` where none does.

    The last one is joined by *and*.
    """
    for place in range(at, at + 2 * _PARTNERS, 2):
        joint = words[place] if place + 1 < len(words) else ""
        if joint == "and":
            return place + 2
        if joint != ",":
            break
    return at


def placed(words: Sequence[str], at: int) -> bool:
    """Whether the names of one word that a name at ``at`` follows in a list stand behind a word of place (strikes *on* Sanaa, Aden and …)."""
    place = at - 1
    while place > 0 and words[place] in _JOINTS:
        place -= 2
    return 0 <= place < at - 1 and words[place] in _english().places


def dual(word: str) -> bool:
    """Whether an Arabic word is shaped like a present verb of two («تتبادلان»)."""
    return word.startswith(("ت", "ي")) and word.endswith("ان") and len(word) >= _DUAL
