"""What an adjudicator settles on the screen, done through the case.

The component sends one `Ask` at a time, with the answers that were on screen, and waits for the `Done` of its token.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from claims.model import Adjudication, Answer, Apparent, Ground, Relation, SameEvent, Slot
from claims.services import Case, ClaimsError


class Seen(BaseModel):
    """An answer that was on the screen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str
    at: str
    place: int = 0


class Ask(BaseModel):
    """One ruling, or the wish to take the newest one back.

    Attributes:
        token: one for each submission.
        do: settle a pair, or take back.
        key: the pair; "" when something is taken back.
        seen: every answer that was on the screen.
        note: why, in the adjudicator's words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str
    do: Literal["settle", "undo"]
    key: str = ""
    seen: tuple[Seen, ...] = ()
    relation: Relation = Relation.UNSURE
    same_event: SameEvent = SameEvent.UNSURE
    slots: tuple[Slot, ...] = ()
    apparent: Apparent | None = None
    ground: Ground = Ground.EVIDENCE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an `Ask`.

    Attributes:
        token: of the ask.
        do: what was asked for.
        ruling: the row that was stored, None when none was.
        error: why nothing was stored.
    """

    token: str
    do: str
    ruling: Adjudication | None = None
    error: ClaimsError | None = None


def perform(ask: Ask, case: Case) -> Done:
    """Do what was asked; what the engine refuses comes back as the error."""
    try:
        if ask.do == "undo":
            return Done(ask.token, ask.do, case.adjudication.undo(token=ask.token))
        return Done(ask.token, ask.do, _settle(ask, case))
    except ClaimsError as error:
        return Done(ask.token, ask.do, None, error)


def _settle(ask: Ask, case: Case) -> Adjudication:
    return case.adjudication.settle(
        ask.key,
        relation=ask.relation,
        ground=ask.ground,
        same_event=ask.same_event,
        slots=ask.slots,
        apparent=ask.apparent,
        note=ask.note,
        seen=[Answer(one.by, one.at, one.place) for one in ask.seen],
        token=ask.token,
    )
