"""``claims evaluate``: what is reached, against what is pinned."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claims.report.schemas import schema_of

from .program import call

LABELS = """
[[passage]]
name = "post"
text = "قتل خمسة مدنيين"
"""
TEXTS = """
[[text]]
text = "{text}"
dates = ["2017"]
"""


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A folder of labels with unseen texts beside it, one date in each."""
    folder = tmp_path / "evaluation" / "labels"
    folder.mkdir(parents=True)
    (folder / "posts.toml").write_text(LABELS, encoding="utf-8")
    write_text(folder, "عام 2017")
    return folder


def write_text(labels: Path, text: str) -> None:
    """One unseen text that is labelled with the year 2017."""
    slots = labels.parent / "slots"
    slots.mkdir(exist_ok=True)
    (slots / "ar.toml").write_text(TEXTS.format(text=text), encoding="utf-8")


def test_slots_alone_are_shown_by_language_and_kind(labels: Path) -> None:
    """A line for each, valid on its own, with the floor beside each share."""
    told = call("evaluate", labels, "--only", "slots", "--json")

    assert [(row["part"], row["language"], row["kind"]) for row in told.lines] == [
        ("slots", "ar", kind) for kind in ("date", "quantity", "place", "party")
    ]
    for line in told.lines:
        Draft202012Validator(schema_of("reached-slots")).validate(line)
    assert told.lines[0] == {
        "part": "slots",
        "collection": "unseen",
        "language": "ar",
        "kind": "date",
        "texts": 1,
        "stated": 1,
        "found": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 1.0,
        "precision_floor": None,
        "recall_floor": None,
    }


def test_claims_alone_are_one_line(labels: Path) -> None:
    """Valid by its schema, with every figure by name."""
    told = call("evaluate", labels, "--only", "claims", "--json")
    (line,) = told.lines

    Draft202012Validator(schema_of("reached-claims")).validate(line)
    assert line["part"] == "claims"
    assert line["figures"]["span exactness"] == 1.0


def test_people_are_shown_a_table(labels: Path) -> None:
    """One row for each kind that has texts."""
    shown = call("evaluate", labels, "--only", "slots").out

    assert re.search(r"unseen ar +date +1 +1 +1 +1\.000", shown)


def test_what_is_not_pinned_is_a_finding_and_pinning_settles_it(labels: Path) -> None:
    """Afterwards the same run is fine."""
    unpinned = call("evaluate", labels, "--only", "slots")
    call("evaluate", labels, "--only", "slots", "--update")
    pinned = call("evaluate", labels, "--only", "slots")

    assert (unpinned.code, pinned.code) == (1, 0)
    assert "nothing is pinned yet" in unpinned.err


def test_pinning_one_part_leaves_the_other_as_it_was(labels: Path) -> None:
    """Claims keep their floors when slots are pinned."""
    path = labels.parent / "baseline.json"
    claims = {"fingerprint": "0", "floors": {"claim recall": 0.5}}
    path.write_text(json.dumps({"claims": claims}), encoding="utf-8")
    call("evaluate", labels, "--only", "slots", "--update")

    assert json.loads(path.read_text(encoding="utf-8"))["claims"] == claims


def test_a_fall_is_a_finding_and_is_pinned_only_when_meant(labels: Path) -> None:
    """The figure is named with both values; the flag lowers the floor."""
    call("evaluate", labels, "--only", "slots", "--update")
    write_text(labels, "في مكان ما")
    fell = call("evaluate", labels, "--only", "slots")
    refused = call("evaluate", labels, "--only", "slots", "--update")
    meant = call("evaluate", labels, "--only", "slots", "--update", "--allow-regression")

    assert fell.code == 1
    assert "unseen ar date recall: 0.0000 is below the floor 1.0000" in fell.err
    assert "the labels are not those that were pinned" in fell.err
    assert refused.code == 2
    assert "--allow-regression" in refused.err
    assert meant.code == 0


def test_what_was_missed_is_told_with_what_was_found_instead(labels: Path) -> None:
    """The text, what it states, what was read."""
    write_text(labels, "عام 2016")
    told = call("evaluate", labels, "--only", "slots", "--missed").err

    assert "stated 2017" in told
    assert "found 2016" in told


def test_nobody_is_told_what_was_missed_in_the_texts_held_out(labels: Path) -> None:
    """They are counted, or rules would be written after them."""
    unseen = labels.parent / "slots" / "ar.toml"
    unseen.rename(unseen.with_name("ar_held.toml"))
    (labels.parent / "slots" / "ar_held.toml").write_text(TEXTS.format(text="عام 2016"), "utf-8")
    told = call("evaluate", labels, "--only", "slots", "--missed", "--json")

    assert {row["collection"] for row in told.lines} == {"held out"}
    assert told.lines[0]["right"] == 0
    assert "2016" not in told.err


def test_outside_of_a_checkout_the_next_step_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are neither labels nor corpora."""
    monkeypatch.chdir(tmp_path)
    told = call("evaluate")
    slots = call("evaluate", "--only", "slots")

    assert told.code == 2
    assert "in a checkout of the project" in told.err
    assert "slots are not evaluated" in slots.err
    assert "in a checkout of the project" not in slots.out
