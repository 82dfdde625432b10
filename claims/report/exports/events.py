"""Incidents as tables in the manner of Airwars and of ACLED, and as entities of FollowTheMoney.

Only what the claims say is filled in; what they do not say stays empty, and no code of precision is made better than it
is. A range goes from the least to the most that sources say; a figure of ACLED's kind is the least one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, Final

from claims.model import Claim, Outcome, Place, State, Toll
from claims.report.captions import told_text
from claims.report.exports.columns import BETWEEN, Cells, TableOf
from claims.report.exports.precision import Precision, precision_of
from claims.report.exports.source import Happened, Source, web_address

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CIVILIANS: Final = frozenset({"civilian", "child", "woman"})
_FIGHTERS: Final = frozenset({"fighter", "soldier", "commander", "terrorist"})
_ALL_OF_THEM: Final = frozenset({"civilian", "fighter"})
_ACCURACIES: Final = {
    Precision.PLACE: "Town or neighbourhood",
    Precision.NEAR: "Vicinity",
    Precision.AREA: "Region",
}
_GEO_PRECISIONS: Final = {Precision.PLACE: "1", Precision.NEAR: "2", Precision.AREA: "3"}
_AIRWARS: Final = (
    "unique_reference_code", "date", "date_to", "country", "location_name", "latitude",
    "longitude", "geolocation_accuracy", "strike_status", "grading", "grading_by",
    "civilians_killed_min", "civilians_killed_max", "civilians_injured_min",
    "civilians_injured_max", "militants_killed_min", "militants_killed_max", "belligerent_list",
    "sources", "source_links", "lineages", "claims", "permalink",
)  # fmt: skip
_ACLED: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip


def _airwars(source: Source) -> Iterator[Cells]:
    return (airwars_cells(each) for each in source.incidents())


def airwars_cells(happened: Happened) -> Cells:
    """An incident as a row in the manner of Airwars."""
    one, place = happened.incident, _place(happened)
    told = (claim for claim in happened.claims if claim.affirms)
    parties = dict.fromkeys(party.name for claim in told for party in claim.actors)
    links = dict.fromkeys(filter(None, map(web_address, happened.documents)))
    return {
        "unique_reference_code": one.id,
        "date": _day(one.first),
        "date_to": _day(one.last),
        **_where(place),
        "location_name": "" if place is None else place.text,
        "geolocation_accuracy": _accuracy(place),
        "grading": _grading(happened.outcome),
        "grading_by": _grading_by(happened.outcome),
        **_range("civilians_killed", _toll(happened, "killed", _CIVILIANS)),
        **_range("civilians_injured", _toll(happened, "injured", _CIVILIANS)),
        **_range("militants_killed", _toll(happened, "killed", _FIGHTERS)),
        "belligerent_list": BETWEEN.join(parties),
        "sources": BETWEEN.join(each.source for each in one.accounts),
        "source_links": BETWEEN.join(links),
        "lineages": one.lineages,
        "claims": BETWEEN.join(one.claims),
    }


def _acled(source: Source) -> Iterator[Cells]:
    return (acled_cells(each) for each in source.incidents())


def acled_cells(happened: Happened) -> Cells:
    """An incident as a row with the columns of ACLED."""
    one, place = happened.incident, _place(happened)
    told = (claim for claim in happened.claims if claim.affirms)
    actors = list(dict.fromkeys(p.name for claim in told for p in claim.actors))
    targets = list(dict.fromkeys(p.name for claim in happened.claims for p in claim.targets))
    civilians = any(p.kind == "civilians" for claim in happened.claims for p in claim.targets)
    killed = [toll.low for toll in one.tolls if toll.unit == "killed"]
    least = next((toll.low for toll in one.tolls if toll.unit == "killed" and not toll.of), None)
    return {
        "event_id_cnty": one.id,
        "event_date": _day(one.first),
        "year": _day(one.first)[:4],
        "time_precision": _time_precision(happened),
        "sub_event_type": BETWEEN.join(dict.fromkeys(claim.kind for claim in happened.claims)),
        "actor1": "" if not actors else actors[0],
        "assoc_actor_1": BETWEEN.join(actors[1:]),
        "actor2": "" if not targets else targets[0],
        "assoc_actor_2": BETWEEN.join(targets[1:]),
        "civilian_targeting": "Civilian targeting" if civilians else "",
        **_where(place),
        "location": "" if place is None else place.name,
        "geo_precision": _geo_precision(place),
        "source": "; ".join(each.source for each in one.accounts),
        "notes": BETWEEN.join(told_text(each.statement, each) for each in happened.claims),
        "fatalities": least if least is not None else max(killed, default=""),
        "tags": _tags(happened.outcome),
    }


def _place(happened: Happened) -> Place | None:
    """The place that most claims name unambiguously, of those the most exact; None when none has coordinates."""
    counted: dict[str, list[Place]] = {}
    for claim in happened.claims:
        for place in claim.places:
            if place.lat is not None and place.lon is not None and len(place.candidates) <= 1:
                counted.setdefault(place.id, []).append(place)
    if not counted:
        return None
    order = list(Precision)
    named = max(
        counted.values(), key=lambda found: (len(found), -order.index(precision_of(found[0])))
    )
    return named[0]


def _where(place: Place | None) -> Cells:
    if place is None or place.lat is None or place.lon is None:
        return {}
    return {"latitude": place.lat, "longitude": place.lon}


def _accuracy(place: Place | None) -> str:
    """How exactly a place is known, in words like those of Airwars."""
    return "" if place is None else _ACCURACIES[precision_of(place)]


def _geo_precision(place: Place | None) -> str:
    """1 a named place, 2 near one, 3 a region of which the point is only the middle."""
    return "" if place is None else _GEO_PRECISIONS[precision_of(place)]


def _time_precision(happened: Happened) -> str:
    """1 a day, 2 within a week, 3 longer or not said."""
    from datetime import date

    first, last = _day(happened.incident.first), _day(happened.incident.last)
    if not first or not last:
        return "3"
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "1" if days == 0 else "2" if days <= 7 else "3"  # noqa: PLR2004 - a week


def _day(text: str) -> str:
    """A day that somebody said, "" for an open end."""
    return text if _DAY.fullmatch(text) else ""


def _grading(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    said = None if outcome.conclusion is None else outcome.conclusion.settlement
    if said is not None:
        return said.outcome.term
    return proposed(outcome)


def proposed(outcome: Outcome) -> str:
    """The grade that the policy proposes, in the words of the case where they have one for it."""
    return outcome.proposal.label if outcome.proposed is None else outcome.proposed.id


def _grading_by(outcome: Outcome | None) -> str:
    """Whether the grade was said by a person, and whether the case has gone on since."""
    if outcome is None:
        return ""
    return {"open": "proposed", "current": "concluded", "stale": "concluded, out of date"}[
        outcome.state.value
    ]


def _tags(outcome: Outcome | None) -> str:
    """The grade as a tag of ACLED's kind, and a tag more where the case has gone on since a person said it."""
    if outcome is None:
        return ""
    stale = ";out_of_date" if outcome.state is State.STALE else ""
    return f"grade={_grading(outcome)}{stale}"


