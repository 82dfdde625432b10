"""Who an Arabic blast befalls: «انفجرت عبوة *بسيارة* القيادي في الفصيل» has no doer, and what stands behind ب is hit."""

from __future__ import annotations

from claims.extraction.markers import markers
from claims.extraction.standing import MARKS, Stand
from claims.extraction.triggers import Trigger

_REACH = 5
_SHORTEST = 4
_ONTO = "ب"
_LADEN = "مفخخه"
_BOMBS = frozenset(
    {"عبوه", "عبوتان", "عبوات", "لغم", "لغما", "الغام", "قنبله", "جسم", "مخلفات", "مقذوف", "ذخيره"}
)
_AWAY = frozenset(
    {
        "قرب",
        "بالقرب",
        "بجانب",
        "بجوار",
        "بمحيط",
        "بريف",
        "بمدينه",
        "ببلده",
        "بقريه",
        "بحي",
        "بمنطقه",
    }
)
"""Folded words behind a blast that only say where it was."""


def explodes(words: tuple[str, ...], deed: Trigger) -> bool:
    """Whether a predicate is an Arabic verb of what goes off by itself."""
    word = words[deed.tokens.first]
    return (word[1:] if word[:1] in {"و", "ف"} else word) in markers().exploding


def laid_in(words: tuple[str, ...], deed: Trigger, here: Stand) -> bool:
    """Whether a thing with ب on it stands behind a bomb or a mine that goes off (انفجر لغم *بسيارة* مدنية): it is what was hit, no means."""
    if (
        not explodes(words, deed)
        or here.letter != _ONTO
        or _LADEN in words[here.tokens.first :][:_REACH]
    ):
        return False
    between = words[deed.tokens.end : here.tokens.first]
    return not _BOMBS.isdisjoint(between) and all(map(str.isalpha, between))


def struck_by(words: tuple[str, ...], deed: Trigger, here: Stand) -> bool:
    """Whether ب stands on a party behind such a verb, or on what is its (انفجرت عبوة *بسيارة* قائد في …)."""
    if here.letter == _ONTO:
        return True
    between = words[max(deed.tokens.end, here.tokens.first - _REACH) : here.tokens.first]
    if any(not word.isalpha() and word not in MARKS for word in between):
        return False
    hit = [word for word in between if word.startswith(_ONTO) and len(word) >= _SHORTEST]
    return bool(hit) and _AWAY.isdisjoint(between)
