"""The first steps on the overview."""

from __future__ import annotations

import pytest
from streamlit.proto.PageLink_pb2 import PageLink
from streamlit.testing.v1 import AppTest

from claims.services import Case
from tests.workbench.conftest import Screen, document_id
from workbench import wording


def links(running: AppTest) -> list[PageLink]:
    """The steps as they are drawn."""
    return [element.proto for element in running.get("page_link")]


def checked(running: AppTest) -> list[int]:
    """The numbers of the steps that are checked off."""
    return [
        number for number, link in enumerate(links(running), 1) if link.label.endswith("(done)")
    ]


def test_each_step_is_checked_off_by_what_the_reader_did(case: Case, screen: Screen) -> None:
    """A document, a claim corrected, a decision, undo, a verdict changed."""
    assert checked(screen("overview")) == [1]
    case.claims.correct(case.review.queue()[0].key.left, "modality", "denied")
    assert checked(screen("overview")) == [1, 2]
    case.pairs.compare()
    key = case.review.queue()[0].key
    case.review.decide(key, relation="conflict", slots=["target"])
    assert checked(screen("overview")) == [1, 2, 3]
    case.review.undo()
    assert checked(screen("overview")) == [1, 2, 3, 4]
    case.review.decide(key, relation="conflict", slots=["target"])
    case.verdicts.override("claim", key.left, "refuted", reason="seen", resolution="pending")
    assert checked(screen("overview")) == [1, 2, 3, 4, 5]


def test_a_look_at_the_report_checks_off_the_last_step(case: Case, screen: Screen) -> None:
    """The case holds nothing of it; the browser is told to."""
    case.review.decide(case.review.queue()[0].key, relation="agree")
    running = screen("verdicts")
    running.toggle(key="address-preview").set_value(True).run()
    assert running.session_state["state"].guide.previewed


def test_what_others_did_is_no_step_of_mine(case: Case, screen: Screen) -> None:
    """A reviewer who comes later begins at the beginning."""
    case.review.decide(case.review.queue()[0].key, relation="agree", by="ben")
    assert checked(screen("overview", reviewer="hana")) == [1]


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_step_leads_to_its_screen(
    case: Case, screen: Screen, language: wording.Language
) -> None:
    """Reading opens a document at once."""
    assert case
    found = links(screen("overview", language))
    assert [link.page for link in found] == [
        "documents",
        "reading",
        "compare",
        "compare",
        "verdicts",
        "verdicts",
    ]
    assert document_id() in found[1].query_string


def test_the_steps_are_hidden_and_shown_again(empty: Case, screen: Screen) -> None:
    """By one switch; what was chosen holds until it is chosen otherwise."""
    assert empty
    running = screen("overview")
    assert len(links(running)) == 6
    running.toggle(key="first_steps").set_value(False).run()
    assert links(running.run()) == []
    running.toggle(key="first_steps").set_value(True).run()
    assert len(links(running)) == 6
