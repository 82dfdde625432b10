"""Who may do what, once people are named."""

# ruff: noqa: ARG005 - not every way of acting needs the pair

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.errors import InputError, NotAllowed, NotFound, Refused, Stale
from claims.model import CasePlace, Claim, PairKey
from claims.review.roles import ALLOWED, Action, TeamRole, check
from claims.services import Case, Person, open_case
from claims.store import claims
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS

Use = Callable[[Case], object]

DOCUMENT = hashlib.sha256(TWO_ACCOUNTS.encode()).hexdigest()[:16]


def _standing(case: Case) -> tuple[Claim, ...]:
    """The claims that stand, whoever asks."""
    with case._desk.store.reading() as connection:
        return claims.all_live(connection)


def _first(case: Case) -> Claim:
    return _standing(case)[0]


def _halves(claim: Claim) -> list[tuple[int, int]]:
    middle = (claim.span.start + claim.span.end) // 2
    return [(claim.span.start, middle), (middle, claim.span.end)]


def _and_back(use: Use) -> Use:
    """An edit and its undo, so that the next one finds what this one found."""

    def both(case: Case) -> object:
        use(case)
        return case.claims.undo()

    return both


def _accept(case: Case) -> object:
    """Nothing waits here: who may accept gets as far as being told so."""
    try:
        return case.claims.accept(_first(case).id)
    except Stale:
        return None


def _keep(case: Case) -> object:
    """There is no such edit: who may keep one gets as far as being told so."""
    try:
        return case.claims.keep(99)
    except NotFound:
        return None


_PLACE = CasePlace("somewhere", "Somewhere")

USES: dict[str, tuple[Action, Use]] = {
    "documents.list": (Action.READ, lambda case: case.documents.list()),
    "documents.get": (Action.READ, lambda case: case.documents.get(DOCUMENT)),
    "documents.head": (Action.READ, lambda case: case.documents.head(DOCUMENT)),
    "documents.extraction": (Action.READ, lambda case: case.documents.extraction(DOCUMENT)),
    "documents.original": (Action.READ, lambda case: case.documents.original(DOCUMENT)),
    "documents.find": (Action.READ, lambda case: case.documents.find("accounts.txt")),
    "claims.list": (Action.READ, lambda case: case.claims.list()),
    "claims.get": (Action.READ, lambda case: case.claims.get(_claim(case))),
    "claims.find": (Action.READ, lambda case: case.claims.find(_claim(case))),
    "pairs.get": (Action.READ, lambda case: case.pairs.get(_key(case))),
    "pairs.list": (Action.READ, lambda case: case.pairs.list()),
    "pairs.count": (Action.READ, lambda case: case.pairs.count()),
    "review.queue": (Action.READ, lambda case: case.review.queue()),
    "review.history": (Action.READ, lambda case: case.review.history(_key(case))),
    "review.reviewers": (Action.READ, lambda case: case.review.reviewers),
    "review.decisions": (Action.READ, lambda case: case.review.decisions()),
    "review.progress": (Action.READ, lambda case: case.review.progress()),
    "verdicts.compute": (Action.READ, lambda case: case.verdicts.compute()),
    "report.content": (Action.READ, lambda case: case.report.content()),
    "report.build": (Action.READ, lambda case: case.report.build()),
    "problems.list": (Action.READ, lambda case: case.problems.list()),
    "problems.page": (Action.READ, lambda case: case.problems.page()),
    "people.list": (Action.READ, lambda case: case.people.list()),
    "audit.head": (Action.READ, lambda case: case.audit.head()),
    "audit.list": (Action.READ, lambda case: case.audit.list()),
    "claims.of": (Action.READ, lambda case: case.claims.of(DOCUMENT)),
    "claims.asking": (Action.READ, lambda case: case.claims.asking()),
    "claims.history": (Action.READ, lambda case: case.claims.history(_first(case).id)),
    "claims.revisions": (Action.READ, lambda case: case.claims.revisions(_first(case).id)),
    "claims.split": (
        Action.EDIT,
        _and_back(lambda case: case.claims.split(_first(case), _halves(_first(case)))),
    ),
    "claims.merge": (
        Action.EDIT,
        _and_back(lambda case: case.claims.merge(*_standing(case)[:2])),
    ),
    "claims.anchor": (
        Action.EDIT,
        _and_back(lambda case: case.claims.anchor(_first(case), _halves(_first(case))[0])),
    ),
    "claims.correct": (
        Action.EDIT,
        _and_back(lambda case: case.claims.correct(_first(case), "modality", "denied")),
    ),
    "claims.add": (
        Action.EDIT,
        _and_back(lambda case: case.claims.add(DOCUMENT, _halves(_first(case))[1])),
    ),
    "claims.reject": (Action.EDIT, _and_back(lambda case: case.claims.reject(_first(case)))),
    "claims.accept": (Action.EDIT, _accept),
    "claims.keep": (Action.EDIT, _keep),
    "claims.undo": (Action.EDIT, lambda case: case.claims.undo()),
    "documents.extract_again": (Action.ADD, lambda case: case.documents.extract_again()),
    "documents.add": (Action.ADD, lambda case: case.documents.add_bytes(b"A", name="n")),
    "pairs.compare": (Action.COMPARE, lambda case: case.pairs.compare()),
    "review.decide": (
        Action.DECIDE,
        lambda case: case.review.decide(_key(case), relation="agree"),
    ),
    "review.undo": (Action.DECIDE, lambda case: case.review.undo()),
    "case.dump": (Action.EXPORT, lambda case: case.dump(io.StringIO())),
    "case.load": (Action.IMPORT, lambda case: case.load(io.StringIO(_dump(case)))),
    "report.people": (Action.MANAGE, lambda case: case.report.people("neither")),
    "review.require": (Action.MANAGE, lambda case: case.review.require(2)),
    "wordlist.put": (Action.EDIT, lambda case: case.wordlist.put(_PLACE)),
    "wordlist.use_check": (
        Action.MANAGE,
        lambda case: case.wordlist.use_check("weekday", on=False),
    ),
    "people.put": (Action.MANAGE, lambda case: case.people.put("eve", "reader")),
}


