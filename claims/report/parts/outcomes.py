"""What is proposed and what a person said of it, as facts of an incident or cells of a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.model import Conclusion, Message, Outcome, Proposal, Settlement, State
from claims.report.captions import moment, words_of
from claims.report.ledger import Ledger, links
from claims.report.parts.who import who
from claims.report.value import Code, Piece, Words
from claims.verdict.vocabulary import SCALES, policy_word

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
        yield words.text("would_change"), changes(of, proposal)


def holds(of: Ledger, outcome: Outcome) -> tuple[Piece, ...]:
    """The word that holds, and whether a person has said so, as far as that is told."""
    state = of.words.text(state_key(outcome.state.value, waits=of.content.waits))
    return of.words.pieces("outcome_is", name=name_of(of, outcome), state=state)


def state_key(state: str, *, waits: bool) -> str:
    """What is said of a state; while pairs wait, whether anybody has concluded is not told, the same whether or not somebody has."""
    return "state_withheld" if waits and state == State.OPEN else f"state_{state}"


def name_of(of: Ledger, outcome: Outcome) -> tuple[Piece, ...]:
    """The word that holds, with the sign of who has said so."""
    said = None if outcome.conclusion is None else outcome.conclusion.settlement
    if said is not None:
        name = said.outcome.name.within(of.words.language)
    elif outcome.proposed is not None:
        name = outcome.proposed.name.within(of.words.language)
    else:
        name = policy_word(outcome.proposal.matter, outcome.proposal.label).within(
            of.words.language
        )
    return (Words(f"{_SIGNS[outcome.state]} "), words_of(name))


def said_of(of: Ledger, outcome: Outcome) -> tuple[Piece, ...]:
    """Who concluded, when and why, and what has changed since; nothing where nobody has."""
    if outcome.conclusion is None:
        return ()
    stale = (Words(" ("), *sentences(of, outcome.stale), Words(")")) if outcome.stale else ()
    return (*concluded(of, outcome.conclusion), *stale)


def concluded(of: Ledger, conclusion: Conclusion) -> tuple[Piece, ...]:
    """Who concluded, when, with which reason, and how a contradiction was resolved."""
    words, said = of.words, conclusion.settlement
    pieces = list(
        words.pieces(
            "concluded_by",
            who=who(words, conclusion.by, conclusion.taken_in),
            when=Code(moment(conclusion.at)),
        )
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


def changes(of: Ledger, proposal: Proposal) -> tuple[Piece, ...]:
    """What would change a proposal, each with the word that would hold then."""
    scale = SCALES[proposal.matter]
    words = next((each for each in of.content.vocabularies if each.scale is scale), None)
    found = []
    for each in proposal.changes:
        term = None if words is None else words.proposed_for(each.label)
        name = policy_word(proposal.matter, each.label) if term is None else term.name
        label = words_of(name.within(of.words.language))
        found.append(of.words.pieces("change_to", label=label, message=of.told(each.message)))
    return of.words.listed(found, "blank")


def sentences(of: Ledger, messages: Iterable[Message]) -> tuple[Piece, ...]:
    """Messages one after the other."""
    return of.words.listed((of.told(each) for each in messages), "blank")
