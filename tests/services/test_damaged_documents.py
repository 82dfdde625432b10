"""One damaged document: the others are listed, found and read again, and what cannot be read is named."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from claims.errors import InputError
from claims.model import DocumentsWanted, Particulars
from claims.services import Case
from claims.store.engine import writing
from claims.store.findable import rebuild
from claims.store.guards import lower_guards, raise_guards
from claims.store.schema import documents, findable

ONE, OTHER = b"A (agency): a raid hit the depot\n", b"B (agency): the raid hit a market\n"
DAMAGES = [{"body": "{"}, {"body": "{}"}, {"particulars": "[]"}, {"publisher": "{}"}]


@pytest.fixture
def two(case: Case) -> Case:
    """A case with two accounts."""
    case.documents.add_bytes(ONE, name="one.txt")
    case.documents.add_bytes(OTHER, name="other.txt")
    return case


def _damage(case: Case, **columns: str) -> str:
    bad = case.documents.list().items[0].id
    with writing(case._desk.store.engine) as connection:
        lower_guards(connection)
        connection.execute(update(documents).where(documents.c.id == bad).values(**columns))
        raise_guards(connection)
    return bad


@pytest.mark.parametrize("columns", DAMAGES, ids=str)
def test_a_damaged_document_hides_no_other(two: Case, columns: dict[str, str]) -> None:
    """List, search and a new reading of all go on without it; the record names it."""
    bad = _damage(two, **columns)
    listed = [head.name for head in two.documents.list().items]
    assert "other.txt" in listed
    found, _ = two.documents.search(DocumentsWanted(text="raid"))
    assert [(one.head.name, bool(one.hits)) for one in found][-1] == ("other.txt", True)
    report = two.documents.extract_again()
    assert report.unread in {(), (bad,)}
    assert report.documents + len(report.unread) == 2
    assert bad in {fault.id for fault in two.audit.verify()}


def test_who_asks_for_a_damaged_document_is_told_which(two: Case) -> None:
    """And that the record names what is damaged."""
    bad = _damage(two, body="{")
    for ask in (two.documents.get, two.documents.extraction):
        with pytest.raises(InputError, match=bad) as caught:
            ask(bad)
        assert "claims verify" in caught.value.next_step
    assert two.documents.extract_again(bad).unread == (bad,)
    with pytest.raises(InputError, match=bad):
        two.documents.describe(bad, Particulars("A title", language="en"))


def test_the_text_that_is_looked_up_can_be_lost_and_comes_again(two: Case) -> None:
    """A document that is described is found again though nothing was left to look it up by."""
    name = two.documents.list().items[0].id
    with writing(two._desk.store.engine) as connection:
        connection.execute(delete(findable))
    two.documents.describe(name, Particulars("The raid", language="en"))
    found, _ = two.documents.search(DocumentsWanted(text='"The raid"'))
    assert [one.head.id for one in found] == [name]


def test_what_documents_are_found_by_is_made_anew_around_a_damaged_one(two: Case) -> None:
    """The others are found by their words afterwards, the damaged one by the name in its row."""
    bad = _damage(two, body="{")
    with writing(two._desk.store.engine) as connection:
        rebuild(connection)
    for text, name in (("market", "other.txt"), ("one.txt", "one.txt")):
        found, _ = two.documents.search(DocumentsWanted(text=text))
        assert [one.head.name for one in found] == [name]
    assert "findable" not in {fault.where for fault in two.audit.verify() if fault.id == bad}
