"""What the words of a date say, before anything outside of them is asked.

The grammar makes these values; `claims.slots.time.resolve` turns them into EDTF with the help of the day of
publication and of the other dates of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Calendar(NamedTuple):
    """A day, month or year by the calendar; what is not said is None or "".

    Attributes:
        year: as written (a Hijri year when ``hijri``).
        month: 1–12.
        day: 1–31; not checked against the month.
        weekday: ISO weekday named beside it.
        hijri: whether year and month are of the Hijri calendar.
        shift: days from the day of publication, where the words say that too (*today, Tuesday 3 April*).
        bearing: ``last``, ``before-last``, ``next``, ``this``, ``same``.
        bound: what the bearing belongs to: ``weekday``, ``day`` (of the month that bearing names) or ``month``.
        year_bearing: the same of the year (*5 March last year*).
        week_bearing: the same of the week (*Friday of last week*).
        swapped: whether day and month could be the other way round (``4/7/2018``).
        figures: ``day`` or ``month``, whichever must stand first in a date in figures; "" elsewhere.
        approximate: whether the words say so (*about 5 March*).
        misspelt: whether the name of the month had to be guessed from its spelling.
        conflict: whether two names of the month stand there that do not agree.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    shift: int | None = None
    bearing: str = ""
    bound: str = ""
    year_bearing: str = ""
    week_bearing: str = ""
    swapped: bool = False
    figures: str = ""
    approximate: bool = False
    misspelt: bool = False
    conflict: bool = False


class Period(NamedTuple):
    """A period by its distance from the day of publication.

    Attributes:
        unit: ``day``, ``week``, ``month`` …
        mode: ``whole`` (*last week*), ``ago`` (*three weeks ago*), ``window`` (*the past three weeks*),
            ``ahead`` (*the coming days*), ``sooner`` or ``later`` (*earlier this month*).
        bearing: for ``whole``: ``last``, ``before-last``, ``this``, ``next``, ``same``.
        low: for the others: how many units at least.
        high: how many units at most; ``low`` when a number is stated.
        bound: "" or ``over`` / ``under`` for *more than* / *less than*.
        approximate: whether the words say so.
    """

    unit: str
    mode: str
    bearing: str = ""
    low: int = 0
    high: int = 0
    bound: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season (EDTF 21–24) of a year or by its distance from the day of publication.

    Attributes:
        number: 21 spring, 22 summer, 23 autumn, 24 winter.
        year: as written.
        bearing: of the season (*last summer*).
        year_bearing: of its year (*the summer of last year*).
        split: whether the next year is written too (*winter 2015-2016*).
    """

    number: int
    year: int | None = None
    bearing: str = ""
    year_bearing: str = ""
    split: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade or century, digits as in EDTF (``199X``, ``19XX``)."""

    digits: str


@dataclass(frozen=True, slots=True)
class Told:
    """A day, month or year by its distance from the one last mentioned (*the next day*, *that year*)."""

    unit: str
    step: int


Whole = Calendar | Period | Season | Decade | Told
"""What a part can be taken of."""


LAST = 9
"""Stands for the last of its kind in a position: ``weekday-5-9``, the last Friday."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a period.

    Attributes:
        whole: the period.
        position: ``early``, ``mid``, ``late``; exactly ``1/2`` (the first half); of a month ``week-1``, ``week-9`` (the last
            week), ``day-9`` (the last day), ``weekday-5-1`` (the first Friday); of a day ``week-of``.
    """

    whole: Whole
    position: str


When = Whole | Section
"""What one date says."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another; one side may be open.

    Attributes:
        start: None when only the end is stated (*until*).
        end: None when only the start is stated (*since*).
        backwards: whether both sides may have been written the other way round (``9-5 March``).
    """

    start: When | None
    end: When | None
    backwards: bool = False


class Mention(NamedTuple):
    """One date of the text as the grammar read it.

    Attributes:
        says: what the words say.
        start: offset of its first character in the shadow.
        end: one past its last character in the shadow.
        token: index of its first token.
        time: clock time or part of the day, "" when none.
        weekday: ISO weekday named beside it.
        shared: whether month or year were stated once for several days.
    """

    says: When | Stretch
    start: int
    end: int
    token: int
    time: str = ""
    weekday: int | None = None
    shared: bool = False
