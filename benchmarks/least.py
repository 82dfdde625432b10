"""``python -m benchmarks.least``: from which cheap score on a pair is worth an explained comparison.

For each score, of the pairs of claims that meet in the labelled accounts: how many of those that people called one event
reach it, how many of those that the explained comparison suggests, and how many pairs are left to compare at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

import claims
from claims.comparison import Index, compare_keys, traits_of
from claims.comparison import index as blocks
from claims.comparison.likely import LEAST, scores
from claims.evaluation.pair_labels import Account, load_pairs
from claims.evaluation.pair_score import judge_pairs
from claims.model import Claim, Extraction, PairKey, SameEvent, Source

LABELS: Final = Path("tests/evaluation/pairs")
SCORES: Final = (-2.0, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)


class Met(NamedTuple):
    """The pairs of claims that meet in the labelled accounts.

    Attributes:
        scored: all of them, with their cheap score.
        called: those that people call one event.
        suggested: those that the explained comparison suggests.
        unmet: how many that people call one event do not meet at all.
    """

    scored: dict[PairKey, float]
    called: frozenset[PairKey]
    suggested: frozenset[PairKey]
    unmet: int


def lines() -> Iterator[str]:
    """The table."""
    found = met_of()
    yield f"{len(found.called)} of {len(found.called) + found.unmet} pairs that people call one event meet by a key"
    yield f"{'score':>6}{'one event':>12}{'suggested':>12}{'to compare':>12}"
    for least in SCORES:
        left = {key for key, score in found.scored.items() if score >= least}
        mark = " now" if least == LEAST else ""
        yield (
            f"{least:>6.1f}{len(found.called & left):>12}{len(found.suggested & left):>12}{len(left):>12}{mark}"
        )


def met_of() -> Met:
    """What meets in the labelled accounts."""
    happenings = load_pairs(LABELS)
    read = {one.id: _read(one) for each in happenings for one in each.accounts}
    every = {claim.id: claim for found in read.values() for claim in found.claims}
    judged = judge_pairs(happenings, lambda account: read[account.id], claims.compare)
    called = {
        PairKey.of(one.sides[0].id, one.sides[1].id)
        for one in judged
        if one.label is not None
        and one.sides is not None
        and one.label.same == frozenset({SameEvent.YES})
    }
    scored = _scored(every)
    suggested = frozenset(one.key for one in compare_keys(every, scored))
    here = frozenset(called & scored.keys())
    return Met(scored, here, suggested, len(called - here))


def _read(account: Account) -> Extraction:
    return claims.extract(
        claims.read(
            account.text.encode(),
            name=f"{account.id}.txt",
            published=account.published,
            publisher=Source(account.publisher),
        )
    )


def _scored(every: dict[str, Claim]) -> dict[PairKey, float]:
    """All pairs that meet, with their score."""
    traits = traits_of(every.values())
    met = blocks.Pairs(*blocks.unpacked(blocks.met(traits.keys, traits)))
    found = Index(traits).key_pairs(met)
    return dict(
        zip(
            (PairKey.of(*ids) for ids in found),
            np.asarray(scores(traits, *met)).tolist(),
            strict=True,
        )
    )


if __name__ == "__main__":
    for line in lines():
        print(line)
