"""The screen of names and words."""

from __future__ import annotations

import pytest

from claims.services import Case
from tests.workbench.conftest import Screen, finished, opened_tab
from workbench import wording


def test_a_party_is_kept_and_taken_out(case: Case, screen: Screen) -> None:
    """With its other names; what was read again is told; the id takes it out."""
    running = screen("words")
    running.text_input(key="party_name").set_value("Raad Battalion")
    running.text_area(key="party_aliases").set_value("كتيبة الرعد\n\nلواء الرعد")
    finished(running.button[0].click().run())
    assert not running.exception
    (entry,) = case.wordlist.get().parties
    assert (entry.name, entry.aliases) == ("Raad Battalion", ("كتيبة الرعد", "لواء الرعد"))
    running.text_input(key="party_id").set_value(entry.id)
    finished(running.button[1].click().run())
    assert case.wordlist.get().parties == ()


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_the_open_tab_stands_in_the_address(
    case: Case, screen: Screen, language: wording.Language
) -> None:
    """A link opens it in either language; an unknown name opens the first one."""
    assert case.wordlist.get().parties == ()
    for asked, index in (("glossary", 3), ("elsewhere", 0)):
        assert opened_tab(screen("words", language, tab=asked)) == index


def test_the_glossary_is_drawn_when_it_is_looked_at(case: Case, screen: Screen) -> None:
    """Its tables are the larger part of the screen, and nothing is written in them."""
    assert case
    headers = [[one.value for one in screen("words", tab=tab).header] for tab in ("", "glossary")]
    assert headers[0] == []
    assert "Kinds of source" in headers[1]


def test_what_the_engine_refuses_is_said(case: Case, screen: Screen) -> None:
    """No point of the earth: nothing is kept, and the message says what to do."""
    running = screen("words")
    running.text_input(key="place_name").set_value("Somewhere")
    running.text_input(key="place_point").set_value("north of here")
    finished(running.button[2].click().run())
    assert not running.exception
    assert "is no point of the earth" in "\n".join(line.value for line in running.text)
    assert case.wordlist.get().places == ()


@pytest.mark.parametrize("said", ["35.95, 39.01", "35.95،39.01"])
def test_a_place_is_kept_with_its_point(case: Case, screen: Screen, said: str) -> None:
    """Written with either comma."""
    running = screen("words", "ar")
    running.text_input(key="place_name").set_value("الهضبة الحمراء")
    running.text_input(key="place_point").set_value(said)
    finished(running.button[2].click().run())
    (entry,) = case.wordlist.get().places
    assert (entry.lat, entry.lon) == (35.95, 39.01)


def test_a_place_lies_in_one_that_the_case_adds(case: Case, screen: Screen) -> None:
    """Named as it is called, beside others, with the comma of either script; the list tells it."""
    running = screen("words", "ar")
    for name, within in (("بلدة السنديان", ""), ("حي الياسمين", "بلدة السنديان، دير الزور")):
        running.text_input(key="place_name").set_value(name)
        running.text_input(key="place_within").set_value(within)
        running = finished(running.button[2].click().run())
    outer, inner = case.wordlist.get().places
    if inner.name != "حي الياسمين":
        outer, inner = inner, outer
    assert inner.within == (outer.id, "admin1:SY-deir-ez-zor")
    assert case.wordlist.whereabouts()[inner.id].ar.startswith("بلدة السنديان")


def test_checks_are_left_out_and_taken_up(case: Case, screen: Screen) -> None:
    """What is not chosen is not used."""
    running = screen("words")
    used = running.multiselect(key="checks_used")
    used.set_value([one for one in used.value if one != "weekday"])
    finished(running.button[4].click().run())
    assert not running.exception
    assert [one.id for one in case.wordlist.checks() if not one.on] == ["weekday"]


def test_a_form_is_empty_for_the_next_entry_unless_it_was_refused(
    case: Case, screen: Screen
) -> None:
    """Names of one entry never go to the next; what is refused stays to be mended."""
    assert case
    running = screen("words")
    running.text_input(key="place_name").set_value("Red Hill")
    running.text_area(key="place_aliases").set_value("الهضبة الحمراء")
    running = finished(running.button[2].click().run())
    assert running.text_input(key="place_name").value == ""
    assert running.text_area(key="place_aliases").value == ""
    running.text_input(key="place_name").set_value("Zahraa")
    running = finished(running.button[2].click().run())
    running.run()
    assert running.text_input(key="place_name").value == "Zahraa"


def test_a_new_name_of_a_known_place_shows_where_that_lies(case: Case, screen: Screen) -> None:
    """In the reader's language, so that one sees which place was meant."""
    running = screen("words", "ar")
    running.text_input(key="place_name").set_value("البوكمال")
    running.text_area(key="place_aliases").set_value("بوابة الفرات")
    running = finished(running.button[2].click().run())
    (entry,) = case.wordlist.get().places
    assert (entry.id, entry.aliases) == ("geonames:174448", ("البوكمال", "بوابة الفرات"))
    shown = case.wordlist.whereabouts()[entry.id]
    assert "دير الزور" in shown.ar
    assert shown.en.startswith("Deir ez-Zor")
