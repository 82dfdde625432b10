"""Losses that a verb ties by a pronoun to the Arabic deed before it: «اندلعت اشتباكات في تعز *قُتل فيها* خمسة»."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.triggers import Trigger

_DEEDS = frozenset({"strike", "clash"})
_LOSSES = frozenset({"casualties", "damage"})
_NOUNS = frozenset({"noun", "masdar"})
_BACK = frozenset({"فيها", "فيه", "خلالها", "خلاله", "اثرها", "اثره", "جراءها", "جراءه"})
_REACH = 2
_DEPENDING = frozenset({"التي", "الذي", "حيث", "ان", "انه", "انها", "الذين", "يوم", "ما", "مما"})
"""Words behind which the verb is of a clause that is read already."""


def therein(words: tuple[str, ...], triggers: tuple[Trigger, ...]) -> Iterator[tuple[int, str]]:
    """Where a loss in the deed told before it opens a statement of what came of that."""
    deed = False
    for trigger in triggers:
        first = trigger.tokens.first
        back = words[trigger.tokens.end : trigger.tokens.end + _REACH]
        tied = trigger.kind in _LOSSES and trigger.role == "verb" and not _BACK.isdisjoint(back)
        if deed and tied and words[first - 1] not in _DEPENDING:
            yield first, "effect"
        if trigger.kind == "casualties":
            return
        deed = deed or (trigger.kind in _DEEDS and trigger.role in _NOUNS)
