"""What was reached once is not lost unseen."""

from __future__ import annotations

from dataclasses import replace

from claims.evaluation import Labelled, Pin, Score, fallen, fingerprint, pinned

CASE = Labelled("one", b"text", "", complete=False, labels=())


def _score(value: float) -> Score:
    return Score({"claim recall": value}, 1, 0, (), ())


def test_a_pin_reads_back_what_it_wrote() -> None:
    """Writing and reading a pin changes nothing."""
    pin = pinned((CASE,), _score(0.75))

    assert Pin.from_json(pin.to_json()) == pin


def test_a_figure_below_its_floor_is_named_with_both_values() -> None:
    """The message says what fell, from where and to where."""
    pin = pinned((CASE,), _score(0.75))

    assert fallen(pin, _score(0.5)) == ("claim recall: 0.5000 is below the floor 0.7500",)
    assert fallen(pin, _score(0.75)) == ()
    assert fallen(pin, _score(0.9)) == ()


def test_a_figure_that_is_gone_has_fallen() -> None:
    """A floor without a figure is a fall to nothing."""
    pin = pinned((CASE,), _score(0.75))

    assert len(fallen(pin, Score({}, 0, 0, (), ()))) == 1


def test_a_changed_document_changes_the_fingerprint() -> None:
    """One byte of a labelled text is another corpus."""
    assert fingerprint((CASE,)) != fingerprint((replace(CASE, data=b"texts"),))
