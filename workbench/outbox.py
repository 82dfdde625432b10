"""Decisions on their way from the browser to the case.

The compare component keeps what was decided in an outbox with rising sequence numbers and sends all of it until it is
acknowledged. Each entry carries the version of the pair that was on screen and a token of outbox and number, so that
the case stores it once however often it arrives, and only if the pair is still what was seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claims.model import Apparent, Mark, QueueItem, Relation, SameEvent, Slot, Wanted
from claims.services import Case, ClaimsError, InputError, NotFound, Progress, StoreError

PREFETCH: Final = 32
"""Pairs that the browser holds at most (in a team fewer, see `claims.services.queueing.IN_HAND`): enough for more than half a second of the fastest typing, at 50 keys a second."""


class Slip(BaseModel):
    """An entry as it lies in a browser, not read yet; ``seq`` is rising within its outbox."""

    model_config = ConfigDict(extra="allow", frozen=True)

    seq: int


class Entry(BaseModel):
    """One thing that the reviewer did.

    Attributes:
        seq: rising within its outbox.
        do: decide a pair, or take back the newest decision that stands.
        key: the pair; "" when something is taken back.
        seen: version of the pair that was on screen.
        answer: number of the reviewer's own answer that was on screen, 0 for none; None from an older page, which did not tell.
        knowingly: whether the page said that somebody else has the pair in hand.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    seq: int
    do: Literal["decide", "undo"]
    key: str = ""
    seen: int = 0
    answer: int | None = None
    knowingly: bool = False
    relation: Relation = Relation.UNSURE
    same_event: SameEvent = SameEvent.UNSURE
    slots: tuple[Slot, ...] = ()
    apparent: Apparent | None = None
    reason: str = ""
    comment: str = ""
    confidence: float | None = None


