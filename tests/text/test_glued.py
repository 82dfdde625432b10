"""Titles and captions of a page that stand glued before sentences are cut off, and openings that sentences share are not."""

from __future__ import annotations

import pytest

from claims.model.document import Role
from claims.text.glued import unglued
from claims.text.sentences import sentences

_TITLE = "Shells hit the port of Odesa on Monday"
_CAPTION = "At least nine villagers and two medics killed in raids on a market in Homs"


def _told(text: str) -> list[tuple[Role, str]]:
    return [(one.role, text[one.span.start : one.span.end]) for one in sentences(text)]


def test_a_title_glued_to_a_sentence_is_set_aside() -> None:
    """The sentence begins behind it; the title itself stands above."""
    told = _told(f"{_TITLE}\n\n{_TITLE} Drones were seen over the harbour.\nThe mayor spoke.")
    assert told == [
        (Role.HEADLINE, _TITLE),
        (Role.CAPTION, _TITLE),
        (Role.BODY, "Drones were seen over the harbour."),
        (Role.BODY, "The mayor spoke."),
    ]


def test_a_caption_before_several_sentences_is_told_once() -> None:
    """It is no line of its own anywhere; where it stands first it is kept."""
    told = _told(
        f"{_CAPTION} Gunmen fled the town.\nA bridge fell.\n{_CAPTION} Soldiers came later."
    )
    assert (Role.BODY, _CAPTION) in told
    assert (Role.CAPTION, _CAPTION) in told
    assert (Role.BODY, "Soldiers came later.") in told


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of health in the north of the country said on Monday that Homs was hit.\nThe ministry of health in the north of the country said on Monday that Hama was hit.",
        "Raids on the western quarters of the old town of Aleppo Governorate went on.\nRaids on the western quarters of the old town of Aleppo ended.",
        "Shells hit Odesa again.\nShells hit Odesa harbour too.",
    ],
)
def test_sentences_that_only_begin_alike_stay_whole(text: str) -> None:
    """What somebody said, a longer name and a short opening are no captions."""
    assert [one for _, one in _told(text)] == text.split("\n")


def test_a_refrain_is_left_as_it_is() -> None:
    """Many lines that begin alike are held against nobody."""
    line = f"{_CAPTION} Gunmen fled."
    pieces = [
        (at, at + len(line), Role.BODY) for at in range(0, 40 * (len(line) + 1), len(line) + 1)
    ]
    assert list(unglued("\n".join([line] * 40), pieces)) == pieces
