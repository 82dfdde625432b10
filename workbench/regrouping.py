"""What a person says of incidents on the screen, done through the case: several are one, or one is several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from claims.model import Grouping
from claims.services import Case, ClaimsError


class Ask(BaseModel):
    """One word on incidents, or the wish to take the newest one back.

    Attributes:
        token: one for each submission.
        do: merge with another incident, split claims off, or take back.
        incident: id of the one on the screen.
        other: id of the incident to merge it with.
        claims: ids of the claims to split off.
        reason: why, in the person's words.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str
    do: Literal["merge", "split", "undo"]
    incident: str = ""
    other: str = ""
    claims: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an `Ask`.

    Attributes:
        token: of the ask.
        do: what was asked for.
        grouping: the row that was stored, None when none was.
        error: why nothing was stored.
    """

    token: str
    do: str
    grouping: Grouping | None = None
    error: ClaimsError | None = None


def perform(ask: Ask, case: Case) -> Done:
    """Do what was asked; what the engine refuses comes back as the error."""
    try:
        return Done(ask.token, ask.do, _grouping(ask, case))
    except ClaimsError as error:
        return Done(ask.token, ask.do, None, error)


def _grouping(ask: Ask, case: Case) -> Grouping | None:
    if ask.do == "undo":
        return case.incidents.undo(token=ask.token)
    if ask.do == "merge":
        names = (ask.incident, ask.other)
        return case.incidents.merge(names, reason=ask.reason, token=ask.token)
    return case.incidents.split(ask.incident, ask.claims, reason=ask.reason, token=ask.token)
