"""What holds for every screen."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.testing.v1 import AppTest

from claims.services import Case, StoreError
from claims.services.documents import Documents
from claims.services.verdicts import Verdicts
from tests.browser import addresses
from tests.stages import TWO_ACCOUNTS
from tests.workbench.conftest import Screen, document_id, finished
from workbench import context, screens, views, wording

NAMES = [
    "overview",
    "cases",
    "documents",
    "reading",
    "compare",
    "adjudicate",
    "incidents",
    "matrix",
    "verdicts",
    "problems",
    "people",
    "words",
    "settings",
]


def test_no_screen_is_left_out_of_the_lists_that_tests_walk() -> None:
    """A new screen is opened here, looked at by axe in both languages, and photographed."""
    assert list(screens.names()) == NAMES
    assert set(addresses.TITLES) == set(NAMES)


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_opens_on_an_empty_case(
    screen: Screen, name: str, language: wording.Language
) -> None:
    """The first minute has no errors and no blank page."""
    running = screen(name, language)
    assert not running.exception
    assert not running.error
    assert len(running.main) > 0


@pytest.mark.parametrize(
    "name",
    ["reading", "compare", "adjudicate", "incidents", "matrix", "verdicts", "problems"],
)
def test_an_empty_case_leads_to_where_documents_are_added(screen: Screen, name: str) -> None:
    """Nobody is told to ask for fewer sources where there are none."""
    running = finished(screen(name))
    assert [one.value for one in running.info] == [
        "The case is empty. Add the accounts that you want to hold side by side."
    ]
    assert "Begin: add documents" in {one.label for one in running.button}


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_opens_on_a_case_with_pairs(
    case: Case, screen: Screen, name: str, language: wording.Language
) -> None:
    """With documents, decisions and verdicts."""
    first = case.review.queue(reviewer="ana")[0]
    case.review.decide(first.key, relation="conflict", slots=["target"], by="ana")
    running = screen(name, language, document=document_id())
    assert not running.exception
    assert not running.error


def test_an_error_of_the_case_is_said_plainly(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What happened, what is safe, what to do; no stack trace."""

    def full(*_: object, **__: object) -> None:
        raise StoreError("The disk is full.", next_step="Make room.")

    monkeypatch.setattr(Documents, "count", full)
    running = screen("overview")
    assert not running.exception
    assert "Nothing was changed" in running.error[0].value
    assert "Make room." in running.error[0].value


def test_a_document_that_is_not_there_is_said_plainly(case: Case, screen: Screen) -> None:
    """An old link does not break the screen."""
    assert case
    running = screen("reading", document="f" * 16)
    assert not running.exception
    assert "The case holds no document" in running.error[0].value


def test_the_address_opens_the_same_claim(case: Case, screen: Screen) -> None:
    """A link to a claim shows the claim."""
    claim = case.claims.list().items[2]
    running = screen("reading", document=claim.document, claim=claim.id)
    assert f'"chosen":"{claim.id}"' in component(running).json.replace(" ", "")


def component(running: AppTest) -> BidiComponent:
    """The message of the component on the screen's main part."""
    protos = (getattr(block, "proto", None) for block in running.main)
    return next(proto for proto in protos if isinstance(proto, BidiComponent))


def test_the_record_is_verified_by_one_button(case: Case, screen: Screen) -> None:
    """And says so when all is as it was written."""
    assert case
    running = screen("settings")
    running.button[0].click().run()
    assert "as they were written" in running.success[0].value


def test_what_is_long_to_work_out_is_asked_for_once_until_the_case_changes(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A filter, a page or another tab is no reason to compute all verdicts again; a decision is."""
    asked = []
    work = Verdicts.proposals

    def counted(self: Verdicts, matter: str) -> object:
        asked.append(matter)
        return work(self, matter)

    monkeypatch.setattr(Verdicts, "proposals", counted)
    screen("verdicts").run()
    screen("verdicts", "ar")
    assert len(asked) == 1
    case.review.decide(case.review.queue()[0].key, relation="unsure")
    screen("verdicts")
    assert len(asked) == 2


def test_who_acts_is_the_person_at_the_browser(empty: Case, screen: Screen) -> None:
    """Their role counts and their name stands in the record, not that of the account the server runs under."""
    empty.people.put("ana", "admin")
    empty.people.put("hana", "reviewer")
    empty.people.put("rami", "reader")
    for name in ("rami", "hana"):
        running = screen("documents", reviewer=name)
        running.text_area(key="pasted_text").set_value(TWO_ACCOUNTS)
        finished(running.button[2].click().run())
    assert empty.pairs.count().total == 3
    done = {(entry.actor, entry.action) for entry in empty.audit.list().items[3:]}
    assert done == {("hana", "add document"), ("hana", "compare claims")}
    screen("compare", reviewer="rami")


def test_whoever_is_not_named_sees_nothing(case: Case, screen: Screen) -> None:
    """And is told so plainly."""
    case.people.put("ana", "admin")
    running = screen("overview", reviewer="stranger")
    assert not running.exception
    assert "\u2068stranger\u2069 does not work on this case" in running.error[0].value


def test_views_are_thin() -> None:
    """At most 80 lines each; everything longer belongs to services or `workbench.shown`."""
    for source in Path(views.__file__).parent.glob("*.py"):
        lines = len(source.read_text("utf-8").splitlines())
        assert lines <= 80, f"{source.name}: {lines}"


def test_no_key_acts_that_a_reader_cannot_switch_off() -> None:
    """Streamlit's own keys on buttons act whatever the list of keys says; ours heed it, as WCAG 2.1.4 asks."""
    for source in Path(context.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            assert not (isinstance(node, ast.keyword) and node.arg == "shortcut"), source


def test_document_text_never_becomes_markup() -> None:
    """No view turns HTML on."""
    for source in Path(context.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.keyword):
                assert node.arg not in {"unsafe_allow_html", "unsafe_allow_javascript"}, source
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"html", "map", "pydeck_chart"}, source
