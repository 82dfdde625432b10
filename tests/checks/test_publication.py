"""An event told as past cannot be dated after the text that tells it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

PUBLISHED = "2018-04-03"
AHEAD = (
    "قتل 12 مدنياً في غارة على الرقة يوم 5 أيار 2019.",
    "A raid killed 12 civilians near Raqqa on 5 May 2019.",
)
SILENT = (
    "من المقرر أن يقصف الجيش الرقة يوم 5 أيار 2019.",
    "The army will strike Raqqa on 5 May 2019.",
    "A truce after the raid that killed 12 civilians holds until 5 May 2019.",
    "قتل 12 مدنياً في غارة على الرقة يوم 5 أيار.",
    "A raid killed 12 civilians near Raqqa on 4 April 2018.",
    "If a raid kills 12 civilians on 5 May 2019, talks end.",
    "The ministry announced elections for 5 May 2019.",
)


@pytest.mark.parametrize("text", AHEAD)
def test_a_past_event_dated_later_than_its_text_is_noticed(text: str) -> None:
    """The message gives both days and what lies between them."""
    (found,) = noticed(text, published=PUBLISHED)

    assert found.check == "publication"
    assert "397" in bare(found.message.ar)
    assert "published on 3 April 2018, 397 days before" in bare(found.message.en)


@pytest.mark.parametrize("text", SILENT)
def test_plans_terms_conditions_and_the_next_day_are_silent(text: str) -> None:
    """A day that is let go for clocks, a day without its year, and everything that lies ahead."""
    assert ids(text, published=PUBLISHED) == []


def test_without_a_day_of_publication_nothing_is_late() -> None:
    """The check needs both dates."""
    assert ids(AHEAD[0]) == []


@READS
@given(st.integers(-3000, 400))
def test_only_days_after_the_next_one_are_late(days: int) -> None:
    """Two days and more; never a day before the publication."""
    day = date.fromisoformat(PUBLISHED) + timedelta(days=days)
    text = f"A raid killed 12 civilians near Raqqa on {day:%-d %B %Y}."

    assert ids(text, published=PUBLISHED) == (["publication"] if days > 1 else [])
