"""The screen of people."""

from __future__ import annotations

from claims.services import Case, TeamRole
from tests.workbench.conftest import Screen


def test_the_first_person_named_is_whoever_sits_there_as_admin(case: Case, screen: Screen) -> None:
    """The form offers it; afterwards everybody is listed, and the next one can be named."""
    running = screen("people")
    assert running.text_input(key="person_name").value == "ana"
    running.button[0].click().run()
    assert [(one.name, one.role) for one in case.people.list()] == [("ana", TeamRole.ADMIN)]
    running.text_input(key="person_name").set_value("ben")
    running.selectbox(key="person_role").set_value(TeamRole.REVIEWER)
    running.button[0].click().run()
    assert not running.exception
    assert {one.name: one.role.value for one in case.people.list()} == {
        "ana": "admin",
        "ben": "reviewer",
    }


def test_a_role_is_given_to_nobody_without_a_name(case: Case, screen: Screen) -> None:
    """Least of all to whoever sits there, who would give up their own role without being asked."""
    case.people.put("ana", "admin")
    case.people.put("eve", "admin")
    running = screen("people")
    running.text_input(key="person_name").set_value("  ")
    running.selectbox(key="person_role").set_value(TeamRole.READER)
    running.button[0].click().run()
    assert "Write a name" in running.error[0].value
    assert {one.role for one in case.people.list()} == {TeamRole.ADMIN}


def test_whoever_made_the_case_is_told_to_be_an_admin_as_well(case: Case, screen: Screen) -> None:
    """A name that nobody typed stands in the list: the screen says why."""
    running = screen("people", reviewer="ben")
    running.button[0].click().run()
    (told,) = running.success
    assert told.value.startswith("\u2068ana\u2069 made this case")
    assert {one.name for one in case.people.list()} == {"ana", "ben"}


def test_who_may_not_name_people_is_told_so(case: Case, screen: Screen) -> None:
    """Nothing is changed."""
    case.people.put("eve", "admin", by="eve")
    case.people.put("ana", "reader", by="eve")
    running = screen("people")
    running.text_input(key="person_name").set_value("ben")
    running.selectbox(key="person_role").set_value(TeamRole.ADMIN)
    running.button[0].click().run()
    assert not running.exception
    assert "role does not cover" in running.error[0].value
    assert len(case.acting_as("eve").people.list()) == 2


def test_how_many_judge_each_pair_is_kept(case: Case, screen: Screen) -> None:
    """The rule of the case."""
    running = screen("people")
    running.radio(key="policy_reviewers").set_value(2)
    running.button[1].click().run()
    assert not running.exception
    assert case.review.reviewers == 2


def test_only_what_nobody_can_take_back_is_asked_about(case: Case, screen: Screen) -> None:
    """An admin who gives up the role, and hidden answers that would be seen, ask once more; other changes do not."""
    case.people.put("ana", "admin")
    case.people.put("eve", "admin")
    case.review.require(2)
    running = screen("people")
    running.text_input(key="person_name").set_value("ana")
    running.selectbox(key="person_role").set_value(TeamRole.READER)
    running.button[0].click().run()
    assert "only another admin" in running.warning[0].value
    assert {one.name: one.role for one in case.people.list()}["ana"] is TeamRole.ADMIN
    running = screen("people")
    running.radio(key="policy_reviewers").set_value(1)
    running.button[1].click().run()
    assert "nobody can unsee" in running.warning[0].value
    assert case.review.reviewers == 2
    running.button[2].click().run()
    assert not running.exception
    assert case.review.reviewers == 1


def test_pairs_of_edited_claims_are_closed_by_a_button(case: Case, screen: Screen) -> None:
    """In a case for several, those that one has not answered, as unsure; then nothing is left to close, and undo brings one back."""
    case.review.require(2)
    key = case.review.queue()[0].key
    case.review.decide(key, relation="agree", by="ben")
    case.claims.reject(key.left)
    running = screen("people")
    running.text_input(key="former_reason").set_value("the claim was no claim")
    running.button(key="former_close").click().run()
    assert not running.exception
    assert "Closed as unsure" in running.success[0].value
    (mine,) = (row for row in case.review.history(key) if row.by == "ana")
    assert mine.mark is not None
    assert (mine.mark.relation.value, mine.mark.reason) == ("unsure", "the claim was no claim")
    assert not [one for one in running.button if one.key == "former_close"]
    case.review.undo()
    assert [one for one in screen("people").button if one.key == "former_close"]


def test_in_a_case_for_one_there_is_nothing_to_close(case: Case, screen: Screen) -> None:
    """Nothing is hidden there."""
    case.claims.reject(case.review.queue()[0].key.left)
    assert not [one for one in screen("people").button if one.key == "former_close"]
