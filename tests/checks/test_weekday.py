"""A weekday beside a date is held against the calendar."""

from __future__ import annotations

from pathlib import Path

import claims
from claims.checks.weekday import check_weekday
from claims.model import DateValue, Finding, Span

SEEDS = Path(__file__).parents[2] / "seeds"


def _date(edtf: str, weekday: int | None) -> DateValue:
    return DateValue(edtf, "words", Span(0, 5), "stated", weekday=weekday)


def test_a_right_weekday_is_no_finding() -> None:
    """7 November 2014 was a Friday."""
    assert check_weekday(_date("2014-11-07", 5)) is None


def test_a_wrong_weekday_is_told_in_both_languages() -> None:
    """23 March 2018 was a Friday, not a Thursday."""
    found = check_weekday(_date("2018-03-23", 4))

    assert found is not None
    assert "الخميس" in found.message.ar
    assert "الجمعة" in found.message.ar
    assert "23 March 2018 was a Friday" in found.message.en


def test_a_day_without_a_year_must_fit_one_year_of_the_document() -> None:
    """16 June is a Saturday in 2012 and 2018, and in no year between."""
    assert check_weekday(_date("XXXX-06-16", 6), (2014, 2015)) is not None
    assert check_weekday(_date("XXXX-06-16", 6), (2011, 2013)) is None
    assert check_weekday(_date("XXXX-06-16", 6), ()) is None


def test_what_cannot_be_decided_stays_silent() -> None:
    """No weekday, no day, or a day that is not known."""
    assert check_weekday(_date("2018-03-23", None)) is None
    assert check_weekday(_date("2018-03", 5)) is None
    assert check_weekday(_date("XXXX-XX-XX", 7), (2017,)) is None
    assert check_weekday(_date("XXXX-02-29", 1), (2015,)) is not None


def test_the_seeds_hold_exactly_two_findings() -> None:
    """Thursday 23 March in the fifth, Saturday 16 June in the first; four right weekdays raise no alarm."""
    found: set[tuple[str, Finding]] = set()
    for path in sorted(SEEDS.glob("*.txt")):
        extraction = claims.extract(claims.read(path.read_bytes(), name=path.name))
        found |= {
            (path.name[:3], finding) for claim in extraction.claims for finding in claim.findings
        }

    assert [(name, finding.check) for name, finding in sorted(found, key=lambda f: f[0])] == [
        ("000", "weekday"),
        ("004", "weekday"),
    ]
