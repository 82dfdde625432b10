"""What stands in the way of an edit when something came between looking and storing."""

from __future__ import annotations

import pytest

from claims.errors import Stale
from claims.model import Span
from claims.services import Case, open_case
from claims.services.standing import check_draft
from tests.conftest import ticking
from tests.engines import louder, reading


def test_an_edit_of_what_was_read_anew_meanwhile_is_refused(compared: Case) -> None:
    """The engine may read between the look and the store; who edits is told to look again."""
    claim = compared.claims.list().items[0]
    with compared._desk.store.reading() as connection:
        check_draft(connection, (claim,), (), waits=False)
    newer = reading(louder)
    with open_case(compared.settings, actor="ana", clock=ticking(), stages=newer) as again:
        again.documents.extract_again()
    with compared._desk.store.reading() as connection:
        now = compared.claims.get(claim.id)
        check_draft(connection, (now,), (), waits=False)
        with pytest.raises(Stale, match="read anew") as caught:
            check_draft(connection, (claim,), (), waits=False)
    assert "Nothing was changed" in caught.value.next_step


def test_the_checks_look_at_what_a_person_made(case: Case) -> None:
    """A weekday that does not fit is found in a corrected date, and not in one that fits."""
    text = "Paper (agency): monday depot hit Tuesday 7 May 2019 or Monday 5 May 2019\n"
    case.documents.add_bytes(text.encode(), name="a.txt")
    claim = case.claims.list().items[0]
    found = []
    for words in ("Tuesday 7 May 2019", "Monday 5 May 2019"):
        start = text.index(words)
        (made,) = case.claims.correct(claim, "date", Span(start, start + len(words))).made
        found.append([finding.check for finding in made.findings])
        assert case.claims.get(made.id) == made
        case.claims.undo()
    assert found == [[], ["weekday"]]
