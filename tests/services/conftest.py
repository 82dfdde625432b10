"""A case with claims and pairs, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.services import Case, open_case
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def compared(case: Case) -> Case:
    """Two accounts in one document: six claims, and three pairs that nobody has decided."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    return case


@pytest.fixture
def blind(opened: OpenCase) -> Case:
    """Two reviewers are asked, nobody is named, and nobody has answered."""
    case = opened("ana")
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    case.review.require(2)
    return case


@pytest.fixture
def in_a_file(tmp_path: Path) -> Iterator[Case]:
    """A compared case in a file."""
    with open_case(tmp_path / "case.db", actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        yield case
