"""The way of the tables from an older form, with data, whatever happens on it."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from claims.errors import Corrupt, StoreError
from claims.services import Settings, open_case
from claims.store.engine import address_of, make_engine, reading, writing
from claims.store.guards import CHANGEABLE
from claims.store.schema import BROUGHT, CONTENT, HEAD, REVISIONS, metadata
from claims.store.store import Store
from claims.store.upgrade import MIGRATIONS
from tests import engines
from tests.postgresql import Server
from tests.store.old_case import chain_of, content, make_old_case, revision, upgrade

KILLS_ON_A_SERVER = 5
KILLS = 5


def _folder(settings: Settings) -> Path:
    return settings.originals or Path(settings.case).with_suffix(".originals")


def test_an_old_case_is_brought_up_with_every_row(settings: Settings) -> None:
    """Counts and contents of all tables are those of before, children of rebuilt tables included."""
    url = make_old_case(settings.case, _folder(settings))
    before = content(url)
    assert all(before.values())
    open_case(settings).close()
    assert revision(url) == HEAD
    assert content(url) == before


def test_an_old_case_with_a_damaged_document_is_brought_up_too(settings: Settings) -> None:
    """The record names what is damaged; all else is there."""
    url = make_old_case(settings.case, _folder(settings))
    upgrade(url).run("0007")
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(text("UPDATE documents SET body = '{' WHERE seq = 1"))
    engine.dispose()
    with open_case(settings) as case:
        heads = case.documents.list().items
        assert len(heads) == 3
        assert heads[0].id in {fault.id for fault in case.audit.verify()}


def test_the_audit_chain_answers_for_the_rows_of_an_old_case(settings: Settings) -> None:
    """After the upgrade the case verifies, and what is changed behind its back from then on is found."""
    url = make_old_case(settings.case, _folder(settings), documents=200)
    with open_case(settings) as case:
        assert case.audit.verify() == ()
        assert case.audit.head().seq == 4
        engine = make_engine(url, timeout=5)
        with writing(engine) as connection:
            connection.execute(text("UPDATE pairs SET rank = 8 WHERE rank = 7"))
        engine.dispose()
        assert {fault.where for fault in case.audit.verify()} == {"pairs"}


def test_the_last_step_leaves_every_row_and_the_chain_as_they_were(settings: Settings) -> None:
    """What was answered for before edits came is answered for by the very same rows of the chain."""
    url = make_old_case(settings.case, _folder(settings), documents=4)
    assert upgrade(url).run("0003") == "0001"
    before, chain = content(url), chain_of(url)
    assert chain
    with open_case(settings) as case:
        assert content(url) == before
        assert chain_of(url) == chain
        assert case.audit.verify() == ()


def test_what_older_programs_kept_of_comparisons_is_forgotten(settings: Settings) -> None:
    """No chain answers for it; the next comparison goes over all claims, and the case verifies before and after."""
    url = make_old_case(settings.case, _folder(settings), documents=2)
    upgrade(url).run("0007")
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO traits (document, run, engine, revisions, digest, body) "
                "SELECT id, 1, 'older', '{}', 'x', :body FROM documents"
            ),
            {"body": b""},
        )
    engine.dispose()
    with open_case(settings, actor="ana") as case:
        assert case.audit.verify() == ()
        case.pairs.compare()
        assert case.audit.verify() == ()


def test_claims_of_an_old_case_are_edited_and_read_again(settings: Settings) -> None:
    """As those of a new one: their ids, pairs and decisions stay."""
    make_old_case(settings.case, _folder(settings), documents=2)
    with open_case(settings, actor="ana", stages=engines.reading(engines.louder)) as case:
        (decision,) = case.review.decisions()
        claim, other = case.claims.list().items
        edit = case.claims.reject(claim.id, "not said")
        case.documents.extract_again()
        assert [each.id for each in case.claims.list().items] == [
            each.claim.id for each in case.claims.of(other.document)
        ]
        assert case.claims.undo() is not None
        assert case.claims.history(claim.id)[0] == edit
        assert case.review.history(decision.key)[-1] == decision
        assert case.audit.verify() == ()


def test_old_decisions_can_be_undone(settings: Settings) -> None:
    """What was decided before undo existed is undone like any other decision."""
    make_old_case(settings.case, _folder(settings), documents=2)
    with open_case(settings) as case:
        assert len(case.review.decisions()) == 1
        restored = case.review.undo(by="ana")
        assert restored is not None
        assert restored.mark is not None
        assert case.review.undo(by="ana") is not None
        assert case.review.decisions() == ()
        assert case.audit.verify() == ()


def test_the_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    """The copy is the case as it was; an earlier copy is never overwritten."""
    url = make_old_case(str(tmp_path / "case.db"), tmp_path / "case.originals")
    before = content(url)
    (tmp_path / "case.before-0012.db").write_text("mine")
    open_case(tmp_path / "case.db").close()
    copy = address_of(tmp_path / "case.before-0012.1.db")
    assert revision(copy) == "0001"
    assert content(copy) == before
    assert (tmp_path / "case.before-0012.db").read_text() == "mine"


@pytest.mark.parametrize("told", [each for each in REVISIONS if each != HEAD])
def test_a_migration_that_is_told_falsely_is_named(settings: Settings, told: str) -> None:
    """The tables are those of this program, and the case says that they are older: nothing is tried, copied or changed."""
    open_case(settings).close()
    url = address_of(settings.case)
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :told"), {"told": told})
    engine.dispose()
    with pytest.raises(Corrupt) as caught:
        open_case(settings)
    assert told in caught.value.message
    assert "backup" in caught.value.next_step
    assert revision(url) == told
    folder = _folder(settings).parent
    assert not list(folder.glob("*before*"))


def test_a_migration_that_is_told_too_early_is_named(settings: Settings) -> None:
    """The tables are older than the case says."""
    url = make_old_case(settings.case, _folder(settings))
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    engine.dispose()
    with pytest.raises(Corrupt, match="0005"):
        open_case(settings)


def test_each_migration_is_known_by_what_it_brought() -> None:
    """A new one has to be named."""
    assert tuple(BROUGHT) == REVISIONS


def test_a_new_case_leaves_no_copy(tmp_path: Path) -> None:
    """There is nothing to keep of a case that did not exist."""
    open_case(tmp_path / "case.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def _upgrading(case: Path | str) -> subprocess.Popen[bytes]:
    """A child that upgrades this case, begun when this returns."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.old_case", str(case)], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    return child


