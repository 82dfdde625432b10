"""Two quantities side by side: a level and one sentence that quotes both.

Figures are compared as intervals. An approximate figure is widened by the tolerance of ``quantity_messages.toml``; measures of
one base are converted and widened by their rounding. What counts a part of the other (civilians of people, tanks of
vehicles) may be smaller than it, never greater.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claims.model import Level, Message, Quantity
from claims.slots.isolates import isolated
from claims.slots.quantity.caption import caption, messages, unit_and_rate
from claims.slots.quantity.kinds import wider
from claims.slots.quantity.units import PEOPLE, units

_INFINITE = Decimal("Infinity")


class _Interval(NamedTuple):
    low: Decimal
    high: Decimal
    low_open: bool
    high_open: bool

    def meets(self, other: _Interval) -> bool:
        return not (self.above(other) or other.above(self))

    def above(self, other: _Interval) -> bool:
        """Whether everything here lies above everything there."""
        if self.low == other.high:
            return self.low_open or other.high_open
        return self.low > other.high


def compare(left: Quantity, right: Quantity) -> tuple[Level, Message]:
    """The level of agreement and the reason, symmetric in both sides.

    ABSENT where they count different things (more tanks than "vehicles" are tanks beside other vehicles); EQUAL for the same figure; COMPATIBLE where both can be true (a bound
    met, ranges that overlap, approximate within the tolerance, a part no greater than its whole); DIFFERENT else.
    """
    if not comparable(left, right):
        return Level.ABSENT, _say("different_things", left, right)
    if _same(left, right):
        return Level.EQUAL, _say("equal", left, right)
    part = _part(left, right)
    if part:
        return _compare_part(left, right, part)
    if left.unit != right.unit:
        return _compare_converted(left, right)
    return _compare_alike(left, right)


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether both count the same thing, one counts a part of what the other counts, or their units convert."""
    if left.unit == right.unit and left.of == right.of:
        return True
    if _base(left.unit) and _base(left.unit) == _base(right.unit):
        return left.of == right.of
    return _part(left, right) != ""


def _part(left: Quantity, right: Quantity) -> str:
    """Which side counts a part of the other: "left", "right" or ""."""
    if left.unit == right.unit and left.of == right.of:
        return ""
    if _includes(right, left):
        return "left"
    return "right" if _includes(left, right) else ""


def _includes(whole: Quantity, part: Quantity) -> bool:
    same_unit = whole.unit == part.unit and whole.unit != ""
    if not same_unit and whole.unit not in _wider_units(part.unit):
        return False
    return whole.of in ("", part.of) or whole.of in wider(part.of)


def _wider_units(name: str) -> tuple[str, ...]:
    found: list[str] = []
    unit = units().get(name)
    while unit is not None and unit.within:
        found.append(unit.within)
        unit = units().get(unit.within)
    return tuple(found)


def _people(name: str) -> bool:
    unit = units().get(name)
    return unit is not None and unit.counts == PEOPLE


def _base(name: str) -> str:
    unit, rate = unit_and_rate(name)
    return f"{unit.base}{rate}" if unit is not None and unit.base else ""


def _same(left: Quantity, right: Quantity) -> bool:
    return _essence(left) == _essence(right)


def _essence(value: Quantity) -> tuple[object, ...]:
    bounds = (value.low, value.high, value.low_open, value.high_open)
    return (*bounds, value.approximate, value.unit, value.of)


def _compare_part(left: Quantity, right: Quantity, part: str) -> tuple[Level, Message]:
    small, large = (left, right) if part == "left" else (right, left)
    if _widened(small).above(_widened(large)):
        if left.unit != right.unit and not _people(left.unit):
            return Level.ABSENT, _say("different_things", left, right)
        return Level.DIFFERENT, _say(f"{part}_exceeds", left, right)
    return Level.COMPATIBLE, _say(f"{part}_part", left, right)


def _compare_converted(left: Quantity, right: Quantity) -> tuple[Level, Message]:
    if _rounded(left).meets(_rounded(right)):
        return Level.COMPATIBLE, _say("converted", left, right)
    return Level.DIFFERENT, _say("different", left, right)


def _compare_alike(left: Quantity, right: Quantity) -> tuple[Level, Message]:
    if _interval(left).meets(_interval(right)):
        return Level.COMPATIBLE, _say("overlap", left, right)
    loose = left.approximate or right.approximate
    if loose and _widened(left).meets(_widened(right)):
        return Level.COMPATIBLE, _say("about", left, right)
    if loose:
        return Level.DIFFERENT, _say("outside", left, right)
    one_sided = None in {left.low, left.high, right.low, right.high}
    return Level.DIFFERENT, _say("bound" if one_sided else "different", left, right)


def _interval(value: Quantity) -> _Interval:
    low = -_INFINITE if value.low is None else Decimal(str(value.low))
    high = _INFINITE if value.high is None else Decimal(str(value.high))
    return _Interval(low, high, value.low_open, value.high_open)


def _widened(value: Quantity) -> _Interval:
    """The interval, with the tolerance on each end of an approximate figure."""
    low, high, low_open, high_open = _interval(value)
    if not value.approximate:
        return _Interval(low, high, low_open, high_open)
    return _Interval(low - _slack(low), high + _slack(high), low_open, high_open)


def _rounded(value: Quantity) -> _Interval:
    """The interval in base units, widened by half of the last place written, or by the tolerance."""
    unit, _ = unit_and_rate(value.unit)
    factor = Decimal(str(unit.factor)) if unit is not None else Decimal(1)
    low, high, low_open, high_open = _widened(value)
    half = Decimal(str(messages()["tolerance"]["place"]))
    if not value.approximate:
        low, high = low - half * _place(low), high + half * _place(high)
    return _Interval(low * factor, high * factor, low_open, high_open)


def _slack(number: Decimal) -> Decimal:
    tolerance = messages()["tolerance"]
    if not number.is_finite():
        return Decimal(0)
    share = abs(number) * Decimal(str(tolerance["share"]))
    return max(share, _place(number) * Decimal(str(tolerance["place"])))


def _place(number: Decimal) -> Decimal:
    """The worth of the last digit that is not zero: 10 for 60, 1 for 69, 0.1 for 13.6."""
    if not number.is_finite() or number == 0:
        return Decimal(0)
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _say(name: str, left: Quantity, right: Quantity) -> Message:
    texts = messages()["compare"][name]
    return Message(
        texts["ar"].format(left=_quoted(left, "ar"), right=_quoted(right, "ar")),
        texts["en"].format(left=_quoted(left, "en"), right=_quoted(right, "en")),
    )


def _quoted(value: Quantity, language: str) -> str:
    """The raw words, and what they were understood to say where that is not the same."""
    said, words = caption(value, language), isolated(value.text, language)
    quote = f"«{words}»" if language == "ar" else f"“{words}”"
    return quote if said == value.text else f"{quote} ({isolated(said, language)})"
