"""The vocabularies of quantities are whole: both languages, known ids, no word with two meanings by accident."""

from __future__ import annotations

import re

from claims.slots.quantity import Kind, Unit, kinds, units
from claims.slots.quantity.forms import Count, accusative, arabic_forms, dual
from claims.slots.quantity.lexicon import lexicon
from claims.slots.tables import data

ARABIC = re.compile("[\u0620-\u064a%]")


def test_every_unit_and_kind_has_captions_and_a_definition_in_both_languages() -> None:
    """A missing translation fails here, not before a reader."""
    entries: list[Unit | Kind] = [*units().values(), *kinds().values()]
    for entry in entries:
        words = entry.words
        for arabic in (words.one, words.many, *words.two, words.eleven, entry.definition.ar):
            assert ARABIC.search(arabic), entry.id
        for english in (*words.en, entry.definition.en):
            assert english, entry.id
            assert not re.search("[\u0620-\u064a]", english), entry.id


def test_what_includes_what_is_known_and_never_circular() -> None:
    """Wider units and kinds exist, and nothing includes itself."""
    for unit in units().values():
        seen, at = {unit.id}, unit.within
        while at:
            assert at not in seen
            seen.add(at)
            at = units()[at].within
    for kind in kinds().values():
        assert set(kind.within) <= set(kinds()) - {kind.id}


def test_measures_of_one_base_convert_with_positive_factors() -> None:
    """A factor belongs to a base, and the base is reached by some unit of factor one."""
    bases = {unit.base for unit in units().values() if unit.base} - {"seconds", "months"}
    for base in bases:
        assert any(unit.base == base and unit.factor == 1 for unit in units().values())
    assert all(unit.factor > 0 for unit in units().values())


def test_nouns_and_words_name_known_units_and_kinds_only() -> None:
    """No label of the word lists is misspelt."""
    tables = lexicon()
    for noun in tables.nouns.values():
        assert noun.unit in units()
        assert noun.of in {"", *kinds()}
    for unit in {*tables.befell.values(), *tables.behind.values(), *tables.near.values()}:
        assert unit in units()
    for kind in {*tables.of.values(), *tables.served.values()}:
        assert kind in {"", *kinds()}


def test_every_unit_can_be_named_by_some_noun() -> None:
    """A unit that no word leads to would be dead weight."""
    named = {noun.unit for noun in lexicon().nouns.values()}
    told = set(lexicon().befell.values())
    assert set(units()) - named - told == {"years of age"}


def test_conventions_name_their_source() -> None:
    """What a vague word is worth stands beside where the convention comes from."""
    assert {entry["low"] for entry in data("quantity_words")["vague"]} >= {20, 200, 2000}
    assert lexicon().vague["عشرات"].low == lexicon().vague["dozens"].low == 20
    assert (lexicon().vague["بضعه"].low, lexicon().vague["بضعه"].high) == (3, 9)


def test_arabic_forms_are_made_by_rule() -> None:
    """Dual, tanween, construct and sound plural of a noun; an ambiguous dual is left out."""
    assert set(arabic_forms("غارة / غارات")) == {
        ("غاره", Count.ONE),
        ("غارتان", Count.TWO),
        ("غارتين", Count.TWO),
        ("غارتا", Count.TWO_OF),
        ("غارتي", Count.TWO_OF),
        ("غارات", Count.MANY),
    }
    civilian = dict(arabic_forms("مدني / مدنيون"))
    assert civilian["مدنيان"] is Count.TWO
    assert civilian["مدنيين"] is Count.MANY
    assert civilian["مدنيا"] is Count.ONE
    assert arabic_forms("/ نساء") == [("نساء", Count.MANY)]


def test_caption_forms_follow_the_ending() -> None:
    """Words in ة and ى take their dual and accusative by their own rule."""
    assert dual("غارة") == ("غارتان", "غارتين")
    assert dual("مشفى") == ("مشفيان", "مشفيين")
    assert (accusative("غارة"), accusative("صاروخ")) == ("غارة", "صاروخاً")
