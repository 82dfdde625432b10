"""Holds two places side by side: the same, compatible, different, or not to be told.

Distances are great circles between points of the gazetteer. The tolerance is the sum of what both sides reach: the
size of such a place (``reach`` in ``place_kinds.toml``) and what the relation adds (`_ADDED`). Where both sides say that
something was *in* a place it is less (`_TOWNS_APART`): neighbouring towns are different towns.
"""

from __future__ import annotations

from functools import cache
from math import atan2, cos, degrees, radians, sin
from typing import NamedTuple

from rapidfuzz import fuzz

from claims.model import Level, Message, Place
from claims.slots.isolates import isolated
from claims.slots.place.caption import caption
from claims.slots.place.entries import Entry
from claims.slots.place.gazetteer import contains, distance, gazetteer
from claims.slots.place.lexicon import Term, kinds
from claims.slots.place.names import is_arabic, skeleton, supplement_key
from claims.slots.place.relations import bearing
from claims.slots.tables import data
from claims.text.shadow import fold

_ADDED = {
    "near": 15.0,
    "countryside": 30.0,
    "outskirts": 5.0,
    "centre": 0.0,
    "between": 60.0,
    "road to": 40.0,
    "bank of": 10.0,
    "border with": 40.0,
}
"""Kilometres that a relation adds to the reach of a place: reporters call a village *near* a town some 15 km away."""
_ADDED_BY_WIND = 40.0
"""Kilometres within which *north of X* is said."""
_LEAST = 2.0
"""Least tolerance in km, for coordinates of different makers."""
_TOWNS_APART = 0.4
"""Share of the sum of both reaches up to which two places that something was *in* are one surroundings."""
_OPPOSITE = 112.5
"""Degrees between two of eight winds from which on they exclude each other."""
_MEANT = 5.0
"""Kilometres from which on a direction between two points means something."""
_SPELLING = 85.0
"""Similarity (rapidfuzz ratio, 0 to 100) from which on two names are taken for spellings of one."""
_HEARD = 3
"""Consonants that names in different scripts must share, all of them, to be taken for one name."""


class _Outcome(NamedTuple):
    level: Level
    message: str
    swapped: bool = False
    km: float = 0.0
    limit: float = 0.0


def compare(left: Place, right: Place) -> tuple[Level, Message]:
    """How two places stand to each other and a sentence that quotes both; symmetric.

    EQUAL: one place and one relation. COMPATIBLE: one contains or overlaps the other, the relation leaves room, the
    distance is within the tolerance, the names agree. DIFFERENT: otherwise. ABSENT: what is known does not decide.
    """
    outcome = _weigh(left, right)
    one, other = (right, left) if outcome.swapped else (left, right)
    words = _messages()[outcome.message]
    figures = {"km": f"{outcome.km:.0f}", "limit": f"{outcome.limit:.0f}"}
    return outcome.level, Message(
        words.ar.format(left=_quoted(one, "ar"), right=_quoted(other, "ar"), **figures),
        words.en.format(left=_quoted(one, "en"), right=_quoted(other, "en"), **figures),
    )


@cache
def _messages() -> dict[str, Term]:
    return {name: Term(row["ar"], row["en"]) for name, row in data("place_messages").items()}


def _quoted(value: Place, language: str) -> str:
    words = " ".join(value.text.split())
    said = caption(value, language)
    inner = isolated(words, language)
    quote = f"«{inner}»" if language == "ar" else f"“{inner}”"
    return quote if said == words else f"{quote} ({isolated(said, language)})"


def _weigh(left: Place, right: Place) -> _Outcome:
    if left.id and left.id == right.id:
        return _same_place(left, right)
    if not (_listed(left) and _listed(right)):
        return _by_name(left, right)
    for one, other, swapped in ((left, right, False), (right, left, True)):
        if _within(one, other):
            aside = _aside(one, other)
            return _Outcome(
                Level.DIFFERENT if aside else Level.COMPATIBLE,
                "direction" if aside else "inside",
                swapped,
            )
    if set(_ids(left)) & set(_ids(right)):
        return _Outcome(Level.COMPATIBLE, "ambiguous")
    if _overlap(left, right) or _overlap(right, left):
        return _Outcome(Level.COMPATIBLE, "overlap")
    return _by_distance(left, right)