def _claim(case: Case) -> str:
    return _key(case).split("~")[0]


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


@pytest.mark.parametrize("name", USES)
def test_whoever_acts_is_asked_for_their_role_and_not_who_opened_the_case(
    team: OpenCase, name: str
) -> None:
    """A server that an admin started lends nobody the admin's rights, nor takes anybody's away."""
    action, use = USES[name]
    for opener in ("admin", "stranger"):
        shared = team(opener)
        for who in [*TeamRole, "nobody"]:
            acting = shared.acting_as(str(who))
            if who in ALLOWED and action in ALLOWED[TeamRole(who)]:
                use(acting)
            else:
                with pytest.raises(NotAllowed, match=str(who)):
                    use(acting)
        assert shared.actor == opener


def test_the_record_names_who_acts(case: Case) -> None:
    """In every row, whoever opened the case."""
    hana = case.acting_as("hana")
    hana.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    hana.pairs.compare()
    hana.review.decide(_key(case), relation="unsure")
    hana.review.undo()
    case.acting_as("rami").review.require(2)
    hana.people.put("hana", "admin")
    entries = case.acting_as("hana").audit.list().items
    assert [entry.actor for entry in entries] == ["hana"] * 4 + ["rami", "hana"]
    assert hana.actor == "hana"
    assert hana.acting_as("").actor == "hana"


@pytest.mark.parametrize(
    "name",
    [
        " ",
        "\t",
        "n" * 201,
        "ana\nben",
        "ana\u202eneb",
        "a\u200bna",
        "ana\udcff",
        "\ufeffana",
        *(
            f"a{sign}na"
            for sign in "\xad\u034f\u061c\u115f\u1160\u3164\u2800\ufe00\ufe0f\U000e0001\U000e007f"
        ),
    ],
)
def test_nobody_acts_without_a_name(case: Case, name: str) -> None:
    """What is no name of a person is refused at once."""
    with pytest.raises(InputError):
        case.acting_as(name)


def test_a_case_without_people_is_open_to_everybody(case: Case) -> None:
    """On one's own machine nobody is asked who they are."""
    assert case.people.list() == ()
    case.review.require(2)
    assert case.review.reviewers == 2


def test_nobody_sees_blind_answers_by_asking_for_fewer_reviewers(compared: Case) -> None:
    """Not where nobody is named, whether there are answers or not; an admin can knowingly, and the record tells."""
    compared.review.require(3)
    with pytest.raises(Refused, match="given blindly") as before:
        compared.review.require(2)
    key = compared.pairs.list().items[0].key
    for name in ("ben", "eve"):
        compared.review.decide(key, relation="agree", by=name)
    for fewer in (1, 2):
        for knowingly in (False, True):
            with pytest.raises(Refused, match="given blindly") as refused:
                compared.acting_as("ben").review.require(fewer, knowingly=knowingly)
            assert str(refused.value) == str(before.value)
    assert compared.review.history(key) == ()
    assert compared.review.reviewers == 3

    compared.people.put("ana", "admin")
    compared.people.put("ben", "reviewer")
    with pytest.raises(NotAllowed):
        compared.acting_as("ben").review.require(2, knowingly=True)
    with pytest.raises(Refused, match="given blindly"):
        compared.review.require(2)
    compared.review.require(2, knowingly=True)
    last = compared.audit.list().items[-1]
    assert (last.actor, last.action) == ("ana", "set reviewers")
    assert dict(last.detail) == {"old": 3, "new": 2, "opened": 1}
    assert len(compared.review.history(key)) == 2
    assert compared.audit.verify() == ()


