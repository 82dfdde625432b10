"""Opening a case."""

from __future__ import annotations

from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS


def test_what_was_stored_is_there_when_the_case_is_opened_again(opened: OpenCase) -> None:
    """A case outlives the program."""
    first = opened()
    first.documents.add_bytes(TWO_ACCOUNTS.encode(), name="account.txt")
    first.close()
    assert [head.name for head in opened().documents.list().items] == ["account.txt"]