def _toll(happened: Happened, unit: str, of: frozenset[str]) -> Toll | None:
    """The toll of all of them; of a part, such as children, only where no other is told."""
    told = [toll for toll in happened.incident.tolls if toll.unit == unit and toll.of in of]
    return min(told, key=lambda toll: (toll.of not in _ALL_OF_THEM, -toll.low), default=None)


def _range(name: str, toll: Toll | None) -> Cells:
    if toll is None:
        return {}
    return {f"{name}_min": toll.low, f"{name}_max": "" if toll.open else toll.high}


EVENTS: Final[dict[str, TableOf]] = {
    "airwars": TableOf("airwars", "unique_reference_code", _AIRWARS, _airwars),
    "acled": TableOf("acled", "event_id_cnty", _ACLED, _acled),
}
"""The tables of incidents, by name."""

Entity = dict[str, Any]


def entities(source: Source) -> Iterator[Entity]:
    """Documents, those who speak, and incidents, as FollowTheMoney entities, each once."""
    yield from _documents(source)
    yield from _speakers(source)
    yield from _events(source)


def _documents(source: Source) -> Iterator[Entity]:
    for document in source.documents():
        yield _entity(
            f"document-{document.id}",
            "PlainText",
            name=[document.title or document.name],
            fileName=[document.name],
            title=[document.title or document.name],
            author=[document.author],
            language=[{"ar": "ara", "en": "eng"}.get(document.language, "")],
            publisher=[document.publisher.name if document.publisher else ""],
            publishedAt=[document.published if _DAY.fullmatch(document.published) else ""],
            sourceUrl=[each for each in [web_address(document)] if each.startswith("http")],
            retrievedAt=[document.retrieved],
            bodyText=[document.text],
        )


def _speakers(source: Source) -> Iterator[Entity]:
    known: set[str] = set()
    for filed in source.claims():
        speaker = _speaker(filed.claim)
        if speaker not in known:
            known.add(speaker)
            yield _entity(speaker, "LegalEntity", name=[filed.claim.speaker.source])


def _speaker(claim: Claim) -> str:
    return (
        f"source-{hashlib.sha256(claim.speaker.source.encode('utf-8', 'replace')).hexdigest()[:16]}"
    )


def _events(source: Source) -> Iterator[Entity]:
    for happened in source.incidents():
        one = happened.incident
        place = _place(happened)
        yield _entity(
            f"incident-{one.id}",
            "Event",
            name=[called(happened)],
            startDate=[_day(one.first)],
            endDate=[_day(one.last)],
            location=[place.name] if place else [],
            summary=[told_text(claim.statement, claim) for claim in happened.claims],
            keywords=[_grading(happened.outcome)] if happened.outcome else [],
            involved=sorted({_speaker(claim) for claim in happened.claims}),
            proof=[f"document-{document.id}" for document in happened.documents],
        )


def called(happened: Happened) -> str:
    """What an incident is called: the kinds of its claims, and its first day."""
    kinds = dict.fromkeys(claim.kind for claim in happened.claims)
    return " ".join((", ".join(kinds), _day(happened.incident.first))).strip()


def _entity(ident: str, schema: str, /, **properties: list[str]) -> Entity:
    """An entity without empty values; halves of surrogate pairs, which no UTF-8 holds, stand as ``?``."""
    kept = {
        key: [_whole(value) for value in values if value.strip()]
        for key, values in properties.items()
    }
    return {"id": ident, "schema": schema, "properties": {k: v for k, v in kept.items() if v}}


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
