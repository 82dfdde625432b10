"""What is counted of suggestions for labelled pairs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import claims
from claims.evaluation import (
    Account,
    Address,
    Happening,
    Judged,
    PairLabel,
    judge_pairs,
    pair_figures,
)
from claims.model import Claim, Comparison, Extraction, Relation, SameEvent, Slot, Source
from tests.factories import a_comparison

DEPOT = Account("a", "first", "", "The ministry said a strike hit a depot in Raqqa on 3 May 2019.")
SCHOOL = Account(
    "b", "second", "", "Local networks said a strike hit a school in Raqqa on 3 May 2019."
)
LABEL = PairLabel(
    Address("a", "hit a depot", "strike"),
    Address("b", "hit a school"),
    frozenset({SameEvent.YES}),
    frozenset({Relation.CONFLICT}),
    frozenset({Slot.TARGET}),
)


def happening(label: PairLabel = LABEL, name: str = "one") -> Happening:
    """Both accounts with one labelled pair."""
    return Happening(name, False, (DEPOT, SCHOOL), (label.left, label.right), (label,))


def read(account: Account) -> Extraction:
    """What the engine reads in an account."""
    document = claims.read(
        account.text.encode(), name=account.id, publisher=Source(account.publisher)
    )
    return claims.extract(document)


def suggesting(**fields: Any) -> tuple[Judged, ...]:
    """The labelled pair with a suggestion that has these fields."""

    def compare(_: Claim, __: Claim) -> Comparison:
        return a_comparison(**fields)

    return judge_pairs((happening(),), read, compare)


def test_a_suggestion_as_labelled_counts_for_everything() -> None:
    """Event, conflict and slot."""
    figures = pair_figures(suggesting())

    assert figures["open same event precision"] == 1
    assert figures["open conflict recall"] == 1
    assert figures["open slots precision"] == 1


def test_a_false_conflict_lowers_precision_and_a_missed_one_recall() -> None:
    """Each where it belongs."""
    quiet = pair_figures(suggesting(relation=Relation.UNSURE, conflicting=()))
    mild = replace(LABEL, relations=frozenset({Relation.PARTIAL}))
    loud = pair_figures(judge_pairs((happening(mild),), read, lambda *_: a_comparison()))

    assert quiet["open conflict recall"] == 0
    assert loud["open conflict precision"] == 0


def test_of_nothing_there_is_no_figure() -> None:
    """A share of no pairs would look like success; a floor without its figure has fallen instead."""
    figures = pair_figures(suggesting(relation=Relation.UNSURE, conflicting=()))

    assert "open conflict precision" not in figures
    assert "held out read" not in figures
    assert pair_figures(()) == {}


def test_a_claim_that_was_not_read_leaves_its_pair_out() -> None:
    """It is counted apart."""
    unread = replace(LABEL, left=Address("a", "hit a depot", "arrest"))
    figures = pair_figures(judge_pairs((happening(unread),), read, claims.compare))

    assert figures == {"open read": 0}


def test_claims_of_two_happenings_are_never_one_event() -> None:
    """What is called one event across happenings lowers precision, though nobody labelled the pair."""
    judged = judge_pairs((happening(), happening(name="two")), read, lambda *_: a_comparison())

    assert pair_figures(judged)["open same event precision"] < 1
