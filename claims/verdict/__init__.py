"""Named, versioned policies from decisions to verdicts, each with its trace. Pure.

`claims.verdict.lineages` proposes a verdict for each claim, `claims.verdict.grades` a grade for each incident; a person
confirms or says something else (`claims.verdict.outcomes`), in the words of a `claims.verdict.vocabulary`.
"""

from claims.verdict.grades import GRADES, Between, grade, incident_proposals
from claims.verdict.lineages import (
    POLICY,
    Judged,
    claim_proposals,
    judge,
    propose,
    verdict_of,
    verdicts,
)

__all__ = [
    "GRADES",
    "POLICY",
    "Between",
    "Judged",
    "claim_proposals",
    "grade",
    "incident_proposals",
    "judge",
    "propose",
    "verdict_of",
    "verdicts",
]
