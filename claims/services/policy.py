"""How many people a case asks for on each pair, and what is settled by that."""

from __future__ import annotations

from claims.errors import Corrupt
from claims.model import Adjudication, Decision, Dispute, PairKey
from claims.review.adjudication import by_pair, disputes, ruled
from claims.review.blindness import visible
from claims.review.names import look_alike
from claims.services.damage import Damage
from claims.services.numbering import REVIEWERS, decided
from claims.services.numbering import settled as numbered
from claims.services.other_forms import forms
from claims.store import adjudications, answers, decisions, people
from claims.store.engine import Reader
from claims.store.rows import LeftOut


def reviewers_of(connection: Reader) -> int:
    """How many people this case asks for on each pair; raises as `reviewers_said`."""
    return reviewers_said(people.fact(connection, REVIEWERS))


def reviewers_said(fact: str | None) -> int:
    """How many people a case asks for on each pair that has laid down this, None for nothing.

    Raises:
        Corrupt: it is no such number.
    """
    found = fact or "1"
    if found not in {"1", "2", "3"}:
        raise Corrupt(
            f"The case asks for {found!r} reviewers.",
            next_step="`claims verify` tells what else was changed; open the newest backup instead.",
        )
    return int(found)


def reviewed(connection: Reader, who: str, key: PairKey) -> bool:
    """Whether somebody answered a pair, or the same in another form, now or ever, and therefore does not settle it.

    Nobody did in a case that is worked on alone.
    """
    if worked_on_alone(connection):
        return False
    left, right = (forms(connection, claim) for claim in (key.left, key.right))
    return any(look_alike(who, row.by) for row in decisions.between(connection, left, right))


def has_settled(connection: Reader, who: str, key: PairKey) -> bool:
    """Whether somebody settled a pair, now or ever, and therefore does not answer it; nobody did in a case that is worked on alone."""
    if worked_on_alone(connection):
        return False
    return any(look_alike(who, name) for name in adjudications.adjudicators(connection, key))


def worked_on_alone(connection: Reader) -> bool:
    """Whether nobody is named and one answer is asked for."""
    return reviewers_of(connection) == 1 and not people.roles(connection)


def waiting(connection: Reader) -> bool:
    """Whether this case asks for several people and some pair waits for an answer.

    A pair waits also when it is suggested no more, because a claim of it was edited or rejected: whoever did that could undo
    it, and answer knowing what the other said. It does so whether or not anybody has answered it: what is refused or left
    out while pairs wait must not tell that.
    """
    reviewers = reviewers_of(connection)
    return reviewers > 1 and answers.asked_in_vain(connection, reviewers)


def all_said(connection: Reader, claim: str, reviewers: int) -> bool:
    """Whether all who are asked have answered every pair of a claim, of what it was before it was edited, and of what became of it.

    So an edit brings nothing to light that was said beside a pair that waits.
    """
    return answers.unsettled(connection, reviewers, claims=forms(connection, claim)) == 0


def in_dispute(connection: Reader) -> tuple[Dispute, ...]:
    """The pairs that all their reviewers have answered and on which they part, no ruling being in force; least agreement first."""
    marks, rulings = words_on_pairs(connection)
    return disputes(by_pair(marks), rulings)


def words_on_pairs(
    connection: Reader, left_out: LeftOut | None = None, *, asker: str | None = None
) -> tuple[tuple[Decision, ...], tuple[Adjudication, ...]]:
    """The marks that count and the rulings that the case as a whole, or somebody, may use; a damaged one takes along its pair.

    Args:
        connection: an open transaction.
        left_out: told of each pair of which a mark or ruling cannot be read; None raises what is wrong with it.
        asker: who may see their own marks before all have answered; None for what everybody may see.
    """
    damage = Damage(left_out)
    rows = decisions.all_rows(connection, live=True, left_out=damage)
    rulings = adjudications.live(connection, damage)
    marks = visible(rows, reviewers=reviewers_of(connection), asker=asker)
    whole = (each for each in marks if each.counts and not damage.touches(each.key))
    told = known(connection, rulings)
    return (
        decided(connection, whole),
        tuple(each for each in told if not damage.touches(each.key)),
    )


def known(connection: Reader, rulings: tuple[Adjudication, ...]) -> tuple[Adjudication, ...]:
    """The rulings of which it is known on which answers they were given.

    Those of earlier programs name an answer by its time: where several answers of a person on a pair bear the same one, nobody can
    tell on which of them the ruling was given, and the pair waits for another.
    """
    if all(answer.place for each in rulings for answer in each.originals):
        return rulings
    twice = decisions.at_one_time(connection)
    return tuple(
        each
        for each in rulings
        if not any(not one.place and (each.key, one.by, one.at) in twice for one in each.originals)
    )


def holding(connection: Reader, left_out: LeftOut | None = None) -> tuple[Decision, ...]:
    """The settled marks as the case reads them: where a ruling is in force, each says what the ruling says."""
    marks, rulings = words_on_pairs(connection, left_out)
    return ruled(marks, numbered(connection, rulings))


def settled_on(connection: Reader, key: PairKey) -> tuple[Decision, ...]:
    """The live marks on one pair, once all its reviewers have answered; none before."""
    rows = visible(
        decisions.history(connection, key), reviewers=reviewers_of(connection), asker=None
    )
    return by_pair(decided(connection, rows)).get(key, ())
