"""``python -m tests.faults``: every fault of docs/storage.md on both databases, in full length, and what was lost by it.

The tests are those that the table there names, so that neither can be without the other. A lock is held for thirty seconds,
which the tests of every day do not wait for. What was acknowledged and what was lost of it, the tests say themselves
(`tests.acknowledged`); those that kill nothing and lose nothing have only passed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).parent.parent

LOCK_HELD: Final = "FAULTS_LOCK_HELD"
"""The variable that says for how many seconds a lock is held."""

_ROW: Final = re.compile(r"(?m)^\| (\d+) \| (.+?) \| (.+) \|$")
_TEST: Final = re.compile(r"`(tests/[a-z_/]+\.py)::(test_[a-z_0-9]+)`")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one test on one database."""

    name: str
    passed: bool
    acknowledged: int
    lost: int


def table() -> dict[int, tuple[str, tuple[tuple[str, str], ...]]]:
    """What each fault is called, and the tests of it: file and name."""
    text = (ROOT / "docs" / "storage.md").read_text("utf-8")
    rows = _ROW.findall(text.split("## Faults that are survived")[1])
    return {int(number): (what, tuple(_TEST.findall(tests))) for number, what, tests in rows}


def outcomes(report: Path) -> Mapping[str, list[Outcome]]:
    """What came of each test, by the name without its database, from a report in the form of JUnit."""
    found: dict[str, list[Outcome]] = {}
    for each in ET.parse(report).iter("testcase"):  # noqa: S314 - written by pytest just now
        said = {one.get("name", ""): one.get("value", "") for one in each.iter("property")}
        name = each.get("name", "")
        bad = each.find("failure") is not None or each.find("error") is not None
        outcome = Outcome(name, not bad, int(said.get("acknowledged", 0)), int(said.get("lost", 0)))
        found.setdefault(name.split("[")[0], []).append(outcome)
    return found


def told(found: Mapping[str, list[Outcome]]) -> Iterable[str]:
    """A line for each fault, and the sum."""
    acknowledged = lost = 0
    for number, (what, tests) in table().items():
        came = [each for _, name in tests for each in found.get(name, [])]
        databases = [
            name for name in ("sqlite", "postgresql") if any(name in each.name for each in came)
        ]
        ran = len({name for _, name in tests if name in found})
        said, gone = sum(each.acknowledged for each in came), sum(each.lost for each in came)
        acknowledged, lost = acknowledged + said, lost + gone
        bad = [each.name for each in came if not each.passed]
        yield (
            f"{number:>2}  {what:<70.70}  tests {ran} of {len(tests)}, runs {len(came)}, failed {len(bad)}"
            f"  {' and '.join(databases) or '–'}  acknowledged {said}, lost {gone}"
        )
        yield from (f"    failed: {name}" for name in bad)
    yield f"acknowledged in all: {acknowledged}, acknowledged decisions and documents lost: {lost}"


def main() -> int:
    """Run them all and print what came of it; the exit code is that of the tests."""
    named = [f"{path}::{name}" for _, tests in table().values() for path, name in tests]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "faults.xml"
        form = ["-o", "junit_family=xunit1", f"--junitxml={report}"]
        command = [sys.executable, "-m", "pytest", "-q", *form, *sys.argv[1:]]
        done = subprocess.run(
            [*command, *dict.fromkeys(named)],
            cwd=ROOT,
            env={LOCK_HELD: "30", **os.environ},
            check=False,
            stdout=sys.stderr,
        )
        for line in told(outcomes(report)):
            sys.stdout.write(f"{line}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
