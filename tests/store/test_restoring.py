"""A case comes back from a backup that holds, and from no other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import ClaimsError, Corrupt, NotFound, Refused
from claims.services import Case, Settings, restore


@pytest.fixture
def backup(opened_file: Case, tmp_path: Path) -> Path:
    """A backup of a case with a decision."""
    opened_file.review.decide(opened_file.review.queue()[0].key, relation="unsure")
    return opened_file.backup(tmp_path / "backup.db")


def test_a_case_comes_back_with_everything_and_the_head_says_so(
    backup: Path, opened_file: Case, tmp_path: Path
) -> None:
    """Rows, chain and originals; the backup stays as it was."""
    from claims.services import open_case

    before = backup.read_bytes()
    target = Settings(case=str(tmp_path / "again.db"))
    assert restore(backup, target) == opened_file.audit.head()
    with open_case(target) as case:
        assert case.review.decisions() == opened_file.review.decisions()
        assert case.audit.verify(head=opened_file.audit.head()) == ()
        head = case.documents.list().items[0]
        assert case.documents.original(head.id) == opened_file.documents.original(head.id)
    assert backup.read_bytes() == before


def test_an_existing_case_is_never_overwritten(backup: Path, opened_file: Case) -> None:
    """Nor is anything restored from what is not there, or onto a server."""
    with pytest.raises(Refused, match="exists"):
        restore(backup, Settings(case=opened_file.path))
    with pytest.raises(NotFound):
        restore(backup.with_name("none.db"), Settings(case=str(backup.with_name("new.db"))))
    with pytest.raises(Refused, match="server"):
        restore(backup, Settings(case="postgresql://ana@host/name"))


@pytest.mark.parametrize("spoil", ["row", "original", "file"])
def test_a_backup_that_does_not_verify_becomes_no_case(
    backup: Path, tmp_path: Path, spoil: str
) -> None:
    """The message says what is wrong, and to try an older one."""
    if spoil == "row":
        connection = sqlite3.connect(backup)
        connection.execute("UPDATE pairs SET rank = rank + 1")
        connection.commit()
        connection.close()
    elif spoil == "original":
        (path,) = backup.with_suffix(".originals").glob("??/??/*")
        path.chmod(0o644)
        path.write_bytes(b"something else")
    else:
        backup.write_bytes(b"no database at all" * 100)
    target = tmp_path / "again.db"
    with pytest.raises(ClaimsError) as caught:
        restore(backup, Settings(case=str(target)))
    assert isinstance(caught.value, Corrupt) or spoil == "file"
    assert not target.exists()
    assert not target.with_suffix(".originals").exists()


@pytest.mark.parametrize("spoil", ["empty", "other"])
def test_a_file_without_a_case_becomes_no_case(backup: Path, tmp_path: Path, spoil: str) -> None:
    """A copy that was begun and never written is no case without documents."""
    backup.write_bytes(b"")
    if spoil == "other":
        with closing(sqlite3.connect(backup)) as other, other:
            other.execute("CREATE TABLE notes (words TEXT)")
    with pytest.raises(Corrupt, match="holds no case"):
        restore(backup, Settings(case=str(tmp_path / "again.db")))
    assert not (tmp_path / "again.db").exists()
