"""The engine's own stages behind the services, on the real articles."""

from __future__ import annotations

from pathlib import Path

from claims.services import open_case

SEEDS = Path(__file__).parents[2] / "seeds"


def test_what_the_checks_notice_is_kept_with_the_claims(tmp_path: Path) -> None:
    """The fifth article says Thursday for a Friday: the finding is in the case and in its report."""
    with open_case(tmp_path / "case.db", actor="ana") as case:
        case.documents.add([next(SEEDS.glob("004_*.txt"))])
        found = {
            finding.check
            for claim in case.claims.list(limit=50).items
            for finding in claim.findings
        }
        page = case.report.write(tmp_path / "report.html").read_text("utf-8")

    assert found == {"weekday"}
    assert "was a Friday" in page
