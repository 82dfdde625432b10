"""Things of which a part of a case hands nothing on that people said: where two copies went different ways, the rest still travels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from claims.model import Claim, DocumentHead, Thing, Topic
from claims.services.concluded import claims_of, pairs_of
from claims.services.desk import CANDIDATES, held, meant
from claims.services.sides import key_of
from claims.store import about, claims, conclusions, documents, edits, pairs
from claims.store.engine import Reader
from claims.store.part import numbers
from claims.store.rows import storable
from claims.store.schema import metadata

_Said: TypeAlias = tuple[tuple[str, frozenset[int]], ...]
"""Numbers of rows by the table that they are of."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing whose words were left out of a part.

    Attributes:
        topic: a pair, a claim or a document.
        words: how many rows that would have been in the part are not: answers, rulings, remarks, conclusions, edits and the like.
        document: whose claims stand otherwise in the part, since edits of it are left out; "" where none are.
        made: the claims that these edits made, which are not in the part either.
    """

    topic: Topic
    words: int
    document: str = ""
    made: frozenset[str] = frozenset()

    @property
    def named(self) -> str:
        """Its kind and id."""
        return f"{self.topic.thing.value} {self.topic.id}"


def left_out(
    connection: Reader, kept: Mapping[str, frozenset[int]], names: Sequence[str]
) -> tuple[Mapping[str, frozenset[int]], tuple[LeftOut, ...]]:
    """The rows that a part keeps when nothing said of some things is in it, and how much of each that leaves out.

    Everybody's words on them go, whole lines, and conclusions that rest on answers to a pair: so nothing is on an answer that is not there. With a claim that was edited go all edits of it, of
    what it was before and of what became of it, with the claims they made and what was said of these: it stands in the part as it is read.

    Args:
        connection: to the case.
        kept: the numbers of the rows that the part has otherwise, by table; all rows of other tables.
        names: of the things.

    Raises:
        InputError: a name with a tilde is no key of a pair.
        NotFound: the case holds nothing of that name, or more than one thing.
    """
    rest, gone = dict(kept), []
    for topic in dict.fromkeys(_meant(connection, name) for name in names):
        edited = edits.around(connection, topic.id) if topic.thing is Thing.CLAIM else None
        words = 0
        for table, said in (*_said(connection, topic), *_said_of_edits(connection, edited)):
            there = rest[table] if table in rest else numbers(connection, metadata.tables[table])
            if said & there:
                rest[table] = there - said
                words += len(said & there)
        if edited is None:
            gone.append(LeftOut(topic, words))
        else:
            gone.append(LeftOut(topic, words, edited.document, edited.made))
    return rest, tuple(gone)


def _meant(connection: Reader, name: str) -> Topic:
    wanted = storable(name)
    if "~" in wanted:
        key = key_of(wanted)
        held(pairs.version(connection, key), "pair", wanted)
        return Topic(Thing.PAIR, str(key))
    some = claims.beginning(connection, wanted, limit=CANDIDATES) if wanted else ()
    more = documents.named(connection, wanted, limit=CANDIDATES) if wanted else ()
    each: list[Claim | DocumentHead] = [*some, *more]
    found = meant(each, "claim or document", name).id
    return Topic(Thing.CLAIM if found in {claim.id for claim in some} else Thing.DOCUMENT, found)


def _said(connection: Reader, topic: Topic) -> _Said:
    match topic.thing:
        case Thing.PAIR:
            resting = _resting(connection, lambda act: topic.id in pairs_of(act))
            return (*about.said_of_pair(connection, key_of(topic.id)).items(), resting)
        case Thing.CLAIM:
            return tuple(about.said_of_claim(connection, topic.id).items())
        case _:
            return tuple(about.said_of_document(connection, topic.id).items())


def _said_of_edits(
    connection: Reader, edited: edits.Around | None
) -> Iterator[tuple[str, frozenset[int]]]:
    """Edits, and all that was said of the claims that they made, of their pairs, and on what rests on them."""
    if edited is None:
        return
    yield "edits", edited.rows
    for claim in sorted(edited.made):
        yield from about.said_of_claim(connection, claim).items()
    for key in pairs.keys_of(connection, edited.made):
        yield from about.said_of_pair(connection, key).items()
    yield _resting(connection, lambda act: bool(claims_of(act) & edited.made))


def _resting(connection: Reader, which: conclusions.Seen) -> tuple[str, frozenset[int]]:
    """The conclusions of which that holds, with what takes them back."""
    return "conclusions", frozenset(int(a["id"]) for a in conclusions.all_of(connection, which))
