"""Who may do what, once people are named."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from claims.errors import InputError, NotAllowed, Refused
from claims.review.roles import ALLOWED, Action, TeamRole, check
from claims.services import Case, Person
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS

Use = Callable[[Case], object]

USES: dict[str, tuple[Action, Use]] = {
    "documents.list": (Action.READ, lambda case: case.documents.list()),
    "claims.list": (Action.READ, lambda case: case.claims.list()),
    "pairs.list": (Action.READ, lambda case: case.pairs.list()),
    "pairs.count": (Action.READ, lambda case: case.pairs.count()),
    "review.queue": (Action.READ, lambda case: case.review.queue()),
    "review.decisions": (Action.READ, lambda case: case.review.decisions()),
    "review.progress": (Action.READ, lambda case: case.review.progress()),
    "verdicts.compute": (Action.READ, lambda case: case.verdicts.compute()),
    "report.content": (Action.READ, lambda case: case.report.content()),
    "problems.list": (Action.READ, lambda case: case.problems.list()),
    "people.list": (Action.READ, lambda case: case.people.list()),
    "audit.list": (Action.READ, lambda case: case.audit.list()),
    "documents.add": (Action.ADD, lambda case: case.documents.add_bytes(b"A", name="n")),
    "pairs.compare": (Action.COMPARE, lambda case: case.pairs.compare()),
    "review.decide": (
        Action.DECIDE,
        lambda case: case.review.decide(_key(case), relation="agree"),
    ),
    "review.undo": (Action.DECIDE, lambda case: case.review.undo()),
    "case.dump": (Action.EXPORT, lambda case: case.dump(io.StringIO())),
    "case.load": (Action.IMPORT, lambda case: case.load(io.StringIO(_dump(case)))),
    "review.require": (Action.MANAGE, lambda case: case.review.require(2)),
    "people.put": (Action.MANAGE, lambda case: case.people.put("eve", "reader")),
}


def _key(case: Case) -> str:
    with case._desk.store.reading() as connection:
        from claims.store import pairs

        return str(pairs.page(connection, limit=1)[0].comparison.key)


def _dump(case: Case) -> str:
    from claims.store import dump

    with case._desk.store.reading() as connection:
        return "\n".join(dump.lines(connection, case._desk.store.originals))


@pytest.fixture
def team(opened: OpenCase) -> OpenCase:
    """A case with one person in each role, named after it, opened by any of them."""
    case = opened("admin")
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    for role in (TeamRole.ADMIN, TeamRole.READER, TeamRole.REVIEWER, TeamRole.ADJUDICATOR):
        case.people.put(role.value, role)
    return opened


@pytest.mark.parametrize("name", USES)
def test_each_use_is_open_to_the_roles_that_the_table_says(team: OpenCase, name: str) -> None:
    """Everybody else, and whoever is not named, is refused, and nothing is changed."""
    action, use = USES[name]
    for who in [*TeamRole, "stranger"]:
        case = team(str(who))
        if who in ALLOWED and action in ALLOWED[TeamRole(who)]:
            use(case)
            continue
        before, originals = _dump(case), list(case._desk.store.originals.all())
        with pytest.raises(NotAllowed) as caught:
            use(case)
        assert caught.value.next_step
        assert _dump(case) == before
        assert list(case._desk.store.originals.all()) == originals


def test_a_case_without_people_is_open_to_everybody(case: Case) -> None:
    """On one's own machine nobody is asked who they are."""
    assert case.people.list() == ()
    case.review.require(2)
    assert case.review.reviewers == 2


def test_the_first_person_is_an_admin(case: Case) -> None:
    """Nobody can lock everybody out, themselves included."""
    with pytest.raises(Refused, match="No admin"):
        case.people.put("ana", "reviewer")
    assert case.people.list() == ()
    assert case.people.put("ana", "admin") == Person("ana", TeamRole.ADMIN)
    with pytest.raises(Refused, match="No admin"):
        case.people.put("ana", "reader")


def test_a_role_can_be_changed_and_the_chain_tells(case: Case) -> None:
    """The old and the new role stand in the audit chain."""
    case.people.put("ana", "admin")
    case.people.put("ben", "reader")
    case.people.put("ben", TeamRole.REVIEWER)
    assert case.people.list() == (Person("ana", TeamRole.ADMIN), Person("ben", TeamRole.REVIEWER))
    entries = case.audit.list().items
    assert [dict(entry.detail) for entry in entries] == [
        {"name": "ana", "old": None, "new": "admin"},
        {"name": "ben", "old": None, "new": "reader"},
        {"name": "ben", "old": "reader", "new": "reviewer"},
    ]
    assert case.audit.verify() == ()


def test_a_role_that_is_none_is_refused(case: Case) -> None:
    """With the roles there are."""
    with pytest.raises(InputError) as caught:
        case.people.put("ana", "king")
    assert "adjudicator" in caught.value.next_step


def test_everybody_who_is_named_may_read() -> None:
    """No role is without the right to look."""
    assert all(Action.READ in actions for actions in ALLOWED.values())
    assert set(ALLOWED) == set(TeamRole)


def test_a_role_that_the_program_does_not_know_covers_nothing() -> None:
    """A row that was changed behind the program's back opens no door."""
    with pytest.raises(NotAllowed):
        check({"ana": "king"}, "ana", Action.READ)
