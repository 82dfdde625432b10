"""Question, scope and versions of the report: laid down, and the next one tells what has changed."""

from __future__ import annotations

import pytest

from claims.errors import NotAllowed
from claims.report.build import build
from claims.services import Case


def _said(case: Case, language: str = "en") -> str:
    return str(build(case.report.content(), language))


def test_question_and_scope_stand_first(compared: Case) -> None:
    """In the words of the people who work on it; one can be laid down without the other."""
    assert compared.report.describe() == ("", "")
    compared.report.describe(question="من قصف؟")
    assert compared.report.describe(scope="March 2018") == ("من قصف؟", "March 2018")
    assert "من قصف؟" in str(build(compared.report.content(), "en").front)


def test_a_version_tells_what_has_changed_since(compared: Case) -> None:
    """Judged pairs, outcomes and documents; nothing while nothing has."""
    assert "not given out before" in _said(compared)
    key = next(item.key for item in compared.pairs.list(relation="agree").items)
    assert compared.report.give_out("for the editor").number == 1
    assert "Nothing that the report says has changed." in _said(compared)
    compared.review.decide(key, relation="agree")
    compared.documents.add_bytes(b"Paper (agency): sunday bridge\n", name="paper.txt")
    version = compared.report.content().version
    assert version is not None
    told = [message.en for message, _ in version.changes]
    assert sum("judged since: agree" in each for each in told) == 1
    assert sum("was Not Enough Evidence and is Supported" in each for each in told) == 2
    assert sum("was added since" in each for each in told) == 1
    assert "for the editor" in _said(compared, "ar")
    assert compared.report.give_out().number == 2
    version = compared.report.content().version
    assert version is not None
    assert version.changes == ()
    assert compared.audit.verify() == ()


def test_who_reviews_gives_nothing_out(compared: Case) -> None:
    """It takes an adjudicator or an admin."""
    compared.people.put("ana", "admin")
    compared.people.put("ben", "reviewer")
    with pytest.raises(NotAllowed):
        compared.acting_as("ben").report.give_out()
