"""What the lexicon says of a party, and how its data files are read.

A data file under ``claims/slots/data/party_*.toml`` is a list of ``[[party]]`` tables:

======== ==========================================================================================
``id``   stable slug
``en``   canonical English name, its English caption; read in text as well
``ar``   Arabic caption; read in text as well
``kind`` id of a kind in ``party_kinds.toml``
lineage  what kind of source it is when it speaks; that of its kind where left out
within   ids of the wider parties it belongs to, nearest first
members  states whose forces act under it; membership is no containment: a ministry of a member does not speak for it
covers   kinds or ids that a loose name (*Kurdish forces*, *militias*) may stand for
unread   true where the captions are no names: only words that point back mean the party
unresolved true where the name is only a noun, which as a source stays what the words say
names    further names; ``(a|b|)`` is one of these or nothing
``if``   names that other parties share, with the ``theatres`` in which they mean this one; with ``default = true`` also
         where the text shows no theatre at all
======== ==========================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.model import Lineage
from claims.slots.tables import data

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEXICONS = (
    "syria",
    "iraq_iran",
    "palestine_lebanon",
    "africa_yemen",
    "world",
    "media",
    "monitors",
    "speakers",
    "references",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of party, as ``party_kinds.toml`` defines it.

    Attributes:
        id: the value of `claims.model.Party.kind`.
        en: English caption.
        ar: Arabic caption.
        speaks: whether such a party can be quoted.
        lineage: what kind of source it is when it speaks.
        weight: how exactly the bare kind names somebody, 0 to 1.
    """

    id: str
    en: str
    ar: str
    speaks: bool
    lineage: Lineage
    weight: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One party of the lexicon; the attributes are the fields of the data files."""

    id: str
    en: str
    ar: str
    kind: str
    lineage: Lineage
    within: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    covers: frozenset[str] = frozenset()
    equals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and the conditions under which it means its party.

    Attributes:
        phrase: the name as written in the data, alternatives not yet spread out.
        party: id of the entry.
        theatres: where it means this party; empty for everywhere.
        default: with ``theatres``: also where the text shows no theatre.
    """

    phrase: str
    party: str
    theatres: tuple[str, ...] = ()
    default: bool = False


def table(name: str) -> dict[str, Any]:
    """The data file ``party_<name>.toml``."""
    return data(f"party_{name}")


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of parties by id."""
    return {
        row["id"]: Kind(
            id=row["id"],
            en=row["en"],
            ar=row["ar"],
            speaks=row["speaks"],
            lineage=Lineage(row["lineage"]),
            weight=row["weight"],
        )
        for row in table("kinds")["kind"]
    }


@cache
def entries() -> dict[str, Entry]:
    """The parties written down one by one (bodies of states are made by `claims.slots.party.nations`)."""
    return {row["id"]: entry_of(row) for row in _rows()}


@cache
def unresolved() -> frozenset[str]:
    """Ids of parties that are only said to be of a kind: *the government*, *a court*, *soldiers*."""
    return frozenset(row["id"] for row in _rows() if row.get("unresolved"))


def entry_of(row: dict[str, Any]) -> Entry:
    """The entry of a table of a data file."""
    return Entry(
        id=row["id"],
        en=row["en"],
        ar=row["ar"],
        kind=row["kind"],
        lineage=Lineage(row.get("lineage", kinds()[row["kind"]].lineage)),
        within=tuple(row.get("within", ())),
        members=tuple(row.get("members", ())),
        covers=frozenset(row.get("covers", ())),
        equals=frozenset(row.get("equals", ())),
    )


def aliases() -> Iterator[Alias]:
    """Every name of every entry, captions without brackets included."""
    for row in _rows():
        shared = {name for group in row.get("if", ()) for name in group["names"]}
        for caption in () if row.get("unread") else (row["en"], row["ar"]):
            if "(" not in caption and caption not in shared:
                yield Alias(caption, row["id"])
        for name in row.get("names", ()):
            yield Alias(name, row["id"])
        for group in row.get("if", ()):
            theatres = tuple(group["theatres"])
            for name in group["names"]:
                yield Alias(name, row["id"], theatres, group.get("default", False))


def _rows() -> Iterator[dict[str, Any]]:
    for name in _LEXICONS:
        yield from table(name)["party"]
