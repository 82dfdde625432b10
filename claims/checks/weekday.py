"""A weekday named beside a date that falls on another weekday."""

from __future__ import annotations

from claims.model import DateValue, Finding, Message
from claims.slots.time import caption, weekday_of

_AR = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_weekday(date: DateValue) -> Finding | None:
    """A finding when the named weekday and the date exclude each other; None when they agree or nothing can be said."""
    actual = weekday_of(date)
    if date.weekday is None or actual is None or actual == date.weekday:
        return None
    said, true = date.weekday - 1, actual - 1
    return Finding(
        "weekday",
        Message(
            f"يقول النص «{_AR[said]}»، أما {caption(date, 'ar')} فكان يوم {_AR[true]}.",
            f"The text says {_EN[said]}, but {caption(date, 'en')} was a {_EN[true]}.",
        ),
        date.span,
    )
