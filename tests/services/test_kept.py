"""What is gathered of a whole case is made once, shared by those who see the same, and never behind what was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

import pytest

from claims.model import Incident, PairKey, Particulars, SameEvent
from claims.services import Case, incidents, open_case
from claims.services.kept import Kept
from claims.services.material import Material, material
from claims.store.audit import Act
from claims.store.engine import Reader
from claims.store.store import Store
from claims.store.writer import Writer

from .test_grouping import LATER, told

__all__ = ["told"]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was gathered, in the order of it."""
    done: list[str] = []
    grouped = Material.incidents

    def gather(connection: Reader, kept: Kept) -> Material:
        done.append("material")
        return material(connection, kept=kept)

    def group(found: Material, firm: Mapping[PairKey, SameEvent]) -> tuple[Incident, ...]:
        done.append("incidents")
        return grouped(found, firm)

    monkeypatch.setattr(incidents, "material", gather)
    monkeypatch.setattr(Material, "incidents", group)
    return done


def _together(case: Case, key: PairKey) -> bool:
    return any({key.left, key.right} <= set(one.claims) for one in case.incidents.list())


def _inside(case: Case) -> PairKey:
    """A pair whose claims are of one incident."""
    return next(item.key for item in case.pairs.list().items if _together(case, item.key))


def test_it_is_made_once_for_all_who_see_the_same(told: Case, counted: list[str]) -> None:
    """The list, an incident and what was said of it, the matrix and the timeline, for two people, also while answers are missing."""
    told.review.require(2)
    for who in ("ana", "ben"):
        acting = told.acting_as(who)
        for one in acting.incidents.list():
            acting.incidents.get(one.id)
            acting.incidents.history(one.id)
        acting.incidents.matrix()
        acting.incidents.timeline()
    assert counted == ["material", "incidents"]


def test_how_much_was_gone_over_can_be_asked_meanwhile(
    told: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read, then what documents tell together; and from the beginning again once the case has changed."""
    shares: list[float] = []
    grouped = Material.incidents

    def group(found: Material, firm: Mapping[PairKey, SameEvent]) -> tuple[Incident, ...]:
        shares.append(told.incidents.progress())
        return grouped(found, firm)

    monkeypatch.setattr(Material, "incidents", group)
    for _ in range(2):
        told.incidents.list()
        assert shares == [pytest.approx(0.5)]
        assert told.incidents.progress() == pytest.approx(0.85)
        shares.clear()
        shares.clear()
        key = told.pairs.list().items[0].key
        told.review.decide(key, relation="unsure")


def test_nothing_is_gathered_while_the_case_is_held(
    told: Case, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a merge, a split or a conclusion all is gathered before, so that nobody waits who wants to write."""
    inside, (one, other, *_) = _inside(told).left, told.incidents.list()
    acts: list[Callable[[], object]] = [
        lambda: told.verdicts.confirm("claim", inside),
        lambda: told.verdicts.override("incident", one.id, "contested", reason="both say so"),
        lambda: told.incidents.split(inside, [inside]),
        lambda: told.incidents.merge([one.id, other.id]),
    ]
    writing = Store.writing

    def held(store: Store, act: Act) -> AbstractContextManager[Writer]:
        counted.append("held")
        return writing(store, act)

    monkeypatch.setattr(Store, "writing", held)
    for act in acts:
        counted.clear()
        act()
        assert counted[-1] == "held"
    assert counted == ["material", "incidents", "held"]


def test_whoever_sees_a_word_of_their_own_shares_it_with_nobody(
    told: Case, counted: list[str]
) -> None:
    """In whatever order both ask; whoever sees what they saw before keeps it; when all have answered, it is there for all.

    What is hidden lets nothing be made anew for others: how long they wait tells them nothing.
    """
    told.review.require(2)
    key = _inside(told)
    ana, ben = told.acting_as("ana"), told.acting_as("ben")
    ben.incidents.split(key.left, [key.left])
    counted.clear()
    for _ in range(2):
        assert not _together(ben, key)
        assert _together(ana, key)
    assert counted == ["incidents"]
    for item in told.pairs.list().items:
        for who in ("ana", "ben"):
            told.review.decide(item.key, relation="unsure", by=who)
    assert not _together(ana, key)
    assert ana.incidents.list() is ben.incidents.list()


def test_own_answers_are_on_one_s_own_sheets_alone(told: Case) -> None:
    """Though what the sheets are made of is shared."""
    told.review.require(2)
    ana, ben = told.acting_as("ana"), told.acting_as("ben")
    before = ana.incidents.sheets()
    assert ben.incidents.sheets() == before
    ben.review.decide(_inside(told), relation="agree")
    own = ben.incidents.sheets()
    assert ana.incidents.sheets() == before
    assert own != before
    assert ben.incidents.sheets() == own


def _acts(case: Case, text: str) -> dict[str, Callable[[], object]]:
    """Changes of each kind that incidents follow, in an order in which each can be done."""
    key = _inside(case)
    document = case.documents.list().items[0].id
    return {
        "decide": lambda: case.review.decide(key, relation="not_comparable"),
        "undo": case.review.undo,
        "split": lambda: case.incidents.split(key.left, [key.left]),
        "take back": case.incidents.undo,
        "describe": lambda: case.documents.describe(document, Particulars(published="2019-05-04")),
        "reject": lambda: case.claims.reject(key.left),
        "restore": case.claims.undo,
        "add": lambda: case.documents.add_bytes(text.encode(), name="more.txt"),
        "compare": case.pairs.compare,
        "require": lambda: case.review.require(2),
    }


@pytest.mark.parametrize("through_another", [False, True])
def test_it_is_never_behind_what_was_written(told: Case, *, through_another: bool) -> None:
    """After each change, here or through another opening of the case, it is what a fresh reader sees."""
    told.incidents.list()
    with open_case(told.settings) as other:
        for name, act in _acts(other if through_another else told, LATER).items():
            act()
            with open_case(told.settings) as fresh:
                assert told.incidents.list() == fresh.incidents.list(), name
                assert told.incidents.sheets() == fresh.incidents.sheets(), name
                assert told.incidents.matrix() == fresh.incidents.matrix(), name
                assert told.incidents.timeline() == fresh.incidents.timeline(), name


def test_with_another_state_only_what_changed_is_read_and_made_again(
    told: Case, counted: list[str]
) -> None:
    """Claims that stay are the very same; what changes nothing that incidents rest on leaves them be."""
    before, claims = told.incidents.list(), told.incidents.claims()
    counted.clear()
    told.people.put("ana", "admin")
    assert told.incidents.list() is before
    assert counted == ["material"]
    key = _inside(told)
    told.claims.reject(key.left)
    now = told.incidents.claims()
    assert key.left in claims
    assert key.left not in now
    assert all(now[name] is claims[name] for name in now)


def test_grouping_holds_up_no_writer(told: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is made after the transaction that read what it is made of."""
    grouped = Material.incidents
    impatient = told.settings.model_copy(update={"lock_timeout": 1.0})

    def group(found: Material, firm: Mapping[PairKey, SameEvent]) -> tuple[Incident, ...]:
        with open_case(impatient, actor="ana") as other:
            other.people.put("ana", "admin")
        return grouped(found, firm)

    monkeypatch.setattr(Material, "incidents", group)
    assert told.incidents.list()
