"""Pinned floors: what was reached once is not lost unseen.

A pin stores a floor for each figure and a fingerprint of all that was labelled, so a changed corpus trips the gate as
much as a changed engine does. Claims and slots are pinned apart. Writing a new pin never lowers a floor unless that is
asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from claims.evaluation.labels import Labelled

TOLERANCE = 0.0005
"""One label among 2,000 moves a figure by 0.0005; smaller differences are rounding."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What was reached, on which corpus.

    Attributes:
        fingerprint: SHA-256 over all that was labelled.
        floors: least value of each figure.
    """

    fingerprint: str
    floors: dict[str, float]


def pins_to_json(pins: Mapping[str, Pin]) -> str:
    """The pins by the name of their part, as sorted, indented JSON with a final line feed."""
    return (
        json.dumps({part: asdict(pin) for part, pin in pins.items()}, indent=2, sort_keys=True)
        + "\n"
    )


def pins_from_json(text: str) -> dict[str, Pin]:
    """The pins written by `pins_to_json`."""
    return {
        part: Pin(body["fingerprint"], dict(body["floors"]))
        for part, body in json.loads(text).items()
    }


def fingerprint(labelled: tuple[Labelled, ...]) -> str:
    """SHA-256 over names, bytes and labels of the labelled documents, in order."""
    digest = hashlib.sha256()
    for case in labelled:
        for part in (case.name.encode(), case.data, repr((case.published, case.labels)).encode()):
            digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def fallen(pin: Pin, figures: Mapping[str, float]) -> tuple[str, ...]:
    """The figures that fell below their floor, with both values in words."""
    return tuple(
        f"{name}: {figures.get(name, 0.0):.4f} is below the floor {floor:.4f}"
        for name, floor in sorted(pin.floors.items())
        if figures.get(name, 0.0) < floor - TOLERANCE
    )
