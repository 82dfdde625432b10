"""One source telling one event in several documents: the posts of a network through a day, a bulletin and its correction.

A pair is of two sources, so such claims are never one; yet they are one event. Claims of one source that name one town or
site and one day (the day of publication where they say none) stand together, and each is held against those told next in
other documents. They are tied where the gate says *one event*, where nothing was hit or counted otherwise but for a figure
that is told anew, and where no word says that it happened once more. The work grows with the claims, not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from claims.comparison.bounds import says_when
from claims.comparison.compare import compare
from claims.comparison.keys import days, stretch
from claims.comparison.names import speaks_as
from claims.comparison.weights import weights
from claims.comparison.whereabouts import exactness, sharpest
from claims.comparison.wordgroups import WRITTEN_ON, word_groups
from claims.model import Apparent, Claim, Comparison, Level, PairKey, SameEvent, Slot
from claims.text.shadow import fold

_NEXT: Final = 12
"""So many claims of other documents are looked at after each one."""
_UNDATED: Final = 3.5
"""Score from which two claims are tied of which one does not say when."""
_MOST_PLACES: Final = 2


def standing_together(claim: Claim) -> Iterator[str]:
    """Under which names a claim stands together with others of its source; those that share none are never tied."""
    told = days(claim) if says_when(claim) else stretch(claim.published)
    if told is None or told.first != told.last:
        return
    where = sharpest(claim.places)
    if len(where) > _MOST_PLACES:
        return
    for one in where:
        if exactness(one) >= weights().city:
            yield f"{told.first} {one.id or one.name} {speaks_as(claim)}"


def by_source(known: Mapping[str, Claim]) -> dict[str, list[Claim]]:
    """The claims that stand together, in two documents at least, each group in the order in which it was told."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in known.values():
        for name in standing_together(claim):
            found[name].append(claim)
    told = {name: some for name, some in found.items() if len({one.document for one in some}) > 1}
    for some in told.values():
        some.sort(key=lambda one: (one.published, one.document, one.span.start, one.id))
    return told


def told_again(claims: Sequence[Claim]) -> tuple[tuple[PairKey, float], ...]:
    """Which claims that stand together are one event, and how strongly they are tied."""
    return tuple(_ties(claims))


def _ties(claims: Sequence[Claim]) -> Iterator[tuple[PairKey, float]]:
    for one, others in _each_with_next(claims):
        for other in others:
            if weights().related(one.kind, other.kind):
                found = compare(one, other)
                if _one_event(one, other, found):
                    yield found.key, found.score


def _each_with_next(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Each claim with those told next in other documents; claims of one document follow each other."""
    end = 0
    for index, one in enumerate(claims):
        while end < len(claims) and (end <= index or claims[end].document == one.document):
            end += 1
        yield one, claims[end : end + _NEXT]


def _one_event(one: Claim, other: Claim, found: Comparison) -> bool:
    if found.same_event is not SameEvent.YES:
        return False
    levels = {each.slot: each.level for each in found.slots}
    if levels[Slot.TARGET] is Level.DIFFERENT or levels[Slot.ACTOR] is Level.DIFFERENT:
        return False
    if levels[Slot.QUANTITY] is Level.DIFFERENT and found.apparent is not Apparent.LATER_UPDATE:
        return False
    if any(map(_once_more, (one, other))) and levels[Slot.QUANTITY] is not Level.EQUAL:
        return False
    return (says_when(one) and says_when(other)) or found.score >= _UNDATED


def _once_more(claim: Claim) -> bool:
    return word_groups("again", WRITTEN_ON)["once_more"].search(fold(claim.quote)) is not None
