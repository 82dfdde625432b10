"""When a claim can have happened at all: on the days it says, else not long before its document was published.

The day of publication is never the date of an event. It bounds it: nothing is told before it happens, and news looks
back a few days only. So what two documents tell without a day, published months apart, is not taken for one event.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from claims.comparison.keys import Days, days, stretch
from claims.model import Claim, Modality

LOOKS_BACK: Final = 3
"""Days before its publication in which an event lies of which a document does not say when: news looks back."""
_SAME_END: Final = 3
"""Days by which two spans may end apart and be one: accounts of one day are published on the next ones, too."""
_NEXT: Final = 1
"""Days after an event on which news tells of it without its day."""
_DAY_OF_A_MONTH: Final = re.compile(r"XXXX-\d\d-\d\d")
_ABOUT: Final = "~"
_ANY_DAY: Final = "XXXX-XX-XX"
APART: Final = 30
"""From so many days between both windows on, two claims are not one event, whatever else they share."""


def span(claim: Claim) -> Days | None:
    """The days that a claim's date denotes, up to its publication: what goes on *since* a day, or is of *this year*, goes no further.

    What is planned lies ahead, and a day of the next morning may be one of another zone of time.
    """
    own, told = days(claim), stretch(claim.published)
    if own is None or told is None or told.last < own.first or own.last <= told.last + _NEXT:
        return own
    about = claim.date is not None and _ABOUT in claim.date.edtf
    if own.last < date.max.toordinal() and (about or claim.modality is Modality.PLANNED):
        return own
    return Days(own.first, told.last)


def one_span(left: Claim, right: Claim) -> bool:
    """Whether both are said of the same days: none ends a few days later, as what is counted *since* a day does."""
    one, other = span(left), span(right)
    if one is None or other is None:
        return False
    return abs(one.first - other.first) + abs(one.last - other.last) <= _SAME_END


def window(claim: Claim) -> Days | None:
    """The days on which the claim is likely to have happened; None where nothing says so."""
    own = span(claim)
    if own is not None:
        return own
    told = stretch(claim.published)
    return None if told is None else Days(told.first - LOOKS_BACK, told.last + 1)


def gap(left: Claim, right: Claim) -> int | None:
    """The days between both windows, 0 where they meet; None where one side has none."""
    one, other = window(left), window(right)
    if one is None or other is None:
        return None
    return max(0, max(one.first, other.first) - min(one.last, other.last))


def told_apart(left: Claim, right: Claim) -> bool:
    """Whether one claim was told before the other happened, or both so far apart that they are not one event.

    Only where one of them does not say when or until when: what both say is compared as it stands.
    """
    between = gap(left, right)
    if between is None:
        return False
    if days(left) is not None and days(right) is not None:
        return between > _SAME_END and (span(left), span(right)) != (days(left), days(right))
    return between >= APART or _before(left, right) or _before(right, left)


def told_together(left: Claim, right: Claim) -> bool:
    """Whether both were published on one day and one at least does not say when: news of that day and those just before.

    What one of them says of the time has to lie in those days.
    """
    if days(left) is not None and days(right) is not None:
        return False
    one, other = stretch(left.published), stretch(right.published)
    return one is not None and one == other and one.first == one.last and gap(left, right) == 0


def told_of_day(left: Claim, right: Claim) -> bool:
    """Whether one side says the day, and the other, which does not, was published on it or on the next one."""
    for dated, undated in ((left, right), (right, left)):
        own, told = days(dated), stretch(undated.published)
        if own is not None and told is not None and days(undated) is None:
            return own.first == own.last and 0 <= told.first - own.first <= _NEXT
    return False


def told_on_day(left: Claim, right: Claim) -> bool:
    """Whether one side says the day, and the other, which does not, was published on that very day: the first news of it."""
    for dated, undated in ((left, right), (right, left)):
        own, told = days(dated), stretch(undated.published)
        if own is not None and days(undated) is None:
            return told is not None and own.first == own.last and own == told
    return False


def told_in_turn(left: Claim, right: Claim) -> bool:
    """Whether neither says when, and both were published on one day or on two days in turn."""
    one, other = stretch(left.published), stretch(right.published)
    if days(left) is not None or days(right) is not None or one is None or other is None:
        return False
    return abs(one.first - other.first) <= _NEXT and abs(one.last - other.last) <= _NEXT


def told_weeks_apart(left: Claim, right: Claim) -> bool:
    """Whether one side at least does not say when, and what is known of the time lies more than a few days apart."""
    between = gap(left, right)
    return between is not None and between > _SAME_END


def one_bare_day(left: Claim, right: Claim) -> bool:
    """Whether one document tells both of one *Friday* or one *22 July*: it has one, also where nobody knows of which year."""
    one, other = left.date, right.date
    if left.document != right.document or one is None or other is None:
        return False
    weekday = one.edtf == _ANY_DAY and one.weekday is not None and one.weekday == other.weekday
    return one.edtf == other.edtf and (weekday or bool(_DAY_OF_A_MONTH.fullmatch(one.edtf)))


def _before(teller: Claim, happened: Claim) -> bool:
    """Whether one was published before the other happened, by more than a day."""
    told, own = stretch(teller.published), days(happened)
    return told is not None and own is not None and told.last + 1 < own.first
