"""Who is new in a case, and that nobody can take a newcomer for somebody who is known there.

Two spellings that nobody can tell apart would make one person two, who agree with themselves. So the second one is refused,
and the refusal names the first. Where several answer blindly and nobody is named, that would tell who else is at work. There
what is refused follows from the name alone: a newcomer's name is written plainly, so that no two are alike, and all the same
whether anybody was there before.
"""

from __future__ import annotations

from collections.abc import Collection

from claims.errors import Refused
from claims.review import names
from claims.services.policy import reviewers_of, waiting
from claims.store import audit, people
from claims.store.engine import Reader


def check_newcomer(connection: Reader, name: str, known: Collection[str]) -> None:
    """Pass when a name is none that could be taken for another one of the case.

    Raises:
        Refused: somebody is known under a name that nobody could tell from it, or it has to be written plainly.
    """
    _check_alike(name, tellable(connection, known))
    check_plain(connection, name)


def check_named(connection: Reader, name: str) -> None:
    """Pass when a person may be named so: as `check_newcomer`, and whether anybody acted unseen makes no difference.

    Raises:
        Refused: somebody of whom one may know is known under a name that nobody could tell from it, or it has to be written plainly.
    """
    told = tellable(connection, people.known(connection))
    if name not in told:
        _check_alike(name, told)
        check_plain(connection, name)


def _check_alike(name: str, told: Collection[str]) -> None:
    other = names.alike(name, told)
    if other:
        raise Refused(
            f"{name} and {other} look like one person, and {other} is known in this case.",
            next_step=f"Nothing was changed. Write the name as {other}, or add to it what tells both people apart.",
        )


def check_plain(connection: Reader, name: str) -> None:
    """Pass when a newcomer's name is written plainly, where that is asked for.

    Raises:
        Refused: it is not; whether anybody of that name is known is not told.
    """
    plain = names.plain(name)
    if plain != name and _hides(connection):
        raise Refused(
            f"Several answer blindly here and nobody is named: {name} is written as {plain}.",
            next_step=f"Nothing was changed. Write the name as {plain}. Once people are named (`claims people NAME --role admin`), names"
            " are written as one likes.",
        )


def tellable(connection: Reader, known: Collection[str]) -> frozenset[str]:
    """The names of which anybody may be told that they are known: all, or those that cannot have come unseen.

    Where nobody is named these are the ones that no newcomer could write; where people are named, and pairs wait, theirs and those of whoever did
    something of which everybody is told.
    """
    if _hides(connection):
        return frozenset(name for name in known if names.plain(name) != name)
    if not waiting(connection):
        return frozenset(known)
    return frozenset(known) & {*people.roles(connection), *audit.seen_at_work(connection)}


def _hides(connection: Reader) -> bool:
    """Whether nobody may be told who else is at work."""
    return reviewers_of(connection) > 1 and not people.roles(connection)
