"""What an expert would check by hand; silent when undecidable.

`examine` runs every check over an extraction and hangs each finding on the claims it concerns.
"""

from claims.checks.examine import examine

__all__ = ["examine"]
