"""JSON lines: one value, one line."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from claims.report.lines import to_line

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_a_value_is_one_line_however_lines_are_cut(text: str) -> None:
    """No character of the value ends a line for any reader, and the value comes back."""
    line = to_line({"text": text})

    assert line.splitlines() == [line]
    assert json.loads(line.encode("utf-8")) == json.loads(json.dumps({"text": text}))


def test_letters_stay_readable() -> None:
    """Arabic is not written as escapes."""
    assert to_line({"text": "غارة"}) == '{"text": "غارة"}'


def test_the_line_separator_is_escaped() -> None:
    """U+2028 ends a line for some readers."""
    assert to_line({"text": "a\u2028b"}) == '{"text": "a\\u2028b"}'
