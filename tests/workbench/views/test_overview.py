"""The overview."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from claims.services import Case
from tests.workbench.conftest import Screen


def figures(running: AppTest) -> dict[str, str]:
    """Every figure by its label."""
    return {metric.label: metric.value for metric in running.metric}


def test_an_empty_case_says_how_to_begin(screen: Screen) -> None:
    """The one button leads to the documents."""
    running = screen("overview")
    (begin,) = running.button
    assert begin.label == "Begin: add documents"
    assert [title.value for title in begin.click().run().title] == ["Documents"]


def test_what_waits_is_counted_and_one_click_away(case: Case, screen: Screen) -> None:
    """Documents, claims, pairs, and how many wait for me."""
    running = screen("overview")
    assert figures(running) == {
        "Documents": "1",
        "Claims": "6",
        "Pairs": str(case.pairs.count().total),
        "Decided by me": "0",
        "Waiting for me": "3",
    }
    assert running.button[0].label == "Go on: 3 pairs wait for you"


def test_when_all_is_decided_the_verdicts_come_next(case: Case, screen: Screen) -> None:
    """The next step follows the work."""
    for item in case.review.queue(reviewer="ana"):
        case.review.decide(item.key, relation="not_comparable", by="ana")
    running = screen("overview")
    assert figures(running)["Waiting for me"] == "0"
    after = running.button[0].click().run()
    assert [title.value for title in after.title] == ["Verdicts and report"]


def test_the_screen_speaks_arabic(case: Case, screen: Screen) -> None:
    """Plural forms included."""
    running = screen("overview", "ar")
    assert case
    assert running.title[0].value == "نظرة عامة"
    assert running.button[0].label == "تابع: 3 أزواج بانتظارك"


def test_what_reviewers_part_on_waits_on_the_overview(case: Case, screen: Screen) -> None:
    """Where two answer each pair; the button leads to where it is settled, and is gone once it is."""
    case.review.require(2)
    key = case.review.queue(reviewer="ana")[0].key
    case.review.decide(key, relation="conflict", slots=["target"])
    assert not [each for each in screen("overview").button if "settled" in each.label]
    case.acting_as("ben").review.decide(key, relation="not_comparable")
    running = screen("overview", reviewer="omar")
    (button,) = (each for each in running.button if each.label == "1 pair waits to be settled")
    assert [title.value for title in button.click().run().title] == ["Adjudicate"]
