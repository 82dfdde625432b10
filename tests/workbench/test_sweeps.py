"""Sweeps of memory while a whole case is gathered, and after."""

from __future__ import annotations

import gc
import weakref
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


def test_pages_that_were_left_are_let_go_of_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds itself and was there while something was gathered goes with the next sweep of everything."""

    class Page:
        pass

    page = Page()
    page.__dict__["itself"] = page
    gone = weakref.ref(page)
    with sweeps.put_off():
        pass
    del page
    with sweeps.put_off():
        assert gone() is not None
    monkeypatch.setattr(sweeps, "WHOLE", 0.0)
    with sweeps.put_off():
        assert gone() is None
