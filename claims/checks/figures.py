"""The figures of a sentence, and what can be said of a figure by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from claims.model import Extraction, Quantity, Sentence, Span
from claims.slots.number import find_numbers
from claims.slots.quantity import find_quantities, unit_and_rate, units
from claims.slots.time import find_dates
from claims.text.tokens import tokens


def read_figures(extraction: Extraction, sentence: Sentence) -> tuple[Quantity, ...]:
    """All figures of one sentence in the order of their spans, which are the document's.

    A claim keeps the figures of its own kind only; a sum needs every figure of its sentence.
    """
    text = sentence.span.of(extraction.document.text)
    return tuple(_moved(found, sentence.span.start) for found in _read(text, sentence.language))


@lru_cache(maxsize=256)
def _read(text: str, language: str) -> tuple[Quantity, ...]:
    """The figures of a sentence by itself; several checks ask for those of one sentence."""
    cut = tokens(text)
    taken = tuple(date.span for date in find_dates(cut, language=language))
    return find_quantities(cut, language=language, taken=taken)


def _moved(quantity: Quantity, offset: int) -> Quantity:
    total = quantity.total.shifted(offset) if quantity.total is not None else None
    return replace(quantity, span=quantity.span.shifted(offset), total=total)


def all_read(text: str, stretch: Span, known: Iterable[Quantity], language: str) -> bool:
    """Whether every number in a stretch of a text belongs to a date or to one of ``known``."""
    cut = tokens(stretch.of(text))
    taken = [figure.span for figure in known]
    taken += [date.span.shifted(stretch.start) for date in find_dates(cut, language=language)]
    numbers = (cut.span(one.first, one.end).shifted(stretch.start) for one in find_numbers(cut))
    return all(any(span.overlaps(number) for span in taken) for number in numbers)


def exact(quantity: Quantity) -> int | float | None:
    """The one number that a figure states, None for bounds, ranges and approximate figures."""
    if quantity.approximate or quantity.low_open or quantity.high_open:
        return None
    return quantity.low if quantity.low is not None and quantity.low == quantity.high else None


def countable(quantity: Quantity) -> bool:
    """Whether the figure counts people or things at all: no measure, no money, no rate."""
    unit, rate = unit_and_rate(quantity.unit)
    return unit is not None and unit.counts != "measure" and not rate


def people(quantity: Quantity) -> bool:
    """Whether the figure counts people."""
    unit, rate = unit_and_rate(quantity.unit)
    return unit is not None and unit.counts == "people" and not rate


def wider_units(name: str) -> tuple[str, ...]:
    """The unit and all wider ones, nearest first: tanks, vehicles."""
    found: list[str] = []
    while name and name not in found:
        found.append(name)
        unit = units().get(name)
        name = unit.within if unit is not None else ""
    return tuple(found)


def hull(*spans: Span) -> Span:
    """The stretch from the first to the last of several spans."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
