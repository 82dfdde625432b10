"""Which pair comes next, and why.

The order does not depend on what anybody decided, so that the queue tells no reviewer another's answer. The
vocabulary and the order of the groups are data: ``data/order.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from claims.model import Comparison, Message, Relation, Slot

STEPS: Final = 10_000
"""Ranks within one group: a confidence is told apart to a percent."""
_TIES: Final = 100
"""Ranks within one confidence, by score."""
_HIGHEST: Final = 13.0
"""No score is higher: the sum of all gains of ``comparison/data/weights.toml``."""


@dataclass(frozen=True, slots=True)
class Order:
    """What ``data/order.toml`` says.

    Attributes:
        groups: the sentence of each suggested relation, first come first.
        slots: names of the slots.
        joining: what joins two names.
        unnamed: stands where no slot is named.
    """

    groups: Mapping[Relation, Message]
    slots: Mapping[Slot, Message]
    joining: Message
    unnamed: Message


@cache
def order() -> Order:
    """The order and its words, read once."""
    text = resources.files("claims.review").joinpath("data/order.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Order(
        groups={Relation(group["relation"]): _message(group) for group in data["group"]},
        slots={Slot(name): _message(words) for name, words in data["slot"].items()},
        joining=_message(data["joining"]),
        unnamed=_message(data["unnamed"]),
    )


def _message(words: Mapping[str, Any]) -> Message:
    return Message(ar=words["ar"], en=words["en"])


def rank(comparison: Comparison) -> int:
    """Where a pair stands in the queue: the least rank is next, equal ranks go by key.

    Groups in the order of ``data/order.toml``; within a group the surer suggestion first, of equally sure ones that
    with the higher score.
    """
    group = list(order().groups).index(comparison.relation)
    unsure = 1 - min(1.0, max(0.0, comparison.confidence))
    below = 1 - min(1.0, max(0.0, comparison.score / _HIGHEST))
    steps = STEPS // _TIES - 1
    return group * STEPS + round(unsure * steps) * _TIES + round(below * (_TIES - 1))


def why(comparison: Comparison) -> Message:
    """Why a pair is next, in words."""
    sentence = order().groups[comparison.relation]
    slots = [order().slots[slot] for slot in comparison.conflicting]
    return Message(
        ar=sentence.ar.format(slots=_joined(slots, "ar")),
        en=sentence.en.format(slots=_joined(slots, "en")),
    )


def _joined(slots: list[Message], language: str) -> str:
    if not slots:
        return order().unnamed.within(language)
    return order().joining.within(language).join(slot.within(language) for slot in slots)
