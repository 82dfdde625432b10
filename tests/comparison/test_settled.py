"""What people said of a pair takes the place of what the comparison suggests."""

from __future__ import annotations

import pytest

from claims.comparison.settled import settled, voice_of
from claims.comparison.signs import settled_words, sign_words, voice_words
from claims.model import (
    Apparent,
    Comparison,
    Level,
    Mark,
    PairKey,
    Relation,
    SameEvent,
    Sign,
    Slot,
    Spoken,
    Voice,
)
from tests.factories import a_comparison, a_conflict, a_mark

SUGGESTED = a_comparison()
"""One day, two targets."""


def _levels(found: Comparison) -> dict[Slot, Level]:
    return {one.slot: one.level for one in found.slots}


@pytest.mark.parametrize(
    ("mark", "date", "target"),
    [
        (a_mark(), Level.EQUAL, Level.COMPATIBLE),
        (a_conflict(), Level.EQUAL, Level.DIFFERENT),
        (a_conflict(slots=(Slot.DATE,)), Level.DIFFERENT, Level.ABSENT),
        (a_mark(relation=Relation.UNSURE), Level.EQUAL, Level.ABSENT),
        (
            a_mark(relation=Relation.NOT_COMPARABLE, same_event=SameEvent.NO),
            Level.ABSENT,
            Level.ABSENT,
        ),
    ],
    ids=["agree", "conflict on the target", "conflict on the day", "unsure", "two events"],
)
def test_each_slot_says_what_the_reviewers_say(mark: Mark, date: Level, target: Level) -> None:
    """What they name differs; what they do not name is no difference any more; of two events nothing is said."""
    found = settled(SUGGESTED, Spoken((mark,)))

    assert _levels(found) == {Slot.DATE: date, Slot.TARGET: target}
    assert (found.relation, found.conflicting) == (mark.relation, mark.slots)


def test_where_reviewers_part_the_suggestion_stands() -> None:
    """Nobody's word is taken for everybody's, and it is said that they part."""
    said = Spoken((a_mark(), a_conflict()))

    assert settled(SUGGESTED, said) == SUGGESTED
    assert voice_of(SUGGESTED.key, {SUGGESTED.key: said}) is Voice.PARTED
    assert voice_of(PairKey("c", "d"), {SUGGESTED.key: said}) is Voice.SUGGESTED


def test_what_reviewers_call_a_copy_is_one_lineage() -> None:
    """Only when all who speak say so."""
    copy = a_conflict(apparent=Apparent.COPY)

    assert settled(SUGGESTED, Spoken((copy,))).dependence == "copy"
    assert settled(SUGGESTED, Spoken((copy, a_conflict()))).dependence == ""


def test_every_sign_and_voice_has_a_mark_of_its_own_and_words_in_both_languages() -> None:
    """A message without one of the languages cannot be made."""
    assert len({sign_words(sign).sign for sign in Sign}) == len(Sign)
    assert len({voice_words(voice) for voice in Voice}) == len(Voice)
    assert {settled_words(name).en for name in ("differ", "alike", "open", "event")}
