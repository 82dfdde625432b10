"""The screen of cases: what is there, a new one, a colleague's, two made one."""

from __future__ import annotations

import io
import json

from streamlit.testing.v1 import AppTest

from claims.services import Case
from tests.stages import TWO_ACCOUNTS
from tests.workbench.conftest import Screen, finished
from tests.workbench.views.test_screens import component
from workbench import context


def rows(running: AppTest) -> list[list[str]]:
    """The cells of the list of cases."""
    told = json.loads(component(running).json)
    return [[cell["text"] for cell in row["cells"]] for row in told["rows"]]


def test_the_list_names_every_case_and_marks_the_one_at_hand(case: Case, screen: Screen) -> None:
    """With what it holds."""
    assert case
    context.shelf().create("الرقة 2017")
    running = screen("cases", at="case")
    found = {row[0]: row[1:] for row in rows(running)}
    assert found["\u2068case\u2069 (open)"][0] == "1"
    assert found["الرقة 2017"] == ["0", "Nothing yet"]
    told = json.loads(component(running).json)
    assert {row["address"] for row in told["rows"]} >= {"/?case=case"}


def test_a_new_case_is_laid_out_and_gone_to(empty: Case, screen: Screen) -> None:
    """Its maker is the admin when only named people are to work on it."""
    assert empty
    running = screen("cases", reviewer="hana", at="case")
    running.text_input(key="new_name").set_value("second")
    running.checkbox[0].check()
    running.button[0].click().run()
    assert not running.error
    assert running.session_state["state"].opened == "second"
    made = context.case("second").acting_as("hana")
    assert [(one.name, one.role.value) for one in made.people.list()] == [("hana", "admin")]


def test_a_name_that_is_taken_is_refused_plainly(empty: Case, screen: Screen) -> None:
    """In the reader's language, and the page stays where it is."""
    assert empty
    running = screen("cases", "ar", at="case")
    running.text_input(key="new_name").set_value("case")
    running.button[0].click().run()
    assert "توجد قضية باسم" in running.error[0].value
    assert running.session_state["state"].opened == ""


def test_a_colleagues_dump_becomes_a_case(case: Case, screen: Screen) -> None:
    """Under the name that was given."""
    lines = io.StringIO()
    case.dump(lines)
    running = screen("cases", at="case")
    running.text_input(key="given_name").set_value("taken")
    running.file_uploader[0].set_value(("case.jsonl", lines.getvalue().encode(), "text/plain"))
    running.button[1].click().run()
    assert not running.error
    assert running.session_state["state"].opened == "taken"
    assert context.case("taken").documents.count() == case.documents.count()


def test_another_case_is_taken_into_the_one_at_hand(empty: Case, screen: Screen) -> None:
    """And only into that one."""
    other = context.shelf().create("other")
    other.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    running = screen("cases", at="case")
    finished(running.button[2].click().run())
    told = running.text[0].value
    assert "documents 1" in told or "now what the file holds" in told
    assert empty.documents.count() == other.documents.count()


def test_what_comes_in_is_held_against_what_was_there(empty: Case, screen: Screen) -> None:
    """Each case had one of two accounts of one event: their pair waits for an answer."""
    first, *_, last = (
        f"{line}\n".encode() for line in TWO_ACCOUNTS.splitlines() if "friday" in line
    )
    empty.documents.add_bytes(first, name="one.txt")
    context.shelf().create("other").documents.add_bytes(last, name="two.txt")
    running = screen("cases", at="case")
    finished(running.button[2].click().run())
    assert not running.exception
    assert empty.pairs.count().total == 1


def test_whoever_may_not_lay_out_cases_is_told_who_may(empty: Case, screen: Screen) -> None:
    """Nothing is offered that would be refused."""
    empty.people.put("ana", "admin")
    empty.people.put("rami", "reader")
    running = screen("cases", reviewer="rami", at="case")
    assert not running.text_input
    assert "admin of the first case" in running.info[0].value


def test_an_old_link_to_a_case_that_is_gone_says_so(empty: Case, screen: Screen) -> None:
    """It opens no other case in its place, and the list can still be reached."""
    assert empty
    running = screen("overview", at="gone", case="gone")
    assert "There is no case" in running.error[0].value
    assert not screen("cases", at="gone", case="gone").error


def test_a_page_whose_address_names_another_case_begins_anew(empty: Case, screen: Screen) -> None:
    """A click on the screen of one case never works on the other: what was clicked is forgotten on the way."""
    other = context.shelf().create("other")
    running = screen("documents", at="case")
    running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
    running.query_params["case"] = "other"
    running.button[2].click().run()
    assert running.session_state["state"].case == "other"
    assert other.documents.count() == (0, 0)
    assert empty.documents.count()[0] <= 1


def test_the_address_keeps_the_case_over_a_change_of_screens(empty: Case, screen: Screen) -> None:
    """Which Streamlit empties of all that stood there."""
    assert empty
    context.shelf().create("other")
    running = screen("documents", at="other")
    assert "other" in running.query_params["case"]
