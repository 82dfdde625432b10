"""A verdict package in the eyes of a program of others that knows nothing of this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from claims.services import Case

ROOT = Path(__file__).parents[2]
JUDGE = ROOT / ".venv" / "judge"


@pytest.fixture(scope="module")
def judge() -> Path:
    """Where the judge's own packages are; installed by its lock when they are not yet."""
    subprocess.run([ROOT / "scripts" / "judge.sh"], check=True, capture_output=True)
    return JUDGE


def judged(judge: Path, crate: Path) -> list[str]:
    """What the judge says of an unpacked crate, a line each."""
    program = Path(__file__).with_name("crate_judge.py")
    done = subprocess.run(
        [sys.executable, "-S", str(program), str(crate)],
        env={**os.environ, "PYTHONPATH": str(judge)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def unpacked(case: Case, folder: Path) -> Path:
    """The package of a case, as a folder."""
    case.package.write(folder / "case.zip", language="ar")
    with zipfile.ZipFile(folder / "case.zip") as archive:
        archive.extractall(folder / "crate")
    return folder / "crate"


def test_a_package_is_an_ro_crate(judge: Path, compared: Case, tmp_path: Path) -> None:
    """All that the standard requires and recommends, by roc-validator, but an address of its own, which no case has."""
    crate = unpacked(compared, tmp_path)

    *found, last = judged(judge, crate)

    assert [line.partition(" The ")[2] for line in found] == ["organization SHOULD have a URL."]
    assert int(last.split()[2]) > 30


def test_the_judge_sees_what_is_wrong(judge: Path, compared: Case, tmp_path: Path) -> None:
    """A crate that names no licence does not pass: the check before is none that cannot fail."""
    crate = unpacked(compared, tmp_path)
    path = crate / "ro-crate-metadata.json"
    described = json.loads(path.read_text("utf-8"))
    for each in described["@graph"]:
        if each["@id"] == "./":
            del each["license"]
    path.write_text(json.dumps(described), "utf-8")

    assert [line for line in judged(judge, crate) if line.startswith("REQUIRED")]
