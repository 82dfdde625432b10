"""Whether an Arabic clause tells what somebody keeps doing, and no single deed.

«في ظل استمرار القصف على …»، «تتعمد القوات استهداف المدارس»، «الهجمات المستمرة تهدد حياة السكان»: background of the news. A word of keeping on
counts before the deed that it governs, an adjective of it right behind the noun of the deed; what only stands in the same clause
(ضمن الجهود المتواصلة نفذت الوحدات عملية) says nothing of the deed.
"""

from __future__ import annotations

from claims.extraction.mentions import Range
from claims.extraction.smallwords import constant, keeping, keeping_off
from claims.extraction.triggers import Trigger

_NOUNS = frozenset({"noun", "masdar"})
_REACH = 8
_BEHIND = 4
_TIES = "وفل"
_SINCE = "منذ"


def is_practice(words: tuple[str, ...], clause: Range, deeds: tuple[Trigger, ...]) -> bool:
    """Whether a clause says of the first of its deeds that it keeps being done.

    Args:
        words: of the document.
        clause: its tokens.
        deeds: the predicates of one kind in it, in order.
    """
    deed = next((one for one in deeds if clause.first <= one.tokens.first < clause.end), None)
    if deed is None or deed.role not in _NOUNS:
        return False
    first = deed.tokens.first
    return _kept_on(words, Range(max(clause.first, first - _REACH), first)) or _constant(
        words, Range(deed.tokens.end, min(clause.end, deed.tokens.end + _BEHIND))
    )


def _kept_on(words: tuple[str, ...], ahead: Range) -> bool:
    """Whether a word of keeping on stands before a deed and governs it (استمرار *القوات باستهداف*, not تواصل البحث *عن ضحايا الغارات*)."""
    for index in range(ahead.end - 1, ahead.first - 1, -1):
        word = words[index]
        if word in keeping() or (word[:1] in _TIES and word[1:] in keeping()):
            return True
        if word in keeping_off():
            return False
    return False


def _constant(words: tuple[str, ...], behind: Range) -> bool:
    """Whether an adjective of going on stands behind the noun of a deed, with nothing but adjectives between; not since an hour that is named."""
    for index in range(behind.first, behind.end):
        word = words[index]
        if word.removeprefix("ال") in constant():
            return words[index + 1 : index + 2] != (_SINCE,)
        if word in keeping_off() or not word.isalpha():
            return False
    return False
