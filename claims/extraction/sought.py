"""Arabic deeds of taking a place that are only sought: no control of anything is told.

«شن الجيش هجوماً *لاستعادة* البلدة», «*محاولات* الجيش إحكام *سيطرته* على المدينة»: who took what is not told, only what for something was done.
A verb tells it («*تمكن* من استعادة البلدة»), and so does a noun that stands for itself («استعادة البلدة»).
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.triggers import Trigger
from claims.text.shadow import fold

_CONTROL = "control"
_NOUNS = frozenset({"noun", "masdar"})
_FOR, _THE = "ل", "لل"
_REACH = 3
_SIEGE = "حصار"
"""What a town is put under by ل (خضعت *لحصار*): that is told."""


def without_sought(
    words: tuple[str, ...], first: int, triggers: tuple[Trigger, ...]
) -> tuple[Trigger, ...]:
    """The predicates of a sentence without nouns of control behind a word of trying or a purpose.

    Args:
        words: the folded tokens of the document.
        first: the token that the sentence begins with.
        triggers: its predicates, in order.
    """
    return tuple(one for one in triggers if not _is_sought(words, first, one))


def _is_sought(words: tuple[str, ...], first: int, trigger: Trigger) -> bool:
    at = trigger.tokens.first
    word = words[at]
    if trigger.kind != _CONTROL or word.isascii():
        return False
    if not _seeking().isdisjoint(words[max(first, at - _REACH) : at]):
        return True
    purpose = word.startswith(_FOR) and not word.startswith(_THE)
    return purpose and trigger.role in _NOUNS and _SIEGE not in word


@cache
def _seeking() -> frozenset[str]:
    """Folded Arabic words before what somebody only tries or means to do."""
    return frozenset(map(fold, load("roles.toml")["ar"]["seeking"]))
