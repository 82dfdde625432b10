"""Labelled pairs: read as written, and refused where a label would be lost unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import InputError
from claims.evaluation import load_pairs, pair_fingerprint
from claims.model import Apparent, Relation, SameEvent, Slot

PAIRS = Path(__file__).parent / "pairs"
HAPPENING = """
[[incident]]
name = "one"
pairs = ["a1 b1 yes|unsure conflict|partial on target,quantity as contradiction ~next town"]
[[incident.account]]
id = "a"
publisher = "first"
text = "A raid hit a depot."
claims = { a1 = "strike @ first: hit a depot" }
[[incident.account]]
id = "b"
publisher = "second"
text = "A raid hit a school."
claims = { b1 = "hit a school" }
"""


def written(folder: Path, text: str, name: str = "en.toml") -> Path:
    """A folder with this one file."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_line_says_event_relation_slots_kind_and_why_it_is_near(tmp_path: Path) -> None:
    """Each part but the event may be left out."""
    [happening] = load_pairs(written(tmp_path, HAPPENING))
    [pair] = happening.pairs

    assert (pair.left.kind, pair.left.speaker, pair.left.words) == (
        "strike",
        "first",
        "hit a depot",
    )
    assert (pair.right.kind, pair.right.speaker) == ("", "")
    assert pair.same == {SameEvent.YES, SameEvent.UNSURE}
    assert pair.relations == {Relation.CONFLICT, Relation.PARTIAL}
    assert pair.slots == {Slot.TARGET, Slot.QUANTITY}
    assert pair.kinds == {Apparent.CONTRADICTION}
    assert pair.near == "next town"


def test_files_of_held_out_pairs_are_marked(tmp_path: Path) -> None:
    """By their name."""
    [happening] = load_pairs(written(tmp_path, HAPPENING, "en_held.toml"))

    assert happening.held


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a1 b1 yes", "a1 b1 perhaps so", "cannot read"),
        ("a1 b1 yes", "a1 c1 yes", "no account has"),
        ('"hit a school"', '"hit a clinic"', "does not hold the words"),
        ('id = "b"', 'id = "b"\npairs = []', "unknown key"),
        ("pairs = [", "pairs = [] # [", "no pair is labelled"),
    ],
)
def test_a_label_that_would_be_lost_is_refused(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    """The message says in which happening."""
    folder = written(tmp_path, HAPPENING.replace(old, new))

    with pytest.raises(InputError, match=told):
        load_pairs(folder)


def test_a_changed_label_changes_the_fingerprint(tmp_path: Path) -> None:
    """So that the gate notices."""
    before = pair_fingerprint(load_pairs(written(tmp_path, HAPPENING)))
    after = pair_fingerprint(load_pairs(written(tmp_path, HAPPENING.replace("yes|", "no|"))))

    assert before != after


def test_the_project_has_pairs_of_every_kind_that_matters() -> None:
    """Enough of them, near misses, a third held out, and every event answer."""
    happenings = load_pairs(PAIRS)
    labels = [(each.held, pair) for each in happenings for pair in each.pairs]

    assert len(labels) >= 220
    assert sum(bool(pair.near) for _, pair in labels) >= 60
    assert 3 * sum(held for held, _ in labels) >= len(labels)
    assert {answer for _, pair in labels for answer in pair.same} == set(SameEvent)
