"""What can be told of a proposal once only what it came to and rests on is known: the policies, their labels, and whether it is parted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from claims.model import Grade, Matter, PairKey, Settlement, VerdictLabel
from claims.verdict.grades import GRADES
from claims.verdict.lineages import POLICY
from claims.verdict.weighing import contradicting

LABELS: Final[Mapping[tuple[Matter, str], type[StrEnum]]] = {
    (Matter.CLAIM, POLICY): VerdictLabel,
    (Matter.INCIDENT, GRADES): Grade,
}
"""What each policy proposes of what; one that proposes no more stays here, for what was concluded on it."""

_PARTED: Final = frozenset(
    {VerdictLabel.REFUTED, VerdictLabel.CONFLICTING_EVIDENCE, Grade.CONTESTED}
)
"""The labels that nothing but a contradiction leads to; of verdicts no other one stands beside a contradiction."""


def known(matter: Matter, settled: Settlement) -> bool:
    """Whether a policy of that name proposes this of an incident or a claim."""
    labels = LABELS.get((matter, settled.policy))
    return labels is not None and settled.proposed in set(labels)


def parted(matter: Matter, settled: Settlement, doubted: Collection[str]) -> bool:
    """Whether somebody saw a contradiction in what was proposed, so that a conclusion says how it was resolved.

    Args:
        matter: what it is about.
        settled: what was concluded, on a policy that is `known`.
        doubted: the claims that their source doubts: what contradicts these counts for nothing. A later reading may see that otherwise, so where
            all that contradicts is against such claims, both are possible, and the conclusion is believed.
    """
    if matter is Matter.CLAIM or settled.proposed in _PARTED:
        return settled.proposed in _PARTED
    against = {each.key for each in settled.basis.answers if contradicting(each.says)}
    if not against:
        return False
    sure = any(not {*_sides(key)} & set(doubted) for key in against)
    return sure or settled.resolution is not None


def _sides(key: str) -> tuple[str, str]:
    pair = PairKey.parse(key)
    return pair.left, pair.right
