"""Names places for people, and rates how exact they are."""

from __future__ import annotations

from claims.model import Place
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.lexicon import kinds
from claims.slots.place.relations import bearing, relations

_UNKNOWN = 0.8
"""Specificity of a place in no gazetteer: such names are villages, quarters and buildings."""
_LOOSER = {
    "near": 0.1,
    "outskirts": 0.05,
    "between": 0.3,
    "road to": 0.3,
    "border with": 0.3,
    "bank of": 0.1,
}
_COUNTRYSIDE = 0.45
_OF = 0.15
_PART = 0.05
_HOMONYM = 0.1


def caption(value: Place, language: str) -> str:
    """The place with its relation in Arabic (``ar``) or English; raw words where no name is known.

    Args:
        value: a place found in a text.
        language: ``ar``, else English.
    """
    entry = gazetteer().get(value.id) if value.id else None
    name = value.name
    if entry is not None:
        name = entry.ar if language == "ar" and entry.ar else entry.name
        if entry.kind == "province" and "countryside" in value.relation:
            term = kinds().division(entry.country)
            name = name.removeprefix(term.ar).removesuffix(term.en).strip()
    template = relations().captions.get(value.relation)
    if template is None:
        return name
    if language == "ar":
        return _with_article(template.ar.format(name))
    return template.en.format(name)


def _with_article(said: str) -> str:
    """*Of the* is one word in Arabic: «للفرات», and «للاذقية» with two of three l's."""
    return said.replace("لـالل", "لل").replace("لـال", "لل")


def specificity(value: Place) -> float:
    """How exact the place is: 0 a continent, 0.1 a country … 0.95 a building; relations take away from it."""
    entry = gazetteer().get(value.id) if value.id else None
    rate = kinds().kinds[entry.kind].specificity if entry is not None else _UNKNOWN
    relation = value.relation
    if "countryside" in relation:
        rate = min(rate, _COUNTRYSIDE) + (_PART if bearing(relation) is not None else 0)
    elif relation.endswith(" of") and bearing(relation) is not None and "bank" not in relation:
        rate -= _OF
    elif bearing(relation) is not None:
        rate += _PART
    rate -= next((loss for base, loss in _LOOSER.items() if relation.endswith(base)), 0.0)
    if len(_countries(value)) > 1:
        rate -= _HOMONYM
    return round(min(max(rate, 0.0), 1.0), 3)


def _countries(value: Place) -> set[str]:
    places = gazetteer()
    found = (places.get(candidate) for candidate in value.candidates)
    return {entry.country for entry in found if entry is not None and entry.country}
