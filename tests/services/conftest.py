"""A case with claims and pairs, on each database."""

from __future__ import annotations

import pytest

from claims.services import Case
from tests.stages import TWO_ACCOUNTS


@pytest.fixture
def compared(case: Case) -> Case:
    """Two accounts in one document: six claims, and three pairs that nobody has decided."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    return case
