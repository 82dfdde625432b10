"""What was reached once is not lost unseen."""

from __future__ import annotations

from dataclasses import replace

from claims.evaluation import Labelled, Pin, fallen, fingerprint, pins_from_json, pins_to_json

CASE = Labelled("one", b"text", "", complete=False, labels=())
PIN = Pin("f" * 64, {"claim recall": 0.75})


def test_pins_read_back_what_they_wrote() -> None:
    """Writing and reading changes nothing, part by part."""
    pins = {"claims": PIN, "slots": Pin("0" * 64, {"unseen ar date recall": 0.5})}

    assert pins_from_json(pins_to_json(pins)) == pins


def test_a_figure_below_its_floor_is_named_with_both_values() -> None:
    """The message says what fell, from where and to where."""
    assert fallen(PIN, {"claim recall": 0.5}) == ("claim recall: 0.5000 is below the floor 0.7500",)
    assert fallen(PIN, {"claim recall": 0.75}) == ()
    assert fallen(PIN, {"claim recall": 0.9}) == ()


def test_a_figure_that_is_gone_has_fallen() -> None:
    """A floor without a figure is a fall to nothing."""
    assert len(fallen(PIN, {})) == 1


def test_a_changed_document_changes_the_fingerprint() -> None:
    """One byte of a labelled text is another corpus."""
    assert fingerprint((CASE,)) != fingerprint((replace(CASE, data=b"texts"),))
