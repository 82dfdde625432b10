"""An open store, and one that holds something of everything, on each database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.model import Particulars, Thing, Topic
from claims.services import Case, Settings, open_case
from claims.store.store import Store, open_store
from tests.conftest import ticking
from tests.engines import louder, only, reading
from tests.factories import NOON
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def store(made: Settings) -> Iterator[Store]:
    """An open, empty store that waits a second for others."""
    opened = open_store(made.case, originals=made.originals, timeout=1, at=NOON, program="test")
    yield opened
    opened.close()


@pytest.fixture
def filled(case: Case) -> Case:
    """A case with two documents, a later reading, edits, pairs, decisions, people and a fact."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.documents.add_bytes(b"Paper (agency): monday hideout\nno claim at all\n", name="paper.txt")
    case.claims.reject(case.claims.list().items[0].id, "a heading")
    case.claims.undo()
    newer = reading(only(louder, "friday"))
    with open_case(case.settings, actor="ana", clock=ticking(), stages=newer) as again:
        again.documents.extract_again()
    case.pairs.compare()
    first, second, *_ = case.review.queue()
    case.review.decide(first.key, relation="conflict", slots=["target"], reason="army")
    case.review.decide(first.key, relation="unsure")
    case.review.decide(second.key, relation="agree")
    case.review.undo()
    case.review.decide(first.key, relation="agree", by="ben")
    case.adjudication.settle(first.key, relation="conflict", slots=["target"], ground="misread")
    case.adjudication.settle(first.key, relation="unsure", ground="evidence", note="two")
    case.remarks.mark(first.left.claim.id, "wrong_slot", slots=["date"])
    case.remarks.tag(Topic(Thing.DECISION, "1"), "odd")
    case.remarks.note(Topic(Thing.PAIR, str(first.key)), "see the video")
    case.remarks.undo()
    about = second.left.claim.id
    case.verdicts.confirm("claim", about)
    case.verdicts.override("claim", about, "refuted", reason="seen it")
    case.verdicts.undo()
    case.incidents.merge([first.key.left, first.key.right], reason="one night")
    case.incidents.undo()
    case.documents.describe(first.left.document.id, Particulars("A title", language="ar"))
    case.documents.undo_description(first.left.document.id)
    case.review.require(1)
    case.people.put("ana", "admin")
    return case


@pytest.fixture
def opened_file(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """A case in a file, with claims and pairs."""
    path = shutil.copy(blank_file, tmp_path / "case.db")
    with open_case(path, actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        yield case
