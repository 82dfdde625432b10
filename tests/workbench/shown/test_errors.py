"""Errors in the reader's language."""

from __future__ import annotations

import pytest

from claims import errors
from workbench import wording
from workbench.shown.errors import explain

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ClaimsError)
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_explained_in_both_languages(kind: type[errors.ClaimsError]) -> None:
    """A sentence of ours in the reader's language, then what the engine said word for word."""
    error = kind("Pair a~b is gone.", next_step="Look again.")
    arabic, english = explain(error, wording.of("ar")), explain(error, wording.of("en"))
    assert arabic != english
    assert "Pair a~b is gone. Look again." in arabic
    assert "Pair a~b is gone. Look again." in english


def test_a_pair_that_changed_is_not_called_a_broken_rule() -> None:
    """The nearest class speaks, not the widest."""
    english = wording.of("en")
    assert "has changed" in explain(errors.Stale("x"), english)
    assert "role" in explain(errors.NotAllowed("x"), english)
