"""The image holds its promises, and no engine is needed to see it.

The Dockerfile is read, its build steps are walked through, and what they leave behind is started as another user who
may write nowhere but in the data folder. What this cannot show: that the base image exists under its name, and that its
own Python runs the same steps.
"""

from __future__ import annotations

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

from tests.packaging.conftest import ROOT, Installation
from tests.packaging.dockerfile import Instruction, sent

NOBODY = 10001
OK = 200


def last_stage(steps: list[Instruction]) -> list[Instruction]:
    """What becomes the image."""
    return [step for step in steps if step.stage == max(step.stage for step in steps)]


def one(steps: list[Instruction], word: str) -> Instruction:
    """The only instruction of that word in the last stage."""
    (found,) = (step for step in last_stage(steps) if step.word == word)
    return found


def test_the_image_is_not_root(steps: list[Instruction]) -> None:
    """The user has a number, and it is not 0, so that clusters can check it."""
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", one(steps, "USER").rest)
    assert [step.word for step in last_stage(steps)].index("USER") < [
        step.word for step in last_stage(steps)
    ].index("ENTRYPOINT")


def test_data_has_a_place_of_its_own(steps: list[Instruction]) -> None:
    """The case lies on the volume, and the volume belongs to the image's user."""
    assert one(steps, "VOLUME").rest == "/data"
    assert f"install -d -o {NOBODY} -g {NOBODY} /data" in [step.rest for step in last_stage(steps)]
    assert "CLAIMS_CASE=/data/" in " ".join(step.rest for step in steps if step.word == "ENV")


def test_nothing_is_fetched_but_packages(steps: list[Instruction]) -> None:
    """No step loads anything from an address or by another tool than pip, and pip checks hashes."""
    runs = [step.rest for step in steps if step.word == "RUN"]
    assert not any(step.word == "ADD" for step in steps)
    assert not re.search(r"://|\b(?:curl|wget|git|apt-get|apt|npm)\b", " ".join(runs))
    installs = [run for run in runs if " pip install " in run]
    assert installs
    assert all("--require-hashes" in run or "--no-index --no-deps" in run for run in installs)


def test_every_step_is_one_plain_command(steps: list[Instruction]) -> None:
    """What is walked through here is what an engine would run: no shell signs."""
    assert not [
        step.rest for step in steps if step.word == "RUN" and re.search(r"[;&|<>$`*]", step.rest)
    ]


def test_everything_copied_is_sent(steps: list[Instruction]) -> None:
    """The rules of .dockerignore let through what is copied, and nothing that is decided, built or secret."""
    files = {
        path.relative_to(ROOT).as_posix()
        for path in sent(ROOT, (ROOT / ".dockerignore").read_text("utf-8"))
    }
    for step in steps:
        if step.word == "COPY" and not step.rest.startswith("--from"):
            for source in step.words[:-1]:
                assert any(name == source or name.startswith(f"{source}/") for name in files), (
                    source
                )
    assert not [
        name
        for name in files
        if name.startswith((".", "var/", "tests/")) or name.endswith((".pyc", ".db"))
    ]


def test_the_health_check_asks_the_database(steps: list[Instruction]) -> None:
    """The check asks our own address, which asks the case, on the port that is served."""
    check, served = (
        one(steps, "HEALTHCHECK").rest,
        " ".join(step.rest for step in steps if step.word == "ENV"),
    )
    assert "/health'" in check
    port = re.search(r"127\.0\.0\.1:(\d+)/", check)
    assert port
    assert f"CLAIMS_PORT={port.group(1)}" in served
    assert one(steps, "EXPOSE").rest == port.group(1)


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
