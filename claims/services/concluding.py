"""What a person concludes, from the words they chose: complete, or refused with what is lacking."""

from __future__ import annotations

from claims.errors import Refused
from claims.model import Chosen, Conclusion, Matter, Outcome, Proposal, Settlement, Term, Vocabulary
from claims.store.rows import storable
from claims.verdict.vocabulary import policy_word
from claims.verdict.weighing import contradicting, slots_of


def settlement(
    found: Outcome, words: Vocabulary, ways: Vocabulary, *, code: str, said: tuple[str, str]
) -> Settlement:
    """What a person says, once it is complete.

    Args:
        found: what is proposed.
        words: the vocabulary of grades or verdicts.
        ways: the vocabulary of resolutions.
        code: the word chosen; "" for the one that is proposed.
        said: the reason, and the code of the resolution.

    Raises:
        Refused: there is no such word, or a resolution or a reason is lacking.
    """
    proposal, (reason, resolution) = found.proposal, said
    term = _term(words, code) if code else _proposed(found, words)
    way = _way(proposal, ways, resolution)
    overrides = found.proposed is None or term.id != found.proposed.id
    _reasoned(reason, [each for each in (term if overrides else None, way) if each])
    return Settlement(
        outcome=_chosen(term, words),
        proposed=proposal.label,
        policy=proposal.policy,
        basis=proposal.basis,
        overrides=overrides,
        reason=storable(reason),
        resolution=None if way is None else _chosen(way, ways),
    )


def _chosen(term: Term, vocabulary: Vocabulary) -> Chosen:
    return Chosen(term.id, term.name, vocabulary.id)


def _term(vocabulary: Vocabulary, code: str) -> Term:
    found = vocabulary.term(code)
    if found is None:
        raise Refused(
            f"{vocabulary.id} has no word {code!r}.",
            next_step=f"Choose one of: {', '.join(term.id for term in vocabulary.terms)}.",
        )
    return found


def _proposed(found: Outcome, vocabulary: Vocabulary) -> Term:
    if found.proposed is None:
        raise Refused(
            f"{vocabulary.id} has no word for {policy_word(found.proposal.matter, found.proposal.label).en}, which is proposed.",
            next_step="Choose a word yourself, and say why.",
        )
    return found.proposed


def _way(proposal: Proposal, ways: Vocabulary, code: str) -> Term | None:
    if proposal.parted and not code:
        raise Refused(
            f"The accounts of {proposal.matter} {proposal.id} contradict each other.",
            next_step=f"Say how that was resolved: {', '.join(term.id for term in ways.terms)}.",
        )
    if code and not proposal.parted:
        raise Refused(
            f"Nobody sees a contradiction in {proposal.matter} {proposal.id}.",
            next_step="Leave the resolution out.",
        )
    return _fitting(proposal, _term(ways, code)) if code else None


def _fitting(proposal: Proposal, way: Term) -> Term:
    """The resolution, where it can resolve one of the slots that people name."""
    found = (slots_of(each.says) for each in proposal.basis.answers if contradicting(each.says))
    on = frozenset[str]().union(*found)
    if way.slots and on and on.isdisjoint(way.slots):
        raise Refused(
            f"{way.name.en} resolves no contradiction on {', '.join(sorted(on))}.",
            next_step="Choose another resolution.",
        )
    return way


def _reasoned(reason: str, terms: list[Term]) -> None:
    """Pass when a reason is there, or none of the words asks for one."""
    for term in terms:
        if term.in_words and not reason.strip():
            raise Refused(
                f"{term.name.en} needs words: {term.definition.en}",
                next_step="Give a reason.",
            )


def same(
    stored: Conclusion, matter: Matter, name: str, term: str, said: tuple[str, str]
) -> Conclusion:
    """The stored conclusion of a submission that comes again.

    Raises:
        Refused: it says something else now.
    """
    settled = stored.settlement
    about = (stored.matter, stored.of) == (matter, name)
    if about and settled is not None and _says(settled, term, said):
        return stored
    raise Refused(
        f"{matter} {name}: this submission was stored before, saying something else.",
        next_step="Load the proposal anew and conclude again.",
    )


def _says(settled: Settlement, term: str, said: tuple[str, str]) -> bool:
    """Whether a settlement says this: no term stands for the one that was proposed."""
    reason, way = said
    word = settled.outcome.term == term if term else not settled.overrides
    resolution = "" if settled.resolution is None else settled.resolution.term
    return word and (settled.reason, resolution) == (storable(reason), way)
