"""List and read the claims of a case; who made them and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claims.model import Claim, Edit, LiveClaim, Question
from claims.review.edits import lineage_of
from claims.services.desk import CANDIDATES, held, meant, page_size, place
from claims.services.editing import Editing
from claims.services.results import Page
from claims.services.standing import questions_in, standing_in
from claims.store import claims as store
from claims.store import documents, edits, readings
from claims.store.rows import storable


class Claims(Editing):
    """The claims of a case, and what people change about them."""

    def get(self, claim: str) -> Claim:
        """The claim of that id.

        Raises:
            NotFound: the case holds no such claim.
        """
        with self._desk.reading() as connection:
            return held(store.claim(connection, claim), "claim", claim)

    def several(self, claims: Iterable[str]) -> dict[str, Claim]:
        """The claims of these ids, by id; one that the case does not hold is left out."""
        with self._desk.reading() as connection:
            found = store.several(connection, [storable(claim) for claim in claims])
        return {claim.id: claim for claim in found}

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
            found = store.beginning(connection, text, limit=CANDIDATES) if text else ()
        return meant(found, "claim", text)

    def of(self, document: str) -> tuple[LiveClaim, ...]:
        """The claims of a document that stand, in the order of their words, each with who made it.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            held(documents.head(connection, document), "document", document)
            return standing_in(connection, document)

    def asking(self, document: str = "") -> tuple[Question, ...]:
        """Edits under which a newer engine reads something else than it did, and which nobody has answered for.

        `keep` and `undo` answer, and so does a further edit of what it made.
        """
        with self._desk.reading() as connection:
            wanted = (document,) if document else edits.edited_documents(connection)
            return tuple(each for one in wanted for each in questions_in(connection, one))

    def edits(self, document: str) -> tuple[Edit, ...]:
        """Every edit in a document, undone ones and what undid them included, in the order they were stored.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            held(documents.head(connection, document), "document", document)
            return edits.of_document(connection, document)

    def histories(self, document: str) -> Mapping[str, tuple[Edit, ...]]:
        """The history of every claim of a document that an edit made or replaced, by its id; see `history`.

        Raises:
            NotFound: the case holds no such document.
        """
        rows = self.edits(document)
        concerned = {claim.id for row in rows for claim in (*row.replaced, *row.made)}
        return {claim: lineage_of(claim, rows) for claim in concerned}

    def history(self, claim: str) -> tuple[Edit, ...]:
        """Every edit that a claim comes from or goes into, with what took it back, in the order they were stored.

        Raises:
            NotFound: the case holds no such claim.
        """
        with self._desk.reading() as connection:
            found = held(store.claim(connection, claim), "claim", claim)
            return lineage_of(claim, edits.of_document(connection, found.document))

    def revisions(self, claim: str) -> tuple[Claim, ...]:
        """What was read under this id, oldest first, what it says now last.

        Raises:
            NotFound: the case holds no such claim.
        """
        with self._desk.reading() as connection:
            found = readings.revisions(connection, storable(claim))
        return held(found or None, "claim", claim)
