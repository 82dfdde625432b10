"""What tests of more than one room have at hand."""

from __future__ import annotations

import itertools
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest

from claims.services import Case, Settings, open_case
from tests.postgresql import Server, running
from tests.stages import STAGES

# No test has a clock: a first example may load the lexicons, and a busy machine is no fault.
hypothesis.settings.register_profile("untimed", hypothesis.settings.default, deadline=None)
hypothesis.settings.load_profile("untimed")

_numbers = itertools.count(1)

OpenCase = Callable[..., Case]


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    """Take back what a command configured: the next test finds the library silent again."""
    logger = logging.getLogger("claims")
    handlers, level, propagate = list(logger.handlers), logger.level, logger.propagate
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)
    logger.propagate = propagate


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what whoever runs the tests has set out of them."""
    for name in [name for name in os.environ if name.upper().startswith("CLAIMS_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own."""
    with running() as started:
        yield started


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Each database that a case can be kept in."""
    return str(request.param)


@pytest.fixture
def settings(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of a case that does not exist yet, on each database."""
    if database == "sqlite":
        yield Settings(case=str(tmp_path / "case.db"), actor="ana")
    else:
        with _database(request.getfixturevalue("server"), tmp_path, "template1") as made:
            yield made


@contextmanager
def _database(server: Server, folder: Path, template: str) -> Iterator[Settings]:
    """A database of the server for one test."""
    name = f"case_{next(_numbers)}"
    server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield Settings(case=server.address(name), originals=folder / "case.originals", actor="ana")
    server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case file in which nothing was written, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "case.db"
    open_case(Settings(case=str(path))).close()
    return path


@pytest.fixture(scope="session")
def blank_database(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the tables of a case in which nothing was written, to be copied."""
    server.execute("CREATE DATABASE blank")
    folder = tmp_path_factory.mktemp("blank")
    open_case(Settings(case=server.address("blank"), originals=folder)).close()
    return "blank"


@pytest.fixture
def made(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Settings]:
    """Settings of an empty case, on each database."""
    if database == "sqlite":
        copy = shutil.copy(request.getfixturevalue("blank_file"), tmp_path / "case.db")
        yield Settings(case=str(copy), actor="ana")
    else:
        blank = request.getfixturevalue("blank_database")
        with _database(request.getfixturevalue("server"), tmp_path, blank) as settings:
            yield settings


@pytest.fixture
def opened(made: Settings) -> Iterator[OpenCase]:
    """Opens the case of `made` with the steerable stages; closes what it opened."""
    cases: list[Case] = []

    def opening(actor: str = "ana", clock: Callable[[], str] | None = None) -> Case:
        case = open_case(made, actor=actor, clock=clock or ticking(), stages=STAGES)
        cases.append(case)
        return case

    yield opening
    for case in cases:
        case.close()


@pytest.fixture
def case(opened: OpenCase) -> Case:
    """An open, empty case, on each database."""
    return opened()


def ticking(start: str = "2018-04-03T12:00:00+00:00") -> Callable[[], str]:
    """A clock that goes on by one second each time it is asked."""
    first, seconds = datetime.fromisoformat(start), itertools.count()

    def now() -> str:
        moment = first + timedelta(seconds=next(seconds))
        return moment.astimezone(UTC).isoformat(timespec="microseconds")

    return now
