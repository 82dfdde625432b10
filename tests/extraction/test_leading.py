"""What an English lead takes from the sentences behind it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import date, read

TUESDAY = "2019-04-30"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nine herders were killed by gunmen in eastern Congo, officials said, the latest of many raids this month. "
            "The raid by a militia happened in Beni on Tuesday night, an administrator said."
        ),
        (
            "Eleven civilians died in a shelling of a town in Idlib province, medics said. "
            "On Tuesday a shell hit the mill of Sarmin and killed 11 civilians, a witness said."
        ),
        (
            "At least six people were killed when the army bombed a village in Sagaing region. "
            "Planes dropped bombs on a wedding in Tha Yau village late on Tuesday, a witness said."
        ),
        (
            "A bombing has left four people dead in a village in Kivu, officials say. "
            "According to a local official, the incident occurred early Tuesday in Luhombo village."
        ),
    ],
)
def test_a_lead_has_the_day_that_a_later_sentence_gives(text: str) -> None:
    """It points back to the lead's event, gives the same toll, or names the village that the lead left unnamed."""
    assert date(read(text, "casualties")[0]) == TUESDAY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "A shell killed three traders in Hama. The army retook Palmyra on Tuesday.",
            "another deed",
        ),
        (
            "Three people were killed by shells in Sudan. On Tuesday a drone killed three soldiers in Mali.",
            "another land",
        ),
        (
            "One man was killed in a raid in Kivu. On Tuesday one woman was killed by a mine.",
            "one is no telling count",
        ),
        (
            "A raid killed nine people in a village in Kivu. The raid came after Tuesday's vote.",
            "the day is of the vote",
        ),
    ],
)
def test_a_lead_keeps_no_day_of_another_event(text: str, why: str) -> None:
    """A wrong day is worse than none."""
    assert date(read(text, "casualties")[0]) == "", why
