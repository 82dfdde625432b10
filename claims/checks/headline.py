"""A headline held against the body of its text: toll, date and place of the same event.

The headline's figure must be nowhere in the body, neither as it stands nor within bounds nor as a sum of what the body
counts, and the body must give another one for the surely same event: by the same speaker, or by anybody where the headline
names none. Date and place are compared where headline and body state one and the same figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.checks.figures import exact, people, wider_units
from claims.checks.noticed import Noticed, notice, roles
from claims.checks.same import another_told, dates_fit, same_event, same_speaker, told_as_fact
from claims.checks.wording import cited, message, quoted, says
from claims.model import Claim, Extraction, Level, Place, Quantity, Role, Span
from claims.slots.place import compare as compare_places
from claims.slots.place import specificity
from claims.slots.quantity import compare
from claims.slots.quantity.kinds import wider
from claims.slots.time import interval

_ASIDE = frozenset({Role.HEADLINE, Role.CHROME, Role.DATELINE, Role.CAPTION})
_FEWEST = 3
"""Figures below this are too common to show that two claims tell of one event."""
_EXACT_PLACE = 0.6
_MANY = 14
_OPEN = frozenset({"persons", "members", "casualties", "bodies", "missing", "families"})
"""Units of people that do not say, or not finally, what befell them."""


def headline_against_body(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each figure, date or place of a headline that the body contradicts."""
    role = roles(extraction)
    body = sorted((c for c in extraction.claims if role[c.id] not in _ASIDE), key=_place_in_text)
    for head in _heads(extraction, role):
        late = body and head.span.start > body[0].span.start
        if late or not told_as_fact(head) or another_told(extraction, head):
            continue
        for stated in head.quantities:
            if exact(stated) is None or stated.total is not None or not people(stated):
                continue
            yield from _toll(extraction, head, stated, body)
            yield from _date_and_place(extraction, head, stated, body)


def _heads(extraction: Extraction, role: Mapping[str, Role]) -> Iterator[Claim]:
    """The claims of the first headline that claims anything; further ones may be those of other texts."""
    heads = [claim for claim in extraction.claims if role[claim.id] is Role.HEADLINE]
    heads.sort(key=_place_in_text)
    return (claim for claim in heads if claim.context == heads[0].context)


def _place_in_text(claim: Claim) -> Span:
    """Claims that people made stand behind the others, wherever their words are."""
    return claim.span


def _heard(head: Claim, claim: Claim) -> bool:
    return same_speaker(head, claim) or head.speaker.span is None


def _toll(
    extraction: Extraction, head: Claim, stated: Quantity, body: Sequence[Claim]
) -> Iterator[Noticed]:
    counted = [one for claim in body for one in claim.quantities]
    if _explained(stated, counted):
        return
    first = next(((c, one) for c in body for one in c.quantities if _alike(one, stated)), None)
    if first is None or says("others", first[1].text):
        return
    claim, other = first
    if another_told(extraction, claim, clause=True) or _grew(extraction, head):
        return
    if _heard(head, claim) and same_event(head, claim, leads=True):
        told = message("headline-figure", left=cited(stated), right=cited(other))
        yield notice("headline", told, stated.span, (head, claim))


def _grew(extraction: Extraction, head: Claim) -> bool:
    """Whether the text behind the headline says that the toll was another one at first."""
    return says("growing", extraction.document.text[head.span.end :])


def _alike(one: Quantity, stated: Quantity) -> bool:
    """Whether a figure of the body counts exactly what the headline's counts."""
    same = (one.unit, one.of) == (stated.unit, stated.of)
    return same and one.total is None and exact(one) is not None


def _explained(stated: Quantity, counted: Sequence[Quantity]) -> bool:
    """Whether the body holds the figure, or figures that may come to it."""
    if any(_may_be(stated, one) for one in counted):
        return True
    alike = {one.span: one for one in counted if _of_one_fate(stated, one)}.values()
    values = [exact(one) for one in alike]
    if None in values or len(values) > _MANY:
        return True
    sums: set[int | float] = {0}
    for value in values:
        sums |= {one + (value or 0) for one in sums}
    return exact(stated) in sums


def _of_one_fate(stated: Quantity, one: Quantity) -> bool:
    """Whether a figure of the body may count people whom the headline's counts too (*and a family of seven*)."""
    return stated.unit in wider_units(one.unit) or one.unit in _OPEN


def _may_be(stated: Quantity, one: Quantity) -> bool:
    """Whether the headline's figure can be a figure of the body, or a part of it; a part in the body explains nothing."""
    whole = one.unit in wider_units(stated.unit) and one.of in {"", *wider(stated.of)}
    return whole and compare(stated, one)[0] in {Level.EQUAL, Level.COMPATIBLE}


def _date_and_place(
    extraction: Extraction, head: Claim, stated: Quantity, body: Sequence[Claim]
) -> Iterator[Noticed]:
    alike = [
        claim
        for claim in body
        if claim.kind == head.kind and _heard(head, claim) and _gives(claim, stated)
    ]
    if (exact(stated) or 0) < _FEWEST or not alike or not all(map(told_as_fact, alike)):
        return
    if any(another_told(extraction, claim, clause=True) for claim in alike):
        return
    yield from _date(head, alike)
    yield from _place(head, alike, body)


def _gives(claim: Claim, stated: Quantity) -> bool:
    return any(exact(one) == exact(stated) and _alike(one, stated) for one in claim.quantities)


def _date(head: Claim, alike: Sequence[Claim]) -> Iterator[Noticed]:
    if head.date is None or not head.span.covers(head.date.span) or not _one_day(head):
        return
    dated = [claim for claim in alike if claim.date is not None and _one_day(claim)]
    if len(dated) < len(alike) or any(dates_fit(head, claim) for claim in dated):
        return
    other = dated[0].date
    if other is not None:
        told = message("headline-date", left=quoted(head.date.text), right=quoted(other.text))
        yield notice("headline", told, head.date.span, (head, dated[0]))


def _one_day(claim: Claim) -> bool:
    days = interval(claim.date.edtf) if claim.date is not None else None
    return days is not None and days[0] == days[1]


def _place(head: Claim, alike: Sequence[Claim], body: Sequence[Claim]) -> Iterator[Noticed]:
    """Every exact place of the headline lies apart from every exact place that the body names for the figure."""
    ours = [place for place in head.places if specificity(place) >= _EXACT_PLACE]
    if not ours or len(alike) != 1:
        return
    theirs = [place for place in alike[0].places if specificity(place) >= _EXACT_PLACE]
    if not theirs or any(_meet(one, other) for one in ours for other in alike[0].places):
        return
    named = {place.id for claim in body for place in claim.places}
    if named & {place.id for place in ours}:
        return
    told = message("headline-place", left=quoted(ours[0].text), right=quoted(theirs[0].text))
    yield notice("headline", told, ours[0].span, (head, alike[0]))


def _meet(one: Place, other: Place) -> bool:
    return compare_places(one, other)[0] is not Level.DIFFERENT
