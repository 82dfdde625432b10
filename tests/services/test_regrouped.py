"""Merges and splits of incidents by people stand in the report, among its corrections and in the data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.model import PairKey
from claims.report.build import build
from claims.report.content import Changed
from claims.report.naming import NamedBy
from claims.services import Case, Settings, open_case
from tests.report.written import markdown

OFFICIAL = "The defence ministry said aircraft of the Coalition struck a depot of ISIS in Raqqa on 3 May 2019."
LOCAL = "Local networks said the Coalition struck a checkpoint of the Syrian army in Raqqa on 3 May 2019."
ELSEWHERE = "The health ministry said a raid on Saada killed four people on 9 August 2018."


@pytest.fixture
def told(made: Settings) -> Iterator[Case]:
    """Two accounts of one strike and one of another, compared and given out."""
    with open_case(made) as case:
        for name, text in {"official": OFFICIAL, "local": LOCAL, "elsewhere": ELSEWHERE}.items():
            case.documents.add_bytes(text.encode(), name=f"{name}.txt")
        case.pairs.compare()
        case.report.give_out()
        yield case


def _of(case: Case, quote: str) -> str:
    return next(
        claim.id
        for claim in case.claims.list().items
        if quote in claim.quote and claim.kind == "strike"
    )


def _changes(case: Case, kind: str) -> list[Changed]:
    version = case.report.content().version
    assert version is not None
    return [each for each in version.changes if each.kind == kind]


def _page(case: Case, language: str = "en") -> str:
    return markdown(build(case.report.content(), language)).decode()


def _line(page: str, words: str) -> str:
    (found,) = (line for line in page.splitlines() if words in line)
    return found


def _split(case: Case, reason: str = "two strikes") -> tuple[str, str]:
    depot, checkpoint = _of(case, "depot"), _of(case, "checkpoint")
    case.incidents.split(depot, [checkpoint], reason=reason)
    return depot, checkpoint


@pytest.mark.parametrize(
    ("language", "title", "beside"),
    [
        ("en", "Incidents that people merged or split", "claims that were parted from it:"),
        ("ar", "ما دمجه الأشخاص أو قسموه من الوقائع", "الادعاءات التي فُصلت عنها"),
    ],
)
def test_a_split_is_told_in_a_section_and_beside_both_incidents(
    told: Case, language: str, title: str, beside: str
) -> None:
    """By whom, why, and where the claims stand now; before it the section says that there is none."""
    before = _page(told, language)
    assert title in before
    assert beside not in before
    _split(told)
    page = _page(told, language)
    there = [line for line in page.splitlines() if beside in line]
    assert there
    assert all("ana" in line and "two strikes" in line and "(#incident-" in line for line in there)
    assert "(#grouping-" in page


def test_a_merge_is_told_beside_what_it_put_together(told: Case) -> None:
    """As long as it holds: after a later split of the same claims only the split is told there."""
    raid, depot = (
        next(each.id for each in told.claims.list().items if "raid" in each.quote),
        _of(told, "depot"),
    )
    told.incidents.merge([raid, depot], reason="one campaign")
    assert sum("one campaign" in line for line in _page(told).splitlines()) == 3
    told.incidents.split(depot, [raid], reason="two campaigns")
    lines = _page(told).splitlines()
    assert not any("**merge**" in line and "one campaign" in line for line in lines)
    assert any("two campaigns" in line and "parted from it" in line for line in lines)


def test_a_split_is_a_correction_when_it_is_made_and_when_it_is_taken_back(told: Case) -> None:
    """With person, reason and where each part stands; nothing while it stands as it was given out."""
    _split(told)
    assert [each.how for each in _changes(told, "grouping")] == ["new"]
    line = _line(_page(told), "number of claims:")
    assert "ana" in line
    assert "two strikes" in line
    assert line.count("(#incident-") == 2
    told.report.give_out()
    assert _changes(told, "grouping") == []
    told.incidents.undo()
    assert [each.how for each in _changes(told, "grouping")] == ["gone"]
    assert "taken back" in _line(_page(told), "A merge or split of incidents (split")
    assert "تُراجع عنه" in _line(_page(told, "ar"), "دمج أو تقسيم لوقائع (تقسيم")


def test_an_incident_that_was_merged_goes_on_as_another(told: Case) -> None:
    """It does not only cease to stand by itself."""
    raid, depot = (
        next(each.id for each in told.claims.list().items if "raid" in each.quote),
        _of(told, "depot"),
    )
    told.incidents.merge([raid, depot])
    line = _line(_page(told), "goes on as [incident")
    assert "(#incident-" in line
    assert "صارت ضمن" in _page(told, "ar")


def test_a_split_is_called_after_nobody_where_the_case_names_nobody(told: Case) -> None:
    """In the report as in the data; names in its reason are cleared as well."""
    told.report.people(NamedBy.INITIALS)
    _split(told, "as ana saw")
    told.report.people(NamedBy.NEITHER)
    content = told.report.content()
    page = markdown(build(content, "en")).decode()
    assert "as [person 1] saw" in page.replace("\\", "")
    assert "as ana saw" not in page


def test_a_split_stands_in_json_lines_until_it_is_taken_back(told: Case, tmp_path: Path) -> None:
    """In its published form, under the name that the case gives its person."""
    depot, checkpoint = _split(told)

    def lines() -> list[dict[str, object]]:
        path = told.exports.write("jsonl", tmp_path / "case.jsonl").path
        found = map(json.loads, path.read_text("utf-8").splitlines())
        return [each for each in found if each["type"] == "grouping"]

    (line,) = lines()
    said = line["said"]
    assert isinstance(said, dict)
    assert (said["kind"], said["reason"], line["by"]) == ("split", "two strikes", "ana")
    assert said["parts"][0] == [checkpoint]
    assert depot in said["parts"][1]
    told.report.people(NamedBy.INITIALS)
    assert [each["by"] for each in lines()] == ["A."]
    told.incidents.undo()
    assert lines() == []


def test_while_pairs_wait_a_split_of_claims_that_wait_is_told_nowhere(
    told: Case, tmp_path: Path
) -> None:
    """Neither in the report nor as a correction nor in the data; that it may be withheld is said either way."""
    told.review.require(2)
    before = build(told.report.content(), "en").sections
    _split(told)
    after = build(told.report.content(), "en").sections
    assert [str(each) for each in before if each.anchor == "groupings"] == [
        str(each) for each in after if each.anchor == "groupings"
    ]
    assert _changes(told, "grouping") == []
    written = told.exports.write("jsonl", tmp_path / "case.jsonl").path.read_text("utf-8")
    assert '"type": "grouping"' not in written
    assert "may be withheld" in str(after)


def test_an_edit_is_told_with_its_person_its_reason_and_the_words_of_what_it_rejects_or_adds(
    told: Case,
) -> None:
    """Where it makes nothing, or replaces nothing, its line has the words of the claim."""
    raid = next(each for each in told.claims.list().items if "raid" in each.quote)
    told.claims.reject(raid.id, reason="another war")
    line = _line(_page(told), "made since")
    assert raid.quote in line.replace("\\", "")
    assert "ana" in line
    assert "another war" in line


def test_decisions_that_count_no_more_are_told_with_the_edit(told: Case) -> None:
    """A pair was judged since, and a claim of it was replaced since."""
    key = next(item.key for item in told.pairs.list().items)
    told.review.decide(key, relation="unsure", reason="unclear")
    edit = told.claims.correct(PairKey.parse(str(key)).left, "target", None, reason="not said")
    line = _line(_page(told), "judged since")
    assert "count no more" in line
    assert f"(#edit-{edit.id})" in line
    assert "لم تعد القرارات فيه تُحسب" in _page(told, "ar")
