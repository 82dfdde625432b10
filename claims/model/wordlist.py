"""What one case adds to the lexicons: parties and places of its own, and the checks it does without."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.values import Lineage


@dataclass(frozen=True, slots=True)
class CaseParty:
    """A party that one case adds to the lexicon.

    Attributes:
        id: slug; that of an entry of the lexicon adds aliases to it and replaces its captions.
        name: canonical name.
        kind: id of a kind in ``party_kinds.toml``.
        lineage: what kind of source it is when it speaks.
        aliases: other names, in any language; ``(a|b|)`` is one of these or nothing.
        within: ids of wider parties, nearest first.
    """

    id: str
    name: str
    kind: str
    lineage: Lineage = Lineage.UNKNOWN
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A place that one case adds to the gazetteer.

    Attributes:
        id: slug; that of a place of the gazetteer adds names to it.
        name: canonical name.
        aliases: other names, in any language.
        within: ids of places that contain it, nearest first.
        lat: latitude in degrees, None when unknown.
        lon: longitude in degrees, None when unknown.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Wordlist:
    """Everything a case lays down about how its documents are read.

    Attributes:
        parties: by id.
        places: by id.
        without: ids of the checks it does without, sorted.
    """

    parties: tuple[CaseParty, ...] = ()
    places: tuple[CasePlace, ...] = ()
    without: tuple[str, ...] = ()


PLAIN = Wordlist()
"""That of a case that adds nothing."""
