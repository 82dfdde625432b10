"""One speaker, one event, two figures.

Both must be exact, of the same unit and of the same people, in different sentences, neither a part of a total; the event must
surely be one (`claims.checks.same`), and the later sentence must take it for known (*the strike*). Silent where the text says that the figure changed, and where a third figure explains
the difference. A sentence is held against the claims shortly before it only: two figures a hundred claims apart count two things
more often than one, and a text of any length takes time in proportion to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.checks.figures import exact, people
from claims.checks.noticed import Noticed, notice, roles
from claims.checks.same import another_told, finest, same_event, speaker_key, told_as_fact
from claims.checks.wording import cited, means, message, says, words
from claims.model import Claim, Extraction, Quantity, Role

_ASIDE = frozenset({Role.HEADLINE, Role.CHROME, Role.CAPTION})
_REACH = 100
"""Claims that count people, so many of which behind one are held against it."""

_Figures = dict[tuple[str, int | float | None], dict[Quantity, None]]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A claim that counts people, who says it, and its figures."""

    claim: Claim
    speaker: str
    figures: tuple[Quantity, ...]


def two_figures(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each pair of figures that one speaker gives for one thing."""
    role = roles(extraction)
    counting = [
        claim
        for claim in extraction.claims
        if _usable(extraction, claim) and role[claim.id] not in _ASIDE
    ]
    told: set[tuple[int, int]] = set()
    figures = _by_value(extraction)
    counted = [_counted(claim) for claim in counting]
    for left, right in _near(counted):
        for one, other in _parting(left.figures, right.figures):
            key = (one.span.start, other.span.start)
            pair = (one, other)
            if key not in told and _decided(extraction, left.claim, right.claim, pair, figures):
                told.add(key)
                yield _told(left.claim, right.claim, one, other)


def _counted(claim: Claim) -> _Counted:
    return _Counted(claim, speaker_key(claim), tuple(filter(_states, claim.quantities)))


def _near(counted: list[_Counted]) -> Iterator[tuple[_Counted, _Counted]]:
    """Pairs of claims of one kind and one speaker from two sentences, none further apart than `_REACH` that count."""
    for number, left in enumerate(counted):
        for right in counted[number + 1 : number + 1 + _REACH]:
            alike = left.claim.kind == right.claim.kind and left.speaker == right.speaker
            if alike and left.claim.context != right.claim.context:
                yield left, right


def _by_value(extraction: Extraction) -> _Figures:
    """The exact figures of a document by unit and value, each once."""
    found: _Figures = {}
    for claim in extraction.claims:
        for figure in claim.quantities:
            found.setdefault((figure.unit, exact(figure)), {})[figure] = None
    return found


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


def _parting(
    left: tuple[Quantity, ...], right: tuple[Quantity, ...]
) -> Iterator[tuple[Quantity, Quantity]]:
    for one in left:
        for other in right:
            alike = (one.unit, one.of) == (other.unit, other.of)
            if alike and exact(one) != exact(other):
                yield one, other


def _decided(
    extraction: Extraction,
    left: Claim,
    right: Claim,
    pair: tuple[Quantity, Quantity],
    figures: _Figures,
) -> bool:
    if any(says("others", one.text) for one in pair) or not same_event(left, right):
        return False
    first, second = sorted((left, right), key=lambda claim: claim.span)
    if not _told_before(extraction, first, second):
        return False
    rest = abs((exact(pair[0]) or 0) - (exact(pair[1]) or 0))
    return all(figure in pair for figure in figures.get((pair[0].unit, rest), ()))


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
