"""List and read the claims of a case."""

from __future__ import annotations

from claims.model import Claim
from claims.services.desk import Desk
from claims.services.results import Page


class Claims:
    """The claims of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, claim: str) -> Claim:
        """The claim of that id.

        Raises:
            NotFound: the case holds no such claim.
        """
        raise NotImplementedError

    def list(self, *, document: str = "", after: str = "", limit: int = 50) -> Page[Claim]:
        """One page of the claims in the order they were read; of one document when its id is given."""
        raise NotImplementedError

    def find(self, text: str) -> Claim:
        """The one claim whose id begins with ``text``.

        Raises:
            NotFound: none, or more than one.
        """
        raise NotImplementedError
