"""All checks together over one text."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims
from claims.checks import checks, examine
from claims.checks.wording import load
from claims.errors import NotFound
from claims.extraction import extract
from claims.model import Extraction
from claims.model.plain import from_plain, to_plain
from tests.checks.reading import READS, read

SEEDS = Path(__file__).parents[2] / "seeds"
WRONG = "قتل 12 شخصاً بينهم 5 نساء و9 أطفال في غارة على الرقة يوم الثلاثاء 23 آذار 2018."


def _raw(text: str) -> Extraction:
    return extract(claims.read(text.encode(), name="account"))


def test_the_seeds_hold_exactly_two_findings() -> None:
    """Thursday 23 March in the fifth, Saturday 16 June in the first; no alarm on right weekdays, totals and areas."""
    found = set()
    for path in sorted(SEEDS.glob("*.txt")):
        extraction = claims.extract(claims.read(path.read_bytes(), name=path.name))
        assert {problem.code for problem in extraction.problems} <= {"not-understood"}
        found |= {
            (path.name[:3], finding) for claim in extraction.claims for finding in claim.findings
        }

    assert sorted((name, finding.check) for name, finding in found) == [
        ("000", "weekday"),
        ("004", "weekday"),
    ]


def test_every_check_is_named_and_described_in_both_languages() -> None:
    """The ids are unique and every sentence of the data is there twice."""
    names = [check.id for check in checks()]

    assert len(names) == len(set(names))
    assert names == list(load("checks.toml"))
    assert all(check.name.ar != check.name.en for check in checks())
    for row in load("messages.toml").values():
        assert sorted(row) == ["ar", "en"]


def test_both_languages_of_a_message_take_the_same_parts() -> None:
    """What one sentence quotes the other quotes too."""
    for name, row in load("messages.toml").items():
        parts = [
            {piece.partition("}")[0] for piece in row[language].split("{")[1:]}
            for language in ("ar", "en")
        ]
        assert parts[0] == parts[1], name


def test_a_check_can_be_left_out() -> None:
    """The text has a wrong weekday and parts that exceed their total."""
    raw = _raw(WRONG)

    def told(*without: str) -> set[str]:
        return {f.check for c in examine(raw, without=without).claims for f in c.findings}

    assert told() == {"weekday", "total"}
    assert told("weekday") == {"total"}
    assert told(*(check.id for check in checks())) == set()


def test_an_unknown_check_is_refused_by_name() -> None:
    """The error lists what there is."""
    with pytest.raises(NotFound, match="weekday"):
        examine(_raw(WRONG), without=("weekdays",))


def test_examining_twice_changes_nothing() -> None:
    """Findings are not doubled."""
    once = examine(_raw(WRONG))

    assert examine(once) == once


def test_a_finding_that_no_claim_holds_becomes_a_problem() -> None:
    """Somebody took the claims away; what is wrong with the text stays visible."""
    bare = replace(_raw(WRONG), claims=())
    found = examine(bare)

    assert [problem.code for problem in found.problems if problem.code == "total"] == ["total"]
    assert all(problem.document == found.document.id for problem in found.problems)
    assert examine(found) == found


def test_examining_leaves_what_was_read_as_it_was() -> None:
    """Only findings are added; ids, quotes and order stay."""
    raw, found = _raw(WRONG), read(WRONG)

    assert tuple(replace(claim, findings=()) for claim in found.claims) == raw.claims
    assert found.document == raw.document


def test_findings_survive_the_way_through_json() -> None:
    """They are plain values like everything else."""
    found = read(WRONG)

    assert from_plain(Extraction, json.loads(json.dumps(to_plain(found)))) == found


def test_the_order_of_the_claims_changes_nothing() -> None:
    """Claims that people add stand behind the others."""
    text = "مقتل 12 مدنياً بقصف على سراقب\n\nقتل 15 مدنياً، اليوم الثلاثاء، بقصف مدفعي لقوات النظام على مدينة سراقب شرقي إدلب."
    raw = _raw(text)
    turned = examine(replace(raw, claims=raw.claims[::-1]))

    assert turned.claims[::-1] == examine(raw).claims
    assert any(claim.findings for claim in turned.claims)


@READS
@given(st.text(alphabet="قتل 12بينه3و5 نساء (.):\n-يومغارةش—x", max_size=120))
def test_no_text_is_too_strange_to_be_examined(text: str) -> None:
    """Every finding quotes a stretch of the text."""
    found = read(f"قتل {text}")

    for claim in found.claims:
        for finding in claim.findings:
            assert finding.span.of(found.document.text)
