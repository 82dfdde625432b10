"""The policy grades/1: each row of its table, what would change a grade, and what it may never do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Apparent,
    Claim,
    Grade,
    Lineage,
    Mark,
    Modality,
    Party,
    Polarity,
    Proposal,
    Quantity,
    Relation,
    SameEvent,
    Slot,
    Span,
)
from claims.verdict import Between, grade
from tests.factories import a_claim, a_conflict, a_decision, a_mark, an_attribution

HERE = Span(0, 1)
COALITION = Party("International Coalition", "coalition", "coalition", "x", HERE)
CIVILIANS = Party("civilians", "", "civilians", "x", HERE)
STRENGTH = [Grade.WEAK, Grade.FAIR, Grade.CONFIRMED]


def _count(of: str) -> Quantity:
    return Quantity(5, 5, False, False, False, "killed", of, "5", HERE)


def _said(source: str, lineage: Lineage, **fields: Any) -> Claim:
    return a_claim(f"{source} words", attribution=(an_attribution(source, lineage),), **fields)


LOCAL = _said("Furat Post", Lineage.LOCAL_NETWORK)
MONITOR = _said("Observatory", Lineage.MONITOR)
NAMING = _said("Observatory", Lineage.MONITOR, actors=(COALITION,))
ADMITTING = _said(
    "International Coalition", Lineage.OFFICIAL, actors=(COALITION,), targets=(CIVILIANS,)
)
ACTOR = a_conflict(slots=(Slot.ACTOR,))


def _between(one: Claim, other: Claim, *marks: Mark, dependent: bool = False) -> Between:
    decided = tuple(a_decision(mark, n, by=f"r{n}") for n, mark in enumerate(marks, 1))
    return Between((one, other), decided, dependent)


def _grade(*pairs: Between, claims: tuple[Claim, ...] = ()) -> Proposal:
    known = {claim.id: claim for pair in pairs for claim in pair.claims}
    return grade("one", claims or tuple(known.values()), pairs)


def _rules(proposal: Proposal) -> list[str]:
    return [step.rule for step in proposal.steps]


def test_one_source_alone_is_weak() -> None:
    """And the trace says whose words they are."""
    found = _grade(claims=(LOCAL,))
    assert (found.label, _rules(found)) == ("weak", ["one_source", "label.weak"])
    assert "Furat Post" in found.steps[0].message.en
    assert {change.label for change in found.changes} == {"fair", "contested", "confirmed"}


@pytest.mark.parametrize(
    "untold",
    [
        {"modality": Modality.DENIED},
        {"modality": Modality.PLANNED},
        {"polarity": Polarity.NEGATED},
    ],
)
def test_agreeing_that_it_did_not_happen_supports_nothing(untold: dict[str, Any]) -> None:
    """Two independent denials, or one beside an account, are no evidence that it happened; the trace says why."""
    told = _said("Furat Post", Lineage.LOCAL_NETWORK, actors=(COALITION,))
    denying = replace(NAMING, **untold)
    for other in (told, replace(told, **untold)):
        found = _grade(_between(other, denying, a_mark(Relation.AGREE)))
        assert (found.label, _rules(found)) == ("weak", ["denied", "label.weak"])


def test_accounts_that_nobody_compared_are_weak() -> None:
    """However many there are."""
    found = _grade(claims=(LOCAL, MONITOR, ADMITTING))
    assert found.label == "weak"
    assert _rules(found)[0] == "no_decision"


def test_two_lineages_that_agree_and_name_who_did_it_are_fair() -> None:
    """The trace names the decisions; without the agreement it would be weak."""
    found = _grade(_between(LOCAL, NAMING, a_mark()))
    assert (found.label, found.decisions) == ("fair", (1,))
    assert found.steps[0].decisions == (1,)
    assert "weak" in {change.label for change in found.changes}


def test_nobody_named_is_weak_and_says_what_is_lacking() -> None:
    """Two who agree that something happened do not show that a belligerent was there."""
    found = _grade(_between(LOCAL, MONITOR, a_mark()))
    assert (found.label, "no_actor" in _rules(found)) == ("weak", True)
    assert next(c.label for c in found.changes if "named" in c.message.en) == "fair"


def test_answers_from_before_a_claim_changed_are_told_in_the_trace() -> None:
    """They count as before; the trace says on what they are."""
    between = _between(LOCAL, MONITOR, a_mark())
    taken = tuple(replace(each, overtaken=True) for each in between.decisions)
    found = _grade(replace(between, decisions=taken))
    assert "overtaken" in _rules(found)
    assert found.label == _grade(between).label
    assert found.digest != _grade(between).digest


@pytest.mark.parametrize(
    ("one", "other", "dependent", "why"),
    [
        (NAMING, _said("Network", Lineage.MONITOR), False, "one_kind"),
        (NAMING, _said("Somebody", Lineage.UNKNOWN), False, "unknown_kind"),
        (NAMING, LOCAL, True, "one_origin"),
    ],
)
def test_who_is_not_independent_corroborates_nothing(
    one: Claim, other: Claim, dependent: bool, why: str
) -> None:
    """Of one kind, of unknown kind, or relaying one origin; the trace says which."""
    found = _grade(_between(one, other, a_mark(), dependent=dependent))
    assert (found.label, f"agreement_of_{why}" in _rules(found)) == ("weak", True)


def test_who_did_it_and_says_so_confirms() -> None:
    """When an independent source agrees; alone it is told and confirms nothing."""
    assert _grade(_between(ADMITTING, LOCAL, a_mark())).label == "confirmed"
    alone = _grade(_between(LOCAL, NAMING, a_mark()), claims=(LOCAL, NAMING, ADMITTING))
    assert (alone.label, "admission_alone" in _rules(alone)) == ("fair", True)


@pytest.mark.parametrize(
    "claim",
    [
        replace(ADMITTING, polarity=Polarity.NEGATED),
        replace(ADMITTING, modality=Modality.DENIED),
        replace(ADMITTING, targets=(), quantities=(_count("fighter"),)),
        replace(ADMITTING, targets=()),
        replace(ADMITTING, actors=(replace(COALITION, name="Russia", id="russia"),)),
    ],
)
def test_what_is_no_admission_of_harm_does_not_confirm(claim: Claim) -> None:
    """A denial, harm to fighters only, no harm at all, or what somebody else did."""
    assert _grade(_between(claim, LOCAL, a_mark())).label != "confirmed"


def test_only_fighters_are_discounted_unless_civilians_are_named_anywhere() -> None:
    """Unspecified people are not taken for fighters."""
    fighters = replace(LOCAL, quantities=(_count("fighter"),))
    assert _grade(_between(fighters, NAMING, a_mark())).label == "discounted"
    civilian = _said("Agency", Lineage.AGENCY, quantities=(_count("civilian"),))
    pair = _between(fighters, NAMING, a_mark())
    assert _grade(pair, claims=(fighters, NAMING, civilian)).label == "fair"
    unspecified = replace(LOCAL, quantities=(_count(""),))
    assert _grade(_between(unspecified, NAMING, a_mark())).label == "fair"


def test_a_contradiction_on_who_did_it_is_contested_in_the_eyes_of_anybody() -> None:
    """It is parted, so that a resolution is asked for."""
    every = _grade(_between(LOCAL, NAMING, ACTOR))
    some = _grade(_between(LOCAL, NAMING, ACTOR, a_mark()))
    assert [every.label, some.label] == ["contested", "contested"]
    assert every.parted
    assert some.parted
    assert "open_responsibility" in _rules(some)
    assert [c.label for c in every.changes if "appearance" in c.message.en] == ["weak"]


def test_other_contradictions_are_told_and_change_no_grade() -> None:
    """Nor does a conflict in appearance, or one with somebody who only doubts."""
    agreed = _between(LOCAL, NAMING, a_mark())
    other = _said("Agency", Lineage.AGENCY)
    count = _grade(agreed, _between(other, LOCAL, a_conflict(slots=(Slot.QUANTITY,))))
    assert (count.label, count.parted, "differing" in _rules(count)) == ("fair", True, True)
    apparent = replace(ACTOR, apparent=Apparent.TIME_WINDOW)
    doubting = replace(other, modality=Modality.DOUBTED)
    for pair in (_between(other, LOCAL, apparent), _between(doubting, LOCAL, ACTOR)):
        found = _grade(agreed, pair)
        assert (found.label, found.parted) == ("fair", False)


_marks = st.sampled_from(
    [
        a_mark(),
        ACTOR,
        a_conflict(),
        a_mark(relation=Relation.PARTIAL),
        replace(ACTOR, apparent=Apparent.LATER_UPDATE),
    ]
)
_claims = st.sampled_from([LOCAL, MONITOR, NAMING, ADMITTING])
_pairs = st.lists(
    st.builds(
        lambda one, other, marks: _between(one, other, *marks),
        _claims,
        _claims,
        st.lists(_marks, min_size=1, max_size=3),
    ),
    max_size=4,
)


@given(_pairs, st.data())
def test_an_unsure_mark_never_makes_a_grade_stronger(pairs: list[Between], data: Any) -> None:
    """Whoever adds it, to whichever pair."""
    before = _grade(*pairs, claims=(LOCAL, NAMING, ADMITTING)).label
    if not pairs:
        return
    at = data.draw(st.integers(0, len(pairs) - 1))
    unsure = a_mark(relation=Relation.UNSURE, same_event=SameEvent.UNSURE)
    more = _between(*pairs[at].claims, *pairs[at].marks, unsure)
    after = _grade(*pairs[:at], more, *pairs[at + 1 :], claims=(LOCAL, NAMING, ADMITTING)).label
    if after in STRENGTH and before in STRENGTH:
        assert STRENGTH.index(Grade(after)) <= STRENGTH.index(Grade(before))


@given(_pairs)
def test_every_change_leads_elsewhere_and_every_decision_is_named(pairs: list[Between]) -> None:
    """And the last step is the outcome."""
    found = _grade(*pairs, claims=(LOCAL, MONITOR))
    assert found.label not in {change.label for change in found.changes}
    assert found.steps[-1].rule == f"label.{found.label}"
    assert set(found.decisions) == {row.id for pair in pairs for row in pair.decisions}


def test_the_digest_follows_what_the_proposal_rests_on() -> None:
    """Not the local numbers of rows; another answer is another proposal."""
    one = _grade(_between(LOCAL, NAMING, a_mark()))
    pair = _between(LOCAL, NAMING, a_mark())
    renumbered = replace(pair, decisions=tuple(replace(d, id=d.id + 7) for d in pair.decisions))
    assert _grade(renumbered).digest == one.digest
    assert _grade(_between(LOCAL, NAMING, a_conflict())).digest != one.digest
