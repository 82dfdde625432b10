"""The list of pairs by where they stand."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from claims.model import PairKey
from claims.services import Case
from claims.services.reviewing import Review
from tests.workbench.conftest import Screen
from tests.workbench.views.test_screens import component
from workbench.views import listing


def _rows(running: AppTest) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(component(running).json)["rows"]
    return rows


def _answers(row: dict[str, object]) -> str:
    cells = row["cells"]
    assert isinstance(cells, list)
    return str(cells[-1]["text"])


def _ids(running: AppTest) -> list[object]:
    return [row["id"] for row in _rows(running)]


def test_pairs_are_listed_by_where_they_stand(case: Case, screen: Screen) -> None:
    """Waiting, answered by oneself, in dispute: with the answers that stand, and a filter beside it narrows each list."""
    one, other, _ = (item.key for item in case.review.queue())
    case.review.decide(one, relation="agree", by="ana")
    case.review.decide(one, relation="unsure", by="ben")
    case.review.decide(other, relation="agree", by="ben")
    assert len(_ids(screen("compare", status="all"))) == 3
    assert str(one) not in _ids(screen("compare", status="open"))
    (mine,) = _rows(screen("compare", status="decided"))
    (disputed,) = _rows(screen("compare", status="disputed"))
    assert mine["id"] == disputed["id"] == str(one)
    assert _answers(disputed) == "\u2068ana\u2069: Agree · \u2068ben\u2069: Unsure"
    none = screen("compare", status="disputed", source="nobody at all")
    assert none.info[0].value == "There is no such pair."
    assert none.caption


def test_a_list_tells_nothing_of_hidden_answers(case: Case, screen: Screen) -> None:
    """While another one is asked too, their answer is in no list, and no list is another one because of it."""
    case.review.require(2)

    def listed() -> list[list[dict[str, object]]]:
        return [_rows(screen("compare", status=status)) for status in ("open", "all")]

    before = listed()
    case.review.decide(case.review.queue()[0].key, relation="agree", by="ben")
    assert listed() == before
    for status in ("settled", "disputed"):
        assert screen("compare", status=status).info


def test_the_answers_of_a_page_are_asked_for_at_once(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many pairs it lists."""
    case.review.decide(case.review.queue()[0].key, relation="agree", by="ben")
    asked: list[int] = []
    answers = Review.histories

    def counted(review: Review, keys: list[PairKey], *, reviewer: str = "") -> object:
        asked.append(len(keys))
        return answers(review, keys, reviewer=reviewer)

    monkeypatch.setattr(Review, "histories", counted)
    monkeypatch.delattr(Review, "history")
    told = [_answers(row) for row in _rows(screen("compare", status="all"))]
    assert asked == [3]
    assert sorted(told) == ["–", "–", "\u2068ben\u2069: Agree"]


def test_a_long_list_goes_on_and_leads_back(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next ones stand behind a button; what is asked for stays, and *Back to comparing* leads to one pair after the other."""
    assert case
    monkeypatch.setattr(listing, "PAGE", 2)
    running = screen("compare", status="all", slot="")
    first = _ids(running)
    next(one for one in running.button if one.label == "The next 2").click().run()
    assert not running.exception
    assert len({*first, *_ids(running)}) == 3
    assert running.query_params["status"] == "all"
    next(one for one in running.button if one.label == "Back to comparing").click().run()
    assert not running.exception
    assert "status" not in running.query_params
    assert "page" not in running.query_params
