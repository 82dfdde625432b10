"""Versions of the report that were given out, and what has changed since: laid down as facts of the case.

Of a report with many claims only the ids are held, and for each some fifty bytes to find it by: words are told once for
all that follow each other and say the same, and what a report says now is gone through one thing at a time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from typing import Final

from claims.errors import Corrupt, InputError, Refused
from claims.model import Mark, Message
from claims.model.plain import dumps, from_plain, loads, to_plain
from claims.report.content import Changed, ReportContent, Version
from claims.report.later import Numbers
from claims.services.corrected import (
    NOTHING,
    PARTS,
    REASON,
    Card,
    Edited,
    Regrouped,
    Ruled,
    cards_changed,
    cards_in,
    edits_changed,
    edits_in,
    groupings_changed,
    groupings_in,
    hashed,
    in_detail,
    relations,
    rulings_changed,
    rulings_in,
)
from claims.services.spilling import laid_out
from claims.services.states import States, states_changed, states_in, word_of
from claims.store import people
from claims.store.engine import Reader
from claims.store.rows import LeftOut
from claims.store.writer import Writer

_FACT: Final = "report version"
_ABOUT: Final = frozenset({"document", "claim", "pair", "conclusion"})
"""What cannot be read and is known by the id of what the report says something of."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the report said of one thing: its kind, its id, and a word in both languages.

    Attributes:
        kind: what it is; of what is said in detail also in which respect (``pair parts``).
        id: of the thing.
        word: what is said.
        under: what is said of the thing itself; of what is said in detail, which is compared only while that stays.
    """

    kind: str
    id: str
    word: Message
    under: Message | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """What a report said of several things, one after the other: one word of all of them."""

    kind: str
    word: Message
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A version as it is laid down.

    Attributes:
        number: counts from 1.
        at: when it was given out, ISO 8601 in UTC.
        by: who did it.
        note: in their words.
        seq: number of the newest row of the audit chain then.
        said: what it said of each thing; of versions that were laid down before ``alike`` was there.
        alike: the same with each word once.
        cards: what it said of each document beside its text; None in a version of a program that did not lay it down.
        rulings: the rulings that were in force; None as well.
        edits: what people had changed about claims; None as well. Where it is there, ``alike`` tells in detail.
        states: on which outcomes people had concluded; None as well.
        groupings: the merges and splits of incidents that it told; None as well.
    """

    number: int
    at: str
    by: str
    note: str
    seq: int
    said: tuple[Said, ...] = ()
    alike: tuple[Alike, ...] = ()
    cards: tuple[Card, ...] | None = None
    rulings: tuple[Ruled, ...] | None = None
    edits: tuple[Edited, ...] | None = None
    states: States | None = None
    groupings: tuple[Regrouped, ...] | None = None


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
    made = Given(
        *(number, at, by, note, content.audit_seq),
        alike=tuple(_alike(said_in(content))),
        cards=tuple(cards_in(content)),
        rulings=tuple(rulings_in(content)),
        edits=tuple(edits_in(content)),
        states=states_in(content),
        groupings=tuple(groupings_in(content)),
    )
    writer.detail = {"number": number, "note": note}
    people.put_fact(writer, _FACT, dumps(to_plain(made)))
    return made


def version_of(made: Given, content: ReportContent | None = None) -> Version:
    """A version with what has changed since, as ``content`` says it; None: nothing has."""
    changes: Sequence[Changed] = ()
    if content is not None:
        unread = {each.id for each in content.left_out if each.kind in _ABOUT}
        told = _Told(made)
        found = (
            *_rulings(made, told, content, unread),
            *_cards(made, content),
            *_edits(made, content),
            *_groupings(made, content),
            *_states(made, content),
        )
        changes = laid_out(chain(found, _changes(told, said_in(content), unread)))
    later = (made.cards, made.rulings, made.edits, made.states, made.groupings)
    less = any(each is None for each in later)
    return Version(made.number, made.at, made.by, made.note, made.seq, changes, less)


def _rulings(
    made: Given, told: _Told, content: ReportContent, unread: Collection[str]
) -> Iterator[Changed]:
    """What has changed of rulings; nothing where the version did not lay them down."""
    if made.rulings is None:
        return
    before = {each.id: each for each in made.rulings if not _rests_on(each.id, unread)}
    now = {each.id: each.word for each in _pairs(content)}
    words = ((key, told.word("pair", key)) for key in now)
    then = {key: word for key, word in words if word is not None}
    yield from rulings_changed(before, content, then, now)


def _cards(made: Given, content: ReportContent) -> Iterator[Changed]:
    if made.cards is not None:
        yield from cards_changed({each.id: each.said for each in made.cards}, content)


