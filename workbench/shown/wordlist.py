"""What a case adds to the lexicons, its checks, and the words of the workbench, as plain tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from claims.model import Apparent, CaseParty, CasePlace, Level, Lineage, Message, Relation
from claims.services import CheckState
from workbench.shown import names
from workbench.shown.tables import Cell, Column, Row, Table, evidence, plain, table
from workbench.wording import Words, mark

T = TypeVar("T")

_RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.AGREE: mark("Both say the same of one event, as far as both say it."),
    Relation.CONFLICT: mark("Both speak of one event, and they cannot both be right."),
    Relation.PARTIAL: mark("Something is the same; what differs has another explanation."),
    Relation.UNSURE: mark("What is known does not decide."),
    Relation.NOT_COMPARABLE: mark("They do not speak of one event or figure."),
}
_APPARENT: Final[Mapping[Apparent, str]] = {
    Apparent.CONTRADICTION: mark("Nothing else explains it: one of both is wrong."),
    Apparent.TIME_WINDOW: mark("They count over different spans, such as a day and a week."),
    Apparent.LATER_UPDATE: mark("One came later, and the figure had risen by then."),
    Apparent.DEFINITION: mark("They count different things, such as dead and victims."),
    Apparent.GRANULARITY: mark("One is more precise: a village and its province."),
    Apparent.SCOPE: mark("One speaks of a part of what the other speaks of."),
    Apparent.RELAY_ERROR: mark("It was misread or mistranslated on its way from one source."),
    Apparent.COPY: mark("Both are one text; it counts once."),
}
_LEVELS: Final[Mapping[Level, str]] = {
    Level.EQUAL: mark("Both state the same value."),
    Level.COMPATIBLE: mark(
        "One can hold together with the other: containment, a bound, an estimate."
    ),
    Level.DIFFERENT: mark("They exclude each other."),
    Level.ABSENT: mark("One side does not say it; that never counts against a pair."),
}
_LINEAGES: Final[Mapping[Lineage, str]] = {
    Lineage.OFFICIAL: mark("A state, a ministry, an army, a coalition."),
    Lineage.LOCAL_NETWORK: mark("People on the spot who publish together."),
    Lineage.MONITOR: mark("Counts and documents, such as an observatory."),
    Lineage.AGENCY: mark("News media that report or relay."),
    Lineage.EYEWITNESS: mark("Somebody who was there."),
    Lineage.PARTY: mark("A side of the fighting."),
    Lineage.UNKNOWN: mark("Not known; it supports nothing by itself."),
}


def parties(found: Iterable[CaseParty], kinds: Mapping[str, str], words: Words) -> Table:
    """The parties of the case; a row opens one.

    Args:
        found: the parties.
        kinds: names of their kinds by id, in the reader's language.
        words: the reader's.
    """
    columns: list[Column] = [
        {"name": words("Name"), "opens": True},
        {"name": words("Other names"), "wide": True},
        {"name": words("Kind of party")},
        {"name": words("Kind of source")},
    ]
    rows = [
        Row(
            id=one.id,
            cells=[
                evidence(one.name),
                evidence(" · ".join(one.aliases) or "–"),
                plain(kinds.get(one.kind, one.kind)),
                plain(words(names.LINEAGES[one.lineage])),
            ],
        )
        for one in found
    ]
    return table(words("Parties of the case"), columns, rows)


def lineage(one: Lineage, words: Words) -> str:
    """A kind of source, for a field to choose from; what is left open is taken from the kind of party."""
    if one is Lineage.UNKNOWN:
        return words("as goes with the kind of party")
    return words(names.LINEAGES[one])


def places(found: Iterable[CasePlace], whereabouts: Mapping[str, Message], words: Words) -> Table:
    """The places of the case and what each lies in (``whereabouts``, by id); a row opens one."""
    columns: list[Column] = [
        {"name": words("Name"), "opens": True},
        {"name": words("Other names"), "wide": True},
        {"name": words("Lies in")},
        {"name": words("Latitude, longitude")},
    ]
    rows = [
        Row(
            id=one.id,
            cells=[
                evidence(one.name),
                evidence(" · ".join(one.aliases) or "–"),
                evidence(_within(whereabouts.get(one.id), words)),
                Cell(text="–" if one.lat is None else f"{one.lat}, {one.lon}", dir="ltr"),
            ],
        )
        for one in found
    ]
    return table(words("Places of the case"), columns, rows)


def _within(told: Message | None, words: Words) -> str:
    return told.within(words.language) if told else "–"


def checks(found: Iterable[CheckState], words: Words) -> Table:
    """Every check, what it looks for, and whether the case uses it."""
    columns: list[Column] = [
        {"name": words("Check")},
        {"name": words("What it looks for"), "wide": True},
        {"name": words("Used"), "narrow": True},
    ]
    rows = [
        Row(
            id="",
            cells=[
                plain(one.name.within(words.language)),
                plain(one.describes.within(words.language)),
                plain(words("yes") if one.on else words("no"), "✓" if one.on else "–"),
            ],
        )
        for one in found
    ]
    return table(words("Checks"), columns, rows)


def glossary(words: Words) -> dict[str, Table]:
    """What the words of the workbench mean, by what they are words for."""
    terms = {
        words("How two claims stand to each other"): _meant(names.RELATIONS, _RELATIONS),
        words("Why two claims may only seem to conflict"): _meant(names.APPARENT, _APPARENT),
        words("How two values stand to each other"): _meant(names.LEVELS, _LEVELS),
        words("Kinds of source"): _meant(names.LINEAGES, _LINEAGES),
    }
    return {title: _terms(title, found, words) for title, found in terms.items()}


def _meant(terms: Mapping[T, str], meanings: Mapping[T, str]) -> dict[str, str]:
    return {name: meanings[term] for term, name in terms.items() if term in meanings}


def _terms(title: str, terms: Mapping[str, str], words: Words) -> Table:
    columns: list[Column] = [{"name": words("Word")}, {"name": words("Meaning"), "wide": True}]
    rows = [
        Row(id="", cells=[plain(words(name)), plain(words(meaning))])
        for name, meaning in terms.items()
    ]
    return table(title, columns, rows)