def _listed(value: Place) -> bool:
    """Whether the gazetteer has the place; one that a case adds is told by its name and what contains it."""
    return value.id in gazetteer().numbers


def _ids(value: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys((value.id, *value.candidates)))


def _same_place(left: Place, right: Place) -> _Outcome:
    if left.relation == right.relation:
        return _Outcome(Level.EQUAL, "same")
    one, other = bearing(left.relation), bearing(right.relation)
    if one is not None and other is not None and _angle(one, other) >= _OPPOSITE:
        return _Outcome(Level.DIFFERENT, "opposite")
    return _Outcome(Level.COMPATIBLE, "around")


def _angle(one: float, other: float) -> float:
    turn = abs(one - other) % 360
    return min(turn, 360 - turn)


def _within(inner: Place, outer: Place) -> bool:
    return any(contains(one, other) for one in _ids(outer) for other in _ids(inner))


def _aside(point: Place, area: Place) -> bool:
    """Whether the point lies on the other side of what *eastern countryside of X* says."""
    wanted = bearing(area.relation)
    if wanted is None or bearing(point.relation) is not None:
        return False
    places = gazetteer()
    centres = [
        entry
        for name in _ids(area)
        if (entry := places.get(name)) is not None and entry.lat is not None
    ]
    spot = places.get(point.id)
    if (
        not centres
        or spot is None
        or (apart := distance(centres[0], spot)) is None
        or apart < _MEANT
    ):
        return False
    return _angle(_bearing_to(centres[0], spot), wanted) >= _OPPOSITE


def _bearing_to(start: Entry, end: Entry) -> float:
    """Degrees from north of the way from one point to another."""
    north, south = radians(start.lat or 0.0), radians(end.lat or 0.0)
    turn = radians((end.lon or 0.0) - (start.lon or 0.0))
    east = sin(turn) * cos(south)
    up = cos(north) * sin(south) - sin(north) * cos(south) * cos(turn)
    return degrees(atan2(east, up)) % 360


def _overlap(area: Place, other: Place) -> bool:
    entry = gazetteer().get(area.id)
    if entry is None or not entry.touches:
        return False
    touched = set(entry.touches)
    finest = {name for name in touched if name.startswith("admin1:")}
    around = {*_ids(other), *other.within}
    if touched & set(_ids(other)):
        return True
    return bool((finest or touched) & around) or _shared_touch(entry, other)


def _shared_touch(entry: Entry, other: Place) -> bool:
    another = gazetteer().get(other.id)
    return another is not None and bool(set(entry.touches) & set(another.touches))


def _by_distance(left: Place, right: Place) -> _Outcome:
    places = gazetteer()
    one, other = places.get(left.id), places.get(right.id)
    apart = distance(one, other) if one is not None and other is not None else None
    if apart is None:
        return _unmeasured(left, right)
    share = _TOWNS_APART if left.relation == right.relation == "in" else 1.0
    limit = max(_LEAST, share * (_reach(left) + _reach(right)))
    if apart > limit:
        return _Outcome(Level.DIFFERENT, "far", km=apart, limit=limit)
    return _Outcome(Level.COMPATIBLE, "near", km=apart, limit=limit)


def _reach(value: Place) -> float:
    entry = gazetteer().get(value.id)
    own = kinds().kinds[entry.kind].reach if entry is not None else 0.0
    if value.relation == "in":
        return own
    base = next((base for base in _ADDED if value.relation.endswith(base)), "")
    return own + (_ADDED[base] if base else _ADDED_BY_WIND if _outside(value.relation) else 0.0)


def _outside(relation: str) -> bool:
    return bearing(relation) is not None and relation.endswith(" of")


