"""Who and what place is only told of beside an English deed or loss, and is not whom or where it befell."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, places, read, targets


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


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rebels positioned in Darayya shelled Mezzeh on Monday.", ["Mezzeh"]),
        ("Jihadists stationed in the town of Binnish fired rockets at Kafriya.", ["Kafriya"]),
        ("Rebels in Talbisseh had shelled army posts around Umm Sharshuh.", ["Umm Sharshuh"]),
    ],
)
def test_where_those_are_who_strike_is_not_where_it_falls(text: str, where: list[str]) -> None:
    """Armed people positioned in one place hit another one; so do those *in* one whose verb has another behind it."""
    named = places(read(text, "strike")[0])

    assert [any(one in name for name in named) for one in where] == [True] * len(where)
    assert len(named) == len(where)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels positioned in Darayya were shelled on Monday.",
        "Rebels in Darayya shelled army posts on Monday.",
        "A depot located in Darayya was bombed on Monday.",
    ],
)
def test_where_those_are_who_are_hit_is_where_it_falls(text: str) -> None:
    """Who is hit is hit where he is, and whose fire names no other place may hit his own."""
    assert any("Darayya" in name for name in places(read(text, "strike")[0]))


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Two soldiers were ambushed by disguised Hezbollah fighters in Goma.", "Hezbollah"),
        ("Goma was bombed by suspected Russian jets on Monday.", "Russian"),
        ("Nine men were shot dead by Kurdish-led Syrian Democratic Forces.", "Democratic"),
    ],
)
def test_epithets_part_no_doer_from_its_by(text: str, doer: str) -> None:
    """*By disguised*, *by suspected*, *by the Kurdish-led*: who stands behind them did it and is no target."""
    told = read(text)

    assert any(doer in name for one in told for name in actors(one))
    assert not any(doer in name for one in told for name in targets(one))


def test_a_noun_of_attack_behind_a_place_is_no_verb() -> None:
    """*In Aden strike* tells where the strike was, whatever place follows."""
    named = places(read("Iran targets Hamas commander in Aden strike after Golan Heights raid")[0])

    assert any("Aden" in name for name in named)
