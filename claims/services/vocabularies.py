"""Which words a case chooses from: those that come with the program, or its own."""

from __future__ import annotations

from claims.errors import Corrupt, InputError, Refused
from claims.model import Scale, Vocabulary
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.review.roles import Action
from claims.services.desk import Desk
from claims.store import people
from claims.store.engine import Reader
from claims.store.rows import LeftOut, storable
from claims.verdict.vocabulary import built_in, vocabulary_of


def in_force(connection: Reader, scale: Scale, left_out: LeftOut | None = None) -> Vocabulary:
    """The vocabulary of a scale in this case.

    Args:
        connection: an open transaction.
        scale: of which.
        left_out: told of one that cannot be read, in whose place that of the program is given.

    Raises:
        Corrupt: what the case has laid down is none, and nobody is there to be told.
    """
    found = people.fact(connection, _fact(scale))
    if found is None:
        return built_in(scale)
    try:
        return from_plain(Vocabulary, loads(found))
    except (InputError, Refused) as error:
        if left_out is not None:
            left_out(_fact(scale), error)
            return built_in(scale)
        raise Corrupt(
            f"The case's vocabulary for a {scale} cannot be read.",
            next_step="`claims verify` tells what else was changed; open the newest backup instead.",
        ) from error


def known(connection: Reader, scale: Scale, name: str) -> Vocabulary | None:
    """The vocabulary of that name and version that the case has or had, or the program has; None where neither does.

    Those that a case gave up before programs kept them are not known; nor are any that cannot be read.
    """
    bodies = (people.fact(connection, fact) for fact in (_fact(scale), _former(scale, name)))
    found = (_read(body) for body in bodies if body is not None)
    return next(
        (each for each in (*found, built_in(scale)) if each is not None and each.id == name), None
    )


def _read(body: str) -> Vocabulary | None:
    try:
        return from_plain(Vocabulary, loads(body))
    except (InputError, Refused):
        return None


def bring(desk: Desk, text: str) -> Vocabulary:
    """Lay down a vocabulary for the case.

    Raises:
        InputError: that is no vocabulary.
        Refused: another one of that name and version is in force, or was.
        NotAllowed: whoever acts is no admin.
    """
    vocabulary = vocabulary_of(storable(text))
    with desk.writing(Action.MANAGE, "bring vocabulary", vocabulary.id) as writer:
        before = in_force(writer.connection, vocabulary.scale)
        if before.id == vocabulary.id and before != vocabulary:
            raise Refused(
                f"{vocabulary.id} is in force and says something else.",
                next_step="Give the new one a higher version.",
            )
        former = known(writer.connection, vocabulary.scale, vocabulary.id)
        if former not in {None, vocabulary}:
            raise Refused(
                f"{vocabulary.id} was in force and said something else.",
                next_step="Give the new one a higher version.",
            )
        writer.detail = {"scale": vocabulary.scale.value, "old": before.id, "new": vocabulary.id}
        if before not in {vocabulary, built_in(vocabulary.scale)}:
            people.put_fact(writer, _former(before.scale, before.id), dumps(to_plain(before)))
        people.put_fact(writer, _fact(vocabulary.scale), dumps(to_plain(vocabulary)))
    return vocabulary


def _fact(scale: Scale) -> str:
    return f"vocabulary {scale}"


def _former(scale: Scale, name: str) -> str:
    return f"former vocabulary {scale} {name}"
