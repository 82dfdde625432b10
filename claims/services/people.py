"""Who works on a case, in which role.

A case without people is worked on alone: everybody who can open its file may do everything, and no password is
asked. As soon as people are named, every call is checked against the role of the person who acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from claims.errors import Refused
from claims.review.roles import Action, TeamRole
from claims.services.choices import chosen
from claims.services.desk import Desk
from claims.services.newcomers import check_named
from claims.store import audit
from claims.store import people as store


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on the case.

    Attributes:
        name: what they are called.
        role: what they are there for.
        maker: of the first person who was just named, whoever made the case and became an admin along with them; else "".
    """

    name: str
    role: TeamRole
    maker: str = ""


class People:
    """The people of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self) -> tuple[Person, ...]:
        """Everybody, by name; empty when the case is worked on alone."""
        with self._desk.reading() as connection:
            roles = store.roles(connection)
        return tuple(Person(name, TeamRole(role)) for name, role in roles.items())

    def put(self, name: str, role: TeamRole | str, *, by: str = "") -> Person:
        """Name a person, or give them another role. One admin always remains.

        With the first person, whoever made the case becomes an admin: naming somebody locks nobody out of what
        they made; the person that is given back says who that is. So the first one may have any role, unless it is the maker.

        Raises:
            Refused: no admin would remain, or the name cannot be told from another one of the case.
            NotAllowed: whoever acts is no admin.
        """
        person = Person(self._desk.name_of(name), chosen(TeamRole, role))
        with self._desk.writing(Action.MANAGE, "name person", person.name, by=by) as writer:
            check_named(writer.connection, person.name)
            roles = store.roles(writer.connection)
            new = person.role.value
            maker = "" if roles else audit.maker(writer.connection)
            first = {maker: TeamRole.ADMIN.value} if maker else {}
            _keep_an_admin({**roles, **first, person.name: new}, person.name, begins=not roles)
            writer.detail = {"name": person.name, "old": roles.get(person.name), "new": new}
            if maker and maker != person.name:
                person = replace(person, maker=maker)
                store.put_role(writer, maker, TeamRole.ADMIN.value)
                writer.detail = {**writer.detail, "maker": maker}
            store.put_role(writer, person.name, new)
        return person


def _keep_an_admin(roles: Mapping[str, str], name: str, *, begins: bool) -> None:
    if TeamRole.ADMIN.value not in roles.values():
        raise Refused(
            "No admin would remain.",
            next_step=f"Begin with `claims people {name} --role admin`, for an admin may review as well; or name another admin first."
            if begins
            else "Name another admin first: `claims people NAME --role admin`.",
        )
