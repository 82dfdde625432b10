"""Who may do what, once people are named.

A table, not a ladder: an adjudicator settles what reviewers left open, and therefore does not review.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from claims.errors import NotAllowed
from claims.review.names import alike


class TeamRole(StrEnum):
    """What a person is there for."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADJUDICATOR = "adjudicator"
    ADMIN = "admin"


class Action(StrEnum):
    """What can be done to a case."""

    READ = "read"
    ADD = "add"
    COMPARE = "compare"
    DECIDE = "decide"
    MARK = "mark"
    EDIT = "edit"
    REMARK = "remark"
    GROUP = "group"
    ADJUDICATE = "adjudicate"
    EXPORT = "export"
    IMPORT = "import"
    MANAGE = "manage"


ALLOWED: Final[Mapping[TeamRole, frozenset[Action]]] = {
    TeamRole.READER: frozenset({Action.READ}),
    TeamRole.REVIEWER: frozenset(
        {
            Action.READ,
            Action.ADD,
            Action.COMPARE,
            Action.DECIDE,
            Action.MARK,
            Action.EDIT,
            Action.REMARK,
            Action.GROUP,
        }
    ),
    TeamRole.ADJUDICATOR: frozenset(
        {
            Action.READ,
            Action.ADD,
            Action.COMPARE,
            Action.EDIT,
            Action.REMARK,
            Action.GROUP,
            Action.ADJUDICATE,
        }
    ),
    TeamRole.ADMIN: frozenset(Action),
}
"""What each role covers. `Action.EXPORT` is a whole copy of the case, every reviewer's answers included."""


DOES: Final[Mapping[Action, str]] = {
    Action.READ: "look at the case",
    Action.ADD: "add documents and read them again",
    Action.COMPARE: "compare the claims of the case and record the pairs",
    Action.DECIDE: "take and answer pairs",
    Action.EDIT: "edit claims, and say what documents, the case, its parties and its places are",
    Action.MARK: "mark how well claims were read",
    Action.REMARK: "write notes, tags and links",
    Action.GROUP: "merge and split incidents",
    Action.ADJUDICATE: "settle pairs, conclude on outcomes, and give out versions of the report",
    Action.EXPORT: "copy the whole case (dump, backup), everybody's answers included",
    Action.IMPORT: "take in a file of somebody's words",
    Action.MANAGE: "lay down how the case is worked on: people, reviewers for each pair, checks, names, vocabulary",
}
"""What each action is in plain words, as a refusal names it."""


def covers(people: Mapping[str, str], actor: str, action: Action) -> bool:
    """Whether ``actor`` is named, in a role that covers this; nobody is named in a case that is worked on alone."""
    role = people.get(actor)
    return role in list(TeamRole) and action in ALLOWED[TeamRole(role)]


def check(people: Mapping[str, str], actor: str, action: Action) -> None:
    """Pass when ``actor`` may do this.

    Args:
        people: the role of everybody, by name; empty when the case is worked on alone: then all is allowed.
        actor: who acts.
        action: what they want to do.

    Raises:
        NotAllowed: their role does not cover it, or they are not named.
    """
    if not people:
        return
    role = people.get(actor)
    if role is None:
        other = alike(actor, people)
        if other:
            raise NotAllowed(
                f"{actor} does not work on this case, but {other} does, which looks the same.",
                next_step=f"Nothing was changed. If you are {other}, write the name so.",
            )
        raise NotAllowed(
            f"{actor} does not work on this case.",
            next_step="Ask an admin of the case to name you, or act under your own name.",
        )
    if role not in list(TeamRole) or action not in ALLOWED[TeamRole(role)]:
        raise NotAllowed(
            f"{actor} is {role} of this case, a role that does not cover this: {DOES[action]}.",
            next_step=f"Roles that cover it: {_covering(action)}. Ask an admin of the case for one of them, or to do it: {_admins(people)}.",
        )


def _covering(action: Action) -> str:
    """The roles that cover an action."""
    return ", ".join(role for role in TeamRole if action in ALLOWED[role])


def _admins(people: Mapping[str, str]) -> str:
    """Who gives roles; a case with people has an admin unless it was damaged."""
    return ", ".join(name for name, role in people.items() if role == TeamRole.ADMIN) or "–"
