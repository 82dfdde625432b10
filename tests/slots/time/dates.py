"""Small builders of dates for tests, and strategies of EDTF."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from claims.model.span import Span
from claims.model.values import DateValue

FIRST, LAST = date(1990, 1, 1), date(2030, 12, 31)


def stated(edtf: str, *, text: str = "", time: str = "", weekday: int | None = None) -> DateValue:
    """A date with that EDTF; its words are the EDTF itself unless given."""
    words = text or edtf
    return DateValue(edtf, words, Span(0, len(words)), "stated", time, weekday)


def days() -> st.SearchStrategy[date]:
    """Days of the years the corpus speaks of."""
    return st.dates(FIRST, LAST)


def points() -> st.SearchStrategy[str]:
    """Days, months, years, seasons and decades, exact or approximate."""
    kinds = st.sampled_from(
        ["{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}", "{0:%Y}-22", "{0:%Y}-24", "199X"]
    )
    marked = st.sampled_from(["", "~"])
    return st.builds(lambda kind, day, mark: kind.format(day) + mark, kinds, days(), marked)


def ranges() -> st.SearchStrategy[str]:
    """Ranges of days, closed or open on one side."""
    closed = st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", days(), days())
    half = st.builds("{}/..".format, days()) | st.builds("../{}".format, days())
    return closed | half


def unspecified() -> st.SearchStrategy[str]:
    """Dates whose year, or month, or day is not stated."""
    yearless = st.builds("XXXX-{0:%m-%d}".format, days()) | st.builds("XXXX-{0:%m}".format, days())
    return yearless | st.builds("XXXX-XX-{0:%d}".format, days()) | st.just("XXXX-XX-XX")


def doubtful() -> st.SearchStrategy[str]:
    """One-of sets of two days."""
    return st.builds("[{0},{1}]".format, days(), days())


def values() -> st.SearchStrategy[DateValue]:
    """Any date that reading can give."""
    edtf = points() | ranges() | unspecified() | doubtful()
    times = st.sampled_from(["", "dawn", "T01:30"])
    weekdays = st.none() | st.integers(1, 7)
    return st.builds(lambda e, t, w: stated(e, time=t, weekday=w), edtf, times, weekdays)
