"""Who is only told of beside an English deed or loss, and is not who it befell."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read, targets


@pytest.mark.parametrize(
    ("text", "kind", "aside"),
    [
        ("The death of two boys in Mopti drew outrage from the army.", "casualties", "army"),
        ("Nine people died in Turkish hospitals on Monday.", "casualties", "hospital"),
        ("The killing of the mayor was a heavy blow to Hezbollah.", "casualties", "Hezbollah"),
        ("Two men were wounded after police opened fire in Goma.", "casualties", "police"),
        ("A shell hit the street where rescuers had gathered.", "strike", "rescue"),
        ("Rockets hit Goma as soldiers left for the front.", "strike", "soldier"),
        ("Forty people were killed since ISIS besieged Mopti.", "casualties", "ISIS"),
    ],
)
def test_who_is_told_of_behind_a_preposition_or_a_clause_suffers_no_loss(
    text: str, kind: str, aside: str
) -> None:
    """Outrage *from*, died *in*, a blow *to*, and what *where*, *as* and *since* open, hit nobody."""
    assert all(aside.lower() not in " ".join(targets(one)).lower() for one in read(text, kind))
    assert read(text, kind)


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("The strike killed ten fighters from Hezbollah.", ["Hezbollah"]),
        ("The raid killed a commander belonging to Hezbollah.", ["Hezbollah"]),
        ("Fire killed 30 people in Mopti since Monday, most of them women.", ["women"]),
        ("Ten of the dead were believed to be civilians.", ["civilians"]),
        ("The blast killed four people in Mopti, including children.", ["children"]),
        ("A mine killed two children in their house.", ["children"]),
    ],
)
def test_who_is_counted_behind_a_preposition_stays_who_was_lost(text: str, hurt: list[str]) -> None:
    """Fighters *from* a group, most *of them*, believed *to be*, *including*: the words go on counting."""
    told = " ".join(name for one in read(text, "casualties") for name in targets(one))

    assert [name in told for name in hurt] == [True] * len(hurt)
