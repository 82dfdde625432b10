"""What a date may lean on that stands outside of its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from claims.slots.time.edtf import Days


class Told(NamedTuple):
    """The date last mentioned, as far as it was resolved; month and day None where it is coarser."""

    year: int
    month: int | None
    day: int | None


class Known(NamedTuple):
    """What is known at one place of a text.

    Attributes:
        reference: day (or month, or year) of publication, None when unknown.
        arabic: whether the words around are Arabic: figures are day first, weeks begin on Saturday (CLDR for Syria,
            Iraq, Egypt, Jordan) and not on Monday.
        order: ``day`` or ``month`` when other dates in figures of the text show which comes first, else "".
        forward: whether the words before look to the future.
        years: years stated anywhere in the text for a month and day.
        told: the date last mentioned.
        near: the last date stated with its year in the same sentence.
        stated: the last date stated with its year shortly before in the same paragraph.
        dated: the last day told with its month in the same sentence.
    """

    reference: Days | None = None
    arabic: bool = True
    order: str = ""
    forward: bool = False
    years: Mapping[tuple[int, int], int] = MappingProxyType({})
    told: Told | None = None
    near: date | None = None
    stated: date | None = None
    dated: date | None = None

    @property
    def today(self) -> date | None:
        """The day of publication when it is known to the day."""
        found = self.reference
        return found.first if found is not None and found.first == found.last else None


class Resolved(NamedTuple):
    """An EDTF date and the id of the reason why it was read that way."""

    edtf: str
    reason: str
