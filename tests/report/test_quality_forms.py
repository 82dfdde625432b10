"""What ``claims evaluate --json`` writes, held against its schemas."""

from __future__ import annotations

from pathlib import Path

from jsonschema import Draft202012Validator

from claims.report.schemas import schema_of
from tests.cli.program import call

LABELS = """
[[passage]]
name = "post"
text = "قتل خمسة مدنيين"
"""
TEXTS = """
[[text]]
text = "عام 2017"
dates = ["2017"]
"""


def test_each_line_of_an_evaluation_is_valid_by_the_form_of_its_part(tmp_path: Path) -> None:
    """Before anything is pinned, and after: a floor is a number or not there yet."""
    folder = tmp_path / "evaluation" / "labels"
    (folder.parent / "slots").mkdir(parents=True)
    folder.mkdir()
    (folder / "posts.toml").write_text(LABELS, encoding="utf-8")
    (folder.parent / "slots" / "ar.toml").write_text(TEXTS, encoding="utf-8")
    forms = {
        part: Draft202012Validator(schema_of(f"reached-{part}")) for part in ("claims", "slots")
    }
    first = call("evaluate", folder, "--json")
    call("evaluate", folder, "--update")
    second = call("evaluate", folder, "--json")
    for found in (first, second):
        assert {line["part"] for line in found.lines} == set(forms)
        for line in found.lines:
            forms[line["part"]].validate(line)
