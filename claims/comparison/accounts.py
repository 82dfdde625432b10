"""Whole accounts held against each other: what no single pair of claims shows, several claims of a text show together.

Texts without a day, and without a day of publication, are never one event by a pair alone: a village sees many raids. But
who tells of one village, one toll of dead and one of injured, and names the same doer, tells what the other one told. So groups of claims
are joined when they share a village or site, name no other doer, and share a count of people, or a day that is told without its
year (*on Friday*, *on the 22nd of July*), and more besides: a second count, a count of more than a few, the doer, who was hit,
or rare words (names of the dead are such). One count of two or three and the doer are enough where nothing else is counted otherwise.
A weekday is none in common where both count the dead otherwise: each week has a Friday. A city sees more: there both a day and a count are needed, and the doer.
What was joined tells more than its parts did: so this is done until nothing more comes together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claims.comparison.evidence import ALIKE, Count, counts
from claims.comparison.keys import common_words
from claims.comparison.weights import weights
from claims.comparison.whereabouts import exactness, sharpest
from claims.comparison.words import content_words
from claims.model import Claim, Comparison, DateValue, PairKey, Party, Slot
from claims.slots import party, time

_FEW: Final = 3
"""From how many on an equal count says something by itself."""
_RARE: Final = 2
"""Rare words in common that say as much as a doer."""
_ENOUGH: Final = 3
_DAY: Final = 2
"""What a day in common says, of which one side at least does not tell the year."""
_UNKNOWN: Final = "XXXX"
_DAY_OF_A_MONTH: Final = re.compile(r"[\dX]{4}-\d\d-\d\d")
_PARTS: Final = frozenset({"child", "woman"})
"""Of whom a count is mostly a part of another one."""
_DEAD: Final = "killed"
_ANYBODY: Final = "civilians"


@dataclass(frozen=True, slots=True)
class Told:
    """What the claims of one account tell together.

    Attributes:
        spots: villages, quarters and sites, by id, or by name where they have none.
        towns: these, and cities.
        counts: of people, wholes only.
        doers: each once.
        hit: who or what was hit, without mere civilians.
        words: rare ones of each document that name no place and no party.
        days: dates, each once.
    """

    spots: frozenset[str]
    towns: frozenset[str]
    counts: frozenset[Count]
    doers: tuple[Party, ...]
    hit: frozenset[str]
    words: tuple[frozenset[str], ...]
    days: tuple[DateValue, ...]


def retellings(
    claims: Mapping[str, Claim],
    groups: Iterable[set[str]],
    comparisons: Iterable[Comparison],
    kept: dict[frozenset[str], Told],
) -> Iterator[PairKey]:
    """Of accounts that are told in two documents and tell one event, a claim of each; what says most for it first.

    Args:
        claims: all claims of the groups, by id.
        groups: ids of claims that are one event so far; a group may come more than once.
        comparisons: the suggested pairs: only what shares a place there is looked at.
        kept: what groups tell that were asked for before; those of this time are added.
    """
    named = {min(group): group for group in groups}
    of = {name: first for first, group in named.items() for name in group}
    near = {
        PairKey.of(of[each.key.left], of[each.key.right])
        for each in comparisons
        if of.get(each.key.left) != of.get(each.key.right) and _near(claims, of, each)
    }
    known = {}
    for name in {side for key in near for side in (key.left, key.right)}:
        group = frozenset(named[name])
        if group not in kept:
            kept[group] = told([claims[one] for one in sorted(group)])
        known[name] = kept[group]
    found = {key: retold(known[key.left], known[key.right]) for key in near}
    yield from sorted((key for key in near if found[key]), key=lambda key: (-found[key], str(key)))


def _near(claims: Mapping[str, Claim], of: Mapping[str, str], found: Comparison) -> bool:
    """Whether two documents name one place."""
    left, right = found.key.left, found.key.right
    if left not in of or right not in of or claims[left].document == claims[right].document:
        return False
    return any(one.slot is Slot.PLACE and one.level in ALIKE for one in found.slots)


def told(claims: Sequence[Claim]) -> Told:
    """What some claims tell together."""
    named = content_words(" ".join(_names(claims)))
    common = common_words() | named
    words: defaultdict[str, set[str]] = defaultdict(set)
    for one in claims:
        words[one.document] |= content_words(one.quote) - common
    doers = {one.id or one.name: one for claim in claims for one in claim.actors}
    return Told(
        _places(claims, weights().spot),
        _places(claims, weights().city),
        frozenset().union(*map(counts, claims)),
        tuple(doers[name] for name in sorted(doers)),
        frozenset(
            one.id or one.name for claim in claims for one in claim.targets if one.kind != _ANYBODY
        ),
        tuple(frozenset(words[document]) for document in sorted(words)),
        tuple({_day(one.date): one.date for one in claims if one.date}.values()),
    )


def _places(claims: Sequence[Claim], least: float) -> frozenset[str]:
    """The places that claims name so exactly at least."""
    return frozenset(
        one.id or one.name
        for claim in claims
        for one in sharpest(claim.places)
        if exactness(one) >= least
    )


def retold(one: Told, other: Told) -> int:
    """How much says that both accounts are of one event; 0 where that is not enough."""
    shared = one.counts & other.counts
    doers = _doers(one.doers, other.doers)
    day = _one_day(one, other)
    if doers is False or not one.towns & other.towns or not (shared or day):
        return 0
    if not one.spots & other.spots and not (doers and day and shared):
        return 0
    found = (
        len({count[0] for count in shared})
        + 2 * any((count[2] or 0) >= _FEW for count in shared)
        + bool(doers)
        + _targets(one.hit, other.hit)
        + min(_words(one.words, other.words) // _RARE, 2)
        + _DAY * day
        + bool(doers and _one_toll(one.counts, other.counts))
    )
    return found if found >= _ENOUGH else 0


def _words(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> int:
    """The most rare words that a document of one account has in common with one of the other."""
    return max((len(one & other) for one in ours for other in theirs), default=0)


def _targets(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """1 where something hit is the same, -1 where both name what was hit and it is not."""
    if ours & theirs:
        return 1
    return -1 if ours and theirs else 0


def _one_toll(ours: frozenset[Count], theirs: frozenset[Count]) -> bool:
    """Whether both count two people at least alike, and nobody otherwise."""
    apart = {count[:2] for count in ours ^ theirs}
    alike = {
        count
        for count in ours & theirs
        if (count[2] or 0) > 1
        and (count[1] not in _PARTS or (_alone(count, ours) and _alone(count, theirs)))
    }
    otherwise = {count[:2] for count in ours} & {count[:2] for count in theirs} & apart
    return bool(alike) and not otherwise


def _alone(count: Count, every: frozenset[Count]) -> bool:
    """Whether nobody else is counted in its unit: two children were all who died."""
    return all(other == count or other[0] != count[0] for other in every)


def _one_day(one: Told, other: Told) -> bool:
    """Whether both tell of one weekday or one day of a month, one of them without its year.

    Each week has a Friday: it is no day in common where both count the dead, and not as many.
    """
    common: set[str] = set()
    for ours in one.days:
        for theirs in other.days:
            unsaid = _UNKNOWN in (ours.edtf[:4], theirs.edtf[:4])
            if unsaid and time.compare(ours, theirs)[0] in ALIKE:
                common |= _named_days(ours) & _named_days(theirs)
    sure = any(_DAY_OF_A_MONTH.fullmatch(f"{_UNKNOWN}{day}") for day in common)
    return sure or (bool(common) and not _other_dead(one.counts, other.counts))


def _other_dead(ours: frozenset[Count], theirs: frozenset[Count]) -> bool:
    """Whether both count dead people, and never as many."""
    one, other = ({count[2] for count in side if count[0] == _DEAD} for side in (ours, theirs))
    return bool(one and other) and one.isdisjoint(other)


def _named_days(date: DateValue) -> set[str]:
    """The weekday of a date and its day of a month, as far as it is one day and says so."""
    weekday = time.weekday_of(date) or date.weekday
    found = {f"weekday {weekday}"} if weekday else set()
    return found | ({date.edtf[4:]} if _DAY_OF_A_MONTH.fullmatch(date.edtf) else set())


def _day(date: DateValue) -> str:
    return f"{date.edtf} {date.weekday}"


def _doers(ours: Iterable[Party], theirs: Sequence[Party]) -> bool | None:
    """Whether some doer is the same; None where a side names none."""
    levels = [party.compare(one, other)[0] in ALIKE for one in ours for other in theirs]
    return any(levels) if levels else None


def _names(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        yield from (one.text for one in claim.places)
        yield from (one.text for one in (*claim.actors, *claim.targets))
