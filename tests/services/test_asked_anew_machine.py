"""Two blind reviewers and a program that compares anew, in any order of steps: who sees, is asked and counts is what the rule says."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.model import Claim, Comparison
from claims.services import Case, Settings, open_case
from claims.services.stages import Stages
from tests.postgresql import Server
from tests.stages import TWO_ACCOUNTS, compare_all, extract, read

NAMES = ("ana", "ben")
PEOPLE = st.sampled_from(NAMES)
PAIRS = st.integers(0, 2)
RELATIONS = st.sampled_from(["agree", "unsure", "not_comparable"])


@dataclass
class Asked:
    """What the rule says of one pair.

    Attributes:
        version: its newest version.
        anew: answers to older versions than this do not count.
        said: what each one said and did not take back, with the version that was on screen.
        blind: what both had said when blindness ended; empty while it lasts.
    """

    version: int = 1
    anew: int = 0
    said: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: {n: [] for n in NAMES})
    blind: dict[str, str] = field(default_factory=dict)

    def counts(self, who: str) -> bool:
        return bool(self.said[who]) and self.said[who][-1][1] >= self.anew

    @property
    def open(self) -> bool:
        return not all(map(self.counts, NAMES))

    def end(self) -> None:
        """Note what both said, the first time that both did."""
        if not self.open and not self.blind:
            self.blind = {who: self.said[who][-1][0] for who in NAMES}


class Anew(RuleBasedStateMachine):
    """Decide, undo, compare anew, restart."""

    fresh: Callable[[Path], Settings]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.confidence = 1.0
        self.acts: dict[str, list[int]] = {who: [] for who in NAMES}
        self.pairs = [Asked(), Asked(), Asked()]
        self.case: Case

    def _compare(
        self, claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        found = compare_all(claims, progress=progress)
        return tuple(replace(pair, confidence=self.confidence) for pair in found)

    @initialize()
    def begin(self) -> None:
        """Begin with three pairs that two people are asked about."""
        self.settings = type(self).fresh(self.folder)
        self._open()
        self.case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
        self.case.pairs.compare()
        self.case.review.require(2)
        self.keys = [item.key for item in self.case.pairs.list().items]

    def _open(self) -> None:
        self.case = open_case(self.settings, stages=Stages(read, extract, self._compare))

    @rule(who=PEOPLE, pair=PAIRS, relation=RELATIONS)
    def decide(self, who: str, pair: int, relation: str) -> None:
        """Say something of a pair as it is on screen."""
        asked = self.pairs[pair]
        stored = self.case.review.decide(
            self.keys[pair], relation=relation, by=who, seen=asked.version
        )
        assert stored.counts
        asked.said[who].append((relation, asked.version))
        self.acts[who].append(pair)
        asked.end()

    @rule(who=PEOPLE)
    def undo(self, who: str) -> None:
        """Take back the newest act of this reviewer."""
        undone = self.case.review.undo(by=who)
        assert (undone is None) == (not self.acts[who])
        if self.acts[who]:
            asked = self.pairs[self.acts[who].pop()]
            asked.said[who].pop()
            asked.end()

    @rule()
    def compare_anew(self) -> None:
        """Every pair has another comparison."""
        self.confidence *= 0.9
        assert self.case.pairs.compare().changed == len(self.pairs)
        for asked in self.pairs:
            asked.version += 1
            if asked.open:
                asked.anew = asked.version

    @rule()
    def restart(self) -> None:
        """Close the case and open it again."""
        self.case.close()
        self._open()

    @invariant()
    def each_is_asked_what_their_answer_does_not_count_on(self) -> None:
        """The queue and the count of what is done follow from the rule."""
        for who in NAMES:
            wanted = {k for k, a in zip(self.keys, self.pairs, strict=True) if not a.counts(who)}
            assert {item.key for item in self.case.review.queue(reviewer=who)} == wanted
            assert self.case.review.progress(who).decided == 3 - len(wanted)

    @invariant()
    def nobody_sees_the_other_before_both_count(self) -> None:
        """And both see everything once they do."""
        for key, asked in zip(self.keys, self.pairs, strict=True):
            for who in NAMES:
                seen = {row.by for row in self.case.review.history(key, reviewer=who)}
                assert (seen <= {who}) if asked.open else (seen == set(NAMES))

    @invariant()
    def figures_rest_on_what_ended_blindness(self) -> None:
        """Whatever was said, taken back or compared afterwards."""
        for key, asked in zip(self.keys, self.pairs, strict=True):
            blind = self.case.agreement.blind(key)
            told = {row.by: row.mark.relation.value for row in blind if row.mark}
            assert told == ({} if asked.open else asked.blind)

    def teardown(self) -> None:
        """Hold the case against its chain, then throw it away."""
        if hasattr(self, "case"):
            assert self.case.audit.verify() == ()
            self.case.close()
        shutil.rmtree(self.folder)


def test_any_order_of_answers_and_comparisons_keeps_the_rule(
    database: str, request: pytest.FixtureRequest
) -> None:
    """On each database."""
    from hypothesis.stateful import run_state_machine_as_test

    if database == "sqlite":
        blank: Path = request.getfixturevalue("blank_file")

        def fresh(folder: Path) -> Settings:
            return Settings(case=str(shutil.copy(blank, folder / "case.db")))
    else:
        server: Server = request.getfixturevalue("server")
        template = request.getfixturevalue("blank_database")
        numbers = itertools.count(1)

        def fresh(folder: Path) -> Settings:
            name = f"anew_{next(numbers)}"
            server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
            return Settings(case=server.address(name), originals=folder / "originals")

    Anew.fresh = staticmethod(fresh)
    run_state_machine_as_test(
        Anew, settings=settings(max_examples=15, stateful_step_count=14, deadline=None)
    )
