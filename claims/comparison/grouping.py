"""Which claims speak of one event: from suggestions, from what stands together in a text, from reviewers' words.

Reviewers' words come first and are never undone by a suggestion. Then ties are taken from the strongest to the weakest;
one joins two groups only when their days have a day in common and their places do not exclude each other, for all of
both groups together. Nothing happened after it was told, and news that says no day does not follow other such news to
a day on which it was not published, unless both count the same. So a vague claim may join a group, but it cannot chain together what differs. Last, whole groups
are held against each other (`accounts`): several claims show together what no pair of them shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.comparison.accounts import retellings
from claims.comparison.beside import Beside, Tie, Tying
from claims.comparison.evidence import ALIKE
from claims.comparison.keys import Days, is_event, stretch
from claims.comparison.keys import days as days_of
from claims.comparison.whereabouts import sharpest
from claims.model import Claim, Comparison, DateValue, Level, PairKey, SameEvent, Slot
from claims.slots import place, time

Words = Mapping[PairKey, SameEvent]
"""What reviewers say of pairs: one event or not; pairs on which they differ are left out.

What stands first goes first: where words part over three claims (one event with the second, the second with the third,
but not the first with the third), the later *yes* is left out.
"""

_SHARP_DAYS: Final = 7
_TOWN: Final = 0.4
_MOST_PLACES: Final = 2
_UNDATED: Final = 8.0
"""Score from which claims of two documents are one event though one of them does not say when."""
_BOUNDED: Final = 3.5
"""The same where its document says when it was published."""
_LOOKS_BACK: Final = 3
"""Days before its publication in which an event lies of which a document does not say when: news looks back."""
_FIRST, _LAST = 0, 1 << 30


@dataclass(slots=True)
class _Group:
    """Claims that are one event so far.

    Attributes:
        claims: by their ids.
        days: the days that all their dates allow.
        dates: their dates, each once; those without a year or month allow no days but exclude each other all the same.
        towns: the places that are no larger than a town.
        around: what these lie in.
    """

    claims: set[str]
    days: tuple[int, int] = (_FIRST, _LAST)
    dates: dict[str, DateValue] = field(default_factory=dict)
    towns: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


def groups(
    claims: Sequence[Claim],
    comparisons: Iterable[Comparison],
    words: Words,
    published: Mapping[str, str],
    beside: Tying | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The ids of the claims of each event, sorted; claims of kinds that are no events only where reviewers join them.

    Args:
        claims: all of them, in any order.
        comparisons: the suggested pairs among them.
        words: what reviewers say, what goes first standing first.
        published: when each document was published, as EDTF, by its id; those that say so.
        beside: knows the ties within documents from the last time; without it all are compared.
    """
    known = _known(claims, words)
    of = {
        name: _alone(claim, stretch(published.get(claim.document, "")))
        for name, claim in known.items()
    }
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for key, said in words.items():
        if said is SameEvent.NO:
            apart[key.left].add(key.right)
            apart[key.right].add(key.left)
    for key in (key for key, said in words.items() if said is SameEvent.YES):
        if key.left in of and key.right in of:
            one, other = of[key.left], of[key.right]
            if one is not other and not _parted(one, other, apart):
                _join(of, one, other)
    compared = tuple(comparisons)
    counted = {found.key for found in compared if _one_count(found)}
    for key in _ties(known, compared, published, beside or Beside()):
        one, other = of[key.left], of[key.right]
        late = key not in counted and _late(known, key, of, published)
        if not late and _joinable(one, other, apart):
            _join(of, one, other)
    for key in retellings(known, [group.claims for group in of.values()], compared):
        one, other = of[key.left], of[key.right]
        if _joinable(one, other, apart):
            _join(of, one, other)
    return tuple(sorted({tuple(sorted(group.claims)) for group in of.values()}))


def linking(found: Comparison) -> bool:
    """Whether a suggested pair, as people settled it, can make two claims one event, by itself or with others beside it.

    Claims between which no way leads over such pairs, over `links` and over words of reviewers, are never one event: a
    case can be parted there, and `groups` of each part gives what `groups` of the whole gives.
    """
    alike = any(one.slot is Slot.PLACE and one.level in ALIKE for one in found.slots)
    return alike or found.same_event is SameEvent.YES


def links(claims: Sequence[Claim], words: Words) -> Iterator[Tie]:
    """Pairs of claims of one document that can be one event without being a suggested pair, and how strongly they are tied.

    Args:
        claims: all of the document.
        words: what reviewers say of pairs.
    """
    return Beside().ties(_known(claims, words))


def _known(claims: Iterable[Claim], words: Words) -> dict[str, Claim]:
    """The claims that can be of an event, by id."""
    joined = {
        one for key, said in words.items() if said is SameEvent.YES for one in (key.left, key.right)
    }
    return {
        claim.id: claim
        for claim in sorted(claims, key=lambda claim: claim.id)
        if claim.checkable and (is_event(claim.kind) or claim.id in joined)
    }


