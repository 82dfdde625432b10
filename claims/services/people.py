"""Who works on a case, in which role.

A case without people is worked on alone: everybody who can open its file may do everything, and no password is
asked. As soon as people are named, every call is checked against the role of the person who acts.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.review.roles import TeamRole
from claims.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on the case."""

    name: str
    role: TeamRole


class People:
    """The people of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Person, ...]:
        """Everybody, by name; empty when the case is worked on alone."""
        raise NotImplementedError

    def put(self, name: str, role: TeamRole | str, *, by: str = "") -> Person:
        """Name a person, or give them another role. The first one is an admin, and one admin always remains.

        Raises:
            Refused: no admin would remain.
            NotAllowed: whoever acts is no admin.
        """
        raise NotImplementedError
