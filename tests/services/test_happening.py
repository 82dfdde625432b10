"""Incidents made part by part are those that are made of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import beside
from claims.comparison.compare import compare
from claims.model import Claim, Comparison, Matter, Source
from claims.report.exports.source import Happened, happened
from claims.services import Case, open_case
from claims.services.happening import each_happened
from claims.services.incidents import incidents_in
from claims.services.parting import Parts
from claims.services.spilling import InOrder
from claims.services.verdicts import Concluded
from claims.store import claims, documents
from claims.store.engine import Reader

ARTICLES = Path("seeds")


@pytest.fixture
def judged(tmp_path: Path) -> Case:
    """The sample articles, with decisions, words on incidents and a conclusion."""
    case = open_case(tmp_path / "case.db", actor="ana")
    case.documents.add(ARTICLES)
    case.pairs.compare()
    first, second, *_ = (each.key for each in case.pairs.list().items)
    case.review.decide(first, relation="agree")
    case.review.decide(second, relation="not_comparable", same_event="no")
    one, other, *_ = case.incidents.list()
    case.incidents.merge([one.id, other.id])
    case.verdicts.confirm("incident", case.incidents.list()[-1].id)
    return case


def intact(name: str, error: Exception) -> None:
    """Nothing is damaged here."""
    raise AssertionError(name) from error


def whole(connection: Reader) -> list[Happened]:
    """All of them at once."""
    found = incidents_in(connection)
    known = {claim.id: claim for claim in claims.all_live(connection)}
    heads = documents.heads(connection, sorted({each.document for each in known.values()}))
    said = Concluded(connection, Matter.INCIDENT, None).outcomes(tuple(known.values()), found)
    grades = {each.proposal.id: each for each in said}
    return [happened(one, known, heads, grades) for one in found]


@pytest.mark.parametrize("at_once", [1, 40, 10_000])
def test_parts_give_what_the_whole_gives(judged: Case, at_once: int) -> None:
    """The same incidents with the same content in the same order, however few claims are in memory."""
    with judged.verdicts._desk.reading() as connection:
        expected = whole(connection)
        assert list(each_happened(connection, intact, at_once=at_once)) == expected
    assert len(expected) > 20


def test_what_one_source_tells_in_several_documents_is_in_one_part(tmp_path: Path) -> None:
    """Though no pair leads from one post to the next."""
    case = open_case(tmp_path / "posts.db", actor="ana")
    for number, told in enumerate(("wounded four", "wounded four", "killed two")):
        text = f"Post {number}. Shelling of the market of Tawergha on 9 March 2016 {told} people."
        case.documents.add_bytes(
            text.encode(), name=f"{number}.txt", publisher=Source("Coast Watch")
        )
    case.pairs.compare()
    with case.verdicts._desk.reading() as connection:
        expected = whole(connection)
        assert list(each_happened(connection, intact, at_once=1)) == expected
    assert len({one.incident.id for one in expected}) < 3


@given(st.data())
def test_what_is_tied_is_in_one_part_and_nothing_else_is(data: st.DataObject) -> None:
    """Numbers that were joined, over any number of others, come out together; every number comes out once."""
    size = data.draw(st.integers(0, 20))
    there = data.draw(st.sets(st.integers(0, size)))
    parts, near = Parts(size), {number: {number} for number in there}
    for number in there:
        parts.add(number)
    ties = data.draw(st.lists(st.tuples(st.integers(-1, size), st.integers(-1, size))))
    for tie in ties:
        parts.join_all(tie)
        if near.keys() >= set(tie):
            joined = near[tie[0]] | near[tie[1]]
            near.update(dict.fromkeys(joined, joined))

    assert sorted(parts.several(1)) == sorted({tuple(sorted(each)) for each in near.values()})
    assert sorted(sum(parts.several(3), ())) == sorted(there)
    assert len(parts) == len(there)


@given(st.lists(st.tuples(st.integers(), st.text()), unique_by=lambda each: each[0]))
def test_things_come_back_in_the_order_of_their_keys(things: list[tuple[int, str]]) -> None:
    """More than fit in memory, in any order."""
    with InOrder[str](in_memory=3) as kept:
        for key, thing in things:
            kept.put((key,), thing)
        assert len(kept) == len(things)
        assert list(kept) == [thing for _, thing in sorted(things)]
        assert list(kept) == [thing for _, thing in sorted(things)]


@pytest.mark.parametrize("at_once", [1, 10_000])
def test_claims_of_one_document_are_compared_once(
    judged: Case, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ties them is kept on the disk from seeing what belongs together until incidents are made."""
    done: list[tuple[str, str]] = []

    def counted(one: Claim, other: Claim) -> Comparison:
        done.append((one.id, other.id))
        return compare(one, other)

    monkeypatch.setattr(beside, "compare", counted)
    with judged.verdicts._desk.reading() as connection:
        assert list(each_happened(connection, intact, at_once=at_once))

    assert len(done) == len(set(done)) > 100
