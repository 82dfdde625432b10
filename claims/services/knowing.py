"""Who had answers in hand that they were not to see yet, and which answers therefore were not blind.

A whole copy of a case holds hidden answers too, and whoever takes in a colleague's file has what stands in it. Neither is
refused: a case must be carried away from a broken machine, and a colleague's work must come in. But it is an act of the
record, so that what this person answers afterwards, on pairs of which they had another's answer, is in no figure of agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from claims.model import Decision
from claims.model.plain import Plain
from claims.review.blindness import visible
from claims.services.concluded import claims_of, seen_by
from claims.services.desk import Desk
from claims.services.policy import reviewers_of, waiting
from claims.services.rounds import IN_HAND, TELLS, in_hand
from claims.store import adjudications, audit, conclusions, decisions, groupings, pairs, remarks
from claims.store.audit import Act
from claims.store.engine import Reader
from claims.store.store import Store
from claims.store.writer import Writer


@contextmanager
def looking(desk: Desk, verb: str) -> Iterator[None]:
    """While somebody makes a whole copy of the case: the record says so, when answers are hidden in it.

    It says so before, so that the copy knows of it too, and once more where others wrote meanwhile.
    """
    _note(desk, verb)
    try:
        yield
    finally:
        _note(desk, verb)


def _note(desk: Desk, verb: str) -> None:
    note(desk.store, Act(desk.who(), verb, desk.store.title, desk.now(), desk.program))


def note(store: Store, look: Act, *, brought: bool = False) -> None:
    """Let the record of a case say that somebody has a whole copy of it, when answers are hidden in it; of one that they ``brought`` back, which."""
    with store.reading() as connection:
        newest = audit.newest(connection)
        if newest and (newest.actor, newest.action) == (look.actor, look.action):
            return
        if not waiting(connection):
            return
    with store.writing(look) as writer:
        writer.alone = True
        if brought:
            rows = decisions.all_rows(writer.connection, live=False)
            held = _hidden(rows, look.actor, reviewers_of(writer.connection))
            writer.detail = {IN_HAND: list[Plain](sorted(held))}


def _noted(connection: Reader, who: str) -> bool:
    """Whether the newest act of the record is a look of theirs: nothing can have come since."""
    found = audit.newest(connection)
    return found is not None and found.actor == who and found.action in audit.LOOKS


def take_note(
    writer: Writer, who: str, theirs: Reader, *, empty: bool, refused: bool = False
) -> None:
    """Let the record say what whoever takes in a file had in hand by it, before anything of it is written.

    Args:
        writer: the open transaction of the act that takes it in.
        who: acts.
        theirs: the case in the file.
        empty: whether the case here holds nothing yet, and will have the record of the other one.
        refused: whether the file was refused, which tells more: of whatever it says in the name of others, whether they said
            otherwise here.
    """
    if empty and _noted(theirs, who):
        return
    reviewers = reviewers_of(theirs if empty else writer.connection)
    held = _hidden(decisions.all_rows(theirs, live=False), who, reviewers)
    tells = {pair for by, had in in_hand(theirs).items() if by != who for pair in had}
    tells |= _concluded(theirs, who, reviewers, refused=refused)
    if refused:
        tells |= {str(key) for _, key in adjudications.since(theirs, 0)}
        tells |= {str(key) for by, key in remarks.on_pairs(theirs) if by != who}
        if any(word.by != who for word in groupings.all_rows(theirs)):
            tells |= {str(key) for key in pairs.live_keys(theirs)}
    if held or tells:
        writer.alone = True
        told = {IN_HAND: list[Plain](sorted(held)), TELLS: list[Plain](sorted(tells - held))}
        writer.detail = {**writer.detail, **told}


def _hidden(rows: Sequence[Decision], who: str, reviewers: int) -> set[str]:
    """The pairs of which rows are hidden from somebody."""
    seen = {row.id for row in visible(rows, reviewers=reviewers, asker=who)}
    return {str(row.key) for row in rows if row.id not in seen}


def _concluded(theirs: Reader, who: str, reviewers: int, *, refused: bool) -> set[str]:
    """The pairs of claims on which a file holds conclusions of others that are hidden; of a file that was refused, all of others."""
    seen = seen_by(theirs, who, reviewers)
    acts = (act for act in conclusions.acts(theirs) if act["settler"] != who)
    about = {claim for act in acts if refused or not seen(act) for claim in claims_of(act)}
    if not about:
        return set()
    return {str(key) for key in pairs.live_keys(theirs) if {key.left, key.right} & about}
