"""One speaker, one event, two figures.

Both must be exact, of the same unit and of the same people, in different sentences, neither a part of a total; the event must
surely be one (`claims.checks.same`), and the later sentence must take it for known (*the strike*). Silent where the text says that the figure changed, and where a third figure explains
the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claims.checks.figures import exact, people
from claims.checks.noticed import Noticed, notice, roles
from claims.checks.same import another_told, finest, same_event, same_speaker, told_as_fact
from claims.checks.wording import cited, means, message, says, words
from claims.model import Claim, Extraction, Quantity, Role

_ASIDE = frozenset({Role.HEADLINE, Role.CHROME, Role.CAPTION})


def two_figures(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each pair of figures that one speaker gives for one thing."""
    role = roles(extraction)
    counting = [
        claim
        for claim in extraction.claims
        if _usable(extraction, claim) and role[claim.id] not in _ASIDE
    ]
    told: set[tuple[int, int]] = set()
    for left, right in combinations(counting, 2):
        if left.context == right.context or not same_speaker(left, right):
            continue
        for one, other in _parting(left, right):
            key = (one.span.start, other.span.start)
            if key not in told and _decided(extraction, left, right, (one, other)):
                told.add(key)
                yield _told(left, right, one, other)


def _usable(extraction: Extraction, claim: Claim) -> bool:
    return (
        any(map(_states, claim.quantities))
        and told_as_fact(claim)
        and bool(finest(claim))
        and not another_told(extraction, claim)
    )


def _states(quantity: Quantity) -> bool:
    """Whether a figure counts people, exactly and by itself; strikes and things on one place are often others."""
    return people(quantity) and exact(quantity) is not None and quantity.total is None


def _parting(left: Claim, right: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    for one in filter(_states, left.quantities):
        for other in filter(_states, right.quantities):
            alike = (one.unit, one.of) == (other.unit, other.of)
            if alike and exact(one) != exact(other):
                yield one, other


def _decided(
    extraction: Extraction, left: Claim, right: Claim, pair: tuple[Quantity, Quantity]
) -> bool:
    if any(says("others", one.text) for one in pair) or not same_event(left, right):
        return False
    first, second = sorted((left, right), key=lambda claim: claim.span)
    if not _told_before(extraction, first, second):
        return False
    rest = abs((exact(pair[0]) or 0) - (exact(pair[1]) or 0))
    return not any(
        exact(figure) == rest and figure.unit == pair[0].unit and figure not in pair
        for claim in extraction.claims
        for figure in claim.quantities
    )


def _told_before(extraction: Extraction, first: Claim, second: Claim) -> bool:
    """Whether the later sentence takes the event for known (*the strike*), and neither names means that the other does not."""
    text = extraction.document.text
    earlier, later = ((claim.context or claim.span).of(text) for claim in (first, second))
    one, other = means(earlier), means(later)
    return says("known-event", later) and (one == other or not one or not other)


def _told(left: Claim, right: Claim, one: Quantity, other: Quantity) -> Noticed:
    told = message(
        "figures", speaker=words(left.speaker.source), left=cited(one), right=cited(other)
    )
    return notice("figures", told, other.span, (left, right))
