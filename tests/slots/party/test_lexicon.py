"""The data files are whole: what they name exists, and every name leads to its party."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from claims.slots.party.entries import aliases, entries, kinds, table
from claims.slots.party.heads import heads
from claims.slots.party.lexicon import lexicon
from claims.slots.party.nations import bodies, body_of, states
from claims.slots.party.phrases import spread
from claims.slots.party.theatres import counted

_DATA = files("claims.slots") / "data"
_FILES = sorted(file.name for file in _DATA.iterdir() if file.name.startswith("party_"))


@pytest.mark.parametrize("name", _FILES)
def test_a_data_file_says_what_it_is_where_from_and_who_reads_it(name: str) -> None:
    """The head of each file names its source and its reader, and the file is valid TOML."""
    text = (_DATA / name).read_text(encoding="utf-8")
    head = text.partition("\n\n")[0]
    assert "Source:" in head
    assert "Read by:" in head
    assert tomllib.loads(text)


def test_ids_of_parties_are_unique() -> None:
    """No id stands in two tables, and none is that of an object without owner."""
    names = [name.removeprefix("party_").removesuffix(".toml") for name in _FILES]
    ids = [row["id"] for name in names for row in table(name).get("party", ())]
    assert len(ids) == len(set(ids))
    assert len(ids) == len(entries())
    assert not set(ids) & set(heads())


def test_every_entry_has_captions_in_both_languages() -> None:
    """A missing translation is a fault of the data."""
    for entry in entries().values():
        assert entry.en, entry.id
        assert entry.ar, entry.id
        assert not entry.en.isspace()
        assert any("\u0600" <= letter <= "\u06ff" for letter in entry.ar), entry.id


def test_wider_parties_and_members_exist() -> None:
    """Each id in ``within`` has an entry, each member is a state, each covered word a kind, a party or a head."""
    for entry in entries().values():
        assert entry.kind in kinds(), entry.id
        for wider in entry.within:
            assert lexicon().entry(wider) is not None, (entry.id, wider)
        assert set(entry.members) <= set(states()), entry.id
        for covered in entry.covers:
            assert covered in kinds() or lexicon().entry(covered), (entry.id, covered)


def test_theatres_of_shared_names_exist() -> None:
    """A theatre that a name depends on has words of its own."""
    known = {row["id"] for row in table("theatres")["theatre"]}
    for alias in aliases():
        assert set(alias.theatres) <= known, alias


def test_every_state_has_every_body() -> None:
    """An entry can be made for each body of each state, and found again by its id."""
    for state in states():
        for body in bodies():
            entry = body_of(state, body)
            assert lexicon().entry(entry.id) == entry
            assert "{" not in entry.en + entry.ar


def test_a_line_of_the_data_stands_for_all_its_spellings() -> None:
    """``(a|b|)`` is one of these or nothing."""
    assert spread("(the |)Syrian (Arab |)Army") == (
        "the Syrian Arab Army",
        "the Syrian Army",
        "Syrian Arab Army",
        "Syrian Army",
    )


def test_a_theatre_counts_words_with_what_is_written_onto_them() -> None:
    """«بسوريا» and «والرقة» are words of Syria, «مدني» is a word of no theatre."""
    assert counted(["بسوريا", "والرقه", "مدني"]) == {"syria": 2}
