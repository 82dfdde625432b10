"""What people's words on incidents and on pairs mean together: for two claims, one event or not.

A word on incidents is said of the very event and goes before a mark on a pair; of two words on incidents that part the
later one counts. Where a claim was edited, the claims in its place stand for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, combinations, product

from claims.model import Edit, Grouping, GroupingKind, PairKey, Regrouping, SameEvent

Present = Callable[[str], Collection[str]]
"""The claims that stand for a claim: itself, those that an edit made of it, or none."""


def standing(rows: Iterable[Grouping]) -> tuple[Grouping, ...]:
    """The words that nobody took back, in their order."""
    return tuple(row for row in rows if row.live and row.said is not None)


def visible(
    rows: Iterable[Grouping], *, asker: str, reviewers: int, settled: Callable[[str], bool]
) -> tuple[Grouping, ...]:
    """The words that count for the asker: while a case asks several reviewers, another's would tell their answers.

    Args:
        rows: words on incidents.
        asker: who asks.
        reviewers: how many people judge each pair; 1 shows everything.
        settled: whether all pairs of a claim are settled.
    """
    return tuple(
        row
        for row in rows
        if reviewers <= 1
        or row.by == asker
        or (row.said is not None and all(settled(claim) for claim in row.said.claims))
    )


def firm(rows: Iterable[Grouping], present: Present) -> dict[PairKey, SameEvent]:
    """What words on incidents say of pairs of claims, the latest first.

    Args:
        rows: standing words, in their order.
        present: what stands for a claim.
    """
    found: dict[PairKey, SameEvent] = {}
    for row in reversed(tuple(rows)):
        if row.said is not None:
            for key, gate in _pairs(row.said, present):
                found.setdefault(key, gate)
    return found


def newest(rows: Iterable[Grouping], author: str, present: Present) -> Grouping | None:
    """The newest word of a person that was said here and that somebody's later words have not overruled altogether; None without any.

    Args:
        rows: standing words, in their order, each that came from a file with how.
        author: whose.
        present: what stands for a claim.
    """
    every = tuple(rows)
    held = firm(every, present)
    for row in reversed(every):
        if row.by != author or row.said is None or row.taken_in is not None:
            continue
        said = tuple(_across(row.said, _parts(row.said, present)))
        if not said or any(held[key] is gate for key, gate in said):
            return row
    return None


def _pairs(said: Regrouping, present: Present) -> Iterator[tuple[PairKey, SameEvent]]:
    parts = _parts(said, present)
    for part in parts:
        for one, other in combinations(part, 2):
            yield PairKey.of(one, other), SameEvent.YES
    yield from _across(said, parts)


def _parts(said: Regrouping, present: Present) -> list[list[str]]:
    """The parts that a word names, as what stands for their claims."""
    return [
        sorted(set(chain.from_iterable(present(claim) for claim in part))) for part in said.parts
    ]


def _across(said: Regrouping, parts: list[list[str]]) -> Iterator[tuple[PairKey, SameEvent]]:
    """What a word says of claims of two parts, which is what it is said for."""
    across = SameEvent.YES if said.kind is GroupingKind.MERGE else SameEvent.NO
    for left, right in combinations(parts, 2):
        for one, other in product(left, right):
            if one != other:
                yield PairKey.of(one, other), across


def together(
    grouped: Mapping[PairKey, SameEvent], decided: Mapping[PairKey, SameEvent]
) -> dict[PairKey, SameEvent]:
    """Both kinds of words, those on incidents before those on pairs."""
    return {
        **grouped,
        **{key: decided[key] for key in sorted(decided, key=str) if key not in grouped},
    }


def successors(edits: Iterable[Edit]) -> Callable[[str], tuple[str, ...]]:
    """What stands in the place of a claim after these standing edits, itself when nobody edited it.

    Args:
        edits: edits that nobody took back.
    """
    made = {old.id: tuple(new.id for new in edit.made) for edit in edits for old in edit.replaced}

    def found(claim: str) -> tuple[str, ...]:
        if claim not in made:
            return (claim,)
        return tuple(chain.from_iterable(found(new) for new in made[claim] if new != claim))

    return found
