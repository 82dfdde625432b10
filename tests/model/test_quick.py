"""Values made quickly are the values of the class itself."""

from __future__ import annotations

from copy import copy
from dataclasses import FrozenInstanceError

import pytest

from claims.model import Party, Span
from claims.model.quick import quick

_SPAN = Span(3, 9)


def test_a_quickly_made_value_is_equal_hashed_shown_and_copied_like_the_class_makes_it() -> None:
    """Nothing tells it from what the class itself makes."""
    own = Party("Army", "army", "state", "الجيش", _SPAN)
    made = quick(Party)("Army", "army", "state", "الجيش", _SPAN)
    assert type(made) is Party
    assert (made, hash(made), repr(made)) == (own, hash(own), repr(own))
    assert copy(made) == own


def test_a_quickly_made_value_is_frozen() -> None:
    """It can be changed no more than any other."""
    made = quick(Span)(3, 9)
    with pytest.raises(FrozenInstanceError):
        made.start = 4  # type: ignore[misc]
