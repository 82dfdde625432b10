"""Ranges of counts over all sources of an event, as Airwars gives them: from the least to the most, and who says which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from claims.model import Claim, Counted, Quantity, Span, Toll
from claims.slots.quantity import caption

_TOLLS: Final = ("killed", "injured", "casualties", "missing", "arrested", "displaced")
_CIVILIANS: Final = frozenset({"civilian", "child", "woman", "family"})

Said = tuple[Claim, Quantity]


def tolls(claims: Sequence[Claim]) -> tuple[Toll, ...]:
    """The ranges of what claims of one event count, each unit of each kind of people by itself; civilians first."""
    counted: defaultdict[tuple[str, str], defaultdict[str, list[Said]]]
    counted = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for one in claim.quantities:
            if one.unit in _TOLLS and _least(one) is not None:
                counted[one.unit, one.of][claim.speaker.source].append((claim, one))
    return tuple(
        _toll(unit, of, counted[unit, of]) for unit, of in sorted(counted, key=_toll_order)
    )


def toll_caption(toll: Toll, language: str) -> str:
    """A range in words: "3 to 11 civilians killed"; behind an open end "or more"."""
    alone = toll.open and toll.low == toll.high
    whole = Quantity(
        toll.low,
        None if alone else toll.high,
        low_open=False,
        high_open=False,
        approximate=False,
        unit=toll.unit,
        of=toll.of,
        text="",
        span=Span(0, 0),
    )
    said = caption(whole, language)
    if not toll.open or alone:
        return said
    return f"{said}، أو أكثر" if language == "ar" else f"{said}, or more"


def _least(one: Quantity) -> int | float | None:
    """The least that words can mean: of *more than five* people that is six; None of *fewer than ten*, which may be none.

    What only bounds a count from above is no end of a range: the table of source by slot shows it in its own words.
    """
    if one.low is None:
        return None
    return one.low + 1 if one.low_open else one.low


def _toll_order(what: tuple[str, str]) -> tuple[int, bool, str]:
    return _TOLLS.index(what[0]), what[1] not in _CIVILIANS, what[1]


def _toll(unit: str, of: str, sources: Mapping[str, Sequence[Said]]) -> Toll:
    """From the least to the most that sources say; of one source only its highest count, which is its last word."""
    counts = [
        one for source, said in sorted(sources.items()) for one in _counts_of_one(source, said)
    ]
    last = [one for one in counts if one.last]
    high = max(one.top for one in last)
    return Toll(
        unit,
        of,
        min(one.low for one in last),
        high,
        tuple(sorted(sources)),
        tuple(sorted({one.claim for one in counts})),
        tuple(counts),
        all(one.high is None for one in last if one.top == high),
    )


def _counts_of_one(source: str, said: Sequence[Said]) -> list[Counted]:
    """The counts of one source, the highest of them as its last word."""
    ordered = sorted(said, key=lambda one: (-(_least(one[1]) or 0), one[0].id, one[1].span))
    return [
        Counted(
            source, claim.id, _least(one) or 0, one.high, one.approximate, one.text, last=not place
        )
        for place, (claim, one) in enumerate(ordered)
    ]
