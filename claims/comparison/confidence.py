"""How often a suggestion is right, read from what people said of labelled pairs (``confidence.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claims.model import Relation

Steps = tuple[tuple[float, float], ...]


def confidence(relation: Relation, score: float) -> float:
    """How often a suggestion of this relation at this score was right, 0 to 1; it never falls as the score rises."""
    reached = [share for start, share in steps()[relation] if score >= start]
    return reached[-1] if reached else 0.0


@cache
def steps() -> Mapping[Relation, Steps]:
    """For each relation the scores from which on a share holds, in rising order."""
    text = (files(__package__) / "data" / "confidence.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["relation"]
    return {
        Relation(name): tuple((step["from"], step["right"]) for step in rows)
        for name, rows in table.items()
    }
