"""Versions of the report that were given out, and what has changed since: laid down as facts of the case."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from claims.errors import Corrupt, InputError, Refused
from claims.model import Message, Outcome
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.report.content import Changed, ReportContent, Version
from claims.report.wording import wording
from claims.store import people
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.store.writer import Writer

_FACT: Final = "report version"
_NOTHING: Final = "–"
_ABOUT: Final = frozenset({"document", "claim", "pair", "conclusion"})
"""What cannot be read and is known by the id of what the report says something of."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the report said of one thing: its kind, its id, and a word in both languages."""

    kind: str
    id: str
    word: Message


@dataclass(frozen=True, slots=True)
class Given:
    """A version as it is laid down."""

    number: int
    at: str
    by: str
    note: str
    seq: int
    said: tuple[Said, ...]


def given(connection: Reader, left_out: LeftOut | None = None) -> Given | None:
    """The newest version that was given out; ``left_out`` is told of one that cannot be read.

    Raises:
        Corrupt: what the case has laid down is none, and nobody is there to be told.
    """
    found = people.fact(connection, _FACT)
    if found is None:
        return None
    try:
        return from_plain(Given, loads(found))
    except (InputError, Refused) as error:
        if left_out is not None:
            left_out("version", error)
            return None
        raise Corrupt(
            "The newest version of the report cannot be read.",
            next_step="`claims verify` tells what else was changed; open the newest backup instead.",
        ) from error


def give_out(writer: Writer, content: ReportContent, *, by: str, at: str, note: str) -> Given:
    """Lay down that the report as it is now is given out."""
    before = given(writer.connection)
    number = 1 if before is None else before.number + 1
    made = Given(number, at, by, note, content.audit_seq, tuple(said_in(content)))
    writer.detail = {"number": number, "note": note}
    people.put_fact(writer, _FACT, dumps(to_plain(made)))
    return made


def version_of(made: Given, content: ReportContent) -> Version:
    """A version with what has changed since."""
    unread = {each.id for each in content.left_out if each.kind in _ABOUT}
    changes = tuple(_changes(made.said, tuple(said_in(content)), unread))
    return Version(made.number, made.at, made.by, made.note, made.seq, changes)


def said_in(content: ReportContent) -> Iterator[Said]:
    """What a report says of documents, pairs, claims and incidents, a word each."""
    for document in content.documents:
        yield Said("document", document.id, Message(ar=_NOTHING, en=_NOTHING))
    relations: dict[str, set[str]] = {}
    for decision in content.decisions:
        if decision.mark is not None:
            relations.setdefault(str(decision.key), set()).add(decision.mark.relation.value)
    for key, found in sorted(relations.items()):
        yield Said("pair", key, _relation(found))
    for kind, outcomes in (("claim", content.outcomes), ("incident", content.grades)):
        for each in outcomes:
            yield Said(kind, each.proposal.id, _word(each))


def _relation(found: set[str]) -> Message:
    def within(language: str) -> str:
        words = wording(language)
        return words.text("comma").join(words.word("relation", each) for each in sorted(found))

    return Message(ar=within("ar"), en=within("en"))


def _word(outcome: Outcome) -> Message:
    said = None if outcome.conclusion is None else outcome.conclusion.settlement
    if said is not None:
        return said.outcome.name
    label = outcome.proposal.label
    return Message(ar=label, en=label) if outcome.proposed is None else outcome.proposed.name


def _changes(
    before: tuple[Said, ...], after: tuple[Said, ...], unread: Collection[str]
) -> Iterator[Changed]:
    """What has changed; that something cannot be read does not make it gone."""
    old, new = _by_thing(before), _by_thing(after)
    for (kind, name), word in new.items():
        if (kind, name) not in old:
            if kind in {"document", "pair"}:
                yield Changed(kind, name, "new", word, word)
        elif old[kind, name] != word:
            yield Changed(kind, name, "", old[kind, name], word)
    for (kind, name), word in old.items():
        if (kind, name) not in new and not _rests_on(name, unread):
            yield Changed(kind, name, "gone", word, word)


def _rests_on(name: str, unread: Collection[str]) -> bool:
    return any(each in name for each in unread)


def _by_thing(said: tuple[Said, ...]) -> Mapping[tuple[str, str], Message]:
    return {(each.kind, each.id): each.word for each in said}
