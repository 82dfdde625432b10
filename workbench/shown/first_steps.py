"""A first case, step by step: what there is to try, and what of it the case already holds."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from claims.model import EditKind, Matter
from workbench.wording import Words, mark

AT_HOME: Final = 20
"""Whoever decided so many pairs is shown the steps only when asking for them."""

_MENDED: Final = frozenset(f"{kind.value} claim" for kind in EditKind)
_CONCLUDED: Final = frozenset(f"conclude on {matter.value}" for matter in Matter)
_TO_DO: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    "reading": (
        mark("Read a document and correct one of its claims"),
        _MENDED,
    ),
    "compare": (mark("Look at the first pair and decide it"), frozenset({"decide pair"})),
    "undo": (
        mark("Take your decision back: Undo on the same screen"),
        frozenset({"undo decision"}),
    ),
    "verdicts": (
        mark("See what the decisions come to: confirm or change one verdict"),
        _CONCLUDED,
    ),
}
"""What is to be tried: the step in words, and the actions of the record that check it off."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        screen: the name in the address of the screen where it is done.
        text: what is to be done, in the reader's language.
        done: whether the case holds that it was.
    """

    screen: str
    text: str
    done: bool


def steps(documents: int, done: AbstractSet[str], *, previewed: bool, words: Words) -> list[Step]:
    """The steps in the order of the work.

    Args:
        documents: how many the case holds.
        done: what the reader did in the case so far, as the actions of its record.
        previewed: whether the reader has looked at the report, of which a case holds nothing.
        words: the reader's language.
    """
    tried = [
        Step("compare" if name == "undo" else name, words(text), not done.isdisjoint(actions))
        for name, (text, actions) in _TO_DO.items()
    ]
    return [
        Step("documents", words("Add documents"), documents > 0),
        *tried,
        Step("verdicts", words("Look at the report before it leaves: Preview"), previewed),
    ]


def helpful(found: list[Step], decided: int) -> bool:
    """Whether to show the steps to somebody who did not say: something is left to try, and they are new here.

    Args:
        found: the steps.
        decided: how many pairs they decided.
    """
    return decided < AT_HOME and not all(step.done for step in found)
