"""Deeds that an Arabic sentence only demands, forbids or judges, and does not tell.

«يجب أن نتصدى للهجوم»، «وقف هجمات …»، «سياسة قتل …»، «القانون يحظر استهداف المدنيين»، «استهداف المدارس يعتبر جريمة حرب».
"""

from __future__ import annotations

from functools import cache

from claims.extraction.draft import Draft
from claims.extraction.smallwords import (
    halting,
    judged,
    judges,
    obliging,
    proposed,
    speech_words,
    talking,
    unjudged,
)
from claims.extraction.triggers import Trigger

_TIES = "وفبل"
_THAT = "ان"
_FOR = "ل"
"""Written onto a deed behind an adjective of *ending* (وقف فوري *ل*إطلاق النار)."""
_REACH = 2
_TALK_REACH = 5
_WHICH_REACH = 3
_TIED = ("ل", "ب", "ك")
_THEIRS = ("هم", "ها", "ه")
_ATTEMPTS = ("محاول",)
"""How words begin for what somebody tries: who tries to take a town holds none of it yet."""
_JUDGED_REACH, _JUDGED = 7, 4


def only_demanded(words: tuple[str, ...], verb: int) -> bool:
    """Whether a verb is what somebody has to do (يجب أن *نتصدى*), or a noun that looks like one behind the word for a policy (سياسة *قتل*).

    Args:
        words: of the document.
        verb: its token.
    """
    if verb < _REACH or words[verb].isascii():
        return False
    if words[verb - 1] == _THAT:
        return _bare(words[verb - _REACH]) in obliging()
    return _bare(words[verb - 1]) in talking()


def talk(words: tuple[str, ...], draft: Draft, nouns: list[Trigger]) -> bool:
    """Whether Arabic verbal nouns, neither dated nor counted, are only what a law, a policy, a demand or a judgement is about.

    *القانون يحظر استهداف المدنيين* forbids and tells nothing.

    Args:
        words: of the document.
        draft: the claim in the making.
        nouns: the nouns of action that may tell it.
    """
    if draft.dates or draft.quantities or not nouns:
        return False
    return all(_talked_of(words, draft, noun) for noun in nouns)


def _talked_of(words: tuple[str, ...], draft: Draft, noun: Trigger) -> bool:
    low, first = draft.tokens.first, noun.tokens.first
    ahead = {word.removeprefix("و") for word in words[max(low, first - _TALK_REACH) : first]}
    ahead |= {word[1:] for word in ahead if word.startswith(_TIED)}
    ahead |= {word.removesuffix(one) for word in ahead for one in _THEIRS}
    spoken = noun.role == "masdar" and not talking().isdisjoint(ahead)
    spoken = spoken or not obliging().isdisjoint(ahead) or _ended(words, noun)
    spoken = spoken or (draft.kind == "control" and any(w.startswith(_ATTEMPTS) for w in ahead))
    return spoken or not proposed().isdisjoint(ahead) or _judged_behind(words, draft, noun)


def _ended(words: tuple[str, ...], noun: Trigger) -> bool:
    """Whether a deed stands right behind a word for ending or judging it (وقف *هجمات* …، يشكل *قصف* المدن انتهاكاً), and is not told behind *which*."""
    first = noun.tokens.first
    if first < 1 or words[first].isascii():
        return False
    which = words[noun.tokens.end : noun.tokens.end + _WHICH_REACH]
    before = _bare(words[first - 1])
    further = first > 1 and words[first].startswith(_FOR)
    ended = before in halting() or before in judges()
    ended = ended or (further and _bare(words[first - _REACH]) in halting())
    return ended and speech_words("relative").isdisjoint(which)


def _judged_behind(words: tuple[str, ...], draft: Draft, noun: Trigger) -> bool:
    """Whether a deed is the subject of a judgement (استهداف المدنيين يعتبر جريمة حرب), which no word of another subject parts from it."""
    end = min(draft.tokens.end, noun.tokens.end + _JUDGED_REACH)
    first, verb = noun.tokens.end, noun.role != "masdar" and not noun.known
    if words[noun.tokens.first].isascii():
        return False
    return any(
        words[index] in judges()
        and not judged().isdisjoint(words[index + 1 : index + _JUDGED])
        and not (verb and not unjudged().isdisjoint(words[first:index]))
        for index in range(noun.tokens.end, end)
    )


def _bare(word: str) -> str:
    """A word without the particle written onto it, where that leaves a word of these."""
    return word if word[:1] not in _TIES or word in _known() else word[1:]


@cache
def _known() -> frozenset[str]:
    return halting() | judges() | obliging() | talking()
