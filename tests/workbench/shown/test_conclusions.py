"""Outcomes, their trace and what people concluded, as plain tables."""

from __future__ import annotations

from dataclasses import replace

from claims.model import (
    Basis,
    Change,
    Conclusion,
    Matter,
    Outcome,
    Proposal,
    State,
    Step,
    VerdictLabel,
)
from tests.factories import a_message
from workbench import wording
from workbench.shown import conclusions

EN = wording.of("en")
PROPOSAL = Proposal(
    Matter.CLAIM,
    "c1",
    "supported",
    "lineages/1",
    (Step("support", a_message("Two lineages agree."), (1, 2)),),
    (Change(a_message("If one more source contradicts it."), "conflicting_evidence"),),
    (1, 2),
    parted=False,
    basis=Basis(("c1",)),
    digest="d",
)
OUTCOME = Outcome(PROPOSAL, None, None, State.OPEN)


def test_outcomes_that_say_something_come_first_and_overtaken_ones_before_all() -> None:
    """A reader does not page through what waits for evidence to find a contradiction."""
    found = [
        replace(OUTCOME, proposal=replace(PROPOSAL, label=label.value)) for label in VerdictLabel
    ]
    stale = replace(OUTCOME, state=State.STALE)
    ordered = sorted([*found, stale], key=conclusions.weight)
    assert [one.proposal.label for one in ordered] == [
        "supported",
        "conflicting_evidence",
        "refuted",
        "supported",
        "not_enough_evidence",
    ]


def test_the_trace_says_what_and_decisions_and_what_would_change_it() -> None:
    """A label that the vocabulary has no word for has its usual name, in the reader's language; one of a policy of the case's own is shown as it is."""
    (row,) = conclusions.trace(OUTCOME, EN)["rows"]
    assert [cell["text"] for cell in row["cells"]] == ["Two lineages agree.", "2"]
    assert conclusions.proposed(OUTCOME, EN) == {"text": "Supported", "sign": "✓"}
    assert conclusions.proposed(OUTCOME, wording.of("ar"))["text"] == "مؤيَّد"
    own = replace(OUTCOME, proposal=replace(PROPOSAL, label="so_what"))
    assert conclusions.proposed(own, EN)["text"] == "so_what"


def test_a_conclusion_that_was_taken_back_says_so() -> None:
    """The newest one first."""
    rows = conclusions.history(
        [
            Conclusion(number, Matter.CLAIM, "c1", None, "ana", "2026-01-02T03:04:05Z", None, True)
            for number in (1, 2)
        ],
        EN,
    )["rows"]
    assert [row["cells"][2]["text"] for row in rows] == ["taken back", "taken back"]
