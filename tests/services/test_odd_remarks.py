"""Remarks on what is not here: shown as what they are, and in nobody's way."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims.errors import Refused
from claims.model import Note, PairKey, Thing, Topic
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.store import remarks
from tests.stages import STAGES

AT = "2018-04-03T12:00:00.000000+00:00"


def _mine(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return stream.getvalue()


def _with_note(case: Case, folder: Path, topic: Topic) -> str:
    """The actor's part of a copy at home in which a note of theirs stands on a topic of any name."""
    with open_case(folder / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(case)))
        with home._desk.writing(Action.REMARK, "add note", "x") as writer:
            line = remarks.line_of(topic, Note("seen"), by="ana", at=AT)
            remarks.append(writer, line, Note("seen"), at=AT, token="")
        return _mine(home)


@pytest.mark.parametrize(
    ("thing", "name"),
    [
        ("pair", "zzz"),
        ("ruling", "zz"),
        ("decision", "a"),
        ("decision", "a~b"),
        ("decision", "a~b~x~ben"),
    ],
)
def test_a_file_with_a_remark_on_what_has_no_such_name_is_refused(
    blind: Case, tmp_path: Path, thing: str, name: str
) -> None:
    """Nothing of it stays."""
    text = _with_note(blind, tmp_path, Topic(Thing(thing), name))
    with pytest.raises(Refused, match="which names none"):
        blind.load(io.StringIO(text), sender="ana")
    assert blind.remarks.list() == ()


def test_a_remark_on_a_decision_tells_nobody_whether_it_is_there(
    blind: Case, tmp_path: Path
) -> None:
    """Who wrote it reads the same before and after the hidden answer."""
    key = blind.pairs.list().items[0].key
    text = _with_note(blind, tmp_path, Topic(Thing.DECISION, f"{key}~1~ben"))
    blind.load(io.StringIO(text), sender="ana")
    before = blind.remarks.list()

    blind.review.decide(key, relation="agree", by="ben")

    assert blind.remarks.list() == before
    assert before[0].topic.id == f"{key}~1~ben"
    assert blind.acting_as("ben").remarks.list() == ()


def test_a_remark_on_a_decision_that_did_not_come_along_is_shown_by_its_name(
    blind: Case, tmp_path: Path
) -> None:
    """Both had answered; then one answer was taken back, and the part of the case holds the other no more."""
    key: PairKey = blind.pairs.list().items[0].key
    for name in ("ana", "ben"):
        blind.review.decide(key, relation="agree", by=name)
    (other,) = (each for each in blind.review.history(key) if each.by == "ben")
    blind.remarks.note(Topic(Thing.DECISION, str(other.id)), "why?")
    blind.review.undo()

    with open_case(tmp_path / "home.db", actor="ana", stages=STAGES) as home:
        home.load(io.StringIO(_mine(blind)))
        (shown,) = home.remarks.list()

    assert shown.topic.id == f"{key}~1~ben"
    assert [each.topic.id for each in blind.remarks.list()] == [shown.topic.id]