def test_a_kill_in_the_middle_leaves_the_old_or_the_new_form(tmp_path: Path) -> None:
    """Killed at random moments, a case is at one of both revisions with all its rows, and opens afterwards."""
    seed = tmp_path / "seed.db"
    before = content(make_old_case(str(seed), tmp_path / "seed.originals", documents=200))
    begun = time.monotonic()
    _upgrading(Path(shutil.copy(seed, tmp_path / "whole.db"))).wait()
    whole = time.monotonic() - begun
    chance = random.Random(20180403)  # noqa: S311
    for number in range(KILLS):
        case = Path(shutil.copy(seed, tmp_path / f"case{number}.db"))
        child = _upgrading(case)
        time.sleep(chance.uniform(0, whole))
        child.kill()
        child.wait()
        url = address_of(case)
        assert revision(url) in REVISIONS
        assert content(url) == before
        open_case(case).close()
        assert revision(url) == HEAD
        assert content(url) == before


def test_a_kill_in_the_middle_leaves_the_old_or_the_new_form_on_a_server(
    server: Server, tmp_path: Path
) -> None:
    """The same where the case is on a server: what the killed program had not committed is gone."""
    server.execute("CREATE DATABASE upgraded")
    seed = server.address("upgraded")
    before = content(make_old_case(seed, tmp_path / "seed.originals", documents=50))
    chance = random.Random(20180403)  # noqa: S311
    for number in range(KILLS_ON_A_SERVER):
        server.execute(f"CREATE DATABASE upgraded_{number} TEMPLATE upgraded")
        case = server.address(f"upgraded_{number}")
        child = _upgrading(case)
        time.sleep(chance.uniform(0, 1))
        child.kill()
        child.wait()
        url = address_of(case)
        assert content(url) == before
        with open_case(Settings(case=case, originals=tmp_path / "seed.originals")) as opened:
            assert opened.audit.verify() == ()
        assert revision(url) == HEAD
        assert content(url) == before


