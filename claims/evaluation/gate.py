"""Pinned floors: what was reached once is not lost unseen.

The pin stores a floor for each figure and a fingerprint of every label and document, so a changed corpus trips the
gate as much as a changed engine does. Writing a new pin never lowers a floor unless that is asked for.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from claims.evaluation.labels import Labelled
from claims.evaluation.score import Score

TOLERANCE = 0.0005
"""One label among 2,000 moves a figure by 0.0005; smaller differences are rounding."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What was reached, on which corpus.

    Attributes:
        fingerprint: SHA-256 over labels and documents.
        floors: least value of each figure.
    """

    fingerprint: str
    floors: dict[str, float]

    def to_json(self) -> str:
        """The pin as sorted, indented JSON with a final line feed."""
        body = {"fingerprint": self.fingerprint, "floors": self.floors}
        return json.dumps(body, indent=2, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Pin:
        """The pin written by `to_json`."""
        body = json.loads(text)
        return cls(body["fingerprint"], dict(body["floors"]))


def fingerprint(labelled: tuple[Labelled, ...]) -> str:
    """SHA-256 over names, bytes and labels of the corpus, in order."""
    digest = hashlib.sha256()
    for case in labelled:
        for part in (case.name.encode(), case.data, repr((case.published, case.labels)).encode()):
            digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def fallen(pin: Pin, score: Score) -> tuple[str, ...]:
    """The figures that fell below their floor, with both values in words."""
    return tuple(
        f"{name}: {score.figures.get(name, 0.0):.4f} is below the floor {floor:.4f}"
        for name, floor in sorted(pin.floors.items())
        if score.figures.get(name, 0.0) < floor - TOLERANCE
    )


def pinned(labelled: tuple[Labelled, ...], score: Score) -> Pin:
    """The pin of this run."""
    return Pin(fingerprint(labelled), dict(sorted(score.figures.items())))
