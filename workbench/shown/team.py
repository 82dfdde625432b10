"""Who works on a case, as a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from claims.services import Person, TeamRole
from workbench.shown.tables import Column, Row, Table, evidence, plain, table
from workbench.wording import Words, mark

ROLES: Final[Mapping[TeamRole, str]] = {
    TeamRole.READER: mark("reader"),
    TeamRole.REVIEWER: mark("reviewer"),
    TeamRole.ADJUDICATOR: mark("adjudicator"),
    TeamRole.ADMIN: mark("admin"),
}
_DOES: Final[Mapping[TeamRole, str]] = {
    TeamRole.READER: mark("Looks at everything that is not blind, changes nothing."),
    TeamRole.REVIEWER: mark("Adds documents, mends claims, decides pairs."),
    TeamRole.ADJUDICATOR: mark("Settles what reviewers left open, and therefore decides no pairs."),
    TeamRole.ADMIN: mark("Does everything, names people, exports the case."),
}


def people(found: Iterable[Person], words: Words) -> Table:
    """Everybody, with what their role is there for; a row takes the person into the form."""
    columns: list[Column] = [
        {"name": words("Name"), "opens": True},
        {"name": words("Role")},
        {"name": words("What the role is there for"), "wide": True},
    ]
    rows = [
        Row(
            id=one.name,
            cells=[
                evidence(one.name),
                plain(words(ROLES[one.role])),
                plain(words(_DOES[one.role])),
            ],
        )
        for one in found
    ]
    return table(words("People"), columns, rows)
