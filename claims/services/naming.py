"""How a case calls its people in what leaves it: the choice, and the people who have spoken."""

from __future__ import annotations

from typing import Final

from claims.report.naming import NamedBy, Naming, in_order
from claims.services.choices import chosen
from claims.services.concluded import standing
from claims.services.policy import words_on_pairs
from claims.services.remarking import evidence_in
from claims.services.standing import edited_in
from claims.services.versions import given
from claims.services.words_on_incidents import standing_words
from claims.store import descriptions, people
from claims.store.engine import Reader

NAMING: Final = "naming"
"""The fact of a case that says how its people are called in what leaves it."""


def how_of(connection: Reader) -> NamedBy:
    """What the case has chosen; names as long as it has chosen nothing.

    Raises:
        InputError: what the case has laid down is no such choice.
    """
    return chosen(NamedBy, people.fact(connection, NAMING) or NamedBy.NAMES)


def naming_in(connection: Reader, asker: str = "") -> Naming:
    """How the people of a case are called in what leaves it.

    Only rows that everybody may see give numbers, so that no number tells of an answer that nobody may know of yet; who asks
    and people who have said nothing come last.

    Raises:
        InputError: what the case has laid down is no such choice.
    """
    how = how_of(connection)
    if how is NamedBy.NAMES:
        return Naming()
    marks, rulings = words_on_pairs(connection, _pass)
    last = given(connection, _pass)
    spoken = {
        *((each.at, each.by) for each in marks),
        *((each.at, each.by) for each in rulings),
        *((each.at, each.by) for each in standing(connection, "", _pass)),
        *((each.at, each.by) for each in descriptions.standing(connection, _pass).values()),
        *((each.at, each.by) for each in evidence_in(connection, _pass)),
        *((each.at, each.by) for each in edited_in(connection, _pass)),
        *((each.at, each.by) for each in standing_words(connection, "", _pass)),
        *([] if last is None else [(last.at, last.by)]),
    }
    everybody = (*in_order(spoken), *people.roles(connection), asker)
    return Naming(how, tuple(dict.fromkeys(name for name in everybody if name)))


def _pass(_name: str, _error: object) -> None:
    """Whoever walks over the case is told of what cannot be read; here it only names nobody."""
