"""What leaves a case as data, in the eyes of programs and schemas of others that know nothing of this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.report.content import ReportContent
from tests.report.examples import case
from tests.report.exports.test_lines import loaded, with_places, written
from tests.report.hostile import PAYLOADS, with_text

ROOT = Path(__file__).parents[3]
JUDGED = ["ris", "bibtex", "geojson", "claimreview", "followthemoney"]


@pytest.fixture(scope="module")
def judge() -> Path:
    """Where the judges' own packages are; installed by their locks when they are not yet."""
    subprocess.run([ROOT / "scripts" / "judge.sh"], check=True, capture_output=True)
    return ROOT / ".venv" / "judge"


def judged(judge: Path, name: str, data: bytes, folder: Path) -> tuple[list[str], list[str]]:
    """What was read of a file, and what is wrong with it."""
    path = folder / "made"
    path.write_bytes(data)
    program = Path(__file__).with_name("formats_judge.py")
    done = subprocess.run(
        [sys.executable, "-S", str(program), name, str(path)],
        env={**os.environ, "PYTHONPATH": str(judge)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    read = [line.removeprefix("read ") for line in lines if line.startswith("read ")]
    return read, [line for line in lines if not line.startswith("read ")]


def things(name: str, content: ReportContent, language: str) -> list[str]:
    """What the judge is to read."""
    if name in {"ris", "bibtex"}:
        titles = [each.title or each.name for each in content.documents]
        return [" ".join(title.split()) for title in titles]
    if name == "followthemoney":
        lines = written(name, content, language).decode().splitlines()
        return [json.loads(line)["id"] for line in lines]
    made = loaded(name, content, language)
    if name == "geojson":
        return [each["id"] for each in made["features"]]
    return [each["@id"] for each in made["@graph"]]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", JUDGED)
def test_what_the_sample_articles_give_is_read_without_a_fault(
    judge: Path, seeds: ReportContent, tmp_path: Path, name: str, language: str
) -> None:
    """By rispy, bibtexparser, geojson-pydantic, rdflib's schema.org and the schemas of FollowTheMoney; all of it is there."""
    found, wrong = judged(judge, name, written(name, seeds, language), tmp_path)

    assert wrong == []
    assert found
    assert sorted(found) == sorted(things(name, seeds, language))


@pytest.mark.parametrize("name", JUDGED)
def test_hostile_text_is_read_without_a_fault(judge: Path, tmp_path: Path, name: str) -> None:
    """Whatever stands in any field, as many things are read as without it."""
    plain, _ = judged(judge, name, written(name, with_text("plain")), tmp_path)
    content = with_text(" ".join(PAYLOADS))
    found, wrong = judged(judge, name, written(name, content), tmp_path)

    assert wrong == []
    assert len(found) == len(plain)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("ris", "TI  - ", "QQ  - "),
        ("bibtex", "title = {", "title = {{"),
        ("geojson", '"Point"', '"Spot"'),
        ("claimreview", '"claimReviewed"', '"claimRevued"'),
        ("followthemoney", '"proof"', '"prooof"'),
        ("followthemoney", '"schema": "LegalEntity"', '"schema": "Airplane"'),
    ],
)
def test_the_judges_see_what_is_wrong(
    judge: Path, tmp_path: Path, name: str, right: str, wrong: str
) -> None:
    """A file with one word changed does not pass: the checks before are none that cannot fail."""
    made = written(name, with_places() if name == "geojson" else case()).decode()
    assert right in made
    if name == "ris":
        wrong = f"{wrong}x\r\n{right}"

    _, found = judged(judge, name, made.replace(right, wrong).encode(), tmp_path)

    assert found
