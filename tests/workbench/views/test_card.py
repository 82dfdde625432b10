"""The card of a document on the reading screen."""

from __future__ import annotations

from claims.model import Lineage
from claims.services import Case
from tests.stages import TWO_ACCOUNTS
from tests.workbench.conftest import Screen, finished


def _added(case: Case) -> str:
    (head,) = case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt").added
    return head.id


def test_a_document_is_described_and_the_word_taken_back(empty: Case, screen: Screen) -> None:
    """What stands in the fields is kept with its reason; the history shows it, and one button takes it back."""
    document = _added(empty)
    running = screen("reading", document=document)
    fields = f"card-{document}-0"
    running.text_input(key=f"{fields}-title").set_value("The raid")
    running.text_input(key=f"{fields}-publisher").set_value("Network")
    running.selectbox(key=f"{fields}-lineage").set_value(Lineage.LOCAL_NETWORK)
    running.text_input(key=f"{fields}-reason").set_value("it says so")
    finished(running.button[0].click().run())
    head = empty.documents.head(document)
    assert head.title == "The raid"
    assert head.publisher is not None
    assert (head.publisher.name, head.publisher.lineage) == ("Network", Lineage.LOCAL_NETWORK)
    assert empty.documents.descriptions(document)[0].reason == "it says so"
    again = screen("reading", document=document)
    assert "The raid" in again.title[0].value
    back = next(one for one in again.button if "newest" in one.label)
    finished(back.click().run())
    assert empty.documents.head(document).title == ""


def test_what_cannot_stand_is_said_and_nothing_is_stored(empty: Case, screen: Screen) -> None:
    """A date that is none."""
    document = _added(empty)
    running = screen("reading", document=document)
    running.text_input(key=f"card-{document}-0-published").set_value("soon")
    finished(running.button[0].click().run())
    assert not running.exception
    assert any("soon" in line.value for line in running.text)
    assert empty.documents.descriptions(document) == ()


def test_a_document_without_a_day_tells_so_and_what_its_text_says_of_it(
    empty: Case, screen: Screen
) -> None:
    """Above the text, and beside the field of the day, which stays empty."""
    text = "Department (official): friday hideout\nSeen today, Friday 29 November."
    (head,) = empty.documents.add_bytes(text.encode(), name="a.txt").added
    running = screen("reading", document=head.id)
    assert any("no day of publication" in one.value for one in running.caption)
    assert any("Friday 29 November" in one.value for one in running.text)
    assert running.text_input(key=f"card-{head.id}-0-published").value == ""
    dated = empty.documents.add_bytes(b"x", name="b.txt", published="2018-04-03").added[0]
    running = screen("reading", document=dated.id)
    assert not any("no day of publication" in one.value for one in running.caption)
