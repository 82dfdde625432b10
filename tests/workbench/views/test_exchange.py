"""Handing the case on from the settings screen."""

from __future__ import annotations

import io

from claims.services import Case
from tests.workbench.conftest import Screen


def test_a_colleagues_file_is_taken_in(case: Case, screen: Screen) -> None:
    """What it has more is here afterwards, and told; what is no dump is refused in words."""
    item = case.review.queue(reviewer="ben")[0]
    stream = io.StringIO()
    case.acting_as("ben").review.decide(item.key, relation="agree")
    case.dump(stream)
    running = screen("settings")
    running.file_uploader(key="loaded").upload(
        "case.jsonl", stream.getvalue().encode(), "application/jsonl"
    )
    load = next(one for one in running.button if one.label == "Take in what it has more")
    load.click().run()
    assert not running.exception
    assert "Taken in" in running.success[0].value


def test_a_file_that_is_no_case_is_refused(case: Case, screen: Screen) -> None:
    """Nothing is changed."""
    head = case.audit.head()
    running = screen("settings")
    running.file_uploader(key="loaded").upload("case.jsonl", b"\xff nothing", "application/jsonl")
    load = next(one for one in running.button if one.label == "Take in what it has more")
    load.click().run()
    assert not running.exception
    assert running.error
    assert case.audit.head() == head
