"""Conclusions that come by a file: what could not be concluded here is not taken in.

A file is text that anybody can write. So each conclusion in it that nobody took back is made once more, from what it says was proposed, by the
rule of `claims.services.concluding`, and has to come to the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.errors import InputError, Refused
from claims.model import (
    Answered,
    Claim,
    Conclusion,
    Modality,
    Outcome,
    PairKey,
    Proposal,
    Scale,
    Settlement,
    State,
    Vocabulary,
)
from claims.services.concluding import settlement
from claims.services.policy import reviewers_of, settled_on
from claims.services.sides import key_of
from claims.services.vocabularies import in_force
from claims.services.vocabularies import known as vocabulary_known
from claims.store import adjudications, claims, decisions
from claims.store import conclusions as store
from claims.store.engine import Reader
from claims.verdict.policies import known, parted
from claims.verdict.vocabulary import SCALES
from claims.verdict.weighing import says


def check_conclusions(connection: Reader, theirs: Reader, behind: int) -> None:
    """Pass when every conclusion that came, and was not taken back, could be given here.

    Args:
        connection: the open transaction, with what came already written in it.
        theirs: the case in the file.
        behind: the highest number of a conclusion before anything came.

    Raises:
        Refused: one could not.
    """
    for came, error in unfit(connection, theirs, behind):
        raise Refused(
            f"The file holds a conclusion of {came.by} on {came.matter} {came.of} that could not be given here. {error.message}",
            next_step="Nothing was changed. Whoever made the file takes that back there, or leaves it out of a new one:"
            f" `claims dump --mine --without {came.of}`.",
        ) from error


def unfit(connection: Reader, theirs: Reader, behind: int) -> Iterator[tuple[Conclusion, Refused]]:
    """The conclusions after that number that nobody took back and that could not be given, each with why not; arguments as above."""
    for came in store.came(connection, behind):
        try:
            _Told(connection, theirs, came).check()
        except Refused as error:
            yield came, error


@dataclass(frozen=True)
class _Told:
    """One conclusion, beside what is known here and in the file."""

    connection: Reader
    theirs: Reader
    said: Conclusion

    def check(self) -> None:
        """Pass when it could be given.

        Raises:
            Refused: it could not; the message says why.
        """
        settled, matter = self.said.settlement, self.said.matter
        if settled is None or not known(matter, settled):
            raise Refused("No policy of this program proposes what it says was proposed.")
        named = settled.basis.claims
        if self.said.of not in named or {each.id for each in self.claims} != set(named):
            raise Refused("It rests on claims that are not there.")
        if not all(map(self._is_there, settled.basis.answers)):
            raise Refused("It rests on answers that are not there.")
        words = self._vocabulary(SCALES[matter], settled.outcome.vocabulary)
        ways = (
            in_force(self.connection, Scale.RESOLUTION)
            if settled.resolution is None
            else self._vocabulary(Scale.RESOLUTION, settled.resolution.vocabulary)
        )
        if self._again(settled, words, ways) != settled:
            raise Refused("It says other words than its vocabulary has for what was chosen.")

    def _again(self, settled: Settlement, words: Vocabulary, ways: Vocabulary) -> Settlement:
        """The same conclusion as it is given here, from what it says was proposed.

        Raises:
            Refused: it is not.
        """
        doubted = {each.id for each in self.claims if each.modality is Modality.DOUBTED}
        proposal = Proposal(
            matter=self.said.matter,
            id=self.said.of,
            label=settled.proposed,
            policy=settled.policy,
            steps=(),
            changes=(),
            decisions=(),
            parted=parted(self.said.matter, settled, doubted),
            basis=settled.basis,
            digest="",
        )
        found = Outcome(proposal, words.proposed_for(settled.proposed), None, State.OPEN)
        way = "" if settled.resolution is None else settled.resolution.term
        return settlement(found, words, ways, code=settled.outcome.term, said=(settled.reason, way))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Those that it rests on, as far as they are here, whether or not they stand."""
        named = () if self.said.settlement is None else self.said.settlement.basis.claims
        return claims.several(self.connection, sorted(set(named)))

    def _vocabulary(self, scale: Scale, name: str) -> Vocabulary:
        """The vocabulary of that name of this case, or else of the file's.

        Raises:
            Refused: neither has one, and it is none of the program.
        """
        each = (vocabulary_known(case, scale, name) for case in (self.connection, self.theirs))
        found = next((one for one in each if one is not None), None)
        if found is None:
            raise Refused(f"{name} is no vocabulary of this case, of the file or of the program.")
        return found

    def _is_there(self, answer: Answered) -> bool:
        """Whether an answer was given that a conclusion rests on, or may have been: one that is hidden here or in the file is not looked for."""
        try:
            key = key_of(answer.key)
        except InputError:
            return False
        if {key.left, key.right} - {each.id for each in self.claims}:
            return False
        cases = (self.connection, self.theirs)
        if answer.by != self.said.by and any(_waits(case, key) for case in cases):
            return True
        given = any(
            row.mark is not None and (row.by, row.at) == (answer.by, answer.at)
            for case in cases
            for row in decisions.history(case, key)
        )
        return given and answer.says in set(_said(cases, key))


def _waits(case: Reader, key: PairKey) -> bool:
    """Whether a pair waits for answers in a case for several."""
    return reviewers_of(case) > 1 and not settled_on(case, key)


def _said(cases: tuple[Reader, ...], key: PairKey) -> Iterator[str]:
    """What answers and rulings on a pair say."""
    for case in cases:
        yield from (says(row.mark) for row in decisions.history(case, key))
        for row in adjudications.history(case, key):
            if row.ruling is not None:
                yield says(row.ruling.mark)
