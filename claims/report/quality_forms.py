"""The JSON forms of ``claims evaluate``: what is reached against what is pinned."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from claims.model import Relation
from claims.report.forms import Form


class ClaimsReachedForm(Form):
    """How far the claims are those that people labelled.

    Attributes:
        figures: each figure by its name.
        floors: the pinned floor of each, by the same name; those that are pinned.
        labels: how many labels there are.
        claims: how many claims were read in texts whose every claim is labelled.
    """

    part: Literal["claims"]
    figures: dict[str, float]
    floors: dict[str, float]
    labels: int = Field(ge=0)
    claims: int = Field(ge=0)


class SlotsReachedForm(Form):
    """How far the values of one kind are those that a text states, in one collection and language.

    Attributes:
        texts: how many texts.
        stated: how many values people labelled.
        found: how many the engine found.
        right: how many of these are labelled.
    """

    part: Literal["slots"]
    collection: str
    language: str
    kind: str
    texts: int = Field(ge=0)
    stated: int = Field(ge=0)
    found: int = Field(ge=0)
    right: int = Field(ge=0)
    precision: float = Field(ge=0, le=1)
    recall: float = Field(ge=0, le=1)
    precision_floor: float | None
    recall_floor: float | None


class ReliabilityForm(Form):
    """How sure suggestions of a relation are, and how often they are right.

    Attributes:
        held: whether the pairs are those for measuring only; the confidence of each is then what the others give.
        relation: what was suggested; of *unsure*, right is what was one event after all.
        pairs: how many suggestions.
        predicted: their mean confidence.
        observed: share of them that is right.
    """

    held: bool
    relation: Relation
    pairs: int = Field(ge=1)
    predicted: float = Field(ge=0, le=1)
    observed: float = Field(ge=0, le=1)


class PairsReachedForm(Form):
    """How far suggestions for pairs are what people said of them.

    Attributes:
        figures: each figure by its name; what nothing was counted for is left out.
        floors: the pinned floor of each, by the same name; those that are pinned.
        pairs: how many pairs are labelled.
        across: how many of them are across languages.
        near: how many of them are near misses.
        reliability: confidence against how often suggestions are right.
    """

    part: Literal["pairs"]
    figures: dict[str, float]
    floors: dict[str, float]
    pairs: int = Field(ge=0)
    across: int = Field(ge=0)
    near: int = Field(ge=0)
    reliability: tuple[ReliabilityForm, ...]
