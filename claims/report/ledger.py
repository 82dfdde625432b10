"""The content of a report looked up by id, and what each thing is called in it.

Numbers count from 1 in the order of the content, so the same content gives the same names.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Final

from claims.model import (
    Adjudication,
    Claim,
    Comparison,
    Decision,
    Document,
    Edit,
    Grouping,
    IncidentSheet,
    Message,
    Outcome,
    PairKey,
    Remark,
    Topic,
)
from claims.report.captions import source_caption, words_of
from claims.report.content import ReportContent, regrouped
from claims.report.later import ById, Each, Numbered, Numbers
from claims.report.value import Link, Piece, Ref, Thing, Words, gathered
from claims.report.wording import Wording
from claims.slots.time import caption as date_caption

METHOD = "reading"
RECORD = "head"

_NOWHERE: Final = -1
_ID: Final = attrgetter("id")
_PROPOSED: Final = attrgetter("proposal.id")
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
        evidence: links to evidence outside of the case, by what they are about.
        edits: the edit that made a claim, by the id of the claim; none of what the program read.
        replaced: the edit that a claim fell to, by the id of the claim.
        numbers: where each thing stands among those of its kind, from 0 on, by kind and id.
        unnamed: documents of which nobody has said who published them, by the name of their file, which stands for
            their publisher as long as that is so.
        decided: the pairs with at least one live decision.
        undecided: the suggested pairs nobody has judged.
        within: the place of the incident of each claim, in the order of the claims; -1 of a claim that belongs to none.
        regrouped: the merges and splits that speak of claims of an incident, by its id.
    """

    content: ReportContent
    words: Wording
    claims: ById[Claim]
    documents: ById[Document]
    decisions: Mapping[PairKey, tuple[Decision, ...]]
    rulings: Mapping[PairKey, Adjudication]
    outcomes: Mapping[str, Outcome]
    grades: Mapping[str, Outcome]
    evidence: Mapping[Topic, tuple[Remark, ...]]
    edits: Mapping[str, Edit]
    replaced: Mapping[str, Edit]
    numbers: Mapping[Thing, Numbered]
    unnamed: Mapping[str, str]
    decided: Sequence[Comparison]
    undecided: Sequence[Comparison]
    within: Sequence[int] = ()
    regrouped: Mapping[str, tuple[Grouping, ...]] = field(default_factory=dict)

    def ref(self, thing: Thing, of: str) -> Ref:
        """The reference to a numbered thing of the content."""
        key = "verdict_of" if thing is Thing.VERDICT else thing.value
        number = self.number(thing, of)
        called, several = (self.words.text(each, number=number) for each in (key, f"{key}_several"))
        return Ref(thing, of, called, str(number), several)

    def number(self, thing: Thing, of: str) -> int:
        """The number of a thing among those of its kind, from 1 on."""
        return self.numbers[_counted(thing)][of] + 1

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

    def edit(self, edit: Edit) -> Ref:
        """The reference to what a person changed about claims."""
        return self.ref(Thing.EDIT, str(edit.id))

    def grouping(self, row: Grouping) -> Ref:
        """The reference to a merge or split of incidents by a person."""
        return self.ref(Thing.GROUPING, regrouped(row))

    def standing_for(self, claim: str) -> tuple[str, ...]:
        """The claims of the report that stand in the place of a claim: itself, or what people made of it; none where it fell."""
        found, waiting, met = list[str](), [claim], set[str]()
        while waiting:
            name = waiting.pop(0)
            if name in self.claims:
                found.append(name)
            elif name in self.replaced and name not in met:
                waiting.extend(new.id for new in self.replaced[name].made)
            met.add(name)
        return tuple(dict.fromkeys(found))

    def incidents_of(self, claim: str) -> tuple[str, ...]:
        """The incidents in which a claim, or what people made of it, stands now."""
        numbers = (self.within[self.claims.at[name]] for name in self.standing_for(claim))
        found = (self.content.incidents[number].id for number in numbers if number != _NOWHERE)
        return tuple(dict.fromkeys(found))

    def sheet(self, incident: str) -> IncidentSheet:
        """An incident in full; sheets stand in the order of the incidents."""
        return self.content.sheets[self.numbers[Thing.INCIDENT][incident]]

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

    def sides(self, key: PairKey) -> tuple[Claim, Claim]:
        """Both claims of a pair."""
        return self.claims[key.left], self.claims[key.right]

    def source(self, name: str) -> Piece:
        """Who speaks; where nobody has said who published a document, its publisher, leading to it."""
        document = self.unnamed.get(name)
        if document is None:
            return words_of(source_caption(name, self.words.language))
        number = self.number(Thing.DOCUMENT, document)
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
    evidence: defaultdict[Topic, list[Remark]] = defaultdict(list)
    for row in content.evidence:
        evidence[row.topic].append(row)
    claims, documents = ById(content.claims, _ID), ById(content.documents, _ID)
    judged, open_ = array("L"), array("L")

    def seen() -> Iterator[str]:
        for number, each in enumerate(content.comparisons):
            (judged if each.key in decisions else open_).append(number)
            yield str(each.key)

    pairs = Numbers(seen(), len(content.comparisons))
    said = (str(each.id) for each in content.decisions)
    within = array("l", [_NOWHERE]) * len(content.claims)

    def events() -> Iterator[str]:
        for number, one in enumerate(content.incidents):
            for name in one.claims:
                if name in claims:
                    within[claims.at[name]] = number
            yield one.id

    named = (regrouped(each) for each in content.groupings)
    made = Ledger(
        content=content,
        words=words,
        claims=claims,
        documents=documents,
        decisions={key: tuple(taken) for key, taken in decisions.items()},
        rulings={each.key: each for each in content.adjudications},
        outcomes=ById(content.outcomes, _PROPOSED),
        grades=ById(content.grades, _PROPOSED),
        evidence={topic: tuple(rows) for topic, rows in evidence.items()},
        edits={made.id: each for each in content.edits for made in each.made},
        replaced={old.id: each for each in content.edits for old in each.replaced},
        numbers={
            Thing.CLAIM: claims.at,
            Thing.DOCUMENT: documents.at,
            Thing.PAIR: pairs,
            Thing.DECISION: Numbers(said, len(content.decisions)),
            Thing.INCIDENT: Numbers(events(), len(content.incidents)),
            Thing.EDIT: Numbers((str(each.id) for each in content.edits), len(content.edits)),
            Thing.GROUPING: Numbers(named, len(content.groupings)),
        },
        unnamed=_unnamed(content),
        decided=Each(content.comparisons.__getitem__, judged),
        undecided=Each(content.comparisons.__getitem__, open_),
        within=within,
    )
    return replace(made, regrouped=_by_incident(made))


def _by_incident(of: Ledger) -> dict[str, tuple[Grouping, ...]]:
    """Merges and splits by the incidents in which claims that they speak of stand now."""
    found: defaultdict[str, dict[int, Grouping]] = defaultdict(dict)
    for number, row in enumerate(of.content.groupings):
        for claim in () if row.said is None else row.said.claims:
            for incident in of.incidents_of(claim):
                found[incident][number] = row
    return {incident: tuple(rows.values()) for incident, rows in found.items()}


def _unnamed(content: ReportContent) -> dict[str, str]:
    counts, found = Counter[str](), dict[str, str]()
    for document in content.documents:
        counts[document.name] += 1
        if document.publisher is None:
            found[document.name] = document.id
    return {name: document for name, document in found.items() if counts[name] == 1}


def link(ref: Ref) -> tuple[Piece, ...]:
    """A reference as pieces of a sentence."""
    return (Link(ref),)


def links(refs: Iterable[Ref]) -> Iterator[tuple[Piece, ...]]:
    """References as pieces of a sentence each, those of one kind called once."""
    return (link(each) for each in gathered(refs))


def _counted(thing: Thing) -> Thing:
    return Thing.CLAIM if thing is Thing.VERDICT else thing
