"""The key of a pair: two ids in one order, and one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import PairKey

ids = st.from_regex(r"[0-9a-f]{4,16}(-[0-9]{1,4})?", fullmatch=True)


@given(st.lists(ids, min_size=2, max_size=2, unique=True))
def test_a_key_is_read_back_as_it_was_written(two: list[str]) -> None:
    """In either order of the ids."""
    one, other = two
    key = PairKey.of(one, other)
    assert PairKey.parse(str(key)) == PairKey.parse(f"{other}~{one}") == key


@pytest.mark.parametrize(
    "text",
    [
        "",
        "~",
        "a",
        "a~",
        "~b",
        "a~a",
        "a~b~c",
        "a~b\n",
        "a\n~b",
        " a~b",
        "a ~b",
        "a~b\r",
        "a~\u2028b",
    ],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    """Line feeds and blanks that came along with it included: they would name a pair that nobody has."""
    with pytest.raises(ValueError, match="pair"):
        PairKey.parse(text)
