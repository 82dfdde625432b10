"""The policy lineages/1: each row of its table, and what it may never do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import (
    Apparent,
    Claim,
    Decision,
    Lineage,
    Mark,
    Modality,
    PairKey,
    Relation,
    SameEvent,
    Verdict,
    VerdictLabel,
)
from claims.verdict import POLICY, Judged, judge, propose, verdicts
from claims.verdict.wording import wording
from tests.factories import a_claim, a_comparison, a_conflict, a_decision, a_mark, an_attribution

SUPPORTED, REFUTED = VerdictLabel.SUPPORTED, VerdictLabel.REFUTED
CONFLICTING = VerdictLabel.CONFLICTING_EVIDENCE
NOT_ENOUGH = VerdictLabel.NOT_ENOUGH_EVIDENCE
STRENGTH = {NOT_ENOUGH: 0, CONFLICTING: 0, SUPPORTED: 1, REFUTED: 1}

OFFICIAL = a_claim()
PARTIAL: dict[str, Any] = {"relation": Relation.PARTIAL}
UNSURE: dict[str, Any] = {"relation": Relation.UNSURE, "same_event": SameEvent.UNSURE}
APART: dict[str, Any] = {"relation": Relation.NOT_COMPARABLE, "same_event": SameEvent.NO}


def _other(lineage: Lineage = Lineage.LOCAL_NETWORK, source: str = "", **fields: Any) -> Claim:
    said = an_attribution(source or f"a {lineage}", lineage)
    return a_claim("other words", attribution=(said,), **fields)


def _pair(*marks: Mark, other: Claim | None = None, dependent: bool = False) -> Judged:
    decided = (a_decision(mark, number, by=f"r{number}") for number, mark in enumerate(marks, 1))
    return Judged(other or _other(), tuple(decided), dependent)


def _label(*pairs: Judged, claim: Claim = OFFICIAL) -> VerdictLabel:
    return judge(claim, pairs).label


def _rules(verdict: Verdict) -> list[str]:
    """The rules whose sentences stand in the trace, recognised by their English words."""
    words = wording(POLICY)
    begins = {name: rule.en.split("{")[0] for name, rule in words.rules.items()}
    ends = {name: rule.en.split("}")[-1] for name, rule in words.rules.items()}
    return [
        name
        for message in verdict.trace
        for name in words.rules
        if message.en.startswith(begins[name]) and message.en.endswith(ends[name])
    ]


def test_a_claim_that_nobody_compared_has_not_enough_evidence() -> None:
    """And the trace says that nobody has judged it yet."""
    verdict = judge(OFFICIAL, ())
    assert verdict.label is NOT_ENOUGH
    assert _rules(verdict) == ["no_decision"]
    assert verdict.decisions == ()


def test_one_independent_lineage_supports() -> None:
    """Another kind of source that agrees, and nothing against it."""
    verdict = judge(OFFICIAL, [_pair(a_mark())])
    assert verdict.label is SUPPORTED
    assert _rules(verdict) == ["support"]
    assert verdict.decisions == (1,)
    assert verdict.policy == "lineages/1"


def test_answers_from_before_a_claim_changed_are_told_in_the_trace() -> None:
    """They count as before; whoever reads the verdict knows on what they are."""
    pair = _pair(a_mark())
    earlier = replace(
        pair, decisions=tuple(replace(each, overtaken=True) for each in pair.decisions)
    )
    verdict = judge(OFFICIAL, [earlier])
    assert verdict.label is SUPPORTED
    assert _rules(verdict) == ["support", "overtaken"]


_DEPENDENT: Final = (
    ({"other": _other(Lineage.OFFICIAL, "another ministry")}, "one_kind"),
    ({"other": _other(Lineage.UNKNOWN)}, "unknown_kind"),
    ({"dependent": True}, "one_origin"),
)


@pytest.mark.parametrize(("how", "why"), _DEPENDENT)
def test_agreement_that_is_not_independent_supports_nothing(how: dict[str, Any], why: str) -> None:
    """The same kind of source, an unknown one, or a relay of the same origin: told, not counted."""
    verdict = judge(OFFICIAL, [_pair(a_mark(), **how)])
    assert verdict.label is NOT_ENOUGH
    assert _rules(verdict) == [f"support_of_{why}"]


@pytest.mark.parametrize(("how", "why"), _DEPENDENT)
def test_contradiction_that_is_not_independent_refutes_nothing(
    how: dict[str, Any], why: str
) -> None:
    """It stops support all the same, and the trace tells why it does not count towards refutation."""
    against = a_conflict()
    other = _pair(against, other=_other(Lineage.MONITOR))
    verdict = judge(OFFICIAL, [_pair(against, **how), other])
    assert verdict.label is CONFLICTING
    assert _rules(verdict) == ["contradiction", f"contradiction_of_{why}"]


def test_account_against_account_is_conflicting_evidence() -> None:
    """One contradiction decides nothing, with or without support beside it."""
    monitor = _other(Lineage.MONITOR)
    assert _label(_pair(a_conflict())) is CONFLICTING
    assert _label(_pair(a_conflict()), _pair(a_mark(), other=monitor)) is CONFLICTING


def test_two_independent_lineages_refute() -> None:
    """When nobody agrees with the claim."""
    monitor = _other(Lineage.MONITOR)
    assert _label(_pair(a_conflict()), _pair(a_conflict(), other=monitor)) is REFUTED


@pytest.mark.parametrize(
    "second",
    [
        _pair(a_conflict(), other=_other(Lineage.LOCAL_NETWORK, "a second network")),
        _pair(a_conflict(), other=_other(Lineage.OFFICIAL, "another ministry")),
        _pair(a_conflict(), other=_other(Lineage.UNKNOWN)),
        _pair(a_conflict(), other=_other(Lineage.MONITOR), dependent=True),
        _pair(a_conflict(), a_mark(**UNSURE), other=_other(Lineage.MONITOR)),
    ],
)
def test_lineages_are_counted_not_sources(second: Judged) -> None:
    """Two networks are one lineage; what is unknown, dependent or disputed is none."""
    assert _label(_pair(a_conflict()), second) is CONFLICTING


@pytest.mark.parametrize("apparent", [kind for kind in Apparent if kind != "contradiction"])
def test_an_apparent_conflict_counts_neither_way(apparent: Apparent) -> None:
    """Another time window, a later toll, another definition: the reviewers explained it away."""
    verdict = judge(OFFICIAL, [_pair(a_conflict(apparent=apparent))])
    assert verdict.label is NOT_ENOUGH
    assert _rules(verdict) == ["apparent"]


def test_a_true_contradiction_counts_like_one_of_no_kind() -> None:
    """Who names the kind says no less."""
    assert _label(_pair(a_conflict(apparent=Apparent.CONTRADICTION))) is CONFLICTING


def test_an_official_doubt_refutes_nothing() -> None:
    """*Non-credible* means not enough evidence, however many doubt."""
    doubts = [
        _pair(a_conflict(), other=_other(lineage, modality=Modality.DOUBTED))
        for lineage in (Lineage.OFFICIAL, Lineage.MONITOR)
    ]
    verdict = judge(_other(), doubts)
    assert verdict.label is NOT_ENOUGH
    assert _rules(verdict) == ["doubt"]


@pytest.mark.parametrize(
    ("marks", "rule", "label"),
    [
        ([a_mark(), a_mark(**UNSURE)], "disputed_support", NOT_ENOUGH),
        ([a_mark(), a_conflict()], "open_contradiction", CONFLICTING),
        ([a_mark(), a_conflict(apparent=Apparent.SCOPE)], "disputed_support", NOT_ENOUGH),
        ([a_conflict(), a_conflict(apparent=Apparent.SCOPE)], "open_contradiction", CONFLICTING),
        ([a_mark(**PARTIAL)], "partial", NOT_ENOUGH),
        ([a_mark(**APART)], "apart", NOT_ENOUGH),
        ([a_mark(**UNSURE)], "unsettled", NOT_ENOUGH),
        ([a_mark(**PARTIAL), a_mark(**UNSURE)], "unsettled", NOT_ENOUGH),
    ],
)
def test_what_reviewers_do_not_share_settles_nothing(
    marks: list[Mark], rule: str, label: VerdictLabel
) -> None:
    """Support takes all of them, a contradiction is open as soon as one sees it."""
    verdict = judge(OFFICIAL, [_pair(*marks)])
    assert verdict.label is label
    assert _rules(verdict) == [rule]


def test_a_single_agreement_stops_refutation() -> None:
    """Two lineages contradict, and one reviewer of a third pair sees agreement: not refuted."""
    pairs = [
        _pair(a_conflict()),
        _pair(a_conflict(), other=_other(Lineage.MONITOR)),
        _pair(a_mark(), a_mark(**UNSURE), other=_other(Lineage.AGENCY)),
    ]
    assert _label(*pairs) is CONFLICTING


others = st.builds(
    lambda lineage, modality: _other(lineage, modality=modality),
    st.sampled_from(Lineage),
    st.sampled_from([Modality.ASSERTED, Modality.DENIED, Modality.DOUBTED]),
)
marks = st.sampled_from(
    [a_mark(), a_conflict(), a_conflict(apparent=Apparent.SCOPE)]
    + [a_mark(**fields) for fields in (PARTIAL, UNSURE, APART)]
)
pairs = st.builds(
    lambda said, other, dependent: _pair(*said, other=other, dependent=dependent),
    st.lists(marks, min_size=1, max_size=3),
    others,
    st.booleans(),
)


@given(st.lists(pairs, min_size=1, max_size=5), st.data())
def test_one_more_unsure_mark_never_makes_a_verdict_stronger(
    judged: list[Judged], data: st.DataObject
) -> None:
    """Nor does it turn support into refutation or the other way."""
    number = data.draw(st.integers(0, len(judged) - 1))
    unsure = a_decision(a_mark(**UNSURE), 99, by="one more")
    more = list(judged)
    more[number] = replace(more[number], decisions=(*more[number].decisions, unsure))
    before, after = _label(*judged), _label(*more)
    assert STRENGTH[after] <= STRENGTH[before]
    assert after is before or STRENGTH[after] == 0


@given(st.lists(pairs, max_size=4).flatmap(st.permutations))
def test_the_order_of_the_pairs_does_not_matter(judged: list[Judged]) -> None:
    """A verdict depends on what was said, not on when."""
    assert judge(OFFICIAL, judged) == judge(OFFICIAL, list(reversed(judged)))


def _decided(left: Claim, right: Claim, number: int, **fields: Any) -> Decision:
    key = PairKey.of(left.id, right.id)
    return a_decision(a_mark(key.left, key.right, **fields), number)


def test_every_checkable_claim_gets_a_verdict_in_order() -> None:
    """Both sides of a pair are judged by it; what is not checkable has no verdict."""
    network = _other()
    opinion = a_claim("an opinion", checkable=False, unchecked="opinion")
    alone = a_claim("said once")
    found = verdicts([network, opinion, OFFICIAL, alone], [], [_decided(OFFICIAL, network, 5)])
    assert [verdict.claim for verdict in found] == [network.id, OFFICIAL.id, alone.id]
    assert [verdict.label for verdict in found] == [SUPPORTED, SUPPORTED, NOT_ENOUGH]
    assert [verdict.decisions for verdict in found] == [(5,), (5,), ()]


def test_dependence_comes_from_the_comparison() -> None:
    """Near-copies count once, whatever their sources are called."""
    network = _other()
    relay = a_comparison(network.id, OFFICIAL.id, dependence="near-copy")
    decision = _decided(OFFICIAL, network, 1)
    labels = {verdict.label for verdict in verdicts([network, OFFICIAL], [relay], [decision])}
    assert labels == {NOT_ENOUGH}


def test_rows_without_a_mark_do_not_count() -> None:
    """A pair that was taken back is a pair that nobody judged."""
    network = _other()
    undone = a_decision(None, 2, key=PairKey.of(OFFICIAL.id, network.id))
    assert {verdict.label for verdict in verdicts([network, OFFICIAL], [], [undone])} == {
        NOT_ENOUGH
    }


def test_decisions_on_claims_that_are_gone_are_left_out() -> None:
    """A claim that the case no longer holds supports nobody."""
    network = _other()
    assert verdicts([OFFICIAL], [], [_decided(OFFICIAL, network, 1)])[0].decisions == ()


def test_every_rule_and_label_is_worded_in_both_languages() -> None:
    """With the same names in braces; every label and lineage has its words."""
    words = wording(POLICY)
    assert set(words.labels) == set(VerdictLabel)
    assert set(words.lineages) == set(Lineage)
    for rule in words.rules.values():
        for name in ("{sources}", "{lineages}"):
            assert (name in rule.ar) == (name in rule.en)
        assert any("\u0600" <= letter <= "\u06ff" for letter in rule.ar)


@given(
    st.lists(
        st.sampled_from([a_mark(), a_conflict(), a_mark(**PARTIAL), a_mark(**UNSURE)]), max_size=4
    )
)
def test_a_proposal_says_what_the_verdict_says_and_what_would_change_it(marks: list[Mark]) -> None:
    """Each change leads to another verdict than the one that is proposed."""
    pairs = [
        _pair(mark, other=_other(lineage)) for mark, lineage in zip(marks, Lineage, strict=False)
    ]
    proposed, verdict = propose(OFFICIAL, pairs), judge(OFFICIAL, pairs)
    assert proposed.label == verdict.label
    assert tuple(step.message for step in proposed.steps) == verdict.trace
    assert proposed.decisions == verdict.decisions
    assert proposed.label not in {change.label for change in proposed.changes}
    assert proposed.parted == any(mark.relation is Relation.CONFLICT for mark in marks)


def test_what_would_change_a_verdict_is_tried_through_the_rules() -> None:
    """One more independent voice, or a voice that falls away."""
    bare = {change.label for change in propose(OFFICIAL, ()).changes}
    assert bare == {SUPPORTED, CONFLICTING}
    against = propose(OFFICIAL, [_pair(a_conflict())]).changes
    assert {change.label for change in against} == {REFUTED, NOT_ENOUGH}
    parted = propose(OFFICIAL, [_pair(a_mark(), a_mark(**UNSURE))]).changes
    assert [c.label for c in parted if "all reviewers" in c.message.en] == [SUPPORTED]
