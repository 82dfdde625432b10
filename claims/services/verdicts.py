"""What a case comes to: proposed by named policies from the decisions, confirmed or overridden by people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.errors import Stale
from claims.model import (
    Claim,
    Comparison,
    Conclusion,
    Decision,
    Incident,
    Matter,
    Outcome,
    PairKey,
    Proposal,
    Scale,
    Verdict,
    Vocabulary,
)
from claims.review.roles import Action
from claims.services.choices import chosen
from claims.services.concluded import history as history_for
from claims.services.concluded import one as row_to
from claims.services.concluded import seen_by
from claims.services.concluded import standing as standing_to
from claims.services.concluding import same, settlement
from claims.services.damage import Damage
from claims.services.desk import Desk, held, missing
from claims.services.incidents import Look, incidents_in
from claims.services.marks import token_of
from claims.services.material import among
from claims.services.policy import holding
from claims.services.seen import EVERYBODY
from claims.services.vocabularies import bring, in_force
from claims.store import claims, finding, pairs
from claims.store import conclusions as store
from claims.store.engine import Reader
from claims.store.rows import LeftOut, storable
from claims.verdict import claim_proposals, incident_proposals, propose, verdicts
from claims.verdict.outcomes import Standing, adrift, outcome, outcomes
from claims.verdict.vocabulary import SCALES
from claims.verdict.voices import Voices, outcome_retold, verdict_retold, voices


class Verdicts:
    """The outcomes of a case: proposals are computed, never stored; what people conclude is appended."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def compute(self) -> tuple[Verdict, ...]:
        """One verdict for each checkable claim, in the order of the claims, by the policy ``lineages/1``.

        Where an adjudicator's ruling is in force, it stands in the place of the answers that it was given on. What a
        person concluded is not in here: see `proposals`.
        """
        with self._desk.reading() as connection:
            found = claims.all_live(connection)
            compared = pairs.marked(connection)
            marks = holding(connection)
            called = voices_in(connection)
        return tuple(verdict_retold(each, called) for each in verdicts(found, compared, marks))

    def voices(self) -> Voices:
        """What sources are called of which nobody has said who they are, by what claims have in the place of their name.

        In plain words that no publisher is given, with the title or headline of the document; whoever is not in it has a name.
        """
        with self._desk.reading() as connection:
            return voices_in(connection)

    def proposals(self, matter: Matter | str, name: str = "") -> tuple[Outcome, ...]:
        """What is proposed for each incident or each checkable claim, with what a person said of it, as far as the actor sees.

        Args:
            matter: ``incident`` (grades, policy ``grades/1``) or ``claim`` (verdicts, policy ``lineages/1``).
            name: only the one of this id; an incident is known by the id of any of its claims.

        Raises:
            NotFound: the case holds no such incident or claim.
        """
        about = chosen(Matter, matter)
        with self._desk.reading() as connection:
            later, called = self._outcomes(connection, about, name), voices_in(connection)
        return tuple(outcome_retold(each, called) for each in _named(later(), about, name))

    def _outcomes(
        self, connection: Reader, about: Matter, name: str
    ) -> Callable[[], tuple[Outcome, ...]]:
        """All that outcomes are made of is read now; calling it makes them, also after the transaction.

        Those of claims follow from judged pairs alone: with a ``name`` only of the claims in these, and of that one.
        """
        look = Look.of(connection, EVERYBODY, self._desk.kept)
        events = look.later() if about is Matter.INCIDENT else tuple
        claims, said = look.material().claims, Concluded(connection, about, None, self._desk.who())
        if name and about is Matter.CLAIM:
            wanted = {name, *said.judged()}
            claims = tuple(claim for claim in claims if claim.id in wanted)
        return lambda: said.outcomes(claims, events())

    def adrift(self) -> tuple[Conclusion, ...]:
        """The conclusions that stand on nothing any more: what they were about is gone or part of something else."""
        who = self._desk.who()
        with self._desk.reading() as connection:
            return adrift_in(connection, who)

    def confirm(
        self,
        matter: Matter | str,
        name: str,
        *,
        reason: str = "",
        resolution: str = "",
        seen: str = "",
        token: str = "",
    ) -> Conclusion:
        """Record that what is proposed holds. An earlier conclusion on it is superseded.

        Args:
            matter: ``incident`` or ``claim``.
            name: its id.
            reason: in the person's words.
            resolution: how the disagreement was resolved, a code of that vocabulary; asked for where the proposal
                is ``parted``, and only there.
            seen: digest of the proposal that was on screen; "": do not check.
            token: one for each submission: the same token again gives the conclusion that is already stored. So does the
                same word of the same person on what stands.

        Raises:
            NotAllowed: the actor's role does not cover it.
            NotFound: the case holds no such incident or claim.
            Refused: the case's vocabulary has no word for the proposal, or it lacks a resolution or a reason.
            Stale: the proposal has changed since it was shown.
        """
        return self._conclude(matter, name, "", (reason, resolution), seen, token)

    def override(  # noqa: PLR0913 - every field of the form is a word of its own here
        self,
        matter: Matter | str,
        name: str,
        term: str,
        *,
        reason: str,
        resolution: str = "",
        seen: str = "",
        token: str = "",
    ) -> Conclusion:
        """Record that something else holds than what is proposed, and why; otherwise as `confirm`.

        Args:
            matter: ``incident`` or ``claim``.
            name: its id.
            term: a code of the case's vocabulary of grades or verdicts.
            reason: why, in the person's words.
            resolution: as in `confirm`.
            seen: as in `confirm`.
            token: as in `confirm`.
        """
        return self._conclude(matter, name, term, (reason, resolution), seen, token)

    def undo(self, *, token: str = "") -> Conclusion | None:
        """Take back the actor's newest conclusion that stands, as far as they see, by a new row; None when there is none.

        One that somebody else's word has superseded does not stand, and one that came by a file was said elsewhere. What stood
        before stands again, under the name of whoever said it.
        """
        who, given = self._desk.who(), token_of(token)
        with self._desk.writing(Action.ADJUDICATE, "undo conclusion", who) as writer:
            stored = store.with_token(writer.connection, who, given, undo=True)
            if stored is not None:
                return row_to(writer.connection, who, stored.id)
            seen = seen_by(writer.connection, who)
            number = store.undo(writer, by=who, at=self._desk.now(), token=given, seen=seen)
            return None if number is None else row_to(writer.connection, who, number)

    def newest(self) -> Conclusion | None:
        """The actor's newest conclusion, which `undo` would take back; None when there is none."""
        who = self._desk.who()
        with self._desk.reading() as connection:
            number = store.newest(connection, who, seen_by(connection, who))
            return None if number is None else row_to(connection, who, number)

    def history(self, matter: Matter | str, name: str) -> tuple[Conclusion, ...]:
        """Every conclusion on an incident or a claim that the actor may see, in the order they were stored."""
        about, who = chosen(Matter, matter), self._desk.who()
        with self._desk.reading() as connection:
            return history_for(connection, who, about, storable(name))

    def vocabulary(self, scale: Scale | str) -> Vocabulary:
        """The words that are chosen from in this case: ``grade``, ``verdict`` or ``resolution``."""
        wanted = chosen(Scale, scale)
        with self._desk.reading() as connection:
            return in_force(connection, wanted)

    def bring(self, text: str) -> Vocabulary:
        """Give the case a vocabulary of its own, from a TOML file; what was concluded keeps the words it was said in.

        Raises:
            InputError: that is no vocabulary.
            NotAllowed: whoever acts is no admin.
        """
        return bring(self._desk, text)

    def _conclude(
        self,
        matter: Matter | str,
        name: str,
        term: str,
        said: tuple[str, str],
        seen: str,
        token: str,
    ) -> Conclusion:
        about, who, given = chosen(Matter, matter), self._desk.who(), token_of(token)
        subject = storable(name)
        if not subject:
            raise missing(about.value, subject)
        with self._desk.reading() as connection:
            self._outcomes(connection, about, name)()  # gathered before the case is held
        with self._desk.writing(Action.ADJUDICATE, f"conclude on {about}", subject) as writer:
            (found,) = _named(self._outcomes(writer.connection, about, name)(), about, name)
            line = found.proposal.id if found.conclusion is None else found.conclusion.of
            stored = store.with_token(writer.connection, who, given)
            if stored is not None:
                same(stored, about, line, term, said)
                return row_to(writer.connection, who, stored.id)
            if seen and seen != found.proposal.digest:
                raise _changed(about, name)
            ways = in_force(writer.connection, Scale.RESOLUTION)
            words = in_force(writer.connection, SCALES[about])
            settled = settlement(found, words, ways, code=term, said=said)
            standing = found.conclusion
            if standing is not None and (standing.by, standing.settlement) == (who, settled):
                return standing
            said_by = {"settler": who, "settled_at": self._desk.now(), "token": given}
            number = store.append(writer, about, line, settled, said_by)
            return row_to(writer.connection, who, number)


