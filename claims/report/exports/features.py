"""Incidents on a map: GeoJSON (RFC 7946: longitude first, WGS84), a feature for each that has coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Final

from claims.comparison.keys import is_event
from claims.comparison.whereabouts import sharpest
from claims.model import Claim, Document, DocumentHead, Outcome, Place, Toll, Verdict
from claims.report.exports.columns import Cell, quantity_words
from claims.report.exports.events import airwars_cells, called, proposed
from claims.report.exports.lines import Node, put_within
from claims.report.exports.precision import Precision, precision_of
from claims.report.exports.said import label, settled, state
from claims.report.exports.source import Filed, Happened, Source

_RANGES: Final = tuple(
    f"{counted}_{end}"
    for counted in ("civilians_killed", "civilians_injured", "militants_killed")
    for end in ("min", "max")
)
"""As the table of the manner of Airwars has them."""

_Point = tuple[float, float]


def features(source: Source, stream: BinaryIO) -> int:
    """Write the incidents with coordinates as one FeatureCollection; gives their number.

    A claim of a kind that is no event, and that nobody joined to one, stands alone, and its ``incident`` is null.
    """
    return put_within(stream, {"type": "FeatureCollection"}, "features", _features(source))


def _features(source: Source) -> Iterator[Node]:
    joined: set[str] = set()
    """Claims of no event that people joined to one."""
    for happened in source.incidents():
        joined |= {claim.id for claim in happened.claims if not is_event(claim.kind)}
        if _points(happened.claims):
            told = _whole(happened, source)
            places = _points(told)
            if places:
                yield _incident(happened, told, places, source)
    for filed in source.claims():
        claim = filed.claim
        places = {} if is_event(claim.kind) or claim.id in joined else _points([claim])
        if places:
            yield _alone(filed, places)


def _whole(happened: Happened, source: Source) -> list[Claim]:
    """Its claims, in the order of their documents, whose document can be read and holds their words where they say."""
    known = {head.id for head in happened.documents}
    found = sorted(happened.claims, key=lambda claim: (claim.document, claim.span))
    return [claim for claim in found if claim.document in known and source.stands(claim)]


def _sure(claim: Claim) -> list[Place]:
    """The places of a claim that have coordinates and one candidate only."""
    return [
        place
        for place in claim.places
        if place.lat is not None and place.lon is not None and len(place.candidates) <= 1
    ]


def _points(claims: Sequence[Claim]) -> dict[_Point, Place]:
    """The most exact places that claims surely name, by longitude and latitude: none that contains another one."""
    named = [place for claim in claims for place in sharpest(_sure(claim))]
    wide = {outer for place in named for outer in place.within}
    order = list(Precision)
    found: dict[_Point, Place] = {}
    for place in named:
        if place.id in wide or place.lat is None or place.lon is None:
            continue
        known = found.setdefault((place.lon, place.lat), place)
        if order.index(precision_of(place)) < order.index(precision_of(known)):
            found[place.lon, place.lat] = place
    return found


def _incident(
    happened: Happened, told: Sequence[Claim], places: Mapping[_Point, Place], source: Source
) -> Node:
    one, cells = happened.incident, airwars_cells(happened)
    heads = {head.id: head for head in happened.documents}
    claims = [
        _claim(claim, heads[claim.document], source.verdict(claim), source.outcome(claim))
        for claim in told
    ]
    return _feature(
        one.id,
        places,
        {
            "incident": one.id,
            "name": called(happened),
            "date": one.days or None,
            **_grade(happened.outcome),
            **{name: _figure(cells.get(name, "")) for name in _RANGES},
            "tolls": [_toll(each) for each in one.tolls],
            "sources": [each.source for each in one.accounts],
            "lineages": one.lineages,
        },
        told,
        claims,
    )


def _alone(filed: Filed, places: Mapping[_Point, Place]) -> Node:
    """A claim of what is no event."""
    claim = filed.claim
    return _feature(
        claim.id,
        places,
        {
            "incident": None,
            "name": claim.kind,
            "date": None if claim.date is None else claim.date.edtf,
            **_grade(None),
            **dict.fromkeys(_RANGES),
            "tolls": [],
            "sources": [claim.speaker.source],
            "lineages": 1,
        },
        [claim],
        [_claim(claim, filed.document, filed.verdict, filed.outcome)],
    )


def _feature(
    ident: str,
    places: Mapping[_Point, Place],
    properties: Node,
    told: Sequence[Claim],
    claims: Sequence[Node],
) -> Node:
    points = [list(point) for point in places]
    exact = list(map(precision_of, places.values()))
    return {
        "type": "Feature",
        "id": ident,
        "geometry": {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points},
        "properties": {
            **properties,
            "kinds": list(dict.fromkeys(claim.kind for claim in told)),
            "precision": max(exact, key=list(Precision).index),
            "places": [
                {"name": place.name, "relation": place.relation, "precision": each}
                for place, each in zip(places.values(), exact, strict=True)
            ],
            "actors": list(
                dict.fromkeys(p.name for claim in told if claim.affirms for p in claim.actors)
            ),
            "targets": list(dict.fromkeys(p.name for claim in told for p in claim.targets)),
            "claims": list(claims),
        },
    }


def _grade(outcome: Outcome | None) -> dict[str, Any]:
    """What the policy proposes, what a person said of it and who that was; nothing is made up where nobody has."""
    said, row = settled(outcome), None if outcome is None else outcome.conclusion
    resolution = None if said is None else said.resolution
    return {
        "grade_proposed": None if outcome is None else proposed(outcome),
        "grade_concluded": None if said is None else said.outcome.term,
        "grade_by": None if said is None or row is None else row.by,
        "grade_at": None if said is None or row is None else row.at,
        "grade_state": None if outcome is None else outcome.state.value,
        "resolution": None if resolution is None else resolution.term,
    }


def _figure(cell: Cell) -> Cell | None:
    return None if cell == "" else cell


def _toll(toll: Toll) -> Node:
    """A range; who says most says *at least* where it has no ``max``."""
    high = None if toll.open else toll.high
    return {"unit": toll.unit, "of": toll.of, "min": toll.low, "max": high}


def _claim(
    claim: Claim,
    document: Document | DocumentHead,
    verdict: Verdict | None,
    outcome: Outcome | None,
) -> Node:
    sure = sharpest(_sure(claim))
    return {
        "id": claim.id,
        "document": document.id,
        "sha256": document.sha256,
        "quote": claim.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "kind": claim.kind,
        "date": None if claim.date is None else claim.date.edtf,
        "statement": claim.statement,
        "places": [each.name for each in claim.places],
        "relation": [each.relation for each in claim.places],
        "points": [
            {
                "name": each.name,
                "coordinates": [each.lon, each.lat],
                "precision": precision_of(each),
            }
            for each in sure
        ],
        "actors": [each.name for each in claim.actors],
        "targets": [each.name for each in claim.targets],
        "quantities": [quantity_words(each) for each in claim.quantities],
        "speaker": claim.speaker.source,
        "lineage": claim.speaker.lineage,
        "verdict": label(verdict, outcome),
        "verdict_state": state(verdict, outcome),
    }
