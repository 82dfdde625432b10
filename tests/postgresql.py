"""A PostgreSQL server for the tests alone: made in a temporary folder, reached by a socket there, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
import pytest

DEBIAN: Final = Path("/usr/lib/postgresql")
ACCOUNT: Final = "postgres"
"""Whom the server runs as when the tests run as root, which PostgreSQL refuses to."""

SETTINGS: Final = (
    "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=100"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server.

    Attributes:
        programs: folder of ``initdb``, ``pg_ctl`` …
        folder: holds the data and the socket.
    """

    programs: Path
    folder: Path

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs as the account the server runs as.

        Raises:
            pytest.fail.Exception: it did not do what it should.
        """
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", ACCOUNT, "--", *command]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=self.folder)
        if done.returncode:
            pytest.fail(f"{program} failed: {done.stderr or done.stdout}")

    def control(self, verb: str, *arguments: str) -> None:
        """Start, stop or restart the server, and wait until it did."""
        options = f"-k {self.folder} {SETTINGS}"
        log = str(self.folder / "log")
        self.run(
            "pg_ctl",
            verb,
            "-w",
            "-D",
            str(self.folder / "data"),
            "-l",
            log,
            "-o",
            options,
            *arguments,
        )

    def address(self, database: str) -> str:
        """The address of one of its databases, as a case."""
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    def execute(self, statement: str) -> None:
        """Run one statement outside of any transaction."""
        place = f"host={self.folder} user={ACCOUNT} dbname=postgres"
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(statement.encode())


def programs() -> Path:
    """The folder of PostgreSQL's server programs: on the path, or where Debian has them.

    Raises:
        pytest.fail.Exception: they are not installed.
    """
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not versions:
        pytest.fail("PostgreSQL is missing: install it by `apt-get install postgresql`.")
    return versions[-1].parent


@contextmanager
def running() -> Iterator[Server]:
    """A server that runs as long as the context."""
    folder = Path(tempfile.mkdtemp(prefix="claims-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)
    server = Server(programs(), folder)
    try:
        server.run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            ACCOUNT,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        server.control("start")
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.control("stop", "-m", "immediate")
        shutil.rmtree(folder, ignore_errors=True)