def voices_in(connection: Reader) -> Voices:
    """What sources without a name are called, in a transaction that is open; a document that cannot be read is passed over."""
    found = finding.unpublished(connection, lambda _name, _error: None)
    return voices([head for head, _ in found], {head.id: above for head, above in found})


def proposals_in(
    connection: Reader,
    matter: Matter,
    incidents: tuple[Incident, ...] | None = None,
    left_out: LeftOut | None = None,
) -> tuple[Proposal, ...]:
    """What is proposed for every incident or claim, in a transaction that is open."""
    found = claims.all_live(connection, left_out)
    if matter is Matter.INCIDENT and incidents is None:
        incidents = incidents_in(connection, left_out)
    return _proposals(connection, matter, found, incidents or (), left_out)


def _proposals(
    connection: Reader,
    matter: Matter,
    found: tuple[Claim, ...],
    incidents: tuple[Incident, ...],
    left_out: LeftOut | None,
) -> tuple[Proposal, ...]:
    marks = holding(connection, left_out)
    compared = among(found, pairs.marked(connection, left_out))
    return _proposed(matter, found, incidents, compared, marks)


def _proposed(
    matter: Matter,
    found: tuple[Claim, ...],
    incidents: tuple[Incident, ...],
    compared: tuple[Comparison, ...],
    marks: tuple[Decision, ...],
) -> tuple[Proposal, ...]:
    if matter is Matter.CLAIM:
        return claim_proposals(found, compared, marks)
    return incident_proposals(incidents, found, compared, marks)


