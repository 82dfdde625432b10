"""Edits and later readings leave with a case, and come into another copy of it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.errors import InputError, Refused
from claims.services import Case, open_case
from tests.conftest import ticking
from tests.engines import louder, only, reading, renamed
from tests.stages import STAGES


@pytest.fixture
def other(compared: Case, blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """A colleague's copy of the case, in a file."""
    path = shutil.copy(blank_file, tmp_path / "other.db")
    with open_case(path, actor="ben", clock=ticking(), stages=STAGES) as case:
        _load(case, _dump(compared))
        yield case


def _dump(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream)
    return stream.getvalue()


def _load(case: Case, text: str) -> Any:
    return case.load(io.StringIO(text), knowingly=True)


def _again(case: Case, change: Any) -> None:
    """Let a newer engine read the case again."""
    with open_case(case.settings, actor="ana", clock=ticking(), stages=reading(change)) as newer:
        newer.documents.extract_again()


def _work_on(case: Case) -> None:
    first, second, *_ = case.claims.list().items
    case.claims.correct(first.id, "modality", "denied", reason="so \x00 it is")
    case.claims.reject(second.id, token="t")  # noqa: S106
    case.claims.undo()
    _again(case, louder)
    case.claims.keep(1)
    case.pairs.compare()


def _standing(case: Case) -> set[str]:
    return {claim.id for claim in case.claims.list().items}


def test_a_case_with_edits_comes_back_byte_by_byte(
    compared: Case, blank_file: Path, tmp_path: Path
) -> None:
    """Edits, later readings and earlier revisions included."""
    _work_on(compared)
    text = _dump(compared)
    with open_case(shutil.copy(blank_file, tmp_path / "copy.db"), stages=STAGES) as copy:
        assert _load(copy, text).restored
        assert _dump(copy) == text
        assert copy.audit.verify(head=compared.audit.head()) == ()
        assert _standing(copy) == _standing(compared)
    before = compared.audit.head()
    assert _load(compared, text).edits == 0
    assert compared.audit.head() == before


@pytest.mark.parametrize("table", ["edits", "readings", "former_claims"])
def test_a_dump_with_a_spoilt_edit_is_refused(compared: Case, other: Case, table: str) -> None:
    """Nothing of it is taken in."""
    _work_on(compared)
    lines = [
        line.replace('"body":"', '"body":"[1]', 1) if f'"table":"{table}"' in line else line
        for line in _dump(compared).splitlines()
    ]
    before = _dump(other)
    with pytest.raises(InputError, match="cannot be read"):
        _load(other, "\n".join(lines))
    assert _dump(other) == before


def test_edits_of_two_people_come_together(compared: Case, other: Case) -> None:
    """On different claims of one document; each can still take theirs back, where they made them."""
    first, second, *_ = compared.claims.list().items
    mine = compared.claims.correct(first.id, "modality", "denied")
    theirs = other.claims.correct(second.id, "modality", "doubted")
    rejected = other.claims.reject(other.claims.list().items[-2].id)
    report = _load(compared, _dump(other))
    assert report.edits == 2
    standing = _standing(compared)
    assert {mine.made[0].id, theirs.made[0].id} <= standing
    assert not {first.id, second.id, rejected.replaced[0].id} & standing
    assert compared.audit.verify() == ()
    assert _load(compared, _dump(other)).edits == 0
    assert compared.claims.undo(by="ben") is None
    undone = other.claims.undo(by="ben")
    assert undone is not None
    assert _load(compared, _dump(other)).edits == 1
    last = compared.claims.history(rejected.replaced[0].id)[-1]
    assert (last.kind, last.by, last.at) == (undone.kind, "ben", undone.at)
    assert _load(other, _dump(compared)).edits == 1
    assert _standing(other) == _standing(compared)
    assert other.audit.verify() == ()


def test_an_edit_takes_the_pairs_of_both_copies_along(compared: Case, other: Case) -> None:
    """A pair of a claim that the other copy replaced is not offered here either."""
    (item, *_) = compared.review.queue()
    other.claims.reject(item.left.claim.id)
    _load(compared, _dump(other))
    assert item.key not in {each.key for each in compared.review.queue()}


def test_two_edits_of_one_claim_are_not_merged(compared: Case, other: Case) -> None:
    """The claim and both people are named; nothing is changed."""
    claim = compared.claims.list().items[0]
    compared.claims.reject(claim.id)
    other.claims.correct(claim.id, "modality", "denied")
    before = _dump(compared)
    with pytest.raises(Refused, match=f"{claim.id}.*by ben.*by ana") as caught:
        _load(compared, _dump(other))
    assert f"--without {claim.id}" in caught.value.next_step
    assert _dump(compared) == before


def test_an_edit_of_what_the_other_took_back_is_not_merged(compared: Case, other: Case) -> None:
    """It would stand on nothing."""
    claim = compared.claims.list().items[0]
    (made,) = compared.claims.correct(claim.id, "modality", "denied").made
    _load(other, _dump(compared))
    other.claims.correct(made.id, "modality", "doubted")
    compared.claims.undo()
    with pytest.raises(Refused, match="different ways"):
        _load(compared, _dump(other))


def test_one_edit_that_both_took_back_is_taken_back_once(compared: Case, other: Case) -> None:
    """Saying the same twice is no conflict."""
    claim = compared.claims.list().items[0]
    compared.claims.reject(claim.id)
    _load(other, _dump(compared))
    compared.claims.undo()
    other.claims.undo(by="ana")
    assert _load(compared, _dump(other)).edits == 0
    assert claim.id in _standing(compared)


def test_a_later_reading_comes_along(compared: Case, other: Case) -> None:
    """With the revisions of claims; the copy that is behind is brought up, the one ahead stays."""
    edit = compared.claims.correct(compared.claims.list().items[0].id, "modality", "denied")
    _again(other, only(louder, "monday"))
    _again(other, louder)
    _load(compared, _dump(other))
    assert compared.claims.list().items[0].statement.endswith("[!]")
    name = edit.replaced[0].id
    assert compared.claims.revisions(name) == other.claims.revisions(name)
    (question,) = compared.claims.asking()
    assert question.edit == edit
    assert compared.audit.verify() == ()
    assert compared.documents.extraction(edit.document).sentences
    before = _dump(other)
    assert _load(other, _dump(compared)).edits == 1
    assert _standing(other) == _standing(compared)
    assert _dump(other) != before


def test_readings_by_different_engines_are_not_merged(compared: Case, other: Case) -> None:
    """Both went on from the same reading, each in another way."""
    _again(compared, louder)
    _again(other, renamed("Gazette"))
    before = _dump(compared)
    with pytest.raises(Refused, match="did not read the same"):
        _load(compared, _dump(other))
    assert _dump(compared) == before