class Outbox(BaseModel):
    """The entries of one page of the browser that are not acknowledged yet.

    They are read one by one: an older program may have left some that are of another form.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    entries: tuple[Slip, ...]


class Flush(BaseModel):
    """What the component sends: this page's outbox, those that closed pages left, and what it holds.

    Attributes:
        page: id of the open page, which is that of its outbox.
        request: number of this flush, rising within its page.
        answered: number of the last flush whose answer has arrived there.
        case: mark of the case whose pairs they are; pairs of two cases may have the same key.
        reviewer: in whose name the entries were made.
        outboxes: all that is not acknowledged.
        held: keys of the pairs that the component already has.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: str
    request: int
    answered: int
    case: str
    reviewer: str
    outboxes: tuple[Outbox, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A pair that comes back to the reviewer.

    Attributes:
        id: token of the entry that it answers.
        request: number of the flush that brought the entry.
        item: the pair as it is now; None when there is none to show.
        error: why the entry was not stored, None when the pair was taken back as asked.
        key: of the pair that the entry was about, "" when there is none.
        reason: what the reviewer had typed there and does not stand now; it goes back into its field.
        comment: the same of the comment.
        confidence: the same of how sure they were.
    """

    id: str
    request: int
    item: QueueItem | None
    error: ClaimsError | None = None
    key: str = ""
    reason: str = ""
    comment: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the flushes of a tab.

    Attributes:
        acknowledged: for each outbox, the last sequence number that was dealt with.
        returned: pairs that come back and have not arrived yet.
        waiting: why entries are left to be sent again, None when nothing is.
    """

    acknowledged: Mapping[str, int] = field(default_factory=dict)
    returned: tuple[Returned, ...] = ()
    waiting: ClaimsError | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a reviewer.

    Attributes:
        case: a short mark that tells this case from others in the browser's storage.
        items: the next pairs that the browser does not hold yet.
        elsewhere: the key of the pair that was asked for by its address, when others have it in hand; "" otherwise.
        progress: how far the reviewer is, None when the case could not be asked.
        error: why the case could not be asked, None when it could.
    """

    case: str
    items: tuple[QueueItem, ...] = ()
    progress: Progress | None = None
    error: ClaimsError | None = None
    elsewhere: str = ""


def mark_of(case: Case) -> str:
    """A short mark that tells a case from others, in the browser's storage and on the way to the server."""
    return hashlib.sha256(case.path.encode()).hexdigest()[:12]


def look(
    reviewer: str, flush: Flush | None, case: Case, first: str = "", wanted: Wanted | None = None
) -> Waiting:
    """The next pairs beyond those that the browser holds, of those ``wanted``; before all others, on the first look, the pair ``first``.

    That one is taken in hand too, if nobody else has it; if somebody has, it is shown all the same, which says so.

    A case that cannot be asked for now is told as a value: the component has to stay on the screen, as it owns what
    is not sent yet.
    """
    mark = mark_of(case)
    held = flush.held if flush else ()
    try:
        room = PREFETCH - len(held)
        named = (case.pairs.get(first, reviewer=reviewer),) if first and flush is None else ()
        held += tuple(str(item.key) for item in named)
        others = [
            key for key in held if flush is None and not case.review.take(key, reviewer=reviewer)
        ]
        items = (
            case.review.hand(reviewer=reviewer, limit=room, at_hand=held, wanted=wanted)
            if room > 0
            else ()
        )
        progress = case.review.progress(reviewer)
        return Waiting(mark, (*named, *items), progress, elsewhere="".join(others))
    except ClaimsError as error:
        return Waiting(mark, error=error)


def settle(flush: Flush, before: Settled, case: Case) -> Settled:
    """Deal with each entry once, in order; with none when they are those of another case.

    Args:
        flush: what the browser sent.
        before: what became of earlier flushes.
        case: where the entries go.

    Returns:
        What was dealt with. An entry that the case could not take for now (a locked or full file) stops its outbox
        and is left for the next attempt.
    """
    if flush.case != mark_of(case):
        return before
    acknowledged = dict(before.acknowledged)
    returned = [back for back in before.returned if back.request > flush.answered]
    waiting: ClaimsError | None = None
    for outbox in flush.outboxes:
        for slip in outbox.entries:
            if slip.seq <= acknowledged.get(outbox.id, 0):
                continue
            try:
                returned += _deal(slip, f"{outbox.id}:{slip.seq}", flush, case)
            except StoreError as error:
                waiting = error
                break
            acknowledged[outbox.id] = slip.seq
    return Settled(acknowledged, tuple(returned), waiting)


def _deal(slip: Slip, token: str, flush: Flush, case: Case) -> tuple[Returned, ...]:
    """Deal with one entry; what comes back to the reviewer, if anything.

    Raises:
        StoreError: when the case cannot be written now.
    """
    try:
        entry = Entry.model_validate(slip.model_dump())
    except ValidationError:
        return (Returned(token, flush.request, None, _unreadable()),)
    try:
        if entry.do == "undo":
            return (_undo(token, flush, case),)
        _decide(entry, token, flush.reviewer, case)
    except StoreError:
        raise
    except ClaimsError as error:
        gone = isinstance(error, NotFound)
        item = None if gone else _as_it_stands(entry, flush, case)
        return (_with_words(Returned(token, flush.request, item, error, entry.key), entry),)
    return ()


def _undo(token: str, flush: Flush, case: Case) -> Returned:
    """Take back the reviewer's newest decision; its pair comes back with the reason that was given."""
    undone = case.review.undo(by=flush.reviewer, token=token)
    if undone is None:
        return Returned(token, flush.request, None)
    item = case.pairs.get(undone.key, reviewer=flush.reviewer)
    rows = case.review.history(undone.key, reviewer=flush.reviewer)
    said = next((row.mark for row in rows if row.id == undone.supersedes), None)
    back = Returned(token, flush.request, item, None, str(undone.key))
    return _with_words(back, said) if said else back


def _with_words(back: Returned, said: Entry | Mark) -> Returned:
    """The pair that comes back with what was typed there."""
    return replace(back, reason=said.reason, comment=said.comment, confidence=said.confidence)


def _as_it_stands(entry: Entry, flush: Flush, case: Case) -> QueueItem | None:
    """The pair of a refused entry as its reviewer may see it; None when there is no such pair or they may not read."""
    try:
        return case.pairs.get(entry.key, reviewer=flush.reviewer)
    except StoreError:
        raise
    except ClaimsError:
        return None


def _unreadable() -> InputError:
    return InputError(
        "A decision that this browser kept is of a form that is not known.",
        next_step="Decide its pair again.",
    )


def _decide(entry: Entry, token: str, reviewer: str, case: Case) -> None:
    case.review.decide(
        entry.key,
        relation=entry.relation,
        same_event=entry.same_event,
        slots=entry.slots,
        apparent=entry.apparent,
        reason=entry.reason,
        comment=entry.comment,
        confidence=entry.confidence,
        by=reviewer,
        seen=entry.seen,
        answer=entry.answer,
        knowingly=entry.knowingly,
        token=token,
    )
