"""The cheap score from which a pair is worth an explained comparison."""

from __future__ import annotations

from benchmarks.least import met_of
from claims.comparison.likely import LEAST


def test_hardly_a_labelled_pair_is_left_out() -> None:
    """Of the pairs that meet, 19 of 20 that people call one event score enough; whatever is suggested meets."""
    found = met_of()
    kept = [key for key in found.called if found.scored[key] >= LEAST]

    assert len(found.called) > 80
    assert len(kept) >= 0.95 * len(found.called)
    assert found.suggested <= found.scored.keys()
    assert any(score < LEAST for score in found.scored.values())
