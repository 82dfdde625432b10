"""A case walked over a thing at a time, for exports: one document with its claims is in memory, never all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Final

from claims.errors import InputError, Refused
from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Conclusion,
    Decision,
    Described,
    Document,
    Edit,
    Grouping,
    Matter,
    Outcome,
    PairKey,
    Proposal,
    Remark,
    Scale,
    Topic,
    Verdict,
    Vocabulary,
)
from claims.report.exports.source import Filed, Happened, Judged, Wrote
from claims.report.later import ById
from claims.report.naming import Naming
from claims.review.adjudication import by_pair
from claims.services.adjudicating import rulings_of
from claims.services.annotating import written_by
from claims.services.concluded import standing
from claims.services.happening import each_happened
from claims.services.naming import naming_in
from claims.services.numbering import grouped
from claims.services.policy import holding, reviewers_of, waiting, words_on_pairs
from claims.services.remarking import evidence_in
from claims.services.results import Refusal, Watch
from claims.services.rounds import in_sight
from claims.services.seen import EVERYBODY
from claims.services.spilling import laid_out
from claims.services.standing import edited_in
from claims.services.vocabularies import in_force
from claims.services.words_on_incidents import standing_words
from claims.store import (
    claims,
    decisions,
    descriptions,
    documents,
    pairs,
    rows,
)
from claims.store.audit import Row
from claims.store.engine import Reader
from claims.verdict import claim_proposals, judge, propose, verdict_of
from claims.verdict.outcomes import outcome

_AT_ONCE: Final = 200
"""Claims of judged pairs that are in memory while proposals are made, beside those they were judged with."""


@dataclass(slots=True)
class Walk:
    """The `claims.report.exports.source.Source` of a case in one transaction.

    What cannot be read is noted in ``faults`` and left out; the walk goes on.

    Attributes:
        connection: the transaction.
        title: what the case is called.
        made_at: when it began.
        program: version of the program.
        actor: whose decisions stand in the columns that can be filled in; once it stands, by what they are called.
        watch: told of progress, document by document or pair by pair.
        faults: what was left out, each once.
        waits: whether pairs wait for answers, so that conclusions may be withheld.
    """

    connection: Reader
    title: str
    made_at: str
    program: str
    actor: str
    watch: Watch | None = None
    faults: dict[str, Refusal] = field(default_factory=dict)
    waits: bool = field(init=False)
    _proposed: Mapping[str, Proposal] = field(init=False)
    _said: Mapping[str, Conclusion] = field(init=False)
    _words: Vocabulary = field(init=False)
    _decisions: Mapping[PairKey, Sequence[Decision]] = field(init=False)
    _rulings: Mapping[PairKey, Adjudication] = field(init=False)
    _answers: Mapping[PairKey, int] = field(init=False)
    _in_sight: frozenset[str] = field(init=False)
    _wrote: Mapping[Topic, Wrote] = field(init=False)
    _described: Mapping[str, Described] = field(init=False)
    _edits: tuple[Edit, ...] = field(init=False)
    _edited: Mapping[str, Edit] = field(init=False)
    _groupings: tuple[Grouping, ...] = field(init=False)
    _naming: Naming = field(init=False)
    _open: Document | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """What people did is in memory: it is as much as people can do. What is proposed from it is laid out."""
        self.waits = waiting(self.connection)
        seen, _ = words_on_pairs(self.connection, self._left_out, asker=self.actor)
        self._proposed = ById(laid_out(self._proposals()), attrgetter("id"))
        said = standing(self.connection, "", self._left_out)
        self._said = {each.of: each for each in said if each.matter is Matter.CLAIM}
        self._words = in_force(self.connection, Scale.VERDICT, self._left_out)
        mine = written_by(self.connection, self.actor, self._left_out) if self.actor else {}
        self._answers = decisions.counted(self.connection, self.actor) if self.actor else {}
        self._in_sight = in_sight(self.connection, self.actor, seen)
        self._described = descriptions.standing(self.connection, self._left_out)
        naming = naming_in(self.connection, self.actor)
        self._naming = naming
        self._edits = tuple(map(naming.edit, edited_in(self.connection, self._left_out)))
        self._edited = {claim.id: each for each in self._edits for claim in each.made}
        words = standing_words(self.connection, EVERYBODY, self._left_out)
        self._groupings = tuple(map(naming.grouping, grouped(self.connection, words)))
        self._decisions = by_pair(tuple(map(naming.decision, seen)))
        rulings = map(naming.ruling, rulings_of(self.connection, self._left_out))
        self._rulings = {each.key: each for each in rulings}
        self._wrote = mine
        self.actor = naming.called(self.actor)

    def _proposals(self) -> Iterator[Proposal]:
        """What is proposed for the claims of judged pairs, some at a time, each beside all it was judged with."""
        held = by_pair(holding(self.connection, self._left_out))
        dependent: dict[PairKey, Comparison] = {}
        known: set[str] = set()
        for each in pairs.each_marked(self.connection, self._left_out):
            known |= {each.key.left, each.key.right}
            if each.dependence:
                dependent[each.key] = each
        beside = defaultdict[str, list[PairKey]](list)
        for key in held:
            if {key.left, key.right} <= known:
                beside[key.left].append(key)
                beside[key.right].append(key)
        order = {key: number for number, key in enumerate(held)}
        every = sorted(known)
        for start in range(0, len(every), _AT_ONCE):
            names = frozenset(every[start : start + _AT_ONCE])
            keys = sorted({key for name in names for key in beside[name]}, key=order.__getitem__)
            wanted = names | {side for key in keys for side in (key.left, key.right)}
            found = claims.with_surroundings(self.connection, sorted(wanted), self._left_out)
            told = tuple(row.claim for row in found.values())
            marks = [mark for key in keys for mark in held[key]]
            between = [dependent[key] for key in keys if key in dependent]
            yield from (one for one in claim_proposals(told, between, marks) if one.id in names)

    def wrote(self, topic: Topic) -> Wrote:
        """What the actor wrote on a thing, without names where the case shows none."""
        wrote = self._wrote.get(topic, Wrote())
        cleared = self._naming.cleared
        return replace(wrote, note=cleared(wrote.note), tags=tuple(map(cleared, wrote.tags)))

    def described(self, document: str) -> Described | None:
        """What a person said of a document and stands."""
        row = self._described.get(document)
        return None if row is None or row.said is None else self._naming.described(row)

    def edits(self) -> Iterator[Edit]:
        """What people changed about claims and stands."""
        return iter(self._edits)

    def groupings(self) -> Iterator[Grouping]:
        """The merges and splits of incidents that stand and that everybody may see."""
        return iter(self._groupings)

    def evidence(self) -> Iterator[Remark]:
        """The links to evidence outside of the case."""
        return map(self._naming.remark, evidence_in(self.connection, self._left_out))

    def documents(self) -> Iterator[Document]:
        """Every document that can be read."""
        ids = documents.ids(self.connection)
        for number, name in enumerate(ids, 1):
            document = self._document(name)
            if document is not None:
                yield document
            if self.watch is not None:
                self.watch(number, len(ids), name)

    def claims(self) -> Iterator[Filed]:
        """Every claim that can be read and whose words stand where it says."""
        for document in self.documents():
            for row in claims.of_document(self.connection, document.id):
                claim = self._claim(row, document)
                if claim is not None:
                    verdict, outcome = self.verdict(claim), self.outcome(claim)
                    yield Filed(claim, document, verdict, outcome, self._edited.get(claim.id))

    def verdict(self, claim: Claim) -> Verdict | None:
        """The verdict on a claim, None when it is not checkable."""
        if not claim.checkable:
            return None
        proposed = self._proposed.get(claim.id)
        return judge(claim, ()) if proposed is None else self._naming.verdict(verdict_of(proposed))

    def outcome(self, claim: Claim) -> Outcome | None:
        """It with what a person said of it, None when nobody has."""
        said = self._said.get(claim.id)
        if said is None or not claim.checkable:
            return None
        proposed = self._proposed.get(claim.id) or propose(claim, ())
        return self._naming.outcome(outcome(proposed, said, self._words))

    def stands(self, claim: Claim) -> bool:
        """Whether the words of a claim stand in its document where it says; one document is in memory for the next claim of it."""
        if self._open is None or self._open.id != claim.document:
            self._open = self._document(claim.document)
        if self._open is None:
            return False
        if claim.span.of(self._open.text) != claim.quote:
            self._left_out(f"claim {claim.id}", misplaced(claim))
            return False
        return True

    def pairs(self) -> Iterator[Judged]:
        """Every pair that can be read."""
        reviewers = reviewers_of(self.connection)
        total = 0 if self.watch is None else pairs.count_for_report(self.connection, reviewers)
        for number, row in enumerate(pairs.each_for_report(self.connection, reviewers), 1):
            judged = self._pair(row)
            if judged is not None:
                yield judged
            if self.watch is not None:
                self.watch(number, total, "")

    def incidents(self) -> Iterator[Happened]:
        """Every incident, with what counts for everybody."""
        for each in each_happened(self.connection, self._left_out, self.watch):
            grade = each.outcome
            yield each if grade is None else replace(each, outcome=self._naming.outcome(grade))

    def _document(self, name: str) -> Document | None:
        try:
            return documents.document(self.connection, name)
        except (InputError, Refused) as error:
            self._left_out(f"document {name}", error)
            return None

    def _claim(self, row: Row, document: Document) -> Claim | None:
        name = f"claim {row['id']}"
        try:
            claim = rows.claim_of(row)
        except (InputError, Refused) as error:
            self._left_out(name, error)
            return None
        if claim.span.of(document.text) != claim.quote:
            self._left_out(name, misplaced(claim))
            return None
        return claim

    def _pair(self, row: Row) -> Judged | None:
        key = rows.key_of_pair(row)
        if rows.name_of_pair(row) in self.faults:
            return None
        try:
            comparison = rows.comparison_of(row)
            found = claims.with_surroundings(self.connection, (key.left, key.right))
        except (InputError, Refused) as error:
            self._left_out(f"pair {key}", error)
            return None
        left, right = (found[side].claim for side in (key.left, key.right))
        taken = tuple(self._decisions.get(key, ()))
        answers, sight = self._answers.get(key, 0), str(key) in self._in_sight
        ruling = self._rulings.get(key)
        return Judged(comparison, left, right, taken, row["version"], answers, sight, ruling)

    def _left_out(self, name: str, error: InputError | Refused) -> None:
        self.faults[name] = Refusal(name, error.message, error.next_step)


def misplaced(claim: Claim) -> InputError:
    """What is wrong with a claim whose words do not stand where it says."""
    return InputError(
        f"The words of claim {claim.id} do not stand in its document where it says.",
        next_step="`claims verify` tells what was changed.",
    )
