"""Names that follow one another in a list: kind word and relation of the first carry over to those behind it."""

from __future__ import annotations

from itertools import pairwise

from claims.slots.place.lexicon import kinds
from claims.slots.place.mentions import Mention
from claims.slots.place.relations import relations
from claims.slots.place.surroundings import wind_after
from claims.text.tokens import Tokens

_POINT = 0.5
_WIDEST = 2
_SEVERAL = frozenset({"ريفي", "ريفا", "ارياف"})
_HASH = ("#",)
_JOINED = frozenset({"و", "،", ",", "-", "/", "and", "or", "&", "او", "the", "#"})


_PROVINCE = "province"


def link(tokens: Tokens, mentions: list[Mention]) -> None:
    """Mark names that follow the one before in a list; kind word and relation of its first carry over."""
    for left, right in pairwise(mentions):
        if right.left < left.right:
            left.against = True
            continue
        if right.left - left.right > _WIDEST:
            continue
        between = tokens.words[left.right : right.left]
        if left.base == "countryside" and right.word is not None and not (between or right.lead):
            right.under = frozenset(entry.division for entry in left.entries)
        if not _lists_on(between, right):
            continue
        right.listed = True
        _carry(left, right)
        if left.against and right.power:
            right.against = True
        elif right.left == right.first and not left.against:
            _share(tokens, left, right)


def _carry(left: Mention, right: Mention) -> None:
    """Let the kind word of several stand for the next name as well (محافظات حلب وإدلب), which a province needs no more to be sure of."""
    word = left.word
    if right.word is not None or word is None or not word.many or not _fitting(right, left):
        return
    right.word = word
    right.under = _divisions(left)
    if any(entry.kind == _PROVINCE for entry in right.entries):
        right.weight = max(right.weight, left.weight)
    if right.first == left.end and not (left.against or right.power):
        right.against = False


def _lists_on(between: tuple[str, ...], right: Mention) -> bool:
    """Whether a name follows the one before it in a list, given the words between them."""
    if between == _HASH or not _JOINED.issuperset(between) or right.lead not in ("", "و"):
        return False
    return bool(between) or right.lead == "و"


def _divisions(village: Mention) -> frozenset[str]:
    """First-level divisions that a village can lie in: the next one of its list lies there too (قريتي سكندرون وربيعة)."""
    if any(entry.kind not in ("village", "town") for entry in village.entries):
        return frozenset()
    return frozenset(entry.division for entry in village.entries) - {""}


def _share(tokens: Tokens, left: Mention, right: Mention) -> None:
    """Let the relation of a name hold for the next one (قرب X وY, between X and Y, ريفي X وY)."""
    if left.base == "countryside":
        shared = left.listed and left.left == left.first
        if shared or tokens.words[left.left][left.cut :] in _SEVERAL:
            right.base = left.base
            wind_after(tokens, right)
        return
    if left.base == "between" or (_point(left) and _point(right) and not _contained(left, right)):
        if left.base in relations().shared:
            right.base, right.wind = left.base, left.wind
        elif left.wind and not left.base and not left.inside:
            right.wind = left.wind


def _point(mention: Mention) -> bool:
    """Whether the name can mean a town or a site rather than only an area."""
    return any(kinds().kinds[entry.kind].specificity >= _POINT for entry in mention.entries)


def _fitting(mention: Mention, first: Mention) -> bool:
    word = first.word
    return word is not None and any(entry.kind in word.fits for entry in mention.entries)


def _contained(inner: Mention, outer: Mention) -> bool:
    outers = {entry.id for entry in outer.entries}
    return any(not outers.isdisjoint(entry.within) for entry in inner.entries)
