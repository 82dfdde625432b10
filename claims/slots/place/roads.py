"""Roads that are named by their two ends: what happens there lies between them.

«طريق حلب دمشق», «طريق تدمر - حمص», «الطريق من حلب إلى دمشق», "the Aleppo-Damascus highway", "the road from Mosul to Tal Afar".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.slots.place.mentions import Mention
    from claims.text.tokens import Tokens

_TIE = 3
"""What a relation says for a place; as in `claims.slots.place.evidence`."""
_ROAD = "road to"
_WIDEST = 2
"""Words that may stand between the two ends."""
_ARABIC_GAPS = frozenset({(), ("-",), ("/",), ("الي",), ("-", "#"), ("#",), ("_",)})
_JOINTS = frozenset({("-",), ("to",), ("/",)})
_FROM_TO = frozenset({("to",), ("and",)})
_WAYS = frozenset({"road", "highway", "motorway", "route", "roads", "axis"})
_BEFORE = frozenset({"road", "highway", "motorway", "route", "way"})


def ends_of_roads(tokens: Tokens, mentions: list[Mention]) -> None:
    """Let both names that a road is called after stand for what lies between them."""
    for left, right in pairwise(mentions):
        if right.left - left.right > _WIDEST or left.wind:
            continue
        if right.base or right.wind or right.word is not None:
            continue
        gap = tokens.words[left.right : right.left]
        if left.arabic and right.arabic:
            road = _arabic(tokens, left, right, gap)
        else:
            road = not (left.arabic or right.arabic) and _latin(tokens, left, right, gap)
        if road:
            for end in (left, right):
                end.base = "between"
                end.weight += _TIE


def _arabic(tokens: Tokens, left: Mention, right: Mention, gap: tuple[str, ...]) -> bool:
    """Whether two Arabic names are the ends of a road that stands before the first of them."""
    before = tokens.words[max(0, left.left - 2) : left.left]
    led = before in {("الطريق", "من"), ("طريق", "من")}
    if left.base != _ROAD and not led:
        return False
    return gap in _ARABIC_GAPS and right.lead in ({"", "و"} if not gap else {""})


def _latin(tokens: Tokens, left: Mention, right: Mention, gap: tuple[str, ...]) -> bool:
    """Whether two English names are the ends of a road: its word stands behind them, or *from* between."""
    if left.base:
        return False
    behind = tokens.words[right.right : right.right + 3]
    if gap in _JOINTS and not _WAYS.isdisjoint(behind[:1] if gap == ("to",) else behind[:2]):
        return True
    before = tokens.words[max(0, left.left - 2) : left.left]
    return before[-1:] == ("from",) and before[0] in _BEFORE and gap in _FROM_TO
