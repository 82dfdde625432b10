"""The screen of outcomes and of what leaves the workbench."""

from __future__ import annotations

import pytest

from claims.services import Case
from tests.workbench.conftest import Screen
from workbench import delivery, state, wording


def _decided(case: Case) -> str:
    """A case in which somebody sees a contradiction; the id of a claim of that pair."""
    item = case.review.queue(reviewer="ana")[0]
    case.review.decide(item.key, relation="conflict", slots=["target"], by="ana")
    return item.left.claim.id


def test_a_proposal_is_confirmed_and_taken_back(case: Case, screen: Screen) -> None:
    """With the way in which the contradiction was resolved; the trace stands beside it."""
    claim = _decided(case)
    running = screen("verdicts", about="claim", outcome=claim)
    assert not running.exception
    running.selectbox(key="conclusion_resolution").set_value("pending")
    running.text_area(key="conclusion_reason").set_value("the video is awaited")
    running.button[1].click().run()
    assert not running.exception
    assert running.success
    (said,) = case.verdicts.history("claim", claim)
    assert said.settlement is not None
    assert (said.settlement.resolution.term, said.settlement.overrides) == ("pending", False)  # type: ignore[union-attr]
    running.button[2].click().run()
    assert case.verdicts.history("claim", claim)[-1].settlement is None


def test_another_word_needs_a_reason(case: Case, screen: Screen) -> None:
    """Without one nothing is stored, and it is said; with one it is."""
    claim = _decided(case)
    running = screen("verdicts", "ar", about="claim", outcome=claim)
    running.selectbox(key="conclusion_term").set_value("refuted")
    running.selectbox(key="conclusion_resolution").set_value("pending")
    running.button[1].click().run()
    assert running.error
    assert case.verdicts.history("claim", claim) == ()
    running.text_area(key="conclusion_reason").set_value("satellite pictures")
    running.button[1].click().run()
    (said,) = case.verdicts.history("claim", claim)
    assert said.settlement is not None
    assert said.settlement.overrides


@pytest.mark.parametrize("about", ["incident", "claim"])
def test_outcomes_are_listed_for_incidents_and_claims(
    case: Case, screen: Screen, about: str
) -> None:
    """Nothing to say is said, too."""
    _decided(case)
    running = screen("verdicts", about=about, state="current")
    assert not running.exception
    assert not running.error


@pytest.mark.parametrize("wanted", ["html", "md", "package", "jsonl", "claims.csv", "geojson"])
def test_everything_that_leaves_has_bytes_and_a_name(
    case: Case, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    """The report, the package and the data."""
    _decided(case)
    tab = state.State(wording.of("ar"), "ana")
    monkeypatch.setattr(state, "current", lambda: tab)
    assert wanted in delivery.formats()
    assert delivery.written(case, wanted, "ar")
    assert "." in delivery.name(wanted, "ar")
