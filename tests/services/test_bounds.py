"""A file whose chain fits can still say what no case can hold: versions that a pair never had, words put into the mouth of whoever undid."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from claims.errors import Corrupt, InputError, Refused
from claims.model import Claim, Comparison, PairKey
from claims.services import Case, Settings, open_case
from claims.services.marks import mark_of
from claims.services.stages import Stages
from claims.store import decisions
from claims.store.audit import HANDED_ON, Act
from claims.store.decisions import Said
from claims.store.schema import decisions as rows
from claims.store.schema import pairs
from claims.store.writer import Writer
from tests.stages import STAGES, compare_all, extract, read

AT = "2026-01-01T00:00:00.000000+00:00"


@pytest.fixture
def key(compared: Case) -> PairKey:
    """A pair of a case for two, which ben has answered."""
    compared.review.require(2)
    return compared.pairs.list().items[0].key


def _part(case: Case, who: str, *, knowingly: bool = False) -> io.StringIO:
    stream = io.StringIO()
    case.acting_as(who).dump(stream, mine=True, knowingly=knowingly)
    stream.seek(0)
    return stream


def _of_pair(writer: Writer, key: PairKey, **values: int | bool | str) -> None:
    here = (pairs.c.left_claim == key.left, pairs.c.right_claim == key.right)
    row = writer.connection.execute(select(pairs).where(*here)).one()._asdict()
    writer.update(pairs, row, dict(values))


def _said(writer: Writer, key: PairKey, said: Said, relation: str = "agree") -> None:
    decisions.append(writer, key, mark_of(key, relation=relation), said)


def _newest(writer: Writer) -> int:
    return int(writer.connection.scalars(select(rows.c.id).order_by(rows.c.id.desc())).first() or 0)


def _undone_into_other_words(writer: Writer, key: PairKey) -> None:
    """Ben says something, something else, and takes that back into a third word."""
    _said(writer, key, Said("ben", AT, 1))
    _said(writer, key, Said("ben", AT, 1), "unsure")
    _said(writer, key, Said("ben", AT, 1, undoes=_newest(writer)), "not_comparable")


@pytest.mark.parametrize(
    ("forge", "told"),
    [
        (lambda w, k: _of_pair(w, k, version=5), "newest comparison"),
        (lambda w, k: _of_pair(w, k, anew=9), "no version that it has"),
        (lambda w, k: _of_pair(w, k, relation="partial"), "suggests"),
        (lambda w, k: _of_pair(w, k, same_event="unsure"), "suggests"),
        (lambda w, k: _of_pair(w, k, digest="0" * 64), "suggests"),
        (lambda w, k: _said(w, k, Said("ben", AT, 9)), "never had"),
        (lambda w, k: _said(w, k, Said("ben", AT, 0)), "never had"),
        (_undone_into_other_words, "what stood before it"),
    ],
)
def test_a_file_that_says_what_no_case_can_hold_is_refused(
    compared: Case,
    key: PairKey,
    tmp_path: Path,
    forge: Callable[[Writer, PairKey], None],
    told: str,
) -> None:
    """By what is wrong with which row; nothing of it is taken in, and `claims verify` would name it."""
    settings = Settings(case=str(tmp_path / "home.db"), actor="ben")
    with open_case(settings, stages=STAGES) as home:
        home.load(_part(compared, "ben"))
        assert home.audit.verify() == ()
        with home._desk.store.writing(Act("ben", HANDED_ON, "x", AT, "1")) as writer:
            forge(writer, key)
        assert any(told in fault.message.en for fault in home.audit.verify())
        forged = _part(home, "ben", knowingly=True)
    with pytest.raises(InputError, match=told):
        compared.load(forged, sender="ben")
    assert compared.review.decisions(live=False, reviewer="ben") == ()
    assert compared.pairs.get(key).version == 1


def _with_people(case: Case) -> None:
    for name, role in (("ana", "admin"), ("ben", "reviewer")):
        case.people.put(name, role)


def test_a_file_puts_no_words_into_the_mouth_of_the_program(
    compared: Case, key: PairKey, tmp_path: Path
) -> None:
    """Ben's file compares a pair of the case anew: the case finds what the program says itself, or an admin takes it in knowingly."""
    _with_people(compared)

    def forged(claims: Sequence[Claim], **_: object) -> tuple[Comparison, ...]:
        return tuple(replace(pair, confidence=0.01) for pair in compare_all(claims))

    settings = Settings(case=str(tmp_path / "home.db"), actor="ben")
    with open_case(settings, stages=Stages(read, extract, forged)) as home:
        home.load(_part(compared, "ben"))
        assert home.pairs.compare().changed == 3
        home.review.decide(key, relation="agree")
        part = _part(home, "ben")
    with pytest.raises(Refused, match=r"compares claims that this case holds.*pairs 3\."):
        compared.load(part, sender="ben")
    assert compared.pairs.get(key).version == 1
    part.seek(0)
    compared.load(part, sender="ben", knowingly=True)
    assert compared.pairs.get(key).version == 2


def test_a_part_is_handed_on_from_a_record_that_verifies(
    compared: Case, key: PairKey, tmp_path: Path
) -> None:
    """It would begin a record that does; knowingly it is written, and refused where it comes."""
    settings = Settings(case=str(tmp_path / "home.db"), actor="ben")
    with open_case(settings, stages=STAGES) as home:
        home.load(_part(compared, "ben"))
        with home._desk.store.writing(Act("ben", HANDED_ON, "x", AT, "1")) as writer:
            _of_pair(writer, key, relation="partial")
        with pytest.raises(Corrupt, match="the part was not made"):
            _part(home, "ben")
        forged = _part(home, "ben", knowingly=True)
    with pytest.raises(InputError, match="suggests"):
        compared.load(forged, sender="ben")


def test_where_a_pair_stands_in_the_queue_follows_from_its_comparison(
    compared: Case, key: PairKey, tmp_path: Path
) -> None:
    """Ben's file holds a newer comparison, and a rank that would bring the pair to the end: it gets the one that it has."""

    def anew(claims: Sequence[Claim], **_: object) -> tuple[Comparison, ...]:
        return tuple(replace(pair, confidence=0.5) for pair in compare_all(claims))

    settings = Settings(case=str(tmp_path / "home.db"), actor="ben")
    with open_case(settings, stages=Stages(read, extract, anew)) as home:
        home.load(_part(compared, "ben"))
        assert home.pairs.compare().changed == 3
        order = [item.key for item in home.pairs.list().items]
        with home._desk.store.writing(Act("ben", HANDED_ON, "x", AT, "1")) as writer:
            _of_pair(writer, order[0], rank=10**9, place=10**9)
        forged = _part(home, "ben")
    compared.load(forged, sender="ben")
    assert compared.pairs.get(key).version == 2
    assert [item.key for item in compared.pairs.list().items] == order
    assert compared.audit.verify() == ()
