"""``queue``, ``next``, ``release``, ``decide`` and ``undo``: what one reviewer does with the pairs of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claims.cli.cases import opened
from claims.cli.display import queue_block
from claims.cli.lines import (
    print_conclusion,
    print_decision,
    print_grouping,
    print_remark,
    print_told,
)
from claims.cli.options import CaseFile, Json, Knowingly, Language, Reviewer, end, words_in
from claims.cli.terminal import emit, quoted, show, sum_up, tell
from claims.cli.waiting import besides, nothing, nothing_free, to_minute
from claims.errors import InputError, NotFound
from claims.model import (
    Adjudication,
    Apparent,
    Conclusion,
    Decision,
    Grouping,
    PairKey,
    QueueItem,
    Relation,
    Remark,
    SameEvent,
    Slot,
    Status,
    Wanted,
)
from claims.report.case_forms import queue_form
from claims.report.review_forms import ClosedForm, ReleasedForm
from claims.report.wording import Wording

if TYPE_CHECKING:
    from claims.services import Case

Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="At most so many pairs.")]
Key = Annotated[
    str,
    typer.Argument(
        metavar="KEY", help="The pair, as `claims queue` prints it.", show_default=False
    ),
]
Judged = Annotated[
    Relation,
    typer.Option("--relation", help="How both accounts stand to each other.", show_default=False),
]
Slots = Annotated[
    list[Slot] | None,
    typer.Option(
        "--slot",
        help="A slot on which both part; may be given more than once. A conflict needs one.",
        show_default=False,
    ),
]
Event = Annotated[
    SameEvent | None,
    typer.Option("--same-event", help="Whether both speak of one event; follows from --relation."),
]
Kind = Annotated[
    Apparent | None, typer.Option("--apparent", help="Which kind of apparent conflict it is.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your words.")]
Confidence = Annotated[
    float | None, typer.Option("--confidence", min=0.0, max=1.0, help="How sure you are.")
]
Seen = Annotated[
    int | None,
    typer.Option(
        "--seen", min=1, help="Version of the pair you saw; a newer one refuses the decision."
    ),
]
Answer = Annotated[
    int | None,
    typer.Option(
        "--answer",
        min=0,
        metavar="N",
        help="Number of your own answer that you saw, 0 for none; another one refuses the decision. In a case for several it is long, and tells nothing of others.",
    ),
]
Comment = Annotated[
    str, typer.Option("--comment", metavar="TEXT", help="What else to keep; no reason for it.")
]
Source = Annotated[
    str, typer.Option("--source", metavar="NAME", help="Only pairs with a claim of this speaker.")
]
Place = Annotated[
    str,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Only pairs with a claim on this place, or on one that is known to lie in it.",
    ),
]
Since = Annotated[
    str, typer.Option("--since", metavar="DAY", help="Only with a claim on this day or later.")
]
Until = Annotated[
    str, typer.Option("--until", metavar="DAY", help="Only with a claim on this day or before.")
]
On = Annotated[
    Slot | None, typer.Option("--slot", help="Only where both are suggested to part on this slot.")
]
Standing = Annotated[
    Status,
    typer.Option(
        "--status",
        help="Not decided by you, decided by you, by all asked, in dispute among these, all, or asked no more since a claim was edited.",
    ),
]
Former = Annotated[
    bool,
    typer.Option(
        "--former", help="Answer on the claims as they were, though one was edited since."
    ),
]
After = Annotated[
    str, typer.Option("--after", metavar="PLACE", help="Go on after the pair with this `after`.")
]
Minutes = Annotated[
    int, typer.Option("--minutes", min=1, max=240, help="How long the pair is held for you.")
]
Undone = Annotated[
    Literal["decisions", "remarks", "rulings", "conclusions", "groupings"],
    typer.Option("--of", help="Of what the newest."),
]


def queue(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    by: Reviewer = "",
    limit: Limit = 20,
    source: Source = "",
    place: Place = "",
    since: Since = "",
    until: Until = "",
    slot: On = None,
    status: Standing = Status.OPEN,
    after: After = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the next pairs to judge, those first that are expected to tell most.

    With --exit-code, 1: there are some.
    """
    words = words_in(language)
    wanted = Wanted(source, since, until, place, slot, status)
    with opened(case) as at_hand:
        items = at_hand.review.queue(reviewer=by, limit=limit, wanted=wanted, after=after)
        review = at_hand.acting_as(by).review
        unknown, outlook = () if items else review.unknown(wanted), review.outlook()
    for item in items:
        _show(item, words, as_json=as_json)
    if not items:
        tell(nothing(outlook, wanted, unknown, words, after=after))
    for told in besides(outlook, words):
        tell(told)
    end(needs_person=bool(items))


