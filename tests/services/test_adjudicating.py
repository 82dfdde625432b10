"""What reviewers part on is settled by somebody else, and every answer stays as it was."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims.errors import NotAllowed, Refused, Stale
from claims.model import Answer, PairKey, RuledBy, Step, VerdictLabel
from claims.services import Case, open_case


@pytest.fixture
def disputed(compared: Case) -> tuple[Case, list[PairKey]]:
    """Three pairs: ana and ben part wholly on the first, in the slots on the second, not on the third."""
    keys = [item.key for item in compared.pairs.list().items]
    ben = compared.acting_as("ben")
    compared.review.decide(keys[0], relation="conflict", slots=["target"], reason="army")
    ben.review.decide(keys[0], relation="not_comparable")
    compared.review.decide(keys[1], relation="conflict", slots=["target"])
    ben.review.decide(keys[1], relation="conflict", slots=["target", "date"])
    compared.review.decide(keys[2], relation="agree")
    ben.review.decide(keys[2], relation="agree")
    return compared, keys


def test_least_agreement_comes_first_with_all_answers(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """What all say the same of is no dispute."""
    case, keys = disputed
    first, second = case.adjudication.queue()
    assert (first.key, second.key) == (keys[0], keys[1])
    assert first.agreement == 0
    assert second.agreement == pytest.approx(2 / 3)
    assert [row.by for row in first.decisions] == ["ana", "ben"]
    assert first.parting == ("same_event", "relation", "slots")
    assert second.why.en == "Reviewers part on the slots in conflict; 67% agreement"
    assert "خانات الخلاف" in second.why.ar


def test_who_answered_a_pair_before_an_edit_does_not_settle_what_it_became(compared: Case) -> None:
    """It is the same question in another form; eve, who answered nothing, does."""
    key = compared.pairs.list().items[0].key
    compared.review.require(2)
    cay = compared.acting_as("cay")
    cay.review.decide(key, relation="unsure")
    compared.claims.correct(key.left, "modality", "denied")
    compared.pairs.compare()
    (new,) = (
        item.key
        for item in compared.pairs.list().items
        if key.right in (item.key.left, item.key.right)
    )
    compared.review.decide(new, relation="agree")
    compared.acting_as("ben").review.decide(new, relation="unsure")
    with pytest.raises(Refused):
        cay.adjudication.settle(new, relation="agree", ground="other", note="so it was")
    eve = compared.acting_as("eve")
    assert eve.adjudication.settle(new, relation="agree", ground="other", note="so it is")


def test_a_ruling_says_what_was_adopted_and_verdicts_rest_on_it(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Both originals stay; the verdict leads back to them by their numbers."""
    case, keys = disputed
    before = case.review.history(keys[0])
    eve = case.acting_as("eve")
    labels = {each.claim: each.label for each in case.verdicts.compute()}
    ruling = eve.adjudication.settle(
        keys[0], relation="not_comparable", ground="misread", note="another place"
    )
    assert [each.by for each in ruling.originals] == ["ana", "ben"]
    assert [each.by for each in ruling.adopted] == ["ben"]
    assert case.review.history(keys[0]) == before
    assert case.adjudication.rulings() == (ruling,)
    assert case.adjudication.holding(keys[0]) == ruling
    assert [each.key for each in case.adjudication.queue()] == [keys[1]]
    after = {each.claim: each for each in case.verdicts.compute()}
    assert labels[keys[0].left] is VerdictLabel.CONFLICTING_EVIDENCE
    assert after[keys[0].left].label is VerdictLabel.NOT_ENOUGH_EVIDENCE
    assert after[keys[0].left].decisions == (1, 2)
    assert case.report.content().adjudications == (ruling,)


