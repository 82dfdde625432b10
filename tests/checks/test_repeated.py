"""One speaker gives one figure for one thing, or says that it changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.reading import READS, bare, ids, noticed

PUBLISHED = "2018-04-03"
FIRST = "The airstrike on Saraqib killed 12 civilians on 5 March 2018. The market was destroyed. "
TWICE = (
    FIRST + "The strike on Saraqib on 5 March 2018 killed 15 civilians.",
    "قتل 12 مدنياً في قصف سراقب يوم 5 آذار 2018. ودمرت الغارة السوق. قتل 15 مدنياً في القصف على سراقب يوم 5 آذار 2018.",
)
OTHER = (
    "The toll of the strike on Saraqib on 5 March 2018 rose to 15 civilians killed.",
    "Another strike on Saraqib on 5 March 2018 killed 15 civilians.",
    "The strike on Saraqib on 6 March 2018 killed 15 civilians.",
    "The strike on Manbij on 5 March 2018 killed 15 civilians.",
    "The strike on Saraqib on 5 March 2018 killed 15 fighters.",
    "The strike on Saraqib on 5 March 2018 injured 15 civilians.",
    "The strike on Saraqib on 5 March 2018 killed at least 15 civilians.",
    "The strike on Saraqib on 5 March 2018 killed 12 civilians.",
    "The strike on Saraqib on 5 March 2018 did not kill 15 civilians.",
    "A strike on Saraqib on 5 March 2018 killed 15 civilians.",
    "The shelling of Saraqib by artillery on 5 March 2018 killed 15 civilians.",
    "The strikes on Saraqib on 5 March 2018 killed 15 civilians.",
    "Residents said the strike on Saraqib on 5 March 2018 killed 15 civilians.",
)


@pytest.mark.parametrize("text", TWICE)
def test_two_figures_of_one_speaker_for_one_event_are_noticed(text: str) -> None:
    """The same place, the same day, the same victims."""
    (found,) = noticed(text, published=PUBLISHED)

    assert found.check == "figures"
    assert "12" in bare(found.message.ar)
    assert "15" in bare(found.message.ar)
    assert found.span.start > text.index("12")


@pytest.mark.parametrize("second", OTHER)
def test_an_update_another_event_and_another_speaker_are_silent(second: str) -> None:
    """Also an event that is not told as known, other means, several strikes, other people, another fate, a bound, a denial."""
    assert ids(FIRST + second, published=PUBLISHED) == []


def test_a_third_figure_that_explains_the_difference_makes_it_silent() -> None:
    """12 and 3 are 15."""
    text = TWICE[0] + " Rescuers pulled 3 civilians killed from the rubble."

    assert ids(text, published=PUBLISHED) == []


@READS
@given(st.integers(13, 300), st.integers(13, 300))
def test_the_order_of_both_figures_changes_nothing(one: int, other: int) -> None:
    """A contradiction reads the same from both ends."""
    sentence = "The strike on Saraqib on 5 March 2018 killed {} civilians."
    forth = ids(f"{sentence.format(one)} {sentence.format(other)}", published=PUBLISHED)
    back = ids(f"{sentence.format(other)} {sentence.format(one)}", published=PUBLISHED)

    assert forth == back == ([] if one == other else ["figures"])


def test_a_source_is_the_same_with_its_article_in_small_letters() -> None:
    """*The city council* and *the city council* are one speaker."""
    text = (
        "The city council said the strike on Saraqib on 5 March 2018 killed 12 civilians. "
        "The strike on Saraqib on 5 March 2018 killed 15 civilians, the city council said."
    )

    assert ids(text, published=PUBLISHED) == ["figures"]
