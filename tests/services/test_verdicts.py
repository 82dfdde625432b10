"""Verdicts of a case: computed from its decisions, never stored."""

from __future__ import annotations

from claims.model import VerdictLabel
from claims.services import Case


def _labels(case: Case) -> dict[str, VerdictLabel]:
    quotes = {claim.id: claim.quote for claim in case.claims.list().items}
    return {quotes[verdict.claim]: verdict.label for verdict in case.verdicts.compute()}


def test_verdicts_follow_the_decisions(compared: Case) -> None:
    """Both sides of an agreement are supported, both of a conflict conflicting, the rest undecided."""
    monday, friday, tuesday = (item.key for item in compared.pairs.list().items)
    if "friday" in compared.pairs.get(monday).left.claim.quote:
        monday, friday = friday, monday
    compared.review.decide(monday, relation="conflict", slots=["target"])
    compared.review.decide(tuesday, relation="agree")
    assert _labels(compared) == {
        "Department (official): monday hideout": VerdictLabel.CONFLICTING_EVIDENCE,
        "Department (official): tuesday depot": VerdictLabel.SUPPORTED,
        "Department (official): friday convoy": VerdictLabel.NOT_ENOUGH_EVIDENCE,
        "Network (local network): monday checkpoint": VerdictLabel.CONFLICTING_EVIDENCE,
        "Network (local network): tuesday depot": VerdictLabel.SUPPORTED,
        "Network (local network): friday barracks": VerdictLabel.NOT_ENOUGH_EVIDENCE,
    }


def test_a_decision_that_is_taken_back_takes_its_verdict_along(compared: Case) -> None:
    """Nothing of it stays behind, and nothing was written."""
    before = compared.verdicts.compute()
    compared.review.decide(compared.review.queue()[0].key, relation="agree")
    assert compared.verdicts.compute() != before
    compared.review.undo()
    head = compared.audit.head()
    assert compared.verdicts.compute() == before
    assert compared.audit.head() == head


def test_the_other_reviewers_word_counts_too(compared: Case) -> None:
    """One who agrees and one who is unsure settle nothing."""
    key = next(item.key for item in compared.pairs.list(relation="agree").items)
    compared.review.decide(key, relation="agree", by="ana")
    assert VerdictLabel.SUPPORTED in _labels(compared).values()
    compared.review.decide(key, relation="unsure", by="ben")
    assert VerdictLabel.SUPPORTED not in _labels(compared).values()
