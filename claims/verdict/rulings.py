"""The rulings in a trace: where an adjudicator's word stands in the place of answers, the trace says whose, why, and whom it adopts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from claims.model import Decision, Message, RuledBy, Step
from claims.verdict.wording import apart

RULE: Final = "ruling"
"""The name of the step that names a ruling."""


def ruling_steps(pairs: Iterable[Iterable[Decision]]) -> Iterator[Step]:
    """A step for each ruling that stands in the place of the answers to a pair, in the order of their numbers.

    Args:
        pairs: the decisions of each pair that a proposal rests on.
    """
    found: dict[int, tuple[RuledBy, list[int]]] = {}
    for decisions in pairs:
        for row in decisions:
            if row.ruled is not None:
                found.setdefault(row.ruled.id, (row.ruled, []))[1].append(row.id)
    for _, (ruling, numbers) in sorted(found.items()):
        yield Step(RULE, message(ruling), tuple(sorted(set(numbers))), ruling)


def message(ruling: RuledBy) -> Message:
    """The sentence that names a ruling."""
    return Message(ar=_within(ruling, "ar"), en=_within(ruling, "en"))


def _within(ruling: RuledBy, language: str) -> str:
    words = _words()
    sentence = words["adopts" if ruling.adopted else "nobody"]
    return sentence.within(language).format(
        number=ruling.id,
        by=apart(ruling.by),
        ground=words[ruling.ground].within(language),
        adopted=words["joining"].within(language).join(map(apart, ruling.adopted)),
    )


@cache
def _words() -> Mapping[str, Message]:
    text = resources.files("claims.verdict").joinpath("data/rulings.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    found = data["sentence"] | data["ground"] | {"joining": data["joining"]}
    return {name: Message(**words) for name, words in found.items()}
