"""A whole dump that fills an empty case is held to the rules of its services, and what breaks them is named."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.errors import Refused
from claims.model import (
    Apparent,
    Ground,
    Mark,
    Note,
    PairKey,
    Relation,
    Ruling,
    SameEvent,
    Thing,
    Topic,
)
from claims.review.adjudication import answers_of
from claims.review.roles import Action
from claims.services import Case, open_case
from claims.services.marks import mark_of
from claims.store import adjudications, decisions, remarks
from tests.conftest import ticking
from tests.stages import STAGES, TWO_ACCOUNTS

AT = "2018-04-03T12:00:00.000000+00:00"


@pytest.fixture
def key(blind: Case) -> PairKey:
    """A pair."""
    return blind.pairs.list().items[0].key


@pytest.fixture
def empty(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """An empty case in a file, in the hands of whoever dumped the other one."""
    path = shutil.copy(blank_file, tmp_path / "empty.db")
    with open_case(path, actor="ana", clock=ticking(), stages=STAGES) as case:
        yield case


def _whole(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, knowingly=True)
    return stream.getvalue()


def _own_ruling(case: Case, key: PairKey) -> None:
    """Ana settles what she answered, past the services."""
    for who in ("ana", "ben"):
        case.review.decide(key, relation="agree" if who == "ana" else "unsure", by=who)
    rows = case.review.history(key)
    given = answers_of(rows)
    with case._desk.writing(Action.ADJUDICATE, "settle pair", str(key)) as writer:
        ruling = Ruling(mark_of(key, relation="agree"), Ground.FIRST_ADOPTED)
        said = {"adjudicator": "ana", "settled_at": AT, "token": ""}
        adjudications.append(writer, key, ruling, (given, given[:1]), said)


def _odd_answer(case: Case, key: PairKey) -> None:
    odd = Mark(key, SameEvent.YES, Relation.AGREE, apparent=Apparent.TIME_WINDOW)
    with case._desk.writing(Action.DECIDE, "decide pair", str(key)) as writer:
        decisions.append(writer, key, odd, decisions.Said("ana", AT, 1))


def _note_on_none(case: Case, _key: PairKey) -> None:
    topic = Topic(Thing.PAIR, "zzz")
    with case._desk.writing(Action.REMARK, "add note", "zzz") as writer:
        line = remarks.line_of(topic, Note("seen"), by="ana", at=AT)
        remarks.append(writer, line, Note("seen"), at=AT, token="")


Breach = Callable[[Case, PairKey], None]


@pytest.mark.parametrize(
    ("breach", "table", "said"),
    [
        (_own_ruling, "adjudications", "ana settled pair"),
        (_odd_answer, "decisions", "could not be given"),
        (_note_on_none, "remarks", "names none"),
    ],
)
def test_a_whole_dump_with_what_nobody_could_say_is_taken_in_knowingly_alone(
    blind: Case, empty: Case, key: PairKey, breach: Breach, table: str, said: str
) -> None:
    """Refused it leaves the case empty; knowingly it is the same byte by byte, and verifying both names what it is."""
    breach(blind, key)
    text = _whole(blind)
    with pytest.raises(Refused, match=said) as caught:
        empty.load(io.StringIO(text))
    assert "--knowingly" in caught.value.next_step
    assert empty.audit.head().hash == ""
    empty.load(io.StringIO(text), knowingly=True)
    assert _whole(empty) == text
    for case in (blind, empty):
        (found,) = case.audit.verify()
        assert found.where == table
        assert said in found.message.en


def test_who_verifies_is_told_nothing_that_is_hidden_from_them(blind: Case, key: PairKey) -> None:
    """While the pair waits only whose answer it is learns that it could not be given."""
    _odd_answer(blind, key)
    assert blind.acting_as("ben").audit.verify() == ()
    assert len(blind.audit.verify()) == 1
    blind.review.decide(key, relation="agree", by="ben")
    assert len(blind.acting_as("ben").audit.verify()) == 1


def test_what_was_right_of_somebody_alone_stays_so(case: Case, empty: Case) -> None:
    """Ana worked alone, settled what she had answered, and was joined by others since."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    key = case.pairs.list().items[0].key
    case.review.decide(key, relation="agree")
    case.review.decide(key, relation="unsure", by="ben")
    case.adjudication.settle(key, relation="agree", ground="evidence")
    case.people.put("ana", "admin")
    assert case.audit.verify() == ()
    text = _whole(case)
    empty.load(io.StringIO(text))
    assert _whole(empty) == text
    assert empty.audit.verify() == ()
