"""An installation made by the image's own build steps, in a folder outside of the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.packaging.dockerfile import Instruction, instructions, sent

ROOT = Path(__file__).parents[2]
TOOL = "/opt/claims"
NOBODY = 10001
"""The image's user."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What the build stage leaves behind.

    Attributes:
        home: the environment that the last stage copies.
        sources: the folder it was built in, as it was copied.
        empty: a folder that holds nothing, to work in.
    """

    home: Path
    sources: Path
    empty: Path

    def run(
        self, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run one of its programs in the empty folder, with nothing of the checkout in reach."""
        return subprocess.run(
            [self.home / "bin" / command[0], *command[1:]],
            cwd=self.empty,
            env={"PATH": os.environ["PATH"], "HOME": str(self.empty), **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )


@pytest.fixture(scope="session")
def steps() -> list[Instruction]:
    """The instructions of the Dockerfile."""
    return instructions((ROOT / "Dockerfile").read_text("utf-8"))


@pytest.fixture(scope="session")
def installation(
    steps: list[Instruction], tmp_path_factory: pytest.TempPathFactory
) -> Installation:
    """Do what the build stage does, command by command, with its folders moved into a temporary one.

    Only files that ``.dockerignore`` lets through are copied. The interpreter is the one that runs the tests.
    """
    place = tmp_path_factory.mktemp("image")
    context, work, home = place / "context", place / "build", place / "opt" / "claims"
    for path in sent(ROOT, (ROOT / ".dockerignore").read_text("utf-8")):
        target = context / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    work.mkdir()
    for step in [step for step in steps if step.stage == 0]:
        if step.word == "COPY":
            _copy(context, work, step.words)
        if step.word == "RUN":
            _run(step.rest.replace(TOOL, str(home)), work)
    empty = place / "empty"
    empty.mkdir()
    return Installation(home, work, empty)


def _copy(context: Path, work: Path, words: list[str]) -> None:
    *sources, target = words
    for source in sources:
        goal = work / target / source if target == "./" else work / target
        goal.parent.mkdir(parents=True, exist_ok=True)
        if (context / source).is_dir():
            shutil.copytree(context / source, goal)
        else:
            shutil.copyfile(context / source, goal)


def _run(command: str, work: Path) -> None:
    """One RUN line; pip may use what it has fetched before, which an engine's fresh layer has not."""
    words = [
        sys.executable if word == "python" else word
        for word in command.split()
        if word != "--no-cache-dir"
    ]
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        words, cwd=work, env=inherited, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
