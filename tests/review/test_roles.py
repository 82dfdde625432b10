"""Who may do what, and what is said to those who may not."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from claims.errors import NotAllowed
from claims.review.roles import ALLOWED, DOES, Action, TeamRole, check

REFUSED = [
    pytest.param(role, action, id=f"{role}-{action}")
    for role, action in product(TeamRole, Action)
    if action not in ALLOWED[role]
]


@pytest.mark.parametrize(("role", "action"), REFUSED)
def test_a_refusal_says_what_was_asked_for_who_may_and_whom_to_ask(
    role: TeamRole, action: Action
) -> None:
    """In words of its own, not in the code of the action; and no role is named that does not cover it."""
    team = {"ana": role, "boss": TeamRole.ADMIN, "chief": TeamRole.ADMIN}
    with pytest.raises(NotAllowed) as refused:
        check(team, "ana", action)
    message, step = refused.value.message, refused.value.next_step
    assert message.startswith(f"ana is {role} of this case, a role that does not cover this: ")
    assert len(message.partition("this: ")[2].split()) > 2
    covering = step.partition("cover it: ")[2].partition(".")[0].split(", ")
    assert covering == [each for each in TeamRole if action in ALLOWED[each]]
    assert step.endswith("to do it: boss, chief.")


def test_the_table_of_roles_in_the_documents_is_the_one_that_is_checked() -> None:
    """Each thing in the words of its refusal, with yes where the role covers it."""
    text = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
    head = "| what somebody may do | reader | reviewer | adjudicator | admin |"
    rows = text.partition(head)[2].partition("\n\n")[0].strip().splitlines()[1:]
    told = {
        cells[0]: cells[1:] for row in rows if (cells := re.findall(r"\| *([^|]*?) *(?=\|)", row))
    }
    assert told == {
        DOES[action]: ["yes" if action in ALLOWED[role] else "" for role in TeamRole]
        for action in Action
    }


def test_nothing_that_a_role_may_do_is_named_twice() -> None:
    """One action, one name: marks on claims stand in a single one."""
    assert len(set(DOES.values())) == len(DOES) == len(Action)
    assert [action for action in Action if re.search(r"\bmarks?\b", DOES[action])] == [Action.MARK]