def take_next(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    by: Reviewer = "",
    minutes: Minutes = 10,
    source: Source = "",
    place: Place = "",
    since: Since = "",
    until: Until = "",
    slot: On = None,
    after: After = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the next pair that nobody else has in hand, and hold it for you; a lease that ran out returns.

    With --exit-code, 1: there is one.
    """
    words = words_in(language)
    wanted = Wanted(source, since, until, place, slot)
    with opened(case) as at_hand:
        item = at_hand.review.next(reviewer=by, wanted=wanted, after=after, minutes=minutes)
        acting = at_hand.acting_as(by)
        review, holder = acting.review, acting.actor
        unknown, outlook = () if item else review.unknown(wanted), review.outlook()
    if item is None:
        tell(nothing_free(outlook, wanted, unknown, words, after=after))
    else:
        _show(item, words, as_json=as_json)
        told = words.text("line_held", who=quoted(holder), until=to_minute(item.until))
        sum_up(told, as_json=as_json)
    for told in besides(outlook, words):
        tell(told)
    end(needs_person=item is not None)


def release(
    key: Key,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Give a pair back that `claims next` holds for you."""
    with opened(case) as at_hand:
        held = at_hand.review.release(pair_of(key), reviewer=by)
    if as_json:
        emit(ReleasedForm(key=str(pair_of(key)), held=held))
    else:
        tell(words_in(language).text("line_given_back" if held else "line_not_held"))


def _show(item: QueueItem, words: Wording, *, as_json: bool) -> None:
    if as_json:
        emit(queue_form(item))
    else:
        show(queue_block(item, words))


def decide(  # noqa: PLR0913 - a command line has as many parameters as options
    key: Key,
    *,
    relation: Judged,
    slot: Slots = None,
    same_event: Event = None,
    apparent: Kind = None,
    reason: Reason = "",
    confidence: Confidence = None,
    comment: Comment = "",
    seen: Seen = None,
    answer: Answer = None,
    former: Former = False,
    knowingly: Knowingly = False,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Record a decision on a pair; an earlier one of the same reviewer is superseded, never erased."""
    pair = pair_of(key)
    with opened(case) as at_hand:
        decision = at_hand.review.decide(
            pair,
            relation=relation,
            same_event=same_event,
            slots=tuple(slot or ()),
            apparent=apparent,
            reason=reason,
            confidence=confidence,
            comment=comment,
            by=by,
            seen=seen,
            answer=answer,
            former=former,
            knowingly=knowingly,
        )
    print_decision(decision, words_in(language), as_json=as_json)


def close_former(
    reason: Reason = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Answer at once, as unsure, all pairs that are asked no more since a claim was edited."""
    with opened(case) as at_hand:
        number = at_hand.review.close_former(reason=reason, by=by)
    if as_json:
        emit(ClosedForm(pairs=number))
    else:
        sum_up(words_in(language).text("line_closed", count=number), as_json=False)


def undo(
    of: Undone = "decisions",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Take back your newest decision, remark, ruling, conclusion or word on incidents that still stands; the record keeps both."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        undone = _undo(acting, of)
        holding = None
        if isinstance(undone, Adjudication):
            holding = acting.adjudication.holding(undone.key)
    words = words_in(language)
    match undone:
        case Decision():
            print_decision(undone, words, as_json=as_json)
        case Remark():
            print_remark(undone, words, as_json=as_json)
        case Adjudication():
            print_told(undone, holding, words, as_json=as_json)
        case Conclusion():
            print_conclusion(undone, words, as_json=as_json)
        case Grouping():
            print_grouping(undone, words, as_json=as_json)
        case None:
            raise NotFound(
                f"No {of.removesuffix('s')} of {acting.actor} stands.",
                next_step="Nothing was changed; there is nothing to undo.",
            )


def _undo(acting: Case, of: str) -> Decision | Remark | Adjudication | Conclusion | Grouping | None:
    match of:
        case "remarks":
            return acting.remarks.undo()
        case "rulings":
            return acting.adjudication.undo()
        case "conclusions":
            return acting.verdicts.undo()
        case "groupings":
            return acting.incidents.undo()
        case _:
            return acting.review.undo()


def pair_of(key: str) -> PairKey:
    """The pair that a key names.

    Raises:
        InputError: it names none.
    """
    try:
        return PairKey.parse(key)
    except ValueError as error:
        raise InputError(
            f"{key} is no key of a pair.",
            next_step="A key is two claim ids joined by ~, as `claims queue` prints it.",
        ) from error
