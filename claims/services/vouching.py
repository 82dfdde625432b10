"""What leaves a case is vouched for: report, package and backup are made from a record that verifies, or knowingly not."""

from __future__ import annotations

from claims.errors import Corrupt
from claims.store.engine import Reader
from claims.store.originals import Originals
from claims.store.verify import Fault, verify


def vouch(
    connection: Reader, originals: Originals, what: str, *, knowingly: bool
) -> tuple[Fault, ...]:
    """What is wrong with the record; nothing, or somebody wants to go on knowing it.

    Args:
        connection: the transaction in which the thing is made.
        originals: those of the case.
        what: what is to be made, as in ``the report``.
        knowingly: whether to go on all the same.

    Raises:
        Corrupt: the record does not verify.
    """
    faults = verify(connection, originals)
    if faults and not knowingly:
        raise not_made(what, faults)
    return faults


def not_made(what: str, faults: tuple[Fault, ...]) -> Corrupt:
    """The refusal to make something from a record that does not verify; it names the first bad row."""
    first, more = faults[0], len(faults) - 1
    return Corrupt(
        f"The record does not verify, and {what} was not made: {first.where} {first.id}: {first.message.en} (and {more} more)"
        if more
        else f"The record does not verify, and {what} was not made: {first.where} {first.id}: {first.message.en}",
        next_step="`claims verify` names all of it. Open the newest backup that verifies, put a missing original back, or go"
        " on with --knowingly.",
        arabic={first.message.en: first.message.ar},
    )