def test_a_trace_names_the_ruling_it_rests_on_its_ground_and_whom_it_adopts(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """In the proposals for both claims and their incident and in the verdicts, until an answer changes."""
    case, keys = disputed
    eve = case.acting_as("eve")
    ruling = eve.adjudication.settle(
        keys[0], relation="conflict", slots=["target"], ground="first_adopted"
    )
    named = RuledBy(ruling.id, "eve", "first_adopted", ("ana",))

    def steps() -> list[Step]:
        found = [
            case.verdicts.proposals(matter, side)[0].proposal
            for matter in ("claim", "incident")
            for side in (keys[0].left, keys[0].right)
        ]
        return [step for each in found for step in each.steps if step.ruling is not None]

    told = steps()
    assert {(step.rule, step.ruling, step.decisions) for step in told} == {
        ("ruling", named, (1, 2))
    }
    assert len(told) == 4
    for words in ("eve", "ana", str(ruling.id)):
        assert words in told[0].message.en
        assert words in told[0].message.ar
    verdicts = {each.claim: each for each in case.verdicts.compute()}
    assert verdicts[keys[0].left].rulings == (named,)
    assert told[0].message in verdicts[keys[0].left].trace

    case.review.decide(keys[0], relation="unsure")
    assert steps() == []
    eve.adjudication.settle(keys[0], relation="agree", ground="evidence")
    assert "something else than all of them" in steps()[0].message.en


def test_a_ruling_falls_with_the_answers_it_was_given_on(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Nobody ruled on what is said now: the pair waits again."""
    case, keys = disputed
    case.adjudication.settle(keys[0], relation="unsure", ground="evidence")
    case.review.decide(keys[0], relation="partial", slots=["target"])
    assert case.adjudication.rulings() == ()
    assert case.adjudication.holding(keys[0]) is None
    assert [each.key for each in case.adjudication.standing()] == keys[:1]
    assert [each.key for each in case.adjudication.queue()] == keys[:2]
    assert len(case.adjudication.history(keys[0])) == 1


def test_a_ruling_is_in_force_again_once_the_answers_it_was_given_on_are_back(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Ben says something else and takes that back: his word is the one that was ruled on, however often he does so."""
    case, keys = disputed
    eve, ben = case.acting_as("eve"), case.acting_as("ben")
    ruling = eve.adjudication.settle(
        keys[0], relation="conflict", slots=["target"], ground="evidence"
    )
    for relation in ("agree", "unsure"):
        ben.review.decide(keys[0], relation=relation)
        assert eve.adjudication.holding(keys[0]) is None
        ben.review.undo()
        assert eve.adjudication.holding(keys[0]) == ruling
        assert [each.key for each in eve.adjudication.rulings()] == [keys[0]]
        assert keys[0] not in {each.key for each in eve.adjudication.queue()}


def test_a_ruling_given_on_an_answer_that_came_back_is_on_that_answer(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """It names the answer, not the undo; what was on screen is either; and it goes with the case into another one."""
    case, keys = disputed
    eve, ben = case.acting_as("eve"), case.acting_as("ben")
    original = case.review.history(keys[0])[1]
    ben.review.decide(keys[0], relation="agree")
    ben.review.undo()
    rows = [row for row in case.review.history(keys[0]) if row.live]
    seen = [Answer(row.by, row.at, row.place) for row in rows]
    ruling = eve.adjudication.settle(
        keys[0], relation="not_comparable", ground="other", note="two", seen=seen
    )
    assert [(each.by, each.at, each.place) for each in ruling.adopted] == [
        ("ben", original.at, original.place)
    ]
    ben.review.decide(keys[0], relation="agree")
    ben.review.undo()
    assert eve.adjudication.holding(keys[0]) == ruling


def test_who_answered_first_is_one_person_in_every_copy(
    disputed: tuple[Case, list[PairKey]], tmp_path: Path
) -> None:
    """Ben's word stands by an undo and is as old as it was; a ruling on it verifies, and the dump loads again."""
    case, keys = disputed
    ben = case.acting_as("ben")
    case.review.decide(keys[0], relation="unsure")
    ben.review.decide(keys[0], relation="agree")
    ben.review.undo()
    eve = case.acting_as("eve")
    eve.adjudication.settle(
        keys[0], relation="not_comparable", ground="first_adopted", adopts="ben"
    )
    assert case.audit.verify() == ()
    stream = io.StringIO()
    case.dump(stream, knowingly=True)
    stream.seek(0)
    with open_case(tmp_path / "copy.db", actor="ana") as copy:
        copy.load(stream)
        assert [each.key for each in copy.adjudication.rulings()] == [keys[0]]
        assert copy.audit.verify() == ()


def test_a_ruling_is_superseded_and_taken_back(disputed: tuple[Case, list[PairKey]]) -> None:
    """Each a row of its own; what held before holds again."""
    case, keys = disputed
    first = case.adjudication.settle(keys[0], relation="unsure", ground="evidence")
    second = case.adjudication.settle(keys[0], relation="agree", ground="other", note="seen it")
    assert second.supersedes == first.id
    undone = case.adjudication.undo()
    assert undone is not None
    assert undone.ruling == first.ruling
    assert case.adjudication.undo() is not None
    assert case.adjudication.rulings() == ()
    assert case.adjudication.undo() is None
    assert [row.live for row in case.adjudication.history(keys[0])] == [False, False, False, True]
    assert case.audit.verify() == ()


def test_whoever_ruled_sees_their_own_rulings_while_the_pair_waits(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Eve ruled after zoe; once an answer is taken back both see their own words alone, also in what they take back."""
    case, (*_, key) = disputed
    case.review.require(2)
    zoe, eve = case.acting_as("zoe"), case.acting_as("eve")
    first = zoe.adjudication.settle(key, relation="not_comparable", ground="misread")
    mine = eve.adjudication.settle(key, relation="unsure", ground="evidence", note="blurred")
    case.acting_as("ben").review.undo()
    assert case.adjudication.history(key) == ()
    assert [row.ruling for row in zoe.adjudication.history(key)] == [first.ruling]
    (told,) = eve.adjudication.history(key)
    assert (told.ruling, told.live, told.supersedes) == (mine.ruling, True, None)
    assert eve.adjudication.holding(key) is None
    undone = eve.adjudication.undo()
    assert undone is not None
    assert (undone.ruling, undone.adopted, undone.undoes) == (None, (), told.id)
    assert eve.adjudication.history(key)[-1] == undone
    assert [row.ruling for row in zoe.adjudication.history(key)] == [first.ruling]


def test_what_the_ground_says_is_adopted_is_adopted(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """The first answer is that of ana, another one that of ben; what neither said is neither."""
    case, keys = disputed
    for ground, relation in [
        ("first_adopted", "not_comparable"),
        ("first_adopted", "unsure"),
        ("other_adopted", "unsure"),
    ]:
        with pytest.raises(Refused, match=f"ground is {ground}"):
            case.adjudication.settle(keys[0], relation=relation, ground=ground)
    with pytest.raises(Refused, match="adopts the answer of ana"):
        case.adjudication.settle(
            keys[0], relation="conflict", slots=["target"], ground="other_adopted"
        )
    assert case.adjudication.history(keys[0]) == ()
    first = case.adjudication.settle(
        keys[0], relation="conflict", slots=["target"], ground="first_adopted"
    )
    other = case.adjudication.settle(keys[0], relation="not_comparable", ground="other_adopted")
    assert [each.by for each in (*first.adopted, *other.adopted)] == ["ana", "ben"]


def test_where_no_ruling_stands_nothing_is_adopted(disputed: tuple[Case, list[PairKey]]) -> None:
    """After an undo the earlier ruling adopts again what it adopted, and after the next nothing does."""
    case, keys = disputed
    case.adjudication.settle(keys[0], relation="not_comparable", ground="other_adopted")
    case.adjudication.settle(keys[0], relation="unsure", ground="evidence")
    undone = [case.adjudication.undo(), case.adjudication.undo()]
    assert [row and [each.by for each in row.adopted] for row in undone] == [["ben"], []]
    assert [row and row.ruling is None for row in undone] == [False, True]


def test_a_submission_is_stored_once(disputed: tuple[Case, list[PairKey]]) -> None:
    """The same token again gives the ruling that is there; another word under it is refused."""
    case, keys = disputed
    one = case.adjudication.settle(keys[0], relation="unsure", ground="evidence", token="t")
    again = case.adjudication.settle(keys[0], relation="unsure", ground="evidence", token="t")
    assert one == again
    with pytest.raises(Refused, match="saying something else"):
        case.adjudication.settle(keys[0], relation="agree", ground="evidence", token="t")


def test_an_answer_that_changed_since_it_was_seen_refuses_the_ruling(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """And nothing is stored."""
    case, keys = disputed
    seen = [Answer(row.by, row.at) for row in case.adjudication.queue()[0].decisions]
    case.review.decide(keys[0], relation="unsure")
    with pytest.raises(Stale, match="has changed"):
        case.adjudication.settle(keys[0], relation="agree", ground="evidence", seen=seen)
    assert case.adjudication.history(keys[0]) == ()


def test_a_middle_way_is_what_nobody_answered(disputed: tuple[Case, list[PairKey]]) -> None:
    """Whoever takes one answer as it is adopts it, whatever the ground says."""
    case, keys = disputed
    eve = case.acting_as("eve")
    with pytest.raises(Refused, match="is what ben answered"):
        eve.adjudication.settle(keys[0], relation="not_comparable", ground="compromise")
    middle = eve.adjudication.settle(keys[0], relation="unsure", ground="compromise")
    assert middle.adopted == ()


def test_a_ruling_adopts_the_answer_of_whom_it_names(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Nobody else's, and none that does not stand."""
    case, keys = disputed
    settle = case.acting_as("eve").adjudication.settle
    with pytest.raises(Refused, match="not what ben answered"):
        settle(keys[0], relation="conflict", slots=["target"], ground="first_adopted", adopts="ben")
    with pytest.raises(Refused, match="eve has no answer"):
        settle(keys[0], relation="conflict", slots=["target"], ground="first_adopted", adopts="eve")
    found = settle(
        keys[0], relation="conflict", slots=["target"], ground="first_adopted", adopts="ana"
    )
    assert [each.by for each in found.adopted] == ["ana"]


def test_where_the_first_to_answer_changed_their_mind_a_ruling_names_a_person(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Ana takes her answer back and gives it again: ben's is the first since, and who meant hers records his by mistake no more."""
    case, keys = disputed
    case.review.decide(keys[0], relation="agree")
    settle = case.acting_as("eve").adjudication.settle
    for ground, relation in (("first_adopted", "not_comparable"), ("other_adopted", "agree")):
        with pytest.raises(Refused, match="ana answered first"):
            settle(keys[0], relation=relation, ground=ground)
    seen = [Answer(row.by, row.at) for row in case.adjudication.queue()[0].decisions]
    settle(keys[0], relation="not_comparable", ground="first_adopted", seen=seen)
    found = settle(keys[0], relation="agree", ground="other_adopted", adopts="ana")
    assert [each.by for each in found.adopted] == ["ana"]


def test_nobody_settles_what_they_reviewed(disputed: tuple[Case, list[PairKey]]) -> None:
    """Not even an admin; alone on one's own machine one may."""
    case, keys = disputed
    case.adjudication.settle(keys[1], relation="agree", ground="evidence")
    case.people.put("ana", "admin")
    with pytest.raises(NotAllowed, match="reviewed pair"):
        case.adjudication.settle(keys[0], relation="agree", ground="evidence")
    case.people.put("eve", "adjudicator")
    eve = case.acting_as("eve")
    assert eve.adjudication.settle(keys[0], relation="agree", ground="compromise").adopted == ()


def test_nobody_settles_what_they_reviewed_where_two_are_asked_for_and_nobody_is_named(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """A name given to a call is a person like any other; nor does taking the answer back first help."""
    case, keys = disputed
    case.review.require(2)
    for name in ("ana", "ben"):
        with pytest.raises(NotAllowed, match=f"{name} reviewed pair"):
            case.acting_as(name).adjudication.settle(keys[0], relation="agree", ground="evidence")
    case.review.decide(keys[0], relation="agree", by="dan")
    case.review.decide(keys[1], relation="agree", by="ana")
    case.review.undo(by="dan")
    with pytest.raises(NotAllowed, match="dan reviewed pair"):
        case.acting_as("dan").adjudication.settle(keys[0], relation="agree", ground="evidence")
    eve = case.acting_as("eve").adjudication
    assert eve.settle(keys[0], relation="not_comparable", ground="misread").by == "eve"


def test_there_is_nothing_to_settle_before_all_have_answered(compared: Case) -> None:
    """In a case for two, one answer is not shown, and not ruled on."""
    key = compared.pairs.list().items[0].key
    compared.review.require(2)
    compared.review.decide(key, relation="agree")
    assert compared.adjudication.queue() == ()
    with pytest.raises(Refused, match="waits for answers"):
        compared.adjudication.settle(key, relation="agree", ground="evidence")
    with pytest.raises(Refused, match="said in words"):
        compared.adjudication.settle(key, relation="agree", ground="other")


def test_nobody_takes_back_what_somebody_else_put_in_the_place(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """A superseded ruling is not undone; undoing the later one brings the earlier one back under its own name."""
    case, keys = disputed
    eve, dan = case.acting_as("eve"), case.acting_as("dan")
    eve.adjudication.settle(keys[0], relation="agree", ground="other", note="seen it")
    dan.adjudication.settle(keys[0], relation="partial", slots=["target"], ground="evidence")
    assert eve.adjudication.undo() is None
    (ruling,) = case.adjudication.rulings()
    assert ruling.by == "dan"
    assert dan.adjudication.undo() is not None
    (ruling,) = case.adjudication.rulings()
    assert ruling.by == "eve"
    assert dan.adjudication.undo() is None
    assert eve.adjudication.undo() is not None
    assert case.adjudication.rulings() == ()
    assert case.audit.verify() == ()


def test_other_capitals_make_nobody_another_person(
    disputed: tuple[Case, list[PairKey]],
) -> None:
    """Ana reviewed: ANA does not settle it."""
    case, keys = disputed
    case.review.require(2)
    with pytest.raises(Refused, match="ANA is written as ana"):
        case.acting_as("ANA").adjudication.settle(keys[0], relation="agree", ground="evidence")
