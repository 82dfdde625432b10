"""Figures that leave out what befell the people because it was said of others: «قُتل ثلاثة في غارة على حولا *وأربعة في غارة على* الخيام»."""

from __future__ import annotations

from collections.abc import Sequence

from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.kinds import TOLLS
from claims.slots.quantity.tolls import is_deed

_FAR = 16
_CAUSING = frozenset({"في", "جراء", "اثر", "نتيجه", "بسبب", "خلال"})
_JOINED = frozenset({"و", "،", ","})


def lost_in_another(page: Page, previous: Draft, draft: Draft) -> bool:
    """Whether a figure is joined to that of people who were lost before, and another deed stands right behind it."""
    lost = previous.told and previous.unit in TOLLS and not (draft.told or page.latin(draft.core))
    if not lost or not (draft.joined or page.word[draft.first - 1] in _JOINED):
        return False
    gap = page.words[previous.end : draft.first]
    near = len(gap) <= _FAR and page.lexicon.ends.isdisjoint(gap)
    near = near and not any(word in page.lexicon.befell for word in gap)
    return near and deed_behind(page.word, draft.end)


def deed_behind(words: Sequence[str], at: int) -> bool:
    """Whether the words from token ``at`` on name the deed that people were lost in (في غارة، جراء قصف، بقصف)."""
    if at >= len(words):
        return False
    if words[at] in _CAUSING:
        return at + 1 < len(words) and is_deed(words[at + 1])
    return words[at].startswith("ب") and is_deed(words[at])
