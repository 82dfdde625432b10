"""Slot values in words."""

from __future__ import annotations

import pytest

from claims.model import DateValue, Party, Place, Quantity, Slot, Span, Unread
from tests.factories import a_claim
from workbench import wording
from workbench.shown import values

EN = wording.of("en")
AT = Span(0, 3)


def a_quantity(low: float | None, high: float | None, **fields: bool) -> Quantity:
    """A number of killed civilians."""
    return Quantity(
        low,
        high,
        fields.get("low_open", False),
        fields.get("high_open", False),
        fields.get("approximate", False),
        "killed",
        "civilian",
        "raw",
        AT,
    )


@pytest.mark.parametrize(
    ("quantity", "spoken"),
    [
        (a_quantity(12, 12), "12 (killed · civilian)"),
        (a_quantity(5, None, low_open=True), "more than 5 (killed · civilian)"),
        (a_quantity(20, None), "at least 20 (killed · civilian)"),
        (a_quantity(None, 10, high_open=True), "fewer than 10 (killed · civilian)"),
        (a_quantity(None, 10), "at most 10 (killed · civilian)"),
        (a_quantity(200, 250), "200 to 250 (killed · civilian)"),
        (a_quantity(60, 60, approximate=True), "about 60 (killed · civilian)"),
        (a_quantity(23922, 23922), "23,922 (killed · civilian)"),
    ],
)
def test_bounds_are_spoken_as_they_are(quantity: Quantity, spoken: str) -> None:
    """An open bound, a range and a rough figure do not read like a plain one."""
    assert values.quantity(quantity, EN) == spoken


def test_every_slot_shows_raw_words_and_what_they_mean() -> None:
    """The words of the document come first; the reading stands beside them."""
    claim = a_claim(
        date=DateValue("2018-03-28", "28 مارس", AT, "looks-back", time="dawn"),
        places=(Place("Al Bukamal", "geonames:1", None, None, "near", "البوكمال", AT),),
        actors=(Party("Coalition", "c", "coalition", "Coalition", AT),),
        targets=(Party("Syrian army", "a", "state", "الجيش السوري", AT),),
    )
    date = {"raw": "28 مارس", "dir": "rtl", "read": "28 March 2018 dawn"}
    assert values.of(claim, Slot.DATE, EN) == [date]
    assert values.of(claim, Slot.PLACE, EN)[0]["read"] == "Al Bukamal"
    assert values.of(claim, Slot.ACTOR, EN)[0]["read"] == ""
    assert values.of(claim, Slot.TARGET, EN)[0]["raw"] == "الجيش السوري"
    assert values.of(claim, Slot.QUANTITY, EN) == []


def test_what_was_stated_but_not_understood_is_not_the_same_as_nothing() -> None:
    """An unread date shows its words and says that they were not understood."""
    claim = a_claim(unread=(Unread(Slot.DATE, "yesterweek", AT),))
    shown = {"raw": "yesterweek", "dir": "ltr", "read": "not understood"}
    assert values.of(claim, Slot.DATE, EN) == [shown]
