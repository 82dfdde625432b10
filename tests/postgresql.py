"""A PostgreSQL server for the tests alone: made in a temporary folder, reached by a socket there, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shlex
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


INITDB: Final = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server.

    Attributes:
        programs: folder of ``initdb``, ``pg_ctl`` …
        folder: holds the data and the socket.
    """

    programs: Path
    folder: Path

    def command(self, program: str, *arguments: str) -> list[str]:
        """The command that runs one of its programs as the account the server runs as."""
        command = [str(self.programs / program), *arguments]
        return ["runuser", "-u", ACCOUNT, "--", *command] if os.geteuid() == 0 else command

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs as the account the server runs as.

        Raises:
            pytest.fail.Exception: it did not do what it should.
        """
        command = self.command(program, *arguments)
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=self.folder)
        if done.returncode:
            pytest.fail(f"{program} failed: {done.stderr or done.stdout}")

    def control(self, verb: str, *arguments: str) -> None:
        """Start, stop or restart the server, and wait until it did."""
        options = f"-k {self.folder} {SETTINGS}"
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self.run("pg_ctl", verb, "-w", "-D", data, "-l", log, "-o", options, *arguments)

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
    """A server that runs as long as the context, or as long as the program if that is killed."""
    folder = Path(tempfile.mkdtemp(prefix="claims-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        account = pwd.getpwnam(ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)
    server = Server(programs(), folder)
    with _afterwards(server):
        data = str(folder / "data")
        server.run("initdb", "-D", data, "-U", ACCOUNT, *INITDB)
        server.control("start")
        yield server


@contextmanager
def _afterwards(server: Server) -> Iterator[None]:
    """Let a process of its own stop the server and remove its folder, as soon as we are done or dead.

    It waits for the end of its input, which the system closes when we are killed.
    """
    data = server.folder / "data"
    stop = shlex.join(server.command("pg_ctl", "stop", "-m", "immediate", "-D", str(data)))
    script = f"read _; {stop}; rm -rf {shlex.quote(str(server.folder))}"
    with subprocess.Popen(
        ["sh", "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ):
        yield
