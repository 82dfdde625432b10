"""Stamps of publication that lost their line break."""

from __future__ import annotations

import pytest

import claims
from claims.text.sentences import sentences


def _roles(text: str) -> list[tuple[str, str]]:
    return [(part.role.value, text[part.span.start : part.span.end]) for part in sentences(text)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Rockets hit port of Berbera AFP Friday 3 May 2019 Rockets hit the port of Berbera at dawn.",
            ["headline", "dateline", "body"],
        ),
        ("Published May 3 2019 Rockets hit the port of Berbera at dawn.", ["dateline", "body"]),
        (
            "Fri May 3 2019 Rockets hit the port of Berbera, medics said there.",
            ["dateline", "body"],
        ),
        ("NAIROBI (Reuters) Rockets hit the port of Berbera at dawn.", ["dateline", "body"]),
    ],
)
def test_a_stamp_stands_apart_from_headline_and_text(text: str, roles: list[str]) -> None:
    """What a page wrote above its text is no part of a sentence, though the line break is gone."""
    assert [role for role, _ in _roles(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2019 Rockets hit the port of Berbera, killing two people.",
        "Rockets hit the port of Berbera on Friday 3 May 2019 Mayor Ali Hassan said at noon.",
        "ISIS (Daesh) Rockets hit the port of Berbera at dawn, killing two.",
    ],
)
def test_a_day_of_the_text_is_no_stamp(text: str) -> None:
    """A bare day opens an entry of a chronicle; behind *on* and behind no agency it is told."""
    assert "dateline" not in [role for role, _ in _roles(text)]


def test_the_day_of_a_stamp_is_that_of_the_page_and_not_of_the_event() -> None:
    """The event keeps its own day, read against the page's; what states none has none."""
    text = "Published May 3 2019 Rockets hit Berbera on Thursday. Jets bombed Kismayo."
    found = claims.extract(claims.read(text.encode(), name="page.txt"))

    assert found.document.published == "2019-05-03"
    assert [one.date and one.date.edtf for one in found.claims] == ["2019-05-02", None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Published May 3 2019 Rockets hit Berbera. Jets bombed Kismayo on Thursday.",
            "2019-05-02",
        ),
        ("3 May 2019 Rockets hit Berbera. Jets bombed Kismayo on Thursday.", "2019-05-02"),
        (
            "Last updated May 24 2019 Rockets hit Berbera. Jets bombed Kismayo on Thursday.",
            "2019-05-16",
        ),
        (
            "Last updated at May 032019 Rockets hit Berbera. Jets bombed Kismayo on Thursday.",
            "2019-05-02",
        ),
        ("Rockets hit Berbera on 3 May 2019. Jets bombed Kismayo on Thursday.", "2019-05-16"),
        ("04/05/2019 Rockets hit Berbera. Jets bombed Kismayo on Thursday.", "2019-05-16"),
    ],
)
def test_the_days_of_a_text_are_told_from_its_own_stamp(text: str, day: str) -> None:
    """The date that somebody gave for another copy stays that of the document; an open stamp or a later update tells nothing.

    What was updated last before that date was written before it.
    """
    found = claims.extract(claims.read(text.encode(), name="page.txt", published="2019-05-18"))

    assert found.document.published == "2019-05-18"
    assert [one.date and one.date.edtf for one in found.claims][-1] == day
