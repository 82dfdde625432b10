"""List and read the claims of a case."""

from __future__ import annotations

from typing import Final

from claims.model import Claim
from claims.services.desk import Desk, missing, page_size, place, several
from claims.services.results import Page
from claims.store import claims as store

_NAMED: Final = 4
"""How many candidates an ambiguous id is answered with."""


class Claims:
    """The claims of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, claim: str) -> Claim:
        """The claim of that id.

        Raises:
            NotFound: the case holds no such claim.
        """
        with self._desk.reading() as connection:
            found = store.claim(connection, claim)
        if found is None:
            raise missing("claim", claim)
        return found

    def list(self, *, document: str = "", after: str = "", limit: int = 50) -> Page[Claim]:
        """One page of the claims in the order they were read; of one document when its id is given."""
        size = page_size(limit)
        with self._desk.reading() as connection:
            found = store.page(connection, document=document, after=place(after), limit=size + 1)
        return Page.of(found, size)

    def find(self, text: str) -> Claim:
        """The one claim whose id begins with ``text``.

        Raises:
            NotFound: none, or more than one.
        """
        with self._desk.reading() as connection:
            found = store.beginning(connection, text, limit=_NAMED) if text else ()
        exact = [claim for claim in found if claim.id == text] or found
        if not exact:
            raise missing("claim", text)
        if len(exact) > 1:
            raise several("claim", text, [claim.id for claim in exact])
        return exact[0]
