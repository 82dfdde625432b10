"""Where somebody stands who is to answer pairs: what is done, what was asked once, and whether claims wait to be compared."""

from __future__ import annotations

from typing import Final

from claims.model import Status, Wanted
from claims.services.policy import reviewers_of
from claims.services.results import Outlook
from claims.store import adjudications, answers, audit, claims, leases, queue, tallies, traits
from claims.store.engine import Reader

COMPARED: Final = "compare claims"
"""The act of a comparison, in the record."""


def outlook(connection: Reader, who: str, term: leases.Term) -> Outlook:
    """Where somebody stands at the beginning of ``term``; nothing in it follows from answers that they may not see."""
    compared = audit.was_done(connection, COMPARED)
    return Outlook(
        pairs=sum(tallies.counts(connection).values()),
        decided=answers.decided(connection, who),
        former=_former(connection, who),
        compared=compared,
        due=_is_due(connection, compared=compared),
        back=_back(connection, who, term),
    )


def _back(connection: Reader, who: str, term: leases.Term) -> str:
    """When the first pair that somebody else has in hand comes back.

    "" also where several are asked: a lease that is renewed there belongs to a pair that its holder has not answered.
    """
    return "" if reviewers_of(connection) > 1 else leases.first_end(connection, term, but=who)


def _former(connection: Reader, who: str) -> int:
    """How many pairs `claims.services.answering.Answering.close_former` would answer."""
    reviewers = reviewers_of(connection)
    settled = adjudications.settled_by(connection, who, reviewers)
    wanted = Wanted(status=Status.FORMER)
    spots = queue.walk(connection, who, wanted, after=None, reviewers=reviewers)
    return sum(spot.key not in settled for spot in spots)


def _is_due(connection: Reader, *, compared: bool) -> bool:
    """Whether claims came, changed or went since they were compared.

    Where it was forgotten which were, such as after a file was taken in, nobody knows: then nothing is said to be due.
    """
    present = claims.present(connection)
    if not compared:
        return bool(present)
    known = traits.revisions(connection)
    if not known:
        return False
    return known != present or bool(traits.doubted(connection))
