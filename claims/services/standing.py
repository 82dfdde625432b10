"""What stands in a document after everything the engine read and people changed; what stands in the way of an edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.errors import Refused, Stale
from claims.model import Claim, Edit, Extraction, LiveClaim, Question
from claims.review.edits import essence, live, questions, replacing, standing, waiting
from claims.services.policy import reviewers_of
from claims.store import edits as store
from claims.store import facets, lifting, readings
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.store.writer import Writer


def standing_in(connection: Reader, document: str) -> tuple[LiveClaim, ...]:
    """The claims of a document that stand."""
    rows = store.of_document(connection, document)
    return live(readings.machine(connection, document), rows)


def questions_in(connection: Reader, document: str) -> tuple[Question, ...]:
    """What people have to be asked again about a document."""
    rows = store.of_document(connection, document)
    return questions(readings.machine(connection, document), rows)


def edited_in(connection: Reader, left_out: LeftOut | None = None) -> tuple[Edit, ...]:
    """What people changed about claims and stands, in the order it was stored; ``left_out`` is told of what cannot be read."""
    return standing(store.all_rows(connection, left_out))


def settle(writer: Writer, document: str) -> None:
    """Write down which claims of a document stand by now, and what of the queue follows from that."""
    connection = writer.connection
    stand = standing_in(connection, document)
    parted = store.settle(writer, document, {each.claim.id for each in stand})
    lifting.settle(connection, parted, reviewers_of(connection))
    facets.renew(connection, document)


def examined(
    extraction: Extraction,
    made: Sequence[Claim],
    replaced: Sequence[Claim],
    without: Sequence[str] = (),
) -> tuple[Claim, ...]:
    """The claims that somebody made with what the checks notice about them, among the others of their document.

    Args:
        extraction: what is read in the document.
        made: the claims.
        replaced: those that they replace.
        without: ids of checks that the case does without.
    """
    from claims.checks import examine

    gone = {claim.id for claim in replaced}
    others = tuple(claim for claim in extraction.claims if claim.id not in gone)
    named = tuple(replace(claim, id=f"made {place}") for place, claim in enumerate(made))
    whole = examine(replace(extraction, claims=(*others, *named)), without=without)
    found = {claim.id: claim.findings for claim in whole.claims}
    return tuple(
        replace(claim, findings=found[name.id]) for name, claim in zip(named, made, strict=True)
    )


def check_draft(
    connection: Reader, replaced: Sequence[Claim], made: Sequence[Claim], *, waits: bool
) -> None:
    """Pass when what is to be replaced stands as it was seen, and what is made is not there already.

    Args:
        connection: the transaction that would write.
        replaced: the claims that were seen; empty when a claim is added.
        made: the claims in their place.
        waits: whether what is replaced waits instead of standing.

    Raises:
        Stale: a claim does not stand (or wait) any more, or says something else by now.
        Refused: the very claim is there.
    """
    document = (*replaced, *made)[0].document
    rows = store.of_document(connection, document)
    machine = readings.machine(connection, document)
    stand = {each.claim.id: each.claim for each in live(machine, rows)}
    there = {claim.id: claim for claim in waiting(machine, rows)} if waits else stand
    for claim in replaced:
        now = there.get(claim.id)
        if now is None:
            raise _not_there(claim.id, replacing(rows), waits=waits)
        if now != claim:
            raise changed(claim.id)
    seen = {claim.id for claim in replaced}
    others = {essence(claim): name for name, claim in stand.items() if name not in seen}
    for claim in made:
        if essence(claim) in others:
            raise Refused(
                f"Claim {others[essence(claim)]} says this already.",
                next_step="Nothing was changed; leave it as it is, or edit that one.",
            )


def _not_there(claim: str, by: Mapping[str, Edit], *, waits: bool) -> Stale:
    edit = by.get(claim)
    if edit is not None:
        names = ", ".join(own.id for own in edit.made) or "nothing"
        return Stale(
            f"Claim {claim} does not stand: edit {edit.id} ({edit.kind.value}) by {edit.by} replaced it by {names}.",
            next_step="Nothing was changed. Look at what stands now, or let that edit be undone.",
        )
    if waits:
        return Stale(
            f"Claim {claim} does not wait for anybody.",
            next_step="Nothing was changed. `asking` tells which claims wait.",
        )
    return Stale(
        f"Claim {claim} does not stand: it was taken back, waits, or is not read any more.",
        next_step="Nothing was changed. Look at what stands in the document now.",
    )


def changed(claim: str) -> Stale:
    """The refusal of an edit of a claim that says something else than what was seen."""
    return Stale(
        f"Claim {claim} was read anew: it says something else than what you saw.",
        next_step="Nothing was changed. Look at it again and edit.",
    )


def check_top(connection: Reader, edit: Edit) -> None:
    """Pass when nobody edited further what this edit made.

    Raises:
        Refused: somebody did, and has to take that back first.
    """
    made = {claim.id for claim in edit.made}
    for later in standing(store.of_document(connection, edit.document)):
        if made & {claim.id for claim in later.replaced}:
            raise Refused(
                f"Edit {edit.id} cannot be undone: edit {later.id} by {later.by} builds on it.",
                next_step=f"Nothing was changed. Let {later.by} undo edit {later.id} first.",
            )
