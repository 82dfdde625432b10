"""Which conclusions somebody may see, and which of these stands.

What a person concludes on a claim or an incident, and why, could tell what they answered. So in a case for several a conclusion is
its author's alone until all pairs of the claims that it rests on are answered by all who were asked; so is that it was taken back.
Until then everybody concludes as if they were alone, and sees their own words stand.
"""

from __future__ import annotations

from claims.errors import InputError, Refused
from claims.model import Conclusion, Matter
from claims.services.numbering import concluded
from claims.services.policy import all_said, reviewers_of
from claims.store import answers
from claims.store import conclusions as store
from claims.store.audit import Row
from claims.store.conclusions import Seen, everything
from claims.store.engine import Reader
from claims.store.line_rows import conclusion_of
from claims.store.rows import LeftOut


def seen_by(connection: Reader, who: str, reviewers: int = 0) -> Seen:
    """What of conclusions somebody may see.

    Args:
        connection: an open transaction.
        who: asks; "" for what everybody may see.
        reviewers: how many people judge each pair; 0 for as many as the case says.
    """
    reviewers = reviewers or reviewers_of(connection)
    if reviewers == 1 or not answers.asked_in_vain(connection, reviewers):
        return everything
    known: dict[str, bool] = {}

    def settled(claim: str) -> bool:
        if claim not in known:
            known[claim] = all_said(connection, claim, reviewers)
        return known[claim]

    def seen(act: Row) -> bool:
        resting = claims_of(act)
        return act["settler"] == who or (bool(resting) and all(map(settled, resting)))

    return seen


def claims_of(act: Row) -> frozenset[str]:
    """The claims that a conclusion rests on, the one it is known by among them; none where it cannot be read."""
    try:
        settlement = conclusion_of(act).settlement
    except (InputError, Refused):
        return frozenset()
    basis = () if settlement is None else settlement.basis.claims
    return frozenset({act["topic"], *basis})


def pairs_of(act: Row) -> frozenset[str]:
    """The pairs whose answers a conclusion rests on; none where it cannot be read."""
    try:
        settlement = conclusion_of(act).settlement
    except (InputError, Refused):
        return frozenset()
    return frozenset(
        () if settlement is None else (str(each.key) for each in settlement.basis.answers)
    )


def standing(
    connection: Reader, who: str, left_out: LeftOut | None = None
) -> tuple[Conclusion, ...]:
    """What stands on every incident and claim as far as somebody sees, in the order in which it came to stand.

    Args:
        connection: an open transaction.
        who: asks; "" for what everybody may see.
        left_out: told of what each conclusion that cannot be read is about; without it that raises.
    """
    return concluded(connection, store.live(connection, left_out, seen_by(connection, who)))


def history(connection: Reader, who: str, matter: Matter, name: str) -> tuple[Conclusion, ...]:
    """Every row on an incident or a claim that somebody may see, in the order they were stored."""
    found = store.history(connection, matter, name, seen_by(connection, who))
    return concluded(connection, found)


def one(connection: Reader, who: str, number: int) -> Conclusion:
    """The row that is stored under a number, as whoever wrote it sees it."""
    row = store.row(connection, number)
    matter, name = Matter(row["matter"]), row["topic"]
    found = store.history(connection, matter, name, seen_by(connection, who))
    (wanted,) = (each for each in found if each.id == number)
    (shown,) = concluded(connection, [wanted])
    return shown
