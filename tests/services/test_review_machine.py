"""Two reviewers in any order of steps: nothing is lost, overwritten or shown to the other."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.errors import Stale
from claims.model import Mark, PairKey
from claims.services import Case, open_case
from tests import strategies
from tests.stages import STAGES, TWO_ACCOUNTS

PEOPLE = st.sampled_from(["ana", "ben"])
PAIRS = st.integers(0, 2)


class Reviewing(RuleBasedStateMachine):
    """Decide, undo, look, restart; the model is a list of acts for each reviewer."""

    blank: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "case.db"
        self.acts: dict[str, list[Mark]] = {"ana": [], "ben": []}
        self.stored = 0
        self.case: Case

    @initialize()
    def begin(self) -> None:
        """Begin with three pairs that nobody has decided."""
        shutil.copy(self.blank, self.file)
        self.case = open_case(self.file, stages=STAGES)
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
        self.case = open_case(self.file, stages=STAGES)

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


def test_any_order_of_steps_keeps_every_word(blank_file: Path) -> None:
    """Decisions, undos, stale pages and restarts of two reviewers, in any order."""
    from hypothesis.stateful import run_state_machine_as_test

    Reviewing.blank = blank_file
    run_state_machine_as_test(
        Reviewing, settings=settings(max_examples=25, stateful_step_count=20, deadline=None)
    )
