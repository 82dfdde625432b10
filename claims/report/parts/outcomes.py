"""What is proposed and what a person said of it, as facts of an incident or cells of a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model import Conclusion, Message, Outcome, Settlement, State
from claims.report.captions import moment, words_of
from claims.report.ledger import Ledger, links
from claims.report.value import Code, Piece, Words

_SIGNS = {State.OPEN: "?", State.CURRENT: "✓", State.STALE: "!"}
Fact = tuple[str, tuple[Piece, ...]]


def facts(of: Ledger, outcome: Outcome) -> Iterator[Fact]:
    """Labels and values: what holds, who said so and why, what was proposed, by which rules, what would change it."""
    words, proposal = of.words, outcome.proposal
    yield words.text("outcome"), holds(of, outcome)
    if outcome.conclusion is not None:
        yield words.text("concluded"), concluded(of, outcome.conclusion)
    if outcome.stale:
        yield words.text("out_of_date"), sentences(of, outcome.stale)
    steps = words.listed(
        (step(of, each.message, each.decisions) for each in proposal.steps), "blank"
    )
    yield words.text("trace"), steps
    if proposal.changes:
        yield words.text("would_change"), sentences(of, (c.message for c in proposal.changes))


def holds(of: Ledger, outcome: Outcome) -> tuple[Piece, ...]:
    """The word that holds, and whether a person has said so."""
    words = of.words
    said = None if outcome.conclusion is None else outcome.conclusion.settlement
    state = words.text(f"state_{outcome.state}")
    if said is not None:
        name = said.outcome.name.within(words.language)
    elif outcome.proposed is not None:
        name = outcome.proposed.name.within(words.language)
    else:
        name = outcome.proposal.label
    return words.pieces("outcome_is", sign=_SIGNS[outcome.state], name=words_of(name), state=state)


def concluded(of: Ledger, conclusion: Conclusion) -> tuple[Piece, ...]:
    """Who concluded, when, with which reason, and how a contradiction was resolved."""
    words, said = of.words, conclusion.settlement
    pieces = list(
        words.pieces("concluded_by", who=words_of(conclusion.by), when=Code(moment(conclusion.at)))
    )
    if said is None:
        return tuple(pieces)
    pieces += words.pieces(f"concluded_{'other' if said.overrides else 'same'}")
    if said.reason:
        pieces += words.pieces("concluded_reason", reason=words_of(said.reason, quoted=True))
    if said.resolution is not None:
        pieces += _resolution(of, said)
    return tuple(pieces)


def _resolution(of: Ledger, said: Settlement) -> tuple[Piece, ...]:
    if said.resolution is None:
        return ()
    name = words_of(said.resolution.name.within(of.words.language))
    return of.words.pieces("concluded_way", way=name)


def step(of: Ledger, message: Message, decisions: Iterable[int]) -> tuple[Piece, ...]:
    """One rule with links to the decisions it rests on."""
    named = of.words.listed(links(map(of.decision, decisions)))
    said = of.told(message)
    return (*said, Words(" ["), *named, Words("]")) if named else said


def sentences(of: Ledger, messages: Iterable[Message]) -> tuple[Piece, ...]:
    """Messages one after the other."""
    return of.words.listed((of.told(each) for each in messages), "blank")
