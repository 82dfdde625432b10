"""One clause, several claims: day lists and figures are spread out, what they share is carried to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from claims.extraction.draft import Draft, nearest
from claims.extraction.figures import Figure, figures, of_kind, owner
from claims.extraction.mentions import Mentions
from claims.model import DateValue, Place, Quantity, Span

_BETWEEN = frozenset({"و", "،", ",", "and", "(", ")", "-", "او", "or"})


_LISTING = frozenset({",", "and"})
_TIES = frozenset({"of", "in", "from", "at", "near", "to", "by", "with", "including", "on", "for"})
_LONGEST_GAP = 8
_PLACE_REACH = 5
_MONTH = len("2024-06")
_FULL_DAY = len("2024-06-01")
_SEVERAL = 2
_INCLUDED = 4
_CLOSE = 3
_PAUSES = frozenset({"،", ",", "؛", "."})
_FIGURES_ONLY = frozenset({"statistic", "other", "force"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One claim of a draft: its own date, figures and places."""

    draft: Draft
    kind: str
    date: DateValue | None
    listed: Span | None
    quantities: tuple[Quantity, ...]
    places: tuple[Place, ...]


def spread(mentions: Mentions, draft: Draft) -> tuple[Atom, ...]:
    """The atomic claims of a draft, in the order of their figures and dates."""
    days, listed = _stated(mentions, draft)
    mine = of_kind(draft.kind, figures(draft.quantities))
    return tuple(
        Atom(
            _of_these(mentions, draft, quantities, mine),
            kind,
            day,
            listed if len(days) > 1 else None,
            quantities,
            _once(places),
        )
        for kind, quantities, places in _figures(mentions, draft)
        for day in days
    )


