"""The documents screen."""

from __future__ import annotations

import json

import pytest
from streamlit.util import calc_hash

from claims.model import Lineage, Particulars, Source
from claims.services import Case, InputError
from claims.services.documents import Documents
from tests.stages import TWO_ACCOUNTS
from tests.workbench.conftest import Screen, finished, opened_tab
from tests.workbench.views.test_screens import component


def test_files_are_taken_in_and_each_gets_a_line(empty: Case, screen: Screen) -> None:
    """Good, bad and double files in one go; the pairs are there at once."""
    running = screen("documents")
    running.text_input(key="published").set_value("2018-04-03")
    uploader = running.file_uploader(key="uploaded")
    uploader.upload("accounts.txt", TWO_ACCOUNTS.encode(), "text/plain")
    uploader.upload("broken.txt", b"\xff\xfe\xff", "text/plain")
    uploader.upload("again.txt", TWO_ACCOUNTS.encode(), "text/plain")
    finished(running.button[0].click().run())
    assert not running.exception
    lines = "\n".join(line.value for line in running.text)
    assert "6 claims read" in lines
    assert "broken.txt\u2069: not added" in lines
    assert (
        "again.txt\u2069: the case has this very file already, as \u2068accounts.txt\u2069" in lines
    )
    (head,) = empty.documents.list().items
    assert head.published == "2018-04-03"
    assert empty.pairs.count().total == 3


def test_pasted_text_becomes_a_document(empty: Case, screen: Screen) -> None:
    """Its fields are empty again afterwards."""
    running = screen("documents")
    running.text_input(key="pasted_name").set_value("call.txt")
    running.text_input(key="publisher").set_value("Furat Post")
    running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
    finished(running.button[2].click().run())
    (head,) = empty.documents.list().items
    assert head.name == "call.txt"
    assert head.publisher is not None
    assert head.publisher.name == "Furat Post"
    assert running.text_area(key="pasted_text").value == ""


def test_a_pasted_text_without_a_name_is_called_by_its_first_words(
    empty: Case, screen: Screen
) -> None:
    """So that several of them are told apart; a long line is cut between words."""
    running = screen("documents")
    line = "Department (official): " + "event1 " * 20
    running.text_area(key="pasted_text").set_value(f"{line}\nmore")
    finished(running.button[2].click().run())
    (head,) = empty.documents.list().items
    assert head.name == "Department (official): event1 event1 event1 event1 event1 …"


def test_what_was_told_of_files_leads_on_and_is_not_told_on_another_screen(
    empty: Case, screen: Screen
) -> None:
    """A button goes on to the pairs; another screen, and this one later, say nothing of the files any more."""
    running = screen("documents")
    running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
    finished(running.button[2].click().run())
    assert empty.pairs.count().left == 3
    assert "6 claims read" in "\n".join(line.value for line in running.text)
    assert running.button[3].label == "Go on: 3 pairs wait for you"
    for name in ("problems", "documents"):
        running._page_hash = calc_hash(name)
        running.run()
        assert "claims read" not in "\n".join(line.value for line in running.text)


def test_the_open_way_of_adding_stands_in_the_address(empty: Case, screen: Screen) -> None:
    """A link opens the field for a text; an unknown name opens the first way."""
    assert empty.documents.count() == (0, 0)
    for asked, index in (("text", 2), ("", 0), ("elsewhere", 0)):
        assert opened_tab(screen("documents", add=asked)) == index


