"""The tables of a case, as the newest migration leaves them.

No row of the case is ever deleted, and most are written once. What may change says which rows are the present ones
(``claims.live``, ``live`` of `LINES`, ``documents.claims``, ``documents.problems``, what `descriptions` says of a document) or is a newest version whose earlier
ones are rows of their own: ``pairs`` with ``comparisons``, ``claims`` with ``former_claims``. Triggers in the database
refuse anything else. Columns that a migration added to older rows are empty there: ``claims.maker`` of what the engine
read, ``claims.revision``, ``claims.reading`` and ``problems.reading`` of what the first reading of a document gave.

Values of the model stand in ``body`` columns as canonical JSON (`claims.model.plain`); what is searched or sorted by
stands beside it in columns of its own. Times are text, ISO 8601 in UTC; order never depends on them but on numbers
that rise without gaps.
"""

from __future__ import annotations

from typing import Final

from claims.store.schema.passing import (
    cursors,
    doubts,
    facets,
    findable,
    leases,
    occurrences,
    tallies,
    traits,
    words,
)
from claims.store.schema.record import (
    audit,
    facts,
    people,
)
from claims.store.schema.said import (
    adjudications,
    conclusions,
    decisions,
    descriptions,
    groupings,
    remarks,
)
from claims.store.schema.shared import (
    BROUGHT,
    DUMPED,
    HASH_LENGTH,
    HEAD,
    ID_LENGTH,
    REVISIONS,
    Key,
    metadata,
)
from claims.store.schema.suggested import (
    comparisons,
    pairs,
)
from claims.store.schema.texts import (
    claims,
    documents,
    edits,
    extractions,
    former_claims,
    problems,
    readings,
)

__all__ = [
    "BROUGHT",
    "CONTENT",
    "DERIVED",
    "DUMPED",
    "HASH_LENGTH",
    "HEAD",
    "ID_LENGTH",
    "KEPT",
    "LINES",
    "PASSING",
    "REVISIONS",
    "Key",
    "adjudications",
    "audit",
    "claims",
    "comparisons",
    "conclusions",
    "cursors",
    "decisions",
    "descriptions",
    "documents",
    "doubts",
    "edits",
    "extractions",
    "facets",
    "facts",
    "findable",
    "former_claims",
    "groupings",
    "leases",
    "metadata",
    "occurrences",
    "pairs",
    "people",
    "problems",
    "readings",
    "remarks",
    "tallies",
    "traits",
    "words",
]

CONTENT: Final = (
    documents,
    extractions,
    readings,
    claims,
    former_claims,
    edits,
    problems,
    pairs,
    comparisons,
    decisions,
    adjudications,
    remarks,
    conclusions,
    groupings,
    descriptions,
    people,
    facts,
)
"""The tables that the audit chain answers for, parents before children."""

LINES: Final = (decisions, adjudications, remarks, conclusions, groupings, descriptions)
"""The tables whose rows supersede each other: the last of a line is live."""

PASSING: Final = (facets, leases, cursors, traits, doubts, tallies, findable, words, occurrences)
"""Tables that hold nothing anybody said: they follow from other rows, or are forgotten after minutes. No dump has them."""

KEPT: Final = (traits, doubts)
"""Those of them that the audit chain answers for all the same: rows of which a later comparison leaves out what it knows."""

DERIVED: Final = {
    "decisions": frozenset({"live"}),
    "adjudications": frozenset({"live"}),
    "remarks": frozenset({"live"}),
    "conclusions": frozenset({"live"}),
    "groupings": frozenset({"live"}),
    "descriptions": frozenset({"live"}),
    "documents": frozenset({"particulars"}),
    "pairs": frozenset({"place", "slots"}),
    "traits": frozenset({"body"}),
}
"""Columns that follow from other rows and are not part of a row's digest. Those named ``live`` are checked by rule;
those of ``pairs`` order and filter the queue and are made anew by every comparison; ``particulars`` of a
document says again what the row of `descriptions` says that stands; the body of ``traits`` has a digest in
a column of its own."""
