"""Days, figures and parties of English background: since when something is counted, what was before, who only stands beside."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


def test_a_count_since_a_long_told_beginning_is_open_behind_its_day() -> None:
    """However many words tell what began then."""
    text = (
        "Some 900 villagers were killed since a revolt against President Omar Sahl's "
        "long rule in the capital erupted in March 2011."
    )

    assert date(read(text, "casualties")[0]) == "2011-03/.."


def test_what_was_before_is_not_of_the_day_told_last() -> None:
    """*Previous bombings* are others than the one told."""
    text = (
        "Nine people died in a blast in Gao on Tuesday. ISIS has claimed previous bombings there."
    )

    assert date(read(text)[-1]) == ""
    assert date(read(text)[0]) == "2019-04-30"


@pytest.mark.parametrize("whose", ["Hamas’", "Hamas's", "the group’s", "the"])
def test_the_day_behind_an_owner_counts_no_attacks(whose: str) -> None:
    """*Hamas’ October 7 attacks* are of a day, and not seven."""
    told = read(f"The war began after {whose} October 7 attacks.")[0]

    assert date(told).startswith("2018-10-07")
    assert told.quantities == ()


def test_a_number_behind_a_month_still_counts() -> None:
    """*In March 12 people* names no day."""
    (told,) = read("In March 12 people were killed in Gao.", "casualties")

    assert [figure.low for figure in told.quantities] == [12]


def test_ages_count_nobody() -> None:
    """*Ranging in age from 10 to 16* is no toll."""
    told = read("Twelve children, ranging in age from 10 to 16, were killed in Gao.", "casualties")

    assert [[figure.low for figure in one.quantities] for one in told] == [[12]]


@pytest.mark.parametrize(
    ("text", "doers", "hit"),
    [
        ("The rebels have suffered heavy losses in Gao.", [], ["rebels"]),
        ("Hezbollah fighters suffered another blow in strikes on Gao.", [], ["Hezbollah"]),
        ("A raid killed a trader sanctioned by the United States in Gao.", [], []),
        ("The militia fought alongside the Syrian army in Aleppo.", ["militias"], []),
        ("The killings raise questions about the presence of ISIS fighters.", [], []),
        ("A trader was killed in Gao, likely the work of Hezbollah.", ["Hezbollah"], []),
    ],
)
def test_who_suffers_rules_or_stands_beside_has_no_other_part(
    text: str, doers: list[str], hit: list[str]
) -> None:
    """Who suffers losses is hit; who sanctioned somebody, fights alongside or is only asked about did and suffered nothing."""
    told = read(text)

    assert {name for one in told for name in actors(one)} == set(doers)
    assert {name for one in told for name in targets(one)} == set(hit)


def test_where_it_was_fired_from_is_no_scene_though_told_more_closely() -> None:
    """*From Shebaa in southern Lebanon* is where the rocket came from."""
    told = read("A rocket fired by Hezbollah from Shebaa in southern Lebanon hit Haifa.", "strike")

    assert all("Lebanon" not in name for one in told for name in places(one))


def test_what_is_feared_has_not_happened() -> None:
    """*In constant fear of being bombed* tells no bombing."""
    told = read("Residents of Gao live in constant fear of being bombed.", "strike")

    assert [one.modality for one in told] == [Modality.POSSIBLE]