def test_a_case_of_a_newer_program_is_refused_and_left_alone(settings: Settings) -> None:
    """The message says which form the tables have and to use a newer version."""
    open_case(settings).close()
    url = address_of(settings.case)
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match=r"newer program.*9999") as caught:
        open_case(settings)
    assert "newer version" in caught.value.next_step
    assert revision(url) == "9999"


def test_a_database_of_something_else_is_refused_and_left_alone(settings: Settings) -> None:
    """A file with other tables is no case, and gets no tables of ours."""
    url = address_of(settings.case)
    engine = make_engine(url, timeout=5)
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StoreError, match="something else than a case: recipes"):
        open_case(settings)
    with reading(engine) as connection:
        assert inspect(connection).get_table_names() == ["recipes"]
    engine.dispose()


def test_rows_that_lost_their_parent_stop_the_upgrade(tmp_path: Path) -> None:
    """A case that does not fit together is said to be so, and stays as it was."""
    url = make_old_case(str(tmp_path / "case.db"), tmp_path / "case.originals")
    engine = make_engine(url, timeout=5, foreign_keys=False)
    with writing(engine) as connection:
        connection.execute(text("DELETE FROM documents WHERE seq = 2"))
    engine.dispose()
    with pytest.raises(Corrupt, match="has lost its documents"):
        open_case(tmp_path / "case.db")
    assert revision(url) == "0001"


def test_many_may_open_a_new_case_at_once(settings: Settings) -> None:
    """One of them makes the tables, the others wait for it."""
    with ThreadPoolExecutor(4) as pool:
        cases = list(pool.map(lambda _: open_case(settings), range(4)))
    assert {case.audit.verify() for case in cases} == {()}
    for case in cases:
        case.close()


def test_many_may_open_a_new_case_each_at_once(tmp_path: Path) -> None:
    """Two people who take in a file, or open a case, at one moment: each gets the tables of their own."""
    both, cases = Barrier(8), [tmp_path / f"{number}.db" for number in range(8)]

    def made(case: Path) -> int:
        both.wait()
        with open_case(case) as opened:
            return len(opened.documents.list().items)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(made, cases)) == [0] * 8
    assert {revision(address_of(case)) for case in cases} == {HEAD}


def test_the_migrations_make_the_tables_that_the_program_uses(store: Store) -> None:
    """No column, constraint or index differs between the migrations and `claims.store.schema`."""
    with reading(store.engine) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        assert differences == []
        constraints = {
            table.name: {
                check["name"] for check in inspect(connection).get_check_constraints(table.name)
            }
            for table in CONTENT
        }
    expected = {
        table.name: {
            str(item.name) for item in table.constraints if str(item.name).startswith("ck_")
        }
        for table in CONTENT
    }
    assert constraints == expected


def test_every_guard_stands_after_an_upgrade(settings: Settings) -> None:
    """Rebuilding a table loses its triggers; they are made anew."""
    make_old_case(settings.case, _folder(settings))
    open_case(settings).close()
    url = address_of(settings.case)
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if url.get_backend_name() == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    engine = make_engine(url, timeout=5)
    with reading(engine) as connection:
        found = set(connection.scalars(text(query)))
    engine.dispose()
    assert {f"{table}_no_{verb}" for table in CHANGEABLE for verb in ("update", "delete")} <= found


def test_the_known_revisions_are_those_in_the_folder() -> None:
    """`claims.store.schema` names every migration, in one line, oldest first."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == REVISIONS


def test_upgrading_twice_changes_nothing(settings: Settings) -> None:
    """A case that is up to date is opened as it is."""
    url = make_old_case(settings.case, _folder(settings))
    assert upgrade(url).run() == "0001"
    before = content(url)
    assert upgrade(url).run() == HEAD
    assert content(url) == before
