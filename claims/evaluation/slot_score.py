"""Precision and recall of the finders of slots, for each collection, language and kind.

A find is *right* when it fulfils something wanted: one of its readings, at its words where they are given. Each find
serves one thing wanted. A wrong value is therefore both a find too many and a miss. What a text leaves optional counts
neither way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from claims.evaluation.slot_cases import UNLISTED, Found, SlotCase, Wanted

Find = Callable[[SlotCase], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class SlotMiss:
    """What was not found, or found wrongly, in one text.

    Attributes:
        case: the text and its kind.
        missing: what nothing fulfilled.
        extra: finds that nothing asked for.
    """

    case: SlotCase
    missing: tuple[Wanted, ...]
    extra: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class SlotScore:
    """One row: a collection, a language, a kind.

    Attributes:
        collection: see `SlotCase`.
        language: see `SlotCase`.
        kind: see `SlotCase`.
        texts: how many texts were read.
        labels: how many things they state.
        found: how many finds count.
        right: how many of them are right.
        misses: the texts in which not all was right.
    """

    collection: str
    language: str
    kind: str
    texts: int
    labels: int
    found: int
    right: int
    misses: tuple[SlotMiss, ...]

    @property
    def precision(self) -> float:
        """Share of the finds that are right; 1 where nothing was found."""
        return round(self.right / self.found, 4) if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is stated that was found; 1 where nothing is stated."""
        return round(self.right / self.labels, 4) if self.labels else 1.0


def slot_scores(cases: Iterable[SlotCase], find: Find) -> tuple[SlotScore, ...]:
    """Find in every text and count; rows in the order in which they first come."""
    rows: dict[tuple[str, str, str], list[tuple[SlotCase, int, SlotMiss]]] = {}
    for case in cases:
        row = rows.setdefault((case.collection, case.language, case.kind), [])
        row.append((case, *_compared(case, find(case))))
    return tuple(_row(key, counted) for key, counted in rows.items())


def slot_figures(scores: Iterable[SlotScore]) -> dict[str, float]:
    """The figures that are pinned, by names such as ``unseen ar date precision``."""
    return {
        f"{one.collection} {one.language} {one.kind} {name}": value
        for one in scores
        for name, value in (("precision", one.precision), ("recall", one.recall))
    }


def slot_fingerprint(cases: Iterable[SlotCase]) -> str:
    """SHA-256 over all cases, in order."""
    digest = hashlib.sha256()
    for case in cases:
        digest.update(hashlib.sha256(repr(case).encode()).digest())
    return digest.hexdigest()


def _row(key: tuple[str, str, str], counted: Sequence[tuple[SlotCase, int, SlotMiss]]) -> SlotScore:
    right = sum(one for _, one, _ in counted)
    misses = tuple(miss for _, _, miss in counted if miss.missing or miss.extra)
    extra = sum(len(miss.extra) for miss in misses)
    labels = sum(len(case.wanted) for case, _, _ in counted)
    return SlotScore(*key, len(counted), labels, right + extra, right, misses)


def _compared(case: SlotCase, finds: Sequence[Found]) -> tuple[int, SlotMiss]:
    """How many finds are right, and what is not."""
    counted = [one for one in finds if _counts(case, one)]
    served: dict[int, int] = {}
    for at in sorted(range(len(case.wanted)), key=lambda i: _choice(case.wanted[i], counted)):
        for number, one in enumerate(counted):
            if number not in served and _fulfils(one, case.wanted[at]):
                served[number] = at
                break
    missing = tuple(w for at, w in enumerate(case.wanted) if at not in served.values())
    extra = tuple(
        one for number, one in enumerate(counted) if number not in served and _too_much(case, one)
    )
    return len(served), SlotMiss(case, missing, extra)


def _counts(case: SlotCase, one: Found) -> bool:
    inside = case.until is None or one.start < case.until
    return inside and not (case.names and one.unnamed)


def _choice(wanted: Wanted, finds: Sequence[Found]) -> int:
    return sum(_fulfils(one, wanted) for one in finds)


def _too_much(case: SlotCase, one: Found) -> bool:
    allowed = (*case.optional, *(case.wanted if case.names else ()))
    return not case.free and not any(_fulfils(one, wanted) for wanted in allowed)


def _fulfils(one: Found, wanted: Wanted) -> bool:
    return _reads(one, wanted) and (not wanted.words or _touch(wanted.words, one.words))


def _reads(one: Found, wanted: Wanted) -> bool:
    if not wanted.readings or not one.readings.isdisjoint(wanted.readings):
        return True
    unlisted = [r.removeprefix(UNLISTED) for r in wanted.readings if r.startswith(UNLISTED)]
    return any(
        _touch(words, reading.removeprefix(UNLISTED))
        for reading in one.readings
        if reading.startswith(UNLISTED)
        for words in unlisted
    )


def _touch(left: str, right: str) -> bool:
    """Whether one stretch of words holds the other."""
    return left in right or right in left
