"""A quantity in words: captions in both languages, and how specific a quantity is."""

from __future__ import annotations

from functools import cache
from typing import Any

from claims.model import Quantity
from claims.slots.quantity.units import MEASURE, PEOPLE, Unit, Words, kinds, units
from claims.slots.tables import data

_TWO, _FEW, _TEENS, _HUNDRED = 2, 3, 11, 100
_SIGNS = frozenset({"%"})
# What each open question takes off a figure that says exactly how many of what; see `specificity`.
_APPROXIMATE, _RANGE, _ONE_SIDED, _NO_UNIT, _NO_KIND = 0.2, 0.3, 0.5, 0.3, 0.1


def caption(value: Quantity, language: str) -> str:
    """The figure with its unit, e.g. "more than 5 strikes" or «أكثر من 5 غارات».

    Args:
        value: the quantity.
        language: "ar" for Arabic, anything else for English.
    """
    name, amount = _amount(value)
    phrase = messages()["captions"]["ar" if language == "ar" else "en"][name]
    if language != "ar":
        said = phrase.format(
            n=_figure(value.low if value.low is not None else amount), m=_figure(amount)
        )
        return _english(value, said)
    return _arabic(value, phrase, amount)


def specificity(value: Quantity) -> float:
    """How much the figure pins down, from 0 (nothing) to 1 (exactly how many of whom or what).

    Starts from 1 and takes off 0.2 for an approximate figure, 0.3 for a range, 0.5 for a figure bounded on one side,
    0.3 without a unit and 0.1 for people of no stated kind.
    """
    score = 1.0
    if value.low is None or value.high is None:
        score -= _ONE_SIDED
    elif value.low != value.high:
        score -= _RANGE
    if value.approximate:
        score -= _APPROXIMATE
    unit, _ = unit_and_rate(value.unit)
    if unit is None:
        score -= _NO_UNIT
    elif unit.counts == PEOPLE and not value.of:
        score -= _NO_KIND
    return round(max(score, 0.0), 2)


def unit_and_rate(name: str) -> tuple[Unit | None, str]:
    """The unit of ``USD/day`` and its rate suffix; None for a unit that is in no table."""
    base, slash, period = name.partition("/")
    return units().get(base), f"{slash}{period}"


@cache
def messages() -> dict[str, Any]:
    """The parsed ``quantity_messages.toml``."""
    return data("quantity_messages")


def _amount(value: Quantity) -> tuple[str, int | float]:
    """Which phrase says the bounds, and the number that the noun agrees with."""
    low, high = value.low, value.high
    if low is not None and high is not None:
        about = "about" if value.approximate else ""
        if low == high:
            return about or "exact", high
        return ("about_range" if about else "range"), high
    if low is not None:
        return ("more" if value.low_open else "least"), low
    unit, _ = unit_and_rate(value.unit)
    fewer = "less" if unit is not None and unit.counts == MEASURE else "fewer"
    return (fewer if value.high_open else "most"), high if high is not None else 0


def _figure(number: float) -> str:
    if isinstance(number, int) or number == int(number):
        return f"{int(number):,}"
    return f"{number:,.6f}".rstrip("0")


def _english(value: Quantity, said: str) -> str:
    unit, rate = unit_and_rate(value.unit)
    if unit is None:
        return f"{said} {value.unit}".strip()
    single = value.low == value.high == 1
    if unit.id in _SIGNS:
        return said + unit.id + _rate(rate, "en")
    noun = unit.words.en[0 if single else 1]
    kind = kinds().get(value.of)
    if kind is not None:
        whom = kind.words.en[0 if single else 1]
        if unit.id == "persons":
            noun = whom
        elif unit.counts == PEOPLE and unit.words.en[0] == unit.words.en[1]:
            noun = f"{whom} {noun}"
        else:
            noun = f"{noun} ({whom})"
    return f"{said} {noun}{_rate(rate, 'en')}"


def _arabic(value: Quantity, phrase: str, amount: float) -> str:
    unit, rate = unit_and_rate(value.unit)
    low = value.low if value.low is not None else amount
    if unit is None:
        return phrase.format(n=_figure(low), m=_figure(amount)) + (
            f" {value.unit}" if value.unit else ""
        )
    if unit.id in _SIGNS:
        return phrase.format(n=_figure(low) + unit.id, m=_figure(amount) + unit.id) + _rate(
            rate, "ar"
        )
    kind = kinds().get(value.of)
    words = kind.words if kind is not None and unit.id == "persons" else unit.words
    plain = phrase == "{n}"
    whom = f" من {kind.all}" if kind is not None and unit.id != "persons" else ""
    if low != amount:
        counted = f"{_figure(amount)} {_agreeing(words, amount)}"
        return phrase.format(n=_figure(low), m=counted) + whom + _rate(rate, "ar")
    return phrase.format(n=_counted(words, amount, nominative=plain)) + whom + _rate(rate, "ar")


def _counted(words: Words, amount: float, *, nominative: bool) -> str:
    if amount == 1:
        return f"{words.one} {'واحدة' if words.feminine else 'واحد'}"
    if amount == _TWO:
        return words.two[0 if nominative else 1]
    return f"{_figure(amount)} {_agreeing(words, amount)}"


def _agreeing(words: Words, amount: float) -> str:
    """The noun as Arabic counts it: plural behind 3 to 10, accusative behind 11 to 99, else singular."""
    if amount != int(amount):
        return words.one
    last = int(amount) % _HUNDRED
    if _FEW <= last < _TEENS or amount == 0:
        return words.many
    return words.eleven if last >= _TEENS else words.one


def _rate(suffix: str, language: str) -> str:
    if not suffix:
        return ""
    known = messages()["rates"].get(suffix)
    return f" {known[language]}" if known else suffix
