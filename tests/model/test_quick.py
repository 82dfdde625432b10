"""Values made quickly are the values of the class itself."""

from __future__ import annotations

from copy import copy
from dataclasses import FrozenInstanceError, replace

import pytest

from claims.model import Party, Span
from claims.model.quick import changing, quick

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


def test_a_value_changed_quickly_is_what_replace_makes_of_it() -> None:
    """The fields that are named differ, all others are kept, and what comes out is frozen; the first one stays as it was."""
    own = Party("Army", "army", "state", "الجيش", _SPAN)
    changed = changing(Party)(own, kind="militia", span=Span(0, 5))
    assert changed == replace(own, kind="militia", span=Span(0, 5))
    assert type(changed) is Party
    assert own.kind == "state"
    with pytest.raises(FrozenInstanceError):
        changed.kind = "state"  # type: ignore[misc]


def test_no_field_can_be_changed_that_a_value_does_not_have() -> None:
    """A slip in a name is told, as `replace` tells it."""
    with pytest.raises(AttributeError):
        changing(Span)(Span(3, 9), begin=4)
