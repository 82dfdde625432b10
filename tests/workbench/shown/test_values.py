"""Slot values in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

import claims
from claims.model import DateValue, Party, Place, Quantity, Slot, Span, Unread
from tests.factories import a_claim
from workbench import wording
from workbench.shown import values
from workbench.shown.marks import slot_marks

EN = wording.of("en")
AR = wording.of("ar")
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
    ("quantity", "english", "arabic"),
    [
        (a_quantity(12, 12), "12 civilians killed", "12 قتيلاً من المدنيين"),
        (
            a_quantity(5, None, low_open=True),
            "more than 5 civilians killed",
            "أكثر من 5 قتلى من المدنيين",
        ),
    ],
)
def test_figures_are_spoken_in_the_readers_language(
    quantity: Quantity, english: str, arabic: str
) -> None:
    """An open bound does not read like a plain figure, and an Arabic reader sees no English unit."""
    claim = a_claim(quantities=(quantity,))

    assert values.of(claim, Slot.QUANTITY, EN)[0]["read"] == english
    assert values.of(claim, Slot.QUANTITY, AR)[0]["read"] == arabic


def test_names_are_spoken_in_the_readers_language() -> None:
    """A place and a party that the lexicons know have their Arabic names in the Arabic interface."""
    text = "The International Coalition struck Raqqa on 3 May 2019."
    [claim] = claims.extract(claims.read(text.encode(), name="a.txt")).claims

    assert values.of(claim, Slot.PLACE, AR)[0]["read"] == "الرقة"
    assert values.of(claim, Slot.ACTOR, AR)[0]["read"] == "التحالف الدولي"


def test_every_slot_shows_raw_words_and_what_they_mean() -> None:
    """The words of the document come first; the reading stands beside them."""
    claim = a_claim(
        date=DateValue("2018-03-28", "28 مارس", AT, "looks-back", time="dawn"),
        places=(Place("Al Bukamal", "geonames:1", None, None, "in", "البوكمال", AT),),
        actors=(Party("Coalition", "c", "coalition", "Coalition", AT),),
        targets=(Party("Syrian army", "a", "state", "الجيش السوري", AT),),
    )
    date = {"raw": "28 مارس", "dir": "rtl", "read": "28 March 2018, dawn"}
    assert values.of(claim, Slot.DATE, EN) == [date]
    assert values.of(claim, Slot.DATE, AR)[0]["read"] == "28 آذار/مارس 2018، فجراً"
    assert values.of(claim, Slot.PLACE, EN)[0]["read"] == "Al Bukamal"
    assert values.of(claim, Slot.ACTOR, EN)[0]["read"] == ""
    assert values.of(claim, Slot.TARGET, EN)[0]["raw"] == "الجيش السوري"
    assert values.of(claim, Slot.QUANTITY, EN) == []


def test_what_was_stated_but_not_understood_is_not_the_same_as_nothing() -> None:
    """An unread date shows its words and says that they were not understood."""
    claim = a_claim(unread=(Unread(Slot.DATE, "yesterweek", AT),))
    shown = {"raw": "yesterweek", "dir": "ltr", "read": "not understood"}
    assert values.of(claim, Slot.DATE, EN) == [shown]


def test_a_value_that_a_person_gave_without_words_shows_none() -> None:
    """It stands at the whole claim, whose words are not those of the date."""
    claim = a_claim("a raid on the market of the town")
    given = DateValue("2017-11-13", claim.quote, claim.span, "given")
    (value,) = values.of(replace(claim, date=given), Slot.DATE, EN)
    assert (value["raw"], value["read"]) == ("", "13 November 2017")
    assert Slot.DATE not in [one.mark for one in slot_marks(replace(claim, date=given))]
