"""``queue``, ``decide`` and ``undo``: what one reviewer does with the pairs of a case."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.cases import opened
from claims.cli.display import decision_block, queue_block
from claims.cli.options import FINDINGS, FINE, CaseFile, Json, Language, Reviewer
from claims.cli.terminal import emit, show, tell
from claims.errors import InputError, NotFound
from claims.model import Apparent, Decision, PairKey, Relation, SameEvent, Slot
from claims.report.case_forms import decision_form, queue_form
from claims.report.wording import wording
from claims.settings import load_settings

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


def queue(
    by: Reviewer = "",
    limit: Limit = 20,
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the next pairs to judge, likely conflicts first.

    Exit code 1: there are some.
    """
    words = wording(load_settings(language=language).language)
    with opened(case) as at_hand:
        items = at_hand.review.queue(reviewer=by, limit=limit)
    for item in items:
        if as_json:
            emit(queue_form(item))
        else:
            show(queue_block(item, words))
    if not items:
        tell("Nothing waits. After `claims add`, `claims compare` finds the pairs.")
    raise typer.Exit(FINDINGS if items else FINE)


def decide(  # noqa: PLR0913 - a command line has as many parameters as options
    key: Key,
    *,
    relation: Judged,
    slot: Slots = None,
    same_event: Event = None,
    apparent: Kind = None,
    reason: Reason = "",
    confidence: Confidence = None,
    seen: Seen = None,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
) -> None:
    """Record a decision on a pair; an earlier one of the same reviewer is superseded, never erased."""
    pair = _pair(key)
    with opened(case) as at_hand:
        decision = at_hand.review.decide(
            pair,
            relation=relation,
            same_event=same_event,
            slots=tuple(slot or ()),
            apparent=apparent,
            reason=reason,
            confidence=confidence,
            by=by,
            seen=seen,
        )
    _print(decision, as_json=as_json)


def undo(by: Reviewer = "", as_json: Json = False, case: CaseFile = None) -> None:
    """Take back the reviewer's newest decision that still stands; the record keeps both."""
    with opened(case) as at_hand:
        decision = at_hand.review.undo(by=by)
        who = by or at_hand.actor
    if decision is None:
        raise NotFound(
            f"No decision of {who} stands.",
            next_step="Nothing was changed; there is nothing to undo.",
        )
    _print(decision, as_json=as_json)


def _pair(key: str) -> PairKey:
    try:
        return PairKey.parse(key)
    except ValueError as error:
        raise InputError(
            f"{key} is no key of a pair.",
            next_step="A key is two claim ids joined by ~, as `claims queue` prints it.",
        ) from error


def _print(decision: Decision, *, as_json: bool) -> None:
    if as_json:
        emit(decision_form(decision))
    else:
        show(decision_block(decision, wording(load_settings().language)))