def _unmeasured(left: Place, right: Place) -> _Outcome:
    """Two places of the gazetteer of which one has no coordinates: a relation that reaches out, or a mountain, leaves it open."""
    loose = any(
        _reach(value) > _LEAST and (value.relation != "in" or _land(value))
        for value in (left, right)
    )
    if _division(left) and _division(left) == _division(right):
        if _called_after(left, right) or _called_after(right, left):
            return _Outcome(Level.COMPATIBLE, "called")
        if loose or _part(left, right) or _part(right, left):
            return _Outcome(Level.ABSENT, "unplaced")
    return _Outcome(Level.DIFFERENT, "apart")


def _land(value: Place) -> bool:
    """Whether a place is land on which villages lie: a mountain, a valley, an area."""
    entry = gazetteer().get(value.id)
    return (
        entry is not None
        and kinds().kinds[entry.kind].specificity <= kinds().kinds["area"].specificity
    )


def _called_after(site: Place, town: Place) -> bool:
    """Whether a site has the name of the town and a kind word (*Jabalia camp* beside *Jabalia*)."""
    whole, core = (set(supplement_key(place.name).split()) for place in (site, town))
    return bool(core) and core < whole and (whole - core) <= _kind_words()


@cache
def _kind_words() -> frozenset[str]:
    """Words of kinds that stand behind English names."""
    rows = data("place_kinds")["word"]
    return frozenset(word for row in rows for phrase in row["after"] for word in phrase.split())


def _part(quarter: Place, area: Place) -> bool:
    """Whether a quarter can lie in an area of the same city (*western Mosul*)."""
    inner, outer = gazetteer().get(quarter.id), gazetteer().get(area.id)
    if inner is None or outer is None or outer.kind != "area":
        return False
    return inner.within[:1] == outer.within[:1]


def _division(value: Place) -> str:
    entry = gazetteer().get(value.id)
    return entry.division if entry is not None else ""


def _by_name(left: Place, right: Place) -> _Outcome:
    """Comparison when at least one side is in no gazetteer."""
    agree = _names_agree(left, right)
    if agree == "same":
        equal = not left.id and not right.id and left.relation == right.relation
        return _Outcome(Level.EQUAL if equal else Level.COMPATIBLE, "same" if equal else "name")
    for one, other, swapped in ((left, right, False), (right, left, True)):
        if set(_ids(other)) - {""} & set(one.within):
            return _Outcome(Level.COMPATIBLE, "inside", swapped)
    if agree == "alike":
        return _Outcome(Level.COMPATIBLE, "spelling")
    if agree == "unlike" and not _wide(left) and not _wide(right):
        return _Outcome(Level.DIFFERENT, "apart")
    return _Outcome(Level.ABSENT, "unplaced")


def _wide(value: Place) -> bool:
    """Whether the place can well contain another."""
    if value.relation not in ("in", "centre"):
        return True
    entry = gazetteer().get(value.id) if value.id else None
    return (
        entry is not None
        and kinds().kinds[entry.kind].specificity <= kinds().kinds["city"].specificity
    )


def _names_agree(left: Place, right: Place) -> str:
    """``same``, ``alike``, ``unlike``, or "" where scripts differ and the consonants do not agree."""
    one, other = _name(left, right), _name(right, left)
    if not one or not other:
        return ""
    if is_arabic(one) != is_arabic(other):
        heard = skeleton(one)
        return "alike" if len(heard) >= _HEARD and heard == skeleton(other) else ""
    if one == other or _named(left, right) or _named(right, left) or _one_wording(left, right):
        return "same"
    return "alike" if fuzz.ratio(one, other) >= _SPELLING else "unlike"


def _name(value: Place, beside: Place) -> str:
    """The folded name of a side, in the script of the other where that is known."""
    entry = gazetteer().get(value.id) if value.id else None
    if entry is None:
        return supplement_key(value.name)
    return supplement_key(entry.ar if is_arabic(fold(beside.name)) else entry.name)


def _one_wording(left: Place, right: Place) -> bool:
    """Whether both texts write the place in the same words, whatever they were read as."""
    words = supplement_key(left.text)
    return bool(words) and words == supplement_key(right.text)


def _named(unknown: Place, known: Place) -> bool:
    """Whether a known place is also called what an unknown one is called."""
    if unknown.id or not known.id:
        return False
    entries = gazetteer().named(supplement_key(unknown.name))
    return any(entry.id == known.id for entry in entries)
