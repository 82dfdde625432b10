"""Verbs of states: Arabic forms of a pair of perfect and present («أعلن يعلن»), and whether words say that a state acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.slots.tables import data
from claims.text.shadow import fold

_PROGRESSIVE = frozenset({"is", "are"})
_PERFECT = frozenset({"has", "have"})
_JOINTS = frozenset({",", "and"})
_ENDS = frozenset({".", "\n", "!", "?"})
_OPENING = 3
"""Words of a place and a comma that open a sentence, with the preposition."""
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
        adverbs: words that may stand between a name and its verb.
        days: days of the week.
        day_parts: parts of a day behind those.
        telling: verbs of saying behind which a state may be the subject of what is said.
    """

    active: frozenset[str]
    suffering: frozenset[str]
    places: frozenset[str]
    adverbs: frozenset[str]
    days: frozenset[str]
    day_parts: frozenset[str]
    telling: frozenset[str]


@cache
def _english() -> English:
    table = data("party_cues")
    names = ("verbs_en_act", "suffering_en", "places", "adverbs_en", "days_en", "day_parts_en")
    return English(*(frozenset(table[name]) for name in (*names, "telling_en")))


def acts(words: Sequence[str], at: int) -> bool:
    """Whether a state that stands before ``at`` does what is said there: *blames*, *is airlifting*, *has shelled*; *bombed by* is no deed.

    Adverbs and a day of the week may stand before its verb (Chad *on Sunday* shelled …).

    Args:
        words: the words of a text in lower case.
        at: index of the word behind the name.
    """
    at = behind_adverbs(words, at)
    verb, *behind = (*words[at : at + 2], "", "")[:2]
    known = _english()
    if verb in _PROGRESSIVE:
        return behind[0].endswith("ing") and behind[0] not in known.suffering
    if verb in _PERFECT:
        return behind[0] in known.active
    return verb in known.active and behind[0] != "by"


def behind_adverbs(words: Sequence[str], at: int) -> int:
    """The index behind adverbs and a day of the week that stand between a name and its verb (Chad *reportedly*, *on Sunday morning*)."""
    known = _english()
    while at < len(words) and words[at] in known.adverbs:
        at += 1
    day = at + 1 if at + 1 < len(words) and words[at] == "on" else at
    if day >= len(words) or words[day] not in known.days:
        return at
    return day + 1 + (words[day + 1 : day + 2] != () and words[day + 1] in known.day_parts)


def tells(word: str) -> bool:
    """Whether an English verb of saying may have a clause with a subject of its own right behind it (*said* Chad bombed …)."""
    return word in _english().telling


def behind_partners(words: Sequence[str], at: int) -> int:
    """The index behind up to three names of one word that stand beside a state (Ankara, Doha *and Kuwait*); ``at`` where none does.

    The last one is joined by *and*.
    """
    for place in range(at, at + 2 * _PARTNERS, 2):
        joint = words[place] if place + 1 < len(words) else ""
        if joint == "and":
            return place + 2 + (words[place + 1] == "the")
        if joint != ",":
            break
    return at


def placed(words: Sequence[str], at: int) -> bool:
    """Whether the names of one word that a name at ``at`` follows in a list stand behind a word of place (strikes *on* Sanaa, Aden and …).

    Not where one place and a comma open a sentence (*In Darfur, Chad* bombed …).
    """
    place = at - 1
    while place > 0 and words[place] in _JOINTS:
        place -= 2
    if not 0 <= place < at - 1 or words[place] not in _english().places:
        return False
    opens = place == 0 or words[place - 1] in _ENDS
    return not (opens and place == at - _OPENING and words[at - 1] == ",")


def dual(word: str) -> bool:
    """Whether an Arabic word is shaped like a present verb of two («تتبادلان»)."""
    return word.startswith(("ت", "ي")) and word.endswith("ان") and len(word) >= _DUAL
