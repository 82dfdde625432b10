"""The made-up claims of the benchmark, and the table."""

from __future__ import annotations

import pytest

from benchmarks import matching as bench
from benchmarks.accounts import accounts
from benchmarks.hands import traits_by
from benchmarks.peers import MATCHING, Peer
from claims.comparison import traits_of


def test_the_same_seed_gives_the_same_claims() -> None:
    """And another one others; one in twenty retells, always by somebody else."""
    made = accounts(200, seed=1)

    assert made == accounts(200, seed=1)
    assert made.claims != accounts(200, seed=2).claims
    assert len(made.same) == 10
    for one, other in made.same:
        assert made.claims[one].speaker.source != made.claims[other].speaker.source


def test_several_processes_read_what_one_reads() -> None:
    """The traits are the same to the byte."""
    claims = accounts(60, seed=4).claims

    assert traits_by(claims, 2).to_bytes() == traits_of(claims).to_bytes()


def test_the_table_tells_of_peers_that_are_not_there_or_do_not_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ours stands first; a missing peer is said to be missing."""
    missing = Peer("nobody", "benchmarks.peers.nobody", "nowhere", "nobody", (MATCHING,))
    monkeypatch.setattr(bench, "PEERS", (missing,))

    lines = list(bench.matching((200,)))

    assert any(line.startswith("ours: pairs and scores") for line in lines)
    assert any("nobody" in line and "not installed" in line for line in lines)