class Concluded:
    """What people decided and concluded on one matter, read once, for outcomes of some claims at a time.

    Conclusions are those that ``asker`` may see, or everybody.
    """

    def __init__(
        self,
        connection: Reader,
        matter: Matter,
        left_out: LeftOut | None,
        asker: str = EVERYBODY,
    ) -> None:
        self._matter = matter
        self._marks: defaultdict[str, list[Decision]] = defaultdict(list)
        for each in holding(connection, left_out):
            self._marks[each.key.left].append(each)
        every = pairs.each_marked(connection, left_out)
        self._dependent = {each.key: each for each in every if each.dependence}
        """Of comparisons a proposal asks only which sides depend on each other."""
        self._damage = Damage(left_out)
        said = standing_to(connection, asker, self._damage)
        self._said = [each for each in said if each.matter is matter]
        self._words = in_force(connection, SCALES[matter], left_out)
        bases = (each.settlement.basis for each in self._said if each.settlement is not None)
        rested_on = sorted({name for basis in bases for name in basis.claims})
        self._standing = Standing(
            frozenset(claims.numbers(connection, rested_on)),
            frozenset((str(mark.key), mark.by) for own in self._marks.values() for mark in own),
        )

    def outcomes(
        self, found: tuple[Claim, ...], incidents: tuple[Incident, ...]
    ) -> tuple[Outcome, ...]:
        """Proposals with what people said of them, for these claims and the incidents they make, in full."""
        marks = tuple(mark for claim in found for mark in self._marks.get(claim.id, ()))
        compared = {
            mark.key: self._dependent[mark.key] for mark in marks if mark.key in self._dependent
        }
        proposed = _proposed(self._matter, found, incidents, among(found, compared.values()), marks)
        known = [each for each in proposed if not _unread(each, self._damage.names)]
        return outcomes(known, self._said, self._words, self._standing)

    def judged(self) -> frozenset[str]:
        """The claims of pairs that people judged."""
        keys = (each.key for marks in self._marks.values() for each in marks)
        return frozenset(side for key in keys for side in (key.left, key.right))

    def beside(self) -> Mapping[str, Sequence[PairKey]]:
        """The pairs that people judged, by the id of either claim."""
        found = defaultdict[str, list[PairKey]](list)
        for key in dict.fromkeys(each.key for marks in self._marks.values() for each in marks):
            found[key.left].append(key)
            found[key.right].append(key)
        return found

    def unjudged(self) -> Unjudged:
        """What people concluded on claims that nobody judged beside others, without all that is held of judged pairs."""
        return Unjudged({each.of: each for each in self._said}, self._words, self._damage)


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Outcomes of claims of no judged pair: what people concluded on claims is held, and nothing else."""

    _said_of: Mapping[str, Conclusion]
    _words: Vocabulary
    _damage: Damage

    def outcome(self, claim: Claim) -> Outcome:
        """The outcome of one, which says what can be true or false."""
        return outcome(propose(claim, ()), self._said_of.get(claim.id), self._words)

    def unread(self, claim: str) -> bool:
        """Whether somebody concluded on a claim in words that cannot be read."""
        return f"conclusion {claim}" in self._damage.names


def _unread(proposed: Proposal, damaged: Collection[str]) -> bool:
    """Whether somebody concluded on it in words that cannot be read."""
    about = {proposed.id, *(proposed.basis.claims if proposed.matter is Matter.INCIDENT else ())}
    return any(f"conclusion {name}" in damaged for name in about)


def adrift_from(
    connection: Reader, found: Mapping[Matter, Iterable[Outcome]], left_out: LeftOut | None = None
) -> tuple[Conclusion, ...]:
    """Conclusions that everybody may see and that stand on none of these outcomes, by what they are of."""
    said = standing_to(connection, EVERYBODY, left_out)
    return tuple(
        lost
        for matter, outcomes in found.items()
        if (own := [each for each in said if each.matter is matter])
        for lost in adrift((each.proposal for each in outcomes), own)
    )


def adrift_in(connection: Reader, asker: str) -> tuple[Conclusion, ...]:
    """Conclusions that somebody may see and that stand on nothing any more, in a transaction that is open."""
    said = standing_to(connection, asker)
    return tuple(
        lost
        for matter in Matter
        if (own := [each for each in said if each.matter is matter])
        for lost in adrift(proposals_in(connection, matter), own)
    )


def _named(found: tuple[Outcome, ...], matter: Matter, name: str) -> tuple[Outcome, ...]:
    """The one of that id, or that of a claim of an incident; all of them for ""."""
    if not name:
        return found
    only = [each for each in found if each.proposal.id == name] or [
        each for each in found if matter is Matter.INCIDENT and name in each.proposal.basis.claims
    ]
    return (held(only[0] if only else None, matter.value, name),)


def _changed(matter: Matter, name: str) -> Stale:
    return Stale(
        f"What is proposed for {matter} {name} has changed since you saw it.",
        next_step="Nothing was stored. Look at the proposal again and conclude.",
    )
