"""Long gathering beside the screen."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event
from typing import Any

import pytest

from claims.services import Case, StoreError
from claims.services.grouping import Incidents
from tests.workbench.conftest import Screen
from workbench import aside, wording


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_screen_that_waits_says_so_and_is_whole_when_it_is_there(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch, language: wording.Language
) -> None:
    """The page does not wait with it; the next look shows what was gathered."""
    assert case
    free, work = Event(), Incidents.list

    def slow(self: Incidents) -> object:
        assert free.wait(60)
        return work(self)

    monkeypatch.setattr(Incidents, "list", slow)
    monkeypatch.setattr(aside, "PATIENCE", 0.05)
    running = screen("incidents", language)
    assert not running.exception
    told = "Gathering the incidents" if language == "en" else "جارٍ جمع الوقائع"
    assert told in running.info[0].value
    assert "85" in running.get("progress")[0].proto.text
    free.set()
    monkeypatch.setattr(aside, "PATIENCE", 60.0)
    running.run()
    assert not [one for one in running.info if told in one.value]


def test_what_was_gathered_is_handed_out_without_another_thread(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To whoever asks for it again while the case is as it was; after a decision it is gathered anew."""
    begun: list[object] = []
    submit = aside._workers.submit

    def counted(*asked: Any) -> Future[object]:
        begun.append(asked)
        return submit(*asked)

    monkeypatch.setattr(aside._workers, "submit", counted)
    first = [one.value for one in screen("incidents").text]
    assert [one.value for one in screen("incidents").text] == first
    assert len(begun) == 1
    case.review.decide(case.review.queue(reviewer="ana")[0].key, relation="agree", by="ana")
    assert [one.value for one in screen("incidents").text] != first
    assert len(begun) == 2


def test_what_fails_aside_is_said_on_the_screen(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is tried again when the screen is opened again."""

    def full(_: Incidents) -> object:
        raise StoreError("The disk is full.", next_step="Make room.")

    assert case
    with monkeypatch.context() as broken:
        broken.setattr(Incidents, "list", full)
        assert "Make room." in screen("incidents").error[0].value
    assert not screen("incidents").error
