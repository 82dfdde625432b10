"""Sentences to atomic claims: predicates, coordination spread out, attribution, modality.

`extract` is the one verb. Inside, a sentence goes through `triggers` (words that carry events), `speech` (who says
it), `clauses` (where statements end), `roles` and `figures` (who, to whom, how many), `draft` (one clause read),
`spread` (one clause, several claims) and `statement` (words that stand alone).
"""

from claims.extraction.extract import extract

__all__ = ["extract"]
