"""What an expert would check by hand; silent when undecidable.

`examine` runs every check over an extraction and hangs each finding on the claims it concerns; `checks` names them all.
The checks read one document and its claims; what needs a whole case (near-copies among documents, a toll from one
bulletin to the next) is compared elsewhere.
"""

from claims.checks.examine import examine
from claims.checks.registry import Check, checks
from claims.checks.undated import day_hints

__all__ = ["Check", "checks", "day_hints", "examine"]
