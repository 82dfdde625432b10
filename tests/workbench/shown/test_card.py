"""The history of what was said of a document."""

from __future__ import annotations

from claims.model import Described, Particulars, Source
from workbench import wording
from workbench.shown import card


def test_a_publisher_in_other_letters_comes_before_its_kind() -> None:
    """In a line from right to left a Latin name is an island of its own, so that the kind does not change sides with it."""
    said = Described(1, "d", Particulars(publisher=Source("Valley Daily")), "ana", "2018-04-03")
    (row,) = card.history([said], wording.of("ar"))["rows"]
    assert row["cells"][2]["text"].startswith(
        "الناشر: \u2068\u2068Valley Daily\u2069 (غير معروف)\u2069"
    )
