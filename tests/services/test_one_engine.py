"""What is suggested for some documents does not depend on the way they are held against each other."""

from __future__ import annotations

from pathlib import Path

import claims
from claims.model import Comparison, Relation
from claims.services import Settings, open_case

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def _told(found: Comparison) -> tuple[str, Relation, float, float]:
    return str(found.key), found.relation, found.score, found.confidence


def test_a_case_suggests_what_the_library_suggests(made: Settings) -> None:
    """On the sample articles: the same pairs with the same relation, score and confidence."""
    every = [
        claim
        for path in SEEDS
        for claim in claims.extract(claims.read(path.read_bytes(), name=path.name)).claims
    ]
    from_library = {_told(found) for found in claims.compare_all(every)}

    with open_case(made) as case:
        for path in SEEDS:
            case.documents.add_bytes(path.read_bytes(), name=path.name)
        case.pairs.compare()
        from_case = {_told(item.comparison) for item in case.pairs.list(limit=100).items}

    assert from_case == from_library
