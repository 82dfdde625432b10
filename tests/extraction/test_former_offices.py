"""English speakers by offices they had, titles with *of*, long appositions and media that are only told something."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“Nine men died,” former Israeli Prime Minister Omar Levi told CNN.",
            "former Israeli Prime Minister Omar Levi",
        ),
        (
            "Nine men died in Goma, said former Israeli Prime Minister Omar Levi.",
            "former Israeli Prime Minister Omar Levi",
        ),
        (
            "Former US State Department official Sam Reed said nine men died in Goma.",
            "Former US State Department official Sam Reed",
        ),
        ("“Nine men died,” said Secretary of State Sam Reed.", "Secretary of State Sam Reed"),
        ("Nine men died in Goma, former President Donald Trump said.", "Donald Trump"),
        ("Former residents said nine men died in Goma.", "residents"),
        ("Israeli Prime Minister Omar Levi said nine men died.", "Israeli prime minister"),
    ],
)
def test_an_office_does_not_speak_by_who_had_it_before(text: str, said: str) -> None:
    """*Former prime minister X* is X; who is known by name or has the office now stays."""
    assert {one.speaker.source for one in read(text)} == {said}


def test_a_long_apposition_with_an_article_is_no_statement() -> None:
    """*A group …* between commas says what the one before it is, battles and all."""
    (told,) = read(
        "The PMF, an Iran-backed group aligned with the Iraqi government in its battle "
        "against ISIL, said gunmen had killed nine men."
    )

    assert told.speaker.source == "Popular Mobilization Forces"
    assert told.kind == "casualties"


def test_the_noun_of_a_medium_is_no_part_of_what_it_is_told() -> None:
    """*Told AFP news agency* is all head."""
    (told,) = read("A police officer told AFP news agency most of the bodies had been burned.")

    assert told.statement.startswith("most of the bodies")
