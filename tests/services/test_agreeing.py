"""Figures of agreement rest on what was answered blindly, and say what they leave out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims.model import PairKey
from claims.review.adjudication import names
from claims.review.agreement import METHOD
from claims.services import Agreement, Case, Settings, open_case
from tests.stages import STAGES


@pytest.fixture
def answered(compared: Case) -> tuple[Case, list[PairKey]]:
    """Ana and ben, blindly: they part on the first pair, agree on the second; the third waits for ben."""
    keys = [item.key for item in compared.pairs.list().items]
    compared.review.require(2)
    compared.review.decide(keys[0], relation="conflict", slots=["target"])
    compared.review.decide(keys[0], relation="partial", slots=["target"])
    compared.review.decide(keys[0], relation="not_comparable", by="ben")
    compared.review.decide(keys[1], relation="agree", by="ben")
    compared.review.decide(keys[1], relation="agree")
    compared.review.decide(keys[2], relation="agree")
    return compared, keys


def _relation(found: Agreement) -> float | None:
    """The percentage on the relation, of all."""
    return next(
        each.figure.value
        for each in found.figures
        if (each.field, each.people, each.measure) == ("relation", (), "percent")
    )


def _left_out(found: Agreement) -> dict[str, int]:
    return {each.code: each.count for each in found.left_out}


def test_agreement_is_measured_field_by_field_and_two_by_two(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """With what it rests on, and what is left out and why."""
    case, _ = answered
    found = case.agreement.measure()
    assert (found.items, _left_out(found)) == (2, {"unanswered": 1})
    by_name = {(each.field, each.people, each.measure): each for each in found.figures}
    assert by_name["relation", ("ana", "ben"), "percent"].figure.value == pytest.approx(1 / 2)
    assert by_name["relation", (), "cohen"].items == 2
    assert by_name["apparent", (), "krippendorff"].why is not None


def test_figures_of_two_who_are_all_stand_once(answered: tuple[Case, list[PairKey]]) -> None:
    """Those of all are theirs; where a third answers, and where nobody does, all stand."""
    case, keys = answered
    found = case.agreement.measure()
    assert {each.people for each in found.once} == {("ana", "ben")}
    assert len(found.once) * 2 == len(found.figures)
    everybody, two = (
        [each for each in found.figures if bool(each.people) is one] for one in (False, True)
    )
    assert [each.figure for each in everybody] == [each.figure for each in two]
    case.review.decide(keys[2], relation="agree", by="eve")
    assert {each.people for each in case.agreement.measure().once} >= {(), ("ana", "eve")}


def test_a_figure_without_an_interval_says_why_in_words(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """Beside its code; one with an interval, and one that is undefined, does not."""
    case, _ = answered
    for each in case.agreement.measure().figures:
        assert (each.no_interval is None) == (not each.figure.bare)
        bare = each.figure.value is not None and each.figure.low is None
        assert bool(each.figure.bare) == bare
    assert {each.figure.bare for each in case.agreement.measure().figures} > {""}


def test_the_words_on_the_method_are_those_of_the_figures() -> None:
    """The command line prints the ones, JSON the others."""
    assert names().method.en == METHOD


def test_silence_is_no_agreement(answered: tuple[Case, list[PairKey]]) -> None:
    """A pair of which nobody named a slot, or a kind, counts in no figure of slots, or of kinds."""
    case, _ = answered
    figures = {
        (each.field, each.people, each.measure): each for each in case.agreement.measure().figures
    }
    slots, kinds = figures["slots", (), "percent"], figures["apparent", (), "percent"]
    assert (slots.items, slots.figure.value) == (1, 0.0)
    assert (kinds.items, kinds.figure.value) == (0, None)


def test_a_mind_that_changed_after_the_answers_were_seen_makes_no_agreement(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """Ben adopts what ana said, and takes it back and says it again: the figure stays, the answers are counted."""
    case, keys = answered
    before = case.agreement.measure()
    case.review.decide(keys[0], relation="partial", slots=["target"], by="ben")
    case.review.undo(by="ben")
    case.review.undo(by="ben")
    case.review.undo(by="ben")
    assert case.acting_as("eve").review.history(keys[0]) == ()
    assert case.agreement.measure() == before
    case.review.decide(keys[0], relation="partial", slots=["target"], by="ben")
    case.review.decide(keys[1], relation="agree", by="ben")
    found = case.agreement.measure()
    assert _relation(found) == pytest.approx(1 / 2)
    assert _left_out(found) == {"unanswered": 1, "later": 6}
    assert [row.mark and row.mark.relation.value for row in case.agreement.blind(keys[0])] == [
        "partial",
        "not_comparable",
    ]


def test_no_figure_rises_by_taking_back_the_answers_in_which_people_part(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """Nor tells what was said of these pairs since: both take back, and one says something else."""
    case, keys = answered
    before = case.agreement.measure()
    for _ in range(2):
        case.review.undo(by="ben")
    case.review.undo(by="ana")
    case.review.decide(keys[0], relation="agree", by="ana")
    assert case.acting_as("eve").review.history(keys[0]) == ()
    assert case.agreement.measure() == before
    assert case.agreement.blind(keys[0]) == ()


def test_a_pair_that_is_asked_anew_or_of_more_people_waits_for_them(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """The figures rest on what all who are asked now said, whoever took something back before."""
    case, _ = answered
    case.review.undo(by="ben")
    case.review.require(3)
    found = case.agreement.measure()
    assert (found.items, _left_out(found)) == (0, {"unanswered": 3})


def test_the_answer_of_one_who_was_not_asked_makes_no_agreement(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """It is kept, for no word is refused, and verdicts may rest on it; but it was not blind."""
    case, keys = answered
    before = case.agreement.measure().figures
    case.review.decide(keys[0], relation="not_comparable", by="eve")
    found = case.agreement.measure()
    assert found.figures == before
    assert _left_out(found) == {"unanswered": 1, "surplus": 1}
    assert {row.by for row in case.review.history(keys[0])} == {"ana", "ben", "eve"}
    assert {row.by for row in case.agreement.blind(keys[0])} == {"ana", "ben"}


def test_where_one_is_asked_for_nobody_is_blind(compared: Case) -> None:
    """The first answer is there to be seen at once; asking for two afterwards makes none of them blind."""
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="agree")
    compared.review.decide(key, relation="agree", by="ben")
    for _ in range(2):
        found = compared.agreement.measure()
        assert (found.items, _left_out(found)) == (0, {"unanswered": 2, "single": 1, "surplus": 1})
        compared.review.require(2)


def test_answers_that_were_blind_stay_so_when_fewer_are_asked_for(
    answered: tuple[Case, list[PairKey]],
) -> None:
    """The third pair is open from then on, with the one answer it has; the others had ended before."""
    case, keys = answered
    case.people.put("ana", "admin")
    case.people.put("ben", "reviewer")
    case.review.require(1, knowingly=True)
    case.review.decide(keys[2], relation="agree", by="ben")
    found = case.agreement.measure()
    assert (found.items, _left_out(found)) == (2, {"single": 1, "surplus": 1})


def test_a_colleagues_answer_is_blind_though_their_file_came_later(
    answered: tuple[Case, list[PairKey]], tmp_path: Path
) -> None:
    """They worked on a copy from before; what counts is what stood when both copies met."""
    case, keys = answered
    copy = io.StringIO()
    case.acting_as("ben").dump(copy, mine=True)
    settings = Settings(case=str(tmp_path / "other.db"), actor="ben")
    with open_case(settings, stages=STAGES) as other:
        copy.seek(0)
        other.load(copy)
        other.review.decide(keys[2], relation="unsure")
        other.review.decide(keys[2], relation="agree")
        back = io.StringIO()
        other.dump(back, mine=True)
    case.review.decide(keys[2], relation="partial", slots=["date"])
    back.seek(0)
    case.load(back)
    found = case.agreement.measure()
    assert (found.items, _left_out(found)) == (3, {})
    assert [row.mark and row.mark.relation.value for row in case.agreement.blind(keys[2])] == [
        "partial",
        "agree",
    ]


def test_one_person_under_two_names_that_look_alike_agrees_with_nobody(compared: Case) -> None:
    """Nobody is named, and both names are written plainly: the pair is complete, and no figure rests on the second answer."""
    compared.review.require(2)
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="agree", by="ape")
    compared.review.decide(key, relation="agree", by="\u0430\u0440\u0435")
    assert [row.by for row in compared.agreement.blind(key)] == ["ape"]
    found = compared.agreement.measure()
    assert found.items == 0
    assert {one.code: one.count for one in found.left_out}["alike"] == 1


def test_each_figure_tells_what_it_leaves_out_of_the_pairs_that_all_answered(
    compared: Case,
) -> None:
    """By field and by two people: nobody named a kind, one pair names a slot, and on the other one there is eve for ben."""
    keys = [item.key for item in compared.pairs.list().items]
    compared.review.require(2)
    for key, people in ((keys[0], ("ana", "ben")), (keys[1], ("ana", "eve"))):
        for name in people:
            slots = ["target"] if key == keys[0] else []
            relation = "conflict" if slots else "agree"
            compared.review.decide(key, relation=relation, slots=slots, by=name)
    found = compared.agreement.measure()
    told = {
        (each.field, each.people): (each.items, {one.code: one.count for one in each.left_out})
        for each in found.figures
    }
    assert told["relation", ()] == (2, {})
    assert told["slots", ()] == (1, {"unsaid": 1})
    assert told["apparent", ()] == (0, {"unsaid": 2})
    assert told["slots", ("ana", "ben")] == (1, {"absent": 1})
    assert told["slots", ("ana", "eve")] == (0, {"absent": 1, "unsaid": 1})
    assert told["relation", ("ben", "eve")] == (0, {"absent": 2})
    assert all(items + sum(without.values()) == found.items for items, without in told.values())
    assert _left_out(found) == {"unanswered": 1}


@pytest.mark.parametrize("code", names().left_out)
def test_what_is_left_out_says_whether_it_counts_pairs_or_answers(code: str) -> None:
    """A line that begins with neither leaves the reader to guess; codes of pairs begin with pairs, in both languages."""
    of_pairs = code in {"unanswered", "single", "aside", "versions", "absent", "unsaid"}
    why = names().left_out[code]
    assert why.en.startswith("pairs " if of_pairs else "answers ")
    assert why.ar.startswith("أزواج " if of_pairs else "إجابات ")


def test_a_report_tells_what_its_figures_leave_out(answered: tuple[Case, list[PairKey]]) -> None:
    """Each figure its own, and all of them the pair that waits for ben."""
    case, _ = answered
    content = case.report.content()
    found = case.agreement.measure()
    assert [line.left_out for line in content.agreement] == [
        tuple((one.count, one.why) for one in each.left_out) for each in found.figures
    ]
    assert any(line.left_out for line in content.agreement)
    assert [count for count, _ in content.beside_agreement] == [1]
