"""What the services answer with, where the nouns of `claims.model` do not say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from claims.model import DocumentHead, Relation, Slot

T = TypeVar("T")

Watch = Callable[[int, int, str], None]
"""Told of progress: how many are done, of how many, and the name of the one at hand."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a long list.

    Attributes:
        items: in the order of the list.
        next: hand it back as ``after`` to get the following page; "" when this is the last one.
    """

    items: tuple[T, ...]
    next: str = ""

    @classmethod
    def of(cls, found: Sequence[tuple[object, T]], size: int) -> Page[T]:
        """The first ``size`` items of what was found, each given with its place; one more means there is a next page."""
        items = tuple(item for _, item in found[:size])
        return cls(items, str(found[size - 1][0]) if len(found) > size else "")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not taken in, and what to do about it.

    Attributes:
        name: the file's name as given.
        message: what is wrong with it.
        next_step: what to do now.
    """

    name: str
    message: str
    next_step: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the files that were handed in.

    Attributes:
        added: new documents; each is stored whole, with its claims.
        present: documents whose bytes the case already held; nothing was changed.
        refused: files that could not be used; nothing of them was stored.
        left: what was said beside the files and is of none of them: rows of a table, or names that do not fit a pattern.
    """

    added: tuple[DocumentHead, ...] = ()
    present: tuple[DocumentHead, ...] = ()
    refused: tuple[Refusal, ...] = ()
    left: tuple[str, ...] = ()

    def __add__(self, other: AddReport) -> AddReport:
        """Both reports as one, in this order."""
        return AddReport(
            self.added + other.added,
            self.present + other.present,
            self.refused + other.refused,
            self.left + other.left,
        )


@dataclass(frozen=True, slots=True)
class PairsReport:
    """What a run of the comparison changed.

    Attributes:
        pairs: suggested pairs of the case after the run.
        new: pairs that were not suggested before.
        changed: pairs whose comparison is another one now; each has the next version.
        gone: pairs that are no longer suggested; they and their decisions are kept.
        passed_over: claims held against none, for too many others say what they say.
        answered: of those that changed, the pairs that all who are asked had answered: what they said stands, on the version before.
    """

    pairs: int
    new: int = 0
    changed: int = 0
    gone: int = 0
    passed_over: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many suggested pairs a case holds.

    Attributes:
        total: all of them.
        suggested: by suggested relation; every relation is a key.
        decided: those on which the asking reviewer has a live decision.
        left: those on which they have none.
    """

    total: int
    suggested: Mapping[Relation, int]
    decided: int
    left: int


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Where the conflicts lie that are suggested.

    Attributes:
        slots: how many pairs part on each slot; every slot is a key.
        sources: in how many pairs each source is, whoever is in most first; both sides of one source count once.
    """

    slots: Mapping[Slot, int]
    sources: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one reviewer has come.

    Attributes:
        pairs: suggested pairs of the case.
        decided: those on which the reviewer has a live decision.
        left: those on which they have none.
        by_relation: live decisions of the reviewer by relation; every relation is a key.
        decides: whether their role covers to decide; in a case without people everybody's does.
    """

    pairs: int
    decided: int
    left: int
    by_relation: Mapping[Relation, int] = field(default_factory=dict)
    decides: bool = True


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a dump that was loaded.

    Attributes:
        restored: whether the case was empty and now is what was dumped, its audit chain included.
        documents: new documents.
        pairs: new pairs or versions of pairs.
        decisions: new rows of decisions.
        edits: new rows of edits.
        further: new rows of all else that people said: rulings, remarks, conclusions, incidents joined and parted.
        answers: whose the new rows of decisions are: how many of each, by name. A file may hold answers in anybody's name.
        words: new parties and places of the case's own list; claims are read with them from now on.
    """

    restored: bool
    documents: int
    pairs: int
    decisions: int
    edits: int = 0
    further: int = 0
    answers: Mapping[str, int] = field(default_factory=dict)
    words: int = 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where somebody stands who is to answer pairs.

    Attributes:
        pairs: suggested pairs of the case.
        decided: those of them on which they have a live decision.
        former: pairs that are asked no more before all had answered, on which they have none.
        compared: whether the claims of the case were ever compared.
        due: whether claims came, changed or went since.
        back: when the first pair that somebody else has in hand comes back, ISO 8601 in UTC; "" where none is, and in a case that asks several.
    """

    pairs: int
    decided: int
    former: int
    compared: bool
    due: bool
    back: str = ""
