"""Which pair comes next, and why.

What a look at a pair is expected to tell: how likely it is a conflict, which a verdict turns on, and how little the
program can say of it by itself. The place follows from the comparison and from settled answers only, never from one
that somebody may not see. The vocabulary and the weights are data: ``data/order.toml``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import Any, Final

from claims.model import Comparison, Message, Relation, Slot

STEPS: Final = 10_000
"""Places from a pair that tells all to one that tells nothing; what it tells is told apart to a percent."""
_TIES: Final = 100
"""Places within one percent, by score."""
_HIGHEST: Final = 13.0
"""No score is higher: the sum of all gains of ``comparison/data/weights.toml``."""


@dataclass(frozen=True, slots=True)
class Group:
    """What a suggested relation says of a pair.

    Attributes:
        sentence: why such a pair is next.
        sure: how likely it is a conflict when the suggestion is right.
        wrong: how likely it is one when the suggestion is wrong.
    """

    sentence: Message
    sure: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Order:
    """What ``data/order.toml`` says.

    Attributes:
        groups: what each suggested relation says.
        conflict: weight of the chance of a conflict; what is left of 1 is the weight of the program's doubt.
        doubtful: doubt in bits from which on it is said.
        slots: names of the slots.
        joining: what joins two names.
        unnamed: stands where no slot is named.
        doubt: added where the program is in doubt.
        close: added where a verdict is close.
        dispute: why a pair waits for an adjudicator.
    """

    groups: Mapping[Relation, Group]
    conflict: float
    doubtful: float
    slots: Mapping[Slot, Message]
    joining: Message
    unnamed: Message
    doubt: Message
    close: Message
    dispute: Message


@cache
def edition() -> str:
    """32 hex digits that change with the rules of this order and with its words: a stored place is worth nothing then."""
    room = resources.files("claims.review")
    found = blake2b(digest_size=16)
    for name in ("order.py", "data/order.toml"):
        content = room.joinpath(name).read_bytes()
        found.update(f"{name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


@cache
def order() -> Order:
    """The order and its words, read once."""
    text = resources.files("claims.review").joinpath("data/order.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Order(
        groups={
            Relation(group["relation"]): Group(_message(group), group["sure"], group["wrong"])
            for group in data["group"]
        },
        conflict=data["weights"]["conflict"],
        doubtful=data["weights"]["doubtful"],
        slots={Slot(name): _message(words) for name, words in data["slot"].items()},
        **{name: _message(data[name]) for name in _SENTENCES},
    )


_SENTENCES: Final = ("joining", "unnamed", "doubt", "close", "dispute")


def _message(words: Mapping[str, Any]) -> Message:
    return Message(ar=words["ar"], en=words["en"])


def information(comparison: Comparison) -> float:
    """What a look at a pair is expected to tell, 0 to 1.

    ``w * p + (1 - w) * H``: p is how likely the pair is a conflict, H the doubt of the program in bits (the entropy
    of its confidence), w the weight of the first.
    """
    words = order()
    group, sure = words.groups[comparison.relation], _confidence(comparison)
    chance = sure * group.sure + (1 - sure) * group.wrong
    return words.conflict * chance + (1 - words.conflict) * doubt(comparison)


def doubt(comparison: Comparison) -> float:
    """How little the program can say of a pair, in bits: 0 when it is sure, 1 when it cannot tell."""
    sure = _confidence(comparison)
    if comparison.relation is Relation.UNSURE:
        return 1.0
    if sure in {0.0, 1.0}:
        return 0.0
    return -sure * math.log2(sure) - (1 - sure) * math.log2(1 - sure)


def _confidence(comparison: Comparison) -> float:
    return min(1.0, max(0.0, comparison.confidence))


def rank(comparison: Comparison) -> int:
    """Where a pair stands in the queue: the least rank is next, equal ranks go by key.

    Of pairs that are expected to tell as much, that with the higher score comes first.
    """
    below = 1 - min(1.0, max(0.0, comparison.score / _HIGHEST))
    steps = STEPS // _TIES - 1
    return round((1 - information(comparison)) * steps) * _TIES + round(below * (_TIES - 1))


def why(comparison: Comparison, lift: int = 0) -> Message:
    """Why a pair is next, in words.

    Args:
        comparison: what the program says of it.
        lift: places it gained because a verdict is close.
    """
    words = order()
    sentence = words.groups[comparison.relation].sentence
    slots = [words.slots[slot] for slot in comparison.conflicting]
    added = []
    if comparison.relation is not Relation.UNSURE and doubt(comparison) >= words.doubtful:
        added.append(words.doubt)
    if lift > 0:
        added.append(words.close)
    return Message(
        ar="؛ ".join(
            [sentence.ar.format(slots=_joined(slots, "ar")), *(each.ar for each in added)]
        ),
        en="; ".join(
            [sentence.en.format(slots=_joined(slots, "en")), *(each.en for each in added)]
        ),
    )


def _joined(slots: list[Message], language: str) -> str:
    if not slots:
        return order().unnamed.within(language)
    return order().joining.within(language).join(slot.within(language) for slot in slots)
