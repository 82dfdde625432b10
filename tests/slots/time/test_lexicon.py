"""The word lists of time are complete and mean one thing each."""

from __future__ import annotations

import pytest

from claims.errors import NotFound
from claims.slots.tables import data
from claims.slots.time import reason_words, reasons
from claims.slots.time.lexicon import carriers, guards, lexicon, touching
from claims.text.shadow import fold

NAMINGS = {"levant": 12, "egypt": 12, "english": 12, "maghreb": 10}


@pytest.mark.parametrize(("naming", "months"), NAMINGS.items())
def test_every_naming_has_its_months(naming: str, months: int) -> None:
    """Each family names each month once; the Maghreb shares some names with Egypt."""
    numbers = [row["number"] for row in data("time_months")["months"] if row["naming"] == naming]
    assert len(numbers) == len(set(numbers)) == months


def test_no_spelling_names_two_months() -> None:
    """A folded spelling stands in one list of months only."""
    owner: dict[str, tuple[str, int]] = {}
    table = data("time_months")
    for kind in ("months", "hijri"):
        for row in table[kind]:
            for form in (*row.get("always", ()), *row.get("cue", ()), *row.get("beside", ())):
                key = fold(form)
                assert owner.setdefault(key, (kind, row["number"])) == (kind, row["number"]), form


def test_every_weekday_is_named_in_both_languages() -> None:
    """Seven days, each with an Arabic and an English name that needs nothing beside it."""
    rows = data("time_days")["weekdays"]
    assert [row["number"] for row in rows] == list(range(1, 8))
    for row in rows:
        assert any(name.isascii() for name in row["always"])
        assert any(not name.isascii() for name in row["always"])


def test_conjunctions_and_prepositions_are_known_written_onto_names() -> None:
    """وآذار, للجمعة and بالجمعة are read as the word with its prefix."""
    for written, prefix in (("واذار", "و"), ("للجمعه", "ل"), ("بالجمعه", "ب"), ("وامس", "و")):
        assert [reading.prefix for reading in lexicon()[written] if not reading.rest] == [prefix]


def test_a_door_is_no_august() -> None:
    """باب is not ب + آب: short doubtful names take no preposition."""
    assert "باب" not in lexicon()
    assert "لاب" not in lexicon()


def test_carriers_are_among_the_words_that_touch() -> None:
    """What can carry a date can also stand beside one; guards are not empty."""
    assert carriers() <= touching()
    assert all(guards().values())


def test_reasons_have_both_languages_and_unknown_ones_are_refused() -> None:
    """Each reason is a sentence in Arabic and English; an id that does not exist is an error with a next step."""
    for message in reasons().values():
        assert message.ar.endswith(".")
        assert message.en.endswith(".")
    with pytest.raises(NotFound, match="time_reasons"):
        reason_words("because")