def test_fewer_reviewers_can_be_asked_for_once_all_have_answered(compared: Case) -> None:
    """Then nothing is hidden, and whoever may manage the case sets what it likes."""
    compared.review.require(2)
    for item in compared.pairs.list().items:
        for name in ("ana", "ben"):
            compared.review.decide(item.key, relation="agree", by=name)
    compared.review.require(1)
    assert compared.review.reviewers == 1


def test_an_admin_always_remains_and_the_refusal_names_the_next_command(case: Case) -> None:
    """Nobody can lock everybody out, themselves included."""
    with pytest.raises(Refused, match="No admin") as refused:
        case.people.put("ana", "reviewer")
    assert "`claims people ana --role admin`" in refused.value.next_step
    assert case.people.list() == ()
    assert case.people.put("ana", "admin") == Person("ana", TeamRole.ADMIN)
    with pytest.raises(Refused, match="No admin") as refused:
        case.people.put("ana", "reader")
    assert "another admin first: `claims people NAME --role admin`" in refused.value.next_step


def test_the_first_who_is_named_may_have_any_role_for_whoever_made_the_case_is_admin(
    compared: Case,
) -> None:
    """So a team begins with its first reviewer; whoever made the case cannot begin with less than admin."""
    with pytest.raises(Refused, match="No admin"):
        compared.people.put("ana", "reviewer")
    assert compared.people.put("ben", "reviewer") == Person("ben", TeamRole.REVIEWER, "ana")
    assert compared.people.list() == (
        Person("ana", TeamRole.ADMIN),
        Person("ben", TeamRole.REVIEWER),
    )
    assert compared.audit.verify() == ()


def test_naming_the_first_person_does_not_lock_out_whoever_made_the_case(compared: Case) -> None:
    """Whoever else names whom: the maker is an admin as well, and the chain tells."""
    assert compared.acting_as("eve").people.put("ben", "admin").maker == "ana"
    assert compared.people.list() == (Person("ana", TeamRole.ADMIN), Person("ben", TeamRole.ADMIN))
    assert compared.audit.list().items[-1].detail["maker"] == "ana"
    assert compared.people.put("ben", "reader").maker == ""
    with pytest.raises(NotAllowed):
        compared.acting_as("eve").people.list()
    assert compared.audit.verify() == ()


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


ANOTHER: dict[str, Callable[[Case, PairKey], object]] = {
    "acting_as": lambda case, key: case.acting_as("ben"),
    "decide": lambda case, key: case.review.decide(key, relation="agree", by="ben"),
    "undo": lambda case, key: case.review.undo(by="ben"),
    "queue": lambda case, key: case.review.queue(reviewer="ben"),
    "next": lambda case, key: case.review.next(reviewer="ben"),
    "history": lambda case, key: case.review.history(key, reviewer="ben"),
    "decisions": lambda case, key: case.review.decisions(reviewer="ben"),
    "pairs": lambda case, key: case.pairs.get(key, reviewer="ben"),
    "edit": lambda case, key: case.claims.reject(key.left, "no", by="ben"),
    "people": lambda case, key: case.people.put("eve", "reader", by="ben"),
}
"""Every way of saying who acts."""


@pytest.mark.parametrize("way", ANOTHER)
def test_where_it_is_established_who_acts_no_other_name_is_taken(compared: Case, way: str) -> None:
    """Whichever way it is said; one's own name may be said, and others can be named."""
    key = compared.pairs.list().items[0].key
    ana = compared.acting_as("ana", only=True)
    with pytest.raises(NotAllowed, match="does not act as ben"):
        ANOTHER[way](ana, key)
    assert ana.acting_as("ana").review.decide(key, relation="agree", by="ana").by == "ana"
    assert ana.people.put("ben", "admin").name == "ben"
    assert compared.acting_as("ben").review.history(key)[0].by == "ana"


def test_two_spellings_of_one_name_are_not_two_reviewers(compared: Case) -> None:
    """Nobody answers twice as bob and BOB, in a case without people as in one with; an older spelling stays valid."""
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="agree", by="bob")
    for other in ("BOB", "Bob ", "ｂｏｂ"):
        with pytest.raises(Refused, match="bob is known in this case"):
            compared.review.decide(key, relation="agree", by=other)
    compared.review.decide(key, relation="unsure", by=" bob ")
    assert {row.by for row in compared.review.history(key)} == {"bob"}
    with pytest.raises(Refused, match="look like one person"):
        compared.people.put("BoB", "reviewer")
    compared.people.put("bob", "admin")
    with pytest.raises(NotAllowed, match="but bob does, which looks the same"):
        compared.review.decide(key, relation="agree", by="BOB")


