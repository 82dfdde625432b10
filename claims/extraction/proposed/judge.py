"""Proposals to claims: each is held against the text, and stands with our values or falls with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from claims.extraction.draft import Draft
from claims.extraction.finished import Worded, claim_of
from claims.extraction.mentions import within
from claims.extraction.proposed.faults import Fault
from claims.extraction.proposed.find import find, wanted_words
from claims.extraction.proposed.passages import Passage
from claims.extraction.proposed.proposal import Proposal
from claims.extraction.proposed.reading import Reading
from claims.extraction.proposed.slots import Site
from claims.extraction.proposed.slots import date as date_at
from claims.extraction.proposed.slots import figure as figure_at
from claims.extraction.proposed.slots import parties as parties_at
from claims.extraction.proposed.slots import places as places_at
from claims.extraction.proposed.speaker import Said, speaker
from claims.extraction.spread import Atom, spread
from claims.extraction.stance import unchecked
from claims.extraction.statement import statement
from claims.model import (
    Claim,
    DateValue,
    Extraction,
    Modality,
    Party,
    Place,
    Problem,
    Quantity,
    Slot,
    Span,
    Unread,
)

V = TypeVar("V", Place, Party, Quantity)

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the proposals for one passage.

    Attributes:
        claims: those that stand, spread out to one figure each, in the order proposed.
        problems: why others, or parts of them, were not taken.
    """

    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Values:
    """Everything that was read at the anchors of one proposal."""

    date: DateValue | None
    places: tuple[Place, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    figures: tuple[Quantity, ...]
    unread: tuple[Unread, ...]
    said: Said

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where they stand."""
        dated = () if self.date is None else (self.date.span,)
        parties = (*self.actors, *self.targets)
        return (
            *dated,
            *(place.span for place in self.places),
            *(party.span for party in parties),
            *(figure.span for figure in self.figures),
            *(one.span for one in self.unread),
        )


def judge(reading: Reading, passage: Passage, proposals: Iterable[Proposal]) -> Judged:
    """Hold proposals for a passage against the text.

    What a claim holds was read by our own slot modules at the words that the proposal names; no value and no word of the
    proposer's is taken over. A claim whose words are not found, are found twice, or of which one slot does not agree, is
    a problem instead.
    """
    claims: list[Claim] = []
    problems: list[Problem] = []
    for proposal in dict.fromkeys(proposals):
        made = _judged(reading, passage, proposal)
        claims.extend(made.claims)
        problems.extend(made.problems)
    return Judged(tuple(claims), tuple(dict.fromkeys(problems)))


def assemble(
    reading: Reading, judged: Iterable[Judged], passed_over: Iterable[Problem] = ()
) -> Extraction:
    """The extraction of a whole document from its passages, in the order of the text.

    Args:
        reading: the document.
        judged: what became of each passage.
        passed_over: problems of stretches that were not asked about, or got no answer.

    Returns:
        The claims by place, each once; a sentence without a claim and without another problem is not understood.
    """
    results = tuple(judged)
    kept = {claim.id: claim for one in results for claim in one.claims}
    claims = sorted(kept.values(), key=lambda c: (c.span, c.date.span.start if c.date else -1))
    problems = [*passed_over, *(problem for one in results for problem in one.problems)]
    told = [claim.context for claim in claims] + [problem.span for problem in problems]
    problems.extend(_silent(reading, [span for span in told if span is not None]))
    problems.sort(key=lambda problem: problem.span or Span(0, 0))
    document = reading.document
    return Extraction(document, reading.parts, tuple(claims), (*document.problems, *problems))


def _silent(reading: Reading, told: list[Span]) -> Iterator[Problem]:
    """Sentences of which nothing was said: told of, so that none is dropped."""
    starts = {number for span in told for number in _numbers(reading, span)}
    for number in reading.asked:
        if number not in starts:
            span = reading.parts[number].span
            yield Fault("not-understood").problem(reading.document.id, span)


def _numbers(reading: Reading, span: Span) -> Iterator[int]:
    """The sentences that a span touches."""
    number = reading.at(span.start)
    while number < len(reading.parts) and reading.parts[number].span.start < max(span.end, 1):
        yield number
        number += 1


def _judged(reading: Reading, passage: Passage, proposal: Proposal) -> Judged:
    site = _site(reading, passage, proposal)
    if isinstance(site, Fault):
        named = proposal.sentence in passage.sentences
        span = reading.parts[proposal.sentence].span if named else None
        return Judged(problems=(site.problem(reading.document.id, span),))
    quote = reading.mentions.span(site.quote)
    values = _values(site, proposal)
    if isinstance(values, Fault):
        return Judged(problems=(values.problem(reading.document.id, quote),))
    draft = _draft(site, proposal, values)
    atoms = spread(reading.mentions, draft)
    kept = {figure.span for atom in atoms for figure in atom.quantities}
    left = (figure for figure in values.figures if figure.span not in kept)
    return Judged(
        tuple(_claim(site, atom, values) for atom in atoms),
        tuple(
            Fault("proposal-figure-aside", one.text).problem(reading.document.id, one.span)
            for one in left
        ),
    )


def _site(reading: Reading, passage: Passage, proposal: Proposal) -> Site | Fault:
    """Where the claim's words stand: in the sentence named, else in the one other sentence that holds them."""
    if len(wanted_words(proposal.quote)) < _FEWEST_WORDS:
        return Fault("proposal-quote-short", proposal.quote)
    named = (proposal.sentence,) if proposal.sentence in passage.sentences else ()
    for numbers in (named, passage.sentences):
        hits = [
            (number, hit)
            for number in numbers
            for hit in find(reading.searched[number], proposal.quote)
        ]
        if len(hits) > 1:
            return Fault("proposal-quote-twice", proposal.quote)
        if hits:
            return Site(reading, passage, *hits[0])
    return Fault("proposal-quote-missing", proposal.quote)


def _values(site: Site, proposal: Proposal) -> _Values | Fault:
    """What we read at every anchor, or the first fault."""
    dates = [date_at(site, proposal.date)] if proposal.date is not None else []
    figures = [figure_at(site, one) for one in proposal.figures]
    places = [places_at(site, words) for words in dict.fromkeys(proposal.places)]
    actors = [parties_at(site, words, Slot.ACTOR) for words in dict.fromkeys(proposal.actors)]
    targets = [parties_at(site, words, Slot.TARGET) for words in dict.fromkeys(proposal.targets)]
    said = speaker(site, proposal.speaker)
    every = (*dates, *figures, *places, *actors, *targets)
    fault = next((found for found in every if isinstance(found, Fault)), None)
    if fault is not None:
        return fault
    if isinstance(said, Fault):
        return said
    values = _Values(
        next((one for one in dates if isinstance(one, DateValue)), None),
        _flat(places),
        _flat(actors),
        _flat(targets),
        _flat(figures),
        tuple(dict.fromkeys(one for one in every if isinstance(one, Unread))),
        said,
    )
    both = {one.span for one in values.actors} & {one.span for one in values.targets}
    if both:
        return Fault("proposal-both-sides", min(both).of(site.reading.document.text))
    return values


def _flat(found: Iterable[tuple[V, ...] | Unread | Fault]) -> tuple[V, ...]:
    return tuple(
        dict.fromkeys(value for each in found if isinstance(each, tuple) for value in each)
    )


def _draft(site: Site, proposal: Proposal, values: _Values) -> Draft:
    modality, polarity = site.reading.stance(site.number, site.quote, proposal.kind)
    attribution, saying = values.said
    return Draft(
        kind=proposal.kind,
        tokens=site.quote,
        link="main",
        dates=() if values.date is None else (values.date,),
        places=values.places,
        actors=values.actors,
        targets=values.targets,
        quantities=tuple(sorted(values.figures, key=lambda figure: figure.span)),
        attribution=attribution,
        modality=saying if saying is not Modality.ASSERTED else modality,
        polarity=polarity,
    )


def _claim(site: Site, atom: Atom, values: _Values) -> Claim:
    made, reading = atom.draft, site.reading
    span, words = site.mentions.span(made.tokens), site.mentions.tokens.words
    whole = site.reading.with_end(site.number, made.tokens)
    reason = unchecked(words, whole, atom.kind, made.modality)
    part = reading.parts[site.number]
    outside = tuple(dict.fromkeys(s for s in values.spans if not span.covers(s)))
    stated = (*within(site.mentions.unread, span), *values.unread)
    worded = Worded(
        _statement(site, atom, outside, part.language),
        reason,
        outside,
        tuple(dict.fromkeys(stated)),
    )
    return claim_of(reading.document, span, part, atom, worded)


def _statement(site: Site, atom: Atom, outside: tuple[Span, ...], language: str) -> str:
    """The claim in words that stand alone: what stands elsewhere goes before it in [brackets]."""
    dated = atom.date.span if atom.date else None
    text = site.reading.document.text
    loans = [f"[{' '.join(span.of(text).split())}]" for span in outside if span != dated]
    return " ".join([*loans, statement(site.mentions, atom, language)])
