"""Things of which a part of a case hands nothing on that people said: where two copies went different ways, the rest still travels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim, DocumentHead, Thing, Topic
from claims.services.desk import CANDIDATES, held, meant
from claims.services.sides import key_of
from claims.store import about, claims, documents, pairs
from claims.store.engine import Reader
from claims.store.part import numbers
from claims.store.rows import storable
from claims.store.schema import metadata


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing whose words were left out of a part.

    Attributes:
        topic: a pair, a claim or a document.
        words: how many rows that would have been in the part are not: answers, rulings, remarks, conclusions and the like.
    """

    topic: Topic
    words: int

    @property
    def named(self) -> str:
        """Its kind and id."""
        return f"{self.topic.thing.value} {self.topic.id}"


def left_out(
    connection: Reader, kept: Mapping[str, frozenset[int]], names: Sequence[str]
) -> tuple[Mapping[str, frozenset[int]], tuple[LeftOut, ...]]:
    """The rows that a part keeps when nothing said of some things is in it, and how much of each that leaves out.

    Everybody's words on them go, whole lines: so no remark is on an answer that is not there.

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
        words = 0
        for table, said in _said(connection, topic).items():
            there = rest[table] if table in rest else numbers(connection, metadata.tables[table])
            if said & there:
                rest[table] = there - said
                words += len(said & there)
        gone.append(LeftOut(topic, words))
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


def _said(connection: Reader, topic: Topic) -> about.Numbers:
    match topic.thing:
        case Thing.PAIR:
            return about.said_of_pair(connection, key_of(topic.id))
        case Thing.CLAIM:
            return about.said_of_claim(connection, topic.id)
        case _:
            return about.said_of_document(connection, topic.id)
