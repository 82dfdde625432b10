"""How far the reviewers of a case agree, and where its conflicts come from, as plain tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from babel.numbers import format_decimal, format_percent

from claims.services import Agreement, LeftOut, Measured
from workbench.shown.tables import Column, Row, Table, plain, table
from workbench.shown.voices import Called
from workbench.wording import Words, isolate, mark

MOST: Final = 12
"""Sources that are listed on the overview; the matrix has all."""

_FIELDS: Final = {
    "same_event": mark("Same event?"),
    "relation": mark("Relation"),
    "slots": mark("Slots"),
    "apparent": mark("Kind of conflict"),
}
_MEASURES: Final = {
    "percent": mark("Share agreed"),
    "cohen": mark("Cohen’s kappa"),
    "fleiss": mark("Fleiss’ kappa"),
    "krippendorff": mark("Krippendorff’s alpha"),
}


def agreement(found: Agreement, words: Words) -> Table:
    """Every figure of all reviewers together: its interval, on how many pairs it rests, and how many of those that all answered it leaves out."""
    columns: list[Column] = [
        {"name": words("Agreement on"), "narrow": True},
        {"name": words("Measure")},
        {"name": words("Figure"), "number": True},
        {"name": words("Interval, 95 %")},
        {"name": words("Pairs"), "number": True},
        {"name": words("Left out"), "number": True},
    ]
    rows = [_row(one, words) for one in found.figures if not one.people]
    return table(words("Agreement of the reviewers"), columns, rows)


def left_out(found: Agreement, words: Words) -> str:
    """What no figure rests on, and what those of one field do not, in a line; "" when that is nothing."""
    of_fields = {
        f"{words(_FIELDS[one.field])}: {_reason(each, words)}": None
        for one in found.figures
        if not one.people
        for each in one.left_out
    }
    return " · ".join((*(_reason(each, words) for each in found.left_out), *of_fields))


def _reason(one: LeftOut, words: Words) -> str:
    return f"{one.why.within(words.language)} ({words.number(one.count)})"


def by_source(
    suggested: Mapping[str, int], decided: Iterable[tuple[str, str]], called: Called, words: Words
) -> Table:
    """In how many conflicts each source is, suggested and decided, whoever is in most first; a row opens those pairs.

    Args:
        suggested: in how many that are suggested, by source.
        decided: both sources of every conflict that was decided.
        called: what each is called.
        words: the reader's.
    """
    counts = Counter(source for pair in decided for source in dict.fromkeys(pair))
    columns: list[Column] = [
        {"name": words("Conflicts by source"), "opens": True, "wide": True},
        {"name": words("Suggested"), "number": True},
        {"name": words("Decided by me"), "number": True},
    ]
    order = sorted(
        {*suggested, *counts}, key=lambda one: (-suggested.get(one, 0), -counts[one], one)
    )
    rows = [
        Row(
            id=source if source in suggested else "",
            cells=[
                called.cell(source),
                plain(words.number(suggested.get(source, 0))),
                plain(words.number(counts[source])),
            ],
        )
        for source in order[:MOST]
    ]
    return table(words("Conflicts by source"), columns, rows)


def _row(one: Measured, words: Words) -> Row:
    figure = one.figure
    low, high = (_number(one, value, words) for value in (figure.low, figure.high))
    return Row(
        id="",
        cells=[
            plain(words(_FIELDS[one.field])),
            plain(words(_MEASURES[one.measure])),
            plain(_number(one, figure.value, words)),
            plain(f"{low} – {high}" if figure.low is not None else _why(one, words)),
            plain(words.number(one.items)),
            plain(words.number(sum(each.count for each in one.left_out))),
        ],
    )


def _why(one: Measured, words: Words) -> str:
    """Why there is no interval, or no figure at all."""
    why = one.why or one.no_interval
    return why.within(words.language) if why else "–"


def _number(one: Measured, value: float | None, words: Words) -> str:
    if value is None:
        return "–"
    if one.measure == "percent":
        return format_percent(value, locale=words.language)
    told = format_decimal(value, format="0.00", locale=words.language)
    return isolate(told) if value < 0 else told
