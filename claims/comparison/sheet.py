"""One incident in full: what each source says in each slot, and how that stands to what the others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Final

from claims.comparison.compare import compare
from claims.comparison.incidents import lineages, places_of
from claims.comparison.names import speaks_as
from claims.comparison.settled import SpokenOf, all_settled, unsettled, voice_of
from claims.model import (
    Claim,
    Comparison,
    Facing,
    Incident,
    IncidentSheet,
    Level,
    Linked,
    PairKey,
    Relation,
    Said,
    SheetCell,
    SheetRow,
    Sign,
    Slot,
    Spot,
    Voice,
)
from claims.model.sheet import Value

_MOST: Final = 4000
"""Pairs of an incident that are compared for its sheet; of a larger one those that were suggested stand alone."""
_CLOSEST: Final = (Level.EQUAL, Level.COMPATIBLE, Level.DIFFERENT)

_DEED: Final = frozenset({Slot.ACTOR, Slot.TARGET, Slot.QUANTITY})
"""What a denial says not to have been so; day and place only tell what it speaks of."""

_PEOPLE: Final = frozenset({Voice.OWN, Voice.REVIEWERS, Voice.RULED})
_ORDER: Final = tuple(Voice)


@dataclass(slots=True)
class _Heard:
    """What pairs say of one slot between two sources, by level and whose word it is."""

    pairs: dict[tuple[Level, Voice], list[PairKey]] = field(default_factory=dict)

    def add(self, level: Level, voice: Voice, key: PairKey) -> None:
        """One pair more."""
        self.pairs.setdefault((level, voice), []).append(key)

    def facing(self, source: str) -> Iterator[Facing]:
        """How that source is met: people's words where there are any, else the closest level that is suggested."""
        spoken = {found: keys for found, keys in self.pairs.items() if found[1] in _PEOPLE}
        if not spoken:
            yield self._closest(source, self.pairs)
            return
        strongest = max((voice for _, voice in spoken), key=_ORDER.index)
        said = {found: keys for found, keys in spoken.items() if found[1] is strongest}
        apart = {found: keys for found, keys in said.items() if found[0] is Level.DIFFERENT}
        together = {found: keys for found, keys in said.items() if found not in apart}
        for part in (together, apart):
            if part:
                yield self._closest(source, part)

    def _closest(self, source: str, among: Mapping[tuple[Level, Voice], list[PairKey]]) -> Facing:
        """Two sources agree in a slot when any claim of one agrees with any of the other."""
        levels = {level for level, _ in among}
        best = next(one for one in _CLOSEST if one in levels)
        voices = {voice for level, voice in among if level is best}
        keys = {key for (level, _), found in among.items() if level is best for key in found}
        return Facing(source, best, max(voices, key=_ORDER.index), tuple(sorted(keys, key=str)))


_Standing = Mapping[tuple[Slot, str], Mapping[str, _Heard]]
"""By slot and source: what is heard of how it stands to each other one."""


def sheet(
    incident: Incident,
    claims: Sequence[Claim],
    comparisons: Iterable[Comparison],
    spoken: SpokenOf | None = None,
) -> IncidentSheet:
    """One incident in full.

    Args:
        incident: one of `claims.comparison.incidents`.
        claims: its claims, in any order.
        comparisons: the suggested pairs among them, untouched by people; what they lack is compared here.
        spoken: what people said of pairs, as far as whoever asks may see it.
    """
    ordered = sorted(claims, key=lambda one: (one.document, one.span, one.id))
    said = spoken or {}
    suggested = tuple(_compared(ordered, {each.key: each for each in comparisons}))
    known = tuple(_still_open(suggested, all_settled(suggested, said), said))
    speaker = {claim.id: claim.speaker.source for claim in ordered}
    standing = _standing(known, {claim.id: claim for claim in ordered}, said)
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
        if speaks_as(one) != speaks_as(other):
            found = known.get(PairKey.of(one.id, other.id))
            if found is not None or few:
                yield found or compare(one, other)


def _still_open(
    suggested: Iterable[Comparison], known: Iterable[Comparison], spoken: SpokenOf
) -> Iterator[Comparison]:
    """What is known of each pair; of one on which people are unsure, the slots that the suggestion parts on are named still."""
    for before, after in zip(suggested, known, strict=True):
        said = spoken.get(before.key)
        unsure = said is not None and said.marks and unsettled(said)
        yield replace(after, conflicting=before.conflicting) if unsure else after


def _standing(
    known: Iterable[Comparison], claims: Mapping[str, Claim], spoken: SpokenOf
) -> _Standing:
    """What is heard of each two sources. Who denies and who tells do not agree on who did it, who was hit or how many."""
    heard: defaultdict[tuple[Slot, str], defaultdict[str, _Heard]]
    heard = defaultdict(lambda: defaultdict(_Heard))
    for each in known:
        sides = claims[each.key.left], claims[each.key.right]
        left, right = (claim.speaker.source for claim in sides)
        voice, denied = voice_of(each.key, spoken), sides[0].denies is not sides[1].denies
        for one in each.slots:
            apart = one.level is Level.DIFFERENT or each.relation is Relation.AGREE
            if one.level is not Level.ABSENT and (apart or not denied or one.slot not in _DEED):
                heard[one.slot, left][right].add(one.level, voice, each.key)
                heard[one.slot, right][left].add(one.level, voice, each.key)
    return heard


def _row(
    source: str,
    own: Sequence[Claim],
    every: Sequence[Claim],
    found: tuple[_Standing, Sequence[Comparison]],
) -> SheetRow:
    standing, known = found
    names = {claim.id for claim in own}
    mine = [each for each in known if each.key.left in names or each.key.right in names]
    others = [claim for claim in every if claim.speaker.source != source]
    cells = tuple(
        _cell(slot, own, others, (standing.get((slot, source), {}), mine)) for slot in Slot
    )
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
    found: tuple[Mapping[str, _Heard], Sequence[Comparison]],
) -> SheetCell:
    heard, mine = found
    said = tuple(_said(slot, own))
    if not said:
        return SheetCell(slot, (), Sign.SILENT)
    facing = tuple(each for other in sorted(heard) for each in heard[other].facing(other))
    spoken = any(True for _ in _said(slot, others))
    conflicts = sorted({each.key for each in mine if slot in each.conflicting}, key=str)
    return SheetCell(
        slot, said, _sign(facing, spoken=spoken, disputed=bool(conflicts)), facing, tuple(conflicts)
    )


def _sign(facing: Sequence[Facing], *, spoken: bool, disputed: bool) -> Sign:
    """The sign of a cell; where a pair is in conflict over one of its values, the others do not agree with all of them."""
    levels = {each.level for each in facing}
    if disputed and levels and Level.DIFFERENT not in levels:
        return Sign.MIXED
    if Level.DIFFERENT in levels:
        return Sign.MIXED if len(levels) > 1 else Sign.ALONE
    if levels:
        return Sign.AGREES if levels == {Level.EQUAL} else Sign.COMPATIBLE
    return Sign.OPEN if spoken else Sign.ONLY


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
    """Every value in the words of its document, not understood ones included; the same words in the same place once."""
    seen = set()
    for claim in claims:
        unread = [(one.text, one.span, None) for one in claim.unread if one.slot is slot]
        read = [(one.text, one.span, one) for one in values_of(slot, claim)]
        for text, span, value in (*read, *unread):
            place = claim.document, span, text
            if place not in seen:
                seen.add(place)
                yield Said(claim.id, claim.document, text, span, value)


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
