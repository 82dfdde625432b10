"""The rules of ``party_patterns.toml``: words that begin or end the names of parties that are in no lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.model import Lineage
from claims.slots.party.entries import Entry, kinds, table
from claims.slots.party.phrases import cut as words_of
from claims.slots.party.reading import Mention, Reading, mentioned
from claims.text.shadow import fold


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of ``party_patterns.toml``, folded."""

    entry: Entry
    most: int
    number: Entry | None
    linked: bool
    seated: str
    quoted: bool
    small: bool
    attacking: bool
    person: bool
    placed: bool
    begins: frozenset[str]
    numbered: frozenset[str]
    never: frozenset[str]
    ends: frozenset[tuple[str, ...]]


@cache
def patterns() -> dict[str, Pattern]:
    """All patterns by id."""
    return {row["id"]: _pattern(row) for row in table("patterns")["pattern"]}


def _pattern(row: dict[str, object]) -> Pattern:
    kind = str(row["kind"])
    numbered = str(row.get("number", ""))
    return Pattern(
        entry=_nameless(kind, row.get("lineage")),
        most=int(str(row["most"])),
        number=_nameless(numbered) if numbered else None,
        linked=bool(row.get("linked", False)),
        seated=str(row.get("seated", "")),
        quoted=bool(row.get("quoted", False)),
        small=bool(row.get("small", False)),
        attacking=bool(row.get("attacking", False)),
        person=bool(row.get("person", False)),
        placed=bool(row.get("placed", False)),
        begins=frozenset(map(fold, _listed(row.get("begins", [])))),
        numbered=frozenset(map(fold, _listed(row.get("en_numbered", [])))),
        never=frozenset(_forms(row["never"])),
        ends=frozenset(words_of(end) for end in _listed(row.get("ends", []))),
    )


def _nameless(kind: str, lineage: object = None) -> Entry:
    return Entry("", "", "", kind, Lineage(str(lineage)) if lineage else kinds()[kind].lineage)


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _forms(words: object) -> list[str]:
    folded = [fold(word) for word in _listed(words)]
    return [form for word in folded for form in (word, word + "ا")]


def unlisted_mention(reading: Reading, at: int, end: int, entry: Entry, cut: int = 0) -> Mention:
    """The mention of a party in no lexicon, which bears its own words as name."""
    start, stop = reading.bounds(at, end, cut)
    raw = reading.tokens.shadow.raw[start:stop]
    return mentioned(at, end, entry, cut, reading.possessive(end), raw, group="unlisted")
