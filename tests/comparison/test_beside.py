"""Ties within documents are known from the last time, and the same as anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.comparison import beside as module
from claims.comparison import compare_all, incidents
from claims.comparison.beside import Beside
from claims.comparison.compare import compare
from claims.model import Claim, Comparison

from .accounts import ACCOUNTS, MORE, read_all


def test_what_did_not_change_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that changed is compared anew; the others are not, and one that left is forgotten."""
    every = {one.id: one for one in read_all(*ACCOUNTS, *MORE) if one.checkable}
    beside = Beside()
    first = list(beside.ties(every))
    done: list[str] = []

    def counted(one: Claim, other: Claim) -> Comparison:
        done.append(one.document)
        return compare(one, other)

    monkeypatch.setattr(module, "compare", counted)

    assert list(beside.ties(every)) == first
    assert done == []

    changed = next(one for one in every.values() if one.document == read_all("months")[0].document)
    later = {**every, changed.id: replace(changed, published="2019-06-01")}
    found = list(beside.ties(later))

    assert set(done) <= {changed.document}
    assert found == list(Beside().ties(later))
    assert list(beside.ties({})) == []


def test_incidents_are_the_same_with_and_without_what_is_known() -> None:
    """Twice with one memory, once without."""
    every = read_all(*ACCOUNTS, *MORE)
    compared = compare_all(every)
    beside = Beside()

    assert incidents(every, compared, beside=beside) == incidents(every, compared)
    assert incidents(every, compared, beside=beside) == incidents(every, compared)
