"""What an English statement without a known event is: an opinion, a forecast, or too little to be a claim."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('The envoy said: "Their silence amounts to complicity in Sirte."', "opinion"),
        ("The mayor said it was an attempt to weaken the people of Sirte.", "opinion"),
        ('"We cannot go on like this in Sirte," the mayor said.', "opinion"),
        ("The council called on the United Nations to send observers to Sirte.", "opinion"),
        ("The observatory said the number of dead was expected to rise.", "forecast"),
        ("The envoy said that those in charge should be held to account.", "forecast"),
        ("The mayor said that more doctors need to be sent to Sirte.", "forecast"),
    ],
)
def test_an_opinion_or_a_demand_cannot_be_checked(text: str, reason: str) -> None:
    """Whoever judges, demands or foretells states nothing that was so; the reason is told."""
    assert [claim.unchecked for claim in read(text)] == [reason]


def test_what_somebody_states_beside_a_figure_can_be_checked() -> None:
    """A word of judging takes nothing from a statement that counts."""
    [claim] = read("The mayor said 12 schools were closed in a flagrant breach of the truce.")

    assert claim.checkable


def test_words_that_only_point_at_what_others_told_cannot_be_checked() -> None:
    """*Confirmed the air strikes* states nothing by itself; with a place it does."""
    [bare] = read("A security source confirmed the air strikes.")
    [placed] = read("The radio said the bridge at Sirte was closed.")

    assert (bare.unchecked, placed.unchecked) == ("pronoun", "")


def test_sources_side_by_side_are_not_one() -> None:
    """Whom a statement ends with is none of who says it."""
    [claim] = read(
        "Six men were killed trying to join ISIS the Syrian Observatory said.", "casualties"
    )

    assert (claim.quote[-4:], claim.speaker.source) == (
        "ISIS",
        "Syrian Observatory for Human Rights",
    )
