"""Claims: the engine of the claim-verification workbench.

What stands in ``__all__`` is the public face; the rest may change without notice. Names are imported when they are
first used, so that ``import claims`` is quick and pure verbs never load a database.

    import claims

    document = claims.read(data, name="account.txt", published="2018-04-03")
    for claim in claims.extract(document).claims:
        ...

    with claims.open("case.db") as case:
        case.documents.add(["seeds"])
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.comparison import compare, compare_all
    from claims.errors import ClaimsError
    from claims.extraction.named_places import find_places
    from claims.model import (
        Claim,
        Comparison,
        Decision,
        Document,
        Extraction,
        Finding,
        Lineage,
        Message,
        PairKey,
        Problem,
        Source,
        Span,
        Verdict,
    )
    from claims.services import open_case as open  # noqa: A004
    from claims.slots.party import find_parties
    from claims.slots.quantity import find_quantities
    from claims.slots.time import find_dates
    from claims.text.reading import read

__all__ = [
    "Claim",
    "ClaimsError",
    "Comparison",
    "Decision",
    "Document",
    "Extraction",
    "Finding",
    "Lineage",
    "Message",
    "PairKey",
    "Problem",
    "Source",
    "Span",
    "Verdict",
    "compare",
    "compare_all",
    "extract",
    "find_dates",
    "find_parties",
    "find_places",
    "find_quantities",
    "open",
    "read",
]

_VERBS = {
    "ClaimsError": ("claims.errors", "ClaimsError"),
    "compare": ("claims.comparison", "compare"),
    "compare_all": ("claims.comparison", "compare_all"),
    "find_dates": ("claims.slots.time", "find_dates"),
    "find_parties": ("claims.slots.party", "find_parties"),
    "find_places": ("claims.extraction.named_places", "find_places"),
    "find_quantities": ("claims.slots.quantity", "find_quantities"),
    "open": ("claims.services", "open_case"),
    "read": ("claims.text.reading", "read"),
}


def extract(document: Document) -> Extraction:
    """The atomic claims of a document, with what the checks noticed and what was not understood.

    Deterministic and offline; the same bytes give the same claims with the same ids.
    """
    from claims.checks import examine
    from claims.extraction import extract as atomic

    return examine(atomic(document))


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _VERBS.get(name, ("claims.model", name))
    value = getattr(importlib.import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return list(__all__)
