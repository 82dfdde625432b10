"""English words between a deed or a loss and a party behind it, by which the party is not who it befell.

A loss has those who were lost right behind it or behind *of* and *including*: who stands behind *from*, *to* or *in* is only
told of beside it (the death of two boys drew outrage *from the opposition*, dozens were treated *in Turkish hospitals*). What
words of time and relation open is told of others (a shell hit the street *where rescuers* …).
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.smallwords import numbers

_NAME_REACH = 4
"""Words from a preposition to the party it governs: its article and adjectives."""
_NOUN_REACH = 4
"""Words before *of* in which its noun and the preposition of that stand."""
_PART_REACH = 3
"""Words from one that names a part of those counted to the party (*most of them* women)."""
_OWN_PEOPLE = frozenset({"from", "for"})
"""Prepositions that also say whose people were counted (*ten fighters from* the group)."""
_TO = frozenset({"to", "with"})
_AS_WHAT = frozenset({"known", "such", "well", "group", "him", "them", "it", "her", "same"})
"""Words behind which *as* only says what somebody is."""


def turned(between: tuple[str, ...], *, lost: bool) -> bool:
    """Whether a party is not who a deed befell, by the words from the deed, or from who it befell, to the party.

    Args:
        between: those words, folded, without marks.
        lost: whether it is a loss, which has no object behind a preposition.
    """
    return _told_of_others(between) or (lost and _governed(between))


def _told_of_others(between: tuple[str, ...]) -> bool:
    """Whether words turn to others than who it befell (*when* rebels …); *as well as*, *known as* and *most of whom* do not."""
    if not _words("including").isdisjoint(between[-_PART_REACH:]):
        return False
    return any(
        word in _words("turning")
        and (word != "as" or (between[at + 1 : at + 2] != ("well",) and _begins(between, at)))
        for at, word in enumerate(between)
    )


def _begins(between: tuple[str, ...], at: int) -> bool:
    """Whether *as* opens a clause and does not only say what somebody is (*known as*, *such as*, *well as*)."""
    return at == 0 or not (between[at - 1].endswith("ed") or between[at - 1] in _AS_WHAT)


def _governed(between: tuple[str, ...]) -> bool:
    """Whether a preposition right before the name of a party ties it to another word than the loss."""
    low = max(0, len(between) - _NAME_REACH)
    for at in range(len(between) - 1, low - 1, -1):
        word = between[at]
        if word == "of" and _tied(between[max(0, at - _NOUN_REACH) : at]):
            return True
        if word in _words("including"):
            return False
        if word in _words("governing_aside"):
            ahead = between[at - 1] if at else ""
            first = not ahead and word in _OWN_PEOPLE | _TO
            return not first and not _still_counts(ahead, word, between[at + 1 :])
        if word in numbers() or word.isdigit():
            return False
    return False


def _tied(before: tuple[str, ...]) -> bool:
    """Whether the noun before *of* hangs on a preposition itself (questions *about the presence of* fighters), and counts nobody."""
    counts = before[-1:] == () or before[-1] in _words("counted") or before[-1].isdigit()
    counts = counts or not numbers().isdisjoint(before)
    return not counts and not _words("governing_aside").isdisjoint(before[:-1])


def _still_counts(ahead: str, word: str, behind: tuple[str, ...]) -> bool:
    """Whether a preposition goes on telling who was lost: fighters *from* the group, in addition *to*, belonging *to*, believed *to be*."""
    theirs = word in _OWN_PEOPLE and ahead in _words("counted")
    tied = word == "to" and (ahead in _words("belonging") or behind[:1] == ("be",))
    return theirs or tied or ahead in _words("including")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("roles.toml")["en"][group])
