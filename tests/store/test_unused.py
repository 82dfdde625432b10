"""A case file that was made for nothing goes again, and no other one ever does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import StoreError
from claims.services import InputError, Settings, used_or_gone
from claims.store.unused import Before
from tests.stages import TWO_ACCOUNTS


def settings_of(folder: Path) -> Settings:
    """Settings of a case in two folders that are not there."""
    return Settings(case=str(folder / "new" / "deep" / "case.db"), actor="ana")


def test_a_case_in_which_nothing_was_written_goes(tmp_path: Path) -> None:
    """With the folders that were made for it."""
    with used_or_gone(settings_of(tmp_path)) as case:
        assert Path(case.path).is_file()
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_was_used_stays(tmp_path: Path) -> None:
    """Also when the work ends in an error."""

    def work() -> None:
        with used_or_gone(settings_of(tmp_path)) as case:
            case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
            raise InputError("too late")

    with pytest.raises(InputError):
        work()
    with used_or_gone(settings_of(tmp_path)) as case:
        assert len(case.documents.list().items) == 1
        assert case.audit.verify() == ()


def test_a_case_that_was_there_stays_though_nothing_is_in_it(tmp_path: Path) -> None:
    """Somebody made it."""
    settings = Settings(case=str(tmp_path / "case.db"), actor="ana")
    (tmp_path / "case.db").touch()
    with used_or_gone(settings):
        pass
    assert (tmp_path / "case.db").is_file()


def test_what_lies_beside_stays(tmp_path: Path) -> None:
    """Only what came with the case goes."""
    (tmp_path / "case.originals").mkdir()
    (tmp_path / "case.originals" / "mine").touch()
    with used_or_gone(Settings(case=str(tmp_path / "case.db"), actor="ana")):
        pass
    assert [path.name for path in tmp_path.rglob("*")] == ["case.originals", "mine"]


def test_a_case_that_somebody_else_is_writing_to_stays(tmp_path: Path) -> None:
    """In doubt an empty file is the lesser evil."""
    path = tmp_path / "case.db"
    before = Before.of(path, None)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE audit (seq INTEGER)")
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO audit VALUES (1)")
        before.restore()
        other.execute("COMMIT")
    before.restore()
    assert path.is_file()


def test_a_case_in_an_impossible_place_is_refused(tmp_path: Path) -> None:
    """With a next step, as everywhere."""
    with pytest.raises(StoreError) as caught:
        Before.of(tmp_path / ("n" * 5000), None)
    assert caught.value.next_step
