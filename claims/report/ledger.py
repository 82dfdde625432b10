"""The content of a report looked up by id, and what each thing is called in it.

Numbers count from 1 in the order of the content, so the same content gives the same names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Decision,
    Document,
    IncidentSheet,
    Message,
    Outcome,
    PairKey,
)
from claims.report.captions import source_caption, words_of
from claims.report.content import ReportContent
from claims.report.value import Link, Piece, Ref, Thing, Words, gathered
from claims.report.wording import Wording
from claims.slots.time import caption as date_caption

METHOD = "reading"
RECORD = "head"

_ISOLATED: Final = re.compile("\u2068([^\u2066-\u2069]*)\u2069")


@dataclass(frozen=True, slots=True)
class Ledger:
    """A report's content with its registers.

    Attributes:
        content: what the report is made from.
        words: the words of its language.
        claims: claims by id.
        documents: documents by id.
        decisions: live decisions by pair, in the order they were taken.
        rulings: rulings in force by pair.
        outcomes: what is proposed and said, by the id of the claim.
        grades: what is proposed and said, by the id of the incident.
        numbers: number of each thing by thing and id.
        unnamed: documents of which nobody has said who published them, by the name of their file, which stands for
            their publisher as long as that is so.
    """

    content: ReportContent
    words: Wording
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    decisions: Mapping[PairKey, tuple[Decision, ...]]
    rulings: Mapping[PairKey, Adjudication]
    outcomes: Mapping[str, Outcome]
    grades: Mapping[str, Outcome]
    numbers: Mapping[tuple[Thing, str], int]
    unnamed: Mapping[str, str]

    def ref(self, thing: Thing, of: str) -> Ref:
        """The reference to a numbered thing of the content."""
        key = "verdict_of" if thing is Thing.VERDICT else thing.value
        number = self.numbers[_counted(thing), of]
        called, several = (self.words.text(each, number=number) for each in (key, f"{key}_several"))
        return Ref(thing, of, called, str(number), several)

    def claim(self, claim: str) -> Ref:
        """The reference to a claim."""
        return self.ref(Thing.CLAIM, claim)

    def document(self, document: str) -> Ref:
        """The reference to a document."""
        return self.ref(Thing.DOCUMENT, document)

    def pair(self, key: PairKey) -> Ref:
        """The reference to a pair."""
        return self.ref(Thing.PAIR, str(key))

    def incident(self, incident: str) -> Ref:
        """The reference to an incident."""
        return self.ref(Thing.INCIDENT, incident)

    def sheet(self, incident: str) -> IncidentSheet:
        """An incident in full; sheets stand in the order of the incidents."""
        return self.content.sheets[self.numbers[Thing.INCIDENT, incident] - 1]

    def decision(self, decision: int) -> Ref:
        """The reference to a decision; its number in the record, long where answers are blind, leads to it."""
        return self.ref(Thing.DECISION, str(decision))

    @property
    def method(self) -> Ref:
        """The reference to the method of the whole report."""
        return Ref(Thing.METHOD, METHOD, self.words.text("method"))

    @property
    def record(self) -> Ref:
        """The reference to the head of the audit chain."""
        return Ref(Thing.RECORD, RECORD, self.words.text("record"))

    def decided(self) -> tuple[Comparison, ...]:
        """The pairs with at least one live decision."""
        return tuple(each for each in self.content.comparisons if each.key in self.decisions)

    def undecided(self) -> tuple[Comparison, ...]:
        """The suggested pairs nobody has judged."""
        return tuple(each for each in self.content.comparisons if each.key not in self.decisions)

    def sides(self, key: PairKey) -> tuple[Claim, Claim]:
        """Both claims of a pair."""
        return self.claims[key.left], self.claims[key.right]

    def source(self, name: str) -> Piece:
        """Who speaks; where nobody has said who published a document, its publisher, leading to it."""
        document = self.unnamed.get(name)
        if document is None:
            return words_of(source_caption(name, self.words.language))
        number = self.numbers[Thing.DOCUMENT, document]
        label = self.words.text("unnamed_publisher", number=number)
        return Link(replace(self.document(document), label=label))

    def source_text(self, name: str) -> str:
        """The same in few letters, for a picture."""
        document = self.unnamed.get(name)
        if document is None:
            return source_caption(name, self.words.language)
        return self.document(document).label

    def speaker(self, claim: Claim) -> Piece:
        """Who says a claim: its innermost source."""
        return self.source(claim.speaker.source)

    def told(self, message: Message) -> tuple[Piece, ...]:
        """A sentence of a policy or check, with sources of no name called as `source` calls them."""
        found: list[Piece] = []
        for index, part in enumerate(_ISOLATED.split(message.within(self.words.language))):
            if index % 2 and part in self.unnamed:
                found.append(self.source(part))
            elif part:
                found.append(Words(f"\u2068{part}\u2069" if index % 2 else part))
        return tuple(found)

    def day(self, claim: Claim) -> Piece | None:
        """The date of a claim in words, None when it states none."""
        if claim.date is None:
            return None
        return Words(date_caption(claim.date, self.words.language))


def ledger(content: ReportContent, words: Wording) -> Ledger:
    """Register the content of a report."""
    decisions: defaultdict[PairKey, list[Decision]] = defaultdict(list)
    for decision in content.decisions:
        decisions[decision.key].append(decision)
    return Ledger(
        content=content,
        words=words,
        claims={claim.id: claim for claim in content.claims},
        documents={document.id: document for document in content.documents},
        decisions={key: tuple(taken) for key, taken in decisions.items()},
        rulings={each.key: each for each in content.adjudications},
        outcomes={each.proposal.id: each for each in content.outcomes},
        grades={each.proposal.id: each for each in content.grades},
        numbers=_numbers(content),
        unnamed=_unnamed(content),
    )


def _unnamed(content: ReportContent) -> dict[str, str]:
    counts = Counter(document.name for document in content.documents)
    return {
        document.name: document.id
        for document in content.documents
        if document.publisher is None and counts[document.name] == 1
    }


def link(ref: Ref) -> tuple[Piece, ...]:
    """A reference as pieces of a sentence."""
    return (Link(ref),)


def links(refs: Iterable[Ref]) -> Iterator[tuple[Piece, ...]]:
    """References as pieces of a sentence each, those of one kind called once."""
    return (link(each) for each in gathered(refs))


def _counted(thing: Thing) -> Thing:
    return Thing.CLAIM if thing is Thing.VERDICT else thing


def _numbers(content: ReportContent) -> dict[tuple[Thing, str], int]:
    lists = {
        Thing.CLAIM: [claim.id for claim in content.claims],
        Thing.DOCUMENT: [document.id for document in content.documents],
        Thing.PAIR: [str(comparison.key) for comparison in content.comparisons],
        Thing.DECISION: [str(decision.id) for decision in content.decisions],
        Thing.INCIDENT: [incident.id for incident in content.incidents],
        Thing.PROBLEM: [str(number) for number in range(1, len(content.problems) + 1)],
    }
    return {
        (thing, each): number for thing, ids in lists.items() for number, each in enumerate(ids, 1)
    }
