"""Saying day and publisher of many documents in the list, and the notices that lead there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from claims.model import Source
from claims.services import Case, Saying
from tests.workbench.conftest import Screen, finished
from tests.workbench.views.test_screens import component
from workbench import job, state, wording
from workbench.dating import Ask, Entry
from workbench.shown import dating as shown

EN = wording.of("en")
DAYS = (
    "Department (official): friday hideout\nSeen today, Friday 29 November.",
    "Network (local network): friday depot\nNothing of a day stands here.",
)


@pytest.fixture
def undated(empty: Case) -> Case:
    """Two documents without a day of publication, and one that has one."""
    for number, text in enumerate(DAYS):
        empty.documents.add_bytes(text.encode(), name=f"{number}.txt")
    empty.documents.add_bytes(
        b"Agency (agency): monday depot", name="2.txt", published="2018-04-03"
    )
    empty.pairs.compare()
    return empty


def table(running: AppTest) -> dict[str, Any]:
    """What the component is given."""
    told: dict[str, Any] = json.loads(component(running).json)
    return told


@pytest.mark.parametrize("name", ["overview", "documents", "problems"])
def test_documents_without_a_day_are_told_with_why_that_matters(
    undated: Case, screen: Screen, name: str
) -> None:
    """On each of the screens where one looks; a button leads to the rows that lack it, ready to be filled in."""
    assert undated.documents.undated() == 2
    running = screen(name)
    (told,) = (one.value for one in running.markdown if "no day of publication" in one.value)
    assert "2 documents" in told
    assert "accounts of one event may stay apart" in told
    running.button(key="say_days").click().run()
    running._page_hash = calc_hash("documents")
    running.run()
    assert dict(running.query_params) == {"state": ["undated"], "edit": ["1"]} or dict(
        running.query_params
    ) == {"state": "undated", "edit": "1"}
    assert [row["file"] or row["title"] for row in table(running)["rows"]] == ["0.txt", "1.txt"]


def test_nothing_is_told_where_every_document_has_a_day(case: Case, screen: Screen) -> None:
    """No empty notice."""
    assert case.documents.undated() == 0
    for name in ("overview", "documents", "problems"):
        running = screen(name)
        assert not [one for one in running.markdown if "day of publication" in one.value]


def test_a_row_tells_what_the_text_says_of_its_day_and_fills_nothing_in(
    undated: Case, screen: Screen
) -> None:
    """A hint has its ground in words and its days as buttons; the field of the day stays empty."""
    first, second, third = table(screen("documents", edit="1"))["rows"]
    assert first["published"] == ""
    (hint,) = first["hints"]
    assert "without a year" in hint["why"]
    assert next(day["edtf"] for day in hint["days"]) == "2013-11-29"
    assert second["hints"] == []
    assert third["dated"] == "3 April 2018, as somebody said"
    assert undated.documents.undated() == 2


def _keep(running: AppTest, case: Case, ask: Ask) -> job.Dating:
    """What the component asks for, done by the job that the screen begins."""
    current = running.session_state["state"]
    sayings = [
        Saying(one.document, one.published, one.publisher, seen=one.seen) for one in ask.entries
    ]
    work = job.Dating(
        case,
        ask.token,
        lambda watch: case.documents.describe_several(sayings, token=ask.token, progress=watch),
        current.words,
    )
    current.job = current.dated = work
    finished(running)
    return work


def test_what_is_kept_is_told_and_what_is_refused_is_told_first(
    undated: Case, screen: Screen
) -> None:
    """The table then offers to take the last words back, and forgets what was kept only."""
    running = screen("documents", state="undated", edit="1")
    first, second = (row["id"] for row in table(running)["rows"])
    entries = (
        Entry(document=first, published="2024-11-29", publisher="Department", seen=("", "")),
        Entry(document=second, published="soon", publisher="", seen=("", "")),
    )
    _keep(running, undated, Ask(do="keep", token="t", entries=entries))  # noqa: S106
    lines = [line.value for line in running.text]
    assert lines[0].startswith("✗ \u20681.txt\u2069: not kept.")
    assert lines[1].startswith("Kept of 1 document")
    told = table(running)
    assert told["answer"] == {"token": "t", "kept": [first]}
    assert told["undo"] == "Take back the last: 1 document"
    assert [row["id"] for row in told["rows"]] == [second]
    assert undated.documents.head(first).publisher == Source("Department")


def test_the_last_words_on_many_are_taken_back_at_once(undated: Case, screen: Screen) -> None:
    """By the same job; there is nothing more to take back then."""
    running = screen("documents", edit="1")
    first = table(running)["rows"][0]["id"]
    current = running.session_state["state"]
    done = undated.documents.describe_several([Saying(first, "2024-11-29")])
    assert done.documents == (first,)
    work = job.Dating(
        undated,
        "u",
        lambda watch: undated.documents.undo_several([first], progress=watch),
        EN,
        back=True,
    )
    current.job = current.dated = work
    finished(running)
    assert next(line.value for line in running.text).startswith("Taken back of 1 document")
    assert undated.documents.head(first).published == ""
    assert table(running)["undo"] == ""


def test_an_ask_of_another_form_is_refused() -> None:
    """What a browser sends is checked before it is used."""
    with pytest.raises(ValueError, match="extra"):
        Ask.model_validate({"do": "keep", "token": "t", "entries": [], "more": 1})


def test_every_label_of_the_table_is_there_in_both_languages() -> None:
    """A day is put into its sentence by the browser."""
    assert state.State(EN, "ana").dated is None
    for language in wording.LANGUAGES:
        labels = shown.labels(wording.of(language))
        assert "{day}" in str(labels["before"])
        assert all(labels.values())
