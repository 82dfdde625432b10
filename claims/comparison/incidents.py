"""What is said of each event: who says it, who agrees, who stands alone, from how many independent sources, how many dead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from claims.comparison.beside import Tying
from claims.comparison.grouping import Words, groups
from claims.comparison.keys import days as days_of
from claims.comparison.names import known_as
from claims.comparison.tolls import tolls
from claims.comparison.whereabouts import sharpest
from claims.model import (
    Account,
    Claim,
    Comparison,
    Incident,
    Level,
    PairKey,
    Place,
    Slot,
    Stated,
)

_ALIKE: Final = frozenset({Level.EQUAL, Level.COMPATIBLE})

_MOST_PLACES: Final = 3

Compared = Mapping[PairKey, Comparison]


def incidents(
    claims: Sequence[Claim],
    comparisons: Iterable[Comparison],
    words: Words | None = None,
    published: Mapping[str, str] | None = None,
    age: Mapping[str, int] | None = None,
    beside: Tying | None = None,
) -> tuple[Incident, ...]:
    """The events that the claims speak of, from the earliest on; those without a date last.

    Args:
        claims: all claims of a case, in any order.
        comparisons: the suggested pairs among them, as people settled them where they did.
        words: what reviewers say of pairs: one event or not; what goes first stands first.
        published: when each document was published, as EDTF, by its id; bounds claims that do not say when.
        age: number of each claim in the order they were read, by its id: the first one names its incident. Without
            it the first by id does.
        beside: knows the ties within documents from the last time; without it all are compared.
    """
    compared = {each.key: each for each in comparisons}
    by_id = {claim.id: claim for claim in claims}
    found = [
        _incident([by_id[name] for name in names], compared, age or {})
        for names in groups(claims, compared.values(), words or {}, published or {}, beside)
    ]
    return tuple(sorted(found, key=order))


def order(one: Incident) -> tuple[bool, str, str, str]:
    """Where an incident stands among others: by its days, and last without any."""
    return not (one.first or one.last), one.first or one.last, one.last, one.id


def _incident(claims: Sequence[Claim], compared: Compared, age: Mapping[str, int]) -> Incident:
    first, last = _stretch(claims)
    earliest, latest = _spread(claims)
    known = among(claims, compared)
    return Incident(
        id=min((age.get(claim.id, 0), claim.id) for claim in claims)[1],
        claims=tuple(sorted(claim.id for claim in claims)),
        first=first,
        last=last,
        accounts=_accounts(claims, known),
        lineages=len(lineages(claims, known)),
        tolls=tolls(claims),
        earliest=earliest,
        latest=latest,
        kinds=tuple(kind for kind, _ in _often(claim.kind for claim in claims)),
        places=tuple(place for place, _ in places_of(claims)[:_MOST_PLACES]),
    )


def among(claims: Sequence[Claim], compared: Compared) -> list[Comparison]:
    """The known comparisons between two of these claims."""
    return [
        found
        for index, one in enumerate(claims)
        for other in claims[index + 1 :]
        if (found := compared.get(PairKey.of(one.id, other.id))) is not None
    ]


def _often(names: Iterable[str]) -> list[tuple[str, int]]:
    """Names with how often they occur, the most frequent first."""
    return sorted(Counter(names).items(), key=lambda one: (-one[1], one[0]))


def places_of(claims: Sequence[Claim]) -> list[tuple[Place, tuple[Claim, ...]]]:
    """The most exact places that claims name, each with the claims that name it, the most frequent first."""
    named: defaultdict[str, list[tuple[Place, Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (one.document, one.span, one.id)):
        for place in sharpest(claim.places):
            named[place.id or place.name].append((place, claim))
    wide = {outer for found in named.values() for place, _ in found for outer in place.within}
    kept = {name: found for name, found in named.items() if name not in wide}
    ordered = sorted(kept.items(), key=lambda one: (-len(one[1]), one[0]))
    return [(found[0][0], tuple(claim for _, claim in found)) for _, found in ordered]


def _spread(claims: Sequence[Claim]) -> tuple[str, str]:
    """From the earliest to the latest day that any date of the claims allows."""
    stated = [days for claim in claims if (days := days_of(claim)) is not None]
    if not stated:
        return "", ""
    return _iso(min(days.first for days in stated), max(days.last for days in stated))


def _stretch(claims: Sequence[Claim]) -> tuple[str, str]:
    """The days that all dates of the claims allow; those of the most exact one when there are none."""
    stated = [days for claim in claims if (days := days_of(claim)) is not None]
    if not stated:
        return "", ""
    first, last = max(days.first for days in stated), min(days.last for days in stated)
    if first > last:
        first, last = min(stated, key=lambda days: days.last - days.first)
    return _iso(first, last)


def _iso(first: int, last: int) -> tuple[str, str]:
    """Two days in ISO 8601, "" for a side that is open (*since May*, *until May*)."""
    start = "" if first <= date.min.toordinal() else date.fromordinal(first).isoformat()
    return start, "" if last >= date.max.toordinal() else date.fromordinal(last).isoformat()


def lineages(
    claims: Sequence[Claim], comparisons: Iterable[Comparison]
) -> tuple[tuple[str, ...], ...]:
    """The sources of claims, those together that lead back to one: by a named origin, as copies, or under two names.

    Args:
        claims: of one incident.
        comparisons: the suggested pairs among them.
    """
    of: dict[str, set[str]] = {}
    speaker = {claim.id: claim.speaker.source for claim in claims}
    for claim in claims:
        _tie(of, [link.source for link in claim.attribution if link.span is not None])
        _tie(of, [claim.speaker.source, known_as(claim.speaker.source)])
    for each in comparisons:
        if each.dependence:
            _tie(of, [speaker[each.key.left], speaker[each.key.right]])
    spoken = set(speaker.values())
    return tuple(sorted({tuple(sorted(one & spoken)) for one in of.values() if one & spoken}))


def _tie(of: dict[str, set[str]], names: Sequence[str]) -> None:
    whole = {other for name in names for other in of.get(name, {name})}
    for name in whole:
        of[name] = whole


def _accounts(claims: Sequence[Claim], known: Sequence[Comparison]) -> tuple[Account, ...]:
    of_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_source[claim.speaker.source].append(claim)
    return tuple(
        Account(
            source,
            own[0].speaker.lineage,
            tuple(claim.id for claim in own),
            tuple(
                Stated(slot, tuple(said), _alone(slot, said, known))
                for slot in Slot
                if (said := [claim.id for claim in own if stated(claim, slot)])
            ),
        )
        for source, own in sorted(of_source.items())
    )


def stated(claim: Claim, slot: Slot) -> bool:
    """Whether a claim says anything in a slot."""
    return bool(
        {
            Slot.DATE: claim.date,
            Slot.PLACE: claim.places,
            Slot.ACTOR: claim.actors,
            Slot.TARGET: claim.targets,
            Slot.QUANTITY: claim.quantities,
        }[slot]
    )


def _alone(slot: Slot, own: Sequence[str], known: Sequence[Comparison]) -> bool:
    """Whether others were compared with these claims in this slot, and all of them differ."""
    levels = {
        one.level
        for each in known
        if each.key.left in own or each.key.right in own
        for one in each.slots
        if one.slot is slot
    }
    return Level.DIFFERENT in levels and not levels & _ALIKE
