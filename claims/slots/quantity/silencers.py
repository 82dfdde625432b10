"""The word lists of ``quantity_silence.toml``: what stands beside a number that is no figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claims.slots.quantity.forms import folded, written_on
from claims.slots.tables import data


@dataclass(frozen=True, slots=True)
class Silencers:
    """The word lists of ``quantity_silence.toml``, folded, with prefixes where they can stand."""

    names: frozenset[str]
    done: frozenset[str]
    units: frozenset[str]
    units_ar: frozenset[str]
    models: frozenset[str]
    types: frozenset[str]
    nth: frozenset[str]
    opening_dates: frozenset[str]
    named_days: frozenset[str]
    clock: frozenset[str]
    clock_after: frozenset[str]
    date_before: frozenset[str]
    year_before: frozenset[str]
    months: frozenset[str]
    ago_before: frozenset[str]
    ago_after: frozenset[str]
    chrome_after: frozenset[str]
    chrome_before: frozenset[str]
    glued: frozenset[str]
    ages: frozenset[str]
    aged: frozenset[str]
    leading: frozenset[str]
    days: frozenset[str]
    no_names: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    one_units: frozenset[str]
    titles: frozenset[str]
    title_openers: frozenset[str]
    parents: frozenset[str]
    duals: frozenset[str]
    two: frozenset[str]


@cache
def silencers() -> Silencers:
    """The lists, read once."""
    table = data("quantity_silence")
    dates = table["dates"]
    return Silencers(
        names=_words(table["names"]["ar"] + table["names"]["en"]),
        done=_words(table["names"]["done"]),
        units=frozenset(table["names"]["units"]),
        units_ar=_words(table["names"]["units_ar"]),
        models=_words(table["models"]["ar"]),
        types=_words(table["models"]["en"]),
        nth=_words(table["ordinals"]["nth"]),
        opening_dates=_words(table["dates"]["opening_ar"]),
        named_days=_words(table["dates"]["days_ar"]),
        clock=_words(table["clock"]["ar"]),
        clock_after=_words(table["clock"]["after"]),
        date_before=_words(dates["before_ar"] + dates["before_en"]),
        year_before=_words(dates["year_before"]),
        months=_words(dates["months_ar"] + dates["months_en"]),
        ago_before=_words(dates["ago_before"]),
        ago_after=_words(dates["ago_after"]),
        chrome_after=_words(table["chrome"]["after"]),
        chrome_before=_words(table["chrome"]["before"]),
        glued=_words(table["glued"]["units"]),
        ages=_words(table["ages"]["before"]),
        aged=_words(table["ages"]["bare"]),
        leading=frozenset(table["ages"]["leading"]),
        days=frozenset(table["ages"]["days"]),
        no_names=_words(table["ages"]["no_names"]),
        one_before=_words(table["idioms"]["one_before"]),
        one_after=_words(table["idioms"]["one_after"]),
        one_units=frozenset(table["idioms"]["one_units"]),
        titles=_words(table["idioms"]["titles"]),
        title_openers=frozenset(
            title.partition(" ")[0] for title in _words(table["idioms"]["titles"])
        ),
        parents=_words(table["parents"]["ar"] + table["parents"]["en"]),
        duals=_words(table["duals"]["names"]),
        two=_words(table["duals"]["two"]),
    )


def _words(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in listed for form, _ in written_on(folded(word)))
