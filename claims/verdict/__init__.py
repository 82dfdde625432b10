"""Named, versioned policies from decisions to verdicts, each with its trace. Pure."""

from claims.verdict.lineages import POLICY, Judged, judge, verdicts

__all__ = ["POLICY", "Judged", "judge", "verdicts"]
