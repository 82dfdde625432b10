"""A broken, truncated or unwritable case is said to be so, and nothing is made worse."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claims.errors import Corrupt, StoreError
from claims.services import Case, Settings, open_case
from tests.stages import STAGES, TWO_ACCOUNTS

FLIP_EVERY = 997
"""Bytes between two flips: about four in each page; every 23rd was tried once, with the same result."""

FULL = """
import json, resource, signal, sys
from claims.errors import StoreError
from claims.services import open_case
from tests.stages import STAGES

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
case = open_case(sys.argv[1], actor="ana", stages=STAGES)
(item,) = case.review.queue(limit=1)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
stored = []
try:
    for number in range(5000):
        stored.append(case.review.decide(item.key, relation="unsure", reason=str(number) * 50).id)
except StoreError as error:
    print(json.dumps({"stored": stored, "error": str(error), "next": error.next_step}))
"""


@pytest.fixture
def file(tmp_path: Path, blank_file: Path) -> Path:
    """A case file with claims, pairs and one decision, and nobody who has it open."""
    path = Path(shutil.copy(blank_file, tmp_path / "case.db"))
    with open_case(path, actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        case.review.decide(case.review.queue()[0].key, relation="unsure", reason="first")
    return path


def _opened(path: Path) -> Case:
    return open_case(path, actor="ana", stages=STAGES)


@pytest.mark.parametrize(
    "content", [b"no database at all " * 50, b"SQLite format 3\x00" + b"\xff" * 200]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    """The error names the file and the way to a backup."""
    path = tmp_path / "case.db"
    path.write_bytes(content)
    with pytest.raises(Corrupt, match=r"case\.db") as caught:
        open_case(path)
    assert "backup" in caught.value.next_step
    assert path.read_bytes() == content


def test_an_emptied_file_beside_its_originals_is_no_new_case(file: Path) -> None:
    """A full disk or a sync leaves such a file; it stays as it is, and the way to a backup is told."""
    file.write_bytes(b"")
    with pytest.raises(Corrupt, match=r"case\.db is empty") as caught:
        _opened(file)
    assert "backup" in caught.value.next_step
    assert file.read_bytes() == b""


def test_an_empty_file_without_originals_becomes_a_case(tmp_path: Path) -> None:
    """Somebody who makes the file first loses nothing by it."""
    path = tmp_path / "case.db"
    path.touch()
    with _opened(path) as case:
        assert case.audit.verify() == ()


def test_a_header_that_was_zeroed_is_refused(file: Path) -> None:
    """A case whose first page is gone is not taken for a new one."""
    data = file.read_bytes()
    file.write_bytes(bytes(100) + data[100:])
    with pytest.raises(StoreError):
        _opened(file)
    assert file.read_bytes()[100:] == data[100:]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_file_never_passes_for_whole(file: Path, share: float) -> None:
    """Opening, reading or verifying it says so; it is never silently shorter."""
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share) // 4096 * 4096])
    with pytest.raises(Corrupt):
        _verify(file)


def _verify(path: Path) -> None:
    with _opened(path) as case:
        if case.audit.verify():
            raise Corrupt("The case does not verify.")


def test_a_flipped_byte_is_found_or_harmless(file: Path) -> None:
    """Whichever byte is flipped: the case is refused, fails to verify, or says all it said before."""
    whole = file.read_bytes()
    with _opened(file) as case:
        before = case.review.decisions(live=False)
    copy = file.with_name("spoilt.db")
    shutil.copytree(file.with_suffix(".originals"), copy.with_suffix(".originals"))
    for place in range(0, len(whole), FLIP_EVERY):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0xFF
        copy.write_bytes(spoilt)
        try:
            _verify(copy)
        except StoreError:
            continue
        with _opened(copy) as case:
            assert case.review.decisions(live=False) == before


def test_a_full_disk_loses_no_decision_that_was_acknowledged(file: Path) -> None:
    """What was acknowledged is there, the rest is not, and with room again the work goes on."""
    size = file.stat().st_size + 64 * 1024
    child = subprocess.run(
        [sys.executable, "-c", FULL, str(file), str(size)],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(child.stdout)
    assert "could not be written" in told["error"]
    assert "Make room" in told["next"]
    with _opened(file) as case:
        rows = case.review.decisions(live=False)
        assert [row.id for row in rows] == [1, *told["stored"]]
        assert case.audit.verify() == ()
        assert case.review.decide(rows[0].key, relation="agree").id == len(rows) + 1
    assert _check(file) == "ok"


def _check(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A case below a file cannot be; the message names the folder."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made") as caught:
        open_case(tmp_path / "file" / "case.db")
    assert caught.value.next_step


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    """The address stands in the message, the password does not."""
    address = f"postgresql://ana:secret@/none?host={tmp_path}"
    with pytest.raises(StoreError, match="does not answer") as caught:
        open_case(Settings(case=address, originals=tmp_path))
    assert "secret" not in str(caught.value)


def test_a_case_on_a_server_needs_a_folder_for_its_originals() -> None:
    """Nobody would find them in whatever folder the program happened to run in."""
    with pytest.raises(StoreError, match="folder for its original files") as caught:
        open_case("postgresql://ana@host/name")
    assert "CLAIMS_ORIGINALS" in caught.value.next_step


@pytest.mark.parametrize("how", ["another file", "no file"])
def test_a_file_that_was_replaced_while_open_takes_no_answer(tmp_path: Path, how: str) -> None:
    """What would go into the old file is not acknowledged, and the person is told why; opened anew, all works."""
    file = tmp_path / "case.db"
    with open_case(file, actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        key = case.review.queue()[0].key
        case.backup(tmp_path / "copy.db")
        if how == "another file":
            (tmp_path / "copy.db").replace(file)
        else:
            file.rename(tmp_path / "elsewhere.db")
        with pytest.raises(StoreError, match="replaced, renamed or removed"):
            case.review.decide(key, relation="agree")
    if how == "no file":
        (tmp_path / "elsewhere.db").replace(file)
    with open_case(file, actor="ana", stages=STAGES) as case:
        assert case.review.decisions() == ()
        assert case.review.decide(key, relation="agree").id == 1
