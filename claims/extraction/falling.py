"""What an Arabic deed or loss can fall on, by the words between it and a party."""

from __future__ import annotations

from claims.extraction.markers import markers
from claims.model import Party
from claims.text.shadow import fold

_KIN = "families"
"""Behind من the family is whose people they are (ستة أشخاص من عائلة واحدة), and was not killed as a whole."""
_AIMED = frozenset({"strike", "clash"})
_BROKEN_OFF = frozenset({"…", "."})
"""Marks behind which a headline says something else (أغلب ضحاياها أطفال… *قوات* …)."""
_HURTING = frozenset({"casualties", "arrest", "displacement"})


def falls_on(party: Party, letter: str, between: tuple[str, ...], kind: str) -> bool:
    """Whether a deed can fall on a party: nothing between says where, when, why or with whom it was done.

    What a person works at or owns is not hit with him (معلمة مدرسة), nobody kills a thing, and who reports the news is
    an object only right behind the deed.

    Args:
        party: behind the deed.
        letter: the preposition written onto it, "" for none.
        between: folded words between the deed, or the last party in a role behind it, and this party.
        kind: of the deed.
    """
    small = markers()
    if _only_theirs(party):
        return False
    thing = party.kind in small.things
    seized = kind == "arrest" and party.id in small.seizable
    if kind == "damage" and fold(party.text).split()[0] in small.around:
        return False
    between = _without_passing(between) if kind in _AIMED else between
    if thing and not seized and (kind in _HURTING or (between and between[-1] in small.of_a)):
        return False
    if party.kind in small.telling and between and between[-1] not in small.holdings:
        return False
    of_them = letter == "ب" and between and between[-1].removeprefix("ال") in small.persons
    if kind in _HURTING and not of_them and (letter == "ب" or (letter == "ل" and between)):
        return False
    if kind == "damage" and thing and between[-1:] == ("في",) and party.id not in small.vague:
        between = between[:-1]
    return not any(_breaks(between, index) for index in range(len(between)))


def _without_passing(between: tuple[str, ...]) -> tuple[str, ...]:
    """The words without phrases that only say with how much or how it was done (بعدد من القذائف، إلى جانب)."""
    for phrase in markers().passing:
        at = next((i for i in range(len(between)) if between[i : i + len(phrase)] == phrase), None)
        if at is not None:
            between = between[:at] + between[at + len(phrase) :]
    return between


def _only_theirs(party: Party) -> bool:
    """Whether a party is only whose people somebody is: of which medium (مراسل قناة …), of which family (جميعهم من عائلة واحدة)."""
    words, small = fold(party.text).split(), markers()
    if party.kind in small.telling:
        return words[0] in small.reporters
    return party.id == _KIN and "من" in words and words[0] not in small.counting


def _breaks(between: tuple[str, ...], index: int) -> bool:
    """Whether a word ends what a deed falls on; من does not behind what counts (عدداً من العناصر، 3 من العناصر)."""
    word, before = between[index], between[index - 1] if index else ""
    if word == "من":
        return before not in markers().counting and not before.isdecimal()
    return word in markers().breaking or word in _BROKEN_OFF