def _alone(claim: Claim, published: Days | None) -> _Group:
    group = _Group({claim.id})
    days = days_of(claim)
    if claim.date is not None:
        group.dates = {f"{claim.date.edtf} {claim.date.weekday}": claim.date}
    if days is not None and days.last - days.first < _SHARP_DAYS:
        group.days = days
    elif days is None and published is not None:
        group.days = (published.first - _LOOKS_BACK, published.last + 1)
    elif days is not None and published is not None and days.first <= published.last:
        group.days = (_FIRST, published.last + 1)
    own = [one for one in sharpest(claim.places) if place.specificity(one) >= _TOWN]
    if len(own) <= _MOST_PLACES:
        group.towns = {one.id or one.name for one in own}
        group.around = {wide for one in own for wide in one.within}
    return group


def _join(of: dict[str, _Group], one: _Group, other: _Group) -> None:
    if one is other:
        return
    small, large = sorted((one, other), key=lambda group: len(group.claims))
    large.days = (max(one.days[0], other.days[0]), min(one.days[1], other.days[1]))
    large.dates |= small.dates
    large.claims |= small.claims
    large.towns |= small.towns
    large.around |= small.around
    for name in small.claims:
        of[name] = large


def _fit(one: _Group, other: _Group) -> bool:
    """Whether all of both groups may be one event, by day and place."""
    if max(one.days[0], other.days[0]) > min(one.days[1], other.days[1]):
        return False
    if _exclude(one, other) or _exclude(other, one):
        return False
    if not one.towns or not other.towns:
        return True
    shared = one.towns & (other.towns | other.around) or other.towns & one.around
    return bool(shared)


def _late(
    known: Mapping[str, Claim],
    key: PairKey,
    of: Mapping[str, _Group],
    published: Mapping[str, str],
) -> bool:
    """Whether neither says when, and one was published on another day than that on which all of the other's group happened."""
    left, right = known[key.left], known[key.right]
    if left.document == right.document or _says_when(left) or _says_when(right):
        return False
    return any(
        group.days[0] == group.days[1]
        and (told := stretch(published.get(claim.document, ""))) is not None
        and not told.first <= group.days[0] <= told.last
        for claim, group in ((left, of[right.id]), (right, of[left.id]))
    )


def _joinable(one: _Group, other: _Group, apart: Mapping[str, set[str]]) -> bool:
    """Whether a suggestion may make two groups one: they fit, and no reviewer parts them."""
    return one is not other and _fit(one, other) and not _parted(one, other, apart)


def _exclude(one: _Group, other: _Group) -> bool:
    """Whether a date of the first that has no year or month is surely another day than one of the other; the rest `days` tells."""
    loose = [date for date in one.dates.values() if stretch(date.edtf) is None]
    return any(
        time.compare(date, another)[0] is Level.DIFFERENT
        for date in loose
        for another in other.dates.values()
    )


def _parted(one: _Group, other: _Group, apart: Mapping[str, set[str]]) -> bool:
    """Whether a reviewer says of any two that they are not one event."""
    return any(apart.get(name, set()) & other.claims for name in one.claims)


def _ties(
    known: Mapping[str, Claim],
    comparisons: Iterable[Comparison],
    published: Mapping[str, str],
    beside: Tying,
) -> Iterator[PairKey]:
    """Pairs that are suggested as one event, the strongest first."""
    found = {
        each.key: each.score
        for each in comparisons
        if each.key.left in known and each.key.right in known and _strong(known, each, published)
    }
    for key, score in beside.ties(known):
        found.setdefault(key, score)
    yield from sorted(found, key=lambda key: (-found[key], str(key)))


def _strong(known: Mapping[str, Claim], found: Comparison, published: Mapping[str, str]) -> bool:
    """Whether a suggestion ties: both say when, or what they do not say is bounded by publication and the rest is alike."""
    sides = [known[found.key.left], known[found.key.right]]
    said = [_says_when(claim) for claim in sides]
    sure = found.same_event is SameEvent.YES
    if all(said):
        return sure
    bounded = all(
        when or published.get(claim.document) for when, claim in zip(said, sides, strict=True)
    )
    if not sure and not (bounded and _one_place(found)):
        return False
    if not sure and len({_told_on(claim, published) for claim in sides}) > 1:
        return _one_count(found)
    return found.score >= (_BOUNDED if bounded else _UNDATED)


def _one_place(found: Comparison) -> bool:
    """Whether both name one place, and nothing they state excludes each other but figures."""
    levels = {one.slot: one.level for one in found.slots}
    return (
        found.same_event is not SameEvent.NO
        and levels[Slot.PLACE] is Level.EQUAL
        and Level.DIFFERENT not in (levels[Slot.DATE], levels[Slot.ACTOR], levels[Slot.TARGET])
    )


def _told_on(claim: Claim, published: Mapping[str, str]) -> str:
    """The day that a claim says, else that of its document: news of two days from one place is mostly two events."""
    if _says_when(claim) and claim.date is not None:
        return claim.date.edtf
    return published.get(claim.document, "")


def _one_count(found: Comparison) -> bool:
    return any(one.slot is Slot.QUANTITY and one.level is Level.EQUAL for one in found.slots)


def _says_when(claim: Claim) -> bool:
    days = days_of(claim)
    return days is not None and days.last - days.first < _SHARP_DAYS
