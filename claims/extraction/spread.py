"""One clause, several claims: day lists and figures are spread out, what they share is carried to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.draft import Draft, nearest
from claims.extraction.figures import Figure, figures, of_kind, owner
from claims.extraction.mentions import Mentions
from claims.model import DateValue, Place, Quantity, Span

_BETWEEN = frozenset({"و", "،", ",", "and", "(", ")", "-", "او", "or"})


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
    days, listed = _days(mentions, draft)
    return tuple(
        Atom(draft, kind, date, listed if len(days) > 1 else None, quantities, places)
        for kind, quantities, places in _figures(draft)
        for date in days
    )


def _days(mentions: Mentions, draft: Draft) -> tuple[tuple[DateValue | None, ...], Span | None]:
    if not draft.dates:
        return (None,), None
    own = mentions.span(draft.tokens)
    best = nearest(draft.dates, own) if not own.covers(draft.dates[0].span) else None
    run = _list_of(mentions, draft.dates, best or draft.dates[0])
    return run, Span(run[0].span.start, run[-1].span.end)


def _list_of(
    mentions: Mentions, dates: tuple[DateValue, ...], seed: DateValue
) -> tuple[DateValue, ...]:
    """The dates that are listed together with ``seed``: nothing but conjunctions between them."""
    run = [seed]
    for date in dates[dates.index(seed) + 1 :]:
        gap = mentions.range(Span(run[-1].span.end, max(run[-1].span.end, date.span.start)))
        if not _BETWEEN.issuperset(mentions.tokens.words[gap.first : gap.end]):
            break
        run.append(date)
    return tuple(run)


def _figures(draft: Draft) -> Iterator[tuple[str, tuple[Quantity, ...], tuple[Place, ...]]]:
    every = figures(draft.quantities)
    mine = of_kind(draft.kind, every)
    if len(mine) <= 1:
        yield draft.kind, tuple(value for figure in mine for value in figure.values), draft.places
    elif _one_count_each(draft.kind, mine):
        for position, figure in enumerate(mine):
            yield draft.kind, figure.values, _places_of(draft, mine, position)
    else:
        yield draft.kind, tuple(value for figure in mine for value in figure.values), draft.places


def _one_count_each(kind: str, mine: tuple[Figure, ...]) -> bool:
    """Whether each figure is a claim of its own: they count one thing, or nothing but figures is claimed."""
    alike = len({figure.total.unit for figure in mine}) == 1
    return alike or all(owner(kind, figure) for figure in mine) or kind in _FIGURES_ONLY


def _places_of(draft: Draft, mine: tuple[Figure, ...], position: int) -> tuple[Place, ...]:
    """Places between this figure and the next one; all of the clause's where none is placed by itself."""
    starts = [figure.total.span.start for figure in mine]
    begin = starts[position]
    end = starts[position + 1] if position + 1 < len(starts) else None
    own = tuple(
        p for p in draft.places if begin < p.span.start and (end is None or p.span.start < end)
    )
    placed = sum(any(s < p.span.start for p in draft.places) for s in starts)
    scoped = placed >= len(starts) - 1 and len({p.id for p in draft.places}) > 1
    return own if scoped else draft.places
