"""Outcomes and verdicts name a source of which only the file is known by what it is."""

from __future__ import annotations

from claims.model import Outcome, Particulars, Verdict
from claims.services import Case

UNNAMED = """\
accounts.txt (unknown): monday hideout
Network (local network): monday checkpoint
"""


def told(found: tuple[Outcome, ...] | tuple[Verdict, ...]) -> str:
    """Every sentence in English."""
    return " ".join(
        each.en
        for one in found
        for each in (
            one.trace if isinstance(one, Verdict) else [step.message for step in one.proposal.steps]
        )
    )


def test_a_file_is_not_taken_for_a_source(case: Case) -> None:
    """Neither in what is proposed nor in verdicts; the title stands beside it once it is known; digests stay."""
    document = case.documents.add_bytes(UNNAMED.encode(), name="accounts.txt").added[0].id
    case.pairs.compare()
    case.review.decide(
        case.pairs.list().items[0].key, relation="conflict", slots=["target"], reason="army"
    )

    plain = case.verdicts.proposals("claim")
    assert "\u2068no publisher given (file accounts.txt)\u2069" in told(plain)
    assert "\u2068accounts.txt\u2069" not in told(plain) + told(case.verdicts.compute())
    assert case.verdicts.voices()["accounts.txt"].ar == "ناشر غير مذكور (الملف accounts.txt)"

    case.documents.describe(document, Particulars(title="Two accounts"))
    titled = case.verdicts.proposals("claim")
    assert "\u2068“Two accounts” (no publisher given)\u2069" in told(titled)
    assert [each.proposal.digest for each in titled] == [each.proposal.digest for each in plain]
