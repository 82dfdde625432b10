"""An installation outside of the checkout is whole: commands, data files, demo corpus."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from tests.packaging.conftest import NOBODY, ROOT, Installation
from tests.packaging.dockerfile import Instruction, one

OK = 200


def test_every_data_file_is_installed(installation: Installation) -> None:
    """Lexicons, templates, migrations, wording, fonts and styles come along: what is no module is there as well."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    wanted = [
        path.relative_to(installation.sources)
        for room in ("claims", "workbench")
        for path in (installation.sources / room).rglob("*")
        if path.is_file()
    ]
    assert len(wanted) > 150
    assert [path.as_posix() for path in wanted if not (site / path).is_file()] == []


def test_the_demo_corpus_is_installed(installation: Installation) -> None:
    """The sample articles lie beside the workbench, byte by byte."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    seeds = {path.name: path.read_bytes() for path in (ROOT / "seeds").glob("*.txt")}
    assert (
        {path.name: path.read_bytes() for path in (site / "workbench" / "seeds").glob("*.txt")}
        == seeds
        != {}
    )


def test_tests_are_not_installed(installation: Installation) -> None:
    """Only the engine and its face are packages of the installation."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    assert not (site / "tests").exists()
    assert not (site / "benchmarks").exists()


def test_the_engine_works_outside_of_the_checkout(installation: Installation) -> None:
    """The installed command extracts claims from an installed sample."""
    (sample,) = installation.home.glob("lib/python*/site-packages/workbench/seeds/004_*.txt")
    done = installation.run("claims", "extract", str(sample), "--json", "--published", "2018-04-03")
    assert done.returncode in {0, 1}, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    text = sample.read_bytes().decode()
    assert claims
    assert all(
        text[claim["span"]["start"] : claim["span"]["end"]] == claim["quote"] for claim in claims
    )


@pytest.mark.parametrize("command", ["claims", "workbench"])
def test_both_commands_explain_themselves(installation: Installation, command: str) -> None:
    """``--help`` needs nothing but the installation."""
    done = installation.run(command, "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


def test_the_wheel_carries_licence_and_notice(installation: Installation) -> None:
    """The terms of the project and of others' works travel with it."""
    (terms,) = installation.home.glob(
        "lib/python*/site-packages/claim_workbench-*.dist-info/licenses"
    )
    assert {path.name for path in terms.iterdir()} >= {"LICENSE", "NOTICE"}


def test_the_installation_serves_as_nobody(
    installation: Installation, steps: list[Instruction], tmp_path: Path
) -> None:
    """As a user who may write in the data folder only, the workbench starts, answers the health check and keeps a case."""
    data = tmp_path / "data"
    data.mkdir()
    reachable(installation.home, data)
    port = free_port()
    environment = {
        "CLAIMS_CASE": str(data / "case.db"),
        "CLAIMS_HOST": "127.0.0.1",
        "CLAIMS_PORT": str(port),
    }
    assert set(environment) <= set(re.findall(r"CLAIMS_\w+", " ".join(step.rest for step in steps)))
    before = snapshot(installation.home)
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [
                *as_nobody(),
                str(installation.home / "bin" / one(steps, "ENTRYPOINT").rest.strip('[]"')),
            ],
            cwd=data,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(data),
                "PYTHONDONTWRITEBYTECODE": "1",
                **environment,
            },
            stdout=log,
            stderr=log,
        )
        try:
            answer = asked(f"http://127.0.0.1:{port}/health", server)
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert answer == OK, (tmp_path / "log").read_text("utf-8")[-4000:]
    assert (data / "case.db").is_file()
    assert snapshot(installation.home) == before


def reachable(*folders: Path) -> None:
    """Let another user pass through the folders above, and own the last one."""
    for folder in folders:
        for above in folder.parents:
            if above.is_relative_to(Path("/tmp")) and above != Path("/tmp"):  # noqa: S108 - where pytest puts its folders
                above.chmod(above.stat().st_mode | stat.S_IXOTH | stat.S_IXGRP)
    if os.getuid() == 0:
        os.chown(folders[-1], NOBODY, NOBODY)


def as_nobody() -> list[str]:
    """The command before a command that gives up root; a person who runs the tests is nobody already."""
    if os.getuid() != 0:
        return []
    program = shutil.which("setpriv")
    if program is None:
        pytest.fail(
            "setpriv is missing (package util-linux): run the tests as another user than root."
        )
    return [program, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def snapshot(home: Path) -> dict[str, int]:
    """All files of an environment and when they were written, in nanoseconds."""
    return {
        path.relative_to(home).as_posix(): path.stat().st_mtime_ns
        for path in home.rglob("*")
        if path.is_file()
    }


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def asked(address: str, server: subprocess.Popen[bytes]) -> int:
    """The status that an address answers with, once the server is up; 0 when it ends or a minute passes."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            time.sleep(0.2)
    return 0
