"""Who may do what, and what is said to those who may not."""

from __future__ import annotations

from itertools import product

import pytest

from claims.errors import NotAllowed
from claims.review.roles import ALLOWED, Action, TeamRole, check

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
