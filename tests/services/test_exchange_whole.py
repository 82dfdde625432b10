"""Whatever people did to a case, it goes through lines and comes back as it was, and copies that grew apart come together."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from claims.errors import ClaimsError
from claims.model import Evidence, Thing, Topic
from claims.services import Case, open_case
from claims.store.schema import CONTENT, PASSING, leases
from tests.conftest import ticking
from tests.engines import louder, only, reading
from tests.stages import STAGES, TWO_ACCOUNTS
from tests.verdict.test_vocabulary import OWN

Act = Callable[[Case], object]


def _pair(case: Case, number: int) -> str:
    return str(case.pairs.list().items[number].key)


def _claim(case: Case, number: int) -> str:
    return case.claims.list().items[number].id


def _evidence(number: int) -> Evidence:
    return Evidence(
        f"https://example.org/{number}",
        archive=f"https://archive.example.org/{number}",
        sha256=f"{number:064x}",
        retrieved="2018-04-03T12:00Z",
    )


def _described(case: Case) -> object:
    document = case.documents.list().items[0].id
    card = case.documents.particulars(document)
    return case.documents.describe(document, replace(card, title="Two accounts"), reason="seen")


def _read_again(case: Case) -> object:
    newer = reading(only(louder, "friday"))
    with open_case(case.settings, actor="ana", clock=ticking(), stages=newer) as again:
        return again.documents.extract_again()


ACTS: Final[tuple[Act, ...]] = (
    lambda case: case.documents.add_bytes(
        b"Paper (agency): monday hideout\nno claim at all\n", name="paper.txt"
    ),
    lambda case: case.pairs.compare(),
    lambda case: case.review.next(reviewer="eve"),
    lambda case: case.review.decide(_pair(case, 0), relation="conflict", slots=["target"]),
    lambda case: case.review.decide(_pair(case, 0), relation="agree", by="ben", token="t"),  # noqa: S106
    lambda case: case.review.decide(_pair(case, 1), relation="unsure", comment="later"),
    lambda case: case.review.undo(),
    lambda case: case.review.undo(by="ben"),
    lambda case: case.adjudication.settle(_pair(case, 0), relation="unsure", ground="evidence"),
    lambda case: case.adjudication.undo(),
    lambda case: case.remarks.mark(_claim(case, 0), "wrong_slot", slots=["date"]),
    lambda case: case.remarks.note(Topic(Thing.PAIR, _pair(case, 1)), "see the video"),
    lambda case: case.remarks.tag(Topic(Thing.CLAIM, _claim(case, 1)), "odd"),
    lambda case: case.remarks.link(Topic(Thing.CLAIM, _claim(case, 0)), _evidence(1)),
    lambda case: case.remarks.undo(),
    lambda case: case.incidents.merge([_claim(case, 0), _claim(case, 2)], reason="one night"),
    lambda case: case.incidents.undo(),
    lambda case: case.verdicts.confirm("claim", _claim(case, 0), reason="so it is"),
    lambda case: case.verdicts.override("claim", _claim(case, 1), "refuted", reason="seen"),
    lambda case: case.verdicts.undo(),
    lambda case: case.claims.reject(_claim(case, 2), "a heading"),
    lambda case: case.claims.correct(_claim(case, 1), "statement", "[other words]"),
    lambda case: case.claims.undo(),
    _described,
    _read_again,
    lambda case: case.verdicts.bring(OWN),
    lambda case: case.wordlist.use_check("weekday", on=False),
    lambda case: case.review.require(2),
    lambda case: case.people.put("ana", "admin"),
    lambda case: case.people.put("ben", "reviewer"),
)
"""What people do; what is refused at the time is left."""


def _begin(case: Case) -> None:
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()


def _do(case: Case, acts: Sequence[Act]) -> None:
    for act in acts:
        try:
            act(case)
        except (ClaimsError, IndexError):
            continue


def _dump(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream, knowingly=True)
    return stream.getvalue()


@contextmanager
def _copy(blank: Path, text: str) -> Iterator[Case]:
    """Another case, filled from lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(blank, Path(folder) / "copy.db")
        with open_case(path, actor="ana", clock=ticking(), stages=STAGES) as case:
            case.load(io.StringIO(text))
            yield case


def test_every_table_in_use_comes_back_byte_by_byte(case: Case, blank_file: Path) -> None:
    """From each database; nothing of what people said is left behind, and leases are."""
    _begin(case)
    _do(case, ACTS)
    assert case.audit.verify() == ()
    with case._desk.store.reading() as connection:
        empty = [
            table.name for table in CONTENT if connection.execute(select(table)).first() is None
        ]
        assert connection.execute(select(leases)).first() is not None
    assert empty == []

    text = _dump(case)
    assert not any(f'"table":"{table.name}"' in text for table in PASSING)
    with _copy(blank_file, text) as other:
        assert _dump(other) == text
        assert other.audit.verify() == ()


FOUR: Final = b"""\
Department (official): monday hideout
Network (local network): monday checkpoint
Observers (monitor): monday depot
Agency (agency): monday barracks
"""
"""Four claims that all meet each other: whoever judges some of their six pairs brings the others forward."""


def test_pairs_that_left_the_queue_come_back_at_the_place_that_they_had(
    case: Case, blank_file: Path
) -> None:
    """An answer brings a claim close to a verdict, an edit closer still: its former pairs, too, lie where a copy has them."""
    case.documents.add_bytes(FOUR, name="four.txt")
    case.pairs.compare()
    first = case.pairs.list().items[0]
    case.review.decide(first.key, relation="unsure")
    both = {first.key.left, first.key.right}
    other = next(one.id for one in case.claims.list().items if one.id not in both)
    case.claims.reject(other, "a heading")
    text = _dump(case)
    with _copy(blank_file, text) as copy:
        assert _dump(copy) == text
    case.claims.undo()
    case.pairs.compare()
    text = _dump(case)
    with _copy(blank_file, text) as copy:
        assert _dump(copy) == text


@given(st.lists(st.integers(0, len(ACTS) - 1), max_size=12), st.integers(0, 12))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_work_comes_back_and_a_copy_from_before_catches_up(
    blank_file: Path, numbers: list[int], early: int
) -> None:
    """A copy made in between takes in the rest; taking it in twice brings nothing new."""
    acts = [ACTS[number] for number in numbers]
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(blank_file, Path(folder) / "case.db")
        with open_case(path, actor="ana", clock=ticking(), stages=STAGES) as case:
            _begin(case)
            _do(case, acts[:early])
            before = _dump(case)
            _do(case, acts[early:])
            after = _dump(case)
            with _copy(blank_file, after) as whole:
                assert _dump(whole) == after
            with _copy(blank_file, before) as late:
                late.load(io.StringIO(after), knowingly=True)
                late.review.require(case.review.reviewers)
                assert _said(late) == _said(case)
                late.load(io.StringIO(after), knowingly=True)
                assert _said(late) == _said(case)
                assert late.audit.verify() == ()


def _said(case: Case) -> tuple[object, ...]:
    """What people said, without what each copy has laid down for itself: its numbers, in whose order claims are listed, too."""
    return (
        [(row.key, row.by, row.mark, row.live) for row in case.review.decisions(live=False)],
        [row.ruling for row in case.adjudication.rulings()],
        [(row.topic, row.content) for row in case.remarks.list()],
        [row.said for row in case.incidents.history()],
        sorted((claim.id, claim.statement) for claim in case.claims.list().items),
    )
