"""Original bytes by their hash."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from claims.errors import Corrupt, StoreError
from claims.store.originals import SWEPT_AFTER, Originals, sha256


def test_an_original_comes_back_byte_by_byte(tmp_path: Path) -> None:
    """What was kept is what is read."""
    originals = Originals(tmp_path / "o")
    data = bytes(range(256))
    assert originals.read(originals.keep(data)) == data


def test_an_original_lies_under_its_hash_and_is_read_only(tmp_path: Path) -> None:
    """The name is the hash; the mode bits refuse writing."""
    originals = Originals(tmp_path)
    path = originals.path(originals.keep(b"bytes"))
    assert path == tmp_path / sha256(b"bytes")[:2] / sha256(b"bytes")[2:4] / sha256(b"bytes")
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    """A second time changes nothing, not even the file's time."""
    originals = Originals(tmp_path)
    before = originals.path(originals.keep(b"bytes")).stat()
    after = originals.path(originals.keep(b"bytes")).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("spoil", ["flip", "cut", "empty", "delete"])
def test_a_spoilt_original_is_named_and_keeping_it_again_mends_it(
    tmp_path: Path, spoil: str
) -> None:
    """Neither a flipped bit nor a missing file is ever handed out."""
    originals = Originals(tmp_path)
    digest = originals.keep(b"bytes")
    path = originals.path(digest)
    path.unlink()
    if spoil != "delete":
        path.write_bytes({"flip": b"bytez", "cut": b"byt", "empty": b""}[spoil])
    with pytest.raises(Corrupt, match=digest):
        originals.read(digest)
    originals.keep(b"bytes")
    assert originals.read(digest) == b"bytes"


def test_nothing_half_written_stays_under_a_hash(tmp_path: Path) -> None:
    """A disk that takes no file leaves no file, and the error says what to do."""
    blocked = tmp_path / "o"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="cannot be stored") as caught:
        Originals(blocked).keep(b"bytes")
    assert caught.value.next_step
    assert list(tmp_path.iterdir()) == [blocked]


def test_leftovers_of_a_crash_are_swept_when_nobody_can_be_writing_them(tmp_path: Path) -> None:
    """An hour old ones go; younger ones may belong to a living program."""
    originals = Originals(tmp_path)
    originals.keep(b"bytes")
    old, young = tmp_path / "incoming" / "old", tmp_path / "incoming" / "young"
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    past = time.time() - SWEPT_AFTER - 1
    os.utime(old, (past, past))
    originals.sweep()
    assert (old.exists(), young.exists()) == (False, True)
    assert list(originals.all()) == [sha256(b"bytes")]


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    """A case without documents has no originals, and no folder is needed for that."""
    originals = Originals(tmp_path / "none")
    originals.sweep()
    assert list(originals.all()) == []
