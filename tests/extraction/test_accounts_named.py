"""Accounts whose posts begin with the name of a known source."""

from __future__ import annotations

import claims
from claims.model import Claim


def told(text: str, publisher: str) -> Claim:
    """The first claim of a post that an account published."""
    document = claims.read(
        text.encode(), name="post.txt", published="2025-03-02", publisher=publisher
    )
    return claims.extract(document).claims[0]


def test_a_post_is_of_the_source_that_its_account_is_called_after() -> None:
    """The ministry speaks, not a handle that nobody quotes."""
    claim = told("وزارة الصحة السودانية@fmohsd\nقُتل ستة مرضى بقصف مشفى في الفاشر.", "@fmohsd")
    assert claim.speaker.source == "Sudanese Ministry of Health"


def test_our_teams_are_told_by_the_name_that_the_post_begins_with() -> None:
    """«فرقنا» is of the observatory's name, not of its handle."""
    claim = told("الدفاع المدني السوري@civildef\nأسعفت فرقنا مصابين في مدينة بنش.", "civildef")
    assert claim.statement.startswith("أسعفت فرقنا [الدفاع المدني السوري]")


def test_an_account_named_like_no_known_source_stays_as_it_is() -> None:
    """A person's name says nothing more than the account does."""
    claim = told("سالم من تعز@salem_t\nقُتل رجلان بقصف في تعز.", "salem_t")
    assert claim.speaker.source == "salem_t"


def test_a_known_name_before_another_account_is_not_the_publishers() -> None:
    """Who is only answered in the post did not publish it."""
    claim = told("وزارة الصحة السودانية@fmohsd قالت شيئاً.\nقُتل رجلان بقصف في تعز.", "salem_t")
    assert claim.speaker.source == "salem_t"
