"""One incident in full: what each source says in each slot, and how that stands to what the others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from claims.comparison.compare import compare
from claims.comparison.incidents import lineages, places_of
from claims.model import (
    Claim,
    Comparison,
    Incident,
    IncidentSheet,
    Level,
    Linked,
    PairKey,
    Said,
    SheetCell,
    SheetRow,
    Sign,
    Slot,
    Spot,
)
from claims.model.sheet import Value

_MOST: Final = 4000
"""Pairs of an incident that are compared for its sheet; of a larger one those that were suggested stand alone."""

Standing = Mapping[Slot, Mapping[tuple[str, str], set[Level]]]
"""The levels of each slot between two sources, by the one and the other."""


def sheet(
    incident: Incident, claims: Sequence[Claim], comparisons: Iterable[Comparison]
) -> IncidentSheet:
    """One incident in full.

    Args:
        incident: one of `claims.comparison.incidents`.
        claims: its claims, in any order.
        comparisons: of pairs among them, suggested or as reviewers settled them; what they lack is compared here.
    """
    ordered = sorted(claims, key=lambda one: (one.document, one.span, one.id))
    known = list(_compared(ordered, {each.key: each for each in comparisons}))
    speaker = {claim.id: claim.speaker.source for claim in ordered}
    standing = _standing(known, speaker)
    return IncidentSheet(
        incident,
        tuple(
            _row(
                source,
                [one for one in ordered if speaker[one.id] == source],
                ordered,
                (standing, known),
            )
            for source in sorted(set(speaker.values()))
        ),
        tuple(_linked(names, ordered, known) for names in lineages(ordered, known)),
        tuple(_spots(ordered)),
    )


def _compared(claims: Sequence[Claim], known: Mapping[PairKey, Comparison]) -> Iterator[Comparison]:
    """The comparison of every two claims of different sources."""
    few = len(claims) * (len(claims) - 1) // 2 <= _MOST
    for one, other in combinations(claims, 2):
        if one.speaker.source != other.speaker.source:
            found = known.get(PairKey.of(one.id, other.id))
            if found is not None or few:
                yield found or compare(one, other)


def _standing(known: Iterable[Comparison], speaker: Mapping[str, str]) -> Standing:
    levels: defaultdict[Slot, defaultdict[tuple[str, str], set[Level]]]
    levels = defaultdict(lambda: defaultdict(set))
    for each in known:
        for one in each.slots:
            if one.level is not Level.ABSENT:
                left, right = speaker[each.key.left], speaker[each.key.right]
                levels[one.slot][left, right].add(one.level)
                levels[one.slot][right, left].add(one.level)
    return levels


def _row(
    source: str,
    own: Sequence[Claim],
    every: Sequence[Claim],
    found: tuple[Standing, Sequence[Comparison]],
) -> SheetRow:
    standing, known = found
    names = {claim.id for claim in own}
    mine = [each for each in known if each.key.left in names or each.key.right in names]
    others = [claim for claim in every if claim.speaker.source != source]
    cells = tuple(_cell(slot, own, others, (standing.get(slot, {}), mine)) for slot in Slot)
    return SheetRow(
        source,
        own[0].speaker.lineage,
        tuple(claim.id for claim in own),
        tuple(dict.fromkeys(claim.quote for claim in own)),
        cells,
        tuple(cell.slot for cell in cells if cell.sign is Sign.ALONE),
    )


def _cell(
    slot: Slot,
    own: Sequence[Claim],
    others: Sequence[Claim],
    found: tuple[Mapping[tuple[str, str], set[Level]], Sequence[Comparison]],
) -> SheetCell:
    levels, mine = found
    source = own[0].speaker.source
    said = tuple(_said(slot, own))
    if not said:
        return SheetCell(slot, (), Sign.SILENT)
    towards = {other: had for (one, other), had in levels.items() if one == source}
    best = {other: _best(had) for other, had in towards.items()}
    agreeing = tuple(sorted(name for name, level in best.items() if level is not Level.DIFFERENT))
    differing = tuple(sorted(name for name, level in best.items() if level is Level.DIFFERENT))
    spoken = any(values_of(slot, claim) for claim in others)
    exact = all(level is Level.EQUAL for level in best.values())
    sign = _sign(spoken=spoken, agreeing=bool(agreeing), differing=bool(differing), exact=exact)
    conflicts = sorted((each.key for each in mine if slot in each.conflicting), key=str)
    return SheetCell(slot, said, sign, agreeing, differing, tuple(conflicts))


def _sign(*, spoken: bool, agreeing: bool, differing: bool, exact: bool) -> Sign:
    if differing:
        return Sign.MIXED if agreeing else Sign.ALONE
    if agreeing:
        return Sign.AGREES if exact else Sign.COMPATIBLE
    return Sign.OPEN if spoken else Sign.ONLY


def _best(levels: set[Level]) -> Level:
    """The closest level: two sources agree in a slot when any claim of one agrees with any of the other."""
    return next(one for one in (Level.EQUAL, Level.COMPATIBLE, Level.DIFFERENT) if one in levels)


def values_of(slot: Slot, claim: Claim) -> tuple[Value, ...]:
    """What a claim says in a slot."""
    return {
        Slot.DATE: () if claim.date is None else (claim.date,),
        Slot.PLACE: claim.places,
        Slot.ACTOR: claim.actors,
        Slot.TARGET: claim.targets,
        Slot.QUANTITY: claim.quantities,
    }[slot]


def _said(slot: Slot, claims: Iterable[Claim]) -> Iterator[Said]:
    """Every value in the words of its document; the same words in the same place once."""
    seen = set()
    for claim in claims:
        for value in values_of(slot, claim):
            place = claim.document, value.span, value.text
            if place not in seen:
                seen.add(place)
                yield Said(claim.id, claim.document, value.text, value.span, value)


def _linked(names: tuple[str, ...], claims: Sequence[Claim], known: Iterable[Comparison]) -> Linked:
    of = {claim.id: claim.speaker.source for claim in claims}
    shown = [
        each
        for each in known
        if each.dependence and of[each.key.left] in names and of[each.key.right] in names
    ]
    if len(names) == 1:
        return Linked(names, "", ())
    copies = [each for each in shown if each.dependence == "copy"]
    reason = "copy" if copies else "same origin"
    return Linked(names, reason, tuple(sorted((each.key for each in shown), key=str)))


def _spots(claims: Sequence[Claim]) -> Iterator[Spot]:
    """The places, the most often named first."""
    for place, named in places_of(claims):
        sources = tuple(sorted({claim.speaker.source for claim in named}))
        yield Spot(place, sources, tuple(dict.fromkeys(claim.id for claim in named)))