@pytest.mark.parametrize("there", [True, False])
def test_a_refused_spelling_does_not_tell_who_else_answers_blindly(
    compared: Case, *, there: bool
) -> None:
    """BOB is refused in the same words whether or not bob has answered; nobody answers twice, and names from before stay valid."""
    compared.review.decide(compared.pairs.list().items[1].key, relation="agree", by="Ana L.")
    compared.review.require(2)
    key = compared.pairs.list().items[0].key
    if there:
        compared.review.decide(key, relation="agree", by="bob")
    for act in (
        lambda: compared.review.decide(key, relation="agree", by="BOB"),
        compared.acting_as("BOB").review.undo,
        lambda: compared.people.put("BOB", "admin"),
    ):
        with pytest.raises(Refused, match="nobody is named: BOB is written as bob") as caught:
            act()
        assert "known" not in f"{caught.value}"
    compared.review.decide(key, relation="unsure", by="bob")
    compared.review.decide(key, relation="unsure", by="Ana L.")
    assert {row.by for row in compared.review.decisions()} == {"Ana L.", "bob"}
    with pytest.raises(Refused, match="is known in this case"):
        compared.review.decide(key, relation="unsure", by="ana l.")


@pytest.mark.parametrize("there", [True, False])
def test_naming_somebody_does_not_tell_who_answered_blindly(compared: Case, *, there: bool) -> None:
    """Ben answered before anybody was named, or did not: the same names are refused, in the same words; those of whom everybody knows still are."""
    compared.review.require(2)
    if there:
        compared.review.decide(compared.pairs.list().items[0].key, relation="agree", by="ben")
    compared.people.put("ana", "admin")
    compared.people.put("Bén", "reviewer")
    for other in ("BÉN", "ben"):
        with pytest.raises(Refused, match="and Bén is known in this case"):
            compared.people.put(other, "reviewer")
    with pytest.raises(Refused, match="and ana is known in this case"):
        compared.people.put("ANA", "reviewer")
    assert [each.name for each in compared.people.list()] == ["Bén", "ana"]


@pytest.mark.parametrize("there", [True, False])
def test_a_file_does_not_tell_either_who_else_answers_blindly(
    compared: Case, tmp_path: Path, *, there: bool
) -> None:
    """BOB brings what he answered at home: he is asked to write his name plainly, whether or not bob is at work."""
    compared.review.require(2)
    key = compared.pairs.list().items[0].key
    stream = io.StringIO()
    compared.dump(stream, knowingly=True)
    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(stream.getvalue()))
        home.people.put("ana", "admin")
        home.people.put("BOB", "reviewer")
        home.review.decide(key, relation="unsure", by="BOB")
        back = io.StringIO()
        home.acting_as("BOB").dump(back, mine=True)
    if there:
        compared.review.decide(key, relation="agree", by="bob")
    with pytest.raises(Refused, match="BOB is written as bob"):
        compared.load(io.StringIO(back.getvalue()), knowingly=True)


def test_a_file_brings_no_second_spelling(compared: Case, tmp_path: Path) -> None:
    """What BOB answered at home is not counted beside what bob answered here."""
    key = compared.pairs.list().items[0].key
    stream = io.StringIO()
    compared.dump(stream)
    with open_case(tmp_path / "home.db", actor="BOB", stages=STAGES) as home:
        home.load(io.StringIO(stream.getvalue()))
        home.review.decide(key, relation="unsure")
        back = io.StringIO()
        home.dump(back, mine=True)
    compared.review.decide(key, relation="agree", by="bob")
    with pytest.raises(Refused, match="BOB in the file and bob look like one person"):
        compared.load(io.StringIO(back.getvalue()), knowingly=True)


@pytest.mark.parametrize(
    ("one", "other"), [("ape", "\u0430\u0440\u0435"), ("أحمد", "احمد"), ("Alan", "A1an")]
)
def test_nobody_is_named_twice_under_names_that_look_alike(
    compared: Case, one: str, other: str
) -> None:
    """Whoever reviews a pair does not settle it under a name that nobody tells from their own."""
    compared.people.put("lead", "admin")
    compared.people.put(one, "reviewer")
    with pytest.raises(Refused, match="look like one person"):
        compared.people.put(other, "adjudicator")


def test_who_reviewed_a_pair_does_not_settle_it_under_a_look_alike_name(compared: Case) -> None:
    """Also where nobody is named, and a second spelling is not told from a newcomer."""
    compared.review.require(2)
    key = compared.pairs.list().items[0].key
    for by, relation in (("ape", "agree"), ("ben", "unsure")):
        compared.review.decide(key, relation=relation, by=by)
    with pytest.raises(NotAllowed, match="reviewed pair"):
        compared.acting_as("\u0430\u0440\u0435").adjudication.settle(
            key, relation="agree", ground="evidence"
        )
