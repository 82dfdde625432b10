"""What holds of a claim's verdict: a person's word on it, else what is proposed."""

from __future__ import annotations

from claims.model import Outcome, Settlement, State, Verdict


def settled(outcome: Outcome | None) -> Settlement | None:
    """What a person said of it, None where nobody did."""
    said = None if outcome is None else outcome.conclusion
    return None if said is None else said.settlement


def label(verdict: Verdict | None, outcome: Outcome | None) -> str | None:
    """The code that holds: a person's, else the one that is proposed."""
    said = settled(outcome)
    if said is not None:
        return said.outcome.term
    return None if verdict is None else verdict.label.value


def state(verdict: Verdict | None, outcome: Outcome | None) -> str | None:
    """``open`` while nobody has confirmed the verdict, else ``current`` or ``stale``; None without a verdict."""
    if outcome is not None and settled(outcome) is not None:
        return outcome.state.value
    return None if verdict is None else State.OPEN.value
