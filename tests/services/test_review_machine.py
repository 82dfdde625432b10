"""Two reviewers in any order of steps: nothing is lost, overwritten or shown to the other."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.errors import Stale
from claims.model import Mark, PairKey
from claims.services import Case, Settings, open_case
from tests import strategies
from tests.postgresql import Server
from tests.stages import STAGES, TWO_ACCOUNTS

PEOPLE = st.sampled_from(["ana", "ben"])
PAIRS = st.integers(0, 2)


class Reviewing(RuleBasedStateMachine):
    """Decide, undo, look, restart; the model is a list of acts for each reviewer."""

    fresh: Callable[[Path], Settings]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.holder: dict[PairKey, str] = {}
        self.acts: dict[str, list[Mark]] = {"ana": [], "ben": []}
        self.stored = 0
        self.case: Case

    @initialize()
    def begin(self) -> None:
        """Begin with three pairs that nobody has decided."""
        self.settings = type(self).fresh(self.folder)
        self.case = open_case(self.settings, stages=STAGES)
        self.case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
        self.case.pairs.compare()
        self.keys = [item.key for item in self.case.pairs.list().items]

    @rule(who=PEOPLE, pair=PAIRS, mark=strategies.marks(st.just(PairKey("a", "b"))))
    def decide(self, who: str, pair: int, mark: Mark) -> None:
        """Say something of a pair, with what is on screen."""
        decision = self.case.review.decide(
            self.keys[pair],
            relation=mark.relation,
            same_event=mark.same_event,
            slots=mark.slots,
            apparent=mark.apparent,
            reason=mark.reason,
            confidence=mark.confidence,
            by=who,
            seen=1,
        )
        assert decision.mark is not None
        if self.holder.get(self.keys[pair]) == who:
            del self.holder[self.keys[pair]]
        self.acts[who].append(decision.mark)
        self.stored += 1

    @rule(who=PEOPLE, pair=PAIRS)
    def decide_on_an_old_page(self, who: str, pair: int) -> None:
        """Say something with an older version on screen: refused."""
        try:
            self.case.review.decide(self.keys[pair], relation="agree", by=who, seen=0)
        except Stale:
            return
        raise AssertionError("a stale decision was stored")

    @rule(who=PEOPLE)
    def undo(self, who: str) -> None:
        """Take back the newest act of this reviewer."""
        undone = self.case.review.undo(by=who)
        if not self.acts[who]:
            assert undone is None
            return
        taken_back = self.acts[who].pop()
        assert undone is not None
        assert undone.key == taken_back.key
        assert undone.mark == self._standing(who).get(taken_back.key)
        self.stored += 1

    @rule()
    def restart(self) -> None:
        """Close the case and open it again."""
        self.case.close()
        self.case = open_case(self.settings, stages=STAGES)

    @rule(who=PEOPLE)
    def take_the_next(self, who: str) -> None:
        """Take a pair in hand: one that nobody has answered, and that the other does not hold."""
        item = self.case.review.next(reviewer=who)
        answered = {key for name in self.acts for key in self._standing(name)}
        others = {key for key, name in self.holder.items() if name != who}
        free = set(self.keys) - answered - others
        assert (item is None) == (not free)
        if item is not None:
            assert item.key in free
            self.holder[item.key] = who

    def _standing(self, who: str) -> dict[PairKey, Mark]:
        """What this reviewer says of each pair now."""
        return {mark.key: mark for mark in self.acts[who]}

    @invariant()
    def what_stands_is_what_was_said_last(self) -> None:
        """The live marks are those of the model, and no row ever disappears."""
        live = {(row.by, row.key): row.mark for row in self.case.review.decisions()}
        expected = {
            (who, key): mark for who in self.acts for key, mark in self._standing(who).items()
        }
        assert live == expected
        assert len(self.case.review.decisions(live=False)) == self.stored

    @invariant()
    def each_queue_holds_what_its_reviewer_has_not_decided(self) -> None:
        """And shows nothing of the other."""
        for who in self.acts:
            queue = self.case.review.queue(reviewer=who)
            assert {item.key for item in queue} == set(self.keys) - set(self._standing(who))
            assert all(item.mine is None for item in queue)

    def teardown(self) -> None:
        """Hold the case against its chain, then throw it away."""
        if hasattr(self, "case"):
            assert self.case.audit.verify() == ()
            self.case.close()
        shutil.rmtree(self.folder)


def _files(blank_file: Path) -> Callable[[Path], Settings]:
    """Makes cases in files."""

    def fresh(folder: Path) -> Settings:
        return Settings(case=str(shutil.copy(blank_file, folder / "case.db")))

    return fresh


def _databases(server: Server, blank: str) -> Callable[[Path], Settings]:
    """Makes cases on the server; they go with it."""
    numbers = itertools.count(1)

    def fresh(folder: Path) -> Settings:
        name = f"machine_{next(numbers)}"
        server.execute(f"CREATE DATABASE {name} TEMPLATE {blank}")
        return Settings(case=server.address(name), originals=folder / "originals")

    return fresh


def test_any_order_of_steps_keeps_every_word(database: str, request: pytest.FixtureRequest) -> None:
    """Decisions, undos, stale pages, leases and restarts of two reviewers, in any order, on each database."""
    from hypothesis.stateful import run_state_machine_as_test

    fixture = request.getfixturevalue
    Reviewing.fresh = staticmethod(
        _files(fixture("blank_file"))
        if database == "sqlite"
        else _databases(fixture("server"), fixture("blank_database"))
    )
    run_state_machine_as_test(
        Reviewing, settings=settings(max_examples=20, stateful_step_count=15, deadline=None)
    )
