"""What a case adds to the lexicons, as it is laid down in the case: one fact for each entry.

An entry that was taken out leaves an empty fact, so that the chain tells when and by whom.
"""

from __future__ import annotations

from typing import Final

from claims.model import CaseParty, CasePlace, Wordlist
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.store import people
from claims.store.engine import Reader
from claims.store.people import CHECK, PARTY, PLACE
from claims.store.writer import Writer

_OFF: Final = "off"


def wordlist_of(connection: Reader) -> Wordlist:
    """Everything the case adds, in the order of ids."""
    parties = people.facts_under(connection, PARTY).values()
    places = people.facts_under(connection, PLACE).values()
    checks = people.facts_under(connection, CHECK)
    return Wordlist(
        tuple(from_plain(CaseParty, loads(body)) for body in parties if body),
        tuple(from_plain(CasePlace, loads(body)) for body in places if body),
        tuple(name.removeprefix(CHECK) for name, value in checks.items() if value == _OFF),
    )


def lay_down(writer: Writer, entry: CaseParty | CasePlace) -> None:
    """Write an entry in the place of the one with its id."""
    people.put_fact(writer, _name(entry), dumps(to_plain(entry)))


def take_out(writer: Writer, entry: CaseParty | CasePlace) -> None:
    """Take an entry out again."""
    people.put_fact(writer, _name(entry), "")


def switch(writer: Writer, check: str, *, on: bool) -> None:
    """Do with or without a check."""
    people.put_fact(writer, f"{CHECK}{check}", "" if on else _OFF)


def _name(entry: CaseParty | CasePlace) -> str:
    return f"{PARTY if isinstance(entry, CaseParty) else PLACE}{entry.id}"
