"""What befell those whom a figure counts, and who they are where only the figures before say so.

Who was taken to hospital was hurt, whatever befell those before (*five people died, and nine were taken to hospital*); the others of
a count of civilians are civilians too (مقتل مدنيين *وإصابة 3 آخرين*).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.figures import figures, of_kind, owner
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions
from claims.model import Party, Quantity
from claims.slots.party import find_parties

_UNTOLD = frozenset({"", "persons", "killed"})
_BEFALLEN = frozenset({"casualties", "arrest"})
_PEOPLE = {"civilian": "civilians", "child": "children", "woman": "women"}
"""The party of those whom a figure counts, where a figure says of whom it is."""


def befallen(
    mentions: Mentions, clause: Clause, kind: str, found: tuple[Quantity, ...]
) -> tuple[Quantity, ...]:
    """The figures of a clause, those of a total outside of it counted as injured where all it tells is a way to hospital."""
    words = mentions.tokens.words
    told = [words[t.tokens.first] for t in clause.triggers if t.kind == kind]
    if kind != "casualties" or not told or not _to_hospital().issuperset(told):
        return found
    own = mentions.span(clause.tokens)
    return tuple(
        replace(one, unit="injured", total=None)
        if one.unit in _UNTOLD and not (one.total is not None and own.covers(one.total))
        else one
        for one in found
    )


def without_kin(mentions: Mentions, kind: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures of a clause without those of whose families or homes a loss is told (shot *the families of five* rebels)."""
    if kind != "casualties":
        return found
    return tuple([one for one in found if not _of_kin(mentions, one)])


def _of_kin(mentions: Mentions, figure: Quantity) -> bool:
    words, first = mentions.tokens.words, mentions.token_at(figure.span.start)
    first -= first > 0 and words[first - 1] == "the"
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _kin()


@cache
def _kin() -> frozenset[str]:
    return frozenset(load("figures.toml")["kin"]["en"])


def counted_people(
    kind: str, stated: tuple[Quantity, ...], targets: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The targets of a claim; civilians, children or women where nobody is named and its figures count nobody else."""
    if targets or kind not in _BEFALLEN:
        return targets
    own = [figure.total for figure in of_kind(kind, figures(stated)) if owner(kind, figure)]
    people = {one.of for one in own}
    if len(people) != 1 or not people <= _PEOPLE.keys():
        return targets
    known = _party(_PEOPLE[own[0].of])
    return (replace(known, text=own[0].text, span=own[0].span),)


@cache
def _party(name: str) -> Party:
    return find_parties(name)[0]


@cache
def _to_hospital() -> frozenset[str]:
    return frozenset(load("figures.toml")["to hospital"])