def _once(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places, each that words or tags name again once."""
    kept: dict[tuple[str, str], Place] = {}
    for place in places:
        kept.setdefault((place.id or place.name, place.relation), place)
    return places if len(kept) == len(places) else tuple(kept.values())


def days_of(mentions: Mentions, draft: Draft) -> tuple[DateValue, ...]:
    """The days that the claims of a draft have: a list of days, or one time."""
    return tuple(day for day in _stated(mentions, draft)[0] if day is not None)


def _stated(mentions: Mentions, draft: Draft) -> tuple[tuple[DateValue | None, ...], Span | None]:
    days, listed = _days(mentions, draft)
    months = all(day is not None and len(day.edtf) == _MONTH for day in days)
    if len(days) > 1 and (months or not _one_each(draft, len(days))):
        whole = _whole(mentions, days)
        return ((whole,), None) if whole else (days, listed)
    return days, listed


def _one_each(draft: Draft, count: int) -> bool:
    """Whether the figures of a draft leave one for each of ``count`` days; a total over the days is not one of them."""
    mine = of_kind(draft.kind, figures(draft.quantities))
    return all(figure.total.low == count for figure in mine)


def _whole(mentions: Mentions, days: tuple[DateValue | None, ...]) -> DateValue | None:
    """Days that follow each other as one span of time, None where they do not."""
    stated = [day for day in days if day is not None]
    try:
        calendar = [date.fromisoformat(day.edtf) for day in stated]
    except ValueError:
        return _whole_months(mentions, stated)
    if any(later - earlier != timedelta(days=1) for earlier, later in pairwise(calendar)):
        return None
    span = Span(stated[0].span.start, stated[-1].span.end)
    text = span.of(mentions.document.text)
    return DateValue(f"{calendar[0]}/{calendar[-1]}", text, span, "range")


def _whole_months(mentions: Mentions, stated: list[DateValue]) -> DateValue | None:
    """Months that follow each other as one span of time (in June and July), None for anything else."""
    if any(len(day.edtf) != _MONTH or not day.edtf.replace("-", "").isdecimal() for day in stated):
        return None
    count = [int(day.edtf[:4]) * 12 + int(day.edtf[5:]) for day in stated]
    if any(later - earlier != 1 for earlier, later in pairwise(count)):
        return None
    span = Span(stated[0].span.start, stated[-1].span.end)
    text = span.of(mentions.document.text)
    return DateValue(f"{stated[0].edtf}/{stated[-1].edtf}", text, span, "range")


def _days(mentions: Mentions, draft: Draft) -> tuple[tuple[DateValue | None, ...], Span | None]:
    if not draft.dates:
        return (None,), None
    own = mentions.span(draft.tokens)
    best = nearest(draft.dates, own) if not own.covers(draft.dates[0].span) else None
    run = _list_of(mentions, draft.dates, best or draft.dates[0])
    if best is not None and (len(best.edtf) == _MONTH or _wider(best, draft.dates[0])):
        run = _list_of(mentions, draft.dates, draft.dates[0])
    return run, Span(run[0].span.start, run[-1].span.end)


def _wider(day: DateValue, first: DateValue) -> bool:
    """Whether a time is a span and the first of its clause is a day: that is when it was (ظهر اليوم، *ثالث أيام شهر رمضان*)."""
    return "/" in day.edtf and len(first.edtf) == _FULL_DAY


def _list_of(
    mentions: Mentions, dates: tuple[DateValue, ...], seed: DateValue
) -> tuple[DateValue, ...]:
    """The dates that are listed together with ``seed``: nothing but conjunctions between them."""
    run = [seed]
    for day in dates[dates.index(seed) + 1 :]:
        gap = mentions.range(Span(run[-1].span.end, max(run[-1].span.end, day.span.start)))
        if not _BETWEEN.issuperset(mentions.tokens.words[gap.first : gap.end]):
            break
        run.append(day)
    return tuple(run)


def _figures(
    mentions: Mentions, draft: Draft
) -> Iterator[tuple[str, tuple[Quantity, ...], tuple[Place, ...]]]:
    mine = of_kind(draft.kind, figures(draft.quantities))
    placed = tuple(
        (part, place)
        for figure in mine
        for part in figure.parts
        if (place := _right_behind(draft, part))
    )
    if len({place.span for _, place in placed}) < _SEVERAL:
        placed = ()
    for part, place in placed:
        yield draft.kind, (part,), (place,)
    apart = {part.span for part, _ in placed}
    mine = tuple(Figure(f.total, tuple(p for p in f.parts if p.span not in apart)) for f in mine)
    if len(mine) <= 1:
        yield draft.kind, tuple(value for figure in mine for value in figure.values), draft.places
    elif _one_count_each(draft.kind, mine) or _things_listed(mentions, draft.kind, mine):
        for position, figure in enumerate(mine):
            yield draft.kind, figure.values, _places_of(draft, mine, position)
    else:
        yield draft.kind, tuple(value for figure in mine for value in figure.values), draft.places


def _of_these(
    mentions: Mentions, draft: Draft, quantities: tuple[Quantity, ...], mine: tuple[Figure, ...]
) -> Draft:
    """A draft without those people whom only another of its figures counts (7 قتلى، إضافة لإصابة 14 غالبيتهم *نساء*)."""
    here = next((f for f in mine if f.total in quantities), None)
    if draft.kind != "casualties" or here is None or len(quantities) >= _count(mine):
        return draft
    at = mine.index(here)
    kept = tuple(
        one
        for one in draft.targets
        if (owner_at := _counted_by(mine, one.span)) in {None, at}
        or (
            owner_at is not None
            and not _included(mentions, one.span)
            and not mine[owner_at].total.span.covers(one.span)
            and _together(mentions, mine, (at, owner_at))
        )
    )
    return draft if len(kept) == len(draft.targets) else replace(draft, targets=kept)


def _included(mentions: Mentions, span: Span) -> bool:
    """Whether English people are only included in the figure before them (16 civilians, *including women and children*, …)."""
    first = mentions.token_at(span.start)
    return "including" in mentions.tokens.words[max(0, first - _INCLUDED) : first]


def _count(mine: tuple[Figure, ...]) -> int:
    return sum(len(figure.values) for figure in mine)


def _counted_by(mine: tuple[Figure, ...], span: Span) -> int | None:
    """The position of the figure behind which people stand, None for those before all figures."""
    before = [at for at, figure in enumerate(mine) if figure.total.span.start <= span.start]
    return before[-1] if before else None


def _together(mentions: Mentions, mine: tuple[Figure, ...], pair: tuple[int, int]) -> bool:
    """Whether two figures stand close together, with no pause between, and count the same people (3 قتلى و5 جرحى من *المدنيين*)."""
    first, last = min(pair), max(pair)
    same = mine[first].total.of == mine[last].total.of != ""
    ends = max(value.span.end for value in mine[first].values)
    gap = mentions.range(Span(ends, max(ends, mine[last].total.span.start)))
    between = mentions.tokens.words[gap.first : gap.end]
    return same or (len(between) <= _CLOSE and _PAUSES.isdisjoint(between))


def _right_behind(draft: Draft, part: Quantity) -> Place | None:
    """The place right behind a part of a total: *61 of them in Tripoli* is a claim of its own."""
    end = part.span.end
    return next((p for p in draft.places if 0 <= p.span.start - end <= _PLACE_REACH), None)


def _one_count_each(kind: str, mine: tuple[Figure, ...]) -> bool:
    """Whether each figure is a claim of its own: they count one thing, or nothing but figures is claimed."""
    alike = len({figure.total.unit for figure in mine}) == 1
    return alike or all(owner(kind, figure) for figure in mine) or kind in _FIGURES_ONLY


def _things_listed(mentions: Mentions, kind: str, mine: tuple[Figure, ...]) -> bool:
    """Whether several kinds of things are listed under one English verb (destroyed *11 positions, four mortars and two cars*)."""
    if kind != "damage" or any(not figure.total.unit for figure in mine):
        return False
    words = mentions.tokens.words
    for one, other in pairwise(figure.total.span for figure in mine):
        gap = mentions.range(Span(one.end, max(one.end, other.start)))
        between = words[gap.first : gap.end]
        if _LISTING.isdisjoint(between) or not all(w.isascii() for w in between):
            return False
        if len(between) > _LONGEST_GAP or not _TIES.isdisjoint(between):
            return False
    return True


def _places_of(draft: Draft, mine: tuple[Figure, ...], position: int) -> tuple[Place, ...]:
    """Places between this figure and the next one; all of the clause's where not at least two are placed so.

    All figures but one must be (*13 in Iraq and 10 in Syria, 23 in all*): places behind the last one are of each. Killed and
    injured before one place share it (*8 killed and 22 hurt in A* and 2 killed in B).
    """
    starts = [figure.total.span.start for figure in mine]
    ends = [*starts[1:], len(draft.places) and draft.places[-1].span.end]
    own = [
        tuple(p for p in draft.places if begin < p.span.start < end)
        for begin, end in zip(starts, ends, strict=True)
    ]
    scoped = sum(map(bool, own)) >= max(_SEVERAL, len(starts) - 1)
    if not scoped:
        return draft.places
    pair = {figure.total.unit for figure in mine[position : position + 2]}
    return own[position] or (own[position + 1] if len(pair) > 1 else ())