def test_what_the_engine_refuses_is_said_and_nothing_is_stored(
    empty: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence of ours, and what the engine said; the pasted text stays for another try."""

    def refuse(*_: object, **__: object) -> None:
        raise InputError("'yesterday' is no date.", next_step="Write it as 2018-04-03.")

    monkeypatch.setattr(Documents, "add_bytes", refuse)
    running = screen("documents")
    running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
    finished(running.button[2].click().run())
    assert not running.exception
    assert "\u2068yesterday\u2069 is no date." in running.text[0].value
    assert empty.documents.list().items == ()
    assert running.text_area(key="pasted_text").value == TWO_ACCOUNTS


def test_a_pasted_text_that_is_refused_stays_in_its_field(empty: Case, screen: Screen) -> None:
    """What was refused for is mended, here a name too long, and the same text goes in."""
    running = screen("documents")
    running.text_input(key="pasted_name").set_value("n" * 2001)
    running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
    finished(running.button[2].click().run())
    assert "too long" in running.text[0].value
    assert running.text_area(key="pasted_text").value == TWO_ACCOUNTS
    running.text_input(key="pasted_name").set_value("call.txt")
    finished(running.button[2].click().run())
    (head,) = empty.documents.list().items
    assert head.name == "call.txt"
    assert running.text_area(key="pasted_text").value == ""


def test_documents_of_one_title_are_told_apart_by_their_files(empty: Case, screen: Screen) -> None:
    """Only those; one that has its title alone is told by that."""
    for name, title in (("a.txt", "Raid"), ("b.txt", "Raid"), ("c.txt", "Denial")):
        report = empty.documents.add_bytes(TWO_ACCOUNTS.encode() + name.encode(), name=name)
        (head,) = report.added
        empty.documents.describe(head.id, Particulars(title=title))
    rows = json.loads(component(screen("documents")).json)["rows"]
    assert [row["cells"][0]["text"] for row in rows] == ["Raid (a.txt)", "Raid (b.txt)", "Denial"]


def test_an_empty_case_says_what_to_do(screen: Screen) -> None:
    """No empty table."""
    assert "The case is empty" in screen("documents").info[0].value


def test_what_is_asked_for_stands_in_the_address_and_pages_hold(
    empty: Case, screen: Screen
) -> None:
    """Sixty documents are two pages; words, language and order narrow and sort; a page too far is the last one."""
    for number in range(60):
        letters = "أحمد دار" if number % 2 else "report"
        empty.documents.add_bytes(
            f"Department (official): event{number} {letters}\n".encode(), name=f"n{number:02}.txt"
        )
    running = screen("documents", page="9", order="newest")
    assert "60 documents" in [line.value for line in running.text]
    assert "n00.txt" in component(running).json
    assert "n59.txt" not in component(running).json
    running.text_input(key="address-search").set_value("event7 report").run()
    assert running.info[0].value.startswith("No document fits")
    assert running.query_params == {"order": "newest", "search": "event7 report"}
    plain = screen("documents", search="ahmed")
    assert plain.info[0].value.startswith("No document fits")
    spelled = screen("documents", search="احمذ event7", near="1")
    spelled.selectbox(key="address-language").set_value("ar").run()
    assert "1 document" in [line.value for line in spelled.text]
    assert "n07.txt" in component(spelled).json


def test_a_folder_is_taken_in(empty: Case, screen: Screen) -> None:
    """Each of its files gets a line, also one that is left out: why, and what to do."""
    running = screen("documents")
    files = [
        ("accounts.txt", TWO_ACCOUNTS.encode(), "text/plain"),
        ("annex.pdf", b"%PDF-1.7", "application/pdf"),
    ]
    running.file_uploader(key="uploaded_folder").set_value(files)
    finished(running.button[1].click().run())
    assert [head.name for head in empty.documents.list().items] == ["accounts.txt"]
    assert running.text[0].value.startswith("✗ \u2068annex.pdf\u2069: not added.")
    assert "save it as text" in running.text[0].value
    assert "accounts.txt" in running.text[1].value


def test_the_words_around_a_hit_are_shown(empty: Case, screen: Screen) -> None:
    """And filters by publisher, kind and state of work narrow what is found; a day that is none asks for nothing."""
    publisher = Source("Network", Lineage.LOCAL_NETWORK)
    empty.documents.add_bytes(b"A raid on Saada.", name="a.txt", publisher=publisher)
    empty.documents.add_bytes(b"A raid on Raqqa.", name="b.txt")
    shown = component(screen("documents", search="raid", since="soon")).json
    found = [row["cells"][1]["text"] for row in json.loads(shown)["rows"]]
    assert found == ["A ‹raid› on Saada.", "A ‹raid› on Raqqa."]
    for narrowed in ({"publisher": "Network"}, {"kind": "local network"}):
        shown = component(screen("documents", search="raid", **narrowed)).json
        assert "a.txt" in shown
        assert "b.txt" not in shown
    assert screen("documents", state="described").info[0].value.startswith("No document fits")


def test_of_many_files_those_that_went_wrong_come_first(empty: Case, screen: Screen) -> None:
    """All else stands behind one line; nobody looks for a broken one among hundreds."""
    assert empty
    running = screen("documents")
    files = [
        (f"{number}.txt", f"Paper (agency): sunday {number}".encode(), "text/plain")
        for number in range(12)
    ]
    files[7] = ("broken.txt", b"\xff\xfe\xff", "text/plain")
    running.file_uploader(key="uploaded").set_value(files)
    finished(running.button[0].click().run())
    first = running.text[0].value
    assert first.startswith("✗ \u2068broken.txt\u2069: not added.")
    assert [one.label for one in running.expander if "went through" in one.label] == [
        "11 files went through"
    ]
