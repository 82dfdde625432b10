"""The table of faults in the documents names tests that exist, for every fault from 1 to 13."""

from __future__ import annotations

import re

import pytest

from .sessions import ROOT

TEXT = (ROOT / "docs" / "storage.md").read_text("utf-8")
ROWS = dict(re.findall(r"(?m)^\| (\d+) \| (.+) \|$", TEXT))


def test_every_fault_has_its_row() -> None:
    """Thirteen of them."""
    assert sorted(ROWS, key=int) == [str(number) for number in range(1, 14)]


@pytest.mark.parametrize("number", ROWS)
def test_the_tests_of_a_fault_exist(number: str) -> None:
    """Under the name that the table gives, in the file that it gives."""
    named = re.findall(r"`(tests/[a-z_/]+\.py)::(test_[a-z_0-9]+)`", ROWS[number])
    assert named
    for path, name in named:
        assert re.search(rf"(?m)^def {name}\(", (ROOT / path).read_text("utf-8")), (path, name)
