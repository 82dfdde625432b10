"""What befalls machines in the middle of work: full disks, stopped servers, two programs at once."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from claims.errors import StoreError
from claims.services import Settings, open_case
from tests.acknowledged import Note, hold
from tests.conftest import OpenCase
from tests.faults import LOCK_HELD
from tests.postgresql import running
from tests.stages import STAGES, TWO_ACCOUNTS

FILES = 30

IMPORT = """
import json, resource, signal, sys
from pathlib import Path
from claims.errors import StoreError
from claims.services import Settings, open_case
from tests.stages import STAGES

case, originals, folder, limit = sys.argv[1:]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_case(Settings(case=case, originals=Path(originals)), actor="ana", stages=STAGES) as opened:
    if int(limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    stored, said = [], ""
    for path in sorted(Path(folder).iterdir()):
        try:
            report = opened.documents.add([path])
        except StoreError as error:
            said = str(error)
            break
        stored += [head.id for head in (*report.added, *report.present)]
    print(json.dumps({"stored": stored, "said": said}))
"""

DUMPS = """
import os, resource, signal, sys
from claims.cli.exchange import dump
from claims.errors import StoreError
from pathlib import Path

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
os.environ["CLAIMS_ORIGINALS"] = sys.argv[2]
for limit in map(int, sys.argv[4:]):
    if os.fork():
        os.wait()
        continue
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        dump(Path(sys.argv[3]), case=sys.argv[1])
    except StoreError as error:
        os.write(1, f"{error.message}\\n".encode())
    os._exit(0)
"""


def _folder(settings: Settings) -> Path:
    return settings.originals or Path(settings.case).with_suffix(".originals")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with many accounts."""
    folder = tmp_path / "accounts"
    folder.mkdir()
    for number in range(FILES):
        lines = "".join(
            f"Paper {number} (agency): day{number} target{line}\n" for line in range(20)
        )
        (folder / f"{number:02}.txt").write_text(lines)
    return folder


def _importing(settings: Settings, files: Path, limit: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", IMPORT, settings.case, str(_folder(settings)), str(files)]
    return subprocess.Popen([*command, str(limit)], stdout=subprocess.PIPE, text=True)


def test_two_programs_that_take_in_one_folder_hold_each_file_once(
    made: Settings, files: Path
) -> None:
    """Whichever comes first stores it, the other finds it there."""
    both = [_importing(made, files) for _ in range(2)]
    told = [json.loads(child.communicate()[0]) for child in both]
    assert told[0] == told[1]
    assert len(told[0]["stored"]) == FILES
    with open_case(made, stages=STAGES) as case:
        heads = case.documents.list(limit=1000).items
        assert [head.id for head in heads if head.claims == 20] == told[0]["stored"] or (
            {head.id for head in heads} == set(told[0]["stored"]) and len(heads) == FILES
        )
        assert case.audit.verify() == ()


def test_a_disk_that_fills_up_during_an_import_leaves_no_half_document(
    tmp_path: Path, blank_file: Path, files: Path
) -> None:
    """What was acknowledged is there whole, the rest is not, and with room the import goes on."""
    case_file = tmp_path / "case.db"
    case_file.write_bytes(blank_file.read_bytes())
    made = Settings(case=str(case_file))
    child = _importing(made, files, case_file.stat().st_size + 96 * 1024)
    told = json.loads(child.communicate()[0])
    assert "Make room" in told["said"]
    assert 0 < len(told["stored"]) < FILES
    with open_case(made, stages=STAGES) as case:
        heads = case.documents.list(limit=1000).items
        assert [head.id for head in heads] == told["stored"]
        assert {head.claims for head in heads} == {20}
        assert case.audit.verify() == ()
    again = json.loads(_importing(made, files).communicate()[0])
    assert (len(again["stored"]), again["said"]) == (FILES, "")


def test_a_dump_that_the_disk_has_no_room_for_leaves_the_older_one(
    tmp_path: Path, made: Settings, files: Path
) -> None:
    """Whole, byte by byte, at each of twenty places where the disk was full; from a file and from a server."""
    target = tmp_path / "case.jsonl"
    with open_case(made, stages=STAGES) as case:
        case.documents.add([files])
    target.write_text("an older dump\n")
    limits = [str(number * 4_000) for number in range(1, 21)]
    command = [
        sys.executable, "-c", DUMPS, made.case, str(_folder(made)), str(target), *limits,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.count("cannot be written") == len(limits)
    assert target.read_text() == "an older dump\n"
    assert [path.name for path in tmp_path.iterdir() if "jsonl" in path.name] == ["case.jsonl"]


EXPORTS = """
import os, sys
from pathlib import Path
from claims.cli.exchange import dump

os.environ["CLAIMS_ORIGINALS"] = sys.argv[2]
for number in range(int(sys.argv[4])):
    child = os.fork()
    if not child:
        os.write(1, f"{os.getpid()}\\n".encode())
        dump(Path(sys.argv[3]), case=sys.argv[1])
        os._exit(0)
    os.waitpid(child, 0)
"""


def test_an_export_that_is_killed_leaves_the_older_one_or_the_new_one(
    tmp_path: Path, made: Settings, files: Path
) -> None:
    """At twenty random moments while it is written: never a part of one under its name."""
    with open_case(made, stages=STAGES) as case:
        case.documents.add([files])
        whole, begun = io.StringIO(), time.monotonic()
        case.dump(whole)
        takes = time.monotonic() - begun
    target, kills = tmp_path / "case.jsonl", 20
    target.write_text("an older dump\n")
    command = [
        sys.executable,
        "-c",
        EXPORTS,
        made.case,
        str(_folder(made)),
        str(target),
        str(kills),
    ]
    chance = random.Random(20180403)  # noqa: S311
    killed = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        for line in parent.stdout:
            time.sleep(chance.uniform(0, takes))
            with suppress(ProcessLookupError):
                os.kill(int(line), signal.SIGKILL)
                killed += 1
            assert target.read_text() in {"an older dump\n", whole.getvalue()}
    assert killed


def test_a_server_whose_disk_is_full_loses_no_answer(tmp_path: Path) -> None:
    """It says so by its code; what was said before stands, nothing is half there, and with room the work goes on."""
    with running() as server:
        server.execute("CREATE DATABASE full_disk")
        settings = Settings(case=server.address("full_disk"), originals=tmp_path, actor="ana")
        with open_case(settings, stages=STAGES) as case:
            case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
            case.pairs.compare()
            keys = [item.key for item in case.pairs.list().items]
            first = case.review.decide(keys[0], relation="agree")
            _on(settings, FULL_DISK)
            for attempt in (
                lambda: case.review.decide(keys[0], relation="unsure"),
                case.review.undo,
            ):
                with pytest.raises(StoreError) as caught:
                    attempt()
                assert "Make room" in caught.value.next_step
            assert case.review.decisions(live=False) == (first,)
            _on(settings, "DROP TRIGGER full_disk ON decisions")
            assert case.review.decide(keys[0], relation="unsure").supersedes == first.id
            assert case.audit.verify() == ()


FULL_DISK = """
CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN
RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
END $$ LANGUAGE plpgsql;
CREATE TRIGGER full_disk BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION full_disk();
"""
"""What a server answers that has no room: class 53, as PostgreSQL raises it for ENOSPC."""


def _on(settings: Settings, statements: str) -> None:
    with psycopg.connect(settings.case, autocommit=True) as connection:
        connection.execute(statements.encode())


HOLDS = """
import sys, time
import psycopg, sqlite3
from claims.store.engine import WRITER_LOCK

address, seconds = sys.argv[1:]
if "://" in address:
    holder = psycopg.connect(address, autocommit=True)
    holder.execute("SELECT pg_advisory_lock(%s)", (WRITER_LOCK,))
else:
    holder = sqlite3.connect(address, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
time.sleep(float(seconds))
"""
"""Another program that keeps every writer out for as long as it lives."""


def test_a_lock_that_another_program_holds_costs_a_wait_and_no_answer(
    opened: OpenCase, record_property: Note
) -> None:
    """For thirty seconds in `python -m tests.faults`, for one here; without a setting one waits for longer than that."""
    assert Settings().lock_timeout >= 30
    case = opened()
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    case.pairs.compare()
    key = case.pairs.list().items[0].key
    command = [sys.executable, "-c", HOLDS, case.settings.case, os.environ.get(LOCK_HELD, "1")]
    with (
        ThreadPoolExecutor(8) as pool,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder,
    ):
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        waiting = [
            pool.submit(case.review.decide, key, relation="unsure", by=f"p{number % 8}")
            for number in range(16)
        ]
        assert holder.poll() is not None or not any(each.done() for each in waiting)
        numbers = [each.result().id for each in waiting]
    stored = [row.id for row in case.review.decisions(live=False)]
    hold(record_property, numbers, stored)
    assert sorted(numbers) == stored
    assert len(stored) == 16


def test_a_server_that_is_stopped_at_once_in_mid_session_costs_no_answer(
    tmp_path: Path, record_property: Note
) -> None:
    """What was acknowledged is there afterwards; what was not is submitted again and stored once."""
    with running() as server:
        server.execute("CREATE DATABASE stopped")
        settings = Settings(case=server.address("stopped"), originals=tmp_path, actor="ana")
        with open_case(settings, stages=STAGES) as case:
            case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
            case.pairs.compare()
            keys = [item.key for item in case.pairs.list().items]
            acknowledged = []
            for stop in range(3):
                for number in range(5):
                    stored = case.review.decide(
                        keys[number % 3], relation="unsure", reason=f"{stop}"
                    )
                    acknowledged.append(stored.id)
                server.control("stop", "-m", "immediate")
                with pytest.raises(StoreError, match="does not answer"):
                    case.review.decide(keys[stop], relation="agree", token=f"t{stop}")
                server.control("start")
                for _ in range(2):
                    again = case.review.decide(keys[stop], relation="agree", token=f"t{stop}")
                acknowledged.append(again.id)
            stored_ids = [row.id for row in case.review.decisions(live=False)]
            hold(record_property, acknowledged, stored_ids)
            assert stored_ids == acknowledged
            assert case.audit.verify() == ()
