"""Sweeps of memory while a whole case is gathered, and after."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from workbench import sweeps


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_was_gathered_is_not_looked_through_again() -> None:
    """And sweeps are made as often as before."""
    usual = gc.get_threshold()
    frozen = gc.get_freeze_count()
    with sweeps.put_off():
        assert gc.get_threshold()[:2] == usual[:2]
        assert gc.get_threshold()[2] > usual[2]
        gathered = [[number] for number in range(1000)]
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() >= frozen + len(gathered)


def test_of_two_gatherings_the_last_one_ends_it() -> None:
    """Also when one of them fails."""
    usual = gc.get_threshold()
    with sweeps.put_off():
        with pytest.raises(OSError, match="full"), sweeps.put_off():
            raise OSError("full")
        assert gc.get_threshold() != usual
    assert gc.get_threshold() == usual