def _edits(made: Given, content: ReportContent) -> Iterator[Changed]:
    if made.edits is not None:
        yield from edits_changed(made.edits, content)


def _groupings(made: Given, content: ReportContent) -> Iterator[Changed]:
    if made.groupings is not None:
        yield from groupings_changed(made.groupings, content)


def _states(made: Given, content: ReportContent) -> Iterator[Changed]:
    if made.states is not None:
        yield from states_changed(made.states, content)


def said_in(content: ReportContent) -> Iterator[Said]:
    """What a report says of documents, pairs, claims and incidents, a word each; then in detail where there is more."""
    for document in content.documents:
        yield Said("document", document.id, Message(ar=NOTHING, en=NOTHING))
    yield from _pairs(content)
    for kind, outcomes in (("claim", content.outcomes), ("incident", content.grades)):
        for each in outcomes:
            yield Said(kind, each.proposal.id, word_of(each))
    yield from _in_detail(content)


def _in_detail(content: ReportContent) -> Iterator[Said]:
    """On what answers say that both sides of a pair part, and that somebody gave other reasons for an outcome."""
    said: dict[str, list[Mark]] = {}
    for decision in content.decisions:
        if decision.mark is not None:
            said.setdefault(str(decision.key), []).append(decision.mark)
    for key, marks in sorted(said.items()):
        under = relations({mark.relation.value for mark in marks})
        yield Said(f"pair {PARTS}", key, in_detail(marks), under)
    for kind, outcomes in (("claim", content.outcomes), ("incident", content.grades)):
        for each in outcomes:
            settled = None if each.conclusion is None else each.conclusion.settlement
            if settled is not None:
                word = hashed(settled.reason)
                yield Said(f"{kind} {REASON}", each.proposal.id, word, word_of(each))


def _pairs(content: ReportContent) -> Iterator[Said]:
    """What the answers of reviewers say of each pair that was judged."""
    said: dict[str, set[str]] = {}
    for decision in content.decisions:
        if decision.mark is not None:
            said.setdefault(str(decision.key), set()).add(decision.mark.relation.value)
    for key, found in sorted(said.items()):
        yield Said("pair", key, relations(found))


def _alike(said: Iterable[Said]) -> Iterator[Alike]:
    """The same with each word once for all that follow each other."""
    for (kind, word), same in groupby(said, key=lambda each: (each.kind, each.word)):
        yield Alike(kind, word, tuple(each.id for each in same))


class _Told:
    """What a version said of each thing, found by its kind and id."""

    def __init__(self, made: Given) -> None:
        self._runs = made.alike or tuple(_alike(made.said))
        self._begins = array("L", accumulate((len(one.ids) for one in self._runs), initial=0))
        names = (_name(one.kind, name) for one in self._runs for name in one.ids)
        self._at = Numbers(names, self._begins[-1])
        self._met = bytearray(self._begins[-1])

    def meet(self, kind: str, name: str) -> Message | None:
        """What it said of a thing, which is not `unmet` any more; None when nothing."""
        word = self.word(kind, name)
        if word is not None:
            self._met[self._at[_name(kind, name)]] = True
        return word

    def word(self, kind: str, name: str) -> Message | None:
        """What it said of a thing; None when nothing."""
        called = _name(kind, name)
        if called not in self._at:
            return None
        return self._runs[bisect_right(self._begins, self._at[called]) - 1].word

    def unmet(self) -> Iterator[Said]:
        """What it said of things that nobody has met, in its order."""
        for begin, one in zip(self._begins, self._runs, strict=False):
            for number, name in enumerate(one.ids, begin):
                if not self._met[number]:
                    yield Said(one.kind, name, one.word)


def _name(kind: str, name: str) -> str:
    return f"{kind} {name}"


def _changes(before: _Told, after: Iterable[Said], unread: Collection[str]) -> Iterator[Changed]:
    """What has changed; that something cannot be read does not make it gone."""
    for each in after:
        word = before.meet(each.kind, each.id)
        if each.under is not None:
            kind, _, respect = each.kind.partition(" ")
            if word not in {None, each.word} and before.word(kind, each.id) == each.under:
                yield Changed(kind, each.id, respect, word or each.word, each.word)
        elif word is None:
            if each.kind in {"document", "pair"}:
                yield Changed(each.kind, each.id, "new", each.word, each.word)
        elif word != each.word:
            yield Changed(each.kind, each.id, "", word, each.word)
    for each in before.unmet():
        if " " not in each.kind and not _rests_on(each.id, unread):
            yield Changed(each.kind, each.id, "gone", each.word, each.word)


def _rests_on(name: str, unread: Collection[str]) -> bool:
    return any(each in name for each in unread)
