"""The day that a text calls its own today, with the words in which it does."""

from __future__ import annotations

from typing import NamedTuple

from claims.model.span import Span
from claims.slots.time.called_today import CalledToday, called_today, of_lead
from claims.slots.time.lending import lent
from claims.slots.time.line import line
from claims.slots.time.mention import mentions
from claims.slots.time.spec import Calendar
from claims.text.tokens import Tokens, tokens

_NOTHING = CalledToday()


class OwnDay(NamedTuple):
    """What a text says of its own day, and where it first says so."""

    told: CalledToday
    span: Span


def own_day(text: str | Tokens) -> OwnDay | None:
    """What a text says of the day that it calls today; None where it says nothing of it, or two things."""
    source = tokens(text)
    found = lent(mentions(line(source)), source)
    called = called_today(found)
    if called == _NOTHING:
        called = of_lead(found, source.shadow.text)
    if called == _NOTHING:
        return None
    saying = (one for one in found if called_today((one,)) != _NOTHING)
    leading = (one for one in found if one.weekday == called.weekday)
    first = next(saying, None) or next(leading, None)
    return OwnDay(called, source.shadow.span(first.start, first.end)) if first else None


def calls_today(text: str | Tokens) -> bool:
    """Whether one of the dates of a text is said to be today (*today, Tuesday 7-10-2025*)."""
    says = (one.says for one in mentions(line(tokens(text))))
    return any(isinstance(one, Calendar) and one.shift == 0 for one in says)
