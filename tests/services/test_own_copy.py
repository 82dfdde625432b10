"""A copy that began with the part handed to somebody is theirs: they take later files into it, whatever their role."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims.errors import NotAllowed, Refused
from claims.services import Case, Settings, open_case
from tests.stages import STAGES


@pytest.fixture
def team(compared: Case) -> Case:
    """A case for two with ana as admin and two reviewers."""
    for name, role in (("ana", "admin"), ("ben", "reviewer"), ("cay", "reviewer")):
        compared.people.put(name, role)
    compared.review.require(2)
    return compared


def _part(case: Case, who: str) -> io.StringIO:
    stream = io.StringIO()
    case.acting_as(who).dump(stream, mine=True)
    stream.seek(0)
    return stream


@contextmanager
def _at_home(case: Case, folder: Path, actor: str = "ben") -> Iterator[Case]:
    """Ben's copy, opened by somebody."""
    settings = Settings(case=str(folder / "home.db"), actor=actor)
    with open_case(settings, stages=STAGES) as home:
        home.load(_part(case, "ben"))
        yield home


def test_a_reviewer_takes_the_newer_part_of_the_case_into_their_copy(
    team: Case, tmp_path: Path
) -> None:
    """A document came meanwhile: it is in the copy, ben's own word stays, and what he says next is taken in by the case."""
    key = team.pairs.list().items[0].key
    with _at_home(team, tmp_path) as home:
        home.review.decide(key, relation="agree")
        team.documents.add_bytes(b"Other (monitor): tuesday shed\n", name="b.txt")
        team.pairs.compare()
        report = home.load(_part(team, "ben"))
        assert (report.documents, report.pairs) == (1, 2)
        assert [row.by for row in home.review.history(key)] == ["ben"]
        new = next(item.key for item in home.review.queue() if item.key != key)
        home.review.decide(new, relation="unsure")
        team.load(_part(home, "ben"), sender="ben")
    assert {row.key for row in team.review.decisions(reviewer="ben")} == {key, new}
    assert team.audit.verify() == ()


def test_the_newer_part_brings_what_all_had_answered_meanwhile(team: Case, tmp_path: Path) -> None:
    """Ben's copy takes in ana's and cay's words as his own part of the case tells them; the case takes none back in their names."""
    first, second = (item.key for item in team.pairs.list().items[:2])
    with _at_home(team, tmp_path) as home:
        for name in ("ana", "cay"):
            team.acting_as(name).review.decide(first, relation="agree")
        home.load(_part(team, "ben"))
        assert {row.by for row in home.review.history(first)} == {"ana", "cay"}
        assert home.audit.verify() == ()
        home.acting_as("ana").review.decide(second, relation="agree")
        home.acting_as("cay").review.decide(second, relation="agree")
        with pytest.raises(Refused, match=r"words of others: ana: 1, cay: 1\."):
            team.load(_part(home, "ben"), sender="ben")


def test_into_the_case_itself_and_anothers_copy_nobody_does_without_the_role(
    team: Case, tmp_path: Path
) -> None:
    """Ben may not in the case, nor cay in ben's copy."""
    part = _part(team, "ben")
    with pytest.raises(NotAllowed, match="take in a file"):
        team.acting_as("ben").load(part)
    with _at_home(team, tmp_path) as home, pytest.raises(NotAllowed, match="take in a file"):
        home.acting_as("cay").load(_part(team, "ben"))


def test_who_may_not_take_pairs_is_told_whom_to_ask(team: Case) -> None:
    """The admin by name, as in every other refusal for a role."""
    team.people.put("eve", "adjudicator")
    with pytest.raises(NotAllowed) as caught:
        team.acting_as("eve").review.next()
    assert "ana" in caught.value.next_step
