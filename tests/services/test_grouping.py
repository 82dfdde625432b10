"""Merges and splits of incidents by people: they win over suggestions, stay, and can be taken back."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.errors import NotAllowed, NotFound, Refused
from claims.model import GroupingKind
from claims.services import Case, Settings, open_case

OFFICIAL = "The defence ministry said aircraft of the Coalition struck a depot of ISIS in Raqqa on 3 May 2019."
LOCAL = "Local networks said the Coalition struck a checkpoint of the Syrian army in Raqqa on 3 May 2019."
ELSEWHERE = "The health ministry said a raid on Saada killed four people on 9 August 2018."
LATER = "Monitors said aircraft of the Coalition struck a depot of ISIS in Raqqa on 3 May 2019."


def _add(case: Case, **texts: str) -> None:
    for name, text in texts.items():
        case.documents.add_bytes(text.encode(), name=f"{name}.txt")
    case.pairs.compare()


@pytest.fixture
def told(made: Settings) -> Iterator[Case]:
    """Two accounts of one strike and one of another, compared."""
    with open_case(made) as case:
        _add(case, official=OFFICIAL, local=LOCAL, elsewhere=ELSEWHERE)
        yield case


def _of(case: Case, quote: str) -> str:
    """The id of the strike claim with these words."""
    return next(
        claim.id
        for claim in case.claims.list().items
        if quote in claim.quote and claim.kind == "strike"
    )


def _together(case: Case, one: str, other: str) -> bool:
    return other in case.incidents.get(one).incident.claims


def test_a_split_stays_whatever_is_compared_or_added_later(told: Case) -> None:
    """Both parts stay apart, and a later account joins one of them at most."""
    depot, checkpoint = _of(told, "depot"), _of(told, "checkpoint")
    assert _together(told, depot, checkpoint)

    said = told.incidents.split(depot, [checkpoint], reason="two strikes")
    _add(told, later=LATER)

    assert said.said is not None
    assert (said.said.kind, said.said.reason) == (GroupingKind.SPLIT, "two strikes")
    assert not _together(told, depot, checkpoint)
    assert told.audit.verify() == ()


def test_a_merge_joins_what_nobody_suggests_and_keeps_the_older_name(told: Case) -> None:
    """Whoever asks by the name of before still finds it."""
    depot, raid = _of(told, "depot"), _of(told, "Saada")
    older = told.incidents.get(depot).incident.id
    younger = told.incidents.get(raid).incident.id

    told.incidents.merge([younger, older])
    told.pairs.compare()

    assert _together(told, depot, raid)
    assert told.incidents.get(younger).incident.id == older


def test_undo_gives_the_suggestion_its_say_again_one_word_at_a_time(told: Case) -> None:
    """Also after a restart; then there is nothing left to undo."""
    depot, checkpoint, raid = _of(told, "depot"), _of(told, "checkpoint"), _of(told, "Saada")
    before = told.incidents.list()
    told.incidents.split(depot, [checkpoint])
    told.incidents.merge([depot, raid])

    with open_case(told.settings) as again:
        assert again.incidents.undo() is not None
        assert not _together(again, depot, raid)
        assert not _together(again, depot, checkpoint)
        assert again.incidents.undo() is not None
        assert again.incidents.list() == before
        assert again.incidents.undo() is None
        assert [row.said is None for row in again.incidents.history()] == [False, False, True, True]
        assert again.audit.verify() == ()


def test_the_later_of_two_words_counts(told: Case) -> None:
    """What was split is merged again by whoever knows better, and a mark on the pair does not part it."""
    depot, checkpoint = _of(told, "depot"), _of(told, "checkpoint")
    told.incidents.split(depot, [checkpoint])
    told.acting_as("ben").incidents.merge([depot, checkpoint])
    key = told.pairs.list().items[0].key
    told.review.decide(key, relation="not_comparable")

    assert _together(told, depot, checkpoint)
    assert len(told.incidents.history(depot)) == 2


def test_reviewers_marks_on_pairs_join_and_part(told: Case) -> None:
    """Agreement says one event, also where the gate was left open; not comparable says two."""
    depot, checkpoint = _of(told, "depot"), _of(told, "checkpoint")
    key = told.pairs.list().items[0].key
    told.review.decide(key, relation="not_comparable")
    assert not _together(told, depot, checkpoint)
    told.review.decide(key, relation="agree", same_event="unsure")
    assert _together(told, depot, checkpoint)


def test_what_somebody_else_overruled_is_not_taken_back(told: Case) -> None:
    """A merge that a later split overrules altogether does not stand; the newest word that does is taken back."""
    depot, checkpoint, raid = _of(told, "depot"), _of(told, "checkpoint"), _of(told, "Saada")
    ben = told.acting_as("ben")
    both = sorted(told.incidents.get(depot).incident.claims)
    away = told.incidents.get(raid).incident.claims
    first = told.incidents.merge([depot, raid])
    ben.incidents.split(depot, away)

    assert told.incidents.undo() is None
    assert len(told.incidents.history()) == 2
    assert told.incidents.split(depot, [checkpoint]).said is not None
    back = told.incidents.undo()
    assert back is not None
    assert back.undoes != first.id
    assert sorted(told.incidents.get(depot).incident.claims) == both

    assert ben.incidents.undo() is not None
    assert _together(told, depot, raid)
    again = told.incidents.undo()
    assert again is not None
    assert again.undoes == first.id
    assert not _together(told, depot, raid)
    assert told.audit.verify() == ()


def test_what_is_overruled_in_part_still_stands(told: Case) -> None:
    """Of three that were made one, somebody takes one out: of the others the word still says what it said, and is taken back."""
    depot, checkpoint, raid = _of(told, "depot"), _of(told, "checkpoint"), _of(told, "Saada")
    told.incidents.split(depot, [checkpoint])
    told.acting_as("eve").incidents.merge([depot, checkpoint, raid])
    told.acting_as("ben").incidents.split(depot, [raid])

    assert told.incidents.undo() is None
    assert _together(told, depot, checkpoint)
    assert told.acting_as("eve").incidents.undo() is not None
    assert told.acting_as("eve").incidents.undo() is None
    assert not _together(told, depot, raid)


def test_a_word_holds_for_a_claim_that_is_edited_afterwards(told: Case) -> None:
    """The claim in its place stays where its reviewer put it."""
    depot, checkpoint = _of(told, "depot"), _of(told, "checkpoint")
    told.incidents.split(depot, [checkpoint])
    edit = told.claims.correct(checkpoint, "kind", "clash", reason="men fought")
    told.pairs.compare()

    assert not _together(told, depot, edit.made[0].id)


def test_the_same_submission_is_stored_once(told: Case) -> None:
    """And another one under its token is refused."""
    depot, raid = _of(told, "depot"), _of(told, "Saada")
    first = told.incidents.merge([depot, raid], token="t")
    assert told.incidents.merge([depot, raid], token="t") == first
    others: tuple[Callable[[], object], ...] = (
        lambda: told.incidents.split(depot, [raid], token="t"),
        lambda: told.incidents.merge([depot, _of(told, "checkpoint"), "nothing"], token="t"),
        lambda: told.incidents.merge([depot, _of(told, "checkpoint")], token="t"),
        lambda: told.incidents.merge([depot, raid], reason="another one", token="t"),
        lambda: told.incidents.undo(token="t"),
    )
    for other in others:
        with pytest.raises(Refused, match="stored before"):
            other()
    part = told.incidents.split(depot, [raid], token="s")
    assert told.incidents.split(depot, [raid], token="s") == part
    with pytest.raises(Refused, match="stored before"):
        told.incidents.split(depot, [depot], token="s")
    assert len(told.incidents.history()) == 2
    undone = told.incidents.undo(token="u")
    assert told.incidents.undo(token="u") == undone
    with pytest.raises(Refused, match="stored before"):
        told.incidents.merge([depot, raid], token="u")
    assert len(told.incidents.history()) == 3


def test_what_cannot_be_meant_is_refused(told: Case) -> None:
    """One incident alone, all claims of one, a claim of another one, a name that nothing has."""
    depot, checkpoint, raid = _of(told, "depot"), _of(told, "checkpoint"), _of(told, "Saada")
    with pytest.raises(Refused, match="at least two parts"):
        told.incidents.merge([depot, checkpoint])
    with pytest.raises(Refused, match="at least two parts"):
        told.incidents.split(depot, told.incidents.get(depot).incident.claims)
    with pytest.raises(Refused, match="not in incident"):
        told.incidents.split(depot, [raid])
    with pytest.raises(NotFound, match="no incident"):
        told.incidents.get("nothing")
    assert told.incidents.history() == ()


def test_readers_look_on(told: Case) -> None:
    """Reviewers and adjudicators group, readers do not."""
    told.people.put("ana", "admin")
    told.people.put("rita", "reader")
    told.people.put("joe", "adjudicator")
    depot, raid = _of(told, "depot"), _of(told, "Saada")
    with pytest.raises(NotAllowed):
        told.acting_as("rita").incidents.merge([depot, raid])
    assert told.acting_as("rita").incidents.history() == ()
    told.acting_as("joe").incidents.merge([depot, raid])
    assert _together(told.acting_as("rita"), depot, raid)


def test_nobody_learns_an_answer_from_a_grouping(told: Case) -> None:
    """While answers are missing, a split counts for whoever said it; when all are in, for all."""
    told.review.require(2)
    depot, checkpoint = _of(told, "depot"), _of(told, "checkpoint")
    key = told.pairs.list().items[0].key
    ben = told.acting_as("ben")
    ben.incidents.split(depot, [checkpoint])

    assert not _together(ben, depot, checkpoint)
    assert _together(told, depot, checkpoint)
    assert told.incidents.history() == ()
    assert "split incident" not in {entry.action for entry in told.audit.list().items}

    for name in ("ana", "ben"):
        told.review.decide(key, relation="unsure", by=name)
    assert not _together(told, depot, checkpoint)
    assert len(told.incidents.history()) == 1


def test_words_travel_with_the_case_and_copies_come_together(
    told: Case, blank_file: Path, tmp_path: Path
) -> None:
    """A copy says the same; what was said in both copies stands in both; twice brings nothing new."""
    depot, checkpoint, raid = _of(told, "depot"), _of(told, "checkpoint"), _of(told, "Saada")
    told.incidents.split(depot, [checkpoint], reason="two")
    path = tmp_path / "copy.db"
    path.write_bytes(blank_file.read_bytes())
    with open_case(path, actor="ben") as copy:
        copy.load(io.StringIO(_dump(told)))
        assert copy.incidents.list() == told.incidents.list()
        told.incidents.undo()
        copy.incidents.merge([checkpoint, raid])

        copy.load(io.StringIO(_dump(told)), knowingly=True)
        assert _together(copy, checkpoint, raid)
        assert [row.by for row in copy.incidents.history()] == ["ana", "ben", "ana"]
        told.load(io.StringIO(_dump(copy)), knowingly=True)
        assert told.incidents.list() == copy.incidents.list()
        copy.load(io.StringIO(_dump(told)), knowingly=True)
        assert len(copy.incidents.history()) == 3
        assert copy.audit.verify() == told.audit.verify() == ()


def _dump(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream)
    return stream.getvalue()
