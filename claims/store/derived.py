"""What a case holds that follows from other rows, made anew from them and held against what stands there.

Place and slots of pairs, facets, cursors and counts are in no digest of the audit chain, for nobody said them. But they
decide what reviewers are shown: a place that somebody changed hides a pair as well as a deletion would. A lease follows from
nothing and is forgotten after minutes: a false one keeps a pair from others for that long, and changes nothing that is
recorded. Only one that the program could not have written is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from claims.errors import InputError
from claims.model import Message
from claims.model.plain import loads
from claims.store import descriptions, facets, findable, leases, lifting, people, tallies
from claims.store.audit import Row, key_of
from claims.store.bounds import beyond
from claims.store.cursors import passes_over
from claims.store.originals import sha256
from claims.store.pairs import Position
from claims.store.schema import claims, comparisons, cursors, pairs

REVIEWERS: Final = "reviewers"
_ALONE: Final = "1"

_PLACE: Final = Message(
    ar="مكان الزوج في الطابور ليس ما يتبع من الأسطر الأخرى.",
    en="The place of the pair in the queue is not the one that follows from the other rows.",
)
_SAYS: Final = Message(
    ar="ما دُوِّن أن الزوج يقترحه ليس ما في مقارنته.",
    en="What is noted that the pair suggests is not what its comparison says.",
)
_SLOTS: Final = Message(
    ar="خانات الخلاف المدوَّنة للزوج ليست ما في مقارنته.",
    en="The slots noted for the pair are not those of its comparison.",
)
_FACETS: Final = Message(
    ar="ما يُبحث به عن الادعاء (المتكلم والأماكن والأيام) ليس ما يقوله.",
    en="By what the claim is looked up (speaker, places, days) is not what it says.",
)
_DESCRIBED: Final = Message(
    ar="ما يُعرض عن الوثيقة (العنوان والناشر والتاريخ …) ليس ما قيل عنها.",
    en="What is shown of the document (title, publisher, date …) is not what was said of it.",
)
_FINDABLE: Final = Message(
    ar="ما يُبحث به عن الوثيقة ليس ما فيها.",
    en="By what the document is looked up is not what stands in it.",
)
_CURSOR: Final = Message(
    ar="مؤشر المراجع يتخطى زوجاً لم ينته بعد.",
    en="The cursor of the reviewer passes over a pair that is not done.",
)
_TALLY: Final = Message(
    ar="عدد الأزواج المقترحة بهذه العلاقة ليس عددها في القضية.",
    en="The number of pairs that are suggested with this relation is not how many there are.",
)
_LEASE: Final = Message(
    ar="حجز الزوج ليس مما يكتبه البرنامج.",
    en="The lease of the pair is none that the program could have given.",
)


@dataclass(frozen=True, slots=True)
class Amiss:
    """A row that is not what follows from the others.

    Attributes:
        table: its table.
        key: its key.
        message: what is wrong with it.
    """

    table: str
    key: str
    message: Message


def amiss(connection: Connection) -> Iterator[Amiss]:
    """Every such row; values that cannot be read are left to the check of digests."""
    reviewers = asked(connection)
    yield from _pairs(connection, reviewers)
    yield from _facets(connection)
    yield from _cursors(connection, reviewers)
    yield from _tallies(connection)
    yield from _leases(connection)
    yield from (Amiss("documents", name, _DESCRIBED) for name in descriptions.amiss(connection))
    yield from (Amiss(table, key, _FINDABLE) for table, key in findable.amiss(connection))
    yield from (Amiss(*each) for each in beyond(connection))


def asked(connection: Connection) -> int:
    """How many people the case asks for on each pair."""
    found = people.fact(connection, REVIEWERS) or _ALONE
    return int(found if found in {"1", "2", "3"} else _ALONE)


def _pairs(connection: Connection, reviewers: int) -> Iterator[Amiss]:
    """Pairs with another place, other slots, or noted to suggest something else.

    One that is suggested no more has no place: it is given one when it comes back.
    """
    lift = _lift(connection, reviewers)
    newest = and_(
        *(comparisons.c[n] == pairs.c[n] for n in ("left_claim", "right_claim", "version"))
    )
    query = select(pairs, comparisons.c.body).join(comparisons, newest)
    for found in connection.execute(query.order_by(pairs.c.left_claim, pairs.c.right_claim)):
        row = found._asdict()
        place = row["rank"] - lift(row["left_claim"]) - lift(row["right_claim"])
        if row["live"] and row["place"] != place:
            yield Amiss(pairs.name, key_of(pairs, row), _PLACE)
        slots, noted = _said(row)
        if row["slots"] != slots:
            yield Amiss(pairs.name, key_of(pairs, row), _SLOTS)
        if any(row[name] != value for name, value in noted.items()):
            yield Amiss(pairs.name, key_of(pairs, row), _SAYS)


def _lift(connection: Connection, reviewers: int) -> Callable[[str], int]:
    """What a claim's pairs gain; only claims of an answered pair are asked about."""
    near = lifting.answered_claims(connection)

    @cache
    def lift(claim: str) -> int:
        return lifting.lift_of(connection, claim, reviewers) if claim in near else 0

    return lift


def _said(row: Row) -> tuple[str, Row]:
    """The slots and the rest that follow from the newest comparison of a pair; of one that cannot be read, what is noted of it."""
    try:
        plain = loads(row["body"])
    except (InputError, TypeError):
        return str(row["slots"]), {}
    says = plain if isinstance(plain, dict) else {}
    slots = says.get("conflicting", [])
    told = " ".join(map(str, slots)) if isinstance(slots, list) else ""
    noted: Row = {name: says[name] for name in ("relation", "same_event") if name in says}
    return told, {**noted, "digest": sha256(row["body"].encode())}


def _facets(connection: Connection) -> Iterator[Amiss]:
    """Claims of suggested pairs that are looked up by something else than what they say."""
    paired = or_(pairs.c.left_claim == claims.c.id, pairs.c.right_claim == claims.c.id)
    sides = select(pairs.c.rank).where(pairs.c.live, paired).exists()
    query = select(claims.c.id, claims.c.body).where(claims.c.live, sides).order_by(claims.c.seq)
    noted = facets.noted(connection)
    for claim, body in connection.execute(query):
        said = facets.said_by(body)
        if said is not None and said != noted.get(claim, set()):
            yield Amiss("facets", claim, _FACETS)


def _cursors(connection: Connection, reviewers: int) -> Iterator[Amiss]:
    """Cursors that pass over what is open."""
    for row in connection.execute(select(cursors).order_by(cursors.c.reviewer, cursors.c.scope)):
        at = Position(row.place, row.left_claim, row.right_claim)
        if passes_over(connection, row.reviewer, row.scope, at, reviewers):
            yield Amiss(cursors.name, f"{row.reviewer}~{row.scope}", _CURSOR)


def _tallies(connection: Connection) -> Iterator[Amiss]:
    """Counts that are not what is counted."""
    noted, counted = tallies.counts(connection), tallies.counted(connection)
    for relation in sorted(noted.keys() | counted.keys()):
        if noted.get(relation, 0) != counted.get(relation, 0):
            yield Amiss("tallies", relation, _TALLY)


def _leases(connection: Connection) -> Iterator[Amiss]:
    """Leases that nobody was given."""
    for key in leases.impossible(connection):
        yield Amiss("leases", key, _LEASE)
