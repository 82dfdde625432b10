"""Copies of a case that others are working on."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from claims.errors import Refused, StoreError
from claims.services import Case, open_case
from tests.stages import STAGES


def _is_file(case: Case) -> bool:
    return "://" not in case.path


def test_a_copy_is_a_whole_case(filled: Case, tmp_path: Path) -> None:
    """It opens, verifies with its originals, and says what the case says; a server's case is told how."""
    if not _is_file(filled):
        with pytest.raises(Refused, match="on a server") as caught:
            filled.backup(tmp_path / "copy.db")
        assert "pg_dump" in caught.value.next_step
        return
    copy = filled.backup(tmp_path / "copies.db")
    with open_case(copy, actor="ana", stages=STAGES) as opened:
        assert opened.audit.verify(head=filled.audit.head()) == ()
        assert opened.review.decisions(live=False) == filled.review.decisions(live=False)


def test_a_copy_made_while_others_write_holds_every_decision_acknowledged_before(
    opened_file: Case, tmp_path: Path
) -> None:
    """The copy is whole, and nothing that was stored when it began is missing."""
    case = opened_file
    stored: list[int] = []
    stop = threading.Event()

    def review() -> None:
        key = case.review.queue(limit=1)[0].key
        while not stop.is_set():
            stored.append(case.review.decide(key, relation="unsure", reason=str(len(stored))).id)

    writer = threading.Thread(target=review)
    writer.start()
    try:
        for number in range(4):
            acknowledged = list(stored)
            copy = case.backup(tmp_path / f"copy{number}.db")
            with open_case(copy, stages=STAGES) as other:
                found = {row.id for row in other.review.decisions(live=False)}
                assert set(acknowledged) <= found
                assert other.audit.verify() == ()
    finally:
        stop.set()
        writer.join()


def test_a_copy_never_takes_the_place_of_another_file(opened_file: Case, tmp_path: Path) -> None:
    """A name that is taken is refused; the file stays."""
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(Refused, match="exists"):
        opened_file.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_copy_that_cannot_be_written_leaves_nothing(opened_file: Case, tmp_path: Path) -> None:
    """No half of a copy stays behind."""
    with pytest.raises(StoreError, match="could not be written"):
        opened_file.backup(tmp_path / "none" / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.db", "case.originals"]


def test_a_copy_is_taken_by_the_interface_of_the_database(
    opened_file: Case, tmp_path: Path
) -> None:
    """The copy passes SQLite's own check."""
    copy = sqlite3.connect(opened_file.backup(tmp_path / "copy.db"))
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
