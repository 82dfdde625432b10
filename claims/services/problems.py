"""What could not be read or understood in the documents of a case."""

from __future__ import annotations

from claims.model import Problem
from claims.services.desk import Desk, page_size
from claims.store import documents


class Problems:
    """The problems of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list(self, *, document: str = "", code: str = "") -> tuple[Problem, ...]:
        """Every problem, in the order of the documents; of one document, of one kind when given."""
        with self._desk.reading() as connection:
            return documents.all_problems(connection, document=document, code=code)

    def page(self, number: int = 1, *, size: int = 50) -> tuple[tuple[Problem, ...], int]:
        """The problems of one page in the order of the documents, and how many there are on all pages.

        Args:
            number: from 1 on; before the first page stands the first, beyond the last one the last.
            size: problems of a page.

        Raises:
            InputError: the size is none that can be had.
        """
        limit = page_size(size)
        with self._desk.reading() as connection:
            total = documents.count_problems(connection)
            last = max(1, -(-total // limit))
            start = (min(max(1, number), last) - 1) * limit
            return documents.some_problems(connection, start=start, limit=limit), total
