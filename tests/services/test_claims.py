"""Listing and finding claims."""

from __future__ import annotations

import pytest

from claims.errors import NotFound
from claims.services import Case


def test_claims_are_listed_in_the_order_they_were_read(compared: Case) -> None:
    """Over all documents, page by page, or of one document."""
    (document,) = compared.documents.list().items
    other = compared.documents.add_bytes(b"Paper (agency): monday depot\n", name="b.txt").added[0]
    page = compared.claims.list(limit=4)
    rest = compared.claims.list(limit=4, after=page.next)
    found = [claim.quote for claim in (*page.items, *rest.items)]
    assert found[:6] == compared.documents.get(document.id).text.splitlines()
    assert found[6:] == ["Paper (agency): monday depot"]
    assert rest.next == ""
    assert [claim.quote for claim in compared.claims.list(document=other.id).items] == found[6:]


def test_a_claim_is_found_by_the_beginning_of_its_id(compared: Case) -> None:
    """What is ambiguous or unknown is said."""
    claims = compared.claims.list().items
    assert compared.claims.get(claims[0].id) == claims[0]
    assert compared.claims.find(claims[1].id[:10]) == claims[1]
    with pytest.raises(NotFound, match="more than one claim"):
        compared.claims.find(_shared_beginning([claim.id for claim in claims]))
    for text in ("", "zz", "\x00"):
        with pytest.raises(NotFound, match="holds no claim"):
            compared.claims.find(text)
    with pytest.raises(NotFound, match="holds no claim 'zz'"):
        compared.claims.get("zz")


def _shared_beginning(ids: list[str]) -> str:
    """The first sign that two of the ids begin with."""
    first = [claim[0] for claim in ids]
    shared = [sign for sign in first if first.count(sign) > 1]
    assert shared, "the example has two ids that begin alike"
    return shared[0]
