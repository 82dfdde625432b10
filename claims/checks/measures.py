"""One measure in two units: *40,000 square miles (104,000 square kilometres)*.

The second measure must repeat the first: in brackets right behind it and nothing else there, or behind *or*, *that is*. Both
are taken as far as they are rounded (half of the last digit that is not zero, `claims.slots.quantity.compare`), so *40
kilometres (25 miles)* holds. Money never converts here, and units that differ from country to country decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from claims.checks.figures import hull, read_figures
from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import cited, message, pattern, says
from claims.model import Extraction, Level, Message, Quantity, Role
from claims.slots.quantity import Unit, caption, compare, unit_and_rate, units
from claims.text.shadow import fold

_OPEN, _CLOSE, _PAUSES = "([", ")]", ",،"
_UNITS = re.compile(
    r"كيلو|كلم|كم\b|ميل|أميال|متر|أمتار|قدم|أقدام|هكتار|غرام|جرام|كغ|طن|رطل|أرطال|لتر|برميل|ساع|يوم|أيام|دقيق|دقائق|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|عام"
    r"|\b(?:km|mi|miles?|met(?:re|er)s?|m|feet|foot|ft|kilomet|hectares?|ha|acres?|kg|kilo|pounds?|lbs?|tons?|tonnes?|lit(?:re|er)s?|barrels?|hours?|days?|weeks?|months?|years?|minutes?)",
    re.IGNORECASE,
)
_FEWEST = 2
_FIGURES = 3
_LONGEST_BEHIND = 30
"""Letters that may stand between both measures, and that are looked at behind the second."""


def differing_units(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each measure whose repetition in another unit is not the same."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        words = sentence.span.of(text)
        if sentence.role is Role.CHROME or not _may_repeat(words):
            continue
        for left, right in pairwise(read_figures(extraction, sentence)):
            if _repeats(text, left, right) and compare(left, right)[0] is Level.DIFFERENT:
                yield _told(extraction, left, right)


def _may_repeat(words: str) -> bool:
    """Whether a sentence has brackets or a word of repeating, and units; saves reading the figures of all others."""
    joined = any(mark in words for mark in _OPEN) or says("same-measure", words)
    return joined and len(_UNITS.findall(words)) >= _FEWEST


def _repeats(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether ``right`` says the measure ``left`` again in another unit."""
    if not _convertible(left, right):
        return False
    between = text[left.span.end : right.span.start]
    behind = text[right.span.end : right.span.end + _LONGEST_BEHIND]
    if pattern("other-measure").search(fold(f"{left.text} {between} {right.text} {behind}")):
        return False
    bare = between.strip()
    if bare[:1] and bare[0] in _OPEN:
        inside = pattern("about").sub("", fold(bare[1:])).strip(" ~≈")
        inside = pattern("same-measure").sub("", inside).strip(" .,،")
        return not inside and behind.lstrip()[:1] in _CLOSE and bool(behind.strip())
    if len(bare) > _LONGEST_BEHIND:
        return False
    if unit_and_rate(left.unit)[0] in _durations():
        return False
    said = fold(bare)
    joined = pattern("same-measure").search(said)
    rest = pattern("about").sub("", pattern("same-measure").sub("", said))
    alternative = joined is not None and joined[0] == "or" and bare[0] not in _PAUSES
    return joined is not None and not alternative and not rest.strip(" .,،")


@cache
def _durations() -> frozenset[Unit]:
    """Units of time: *5 days or 3 weeks* are two, not one."""
    return frozenset(unit for unit in units().values() if unit.base in {"seconds", "months"})


def _convertible(left: Quantity, right: Quantity) -> bool:
    one, one_rate = unit_and_rate(left.unit)
    other, other_rate = unit_and_rate(right.unit)
    if one is None or other is None or one.id == other.id or one_rate != other_rate:
        return False
    return bool(one.base) and one.base == other.base


def _told(extraction: Extraction, left: Quantity, right: Quantity) -> Noticed:
    one, _ = unit_and_rate(left.unit)
    other, _ = unit_and_rate(right.unit)
    factor = one.factor / other.factor if one is not None and other is not None else 1.0
    told = message(
        "unit", left=cited(left), right=cited(right), converted=_converted(left, right, factor)
    )
    span = hull(left.span, right.span)
    return notice("unit", told, span, about(extraction, left.span, right.span))


def _converted(left: Quantity, right: Quantity, factor: float) -> Message:
    low, high = (
        None if end is None else float(f"{end * factor:.{_FIGURES}g}")
        for end in (left.low, left.high)
    )
    value = replace(right, low=low, high=high, approximate=False)
    return Message(caption(value, "ar"), caption(value, "en"))
