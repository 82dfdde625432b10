"""What can be told of a proposal by what it came to and rests on is what it was."""

from __future__ import annotations

from hypothesis import given

from claims.model import Mark
from claims.verdict.weighing import contradicting, contradicts, says
from tests.strategies import marks


@given(marks())
def test_codes_contradict_as_the_mark_does(mark: Mark) -> None:
    """Whatever slots and kind it names."""
    assert contradicting(says(mark)) is contradicts(mark)
