"""Look back on a review, and lay down how many people judge each pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from claims.errors import Refused
from claims.model import Decision, PairKey, Relation
from claims.model.plain import Plain
from claims.review.blindness import visible
from claims.review.roles import Action, covers
from claims.services.answering import Answering
from claims.services.desk import held
from claims.services.numbering import REVIEWERS, decided, decided_by_pair
from claims.services.outlook import outlook
from claims.services.policy import reviewers_of, waiting
from claims.services.results import Outlook, Progress
from claims.services.sides import key_of
from claims.store import answers, decisions, lifting, pairs, people, tallies
from claims.store.engine import Reader
from claims.store.leases import Term

MOST_REVIEWERS: Final = 3


class Review(Answering):
    """The review of a case. Nobody sees another's answer before the policy of the case says so."""

    def history(self, key: PairKey | str, *, reviewer: str = "") -> tuple[Decision, ...]:
        """Every row on this pair that the reviewer (the actor) may see, in the order they were stored.

        Raises:
            NotFound: the case holds no such pair.
        """
        wanted, who = key_of(key), self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            held(pairs.version(connection, wanted), "pair", str(wanted))
            rows = decisions.history(connection, wanted)
            seen = visible(rows, reviewers=reviewers_of(connection), asker=who)
            return decided(connection, seen)

    def histories(
        self, keys: Iterable[PairKey], *, reviewer: str = ""
    ) -> Mapping[PairKey, tuple[Decision, ...]]:
        """As `history`, of several pairs by their keys; one on which the reviewer (the actor) may see no row is absent."""
        wanted, who = frozenset(keys), self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            rows = decisions.histories(connection, wanted)
            seen = visible(rows, reviewers=reviewers_of(connection), asker=who)
            return decided_by_pair(connection, seen)

    def decisions(self, *, live: bool = True, reviewer: str = "") -> tuple[Decision, ...]:
        """The decisions of the case that the reviewer (the actor) may see; with ``live`` only the marks that stand."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            rows = decisions.all_rows(connection, live=live)
            seen = visible(rows, reviewers=reviewers_of(connection), asker=who)
            return decided(connection, seen)

    def progress(self, reviewer: str = "") -> Progress:
        """How far the reviewer (the actor) has come."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            total = sum(tallies.counts(connection).values())
            decided = answers.decided(connection, who)
            counts = decisions.by_relation(connection, who)
            team = people.roles(connection)
        by_relation = {relation: counts.get(relation.value, 0) for relation in Relation}
        decides = not team or covers(team, who, Action.DECIDE)
        return Progress(total, decided, total - decided, by_relation, decides)

    def outlook(self, reviewer: str = "") -> Outlook:
        """Where the reviewer (the actor) stands: what is done, what is asked no more, and whether claims wait to be compared."""
        who = self._desk.who(reviewer)
        with self._desk.reading(by=who) as connection:
            now = self._desk.now()
            return outlook(connection, who, Term(now, now))

    @property
    def reviewers(self) -> int:
        """How many people judge each pair before anybody sees another's answer; 1 shows everything at once."""
        with self._desk.reading() as connection:
            return reviewers_of(connection)

    @property
    def lacking(self) -> int:
        """How many suggested pairs do not have the answers of all who are asked; whether they have any of these makes no difference."""
        with self._desk.reading() as connection:
            return answers.lacking(connection, reviewers_of(connection))

    def require(self, reviewers: int, *, knowingly: bool = False) -> None:
        """Set how many people (1 to 3) judge each pair before anybody sees another's answer.

        Fewer than before would show answers that were given blindly. While pairs wait for answers, only an admin does
        that, and knowingly; the record says how many pairs were opened by it. Where nobody is named, nobody does: whether
        anybody has answered is not told either.

        Args:
            reviewers: how many.
            knowingly: ask for fewer though pairs wait for answers.

        Raises:
            Refused: there is no such number of people, or blind answers would be shown.
            NotAllowed: the actor does not manage the case.
        """
        if not 1 <= reviewers <= MOST_REVIEWERS:
            raise Refused(
                f"{reviewers} people on each pair cannot be asked for.",
                next_step=f"Ask for 1 to {MOST_REVIEWERS}.",
            )
        with self._desk.writing(Action.MANAGE, "set reviewers", str(reviewers)) as writer:
            writer.detail = _lowered(writer.connection, reviewers, knowingly=knowingly)
            people.put_fact(writer, REVIEWERS, str(reviewers))
            lifting.rebuild(writer.connection, reviewers)


_FEWER: Final = "Pairs wait for answers, and with fewer reviewers everybody would see those that were given blindly."


def _lowered(connection: Reader, reviewers: int, *, knowingly: bool) -> Mapping[str, Plain]:
    """What the record says of another policy, when blind answers stay hidden by it or an admin shows them knowingly.

    Raises:
        Refused: they would be shown.
    """
    old = reviewers_of(connection)
    changed: dict[str, Plain] = {"old": old, "new": reviewers}
    if reviewers >= old:
        return changed
    if not waiting(connection):
        return changed
    if not people.roles(connection):
        raise Refused(
            _FEWER,
            next_step="Nothing was changed. Let everybody answer first, or name an admin, who can do it knowingly.",
        )
    if not knowingly:
        raise Refused(
            _FEWER,
            next_step="Nothing was changed. Let everybody answer first, or ask for it with --knowingly.",
        )
    before, after = (decisions.in_sight(connection, asked) for asked in (old, reviewers))
    return {**changed, "opened": len(after - before)}
