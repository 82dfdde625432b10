"""Values of the model as plain JSON and back."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError, Refused
from claims.model import Claim, Comparison, Extraction, Mark, Quantity, Span
from claims.model.plain import Plain, dumps, from_plain, loads, to_plain
from tests import strategies
from tests.factories import a_claim, a_mark


@given(strategies.extractions)
def test_an_extraction_comes_back_as_it_was(extraction: Extraction) -> None:
    """Every value of a document, its sentences, claims and problems survives the way through text."""
    assert from_plain(Extraction, loads(dumps(to_plain(extraction)))) == extraction


@given(strategies.comparisons)
def test_a_comparison_comes_back_as_it_was(comparison: Comparison) -> None:
    """Every value of a comparison survives the way through text."""
    assert from_plain(Comparison, loads(dumps(to_plain(comparison)))) == comparison


@given(strategies.marks())
def test_a_mark_comes_back_as_it_was(mark: Mark) -> None:
    """Every value of a mark survives the way through text."""
    assert from_plain(Mark, loads(dumps(to_plain(mark)))) == mark


@given(strategies.quantities)
def test_whole_and_broken_numbers_are_told_apart(quantity: Quantity) -> None:
    """5 stays 5 and 5.0 stays 5.0: the figure is shown as it was read."""
    back = from_plain(Quantity, loads(dumps(to_plain(quantity))))
    assert [type(back.low), type(back.high)] == [type(quantity.low), type(quantity.high)]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | strategies.finite | strategies.texts,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(strategies.texts, inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_canonical_text_is_json_that_every_database_takes(plain: Plain) -> None:
    """No NUL, no lone surrogate, no line end; a JSON reader gets the value back."""
    text = dumps(plain)
    assert json.loads(text) == plain
    assert not set("\x00\n\r") & set(text)
    assert text.encode().decode() == text


def test_canonical_text_does_not_depend_on_the_order_of_keys() -> None:
    """Equal values give equal texts, so that texts can be hashed."""
    assert dumps({"b": 1, "a": [2]}) == dumps({"a": [2], "b": 1}) == '{"a":[2],"b":1}'


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    """A name that is no UTF-8 keeps its odd half without breaking the text."""
    assert dumps("a\udcffb") == '"a\\udcffb"'
    assert loads('"a\\udcffb"') == "a\udcffb"


def test_a_field_that_an_older_row_does_not_know_takes_its_default() -> None:
    """Rows that were written before a field existed can be read."""
    plain = to_plain(a_claim())
    assert isinstance(plain, dict)
    del plain["findings"], plain["polarity"]
    assert from_plain(Claim, plain) == a_claim()


def _without(name: str) -> Plain:
    plain = to_plain(a_claim())
    assert isinstance(plain, dict)
    return {key: value for key, value in plain.items() if key != name}


@pytest.mark.parametrize(
    ("plain", "says"),
    [
        (_without("quote"), "quote"),
        ({"id": "a", "middle": 3}, "no field .middle"),
        ([1, 2], "is no Claim"),
        (None, "is no Claim"),
        ({"id": 7}, "is no str"),
    ],
)
def test_what_has_another_shape_is_refused_by_name(plain: Plain, says: str) -> None:
    """The message names the field or value that does not fit."""
    with pytest.raises(InputError, match=says):
        from_plain(Claim, plain)


@pytest.mark.parametrize(
    "plain",
    [
        {"start": True, "end": 2},
        {"start": "1", "end": 2},
        {"start": 1.0, "end": 2},
        {"start": 3, "end": 2},
    ],
)
def test_nothing_is_bent_until_it_fits(plain: Plain) -> None:
    """A truth value is no number, a text is no number, and an impossible span is refused."""
    with pytest.raises(InputError, match="Not a Span"):
        from_plain(Span, plain)


def test_the_rules_of_the_model_hold_on_the_way_back() -> None:
    """A conflict without a slot cannot be smuggled in by a file."""
    plain = to_plain(a_mark())
    assert isinstance(plain, dict)
    with pytest.raises(Refused, match="names at least one slot"):
        from_plain(Mark, {**plain, "relation": "conflict"})


@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "[" * 100_000, "1" * 5000])
def test_a_text_that_is_no_json_of_ours_is_refused(text: str) -> None:
    """Cut off, not finite, nested without end or of endless digits: each is an error with a next step."""
    with pytest.raises(InputError) as caught:
        loads(text)
    assert caught.value.next_step


def test_an_infinite_number_is_not_written() -> None:
    """What no other JSON reader takes is never in our texts."""
    with pytest.raises(ValueError, match="JSON"):
        dumps(float("inf"))


def test_values_from_elsewhere_are_a_mistake_of_ours() -> None:
    """Only values of the model have a plain form."""

    @dataclass
    class Odd:
        inner: object

    with pytest.raises(TypeError, match="no value of the model"):
        to_plain(Odd(inner=object()))
