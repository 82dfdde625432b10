"""A case comes back from a backup that holds, and from no other."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.errors import ClaimsError, Corrupt, NotFound, Refused, StoreError
from claims.services import Case, Settings, open_case, restore
from claims.store import backup as copies
from claims.store.engine import address_of
from claims.store.store import originals_beside


@pytest.fixture
def backup(opened_file: Case, tmp_path: Path) -> Path:
    """A backup of a case with a decision."""
    opened_file.review.decide(opened_file.review.queue()[0].key, relation="unsure")
    return opened_file.backup(tmp_path / "backup.db")


def test_a_case_comes_back_with_everything_and_the_head_says_so(
    backup: Path, opened_file: Case, tmp_path: Path
) -> None:
    """Rows, chain and originals; the backup stays as it was."""
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


def _journal(case: Path) -> Path:
    """The journal of a writer that was killed in its commit: the pages as they were before."""
    journal = Path(f"{case}-journal")
    with closing(sqlite3.connect(case, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 2")
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE spill (words TEXT)")
        writer.executemany("INSERT INTO spill VALUES (?)", [("x" * 4000,)] * 200)
        kept = journal.read_bytes()
        writer.execute("ROLLBACK")
    journal.write_bytes(kept)
    return journal


def test_nothing_is_restored_beside_what_a_killed_writer_left(
    backup: Path, opened_file: Case, tmp_path: Path
) -> None:
    """Its journal would be rolled back into the case that comes: it is named, and goes where its own case file is."""
    case = Path(opened_file.path)
    opened_file.close()
    journal = _journal(case)
    with pytest.raises(Refused, match="exists") as caught:
        restore(backup, Settings(case=str(case)))
    assert journal.name in (caught.value.next_step or "")
    case.rename(tmp_path / "broken.db")
    with pytest.raises(Refused, match="stopped while it wrote"):
        restore(backup, Settings(case=str(case)))
    assert journal.exists()
    assert not case.exists()
    journal.rename(tmp_path / "broken.db-journal")
    restore(backup, Settings(case=str(case)))
    with open_case(Settings(case=str(case))) as again:
        assert again.audit.verify() == ()


def test_a_case_that_began_while_one_was_restored_stays(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The restored one takes no name that has been taken since it was looked at."""
    target = tmp_path / "late.db"
    whole = copies.check_whole

    def begin(path: Path) -> None:
        whole(path)
        target.write_bytes(b"a case of somebody else")

    monkeypatch.setattr(copies, "check_whole", begin)
    with pytest.raises(Refused, match="exists"):
        restore(backup, Settings(case=str(target)))
    assert target.read_bytes() == b"a case of somebody else"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("links", [True, False])
def test_of_two_copies_to_one_name_one_is_refused_and_the_other_whole(
    opened_file: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    """Also where the file system knows no second name for a file."""
    url, target = address_of(opened_file.path), tmp_path / "copy.db"
    inner = copies._copy

    def slow(source: str, part: Path, timeout: float) -> None:
        inner(source, part, timeout)
        monkeypatch.setattr(copies, "_copy", inner)
        copies.copy_file(url, target, timeout=1)

    def none(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(copies, "_copy", slow)
    if not links:
        monkeypatch.setattr("os.link", none)
    with pytest.raises(Refused, match="come to be"):
        copies.copy_file(url, target, timeout=1)
    with open_case(Settings(case=str(target), originals=opened_file.settings.originals)) as copy:
        assert copy.audit.head() == opened_file.audit.head()


@pytest.mark.parametrize("name", ["case.bak", "case.2026-11-29", "case.old.db"])
def test_a_backup_beside_its_case_has_originals_of_its_own(
    opened_file: Case, tmp_path: Path, name: str
) -> None:
    """Whatever people call it: the case may be lost with its folder, and the backup carried away."""
    beside = Path(opened_file.path).with_name(name)
    opened_file.backup(beside)
    moved = tmp_path / "away"
    moved.mkdir()
    beside.rename(moved / name)
    originals_beside(beside).rename(originals_beside(moved / name))
    again = restore(moved / name, Settings(case=str(tmp_path / "again" / "case.db")))
    assert again == opened_file.audit.head()


def test_no_backup_shares_the_originals_of_its_case(opened_file: Case) -> None:
    """A name without an ending means the same folder: it is refused before anything is written."""
    beside = Path(opened_file.path).with_suffix("")
    with pytest.raises(Refused, match="folder of this case"):
        opened_file.backup(beside)
    assert not beside.exists()


def test_a_backup_without_room_for_originals_leaves_no_file_of_its_name(
    opened_file: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that nobody takes it for one, and the next try finds its name free."""

    def full(*_: object) -> None:
        raise StoreError("no space left", next_step="Make room.")

    monkeypatch.setattr(copies, "copy_originals", full)
    with pytest.raises(StoreError, match="no space"):
        opened_file.backup(tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()


def test_a_case_opened_by_a_link_keeps_one_folder_of_originals(
    opened_file: Case, tmp_path: Path
) -> None:
    """A document added through the link has its original with all others."""
    link = tmp_path / "link.db"
    link.symlink_to(opened_file.path)
    with open_case(Settings(case=str(link), originals=None)) as case:
        case.documents.add_bytes(b"A strike hit a depot in Raqqa on 4 May 2018.", name="new.txt")
        assert case.audit.verify() == ()
    assert not (tmp_path / "link.originals").exists()
